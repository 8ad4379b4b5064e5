use super::*;
use crate::diagnostic::Severity;

/// What lint says of a profile that extends the national one: severity, code, line, message.
fn said(text: &str) -> Vec<String> {
    let head = "extends = \"000000-national\"\ncode = \"999999-x\"\nname = \"某区\"\n";
    let templates = Templates::with([("regions/999999-x/region.toml", format!("{head}{text}"))]);
    let told = |finding: &Diagnostic| {
        let line = finding.place.as_ref().map_or(0, |place| place.line);
        let severity = if finding.severity == Severity::Error { "E" } else { "W" };
        format!("{severity} {} {line} {}", finding.code, finding.message)
    };
    lint(&templates, "999999-x").unwrap().iter().map(told).collect()
}

#[test]
fn the_profiles_compiled_in_are_clean() {
    let templates = Templates::built_in();
    for name in templates.regions() {
        assert_eq!(lint(&templates, name).unwrap(), [], "{name}");
    }
}

#[test]
fn a_profile_that_says_nothing_of_its_own_is_clean() {
    assert_eq!(said(""), Vec::<String>::new());
}

#[test]
fn columns_that_no_table_fills_are_told_at_their_line() {
    let text = "[table.basic]\ncolumns = [\n  { key = \"code\", header = [\"编码\"], width = \"20mm\" },\n  { key = \"totals\", header = [\"合计\"], width = \"1fr\" },\n]";
    assert_eq!(said(text), ["E GK802 7 [table.basic] 没有名为 totals 的列"]);
    let text = "[table.basic]\ncolumns = [{ key = \"total\", header = [\"合计\"], width = \"wide\" }]";
    assert_eq!(said(text), ["E GK802 5 《一般公共预算基本支出表》的列宽“wide”不能识别"]);
    let text =
        "[table.basic]\ncolumns = [{ key = \"total\", header = [\"合计\"], width = \"170mm\", align = \"left\" }]";
    let found = said(text);
    assert_eq!(found.len(), 2);
    assert!(found[0].contains("固定列宽合计 170 毫米") || found[1].contains("固定列宽合计 170 毫米"));
}

#[test]
fn a_table_that_can_be_empty_needs_its_note() {
    let text =
        "[tables]\norder = [\"income_expenditure\", \"income\", \"expenditure\", \"basic\", \"project_performance\"]\n";
    assert_eq!(said(text), Vec::<String>::new());
    // The national note cannot be taken away, so another base is needed to lack it: a profile without one.
    let region = || {
        let mut region = Region::read(&Templates::built_in(), "000000-national", ScopeKind::Department).unwrap();
        region.table_specs.get_mut(&crate::model::TableKind::Basic).unwrap().null = None;
        region.table_specs.get_mut(&crate::model::TableKind::Projects).unwrap().null.as_mut().unwrap().note.clear();
        region
    };
    let region = region();
    let profile = Profile::read(&Templates::built_in(), "000000-national", ScopeKind::Department).unwrap();
    let mut problems = Problems::default();
    tables::lint(&Linted { region: &region, profile: &profile }, &mut problems);
    let told: Vec<_> = problems.0.iter().map(|problem| (problem.kind.id, problem.message.as_str())).collect();
    assert_eq!(
        told,
        [
            ("GK803", "《一般公共预算基本支出表》没有写明空表的样式和说明"),
            ("GK803", "《项目支出表》的空表说明没有 no_budget 的写法，没有写明原因的空表都用它"),
        ]
    );
}

#[test]
fn words_that_sentences_look_up_must_be_there() {
    let mut region = Region::read(&Templates::built_in(), "000000-national", ScopeKind::Department).unwrap();
    let profile = Profile::read(&Templates::built_in(), "000000-national", ScopeKind::Department).unwrap();
    if let Some(crate::reference::Word::Dictionary(words)) = region.words.0.get_mut("procurement") {
        words.remove("works");
    }
    region.words.0.remove("because");
    region.notice.remove("closing");
    let mut problems = Problems::default();
    words::lint(&Linted { region: &region, profile: &profile }, &mut problems);
    let told: Vec<_> = problems.0.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(told, ["[words.procurement] 缺少 works 的写法", "缺少用语 words.because", "更正说明缺少 closing"]);
    assert_eq!(
        said("[words.procurement]\nworkings = \"工程\""),
        ["W GK807 5 [words.procurement] 中的 workings 没有用处"]
    );
}

#[test]
fn placeholders_that_nobody_fills_are_told() {
    assert_eq!(said("[document]\ntitle = \"{years}年预算\""), ["E GK805 5 “{years}”不会替换成内容"]);
    assert_eq!(said("[table.basic.null.note]\nno_budget = \"注：{subject无预算。\""), ["E GK805 4 “{}”不会替换成内容"]);
}

#[test]
fn parts_need_their_sentences_and_one_part_the_tables() {
    assert_eq!(said("[part.overview]\nsentences = \"profile\""), ["E GK806 5 没有文件 profile.typ"]);
    let found = said("[document]\nparts = [\"overview\", \"narrative\", \"glossary\"]");
    assert_eq!(found, ["E GK806 5 应当有一个部分印出没有归入其他部分的表，现有 0 个"]);
}

#[test]
fn what_no_order_names_has_no_use() {
    assert_eq!(
        said("[term.x]\nterm = \"甲\"\ntext = \"乙\""),
        ["W GK807 4 [term.x] 没有用处：glossary.order 中没有 x"]
    );
    let found = said("[table.state_capital_budget]\ntitle = \"甲\"");
    assert_eq!(found, ["W GK807 4 [table.state_capital_budget] 没有用处：tables.order 中没有 state_capital_budget"]);
}

#[test]
fn a_profile_that_cannot_be_read_is_one_fault() {
    let found = said("[document]\nparts = [\"overview\", \"x\"]");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("E GK801"), "{found:?}");
    let found = said("title == 1");
    assert!(found[0].starts_with("E GK801 4"), "{found:?}");
}
