//! The published tables as open data: a CSV file a table, and a `datapackage.json` (Frictionless Data Package 1.0) that says
//! what their columns are.

use serde_json::{Value, json};

use crate::derive::report::{Body, ColumnView, Report, RowRole, Table};
use crate::reference::{Align, Region};

/// A file: its name and contents.
pub type OpenFile = (String, Vec<u8>);

/// The grids of a report, in the order of its tables.
fn grids(report: &Report) -> impl Iterator<Item = (&Table, &[ColumnView], Vec<Vec<String>>)> {
    report.tables.iter().filter_map(|table| match &table.body {
        Body::Grid { columns, rows } => {
            let row = |row: &crate::derive::report::Row| {
                let blank = |view: &ColumnView| row.roles.get(view.panel) == Some(&RowRole::Blank);
                let cell = |(view, text): (&ColumnView, &String)| {
                    let is_number = view.align == Align::Right && text.replace(',', "").parse::<f64>().is_ok();
                    if blank(view) {
                        String::new()
                    } else if is_number {
                        text.replace(',', "")
                    } else {
                        text.clone()
                    }
                };
                columns.iter().zip(&row.cells).map(cell).collect()
            };
            Some((table, columns.as_slice(), rows.iter().map(row).collect()))
        }
        _ => None,
    })
}

fn name(column: &ColumnView) -> String {
    column.header.join("_")
}

fn kind(column: &ColumnView) -> &'static str {
    if column.align == Align::Right && column.key != "quantity_measure" { "number" } else { "string" }
}

/// A CSV file for each grid and their description.
#[must_use]
pub fn csv(report: &Report, region: &Region) -> Vec<OpenFile> {
    let mut files = Vec::new();
    let mut resources = Vec::new();
    for (table, columns, rows) in grids(report) {
        let file = format!("table{:02}.csv", table.number);
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Into memory: nothing of it can fail.
        let _ = writer.write_record(columns.iter().map(name));
        for row in rows {
            let _ = writer.write_record(row.iter().map(|text| harmless(text)));
        }
        files.push((file.clone(), writer.into_inner().unwrap_or_default()));
        resources.push(resource(table, columns, &file));
    }
    let package = json!({
        "profile": "tabular-data-package",
        "name": format!("gongkai-{}-{}", region.code, report.year),
        "title": report.title(),
        "created": format!("{:04}-{:02}-{:02}T00:00:00Z", report.published_on.year, report.published_on.month, report.published_on.day),
        "contributors": [{ "title": report.publisher.full_name, "role": "publisher" }],
        "resources": resources,
    });
    files.push(("datapackage.json".to_owned(), format!("{package:#}\n").into_bytes()));
    files
}

fn resource(table: &Table, columns: &[ColumnView], file: &str) -> Value {
    let field = |column: &ColumnView| {
        let mut field = json!({ "name": name(column), "type": kind(column), "title": column.header.join(" ") });
        if kind(column) == "number" {
            field["unit"] = json!(table.unit);
        }
        field
    };
    json!({
        "profile": "tabular-data-resource",
        "name": table.kind.key().replace('_', "-"),
        "title": table.title,
        "description": table.note,
        "path": file,
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": { "fields": columns.iter().map(field).collect::<Vec<_>>(), "missingValues": [""] },
    })
}

/// The same as one JSON value: tables with their rows as objects, amounts as exact digits.
#[must_use]
pub fn json(report: &Report) -> Value {
    let tables = grids(report).map(|(table, columns, rows)| {
        let rows: Vec<Value> = rows
            .iter()
            .map(|row| columns.iter().map(name).zip(row.iter().cloned().map(Value::from)).collect::<serde_json::Map<_, _>>().into())
            .collect();
        json!({
            "number": table.number, "kind": table.kind.key(), "title": table.title, "unit": table.unit, "note": table.note,
            "rows": rows,
        })
    });
    json!({
        "format": "gongkai-tables/1",
        "title": report.title(),
        "year": report.year,
        "publisher": report.publisher.full_name,
        "tables": tables.collect::<Vec<_>>(),
    })
}

/// A text that a spreadsheet program would take for a formula begins with an apostrophe.
fn harmless(text: &str) -> String {
    let number = text.parse::<f64>().is_ok();
    if !number && text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
