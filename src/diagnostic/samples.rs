//! Results for the tests of the renderers, with all that may occur in them.

use rust_decimal::Decimal;

use super::{Checked, Code, Diagnostic, Equation, NotChecked, RuleInfo, Severity, Source, code};

const DATA: &str = r#"{
  "year": 2023,
  "projects": [
    {
      "name": "“科普”活动<script>alert(1)</script>&quot;",
      "lines": [{ "amount": "332000.00" }],
      "plan": { "costs": [{ "amount": "60000.01" }] }
    }
  ]
}
"#;

const COSTS: Code = Code { id: "GK135", title: "成本构成合计与项目预算不一致" };
const WORDS: Code = Code { id: "GK402", title: "“三公”经费用词不当" };

/// Three files: one with findings, one clean, one unreadable.
pub(super) fn results() -> Vec<Checked> {
    vec![faulty(), clean(), unreadable()]
}

/// The rules that the findings are of, and one that found nothing.
pub(super) fn rules() -> Vec<RuleInfo> {
    let rule = |code: Code, severity, checked: &str, basis: &str| RuleInfo {
        code: code.id,
        title: code.title,
        severity,
        checked: checked.to_owned(),
        basis: basis.to_owned(),
    };
    vec![
        rule(code::UNREADABLE, Severity::Error, "", ""),
        rule(
            COSTS,
            Severity::Error,
            "成本构成各项金额之和等于该项目的预算明细之和。",
            "公开表格须与项目预算一致（R20）。",
        ),
        rule(WORDS, Severity::Warning, "文字中没有不当用词。", "已公开文本中的实例（F21）。"),
    ]
}

fn faulty() -> Checked {
    let source = Source::new("数据/科 协.json", DATA);
    let at = |text: &str| {
        let start = DATA.find(text).unwrap();
        source.place(start..start + text.len())
    };
    let equation = Equation::yuan("成本构成合计", Decimal::new(6_000_001, 2))
        .equals("项目预算明细合计", Decimal::new(33_200_000, 2));
    let costs = Diagnostic {
        path: "projects[0].plan.costs".to_owned(),
        words: "项目支出 › 第1项 › 项目支出绩效目标表的内容 › 成本构成与测算依据".to_owned(),
        equation: Some(equation),
        basis: Some("公开表格“成本构成与测算依据”须与项目预算一致（R20）".to_owned()),
        ..Diagnostic::error(COSTS, "项目“<b>科普</b>”的成本构成合计与项目预算不一致")
            .at(at("[{ \"amount\": \"60000.01\" }]"))
            .label(at("[{ \"amount\": \"332000.00\" }]"), "项目预算明细")
            .note("成本构成各项：\n其他支出 60,000.01 元")
            .hint("核对成本构成，例如 { \"amount\": \"332000.00\" }".to_owned())
    };
    let words = Diagnostic {
        path: "projects[0].name".to_owned(),
        words: "项目支出 › 第1项 › 项目名称".to_owned(),
        ..Diagnostic::warning(WORDS, "项目名称含有不当用词").at(at("<script>alert(1)</script>"))
    };
    Checked {
        file: "数据/科 协.json".to_owned(),
        title: "青山区科学技术协会2023年部门预算公开".to_owned(),
        findings: vec![costs, words],
        unchecked: vec![
            not_checked("GK302", "批复总额", "没有填写财政批复"),
            not_checked("GK101", "上年数", "没有上年的数据文件"),
        ],
        checked: 41,
    }
}

fn clean() -> Checked {
    Checked {
        file: "b.json".to_owned(),
        title: "示例区2024年部门预算公开".to_owned(),
        findings: Vec::new(),
        unchecked: vec![not_checked("GK302", "批复总额", "没有填写财政批复")],
        checked: 42,
    }
}

fn unreadable() -> Checked {
    let fault = Diagnostic::error(code::UNREADABLE, "c.json：没有这个文件").hint("检查路径和文件名".to_owned());
    Checked { file: "c.json".to_owned(), findings: vec![fault], ..Checked::default() }
}

fn not_checked(code: &'static str, title: &'static str, reason: &str) -> NotChecked {
    NotChecked { code, title, reason: reason.to_owned() }
}
