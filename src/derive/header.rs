//! 表头。The multi-level header: each column gives the path of its header, and neighbours with a common prefix share a cell,
//! in the document as in the workbook.

use serde::Serialize;

use super::report::ColumnView;

/// 表头单元格。
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeaderCell<'r> {
    /// Where it stands.
    pub place: Place,
    /// What it says.
    pub text: &'r str,
}

/// The place of a cell, by the names that the templates give to `table.cell`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Its first column.
    pub x: usize,
    /// Its first row.
    pub y: usize,
    /// Columns that it spans.
    pub colspan: usize,
    /// Rows that it spans.
    pub rowspan: usize,
}

/// Rows of a header.
#[must_use]
pub fn depth(columns: &[ColumnView]) -> usize {
    columns.iter().map(|column| column.header.len()).max().unwrap_or_default()
}

/// The cells of a header, row by row. A path that ends spans the rows below it.
#[must_use]
pub fn cells(columns: &[ColumnView]) -> Vec<HeaderCell<'_>> {
    let depth = depth(columns);
    let mut cells = Vec::new();
    for level in 0..depth {
        let mut start = 0;
        while start < columns.len() {
            let path = &columns[start].header;
            let shared = columns[start..].iter().take_while(|other| share(path, &other.header, level)).count();
            // A name that ends here is its column's own, even beside one of the same name.
            let colspan = if path.len() > level + 1 { shared } else { 1 };
            if let Some(text) = path.get(level) {
                let rowspan = if path.len() == level + 1 { depth - level } else { 1 };
                cells.push(HeaderCell { place: Place { x: start, y: level, colspan, rowspan }, text });
            }
            start += colspan;
        }
    }
    cells
}

/// Whether two paths go on below this level under the same names.
fn share(path: &[String], other: &[String], level: usize) -> bool {
    path.len() > level + 1 && other.len() > level + 1 && path[..=level] == other[..=level]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::Align;

    fn columns(paths: &[&[&str]]) -> Vec<ColumnView> {
        let column = |path: &&[&str]| ColumnView {
            key: String::new(),
            header: path.iter().map(|name| (*name).to_owned()).collect(),
            width: "1fr".to_owned(),
            align: Align::Right,
            panel: 0,
        };
        paths.iter().map(column).collect()
    }

    #[test]
    fn neighbours_under_one_name_share_a_cell_and_a_path_that_ends_spans_the_rows_below() {
        let columns = columns(&[&["项目"], &["支出", "基本", "人员"], &["支出", "基本", "公用"], &["支出", "项目"]]);
        let shown = |cell: &HeaderCell<'_>| {
            let Place { x, y, colspan, rowspan } = cell.place;
            format!("{} {x},{y} {colspan}×{rowspan}", cell.text)
        };
        let cells: Vec<String> = cells(&columns).iter().map(shown).collect();
        assert_eq!(
            cells,
            ["项目 0,0 1×3", "支出 1,0 3×1", "基本 1,1 2×1", "项目 3,1 1×2", "人员 1,2 1×1", "公用 2,2 1×1"]
        );
    }

    #[test]
    fn columns_of_the_same_name_do_not_share_a_cell() {
        assert_eq!(cells(&columns(&[&["金额"], &["金额"]])).len(), 2);
        // Nor do headings of the same name under different ones.
        assert_eq!(cells(&columns(&[&["上年", "合计", "甲"], &["本年", "合计", "甲"]])).len(), 6);
    }
}
