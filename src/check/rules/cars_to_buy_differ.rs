//! Cars in 资产配置 against 公务用车购置数.

use rust_decimal::Decimal;

use crate::check::facts::funded;
use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::diagnostic::Equation;
use crate::model::{AssetAcquisition, Pointer};

rule! {
    /// # 检查内容
    ///
    /// 资产配置中由计入“三公”经费的资金购置的乘用车、客车（按地区方案 `checks.official_vehicle_classes` 的资产分类代码），
    /// 辆数等于公务用车购置数；资产分类没有代码或用其他代码的，有购置数时资产配置中应有车辆。地区方案没有写明代码时不检查。
    ///
    /// # 依据
    ///
    /// 购置车辆是新增资产（domain.md R59、a.12）。资产分类代码没有来源文件，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[3].quantity = "2"
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// 删去 asset_acquisitions[3]
    /// ```
    ///
    /// 有误（420107-shili-2024）：
    ///
    /// ```text
    /// three_public_counts.vehicles_to_buy = 2
    /// ```
    ///
    /// 无误（420107-shili-2024）：
    ///
    /// ```text
    /// asset_acquisitions[3].asset_class = {"name": "轿车"}
    /// ```
    "GK211", "配置的车辆与公务用车购置数不符", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let classes = &facts.region.checks.official_vehicle_classes;
    if classes.is_empty() {
        judge.not_checked("地区方案没有写明公务用车的资产分类代码（checks.official_vehicle_classes）");
        return;
    }
    let to_buy = facts.disclosure.three_public_counts.vehicles_to_buy;
    let counted = |record: &AssetAcquisition| {
        let funds = &facts.region.figures.three_public_funds;
        record.funding.iter().any(|part| !part.amount.yuan().is_zero() && funds.contains(&part.fund))
    };
    let is_car = |record: &AssetAcquisition| {
        let code = record.asset_class.code.as_deref().unwrap_or_default();
        classes.iter().any(|class| code.starts_with(class.as_str()))
    };
    // A record of zero prints no row.
    let acquisitions = || {
        let all = facts.disclosure.asset_acquisitions.iter().enumerate();
        all.filter(|(_, record)| !funded(&record.funding).is_zero())
    };
    let cars: Vec<_> = acquisitions().filter(|(_, record)| is_car(record) && counted(record)).collect();
    let number: Decimal = cars.iter().map(|(_, record)| record.quantity.value()).sum();
    let equation = Equation::of("辆", "资产配置中的乘用车、客车", number).at_most("公务用车购置数", to_buy.into());
    let list = Pointer::root().key("asset_acquisitions");
    if let Some((index, _)) = cars.first().filter(|_| !equation.holds()) {
        judge
            .find(list.index(*index).key("quantity"), "资产配置中的乘用车、客车多于公务用车购置数")
            .equation(equation)
            .hint("核对数量与 three_public_counts.vehicles_to_buy；不作公务用车的车辆可不改");
    }
    if !cars.is_empty() && number < Decimal::from(to_buy) {
        let equation = Equation::of("辆", "公务用车购置数", to_buy).equals("资产配置中的乘用车、客车", number);
        judge
            .find(
                Pointer::root().key("three_public_counts").key("vehicles_to_buy"),
                "公务用车购置数多于资产配置中的车辆",
            )
            .equation(equation)
            .hint("核对 three_public_counts.vehicles_to_buy 与资产配置中车辆的数量");
    }
    // A class without a code, or another code, may still be a car.
    let may_be = |record: &AssetAcquisition| {
        is_car(record) || record.name.contains('车') || record.asset_class.name.contains('车')
    };
    if to_buy > 0 && !acquisitions().any(|(_, record)| may_be(record)) {
        judge
            .find(
                Pointer::root().key("three_public_counts").key("vehicles_to_buy"),
                format!("公务用车购置数为 {to_buy} 辆，资产配置中没有车辆"),
            )
            .hint("在 asset_acquisitions 补填购置的车辆");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::examples::{outcome, outcome_in};

    #[test]
    fn a_profile_without_classes_leaves_it_unchecked() {
        let judged = outcome_in(|region| region.checks = Default::default(), "GK211", "420107-shili-2024", &[]);
        assert!(judged.findings.is_empty() && judged.unchecked.len() == 1);
    }

    #[test]
    fn a_car_without_money_is_no_car() {
        let none = ["asset_acquisitions[3].funding[0].amount = \"0.00\""];
        assert_eq!(outcome("GK211", "420107-shili-2024", &none).findings.len(), 1);
    }

    #[test]
    fn cars_of_other_money_are_not_counted() {
        let steps = [
            "asset_acquisitions += {\"unit\": \"901003\", \"asset_class\": {\"code\": \"A02030501\", \"name\": \"轿车\"}, \"name\": \"业务用车\", \"quantity\": \"1\", \"measure\": \"辆\", \"unit_price\": \"1.00\", \"is_procurement\": false, \"funding\": [{\"fund\": \"institutional_income\", \"amount\": \"1.00\"}]}",
        ];
        assert!(outcome("GK211", "420107-shili-2024", &steps).findings.is_empty());
    }
}
