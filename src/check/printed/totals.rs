//! The relations R01 to R37 that tables alone can show.

use rust_decimal::Decimal;

use super::Break;
use super::cells::{Cells, Grid};
use crate::derive::report::RowRole;
use crate::diagnostic::{Equation, Relation};
use crate::model::TableKind::{
    self, Basic, Expenditure, FiscalIncomeExpenditure, GeneralPublicBudget, GovernmentFund, Income, IncomeExpenditure,
    Projects, StateCapitalBudget, ThreePublic,
};

const FUNDS: [&str; 3] = ["general_public_budget", "government_fund", "state_capital_budget"];
const TOTAL: &str = "total";

/// Collects the relations that do not hold.
#[derive(Default)]
pub(super) struct Sums {
    pub(super) breaks: Vec<Break>,
}

/// A side of a relation: what it is and how much.
type Side = (String, Decimal);

impl Sums {
    pub(super) fn all(&mut self, cells: &Cells<'_>) {
        for kind in [IncomeExpenditure, FiscalIncomeExpenditure] {
            if let Some(grid) = cells.grid(kind) {
                self.balance(kind, grid);
            }
        }
        if let Some(grid) = cells.grid(Income) {
            self.income(grid);
        }
        for kind in [Expenditure, GeneralPublicBudget, GovernmentFund, StateCapitalBudget] {
            if let Some(grid) = cells.grid(kind) {
                self.levels(kind, grid, &[3, 5, 7]);
                self.expenditure_rows(kind, grid);
            }
        }
        if let Some(grid) = cells.grid(Basic) {
            self.levels(Basic, grid, &[3, 5]);
            for row in grid.row_keys() {
                self.parts("R13", Basic, grid, row, TOTAL, &["personnel", "public"]);
            }
        }
        if let Some(grid) = cells.grid(ThreePublic) {
            self.parts("R15", ThreePublic, grid, TOTAL, TOTAL, &["overseas", "vehicle", "reception"]);
            self.parts("R16", ThreePublic, grid, TOTAL, "vehicle", &["vehicle_purchase", "vehicle_running"]);
        }
        if let Some(grid) = cells.grid(Projects) {
            self.projects(grid);
        }
        self.between(cells);
    }

    fn judge(&mut self, rule: &'static str, kind: TableKind, left: Side, relation: Relation, right: Side) {
        let left = Equation::yuan(left.0, left.1);
        let equation = match relation {
            Relation::Equal => left.equals(right.0, right.1),
            Relation::AtMost => left.at_most(right.0, right.1),
        };
        if !equation.holds() {
            self.breaks.push(Break { rule, kind, equation });
        }
    }

    fn equal(&mut self, rule: &'static str, kind: TableKind, left: Side, right: Side) {
        self.judge(rule, kind, left, Relation::Equal, right);
    }

    /// A cell is the sum of other columns of its row, as far as the region prints them.
    fn parts(&mut self, rule: &'static str, kind: TableKind, grid: &Grid<'_>, row: &str, whole: &str, parts: &[&str]) {
        if grid.has(whole) && parts.iter().any(|part| grid.has(part)) {
            let sum = grid.across(row, |column| parts.contains(&column));
            self.equal(rule, kind, side(grid, row, whole), (format!("《{}》同行各项之和", grid.title), sum));
        }
    }

    /// R01, R02, R03, R10: both panels balance, and each is the sum of its rows.
    fn balance(&mut self, kind: TableKind, grid: &Grid<'_>) {
        let income = |row: &str| side(grid, &format!("income.{row}"), "income.amount");
        let spent = |row: &str| side(grid, &format!("expenditure.{row}"), "expenditure.amount");
        let rule = if kind == IncomeExpenditure { "R01" } else { "R10" };
        self.equal(rule, kind, income(TOTAL), spent(TOTAL));
        let class = |row: &str| row.strip_prefix("expenditure.").is_some_and(|code| code.parse::<u32>().is_ok());
        let classes = grid.sum("expenditure.amount", class);
        let subtotal = if kind == IncomeExpenditure { "subtotal" } else { "current" };
        if grid.has_row(&format!("expenditure.{subtotal}")) {
            self.equal("R02", kind, spent(subtotal), (format!("《{}》各类支出之和", grid.title), classes));
        }
        let whole = classes + spent("year_end_carry_over").1;
        self.equal("R02", kind, spent(TOTAL), (format!("《{}》各类支出与年终结转结余之和", grid.title), whole));
        if grid.has_row("income.subtotal") {
            let sums = ["income.total", "income.subtotal", "income.carried_over"];
            let sources = grid.sum("income.amount", |row| row.starts_with("income.") && !sums.contains(&row));
            self.equal("R03", kind, income("subtotal"), (format!("《{}》各项本年收入之和", grid.title), sources));
            let whole = income("subtotal").1 + income("carried_over").1;
            self.equal("R03", kind, income(TOTAL), (format!("《{}》本年收入与上年结转结余之和", grid.title), whole));
        } else if grid.has_row("income.current") {
            for group in ["current", "carried_over"] {
                let sum = FUNDS.iter().map(|fund| income(&format!("{group}.{fund}")).1).sum();
                self.equal("R11", kind, income(group), (format!("《{}》各项资金之和", grid.title), sum));
            }
        } else {
            let of = |role| grid.sum("income.amount", |row| row.starts_with("income.") && grid.is(row, &[role]));
            self.equal("R03", kind, income(TOTAL), (format!("《{}》各项收入之和", grid.title), of(RowRole::Class)));
        }
        for row in grid.row_keys() {
            // 财政拨款 of one source, by fund.
            let below = |other: &str| other.strip_prefix(row).is_some_and(|rest| rest.starts_with('.'));
            if row.starts_with("income.") && grid.is(row, &[RowRole::Class]) && grid.row_keys().any(below) {
                let sum = grid.sum("income.amount", below);
                self.equal(
                    "R03",
                    kind,
                    side(grid, row, "income.amount"),
                    (format!("《{}》其下各项之和", grid.title), sum),
                );
            }
            if row.starts_with("expenditure.") {
                self.expenditure_columns(kind, grid, row);
            }
        }
    }

    /// R04, R11, R12: 合计 and its columns.
    fn expenditure_columns(&mut self, kind: TableKind, grid: &Grid<'_>, row: &str) {
        let total = "expenditure.amount";
        if kind == FiscalIncomeExpenditure {
            let funds = FUNDS.map(|fund| format!("expenditure.{fund}"));
            self.parts("R11", kind, grid, row, total, &funds.each_ref().map(String::as_str));
        } else if row != "expenditure.year_end_carry_over"
            && grid.cell("expenditure.year_end_carry_over", total).is_zero()
        {
            let natures = ["expenditure.personnel", "expenditure.public"];
            if grid.has("expenditure.basic") {
                self.parts("R04", kind, grid, row, total, &["expenditure.basic", "expenditure.project"]);
                self.parts("R04", kind, grid, row, "expenditure.basic", &natures);
            } else {
                self.parts("R04", kind, grid, row, total, &[natures[0], natures[1], "expenditure.project"]);
            }
        }
    }

    /// R05, R06.
    fn income(&mut self, grid: &Grid<'_>) {
        let sources: Vec<&str> = grid.columns.iter().copied().filter(|column| column.starts_with("source.")).collect();
        for row in grid.row_keys() {
            self.parts("R05", Income, grid, row, TOTAL, &["current", "carried_over"]);
            self.parts("R05", Income, grid, row, TOTAL, &sources);
            for group in ["current", "carried_over"].into_iter().filter(|group| grid.has(group)) {
                let sum =
                    grid.across(row, |column| column.strip_prefix(group).is_some_and(|rest| rest.starts_with('.')));
                self.equal("R05", Income, side(grid, row, group), (format!("《{}》同行各项资金之和", grid.title), sum));
            }
        }
        if grid.row_keys().any(|row| grid.is(row, &[RowRole::Item])) {
            self.levels(Income, grid, &[3, 5, 7]);
        } else {
            // In the department's document its own row stands above those of its units.
            let units = grid.sum(TOTAL, |row| grid.is(row, &[RowRole::Group, RowRole::Plain]));
            self.equal("R06", Income, side(grid, TOTAL, TOTAL), (format!("《{}》各单位之和", grid.title), units));
        }
    }

    /// R08, R09: 合计 is the sum of the 类, 类 of 款, 款 of 项, in each column of amounts.
    fn levels(&mut self, kind: TableKind, grid: &Grid<'_>, levels: &[usize]) {
        for column in &grid.columns {
            let top = grid.sum(column, |row| row.len() == levels[0] && row != TOTAL || row == "year_end_carry_over");
            self.equal("R09", kind, side(grid, TOTAL, column), (format!("《{}》各类之和", grid.title), top));
            for pair in levels.windows(2) {
                for row in grid.row_keys().filter(|row| row.len() == pair[0] && *row != TOTAL) {
                    let below = grid.sum(column, |other| other.len() == pair[1] && other.starts_with(row));
                    self.equal(
                        "R08",
                        kind,
                        side(grid, row, column),
                        (format!("《{}》{row} 下各项之和", grid.title), below),
                    );
                }
            }
        }
    }

    /// R07, R12.
    fn expenditure_rows(&mut self, kind: TableKind, grid: &Grid<'_>) {
        let parts = ["basic", "project", "business_operation", "remittance_to_superior", "subsidy_to_affiliate"];
        for row in grid.row_keys() {
            self.parts("R07", kind, grid, row, TOTAL, &parts);
            self.parts("R12", kind, grid, row, "basic", &["personnel", "public"]);
        }
    }

    /// R18.
    fn projects(&mut self, grid: &Grid<'_>) {
        for row in grid.row_keys() {
            let sum = grid.across(row, |column| column != TOTAL);
            self.equal("R18", Projects, side(grid, row, TOTAL), (format!("《{}》同行各项资金之和", grid.title), sum));
        }
        for column in &grid.columns {
            let projects = grid.sum(column, |row| row.contains('/'));
            self.equal("R18", Projects, side(grid, TOTAL, column), (format!("《{}》各项目之和", grid.title), projects));
            let categories = grid.sum(column, |row| row != TOTAL && !row.contains('/'));
            self.equal(
                "R18",
                Projects,
                side(grid, TOTAL, column),
                (format!("《{}》各类型之和", grid.title), categories),
            );
        }
    }

    /// R25 to R37.
    fn between(&mut self, cells: &Cells<'_>) {
        let grid = |kind| cells.grid(kind);
        if let (Some(overall), Some(income)) = (grid(IncomeExpenditure), grid(Income)) {
            self.equal(
                "R25",
                IncomeExpenditure,
                side(overall, "income.total", "income.amount"),
                side(income, TOTAL, TOTAL),
            );
            for fund in FUNDS {
                let row = format!("income.{fund}");
                let column = format!("current.{fund}");
                if !income.has(&column) {
                    continue;
                }
                self.equal(
                    "R28",
                    IncomeExpenditure,
                    side(overall, &row, "income.amount"),
                    side(income, TOTAL, &column),
                );
            }
        }
        if let (Some(fiscal), Some(income)) = (grid(FiscalIncomeExpenditure), grid(Income)) {
            for key in FUNDS.iter().flat_map(|fund| [format!("current.{fund}"), format!("carried_over.{fund}")]) {
                if income.has(&key) {
                    let left = side(fiscal, &format!("income.{key}"), "income.amount");
                    self.equal("R28", FiscalIncomeExpenditure, left, side(income, TOTAL, &key));
                }
            }
        }
        if let (Some(overall), Some(spent)) = (grid(IncomeExpenditure), grid(Expenditure)) {
            let (name, whole) = side(overall, "expenditure.total", "expenditure.amount");
            let left = whole - overall.cell("expenditure.year_end_carry_over", "expenditure.amount");
            self.equal(
                "R26",
                IncomeExpenditure,
                (format!("{name}（不含年终结转结余）"), left),
                side(spent, TOTAL, TOTAL),
            );
            for row in spent.row_keys().filter(|row| row.len() == 3) {
                let left = side(overall, &format!("expenditure.{row}"), "expenditure.amount");
                self.equal("R27", IncomeExpenditure, left, side(spent, row, TOTAL));
            }
        }
        if let (Some(basic), Some(general)) = (grid(Basic), grid(GeneralPublicBudget)) {
            self.equal("R33", Basic, side(basic, TOTAL, TOTAL), side(general, TOTAL, "basic"));
            for part in ["personnel", "public"].into_iter().filter(|part| general.has(part)) {
                self.equal("R34", Basic, side(basic, TOTAL, part), side(general, TOTAL, part));
            }
        }
        if let (Some(projects), Some(spent)) = (grid(Projects), grid(Expenditure)) {
            self.equal("R35", Projects, side(projects, TOTAL, TOTAL), side(spent, TOTAL, "project"));
        }
        if let (Some(overall), Some(fiscal)) = (grid(IncomeExpenditure), grid(FiscalIncomeExpenditure)) {
            for row in overall.row_keys().filter(|row| overall.is(row, &[RowRole::Group])) {
                if let Some(fund) = FUNDS.iter().find(|fund| row.ends_with(*fund) && row.starts_with("income.")) {
                    let right = side(fiscal, &format!("income.{fund}"), "income.amount");
                    self.equal("R28", IncomeExpenditure, side(overall, row, "income.amount"), right);
                }
            }
        }
        for (fund, kind) in [(FUNDS[0], GeneralPublicBudget), (FUNDS[1], GovernmentFund)] {
            if let (Some(projects), Some(of_fund)) = (grid(Projects), grid(kind)) {
                let columns = [format!("current.{fund}"), format!("carried_over.{fund}")];
                let sum = projects.across(TOTAL, |column| columns.iter().any(|of| of == column));
                self.equal(
                    "R35",
                    kind,
                    side(of_fund, TOTAL, "project"),
                    (format!("《{}》该资金合计", projects.title), sum),
                );
            }
        }
        self.fiscal(cells);
        for (subject, column) in
            [("30212", "overseas"), ("30217", "reception"), ("30231", "vehicle_running"), ("31013", "vehicle_purchase")]
        {
            if let (Some(basic), Some(public)) = (grid(Basic), grid(ThreePublic)) {
                let (left, right) = (side(basic, subject, TOTAL), side(public, TOTAL, column));
                self.judge("R37", ThreePublic, left, Relation::AtMost, right);
            }
        }
    }
}

impl Sums {
    /// R29 to R32: 财政拨款 are 一般公共预算, 政府性基金预算 and 国有资本经营预算, which not every region has a table of.
    fn fiscal(&mut self, cells: &Cells<'_>) {
        let (Some(fiscal), Some(income), Some(spent)) =
            (cells.grid(FiscalIncomeExpenditure), cells.grid(Income), cells.grid(Expenditure))
        else {
            return;
        };
        let kinds = [GeneralPublicBudget, GovernmentFund, StateCapitalBudget];
        let grids: Vec<(&str, &Grid<'_>)> =
            FUNDS.into_iter().zip(kinds).filter_map(|(fund, kind)| Some((fund, cells.grid(kind)?))).collect();
        if grids.len() < 2 {
            return;
        }
        let titles = grids.iter().map(|(_, grid)| format!("《{}》", grid.title)).collect::<Vec<_>>().join("与");
        let all = |row: &str| {
            let sum = grids.iter().map(|(_, grid)| grid.cell(row, TOTAL)).sum::<Decimal>();
            (format!("{titles}{row} 行之和"), sum)
        };
        let of_state_capital = |column: &str| column.ends_with(FUNDS[2]);
        let complete = grids.len() == FUNDS.len() || income.across(TOTAL, of_state_capital).is_zero();
        let relation = if complete { Relation::Equal } else { Relation::AtMost };
        let classes: Vec<_> = spent.row_keys().filter(|row| row.len() == 3).map(|row| (row, row)).collect();
        let (name, whole) = side(fiscal, "expenditure.total", "expenditure.amount");
        let whole = whole - fiscal.cell("expenditure.year_end_carry_over", "expenditure.amount");
        self.judge("R29–R31", FiscalIncomeExpenditure, all(TOTAL), relation, (name, whole));
        for (row, of_funds) in classes {
            let right = side(fiscal, &format!("expenditure.{row}"), "expenditure.amount");
            self.judge("R29–R31", FiscalIncomeExpenditure, all(of_funds), relation, right);
            for (fund, grid) in &grids {
                let column = format!("expenditure.{fund}");
                if fiscal.has(&column) {
                    let right = side(fiscal, &format!("expenditure.{row}"), &column);
                    self.equal("R29–R31", FiscalIncomeExpenditure, side(grid, row, TOTAL), right);
                }
            }
        }
        for row in spent.row_keys() {
            self.judge("R32", Expenditure, all(row), Relation::AtMost, side(spent, row, TOTAL));
        }
    }
}

/// A cell, named.
fn side(grid: &Grid<'_>, row: &str, column: &str) -> Side {
    (format!("《{}》{row} 行 {column} 列", grid.title), grid.cell(row, column))
}
