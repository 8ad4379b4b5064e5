//! Faults of the command line, in Chinese; clap's own words are English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Status;

/// Prints help and version to stdout, faults to stderr.
pub(super) fn report(error: &clap::Error) -> Status {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A closed pipe is no fault of the user's.
        let _ = error.print();
        return Status::Clean;
    }
    eprintln!("错误：{}", sentence(error));
    if let Some(hint) = hint(error) {
        eprintln!("提示：{hint}");
    }
    Status::Failed
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn sentence(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", context(error, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "没有写明命令".to_owned(),
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个选项"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面缺少内容"),
        ErrorKind::InvalidValue => format!("{argument} 不能是“{value}”"),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!(
                "{argument} 不能是“{value}”{}",
                if reason.is_ascii() { String::new() } else { format!("：{reason}") }
            )
        }
        ErrorKind::ArgumentConflict => format!("{argument} 不能与 {} 同时使用", context(error, ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} 的内容个数不对")
        }
        ErrorKind::NoEquals => format!("{argument} 后面应写等号"),
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => "命令行有误".to_owned(),
    }
}

fn hint(error: &clap::Error) -> Option<String> {
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .map(|kind| context(error, kind))
        .into_iter()
        .find(|text| !text.is_empty());
    let valid = context(error, ContextKind::ValidValue);
    match suggested {
        Some(text) => Some(format!("是不是 {text}？")),
        None if !valid.is_empty() => Some(format!("可以是 {valid}")),
        None => Some("gongkai --help 查看用法".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::arguments::Arguments;
    use super::*;

    fn shown(arguments: &[&str]) -> String {
        let error = Arguments::command().try_get_matches_from(arguments).unwrap_err();
        format!("{}｜{}", sentence(&error), hint(&error).unwrap_or_default())
    }

    #[test]
    fn says_in_chinese_what_is_wrong_with_the_command_line() {
        insta::assert_snapshot!(
            [
                shown(&["gongkai"]),
                shown(&["gongkai", "rendr"]),
                shown(&["gongkai", "render"]),
                shown(&["gongkai", "render", "a.json", "--outpt", "b"]),
                shown(&["gongkai", "render", "a.json", "-o"]),
                shown(&["gongkai", "render", "a.json", "--format", "doc"]),
                shown(&["gongkai", "render", "a.json", "--ppi", "1"]),
                shown(&["gongkai", "render", "a.json", "--unit", "x"]),
                shown(&["gongkai", "render", "a.json", "-o", "b", "-d", "c"]),
            ]
            .join("\n")
        );
    }
}
