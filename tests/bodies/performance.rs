//! 整体支出绩效目标.

use serde_json::{Value, json};

use super::Shape;
use super::agency::Agency;
use super::plan;
use super::projects::Project;

/// The department's goals.
pub fn data(shape: &Shape, agency: &Agency, projects: &[Project]) -> Value {
    let (work, [first, second, third, fourth]) = (agency.field.work, agency.field.concerns);
    let mut tasks: Vec<String> = projects
        .iter()
        .map(|project| {
            let items: Vec<&str> = project.theme.parts.iter().map(|part| part.item).collect();
            format!("推进{}，做好{}等工作。", project.name, items.join("、"))
        })
        .collect();
    tasks.push(format!("保障{work}人员经费按时足额发放，做好{first}日常管理。"));
    let mut goals: Vec<String> = projects
        .iter()
        .map(|project| {
            let part = &project.theme.parts[0];
            format!("{}中{}不少于{}{}", project.name, part.item, project.quantity(part), part.measure)
        })
        .collect();
    goals.push(format!("{work}日常工作有序开展，年度工作任务全部完成"));
    let mut indicators: Vec<Value> =
        projects.iter().map(|project| plan::quantity(project, &project.theme.parts[0])).collect();
    indicators.extend([
        json!({ "path": ["产出指标", "质量指标"], "name": format!("{work}年度工作任务完成率"),
            "target": { "operator": "=", "value": "100", "measure": "%" }, "previous": ["100%", "100%"], "basis": "年度工作计划" }),
        json!({ "path": ["产出指标", "时效指标"], "name": format!("{work}年度工作任务完成时间"),
            "target": { "text": format!("{}年12月底前", shape.year) }, "basis": "年度工作计划" }),
        json!({ "path": ["产出指标", "成本指标"], "name": "支出控制",
            "target": { "text": "不超过预算数" }, "basis": "部门预算" }),
        json!({ "path": ["效益指标", "社会效益指标"], "name": format!("{first}工作水平"),
            "target": { "text": "持续提升" }, "basis": "年度工作计划" }),
        json!({ "path": ["效益指标", "可持续影响指标"], "name": format!("{second}工作机制"),
            "target": { "text": "健全" }, "basis": "年度工作计划" }),
        json!({ "path": ["满意度指标", "服务对象满意度指标"], "name": format!("{work}服务对象满意度"),
            "target": { "operator": ">=", "value": "90", "measure": "%" }, "basis": "问卷调查" }),
    ]);
    let results = projects.iter().filter(|project| project.continuing).map(|project| {
        let part = &project.theme.parts[0];
        let [_, done] = plan::before(project, part);
        json!({
            "goal": format!("{}中{}不少于{done}{}", project.name, part.item, part.measure),
            "result": format!("{}全年完成{}{done}{}，全部通过验收。", project.name, part.item, part.measure),
            "completion": "完成率100%。",
        })
    });
    let mut performance = json!({
        "coverage": if projects.is_empty() || shape.seed.is_multiple_of(3) { "whole_budget" } else { "projects" },
        "duties_summary": format!("负责全区{work}工作，做好{first}、{second}、{third}和{fourth}等方面的管理与服务。"),
        "annual_tasks": tasks,
        "long_term_goal": format!("建立健全{work}工作体系，使{first}、{second}等工作水平不断提高。"),
        "annual_goal": format!("全面完成{work}年度工作任务，{third}工作规范有序，{fourth}建设取得实效。"),
        "indicators": indicators,
        "goals": goals,
    });
    let results: Vec<Value> = results.collect();
    if !results.is_empty() {
        performance["last_year_results"] = json!(results);
    }
    performance
}
