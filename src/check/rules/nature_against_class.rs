//! 支出性质 against the economic 类.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Severity;
use crate::model::{Nature, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 写明支出性质（nature）的明细：工资福利支出（301）和对个人和家庭的补助（303）是人员经费，商品和服务支出（302）和资本性支出（310）是公用经费。301 列公用、310 列人员是错误，302 列人员、303 列公用只作警告。公务交通补贴等两种列法都有的科目（地区方案 pairing 的 either_nature）不检查。
    ///
    /// # 依据
    ///
    /// 12 份公开文本的基本支出表中，301、303 全部列人员经费，302、310 全部列公用经费（domain.md a.6、R13）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// lines[0].nature = "public"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// lines[5].nature = "personnel"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// lines[15].nature = "personnel"
    /// ```
    "GK406", "支出性质与经济分类不符", Error, Facts
}

/// Classes that no document shows on the other side.
const CERTAIN: &[&str] = &["301", "310"];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let name = |nature: Nature| if nature == Nature::Personnel { "人员经费" } else { "公用经费" };
    for (index, line) in facts.disclosure.lines.iter().enumerate() {
        let Some(stated) = line.nature.filter(|nature| matches!(nature, Nature::Personnel | Nature::Public)) else {
            continue;
        };
        let economic = line.economic.as_str();
        let usual = facts.region.nature.get(line.economic.class()).copied().filter(|usual| *usual != stated);
        let either = facts.region.pairing.either_nature.iter().any(|code| economic.starts_with(code.as_str()));
        let Some(usual) = usual.filter(|_| !either) else { continue };
        let finding = judge.find(
            Pointer::root().key("lines").index(index).key("nature"),
            format!("{economic}“{}”是{}，不是{}", facts.names.economic(economic), name(usual), name(stated)),
        );
        finding.hint("核对经济分类编码和 nature；不填 nature 时按经济分类确定");
        if !CERTAIN.contains(&line.economic.class()) {
            finding.severity = Severity::Warning;
        }
    }
}
