//! The ids of figures and the paths of texts in words.

/// Parts of ids that say nothing beside the table or section.
const SILENT: &[&str] = &[
    "tables",
    "form",
    "forms",
    "narrative",
    "overview",
    "glossary",
    "some",
    "null",
    "department_performance",
    "project_performance",
];

/// Words of the parts; what is not here stays as it is.
const WORDS: &[(&str, &str)] = &[
    ("administrative", "行政"),
    ("affiliate_remittance", "附属单位上缴收入"),
    ("also_named", "加挂牌子"),
    ("amount", "金额"),
    ("annual_goal", "年度绩效目标"),
    ("annual_tasks", "年度工作任务"),
    ("as_of", "截止日期"),
    ("authorized", "编制人数"),
    ("basic", "基本支出"),
    ("basis", "依据或口径"),
    ("budget", "预算数"),
    ("business", "事业单位经营收入"),
    ("business_income", "事业单位经营收入"),
    ("business_operation", "事业单位经营支出"),
    ("carried_over", "上年结转结余"),
    ("category", "项目类别"),
    ("change", "增减"),
    ("civil_service_like", "参照公务员法管理"),
    ("classes", "经济分类"),
    ("code", "编码"),
    ("completion", "完成率"),
    ("confidential", "机要通信用车"),
    ("continuing", "项目属性"),
    ("costs", "成本构成"),
    ("coverage", "资金口径"),
    ("day", "日"),
    ("direction", "增减方向"),
    ("duties", "主要职能"),
    ("duties_summary", "部门职能概述"),
    ("emergency", "应急保障用车"),
    ("ends", "完成时间"),
    ("equipment_over_1m", "单价100万元以上设备"),
    ("executed", "执行数"),
    ("expenditure", "支出"),
    ("extra", "补充的名词"),
    ("fiscal", "财政拨款"),
    ("fiscal_special_account", "财政专户管理资金"),
    ("full_name", "全称"),
    ("functions", "功能分类"),
    ("fund", "资金"),
    ("general_public_budget", "一般公共预算"),
    ("goal", "目标"),
    ("goals", "绩效目标清单"),
    ("goods", "货物"),
    ("government_fund", "政府性基金预算"),
    ("groups", "款"),
    ("history", "以前年度预算与执行"),
    ("implementation", "实施方案"),
    ("implementing_unit", "实施单位"),
    ("in_service", "在职人数"),
    ("income", "收入"),
    ("indicators", "绩效指标"),
    ("institutional", "事业"),
    ("institutional_income", "事业收入"),
    ("item", "支出内容"),
    ("items", "项"),
    ("last", "上年数"),
    ("last_year_results", "上年完成情况"),
    ("law_enforcement", "执法执勤用车"),
    ("leaders", "主要领导干部用车"),
    ("level", "级次"),
    ("long_term_goal", "长期绩效目标"),
    ("manager", "项目负责人"),
    ("month", "月"),
    ("name", "名称"),
    ("note", "表下说明"),
    ("offices", "内设机构"),
    ("operating_cost", "机关运行经费"),
    ("ordinary", "退休"),
    ("other", "其他"),
    ("other_and_carry_over", "其他支出及年终结转结余"),
    ("other_income", "其他收入"),
    ("overall", "收支总预算"),
    ("overseas", "因公出国（境）费"),
    ("overview", "项目概述"),
    ("parent", "一级项目"),
    ("percent", "幅度"),
    ("performance", "绩效目标"),
    ("personnel", "人员经费"),
    ("phone", "电话"),
    ("pre_1949_cadre", "离休"),
    ("preparer", "填报人"),
    ("procurement", "政府采购"),
    ("project", "项目支出"),
    ("project_statement", "项目经费"),
    ("projects", "项目"),
    ("public", "公用经费"),
    ("published_on", "公开日期"),
    ("publisher", "发布主体"),
    ("purpose", "用途"),
    ("reason", "原因"),
    ("reception", "公务接待费"),
    ("recurring", "项目性质"),
    ("remittance_to_superior", "上缴上级支出"),
    ("reserved_for_micro", "预留小微企业"),
    ("reserved_for_small", "预留中小企业"),
    ("result", "完成情况"),
    ("retired", "离退休人员"),
    ("retired_cadres", "离退休干部用车"),
    ("rounded", "四舍五入说明"),
    ("service", "服务"),
    ("service_purchase", "政府购买服务"),
    ("services", "服务"),
    ("share", "占比"),
    ("source", "来源"),
    ("special_technical", "特种专业技术用车"),
    ("staffing", "人员"),
    ("starts", "起始时间"),
    ("state_assets", "国有资产"),
    ("state_capital_budget", "国有资本经营预算"),
    ("subjects", "款"),
    ("subordinates", "二级单位数"),
    ("subsidy_to_affiliate", "对附属单位补助支出"),
    ("summary", "收支"),
    ("superior_subsidy", "上级补助收入"),
    ("supervising_department", "主管部门"),
    ("target", "指标值"),
    ("term", "名词"),
    ("text", "解释"),
    ("three_public", "“三公”经费"),
    ("title", "表名"),
    ("total", "合计"),
    ("total_budget", "项目总预算"),
    ("total_by_source", "项目总预算"),
    ("unit", "实施单位"),
    ("unit_kinds", "各类单位"),
    ("units", "单位"),
    ("vehicle", "公务用车购置及运行费"),
    ("vehicle_purchase", "公务用车购置费"),
    ("vehicle_running", "公务用车运行费"),
    ("vehicles", "车辆"),
    ("vehicles_kept", "公务用车保有量"),
    ("vehicles_to_buy", "公务用车购置数"),
    ("worker", "工勤"),
    ("works", "工程"),
    ("year", "年度"),
    ("year_end_carry_over", "年终结转结余"),
];

/// Longest name of an element that is repeated.
const LONGEST: usize = 16;

/// `expenditure.basic.amount` in words: `支出 基本支出 金额`.
pub(super) fn words(id: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for (part, key) in parts(id) {
        // A place in a list of fixed length: 前年、上年; 一级、二级.
        let (name, place) = part.split_once('[').unwrap_or((part, ""));
        let place = place.trim_end_matches(']').parse::<usize>();
        let word = match (name, &place) {
            ("previous" | "previous_years", Ok(0)) => Some("前年"),
            ("previous" | "previous_years", Ok(_)) => Some("上年"),
            ("path", Ok(0)) => Some("一级"),
            ("path", Ok(1)) => Some("二级"),
            ("path", Ok(_)) => Some("三级"),
            _ if SILENT.contains(&name) => None,
            _ => Some(WORDS.iter().find(|(known, _)| *known == name).map_or(name, |(_, word)| word)),
        };
        words.extend(word.map(str::to_owned));
        // The form of a project stands under its name.
        let key = if name == "forms" { "" } else { key };
        let shown: Vec<&str> = key.split(',').filter(|part| !part.is_empty()).map(keyword).collect();
        if !shown.is_empty() {
            let shown = shown.join(" ");
            let short: String = shown.chars().take(LONGEST).collect();
            words.push(if short.len() < shown.len() { format!("“{short}…”") } else { format!("“{shown}”") });
        }
    }
    words.join(" ")
}

/// The word of a key such as `fiscal`.
fn keyword(key: &str) -> &str {
    WORDS.iter().find(|(known, _)| *known == key).map_or(key, |(_, word)| word)
}

/// The parts between dots, each with the key in its braces; keys may hold dots.
fn parts(id: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let mut rest = id;
    while !rest.is_empty() {
        let end = rest.find(['.', '{']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (key, after) = match after.strip_prefix('{') {
            Some(inner) => inner.split_once('}').unwrap_or((inner, "")),
            None => ("", after),
        };
        parts.push((name, key));
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_paths_are_told_in_words() {
        assert_eq!(words("expenditure.basic.amount"), "支出 基本支出 金额");
        assert_eq!(
            words("tables.project_performance.forms{QS1,科普经费}.costs{印刷}.item"),
            "成本构成 “印刷” 支出内容"
        );
        assert_eq!(words("tables.department_performance.form.income{fiscal}.previous[1]"), "收入 “财政拨款” 上年");
        assert_eq!(words("basic.personnel.301"), "基本支出 人员经费 301");
    }

    #[test]
    fn the_words_are_in_order() {
        assert!(WORDS.is_sorted_by_key(|(name, _)| *name));
    }
}
