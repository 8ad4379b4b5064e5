//! The region profile: which parts, tables, columns, words and number styles a region publishes.
//!
//! Lists of what is printed are names in an order (`document.parts`, `tables.order`, `sources.order`, `glossary.order`) beside
//! a table of what each name means, so that a profile that extends another says only what differs.

mod table;
mod width;
mod words;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use self::table::{
    Align, ColumnSpec, NullRows, NullSpec, Orientation, ProjectIncludes, RowLayout, TableSpec, TableStyle,
    TotalPosition, ZeroStyle,
};
pub use self::width::Width;
pub use self::words::{BooleanLabels, GlossarySpec, RowLabels, SubjectWords, TermSpec, Word, Words};
use super::{Profile, Templates};
use crate::model::{Fund, Nature, Organisation, ProcurementKind, ProjectCategory, ScopeKind, TableKind};

/// 地区方案 (`regions/<code>/region.toml`, resolved by [`Profile`]).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// The folder's name.
    pub code: String,
    /// 地区名称。
    pub name: String,
    /// 称谓。
    pub subject: SubjectWords,
    /// What a document consists of.
    pub document: DocumentSpec,
    /// The parts by their names in [`DocumentSpec::parts`].
    #[serde(default, rename = "part")]
    pub parts: BTreeMap<String, PartSpec>,
    /// How figures in sentences are computed and printed.
    pub figures: FigureStyle,
    /// Which tables there are and how they are printed.
    pub tables: TableStyle,
    /// 收入来源, the rows and columns of income, in their order.
    pub sources: SourceOrder,
    /// The sources by their names in [`SourceOrder::order`].
    #[serde(default, rename = "source")]
    pub source_specs: BTreeMap<String, SourceSpec>,
    /// 支出性质 by economic 类, for lines that state none.
    pub nature: BTreeMap<String, Nature>,
    /// 科目的搭配, hints only.
    #[serde(default)]
    pub pairing: Pairing,
    /// Which terms 名词解释 explains.
    #[serde(default)]
    pub glossary: GlossarySpec,
    /// The terms by their names in [`GlossarySpec::order`].
    #[serde(default, rename = "term")]
    pub terms: BTreeMap<String, TermSpec>,
    /// The three funds of 财政拨款 as rows of income.
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
    /// What sentences call funds, kinds and changes.
    pub words: Words,
    /// Sentences of the 更正说明, for the templates alone.
    #[serde(default)]
    pub notice: toml::Table,
    /// Measures that differ from `theme.typ`, for the templates.
    #[serde(default)]
    pub theme: toml::Table,
    /// What rules need and no page prints.
    #[serde(default)]
    pub checks: CheckData,
    /// The tables by their kinds; those of [`TableStyle::order`] are published.
    #[serde(default, rename = "table")]
    pub table_specs: BTreeMap<TableKind, TableSpec>,
}

/// What a document consists of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentSpec {
    /// 文本名称 after the publisher; `{year}` and `{body}` (部门 or 单位) are filled in.
    pub title: String,
    /// The parts in their order, members of [`Region::parts`].
    pub parts: Vec<String>,
    /// How parts are numbered, as Typst's `numbering` says it: `第一部分`, `一、`.
    pub part_numbering: String,
    /// What 概况 tells besides duties and units.
    #[serde(default)]
    pub overview: Vec<OverviewPart>,
    /// Which figures the sentences print.
    pub narrative: Vec<NarrativePart>,
    /// What 项目支出绩效目标表 shows besides money, times, goals and indicators.
    #[serde(default)]
    pub project_form: Vec<FormPart>,
    /// A table's entry in the list before the tables; no list without one.
    #[serde(default)]
    pub table_entry: Option<String>,
    /// The remark within that list.
    #[serde(default)]
    pub tables_remark: Option<TablesRemark>,
    /// Above a table, left of its unit: `部门/单位：{publisher}`.
    pub unit_line: String,
}

/// What 概况 tells besides duties and units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverviewPart {
    /// 内设机构。
    Offices,
    /// 编制、在职和离退休人数。
    Staffing,
    /// 行政单位、事业单位各有几家。
    UnitKinds,
}

/// A group of figures that sentences print, a member of [`crate::derive::narrative::Narrative`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the member of its name")]
pub enum NarrativePart {
    Overall,
    Income,
    Expenditure,
    Fiscal,
    GeneralPublicBudget,
    Basic,
    ThreePublic,
    GovernmentFund,
    StateCapitalBudget,
    OperatingCost,
    Procurement,
    ServicePurchase,
    StateAssets,
    Performance,
    Summary,
    Goals,
    Items,
    Projects,
}

/// What 项目支出绩效目标表 shows besides money, times, goals and indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormPart {
    /// 一级项目、项目负责人、联系电话、延续或新增。
    Identity,
    /// 立项依据、实施方案。
    Reasons,
    /// 以前年度预算与执行。
    History,
    /// 成本构成与测算。
    Costs,
    /// 近两年指标值、指标值确定依据。
    IndicatorHistory,
    /// 项目资金总额 by 财政资金 and 其他资金.
    TotalBySource,
    /// 阶段性项目或经常性项目。
    Recurrence,
}

/// One part of a document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartSpec {
    /// Its title; `{publisher}`, `{year}` and `{body}` are filled in.
    pub title: String,
    /// What it is made of.
    pub draws: PartKind,
    /// The Typst file of its sentences, without ending; of [`PartKind::Overview`] and [`PartKind::Narrative`].
    #[serde(default)]
    pub sentences: Option<String>,
    /// The tables that stand here and not in the part that has none of its own; of [`PartKind::Tables`].
    #[serde(default)]
    pub tables: Vec<TableKind>,
}

/// What a part is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Sections of sentences from a Typst file of the profile: who the body is.
    Overview,
    /// The same: what its budget is.
    Narrative,
    /// Tables and forms.
    Tables,
    /// 名词解释。
    Glossary,
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

/// 收入来源 in their order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceOrder {
    /// Members of [`Region::source_specs`].
    pub order: Vec<String>,
    /// Whether tables tell 上年结转结余 and 年终结转结余 apart.
    pub carry_over: CarryOver,
}

/// Where 上年结转结余 stands among income.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarryOver {
    /// In rows of its own, below 本年收入合计.
    Apart,
    /// Within the source that its fund belongs to.
    Within,
}

/// 收入来源: one or several funds that tables show together. Each fund belongs to one source.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceSpec {
    /// The row's name, without ordinal.
    pub label: String,
    /// Its funds.
    pub funds: Vec<Fund>,
    /// Whether 收支总表 has a row for each of its funds besides, named by [`Region::fiscal_labels`].
    #[serde(default)]
    pub by_fund: bool,
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

/// What rules need and no page prints; a rule whose data a profile leaves out is told as not checked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckData {
    /// 采购类别 by the letter that a 品目编码 begins with; none where the region does not say.
    pub catalogue_kinds: BTreeMap<String, ProcurementKind>,
    /// Beginnings of the 资产分类代码 of cars that count as 公务用车.
    pub official_vehicle_classes: Vec<String>,
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
    /// Reads the profile `name` for documents of one kind.
    ///
    /// # Errors
    /// There is none of that name, or its files are faulty.
    pub fn read(templates: &Templates, name: &str, scope: ScopeKind) -> Result<Self, RegionError> {
        Profile::read(templates, name, scope)?.region()
    }

    /// Whether all pages of its documents lie, whatever their tables ask for.
    #[must_use]
    pub fn lies(&self) -> bool {
        let page = self.theme.get("page").and_then(toml::Value::as_table);
        page.and_then(|page| page.get("flipped")).and_then(toml::Value::as_bool).unwrap_or(false)
    }

    /// The published tables in their order, numbered from 1.
    pub fn tables(&self) -> impl Iterator<Item = (u32, TableKind, &TableSpec)> {
        (1..).zip(&self.tables.order).filter_map(|(number, kind)| Some((number, *kind, self.table_specs.get(kind)?)))
    }

    /// The spec of the table of this kind, if the region publishes it.
    #[must_use]
    pub fn table(&self, kind: TableKind) -> Option<&TableSpec> {
        self.tables().find(|(_, of, _)| *of == kind).map(|(_, _, spec)| spec)
    }

    /// 收入来源 in their order, by name.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &SourceSpec)> + Clone {
        self.sources.order.iter().filter_map(|name| Some((name.as_str(), self.source_specs.get(name)?)))
    }

    /// The terms that 名词解释 explains by itself.
    pub fn glossary_terms(&self) -> impl Iterator<Item = &str> {
        self.glossary.order.iter().filter_map(|name| self.terms.get(name)).map(|term| term.term.as_str())
    }

    /// What sentences call income of a fund; nothing where the profile does not say.
    #[must_use]
    pub fn income_name(&self, fund: Fund) -> &str {
        self.words.of("income", fund.key()).unwrap_or_default()
    }

    /// Whether the sentences print these figures.
    #[must_use]
    pub fn tells(&self, part: NarrativePart) -> bool {
        self.document.narrative.contains(&part)
    }

    /// Names that lead nowhere, and funds that belong to no source or to two: no document can be made of such a profile.
    pub(super) fn inconsistency(&self) -> Option<String> {
        let lacks =
            |list: &str, name: &str, table: &str| Some(format!("{list} 中的 {name} 没有写明：缺少 [{table}.{name}]"));
        if let Some(kind) = self.tables.order.iter().find(|kind| !self.table_specs.contains_key(kind)) {
            return lacks("tables.order", kind.key(), "table");
        }
        if let Some(name) = self.document.parts.iter().find(|name| !self.parts.contains_key(*name)) {
            return lacks("document.parts", name, "part");
        }
        if let Some(name) = self.sources.order.iter().find(|name| !self.source_specs.contains_key(*name)) {
            return lacks("sources.order", name, "source");
        }
        let explained = |name: &&String| {
            [GlossarySpec::FUNCTIONS, GlossarySpec::EXTRA].contains(&name.as_str()) || self.terms.contains_key(*name)
        };
        if let Some(name) = self.glossary.order.iter().find(|name| !explained(name)) {
            return lacks("glossary.order", name, "term");
        }
        Fund::ALL.into_iter().find_map(|fund| {
            let count = self.sources().filter(|(_, source)| source.funds.contains(&fund)).count();
            (count != 1).then(|| format!("每种资金应当属于一个收入来源，{} 属于 {count} 个", fund.key()))
        })
    }
}

#[cfg(test)]
mod tests;
