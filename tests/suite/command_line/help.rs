//! Help, version, schema, completions.

use serde_json::Value;

use super::Desk;
use crate::common::disclosures::{kexie, shili};

fn is_chinese(text: &str) -> bool {
    text.chars().filter(|character| ('\u{4e00}'..='\u{9fff}').contains(character)).count() > 15
}

#[test]
fn every_command_explains_itself_in_chinese() {
    let desk = Desk::new();
    for (arguments, words) in [
        (
            &["--help"][..],
            &["示例：", "gongkai render 区科协.json", "退出状态：0 完成；1 数据有错误；2 程序无法完成工作。"][..],
        ),
        (&["-h"], &["命令", "选项", "completions"]),
        (&["render", "--help"], &["用法：gongkai render [选项] 数据...", "--units", "--font-path", "示例："]),
        (&["watch", "--help"], &["用法：gongkai watch [选项] 数据...", "--templates", "按 Ctrl-C 结束"]),
        (&["fonts", "--help"], &["字体"]),
        (&["schema", "--help"], &["JSON Schema"]),
        (&["completions", "--help"], &["bash、zsh、fish"]),
    ] {
        let run = desk.run(arguments);
        run.ends_with(0);
        assert_eq!(run.err, "");
        assert!(is_chinese(&run.out), "{}", run.out);
        for word in words {
            assert!(run.out.contains(word), "{word} is not in {}", run.out);
        }
        for english in ["Usage", "Options", "Arguments", "Commands:", "Print", "[default"] {
            assert!(!run.out.contains(english), "{english} in {}", run.out);
        }
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    for flag in ["--version", "-V"] {
        let run = Desk::new().run(&[flag]);
        assert_eq!(run.ends_with(0).out.trim(), format!("gongkai {}", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn a_wrong_command_line_is_told_in_chinese_and_ends_with_two() {
    let desk = Desk::new();
    for (arguments, words) in [
        (&[][..], &["错误：没有写明命令"][..]),
        (&["rendr"], &["错误：没有“rendr”这个命令", "提示：是不是 render？"]),
        (&["render"], &["错误：缺少"]),
        (&["render", "a.json", "--outptu", "b"], &["错误：没有“--outptu”这个选项"]),
        (&["render", "a.json", "-o", "b.pdf", "-d", "c"], &["不能与"]),
        (&["render", "a.json", "--unit", "901001", "--units"], &["不能与"]),
        (&["render", "a.json", "--format", "docx"], &["不能是“docx”", "可以是 pdf、png、svg"]),
        (
            &["render", "a.json", "b.json", "-o", "c.pdf"],
            &["错误：-o 只能用于一份文本", "提示：多份文本用 -d 指明文件夹"],
        ),
        (&["render", "a.json", "--units", "-o", "c.pdf"], &["错误：-o 只能用于一份文本"]),
    ] {
        desk.run(arguments).ends_with(2).faults(words);
    }
    assert_eq!(desk.files("."), [""; 0]);
}

#[test]
fn the_schema_accepts_the_shipped_data_and_no_other() {
    let run = Desk::new().run(&["schema"]);
    let schema: Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for data in [kexie(), shili()] {
        let faults: Vec<_> = validator.iter_errors(&data).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
    let mut data = kexie();
    data["lines"][0]["amount"] = "1.234".into();
    assert!(!validator.is_valid(&data));
    data = kexie();
    data["line"] = data["lines"].clone();
    assert!(!validator.is_valid(&data));
}

#[test]
fn completions_are_printed_for_every_shell() {
    let desk = Desk::new();
    for (shell, word) in [
        ("bash", "complete"),
        ("zsh", "#compdef"),
        ("fish", "complete -c gongkai"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let run = desk.run(&["completions", shell]);
        assert!(run.ends_with(0).out.contains(word), "{shell}");
        assert!(run.out.contains("render") && run.out.contains("font-path"), "{shell}");
    }
    desk.run(&["completions", "cmd"]).ends_with(2).faults(&["不能是“cmd”"]);
}
