//! 项目支出绩效目标.

use serde_json::{Value, json};

use super::Shape;
use super::agency::Agency;
use super::chance::Chance;
use super::money::{short, yuan};
use super::projects::Project;
use super::themes::Part;
use super::words::SURNAMES;

/// The plan of a project.
pub fn data(shape: &Shape, agency: &Agency, project: &Project) -> Value {
    let mut chance = shape.chance(&project.code);
    let year = shape.year;
    let (work, name) = (agency.field.work, &project.name);
    let items: Vec<&str> = project.theme.parts.iter().map(|part| part.item).collect();
    let goals = project.theme.parts.iter().map(|part| goal(project, part)).collect::<Vec<_>>().join("，");
    let settled = if project.rest > 0 { "，按合同兑付上年结转的尾款" } else { "" };
    let mut plan = json!({
        "unit": agency.units[project.unit].code,
        "manager": format!("{}示例", chance.pick(SURNAMES)),
        "phone": agency.phone,
        "continuing": project.continuing,
        "starts": format!("{year}-{:02}", chance.between(1, 3)),
        "ends": format!("{year}-{:02}", chance.between(10, 12)),
        "basis": format!("区级{work}工作年度安排；{}部门职能；{name}实施方案。", agency.name),
        "implementation": format!(
            "一季度制定{name}实施计划{settled}；二、三季度开展{}；四季度组织{name}验收和绩效自评。",
            items.join("、")
        ),
        "costs": costs(project),
        "annual_goal": format!("{name}全年{goals}，验收合格，服务对象满意。"),
        "indicators": indicators(shape, project, &mut chance),
    });
    if project.continuing {
        let budget =
            |chance: &mut Chance| (project.fen() - project.rest) / 1_000 * chance.between(850, 1_100) / 100 * 100;
        let history = [year - 2, year - 1].map(|year| {
            let budget = budget(&mut chance);
            let executed = budget - budget / 1_000 * chance.between(0, 30);
            json!({ "year": year, "budget": yuan(budget), "executed": yuan(executed) })
        });
        plan["history"] = json!(history);
        plan["long_term_goal"] =
            json!(format!("通过{name}，使{}{}。", project.theme.benefit.0, project.theme.benefit.1));
    }
    plan
}

/// 完成…不少于…
fn goal(project: &Project, part: &Part) -> String {
    format!("{}不少于{}{}", part.item, project.quantity(part), part.measure)
}

fn costs(project: &Project) -> Vec<Value> {
    let part = |part: &Part| {
        let quantity = project.quantity(part);
        json!({
            "item": part.item,
            "amount": yuan(quantity * part.price),
            "basis": format!("{quantity}{}×{}元", part.measure, short(part.price)),
        })
    };
    let mut costs: Vec<Value> = project.theme.parts.iter().map(part).collect();
    if project.rest > 0 {
        costs.push(json!({ "item": "上年合同尾款", "amount": yuan(project.rest), "basis": "按合同和验收结果结算" }));
    }
    costs
}

/// What the same was in the two years before, a little less.
pub fn before(project: &Project, part: &Part) -> [u64; 2] {
    let quantity = project.quantity(part);
    let less = if part.measure == "月" { 0 } else { quantity / 20 };
    [quantity - 2 * less, quantity - less]
}

/// 数量指标 of a part.
pub fn quantity(project: &Project, part: &Part) -> Value {
    let mut indicator = json!({
        "path": ["产出指标", "数量指标"],
        "name": format!("{}数量", part.item),
        "target": { "operator": ">=", "value": project.quantity(part).to_string(), "measure": part.measure },
        "basis": "年度工作计划",
    });
    if project.continuing {
        indicator["previous"] = json!(before(project, part).map(|quantity| format!("{quantity}{}", part.measure)));
    }
    indicator
}

fn indicators(shape: &Shape, project: &Project, chance: &mut Chance) -> Vec<Value> {
    let name = &project.name;
    let mut indicators: Vec<Value> = project.theme.parts.iter().map(|part| quantity(project, part)).collect();
    let share = |path: [&str; 2], name: String, operator: &str, value: u64, basis: &str| {
        json!({
            "path": path,
            "name": name,
            "target": { "operator": operator, "value": value.to_string(), "measure": "%" },
            "basis": basis,
        })
    };
    indicators.push(share(["产出指标", "质量指标"], format!("{name}验收合格率"), "=", 100, "验收办法"));
    indicators.push(json!({
        "path": ["产出指标", "时效指标"],
        "name": format!("{name}完成时间"),
        "target": { "text": format!("{}年12月底前", shape.year) },
        "basis": "年度工作计划",
    }));
    let part = &project.theme.parts[0];
    indicators.push(json!({
        "path": ["产出指标", "成本指标"],
        "name": format!("{}单位成本", part.item),
        "target": { "operator": "<=", "value": short(part.price), "measure": format!("元/{}", part.measure) },
        "basis": "测算依据",
    }));
    let (benefit, text) = project.theme.benefit;
    indicators.push(json!({
        "path": ["效益指标", chance.pick(&["社会效益指标", "可持续影响指标"])],
        "name": benefit,
        "target": { "text": text },
        "basis": "年度工作计划",
    }));
    let satisfied = share(
        ["满意度指标", "服务对象满意度指标"],
        format!("{name}服务对象满意度"),
        ">=",
        chance.between(85, 95),
        "问卷调查",
    );
    indicators.push(satisfied);
    indicators
}
