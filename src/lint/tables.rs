//! Columns, widths and the notes of empty tables.

use super::{Linted, Problems};
use crate::derive::{column_keys, unknown_columns};
use crate::diagnostic::code;
use crate::model::{AbsenceReason, TableKind};
use crate::reference::{Align, Orientation, RowLayout, TableSpec, Width};

/// Tables that hold something in every document.
const NEVER_EMPTY: &[TableKind] = &[TableKind::IncomeExpenditure, TableKind::Income, TableKind::Expenditure];
/// Millimetres between the margins of GB/T 9704, upright and lying: a region with its own theme may have more.
const UPRIGHT: f64 = 156.0;
const LYING: f64 = 225.0;

pub(super) fn lint(of: &Linted<'_>, problems: &mut Problems) {
    for (kind, column) in unknown_columns(of.region) {
        let index =
            of.region.table_specs.get(&kind).and_then(|spec| spec.columns.iter().position(|of| of.key == column));
        let mut known: Vec<String> = column_keys(kind).iter().map(|key| (*key).to_owned()).collect();
        if kind == TableKind::Income {
            known.extend(of.region.sources().map(|(name, _)| format!("source.{name}")));
        }
        problems.error(
            &["table", kind.key(), "columns", &index.unwrap_or_default().to_string()],
            code::PROFILE_COLUMN,
            format!("[table.{}] 没有名为 {column} 的列", kind.key()),
            if known.is_empty() {
                "这种表由模板画出，没有列".to_owned()
            } else {
                format!("可用的列：{}", known.join("、"))
            },
        );
    }
    for (_, kind, spec) in of.region.tables() {
        table(of, kind, spec, problems);
    }
}

fn table(of: &Linted<'_>, kind: TableKind, spec: &TableSpec, problems: &mut Problems) {
    let name = kind.key();
    let is_form = column_keys(kind).is_empty();
    if !is_form && spec.columns.is_empty() {
        problems.error(
            &["table", name],
            code::PROFILE_COLUMN,
            format!("《{}》没有列", spec.title),
            format!("在 [table.{name}] 中写明 columns"),
        );
    }
    if kind == TableKind::Income {
        let codes = spec.rows == RowLayout::Functions;
        let split = spec.columns.iter().any(|column| column.key.starts_with("code."));
        if split && !codes {
            problems.error(
                &["table", name, "rows"],
                code::PROFILE_COLUMN,
                format!("《{}》按单位列示，类、款、项各栏没有内容", spec.title),
                "写明 rows = \"functions\"，或改用 code 一栏",
            );
        }
    }
    widths(of, kind, spec, problems);
    let first = spec.columns.iter().position(|column| column.header.iter().all(|part| part.trim().is_empty()));
    if let Some(index) = first {
        problems.error(
            &["table", name, "columns", &index.to_string()],
            code::PROFILE_COLUMN,
            format!("《{}》第 {} 列没有表头", spec.title, index + 1),
            "header 至少写一级",
        );
    }
    if NEVER_EMPTY.contains(&kind) {
        return;
    }
    match &spec.null {
        None => problems.error(
            &["table", name],
            code::PROFILE_NOTE,
            format!("《{}》没有写明空表的样式和说明", spec.title),
            format!("在 [table.{name}.null] 中写明 rows 和 note"),
        ),
        Some(null) if !null.note.contains_key(&AbsenceReason::NoBudget) => problems.error(
            &["table", name, "null", "note"],
            code::PROFILE_NOTE,
            format!("《{}》的空表说明没有 no_budget 的写法，没有写明原因的空表都用它", spec.title),
            format!("在 [table.{name}.null] 的 note 中写明 no_budget"),
        ),
        Some(_) => {}
    }
}

fn widths(of: &Linted<'_>, kind: TableKind, spec: &TableSpec, problems: &mut Problems) {
    let name = kind.key();
    let mut fixed = 0.0;
    for (index, column) in spec.columns.iter().enumerate() {
        let at = index.to_string();
        match Width::read(&column.width) {
            Some(Width::Millimetres(number)) => fixed += number,
            Some(Width::Share(_)) => {}
            None => problems.error(
                &["table", name, "columns", &at, "width"],
                code::PROFILE_COLUMN,
                format!("《{}》的列宽“{}”不能识别", spec.title, column.width),
                "写成毫米数（\"24mm\"）或份数（\"1.2fr\"）",
            ),
        }
        if column.key == "total" && column.align != Align::Right {
            problems.warning(
                &["table", name, "columns", &at],
                code::PROFILE_COLUMN,
                format!("《{}》的金额没有靠右，各行数字不能对齐", spec.title),
                "删去 align",
            );
        }
    }
    let room = if spec.orientation == Orientation::Landscape { LYING } else { UPRIGHT };
    if of.region.theme.is_empty() && fixed >= room {
        problems.error(
            &["table", name, "columns"],
            code::PROFILE_COLUMN,
            format!("《{}》的固定列宽合计 {fixed} 毫米，版心只有 {room} 毫米", spec.title),
            "减小列宽，或改为横页（orientation = \"landscape\"）",
        );
    }
}
