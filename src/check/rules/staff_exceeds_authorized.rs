//! More staff than posts.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 各预算单位的在职实有人数，按行政、事业（含其中的参公）、工勤分别不多于编制人数。各类都不超编，总数也就不超编。
    ///
    /// # 依据
    ///
    /// 编制人数一般不少于实有人数；超编可能属实，只作提示（domain.md R60）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].staffing.in_service.administrative = 1
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].staffing.authorized.institutional_civil_service_like = 2
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// units[0].staffing.in_service.institutional = 5
    /// units[0].staffing.in_service.institutional_civil_service_like = 5
    /// ```
    "GK112", "在职人数多于编制人数", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        let (posts, staff) = (unit.staffing.authorized, unit.staffing.in_service);
        let kinds = [
            ("administrative", "行政", staff.administrative, posts.administrative),
            ("institutional", "事业", staff.institutional, posts.institutional),
            (
                "institutional_civil_service_like",
                "参公",
                staff.institutional_civil_service_like,
                posts.institutional_civil_service_like,
            ),
            ("worker", "工勤", staff.worker, posts.worker),
        ];
        let institutional_told = staff.institutional > posts.institutional;
        for (key, name, staff, posts) in kinds {
            let equation =
                Equation::of("人", format!("在职{name}人数"), staff).at_most(format!("{name}编制人数"), posts.into());
            if equation.holds() || key == "institutional_civil_service_like" && institutional_told {
                continue;
            }
            let at = Pointer::root().key("units").index(index).key("staffing").key("in_service");
            let finding =
                judge.find(at.key(key), format!("“{}”的在职{name}人数多于编制人数", unit.name)).equation(equation);
            finding.hint("核对编制人数和在职人数；超编属实时不必修改");
        }
    }
}
