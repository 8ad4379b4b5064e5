//! 空表说明 against the table above it.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::derive::report::{Body, Report, RowRole, Table};
use crate::diagnostic::Severity;
use crate::model::Pointer;
use crate::reference::Align;

rule! {
    /// # 检查内容
    ///
    /// 表下印有空表说明的，表中没有金额（错误）；表中没有金额的，表下印有空表说明（警告）。
    /// 收支总表和收入总表没有金额，通常是漏填了预算明细。
    ///
    /// # 依据
    ///
    /// 没有数据的表格应当列出空表并说明原因；已公开文本中有金额之下印着“本表为空”的，也有空表没有说明的
    /// （domain.md R43、F04、F05）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// lines = []
    /// projects = []
    /// procurement = []
    /// reasons = {}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// procurement = []
    /// ```
    "GK606", "空表说明与表格不符", Warning, Report
}

fn check(_: &Facts<'_>, report: &Report, judge: &mut Judge<'_>) {
    for table in &report.tables {
        let title = format!("表{}“{}”", table.number, table.title);
        match (&table.note, amount(table)) {
            (Some(note), Some(amount)) => {
                judge
                    .find(Pointer::root(), format!("{title}有金额，却印出空表说明"))
                    .note(format!("表中有 {amount}，说明为“{note}”"))
                    .hint("核对地区方案中该表的设置")
                    .severity = Severity::Error;
            }
            (None, None) => {
                judge
                    .find(Pointer::root(), format!("{title}没有金额，也没有空表说明"))
                    .hint("核对预算明细和项目是否漏填；确无预算的，在地区方案中写明该表的空表说明");
            }
            _ => {}
        }
    }
}

/// An amount of the table that is not zero, as printed.
fn amount(table: &Table) -> Option<&str> {
    let is_amount = |text: &&str| text.contains(|character: char| ('1'..='9').contains(&character));
    match &table.body {
        Body::Grid { columns, rows } => {
            let right: Vec<usize> = (0..columns.len()).filter(|index| columns[*index].align == Align::Right).collect();
            // 数量 and 单价 stand right as well, but have no total.
            let totals = rows.iter().any(|row| row.roles.contains(&RowRole::Total));
            let rows = rows.iter().filter(|row| !totals || row.roles.contains(&RowRole::Total));
            let cells = rows.flat_map(|row| right.iter().filter_map(|index| row.cells.get(*index)));
            cells.map(String::as_str).find(is_amount)
        }
        Body::DepartmentForm(form) => {
            form.income.iter().chain(&form.expenditure).map(|row| row.amount.text.as_str()).find(is_amount)
        }
        Body::ProjectForms { forms } => forms.iter().map(|form| form.amount.text.as_str()).find(is_amount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::report::{ColumnView, Row};
    use crate::model::TableKind;
    use crate::reference::Orientation;

    fn table(cell: &str, note: Option<&str>) -> Table {
        let column = |align| ColumnView {
            key: String::new(),
            header: vec![String::new()],
            width: "1fr".to_owned(),
            align,
            panel: 0,
        };
        let row = Row {
            keys: vec!["total".to_owned()],
            roles: vec![RowRole::Total],
            cells: vec!["2060101".to_owned(), cell.to_owned()],
        };
        Table {
            kind: TableKind::ThreePublic,
            number: 7,
            title: "“三公”经费支出表".to_owned(),
            sheet: None,
            unit: Some("元".to_owned()),
            orientation: Orientation::Portrait,
            note: note.map(str::to_owned),
            body: Body::Grid { columns: vec![column(Align::Left), column(Align::Right)], rows: vec![row] },
        }
    }

    #[test]
    fn a_code_is_no_amount_and_zero_is_none() {
        assert_eq!(amount(&table("47.91", Some("注：无。"))), Some("47.91"));
        assert_eq!(amount(&table("0.00", None)), None);
        assert_eq!(amount(&table("", None)), None);
    }
}
