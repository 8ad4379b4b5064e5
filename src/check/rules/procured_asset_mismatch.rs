//! Assets said to be 政府采购, or not, against 政府采购.

use rust_decimal::Decimal;

use crate::check::purchases::{Purse, by_purse, parts};
use crate::check::rule::rule;
use crate::check::sums::Sums;
use crate::check::{Facts, Judge};
use crate::diagnostic::{Equation, quoted};
use crate::model::ProcurementKind;

rule! {
    /// # 检查内容
    ///
    /// 资产配置中“是否政府采购”为“是”的，应当也在政府采购预算中：同一单位、同一项目（或非项目支出）、同一资金性质，
    /// 前者合计不大于后者合计（后者不含政府购买服务）。为“否”的资产，如果相同代码的货物在同一单位、同一项目的采购预算中，而采购金额多于标明采购的资产，
    /// 也提醒核对。没有填写分类代码的资产不作后一项检查。
    ///
    /// # 依据
    ///
    /// 标明采购的资产包含在政府采购预算表中（domain.md R39；没有来源文件，所以只作提醒）。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[2].is_procurement = true
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[0].is_procurement = false
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions += {"unit": "901001", "project": "SL901004", "asset_class": {"code": "A02010105", "name": "台式计算机"}, "name": "计算机", "quantity": "1", "measure": "台", "unit_price": "1.00", "is_procurement": false, "funding": [{"fund": "general_public_budget", "amount": "1.00"}]}
    /// ```
    "GK207", "资产的采购标记与采购预算不符", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    flagged(facts, judge);
    unflagged(facts, judge);
}

/// Any kind of 采购 but what is bought as 政府购买服务: software may be made as a service, lifts be part of works.
fn flagged(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    let asked = by_purse(facts, &disclosure.asset_acquisitions, |record| record.is_procurement);
    let procured = by_purse(facts, &disclosure.procurement, |_| true);
    let services = by_purse(facts, &disclosure.procurement, |record| record.kind == ProcurementKind::Services);
    let purchased = by_purse(facts, &disclosure.service_purchases, |record| record.is_procurement);
    for sum in &asked.all {
        let other = procured.amount(&sum.key) - services.amount(&sum.key).min(purchased.amount(&sum.key));
        let equation = Equation::yuan("标明政府采购的资产", sum.amount).at_most("采购预算（不含购买服务）", other);
        if !equation.holds() {
            let name = sum.key.name(disclosure);
            judge
                .find(sum.first(), format!("{name}配置的资产标明是政府采购，而采购预算不足这一金额"))
                .equation(equation)
                .hint("补填 procurement，或核对 is_procurement 和资金性质");
        }
    }
}

fn unflagged(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let key = |purse: Purse, code: &str| (purse.unit, purse.project, code.to_owned());
    let mut goods = Sums::new();
    for part in parts(facts, &facts.disclosure.procurement) {
        if part.record.kind == ProcurementKind::Goods {
            goods.add(key(part.purse, &part.record.catalogue.code), part.amount, || {
                part.at.key("catalogue").key("code")
            });
        }
    }
    let (mut explained, mut open) = (Sums::new(), Sums::new());
    for part in parts(facts, &facts.disclosure.asset_acquisitions) {
        let Some(code) = &part.record.asset_class.code else { continue };
        let (key, place) = (key(part.purse, code), part.at.key("is_procurement"));
        if part.record.is_procurement {
            explained.add(key, part.amount, || place);
        } else {
            open.add((key, part.record.name.as_str()), part.amount, || place);
        }
    }
    for sum in &open.all {
        let (key, name) = &sum.key;
        let rest = goods.amount(key) - explained.amount(key);
        if let Some(bought) = goods.get(key).filter(|_| rest > Decimal::ZERO) {
            judge
                .find(sum.first(), format!("资产{}标明不是政府采购，而采购预算中有同一代码的货物", quoted(name)))
                .label(bought.first(), "采购预算")
                .hint("是政府采购的，把 is_procurement 改为 true");
        }
    }
}
