//! 以前年度数, and the reasons of the changes that the sentences print.

use serde_json::{Value, json};

use super::Shape;
use super::agency::Agency;
use super::chance::Chance;
use super::line::{GENERAL, Line, is_fiscal, sum};
use super::money::{Fen, printed, yuan};

/// The items of “三公”经费, with their 款.
const THREE_PUBLIC: [(&str, &str); 4] =
    [("overseas", "30212"), ("vehicle_purchase", "31013"), ("vehicle_running", "30231"), ("reception", "30217")];

/// Enters last year's figures, and the reasons.
pub fn enter(
    shape: &Shape,
    agency: &Agency,
    [all, outside]: [&[&Line]; 2],
    total: Fen,
    procured: Fen,
    data: &mut Value,
) {
    let mut chance = shape.chance("previous");
    let mut reasons = Reasons { work: agency.field.work, entries: json!({}), chance: shape.chance("reasons") };
    let mut last = |fen: Fen| past(fen, &mut chance);
    let scope: Vec<&Line> = all.iter().copied().filter(|line| line.counterparty.is_none()).collect();

    // By fund and kind, so that every sum of them holds last year too.
    let fund = |fund: &str| sum(&scope, |line| line.fund == fund);
    let projects = sum(all, |_| true) - sum(outside, |_| true);
    let this: [Fen; 3] = [fund(GENERAL), fund("government_fund"), fund("state_capital_budget")];
    let then = this.map(&mut last);
    let others = last(sum(&scope, |line| !is_fiscal(line.fund)));
    let fiscal: Fen = then.iter().sum();
    let whole = fiscal + others;
    let project = whole / 1_000 * (projects * 1_000 / total.max(1)).min(1_000);
    // What is neither, such as 经营支出, is paid from other money.
    let basic = (whole - project).saturating_sub(if shape.unit_funds { others / 10 } else { 0 });

    let mut figures = json!({
        "total": yuan(whole),
        "general_public_budget": yuan(then[0]),
        "fiscal_income": yuan(fiscal),
        "other_income": yuan(others),
        "basic": yuan(basic),
        "project": yuan(project),
    });
    reasons.of("total", total, whole);
    if (this[0], then[0]) != (total, whole) {
        reasons.of(GENERAL, this[0], then[0]);
    }
    for (index, key) in [(1, "government_fund"), (2, "state_capital_budget")] {
        figures[key] = yuan(then[index]).into();
        reasons.of(key, this[index], then[index]);
    }
    three_public(&scope, &mut last, &mut figures, &mut reasons);
    let cost =
        sum(outside, |line| line.fund == GENERAL && line.is_public() && agency.units[line.unit].is_administration());
    if cost > 0 {
        let then = last(cost);
        figures["operating_cost"] = yuan(then).into();
        reasons.of("operating_cost", cost, then);
    }
    let then = last(procured);
    figures["procurement"] = yuan(then).into();
    reasons.of("procurement", procured, then);

    let basis = chance.pick(&["budget", "adjusted_budget", "execution", "final_accounts"]);
    data["previous_years"] = json!([{ "year": shape.year - 1, "basis": basis, "figures": figures }]);
    if shape.seed.is_multiple_of(2)
        && let Some(years) = data["previous_years"].as_array_mut()
    {
        let earlier = |fen: Fen| yuan(fen / 100 * 97);
        years.push(json!({ "year": shape.year - 2, "basis": "final_accounts", "figures": {
            "fiscal_income": earlier(fiscal), "other_income": earlier(others), "basic": earlier(basic), "project": earlier(project),
        } }));
    }
    data["reasons"] = reasons.entries;
}

/// Last year's amount: more, less, the same, or the same but for what no figure in 万元 shows.
fn past(fen: Fen, chance: &mut Chance) -> Fen {
    match chance.between(0, 9) {
        0 => fen,
        1 => fen.saturating_sub(fen % 10_000 / 3),
        _ => fen / 1_000 * chance.between(820, 1_180),
    }
}

fn three_public(scope: &[&Line], last: &mut impl FnMut(Fen) -> Fen, figures: &mut Value, reasons: &mut Reasons) {
    let this = THREE_PUBLIC.map(|(_, code)| sum(scope, |line| line.economic == code && line.fund == GENERAL));
    let then = this.map(last);
    for ((name, _), fen) in THREE_PUBLIC.into_iter().zip(then) {
        figures["three_public"][name] = yuan(fen).into();
    }
    let total = |amounts: [Fen; 4]| amounts.iter().sum::<Fen>();
    reasons.of("three_public", total(this), total(then));
    // Without any this year, one sentence says so.
    if total(this) > 0 {
        reasons.of("three_public.vehicle", this[1] + this[2], then[1] + then[2]);
        for (index, (name, _)) in THREE_PUBLIC.into_iter().enumerate() {
            reasons.of(&format!("three_public.{name}"), this[index], then[index]);
        }
    }
}

/// 增减变化的原因, one for each change that is printed.
struct Reasons {
    work: &'static str,
    entries: Value,
    chance: Chance,
}

impl Reasons {
    fn of(&mut self, key: &str, this: Fen, last: Fen) {
        let more = match printed(this).cmp(&printed(last)) {
            std::cmp::Ordering::Equal => return,
            order => order.is_gt(),
        };
        let work = self.work;
        let choices: [&str; 3] = match (key, more) {
            ("total", true) => ["本年新增{}任务", "人员经费按政策调整，并新增{}项目", "{}重点项目集中在本年实施"],
            ("total", false) => ["上年{}项目已经完成", "压减{}一般性支出", "人员退休后人员经费减少，并压减{}项目"],
            (GENERAL, true) => ["人员工资正常晋级，{}经费增加", "{}任务增加，相应安排经费", "本年安排{}设施维修"],
            (GENERAL, false) => {
                ["落实过紧日子要求，压减{}经费", "上年{}一次性项目已经完成", "人员减少，{}经费随之减少"]
            }
            ("government_fund", true) => ["彩票公益金支持的{}项目增加", "本年新增{}公益项目", "{}公益项目扩大实施范围"],
            ("government_fund", false) => {
                ["彩票公益金支持的{}项目减少", "上年{}公益项目已经完成", "{}公益项目按进度减少安排"]
            }
            ("state_capital_budget", true) => {
                ["本年增加国有企业退休人员{}补助", "国有企业退休人员人数增加，{}补助随之增加", "{}补助标准提高"]
            }
            ("state_capital_budget", false) => {
                ["国有企业退休人员{}补助减少", "上年{}补助一次性发放", "享受{}补助的人数减少"]
            }
            ("operating_cost", true) => {
                ["{}办公用房运行费用增加", "{}业务量增加，日常公用支出增加", "{}差旅和培训增加"]
            }
            ("operating_cost", false) => ["压减{}办公费和差旅费", "节约{}办公用房水电支出", "精简{}会议和培训"],
            ("procurement", true) => ["{}设备集中在本年采购", "{}设施维修列入本年采购", "本年新增{}服务采购"],
            ("procurement", false) => ["{}设备上年已经采购到位", "压减{}货物采购", "{}服务采购上年已经完成"],
            (_, true) => ["{}工作需要，按批准的计划安排", "{}事项增加，按标准安排", "{}任务增加，按定额核定"],
            (_, false) => ["落实过紧日子要求，压减{}支出", "严格控制{}事项", "厉行节约，减少{}支出"],
        };
        // Each its own words, so that no reason is the copy of another.
        let subject = match key {
            "three_public.overseas" => "因公出国（境）",
            "three_public.vehicle" => "公务用车购置及运行",
            "three_public.vehicle_purchase" => "公务用车购置",
            "three_public.vehicle_running" => "公务用车运行",
            "three_public.reception" => "公务接待",
            "three_public" => "“三公”",
            _ => "",
        };
        let text = self.chance.pick(&choices).replace("{}", &format!("{work}{subject}"));
        self.entries[key] = text.into();
    }
}
