//! What can be wrong with a file, as types.

use super::leaf::{Format, LeafError};
use super::{MAXIMUM_BYTES, MAXIMUM_VALUES};
use crate::diagnostic::{Code, code, quoted};
use crate::model::AmountError;

/// A value's JSON type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    Text,
    Number,
    Boolean,
    Null,
}

impl Kind {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Object => "对象 { … }",
            Self::Array => "数组 [ … ]",
            Self::Text => "字符串",
            Self::Number => "数",
            Self::Boolean => "true 或 false",
            Self::Null => "null",
        }
    }
}

/// A fault of the data, found where it stands. The message says what is wrong, [`LoadFault::hint`] how to mend it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(super) enum LoadFault {
    #[error("{message}")]
    Syntax { message: String, hint: Option<String> },
    #[error("括号嵌套超过 512 层")]
    Nesting,
    #[error("数据项超过 {MAXIMUM_VALUES} 个")]
    TooManyValues,
    #[error("文件没有内容")]
    Empty,
    #[error("文件不是 UTF-8 编码：第 {} 个字节不是合法的 UTF-8 字符", .offset + 1)]
    NotUtf8 { offset: usize },
    #[error("文件是 UTF-16 编码，应为 UTF-8")]
    Utf16,
    #[error("文件超过 {} MiB", MAXIMUM_BYTES >> 20)]
    TooLarge,
    #[error("未知的字段{}", quoted(name))]
    UnknownField { name: String, nearest: Option<String>, known: Vec<String> },
    #[error("缺少字段“{name}”（{title}）")]
    MissingField { name: String, title: String, example: String },
    #[error("字段{}重复", quoted(name))]
    DuplicateField { name: String },
    #[error("{title}应为{expected}，这里是{}", found.word())]
    WrongType { title: String, expected: &'static str, found: Kind, hint: String },
    #[error("{title}没有{}这个取值", quoted(found))]
    UnknownChoice { title: String, found: String, nearest: Option<String>, allowed: Vec<String> },
    #[error("{title}{}不正确：{error}", quoted(found))]
    Leaf { title: String, found: String, format: Format, error: LeafError },
    #[error("{title}{}不正确：应为{}", quoted(found), integers(*.least, *.most))]
    Integer { title: String, found: String, least: u64, most: u64, year: bool },
    #[error("{title}有 {found} 项，{}", bounds(*.least, *.most))]
    Count { title: String, found: usize, least: usize, most: usize },
    #[error("文字中有{class} U+{:04X}{}", u32::from(*.character), times(*.count))]
    Character { class: &'static str, character: char, count: usize, hint: String },
    #[error("文字为空")]
    Blank,
    #[error("有 {count} 个预算单位，这里没有写明是哪一个")]
    UnitLeftOut { count: usize, known: Vec<String> },
    #[error("units 中没有单位代码{}", quoted(code))]
    UnknownUnit { code: String, nearest: Option<String>, known: Vec<String> },
    #[error("单位代码{}重复", quoted(code))]
    DuplicateUnit { code: String },
    #[error("项目代码{}重复", quoted(code))]
    DuplicateProject { code: String },
    #[error("projects 中没有项目代码{}", quoted(code))]
    UnknownProject { code: String, nearest: Option<String>, known: Vec<String> },
    #[error("项目明细都是项目支出，不能填写支出性质")]
    NatureInProject,
    #[error("以前年度 {previous} 不早于预算年度 {year}")]
    YearNotBefore { previous: String, year: String },
    #[error("以前年度 {year} 重复")]
    DuplicateYear { year: String },
    #[error("口径不是年初预算数，不能用上年的数据文件")]
    FileWithoutBudget,
    #[error("数据无法读入：{message}")]
    Undecoded { message: String },
    #[error("另有 {count} 处错误没有列出")]
    Omitted { count: usize },
}

fn bounds(least: usize, most: usize) -> String {
    match (least, most) {
        (0, most) => format!("最多 {most} 项"),
        (least, usize::MAX) => format!("至少要有 {least} 项"),
        (least, most) => format!("应有 {least} 至 {most} 项"),
    }
}

fn integers(least: u64, most: u64) -> String {
    // A count of persons or cars is bounded by its type only, which says nothing to a reader.
    if most == u64::from(u32::MAX) {
        format!("不小于 {least} 的整数")
    } else {
        format!("{least} 至 {most} 的整数")
    }
}

fn times(count: usize) -> String {
    if count > 1 { format!("（共 {count} 处）") } else { String::new() }
}

/// `是不是“a”？`, or the list of what there is to choose from.
fn nearest_or(nearest: Option<&String>, lead: &str, all: &[String]) -> String {
    const LONGEST: usize = 20;
    if let Some(nearest) = nearest {
        return format!("是不是 {nearest}？");
    }
    let more = if all.len() > LONGEST { format!(" 等 {} 个", all.len()) } else { String::new() };
    format!("{lead}{}{more}", all.iter().take(LONGEST).cloned().collect::<Vec<_>>().join("、"))
}

impl LoadFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::Syntax { .. } => code::SYNTAX,
            Self::Nesting => code::NESTING,
            Self::TooManyValues => code::TOO_MANY_VALUES,
            Self::Empty => code::EMPTY,
            Self::NotUtf8 { .. } | Self::Utf16 => code::ENCODING,
            Self::TooLarge => code::TOO_LARGE,
            Self::UnknownField { .. } => code::UNKNOWN_FIELD,
            Self::MissingField { .. } => code::MISSING_FIELD,
            Self::DuplicateField { .. } => code::DUPLICATE_FIELD,
            Self::WrongType { .. } => code::WRONG_TYPE,
            Self::UnknownChoice { .. } => code::UNKNOWN_CHOICE,
            Self::Leaf { error: LeafError::Amount(_), .. } => code::BAD_AMOUNT,
            Self::Leaf { error: LeafError::Code(_), .. } => code::BAD_CODE,
            Self::Leaf { error: LeafError::Date(_), .. } | Self::Integer { year: true, .. } => code::BAD_DATE,
            Self::Integer { .. } => code::BAD_INTEGER,
            Self::Count { .. } => code::WRONG_COUNT,
            Self::Character { .. } => code::CHARACTER,
            Self::Blank => code::BLANK,
            Self::UnitLeftOut { .. } => code::UNIT_LEFT_OUT,
            Self::UnknownUnit { .. } => code::UNKNOWN_UNIT,
            Self::DuplicateUnit { .. } => code::DUPLICATE_UNIT,
            Self::DuplicateProject { .. } => code::DUPLICATE_PROJECT,
            Self::UnknownProject { .. } => code::UNKNOWN_PROJECT,
            Self::NatureInProject => code::NATURE_IN_PROJECT,
            Self::YearNotBefore { .. } => code::YEAR_NOT_BEFORE,
            Self::DuplicateYear { .. } => code::DUPLICATE_YEAR,
            Self::FileWithoutBudget => code::FILE_WITHOUT_BUDGET,
            Self::Undecoded { .. } => code::UNDECODED,
            Self::Omitted { .. } => code::OMITTED,
        }
    }

    pub(super) fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Syntax { hint, .. } => return hint.clone(),
            Self::Nesting => "数据格式最多嵌套十层左右，请检查多余的 [ 或 {".to_owned(),
            Self::TooManyValues | Self::TooLarge => "一个文件只放一个部门、一个年度的数据".to_owned(),
            Self::Empty => "用 gongkai schema 查看数据格式，或从 data/ 中的示例改起".to_owned(),
            Self::NotUtf8 { .. } => "如果文件是 GBK（ANSI）编码，请在编辑器中“另存为”，编码选 UTF-8".to_owned(),
            Self::Utf16 => "请在编辑器中“另存为”，编码选 UTF-8".to_owned(),
            Self::UnknownField { nearest, known, .. } => nearest_or(nearest.as_ref(), "可用的字段：", known),
            Self::MissingField { name, example, .. } => format!("在这个对象中添加 \"{name}\": {example}"),
            Self::DuplicateField { .. } => "删去其中一个".to_owned(),
            Self::WrongType { hint, .. } => hint.clone(),
            Self::UnknownChoice { nearest, allowed, .. } => nearest_or(nearest.as_ref(), "可选：", allowed),
            Self::Leaf { format, error, .. } => leaf_hint(*format, *error),
            Self::Integer { year: true, .. } => "写四位年份，不加引号。例：2023".to_owned(),
            Self::Integer { .. } => "写整数，不加引号，不写小数点。例：5".to_owned(),
            Self::Count { found, least, .. } if found < least => "在 [ ] 中补上缺少的项".to_owned(),
            Self::Count { .. } => "删去多余的项".to_owned(),
            Self::Character { hint, .. } => hint.clone(),
            Self::Blank => "填上文字；没有内容时删去这个字段".to_owned(),
            Self::UnitLeftOut { known, .. } => nearest_or(None, "添加 \"unit\"，单位代码有：", known),
            Self::UnknownUnit { nearest, known, .. } => nearest_or(nearest.as_ref(), "单位代码有：", known),
            Self::DuplicateUnit { .. } | Self::DuplicateProject { .. } => "每个代码只能用一次".to_owned(),
            Self::UnknownProject { known, .. } if known.is_empty() => "没有项目；公用经费的采购不填 project".to_owned(),
            Self::UnknownProject { nearest, known, .. } => nearest_or(nearest.as_ref(), "项目代码有：", known),
            Self::NatureInProject => "删去 nature；人员类、公用经费类项目属于基本支出，请移到 lines".to_owned(),
            Self::YearNotBefore { .. } => "previous_years 只填预算年度以前的年度".to_owned(),
            Self::DuplicateYear { .. } => "一个年度只填一次，只用一个口径".to_owned(),
            Self::FileWithoutBudget => "删去 file，在 figures 中填写金额；或把 basis 改为 \"budget\"".to_owned(),
            Self::Undecoded { .. } => "这是程序的缺陷，请连同数据文件一起报告".to_owned(),
            Self::Omitted { .. } => "先改正列出的错误，再运行一次".to_owned(),
        })
    }
}

fn leaf_hint(format: Format, error: LeafError) -> String {
    let example = format.example();
    match error {
        LeafError::Amount(AmountError::NotANumber) => {
            format!("只写数字和小数点，不带千分位、单位和空格。例：{example}")
        }
        LeafError::Amount(AmountError::Negative) => "支出明细不能为负；调减的金额请直接从原明细中减去".to_owned(),
        LeafError::Amount(AmountError::TooPrecise { .. }) if format == Format::Amount => {
            "以元为单位，精确到分；如果原数以万元为单位，请乘以 10000".to_owned()
        }
        LeafError::Amount(AmountError::TooPrecise { .. }) => format!("例：{example}"),
        LeafError::Amount(AmountError::TooLarge) => "以元为单位；请检查是否多写了位数".to_owned(),
        LeafError::Code(_) | LeafError::Date(_) => format!("例：{example}"),
    }
}
