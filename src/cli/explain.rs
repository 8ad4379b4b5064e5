//! `gongkai explain`.

use std::fmt::Write;

use super::Status;
use super::arguments::Explain;
use super::console::Console;
use crate::check::{Example, Manual, RULES, Rule};
use crate::diagnostic::code::{self, CODES};
use crate::diagnostic::{Code, Severity};

/// The groups of codes, by their first digit.
const GROUPS: [(char, &str); 9] = [
    ('0', "数据文件能否读入、能否推算"),
    ('1', "同一类数据内部的勾稽关系"),
    ('2', "不同数据之间的勾稽关系"),
    ('3', "完整性和公开要求"),
    ('4', "编码和名称"),
    ('5', "文字"),
    ('6', "排版结果"),
    ('7', "跨年度、跨部门的合理性"),
    ('8', "地区方案，由 gongkai regions lint 检查"),
];

pub(super) fn run(arguments: &Explain, console: &Console) -> Status {
    if arguments.all {
        return console.result(markdown().trim_end());
    }
    let Some(wanted) = &arguments.code else { return console.result(list().trim_end()) };
    let wanted = wanted.to_ascii_uppercase();
    if let Some(rule) = RULES.iter().find(|rule| rule.code.id == wanted) {
        return console.result(page(rule).trim_end());
    }
    match code::title(&wanted) {
        Some(title) => {
            let text = if wanted.starts_with("GK8") { PROFILE } else { FAULT };
            console.result(format_args!("{wanted} {title}\n\n{text}"))
        }
        None => console.failure(format_args!("没有编号为“{wanted}”的规则"), Some("gongkai explain 列出全部规则")),
    }
}

const PROFILE: &str = "地区方案的错误，由 gongkai regions lint 检查。出现时提示中写明位置和改法。";
const FAULT: &str = "数据文件不能读入或不能推算时的错误，总是检查。出现时提示中写明位置和改法。";

/// Faults and rules by group: number, severity, title.
fn list() -> String {
    let mut text = String::new();
    let rules = RULES.iter().map(|rule| (rule.code, rule.severity));
    let all: Vec<_> = CODES.iter().map(|code| (*code, Severity::Error)).chain(rules).collect();
    for (digit, title) in GROUPS {
        let _ = writeln!(text, "GK{digit}xx {title}");
        for (Code { id, title }, severity) in all.iter().filter(|(code, _)| code.id[2..].starts_with(digit)) {
            let _ = writeln!(text, "  {id}  {}  {title}", severity.word());
        }
        text.push('\n');
    }
    text + "某一条的检查内容、依据和示例：gongkai explain 编号"
}

/// One rule for a terminal.
fn page(rule: &Rule) -> String {
    let Manual { checked, basis, examples, described } = rule.manual();
    let mut text = format!("{} {}（{}）\n", rule.code.id, rule.code.title, rule.severity.word());
    for (title, body) in [("检查内容", checked), ("依据", basis), ("示例", described)] {
        if !body.is_empty() || title == "示例" {
            let _ = writeln!(text, "\n{title}");
        }
        for line in body.lines() {
            let _ = writeln!(text, "  {line}");
        }
    }
    for Example { bad, data, steps } in &examples {
        let _ = writeln!(text, "  {}（改动 data/{data}.json）：", verdict(*bad));
        for step in steps {
            let _ = writeln!(text, "    {step}");
        }
    }
    text
}

fn verdict(bad: bool) -> &'static str {
    if bad { "有误" } else { "无误" }
}

/// All rules as docs/rules/README.md.
fn markdown() -> String {
    let mut text = "# 检查规则\n\n\
        本页由 `gongkai explain --all` 生成，内容来自 src/check/rules/ 中各条规则的说明，示例即测试。\n\
        示例写的是对 data/ 中示例数据的改动：`路径 = 值` 改写，`路径 += 值` 追加，`删去 路径` 删除。\n\n\
        错误：不改正不能生成公开文本。警告：请人工核对。没有容差：金额精确到分，万元数是元数的四舍五入。\n\n\
        未收入规则的改动和原因见 [uncovered.md](uncovered.md)。\n"
        .to_owned();
    for (digit, title) in GROUPS {
        let _ = writeln!(text, "\n## GK{digit}xx {title}\n");
        if digit == '0' {
            let _ = writeln!(text, "{FAULT}\n\n| 编号 | 内容 |\n|---|---|");
            for Code { id, title } in CODES {
                let _ = writeln!(text, "| {id} | {title} |");
            }
        }
        for rule in RULES.iter().filter(|rule| rule.code.id[2..].starts_with(digit)) {
            section(&mut text, rule);
        }
    }
    text
}

fn section(text: &mut String, rule: &Rule) {
    let Manual { checked, basis, examples, described } = rule.manual();
    let paragraphs = |text: &str| text.replace('\n', "\n\n");
    let _ = writeln!(text, "### {} {}（{}）\n", rule.code.id, rule.code.title, rule.severity.word());
    let _ = writeln!(text, "{}\n\n依据：{}\n", paragraphs(&checked), paragraphs(&basis));
    if !described.is_empty() {
        let _ = writeln!(text, "{}\n", paragraphs(&described));
    }
    for Example { bad, data, steps } in &examples {
        let steps: String = steps.iter().map(|step| format!("{step}\n")).collect();
        let _ = writeln!(text, "{}（{data}）：\n\n```text\n{steps}```\n", verdict(*bad));
    }
}
