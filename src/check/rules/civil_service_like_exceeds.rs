//! 参公 are part of 事业编制.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 编制人数和在职实有人数中，参照公务员法管理的人数不多于事业编制人数。
    ///
    /// # 依据
    ///
    /// 参公人数是事业编制人数的其中数（domain.md R60）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].staffing.authorized.institutional_civil_service_like = 6
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].staffing.in_service.institutional = 2
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// units[0].staffing.in_service.institutional_civil_service_like = 2
    /// ```
    "GK111", "参公人数多于事业编制人数", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        let sides = [
            ("authorized", "编制人数", unit.staffing.authorized),
            ("in_service", "在职人数", unit.staffing.in_service),
        ];
        for (key, name, staff) in sides {
            let equation = Equation::of("人", "参公人数", staff.institutional_civil_service_like)
                .at_most("事业编制人数", staff.institutional.into());
            if !equation.holds() {
                let at = Pointer::root().key("units").index(index).key("staffing").key(key);
                judge
                    .find(
                        at.key("institutional_civil_service_like"),
                        format!("“{}”的{name}中，参公人数多于事业编制人数", unit.name),
                    )
                    .equation(equation)
                    .label(at.key("institutional"), "事业编制人数，应包含参公人数")
                    .hint("事业编制人数（institutional）要包含参公人数");
            }
        }
    }
}
