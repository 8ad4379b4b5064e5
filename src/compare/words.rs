//! Keywords of the report that stand for words of a sentence.

/// What the keyword or flag of a member prints; none where it only chooses between sentences.
pub(super) fn word(member: &str, keyword: &str) -> Option<&'static str> {
    Some(match (member, keyword) {
        ("direction", "increase") => "增加",
        ("direction", "decrease") => "减少",
        ("direction", "equal") => "持平",
        ("basis", "budget") => "预算",
        ("basis", "adjusted_budget") => "调整预算",
        ("basis", "execution") => "预算执行数",
        ("basis", "final_accounts") => "决算",
        ("continuing", "true") => "延续项目",
        ("continuing", "false") => "新增项目",
        ("recurring", "true") => "经常性项目",
        ("recurring", "false") => "阶段性项目",
        ("coverage", "whole_budget") => "部门全部预算",
        ("coverage", "projects") => "项目支出",
        ("reason", "no_budget") => "没有预算",
        ("reason", "not_entitled") => "没有资质",
        ("reason", "none_this_year") => "本年度没有安排",
        ("reason", "arranged_centrally") => "由上级统筹安排",
        ("rounded", "true") => "注明四舍五入",
        _ => return None,
    })
}
