//! What a region's tables look like.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{AbsenceReason, TableKind};

/// Which tables there are and how they are printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableStyle {
    /// The published tables in their order, which numbers them.
    pub order: Vec<TableKind>,
    /// Zero amounts.
    pub zero: ZeroStyle,
    /// Thousands separators in 元.
    pub thousands: bool,
    /// The total row.
    pub total: TotalPosition,
    /// The note of an empty table that has none of its own; `{subject}`, `{title}`, `{year}` and `{arranger}` are filled in.
    pub default_note: String,
    /// 类 that 收支总表 lists though they hold no amount.
    pub full_classes: Vec<String>,
    /// Kinds of expenditure that tables by 支出功能分类 have no column for and count as 项目支出.
    #[serde(default)]
    pub project_includes: Vec<ProjectIncludes>,
}

/// A kind of expenditure that may be counted as 项目支出.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectIncludes {
    /// 事业单位经营支出。
    BusinessOperation,
    /// 上缴上级支出。
    RemittanceToSuperior,
    /// 对附属单位补助支出。
    SubsidyToAffiliate,
}

/// What an amount of zero prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZeroStyle {
    /// Nothing.
    Blank,
    /// 0.00.
    Zero,
}

/// Where the total row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TotalPosition {
    /// Above all rows.
    First,
    /// Below all rows.
    Last,
}

/// One table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// 表名, without body and year.
    pub title: String,
    /// 附表号。
    #[serde(default)]
    pub sheet: Option<String>,
    /// 单位; amounts of a table in 万元 are rounded to two decimals.
    #[serde(default)]
    pub unit: Option<String>,
    /// 横向。
    #[serde(default)]
    pub orientation: Orientation,
    /// What the rows of 收入总表 are.
    #[serde(default)]
    pub rows: RowLayout,
    /// Zero amounts, where they differ from [`TableStyle::zero`].
    #[serde(default)]
    pub zero: Option<ZeroStyle>,
    /// Columns; a form has none.
    #[serde(default)]
    pub columns: Vec<ColumnSpec>,
    /// What stands for absent data; a table without it cannot be empty.
    #[serde(default)]
    pub null: Option<NullSpec>,
}

/// What the rows of 收入总表 are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowLayout {
    /// 部门 and its 预算单位.
    #[default]
    Units,
    /// 支出功能分类 that the income pays for.
    Functions,
}

/// 纸张方向。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// 纵向。
    #[default]
    Portrait,
    /// 横向。
    Landscape,
}

/// One column.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnSpec {
    /// What it shows, one of the keys of its table's kind.
    pub key: String,
    /// Path of its header.
    pub header: Vec<String>,
    /// Width, as [`super::Width`] reads it.
    pub width: String,
    /// Alignment of its cells.
    #[serde(default)]
    pub align: Align,
}

/// 对齐。
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// 左。
    Left,
    /// 中。
    Center,
    /// 右, for amounts: digits stand under digits.
    #[default]
    Right,
}

/// Rows of an empty table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NullRows {
    /// No data row.
    None,
    /// One row of zeros.
    Zero,
    /// The rows that it would have, without amounts.
    All,
}

/// What stands for absent data.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NullSpec {
    /// Rows.
    pub rows: NullRows,
    /// The note by reason; `{subject}`, `{title}`, `{year}` and `{arranger}` are filled in.
    pub note: BTreeMap<AbsenceReason, String>,
}
