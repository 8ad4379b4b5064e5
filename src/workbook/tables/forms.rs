//! The forms of 绩效目标: labels and values, then lists.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{HEAD, LINE, cell, header, lines, number};
use crate::derive::form::{DepartmentPerformanceForm, FundingRow, IndicatorView, ProjectForm};

/// Columns of a form.
const COLUMNS: u16 = 7;
const WIDTHS: [f64; 7] = [18.0, 16.0, 24.0, 14.0, 14.0, 16.0, 16.0];

/// Writes row after row.
struct Sheet<'w> {
    worksheet: &'w mut Worksheet,
    row: u32,
}

impl<'w> Sheet<'w> {
    fn new(worksheet: &'w mut Worksheet) -> Result<Self, XlsxError> {
        for (column, width) in (0..).zip(WIDTHS) {
            worksheet.set_column_width(column, width)?;
        }
        Ok(Self { worksheet, row: HEAD })
    }

    fn value(&mut self, column: u16, text: &str) -> Result<(), XlsxError> {
        self.put(column, text, &cell())
    }

    fn put(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        match number(text) {
            Some((value, shown)) => {
                let format = format.clone().set_num_format(shown);
                self.worksheet.write_number_with_format(self.row, column, value, &format)?;
            }
            None if text.is_empty() => {
                self.worksheet.write_blank(self.row, column, format)?;
            }
            None => {
                let format = format.clone().set_num_format("@");
                self.worksheet.write_string_with_format(self.row, column, text, &format)?;
            }
        }
        Ok(())
    }

    /// A label and a text over the rest of the row.
    fn text(&mut self, label: &str, text: &str) -> Result<(), XlsxError> {
        self.worksheet.write_string_with_format(self.row, 0, label, &header())?;
        let format = cell().set_num_format("@");
        self.worksheet.merge_range(self.row, 1, self.row, COLUMNS - 1, text, &format)?;
        self.height(1, &[label, text])
    }

    fn labels(&mut self, labels: &[&str]) -> Result<(), XlsxError> {
        for (column, label) in (0..).zip(labels) {
            self.worksheet.write_string_with_format(self.row, column, *label, &header())?;
        }
        self.end(labels.len() - 1, &header(), labels)
    }

    fn values(&mut self, values: &[&str]) -> Result<(), XlsxError> {
        for (column, value) in (0..).zip(values) {
            self.value(column, value)?;
        }
        self.end(values.len() - 1, &cell(), values)
    }

    /// Spreads the cell `last` over the rest of the row.
    fn end(&mut self, last: usize, format: &Format, texts: &[&str]) -> Result<(), XlsxError> {
        let first = u16::try_from(last).unwrap_or(COLUMNS);
        if first + 1 < COLUMNS {
            let text = texts.get(last).copied().unwrap_or_default();
            self.worksheet.merge_range(self.row, first, self.row, COLUMNS - 1, "", format)?;
            self.put(first, text, format)?;
        }
        self.height(last, texts)
    }

    /// Makes the row as high as its texts, the last of them over the rest, and goes to the next.
    fn height(&mut self, last: usize, texts: &[&str]) -> Result<(), XlsxError> {
        let rest: f64 = WIDTHS.iter().skip(last).sum();
        let width = |at: usize| if at == last { rest } else { WIDTHS[at] };
        let high = texts.iter().enumerate().map(|(at, text)| lines(text, width(at))).fold(1.0, f64::max);
        self.worksheet.set_row_height(self.row, LINE * high)?;
        self.row += 1;
        Ok(())
    }

    fn indicators(&mut self, indicators: &[IndicatorView]) -> Result<(), XlsxError> {
        self.labels(&[
            "一级指标",
            "二级指标",
            "三级指标",
            "前年指标值",
            "上年指标值",
            "预期当年实现值",
            "指标值确定依据",
        ])?;
        for of in indicators {
            let part = |index: usize| of.path.get(index).map_or("", String::as_str);
            let basis = of.basis.as_deref().unwrap_or_default();
            self.values(&[part(0), part(1), &of.name, &of.previous[0], &of.previous[1], &of.target, basis])?;
        }
        Ok(())
    }
}

/// 整体支出绩效目标表。
pub(super) fn department(worksheet: &mut Worksheet, form: &DepartmentPerformanceForm) -> Result<(u16, u32), XlsxError> {
    let mut sheet = Sheet::new(worksheet)?;
    sheet.text("部门名称", &form.name)?;
    sheet.text("填报人", form.preparer.as_deref().unwrap_or_default())?;
    sheet.text("联系电话", &form.phone)?;
    let years = form.previous_years.map(|year| format!("{year}年"));
    sheet.labels(&["总体资金情况", "构成", "当年金额", "占比（%）", &years[0], &years[1]])?;
    for (side, rows) in [("收入构成", &form.income), ("支出构成", &form.expenditure)] {
        for FundingRow { key, amount, share, previous } in rows {
            sheet.values(&[side, funding(key, side), &amount.text, &share.text, &previous[0], &previous[1]])?;
        }
    }
    sheet.text("部门职能概述", form.duties_summary.as_deref().unwrap_or_default())?;
    sheet.text("年度工作任务", &form.annual_tasks.join("\n"))?;
    sheet.labels(&["项目名称", "项目类型", "项目总预算", "本年度预算", "主要支出方向和用途"])?;
    for project in &form.projects {
        sheet.values(&[
            &project.name,
            &project.category,
            &project.total_budget.text,
            &project.amount.text,
            &project.purpose,
        ])?;
    }
    sheet.text("长期目标", form.long_term_goal.as_deref().unwrap_or_default())?;
    sheet.text("年度目标", form.annual_goal.as_deref().unwrap_or_default())?;
    sheet.indicators(&form.indicators)?;
    Ok((COLUMNS - 1, sheet.row))
}

fn funding(key: &str, side: &str) -> &'static str {
    match (key, side) {
        ("fiscal", _) => "财政拨款",
        ("other", "收入构成") => "其他资金",
        ("basic", _) => "基本支出",
        ("project", _) => "项目支出",
        ("other", _) => "其他支出",
        ("other_and_carry_over", _) => "其他支出及年终结转结余",
        _ => "合计",
    }
}

/// 项目支出绩效目标表, one form below the other.
pub(super) fn projects(worksheet: &mut Worksheet, forms: &[ProjectForm]) -> Result<(u16, u32), XlsxError> {
    let mut sheet = Sheet::new(worksheet)?;
    let mut breaks = Vec::new();
    for form in forms {
        if sheet.row > HEAD {
            breaks.push(sheet.row);
        }
        sheet.text("项目名称", &form.name)?;
        for (label, value) in [
            ("项目代码", form.code.as_str()),
            ("一级项目", form.parent.as_deref().unwrap_or_default()),
            ("项目类别", &form.category),
            ("主管部门", &form.supervising_department),
            ("实施单位", &form.implementing_unit),
            ("项目负责人", form.manager.as_deref().unwrap_or_default()),
            ("联系电话", form.phone.as_deref().unwrap_or_default()),
            ("起始时间", &form.starts),
            ("完成时间", &form.ends),
            ("立项依据", &form.basis),
            ("实施方案", &form.implementation),
        ] {
            if !value.is_empty() {
                sheet.text(label, value)?;
            }
        }
        sheet.labels(&["项目总预算", "本年预算", "当年财政拨款", "上年结转资金", "其他资金"])?;
        let money = [&form.total_budget, &form.amount, &form.fiscal, &form.carried_over, &form.other];
        sheet.values(&money.map(|figure| figure.text.as_str()))?;
        if !form.history.is_empty() {
            sheet.labels(&["年度", "预算数", "执行数"])?;
            for year in &form.history {
                sheet.values(&[&format!("{}年", year.year), &year.budget, &year.executed])?;
            }
        }
        if !form.costs.is_empty() {
            sheet.labels(&["支出内容", "金额", "测算依据"])?;
            for cost in &form.costs {
                sheet.values(&[&cost.item, &cost.amount, &cost.basis])?;
            }
        }
        sheet.text("长期目标", form.long_term_goal.as_deref().unwrap_or_default())?;
        sheet.text("年度目标", &form.annual_goal)?;
        sheet.indicators(&form.indicators)?;
    }
    let below = sheet.row.max(HEAD + 1);
    // Excel takes no account of them on a sheet that is fitted to the width of a page; LibreOffice does.
    worksheet.set_page_breaks(&breaks)?;
    Ok((COLUMNS - 1, below))
}
