//! Tables as a screen reader reads them: one element a table, its header cells, its rows, its texts.

use gongkai::derive::report::{Body, ColumnView, Row, RowRole};

use super::text::of_table;
use crate::common::documents::{all, examples, long};
use crate::common::pdf::bare;
use crate::common::tags::{Element, tree};

/// The rows of a table element, each its cells. Rows may stand in THead, TBody and TFoot, or alone.
fn rows(table: &Element) -> Vec<Vec<&Element>> {
    let is_cell = |cell: &&Element| ["TH", "TD"].contains(&cell.role.as_str());
    table.with_role("TR").into_iter().map(|row| row.children.iter().filter(is_cell).collect()).collect()
}

/// The texts that a row of the report prints under each of the cells that it has, by their spans.
fn texts_under(row: &Row, cells: &[&Element]) -> Vec<String> {
    let mut start = 0;
    let text = |cell: &&Element| {
        let end = start + usize::try_from(cell.columns).unwrap();
        let text = bare(&row.cells[start..end].concat());
        start = end;
        text
    };
    cells.iter().map(text).collect()
}

/// The columns that name a row: one a panel, none where all are amounts.
fn naming_columns(columns: &[ColumnView]) -> Vec<usize> {
    let panels = 0..=columns.iter().map(|column| column.panel).max().unwrap();
    panels
        .filter_map(|panel| {
            let mut of_panel = columns.iter().enumerate().filter(|(_, column)| column.panel == panel);
            let named = of_panel.clone().find(|(_, column)| column.key == "name");
            let text = |column: &ColumnView| column.align != gongkai::reference::Align::Right;
            named.or_else(|| of_panel.find(|(_, column)| text(column))).map(|(index, _)| index)
        })
        .collect()
}

#[test]
fn a_grid_is_one_table_with_the_cells_of_the_report() {
    for (name, rendered) in all() {
        let tree = tree(&rendered.pdf);
        let elements = tree.all();
        for table in &rendered.report.tables {
            let Body::Grid { columns, rows: expected } = &table.body else { continue };
            let at = format!("{name}, table {}", table.number);
            let found: Vec<_> =
                of_table(&elements, table.number).into_iter().filter(|element| element.role == "Table").collect();
            assert_eq!(found.len(), 1, "{at}: one element, however many pages");
            let rows = rows(found[0]);
            let depth = columns.iter().map(|column| column.header.len()).max().unwrap();
            assert_eq!(rows.len(), depth + expected.len(), "{at}");
            for (row, cells) in expected.iter().zip(&rows[depth..]) {
                assert_eq!(cells.iter().map(|cell| cell.columns).sum::<i64>(), i64::try_from(columns.len()).unwrap());
                let printed: Vec<_> = cells.iter().map(|cell| cell.text.clone()).collect();
                assert_eq!(printed, texts_under(row, cells), "{at}, row {:?}", row.keys);
            }
        }
    }
}

#[test]
fn a_grid_has_headers_of_columns_and_of_rows() {
    for (name, rendered) in examples() {
        let tree = tree(&rendered.pdf);
        let elements = tree.all();
        for table in &rendered.report.tables {
            let Body::Grid { columns, rows: expected } = &table.body else { continue };
            let at = format!("{name}, table {}", table.number);
            let element =
                of_table(&elements, table.number).into_iter().find(|element| element.role == "Table").unwrap();
            let rows = rows(element);
            let depth = columns.iter().map(|column| column.header.len()).max().unwrap();
            let (header, body) = rows.split_at(depth);
            let labels: Vec<&str> = header.iter().flatten().map(|cell| cell.text.as_str()).collect();
            for cell in header.iter().flatten() {
                assert_eq!((cell.role.as_str(), cell.scope.as_deref()), ("TH", Some("Column")), "{at}: {}", cell.text);
            }
            for label in columns.iter().flat_map(|column| &column.header) {
                assert!(labels.contains(&bare(label).as_str()), "{at}: no header {label}");
            }
            for (row, cells) in expected.iter().zip(body) {
                assert_row_headers(&at, row, cells, columns);
            }
        }
    }
}

fn assert_row_headers(at: &str, row: &Row, cells: &[&Element], columns: &[ColumnView]) {
    let mut naming = naming_columns(columns);
    // A heading line within the rows stands in another text column than the names.
    if let [name] = naming[..]
        && row.cells[name].is_empty()
    {
        naming = vec![row.cells.iter().position(|text| !text.is_empty()).unwrap()];
    }
    let mut start = 0;
    for cell in cells {
        let end = start + usize::try_from(cell.columns).unwrap();
        let names = naming.iter().any(|column| (start..end).contains(column));
        let blank = row.roles[columns[start].panel] == RowRole::Blank;
        let expected = if names && !blank { ("TH", Some("Row")) } else { ("TD", None) };
        assert_eq!((cell.role.as_str(), cell.scope.as_deref()), expected, "{at}, {:?}: {}", row.keys, cell.text);
        start = end;
    }
}

#[test]
fn a_table_of_many_pages_is_still_one() {
    let rendered = long();
    let tree = tree(&rendered.pdf);
    let elements = tree.all();
    let table = of_table(&elements, 3).into_iter().find(|element| element.role == "Table").unwrap();
    let pages: std::collections::BTreeSet<_> = table.with_role("TR").iter().filter_map(|row| row.page).collect();
    assert!(pages.len() > 10, "{pages:?}");
}

#[test]
fn every_table_of_the_forms_has_headers() {
    for (name, rendered) in examples() {
        let tree = tree(&rendered.pdf);
        let elements = tree.all();
        for number in [13, 14] {
            let tables: Vec<_> =
                of_table(&elements, number).into_iter().filter(|element| element.role == "Table").collect();
            assert!(tables.len() >= 5, "{name}, table {number}");
            for (index, table) in tables.iter().enumerate() {
                let at = format!("{name}, table {number}, its part {}", index + 1);
                let headers = table.with_role("TH");
                assert!(!headers.is_empty(), "{at}: {}", table.text);
                assert!(headers.iter().all(|header| header.scope.is_some()), "{at}: a header without scope");
                // A row begins with its header, unless one above spans it; what has columns says which.
                let width = |cells: &[&Element]| cells.iter().map(|cell| cell.columns).sum::<i64>();
                assert!(rows(table).iter().all(|cells| width(cells) > 0), "{at}: a row without cells");
            }
        }
    }
}

#[test]
fn every_cell_of_the_forms_is_printed_once_and_in_order() {
    for (name, rendered) in examples() {
        let tree = tree(&rendered.pdf);
        let elements = tree.all();
        let report = &rendered.report;
        for table in &report.tables {
            let indicators: Vec<_> = match &table.body {
                Body::Grid { .. } => continue,
                Body::DepartmentForm(form) => form.indicators.iter().collect(),
                Body::ProjectForms { forms } => forms.iter().flat_map(|form| &form.indicators).collect(),
            };
            let cells: Vec<&str> = of_table(&elements, table.number)
                .into_iter()
                .filter(|element| ["TH", "TD"].contains(&element.role.as_str()))
                .map(|element| element.text.as_str())
                .collect();
            let mut rest = cells.iter();
            for indicator in indicators {
                for text in [&indicator.name, &indicator.target] {
                    assert!(rest.any(|cell| *cell == bare(text)), "{name}, table {}: {text}", table.number);
                }
            }
        }
    }
}
