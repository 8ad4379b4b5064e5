//! No account of 国有资产占有使用.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::Pointer;

rule! {
    /// # 检查内容
    ///
    /// 填写了国有资产占有使用情况（state_assets）。没有车辆和大型设备的也要填写，各项为 0。多单位部门中一个单位的预算公开不使用这一项，不检查。
    ///
    /// # 依据
    ///
    /// 部门预算说明应当公开国有资产占用情况；财政部检查中有 20,647 个单位因没有说明国有资产被列为问题（domain.md D14、f.1 第 6 项）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// 删去 state_assets
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// state_assets = {"as_of": "2022-12-31", "vehicles": {}}
    /// ```
    "GK309", "没有国有资产占有使用情况", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    if facts.whole() && facts.disclosure.state_assets.is_none() {
        judge
            .find(Pointer::root().key("agency"), "没有填写国有资产占有使用情况，说明书缺少这一节")
            .hint("填写 state_assets：截止日期（as_of）、各类车辆数（vehicles）和大型设备数；没有的填 0");
    }
}
