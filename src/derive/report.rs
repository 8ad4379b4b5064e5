//! The view: exactly what a document prints, as strings, roles and flags.
//!
//! Templates draw this and compute nothing. It is attached to the PDF as canonical JSON, so it holds no leaf line that
//! no page shows. A figure is any object with the two members `id` and `text`; templates print it through one accessor.

use serde::{Deserialize, Serialize};

use super::form::{DepartmentPerformanceForm, ProjectForm};
use super::narrative::Narrative;
pub use crate::model::ScopeKind;
use crate::model::{Level, TableKind, UnitKind};
use crate::reference::{Align, Orientation};

/// The name of the report's format in its `format` field.
pub const REPORT_FORMAT: &str = "gongkai-report/1";

/// 公开文本。What one document prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// [`REPORT_FORMAT`].
    pub format: String,
    /// Region profile, the folder's name.
    pub region: String,
    /// 预算年度。
    pub year: u16,
    /// `department` or `unit`.
    pub scope: ScopeKind,
    /// 发布主体 and its names.
    pub publisher: Publisher,
    /// 公开日期。
    pub published_on: DateParts,
    /// 第一部分 概况。
    pub overview: Overview,
    /// 第二部分 预算表, in the region's order, forms included.
    pub tables: Vec<Table>,
    /// 第三部分 预算情况说明, the figures of its sentences.
    pub narrative: Narrative,
    /// 第四部分 名词解释, what decides its entries.
    pub glossary: Glossary,
}

impl Report {
    /// 文本名称, such as `青山区科学技术协会2023年部门预算公开`.
    #[must_use]
    pub fn title(&self) -> String {
        title(&self.publisher.full_name, self.year, self.scope)
    }
}

/// 文本名称 of a report that need not have been derived.
#[must_use]
pub fn title(full_name: &str, year: u16, scope: ScopeKind) -> String {
    format!("{full_name}{year}年{}预算公开", scope.word())
}

/// 发布主体: the department, or the unit whose budget this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publisher {
    /// 简称, for text and tables.
    pub name: String,
    /// 全称, for cover, title and file name.
    pub full_name: String,
    /// 咨询电话。
    pub phone: String,
}

/// A date in parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateParts {
    /// 年。
    pub year: i32,
    /// 月。
    pub month: u8,
    /// 日。
    pub day: u8,
}

/// A printed figure: its identity and its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Figure {
    /// Stable name, such as `expenditure.project.share`; unique in a report.
    pub id: String,
    /// The digits as printed, without unit.
    pub text: String,
}

/// 第一部分 概况。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// 主要职能, without numbers.
    pub duties: Vec<String>,
    /// 预算单位, those in scope.
    pub units: Vec<UnitView>,
    /// 内设机构 of the 本级, or of the unit, if the region tells them.
    pub offices: Vec<OfficeView>,
    /// Number of [`Self::offices`]; none when zero.
    pub office_count: Option<Figure>,
    /// 二级单位数, none when zero.
    pub subordinate_count: Option<Figure>,
    /// 编制人数, if the region tells it, as of the two that follow.
    pub authorized: Option<StaffView>,
    /// 在职实有人数。
    pub in_service: Option<StaffView>,
    /// 离退休人员。
    pub retired: Option<RetiredView>,
    /// 各类预算单位的家数, if the region tells them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unit_kinds: Vec<UnitCount>,
}

/// How many 预算单位 of a kind there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitCount {
    /// `administrative`, `institutional` (参公 among them) or `other`.
    pub kind: String,
    /// 家数。
    pub count: Figure,
}

/// 预算单位。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitView {
    /// 名称。
    pub name: String,
    /// 级次。
    pub level: Level,
    /// 性质。
    pub kind: UnitKind,
}

/// 内设机构。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeView {
    /// 名称。
    pub name: String,
    /// 加挂牌子。
    pub also_named: Option<String>,
}

/// 人数 with its parts; parts of zero are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffView {
    /// 合计。
    pub total: Figure,
    /// 行政、事业、工勤, those that are not zero.
    pub parts: Vec<StaffPart>,
}

/// One kind of 编制.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPart {
    /// `administrative`, `institutional` or `worker`.
    pub kind: String,
    /// 人数。
    pub count: Figure,
    /// 其中参照公务员法管理人数, none when zero.
    pub civil_service_like: Option<Figure>,
}

/// 离退休人员。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetiredView {
    /// 合计。
    pub total: Figure,
    /// 离休。
    pub pre_1949_cadre: Figure,
    /// 退休。
    pub ordinary: Figure,
}

/// One of the region's tables, a grid or forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// 表的种类。
    pub kind: TableKind,
    /// 表号, from 1.
    pub number: u32,
    /// 表名, without body and year.
    pub title: String,
    /// 附表号 printed above the title, such as `附表4-8`.
    pub sheet: Option<String>,
    /// 单位, such as `元`; none for a form that names it in its cells.
    pub unit: Option<String>,
    /// Paper.
    pub orientation: Orientation,
    /// 空表说明, the whole sentence; present exactly when the table is empty.
    pub note: Option<String>,
    /// 表体。
    pub body: Body,
}

impl Table {
    /// Whether the table holds no data and says so.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.note.is_some()
    }
}

/// 表体。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Body {
    /// Rows under a header, drawn by the table engine.
    Grid {
        /// Columns from left to right.
        columns: Vec<ColumnView>,
        /// Rows from top to bottom.
        rows: Vec<Row>,
    },
    /// 整体支出绩效目标表。
    DepartmentForm(Box<DepartmentPerformanceForm>),
    /// 项目支出绩效目标表, one form a project.
    ProjectForms {
        /// Forms in the order of the data.
        forms: Vec<ProjectForm>,
    },
}

/// 表列。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnView {
    /// What the column shows; with a row's key it names a cell.
    pub key: String,
    /// Path of the header; neighbours with a common prefix share a cell.
    pub header: Vec<String>,
    /// Width, as [`Width`](crate::reference::Width) reads it: `24mm` or `2fr`.
    pub width: String,
    /// Alignment of its data cells.
    pub align: Align,
    /// Panel, 0 or 1, whose row key names the cells: 收支总表 has two side by side.
    pub panel: usize,
}

/// 表行。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// One key a panel: a code, a fund, `total`.
    pub keys: Vec<String>,
    /// One role a panel.
    pub roles: Vec<RowRole>,
    /// One text a column; empty where nothing is printed.
    pub cells: Vec<String>,
}

/// What a row is, for its weight and indent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowRole {
    /// 合计, 收入总计: bold.
    Total,
    /// 类, or a heading line within the rows: no indent.
    Class,
    /// 款: indent 1.
    Group,
    /// 项: indent 2.
    Item,
    /// A row without hierarchy.
    Plain,
    /// Filler beside the longer panel.
    Blank,
}

/// 第四部分 名词解释。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glossary {
    /// Keys of the figures in use: funds, natures, tables. An entry of the profile names what it needs of these.
    pub in_use: Vec<String>,
    /// 支出功能分类科目, as the tables hold them.
    pub functions: Vec<FunctionClass>,
    /// 补充的名词。
    pub extra: Vec<Term>,
}

/// 类 with its 款.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunctionClass {
    /// 类名称。
    pub name: String,
    /// 款。
    pub groups: Vec<FunctionGroup>,
}

/// 款 with its 项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunctionGroup {
    /// 款名称。
    pub name: String,
    /// 项名称。
    pub items: Vec<String>,
}

/// 名词。
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// 名词。
    pub term: String,
    /// 解释。
    pub text: String,
}
