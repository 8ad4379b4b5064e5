//! 面向中小企业预留 against the procurement.

use crate::check::facts::funded;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::{Amount, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 政府采购预算每条记录中，预留给小微企业的金额不大于面向中小企业预留金额，面向中小企业预留金额不大于采购金额；
    /// 填写了预留给小微企业的金额，就要填写面向中小企业预留金额。
    ///
    /// # 依据
    ///
    /// 小微预留是中小预留的其中数，中小预留是采购金额的其中数（domain.md R57）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].reserved_for_small = "3200.01"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].reserved_for_small = "1280.00"
    /// procurement[0].reserved_for_micro = "1280.01"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].reserved_for_micro = "896.00"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement[0].reserved_for_small = "3200.00"
    /// procurement[0].reserved_for_micro = "3200.00"
    /// ```
    "GK122", "面向中小企业预留金额不合理", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, record) in facts.disclosure.procurement.iter().enumerate() {
        let at = Pointer::root().key("procurement").index(index);
        let name = &record.catalogue.name;
        let small = record.reserved_for_small;
        if let Some(small) = small {
            let equation =
                Equation::yuan("面向中小企业预留", small.yuan()).at_most("采购金额", funded(&record.funding));
            if !equation.holds() {
                judge
                    .find(at.key("reserved_for_small"), format!("采购“{name}”的面向中小企业预留金额大于采购金额"))
                    .equation(equation)
                    .label(at.key("funding"), "采购金额")
                    .hint("核对预留金额和各项资金来源");
            }
        }
        // Nothing is reserved for 小微 by a zero.
        let Some(micro) = record.reserved_for_micro.filter(|micro| *micro != Amount::ZERO) else { continue };
        let place = at.key("reserved_for_micro");
        match small {
            None => {
                judge
                    .find(place, format!("采购“{name}”有预留给小微企业的金额，没有面向中小企业预留金额"))
                    .hint("填写 reserved_for_small，预留给小微企业的金额包含在其中");
            }
            Some(small) => {
                let equation = Equation::yuan("预留给小微企业", micro.yuan()).at_most("面向中小企业预留", small.yuan());
                if !equation.holds() {
                    judge
                        .find(place, format!("采购“{name}”预留给小微企业的金额大于面向中小企业预留金额"))
                        .equation(equation)
                        .label(at.key("reserved_for_small"), "面向中小企业预留金额，应包含小微企业")
                        .hint("核对两个金额，是否填反");
                }
            }
        }
    }
}
