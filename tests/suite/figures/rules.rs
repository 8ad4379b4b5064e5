//! 勾稽关系 of domain.md b.1 and b.2, on the printed cells, in exact 元.

use std::collections::BTreeSet;

use gongkai::derive::report::Report;
use gongkai::model::TableKind::{self, *};

use super::cells::{self, Cells};

const FUNDS: [&str; 3] = ["general_public_budget", "government_fund", "state_capital_budget"];

struct Tables<'r> {
    report: &'r Report,
}

impl Tables<'_> {
    fn cell(&self, kind: TableKind, row: &str, column: &str) -> i128 {
        self.cells(kind).get(&(row.to_owned(), column.to_owned())).copied().unwrap_or_default()
    }

    fn cells(&self, kind: TableKind) -> Cells {
        cells::of(self.report, kind)
    }

    fn income(&self, kind: TableKind, row: &str) -> i128 {
        self.cell(kind, &format!("income.{row}"), "income.amount")
    }

    fn spent(&self, kind: TableKind, row: &str) -> i128 {
        self.cell(kind, &format!("expenditure.{row}"), "expenditure.amount")
    }

    /// Sum of a column over the rows for which `wanted` holds.
    fn sum(&self, kind: TableKind, column: &str, wanted: impl Fn(&str) -> bool) -> i128 {
        self.cells(kind).iter().filter(|((row, of), _)| of == column && wanted(row)).map(|(_, amount)| amount).sum()
    }

    fn rows(&self, kind: TableKind) -> BTreeSet<String> {
        self.cells(kind).into_keys().map(|(row, _)| row).collect()
    }
}

fn equal(rule: &str, left: i128, right: i128) {
    assert_eq!(left, right, "{rule}");
}

/// Every rule that can be told from the tables.
pub fn hold(report: &Report) {
    let tables = Tables { report };
    balances(&tables);
    income(&tables);
    for kind in [Expenditure, GeneralPublicBudget, GovernmentFund] {
        hierarchy(&tables, kind, &[3, 5, 7], if kind == Expenditure { "R07 R08 R09 R23" } else { "R07–R09 R17" });
    }
    hierarchy(&tables, Basic, &[3, 5], "R13 R14");
    between(&tables);
    three_public(&tables);
    projects(&tables);
}

fn balances(tables: &Tables<'_>) {
    for (kind, rule) in [(IncomeExpenditure, "R01"), (FiscalIncomeExpenditure, "R10")] {
        equal(rule, tables.income(kind, "total"), tables.spent(kind, "total"));
    }
    let class = |row: &str| row.strip_prefix("expenditure.").is_some_and(|code| code.parse::<u32>().is_ok());
    let left = tables.spent(IncomeExpenditure, "year_end_carry_over");
    let classes = tables.sum(IncomeExpenditure, "expenditure.amount", class);
    equal("R02", tables.spent(IncomeExpenditure, "total"), classes + left);
    let carried = tables.income(IncomeExpenditure, "carried_over");
    let subtotal = tables.income(IncomeExpenditure, "subtotal");
    equal("R03", tables.income(IncomeExpenditure, "total"), subtotal + carried);
    let sums = ["income.total", "income.subtotal", "income.carried_over"];
    equal(
        "R03",
        subtotal,
        tables.sum(IncomeExpenditure, "income.amount", |row| row.starts_with("income.") && !sums.contains(&row)),
    );
    let by_fund =
        |group: &str| FUNDS.map(|fund| tables.income(FiscalIncomeExpenditure, &format!("{group}.{fund}"))).iter().sum();
    equal("R11", tables.income(FiscalIncomeExpenditure, "current"), by_fund("current"));
    equal("R11", tables.income(FiscalIncomeExpenditure, "carried_over"), by_fund("carried_over"));
}

fn income(tables: &Tables<'_>) {
    for row in tables.rows(Income) {
        let of = |column: &str| tables.cell(Income, &row, column);
        equal("R05", of("total"), of("current") + of("carried_over"));
        for group in ["current", "carried_over"] {
            let sources = tables.cells(Income).into_iter();
            let parts = sources.filter(|((of, column), _)| *of == row && column.starts_with(&format!("{group}.")));
            equal("R05", of(group), parts.map(|(_, amount)| amount).sum());
        }
    }
    let units = tables.sum(Income, "total", |row| row.len() == 6);
    equal("R06", tables.cell(Income, "total", "total"), units);
}

/// Every amount column adds up from level to level, and each row over its columns.
fn hierarchy(tables: &Tables<'_>, kind: TableKind, levels: &[usize], rule: &str) {
    let cells = tables.cells(kind);
    let columns: BTreeSet<&String> = cells.keys().map(|(_, column)| column).collect();
    let rows = tables.rows(kind);
    for column in columns {
        let top = tables.sum(kind, column, |row| row.len() == levels[0] && row != "total");
        equal(rule, tables.cell(kind, "total", column), top);
        for pair in levels.windows(2) {
            for row in rows.iter().filter(|row| row.len() == pair[0] && *row != "total") {
                let below = tables.sum(kind, column, |other| other.len() == pair[1] && other.starts_with(row.as_str()));
                equal(&format!("{rule} {row}.{column}"), tables.cell(kind, row, column), below);
            }
        }
    }
    let shown = cells::columns(tables.report, kind);
    for row in &rows {
        let of = |column: &str| tables.cell(kind, row, column);
        if kind == Basic {
            equal("R14", of("total"), of("personnel") + of("public"));
            continue;
        }
        let others = ["business_operation", "remittance_to_superior", "subsidy_to_affiliate"];
        let others: i128 = others.iter().map(|column| of(column)).sum();
        equal("R07", of("total"), of("basic") + of("project") + others);
        if shown.iter().any(|column| column == "personnel") {
            equal("R12", of("basic"), of("personnel") + of("public"));
        }
    }
    let codes: Vec<_> = cells::rows(tables.report, kind).into_iter().filter(|row| row != "total").collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "R23: {codes:?}");
    assert!(
        codes.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_digit()) && levels.contains(&code.len())),
        "R23"
    );
    for code in &codes {
        assert!(
            levels.iter().filter(|level| **level < code.len()).all(|level| codes.contains(&code[..*level].to_owned())),
            "R23: {code}"
        );
    }
}

fn between(tables: &Tables<'_>) {
    let total = |kind: TableKind, column: &str| tables.cell(kind, "total", column);
    equal("R25", tables.income(IncomeExpenditure, "total"), total(Income, "total"));
    equal("R26", tables.spent(IncomeExpenditure, "subtotal"), total(Expenditure, "total"));
    for row in tables.rows(Expenditure).iter().filter(|row| row.len() == 3) {
        equal("R27", tables.spent(IncomeExpenditure, row), tables.cell(Expenditure, row, "total"));
    }
    for fund in FUNDS {
        equal("R28", tables.income(IncomeExpenditure, fund), total(Income, &format!("current.{fund}")));
        for group in ["current", "carried_over"] {
            let key = format!("{group}.{fund}");
            equal("R28", tables.income(FiscalIncomeExpenditure, &key), total(Income, &key));
        }
    }
    let fund_total = total(GeneralPublicBudget, "total") + total(GovernmentFund, "total");
    let fiscal = tables.spent(FiscalIncomeExpenditure, "current");
    assert!(fiscal >= fund_total, "R29 R30");
    for row in tables.rows(Expenditure) {
        let fiscal = tables.cell(GeneralPublicBudget, &row, "total") + tables.cell(GovernmentFund, &row, "total");
        assert!(tables.cell(Expenditure, &row, "total") >= fiscal, "R32 {row}");
        if row.len() == 3 {
            assert!(tables.spent(FiscalIncomeExpenditure, &row) >= fiscal, "R31 {row}");
        }
    }
    // Without 国有资本经营, which has no table here, 财政拨款 are tables 5 and 8.
    let state_capital = FUNDS[2];
    if tables.income(IncomeExpenditure, state_capital) == 0
        && total(Income, &format!("carried_over.{state_capital}")) == 0
    {
        equal("R29 R30", fiscal, fund_total);
    }
    equal("R33", total(Basic, "total"), total(GeneralPublicBudget, "basic"));
    equal("R34", total(Basic, "personnel"), total(GeneralPublicBudget, "personnel"));
    equal("R34", total(Basic, "public"), total(GeneralPublicBudget, "public"));
    equal("R35", total(Projects, "total"), total(Expenditure, "project"));
    let general =
        total(Projects, "current.general_public_budget") + total(Projects, "carried_over.general_public_budget");
    equal("R35", general, total(GeneralPublicBudget, "project"));
    let fund = total(Projects, "current.government_fund") + total(Projects, "carried_over.government_fund");
    equal("R35", fund, total(GovernmentFund, "project"));
}

fn three_public(tables: &Tables<'_>) {
    let of = |column: &str| tables.cell(ThreePublic, "total", column);
    equal("R15", of("total"), of("overseas") + of("vehicle") + of("reception"));
    equal("R16", of("vehicle"), of("vehicle_purchase") + of("vehicle_running"));
    for (subject, column) in
        [("30212", "overseas"), ("30217", "reception"), ("30231", "vehicle_running"), ("31013", "vehicle_purchase")]
    {
        assert!(tables.cell(Basic, subject, "total") <= of(column), "R37 {subject}");
    }
}

fn projects(tables: &Tables<'_>) {
    for row in tables.rows(Projects) {
        let cells = tables.cells(Projects);
        let parts = cells.iter().filter(|((of, column), _)| *of == row && column != "total");
        equal("R18", tables.cell(Projects, &row, "total"), parts.map(|(_, amount)| amount).sum());
    }
    for column in cells::columns(tables.report, Projects) {
        let categories = tables.sum(Projects, &column, |row| ["specific_target", "other_operating"].contains(&row));
        let projects = tables.sum(Projects, &column, |row| row.contains('/'));
        equal("R18", tables.cell(Projects, "total", &column), categories);
        equal("R18", projects, categories);
    }
}
