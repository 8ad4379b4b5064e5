//! No 主要职能.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::report::Report;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 公开文本的第一部分有主要职能。
    ///
    /// # 依据
    ///
    /// 部门预算说明应当公开部门职责和机构设置（domain.md D14）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// duties = []
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// duties = ["承办上级机关交办的有关事项。"]
    /// ```
    "GK313", "没有主要职能", Error, Report
}

fn check(_: &Facts<'_>, report: &Report, judge: &mut Judge<'_>) {
    if report.overview.duties.is_empty() {
        judge
            .find(Pointer::root().key("duties"), format!("{}没有填写主要职能", report.publisher.name))
            .hint("在 duties 中逐条填写，一条一段，不写序号");
    }
}
