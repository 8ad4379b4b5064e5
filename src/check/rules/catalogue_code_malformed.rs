//! 采购品目编码 of an unknown form.

use crate::check::facts::funded;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 采购品目编码是一个大写字母（A 货物、B 工程、C 服务）加 2 至 8 位数字，数字位数为偶数。
    ///
    /// # 依据
    ///
    /// 政府采购品目分类目录的编码形式，例如 A05040101（domain.md a.10）。目录全文未收入，所以只作警告，也不核对名称。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].catalogue.code = "A0504010"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// procurement[0].catalogue.code = "05040101"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement[0].catalogue.code = "A0504"
    /// ```
    "GK413", "采购品目编码形式不对", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    // A record of zero is not printed.
    let records = facts.disclosure.procurement.iter().enumerate();
    for (index, record) in records.filter(|(_, record)| !funded(&record.funding).is_zero()) {
        let code = record.catalogue.code.as_str();
        let digits = code.strip_prefix(['A', 'B', 'C']).unwrap_or_default();
        let formed = (2..=8).contains(&digits.len())
            && digits.len().is_multiple_of(2)
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !formed {
            judge
                .find(
                    Pointer::root().key("procurement").index(index).key("catalogue").key("code"),
                    format!("采购品目编码“{code}”不是字母 A、B、C 加 2 至 8 位数字"),
                )
                .hint("对照政府采购品目分类目录核对，例如 A05040101");
        }
    }
}
