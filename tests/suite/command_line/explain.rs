//! `gongkai explain`, and the pages that are made with it.

use gongkai::check::RULES;
use gongkai::diagnostic::code::CODES;

use super::Desk;
use crate::common::documents::repository;

#[test]
fn the_list_names_every_code() {
    let run = Desk::new().run(&["explain"]);
    run.ends_with(0);
    for code in CODES.iter().copied().chain(RULES.iter().map(|rule| rule.code)) {
        assert!(run.out.contains(code.id) && run.out.contains(code.title), "{}", code.id);
    }
}

#[test]
fn one_rule_says_what_it_checks_why_and_shows_it() {
    for code in ["GK135", "gk135"] {
        let run = Desk::new().run(&["explain", code]);
        run.ends_with(0);
        for words in ["GK135 成本构成合计与项目预算不一致（错误）", "检查内容", "依据", "示例", "  有误", "  无误"]
        {
            assert!(run.out.contains(words), "{words} is not in {}", run.out);
        }
    }
    let run = Desk::new().run(&["explain", "GK005"]);
    assert!(run.ends_with(0).out.contains("JSON 语法错误"));
    Desk::new().run(&["explain", "GK999"]).ends_with(2).faults(&["没有编号为“GK999”的规则"]);
}

#[test]
fn the_page_of_rules_in_docs_is_that_of_the_program() {
    let run = Desk::new().run(&["explain", "--all"]);
    let page = std::fs::read_to_string(repository("docs/rules/README.md")).unwrap();
    assert!(run.out == page, "gongkai explain --all > docs/rules/README.md");
}

#[test]
fn rules_cite_entries_that_the_specification_has() {
    let specification = std::fs::read_to_string(repository("docs/domain.md")).unwrap();
    for rule in RULES {
        let basis = rule.manual().basis;
        for cited in basis.split(|letter: char| !letter.is_ascii_alphanumeric()) {
            let numbered = cited.len() >= 2
                && cited.starts_with(['R', 'F', 'D'])
                && cited[1..].bytes().all(|byte| byte.is_ascii_digit());
            assert!(!numbered || specification.contains(cited), "{}: no {cited} in docs/domain.md", rule.code.id);
        }
    }
}
