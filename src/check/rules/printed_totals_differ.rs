//! The printed tables, added up again.

use crate::check::printed::breaks;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::report::Report;
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 把将要公开的各表按印出的数字重新相加：收支平衡，合计等于各类之和，类等于款之和，款等于项之和，同行各列相加，
    /// 以及表与表之间的勾稽关系，精确到分。合计由程序计算，正常情况下总是相符；这是发现程序或地区模板差错的最后一道检查。
    ///
    /// # 依据
    ///
    /// 已公开的文本中有合计与明细不符、同一数字在两张表中不同的实例（domain.md R01–R37、F06、F07、F08、F28）。
    ///
    /// # 示例
    ///
    /// 合计都由程序计算，改动数据不会使它们不符；测试改动已生成的表格来检验本规则。
    "GK290", "印出的合计与明细不符", Error, Report
}

fn check(_: &Facts<'_>, report: &Report, judge: &mut Judge<'_>) {
    for found in breaks(report) {
        judge
            .find(Pointer::root().key("lines"), format!("公开表格的勾稽关系 {} 不成立", found.rule))
            .equation(found.equation)
            .hint("这是程序或地区模板的缺陷，请连同数据文件一起报告");
    }
}
