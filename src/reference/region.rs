//! The region profile: which tables, columns, words and number styles a region publishes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Templates;
use crate::model::{AbsenceReason, Fund, Nature, Organisation, ProcurementKind, ProjectCategory, TableKind};

/// 地区方案 (`regions/<code>/region.toml`).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// The folder's name.
    pub code: String,
    /// 地区名称。
    pub name: String,
    /// 称谓。
    pub subject: SubjectWords,
    /// Titles of the four parts of a 部门 document.
    pub parts: PartTitles,
    /// The same of a 单位 document.
    pub parts_unit: PartTitles,
    /// Titles of the document.
    pub document: DocumentTitles,
    /// How figures in sentences are computed and printed.
    pub figures: FigureStyle,
    /// How tables are printed.
    pub tables: TableStyle,
    /// 支出性质 by economic 类, for lines that state none.
    pub nature: BTreeMap<String, Nature>,
    /// 科目的搭配, hints only.
    #[serde(default)]
    pub pairing: Pairing,
    /// The terms that 第四部分 explains by itself, for the checks; they stand in `glossary.typ`.
    #[serde(default)]
    pub glossary_terms: Vec<String>,
    /// 收支总表's income rows.
    pub income_labels: BTreeMap<Fund, String>,
    /// 财政拨款收支总表's income rows.
    pub fiscal_labels: BTreeMap<Fund, String>,
    /// Fixed row names.
    pub row_labels: RowLabels,
    /// 项目类别。
    pub category_labels: BTreeMap<ProjectCategory, String>,
    /// 采购类别。
    pub kind_labels: BTreeMap<ProcurementKind, String>,
    /// 采购组织形式。
    pub organisation_labels: BTreeMap<Organisation, String>,
    /// 是、否。
    pub boolean_labels: BooleanLabels,
    /// What rules need and no page prints.
    #[serde(default)]
    pub checks: CheckData,
    /// The tables in their order.
    #[serde(rename = "table")]
    pub table_specs: Vec<TableSpec>,
}

/// 科目的搭配. Which subjects usually go together; what departs from it is worth a look, not wrong.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pairing {
    /// Economic codes by their beginning, with the beginnings of the functional codes that they stand under.
    pub economic: BTreeMap<String, Vec<String>>,
    /// Functional codes by their beginning, with the beginnings of the economic codes that stand under them.
    pub functional: BTreeMap<String, Vec<String>>,
    /// Economic 款 that may be 人员经费 or 公用经费.
    pub either_nature: Vec<String>,
    /// Names of 项 for 基本支出 only.
    pub basic_only: Vec<String>,
    /// Names of 项 for 项目支出 only.
    pub project_only: Vec<String>,
    /// Names of 项 of 行政单位.
    pub administrative: Vec<String>,
    /// Names of 项 of 事业单位.
    pub institutional: Vec<String>,
}

/// 本部门、本单位。
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectWords {
    /// What a text says of the department.
    pub department: String,
    /// What a note says of the publishing body.
    pub unit: String,
}

/// Titles of the four parts; `{publisher}` and `{year}` are filled in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartTitles {
    /// 第一部分。
    pub overview: String,
    /// 第二部分。
    pub tables: String,
    /// 第三部分。
    pub narrative: String,
    /// 第四部分。
    pub glossary: String,
}

/// Titles of the document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentTitles {
    /// Of a 部门 document; also its file name after the publisher.
    pub title: String,
    /// Of a 单位 document.
    pub title_unit: String,
    /// The remark within the list of tables.
    pub tables_remark: Option<TablesRemark>,
}

/// A remark within the list of tables.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TablesRemark {
    /// After which table number.
    pub after: u32,
    /// The remark.
    pub text: String,
}

/// Whether 增减额 is the difference of the printed 万元 figures or of the exact amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeFrom {
    /// Of the two printed figures: what a reader can recompute.
    Printed,
    /// Of the exact amounts, rounded.
    Exact,
}

/// How figures in sentences are computed and printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureStyle {
    /// 增减额的算法。
    pub change_from: ChangeFrom,
    /// Decimals of 占比.
    pub share_decimals: u32,
    /// Decimals of 增减幅度.
    pub change_decimals: u32,
    /// Print 54 for 54.00.
    pub trim_zeros: bool,
    /// Funds whose lines count as “三公”经费.
    pub three_public_funds: Vec<Fund>,
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

/// How tables are printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableStyle {
    /// Zero amounts.
    pub zero: ZeroStyle,
    /// Thousands separators in 元.
    pub thousands: bool,
    /// The total row.
    pub total: TotalPosition,
    /// The note of an empty table that has none of its own; `{subject}`, `{title}` and `{year}` are filled in.
    pub default_note: String,
    /// 类 that 收支总表 lists though they hold no amount.
    pub full_classes: Vec<String>,
}

/// Fixed row names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the row of its name in region.toml")]
pub struct RowLabels {
    pub total: String,
    pub income_subtotal: String,
    pub income_carry_over: String,
    pub income_total: String,
    pub expenditure_subtotal: String,
    pub expenditure_carry_over: String,
    pub expenditure_total: String,
    pub fiscal_income_current: String,
    pub fiscal_income_carry_over: String,
    pub fiscal_expenditure_current: String,
    pub fiscal_expenditure_carry_over: String,
    pub public_funds: String,
}

/// 是、否。
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BooleanLabels {
    /// 是。
    #[serde(rename = "true")]
    pub yes: String,
    /// 否。
    #[serde(rename = "false")]
    pub no: String,
}

/// What rules need and no page prints; a rule whose data a profile leaves out is told as not checked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckData {
    /// 采购类别 by the letter that a 品目编码 begins with; none where the region does not say.
    pub catalogue_kinds: BTreeMap<String, ProcurementKind>,
    /// Beginnings of the 资产分类代码 of cars that count as 公务用车.
    pub official_vehicle_classes: Vec<String>,
}

/// One table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// Which rows it has.
    pub kind: TableKind,
    /// 表名。
    pub title: String,
    /// 附表号。
    #[serde(default)]
    pub sheet: Option<String>,
    /// 单位。
    #[serde(default)]
    pub unit: Option<String>,
    /// 横向。
    #[serde(default)]
    pub orientation: Orientation,
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
    /// Width.
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
    /// The note by reason; `{subject}` and `{year}` are filled in.
    pub note: BTreeMap<AbsenceReason, String>,
}

/// Why a profile cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RegionError {
    /// No folder of that name.
    #[error("没有地区方案 {name}")]
    Unknown {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Its file is not as [`Region`] says.
    #[error("{file} 有误：{message}")]
    Invalid {
        /// region.toml.
        file: String,
        /// What and where.
        message: String,
    },
}

impl Region {
    /// Reads the profile `name`.
    ///
    /// # Errors
    /// There is none of that name, or its file is faulty.
    pub fn read(templates: &Templates, name: &str) -> Result<Self, RegionError> {
        let path = format!("regions/{name}/region.toml");
        let Some(bytes) = templates.file(&path) else {
            let known = templates.regions().into_iter().map(str::to_owned).collect();
            return Err(RegionError::Unknown { name: name.to_owned(), known });
        };
        let invalid = |message: String| RegionError::Invalid { file: templates.shown(&path), message };
        let text = str::from_utf8(bytes).map_err(|error| invalid(error.to_string()))?;
        let region: Self = toml::from_str(text).map_err(|error| invalid(error.to_string()))?;
        if region.code != name {
            return Err(invalid(format!("code 应为 {name}，现为 {}", region.code)));
        }
        Ok(region)
    }

    /// The spec of the table of this kind, if the region publishes it.
    #[must_use]
    pub fn table(&self, kind: TableKind) -> Option<&TableSpec> {
        self.table_specs.iter().find(|spec| spec.kind == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_compiled_in_can_be_read() {
        let templates = Templates::built_in();
        let names = templates.regions();
        assert!(names.contains("420107-qingshan"));
        for name in names {
            Region::read(&templates, name).unwrap();
        }
    }

    #[test]
    fn the_terms_are_those_of_the_glossary() {
        let templates = Templates::built_in();
        for name in templates.regions() {
            let glossary = templates.file(&format!("regions/{name}/glossary.typ")).unwrap();
            let text = str::from_utf8(glossary).unwrap();
            let terms: Vec<_> = text
                .split("term: \"")
                .skip(1)
                .filter_map(|rest| rest.split_once('"').map(|(term, _)| term.to_owned()))
                .collect();
            assert_eq!(Region::read(&templates, name).unwrap().glossary_terms, terms, "{name}");
        }
    }

    #[test]
    fn names_the_known_profiles_when_asked_for_another() {
        let error = Region::read(&Templates::built_in(), "420106-wuchang").unwrap_err();
        assert!(matches!(error, RegionError::Unknown { known, .. } if known.contains(&"420107-qingshan".to_owned())));
    }
}
