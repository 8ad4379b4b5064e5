//! The cells of tables 1 to 6, 8 and 9 by plain sums over the JSON, sharing nothing with the program.

use std::collections::BTreeMap;

use gongkai::model::TableKind;
use serde_json::Value;

use super::cells::{Cells, fen};

const FISCAL: [&str; 3] = ["general_public_budget", "government_fund", "state_capital_budget"];
const OTHER: [&str; 6] = [
    "fiscal_special_account",
    "institutional_income",
    "business_income",
    "superior_subsidy",
    "affiliate_remittance",
    "other_income",
];

#[derive(Debug, Clone)]
struct Line {
    unit: String,
    function: String,
    economic: String,
    fund: String,
    carried: bool,
    nature: String,
    project: Option<(String, String)>,
    counterparty: Option<String>,
    fen: i128,
}

/// Income by unit, fund and whether it is carried over; what is left at the end of the year by unit and fund.
type Income = BTreeMap<(String, String, bool), i128>;

pub struct Expected {
    lines: Vec<Line>,
    income: Income,
    left: BTreeMap<(String, String), i128>,
    agency: Option<String>,
}

fn word<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value[key].as_str()
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value[key].as_array().into_iter().flatten()
}

impl Expected {
    /// Of a unit, or of the department.
    pub fn new(data: &Value, scope: Option<&str>) -> Self {
        let only = data["units"][0]["code"].as_str().unwrap().to_owned();
        let unit = |value: &Value| word(value, "unit").unwrap_or(&only).to_owned();
        let line = |value: &Value, project: Option<&Value>| {
            let economic = word(value, "economic").unwrap().to_owned();
            let by_class =
                if economic.starts_with("301") || economic.starts_with("303") { "personnel" } else { "public" };
            Line {
                unit: unit(value),
                function: word(value, "function").unwrap().to_owned(),
                fund: word(value, "fund").unwrap().to_owned(),
                carried: value["carried_over"].as_bool().unwrap_or(false),
                nature: if project.is_some() { "project" } else { word(value, "nature").unwrap_or(by_class) }
                    .to_owned(),
                project: project
                    .map(|of| (word(of, "category").unwrap().to_owned(), word(of, "code").unwrap().to_owned())),
                counterparty: word(value, "counterparty").map(str::to_owned),
                fen: fen(word(value, "amount").unwrap()),
                economic,
            }
        };
        let mut lines: Vec<Line> = list(data, "lines").map(|value| line(value, None)).collect();
        for project in list(data, "projects") {
            lines.extend(list(project, "lines").map(|value| line(value, Some(project))));
        }
        let mut income = Income::new();
        let mut left = BTreeMap::new();
        for line in &lines {
            *income.entry((line.unit.clone(), line.fund.clone(), line.carried)).or_default() += line.fen;
        }
        for value in list(data, "year_end_carry_over") {
            let (fund, amount) = (word(value, "fund").unwrap().to_owned(), fen(word(value, "amount").unwrap()));
            *left.entry((unit(value), fund.clone())).or_default() += amount;
            *income.entry((unit(value), fund, false)).or_default() += amount;
        }
        let mut stated = Income::new();
        for value in list(data, "income") {
            let carried = value["carried_over"].as_bool().unwrap_or(false);
            *stated.entry((unit(value), word(value, "fund").unwrap().to_owned(), carried)).or_default() +=
                fen(word(value, "amount").unwrap());
        }
        income.extend(stated);
        match scope {
            Some(code) => {
                lines.retain(|line| line.unit == code);
                income.retain(|(unit, ..), _| unit == code);
                left.retain(|(unit, _), _| unit == code);
            }
            None => {
                for line in &lines {
                    let Some(receiver) = &line.counterparty else { continue };
                    let fund = if line.nature == "remittance_to_superior" {
                        "affiliate_remittance"
                    } else {
                        "superior_subsidy"
                    };
                    *income.entry((receiver.clone(), fund.to_owned(), false)).or_default() -= line.fen;
                }
                lines.retain(|line| line.counterparty.is_none());
            }
        }
        let agency = scope.is_none().then(|| data["agency"]["code"].as_str().unwrap().to_owned());
        Self { lines, income, left, agency }
    }

    pub fn cells(&self, kind: TableKind) -> Cells {
        let mut sums = Sums::default();
        match kind {
            TableKind::IncomeExpenditure => self.balance(&mut sums),
            TableKind::Income => self.income(&mut sums),
            TableKind::FiscalIncomeExpenditure => self.fiscal(&mut sums),
            TableKind::Expenditure => self.functions(&mut sums, |_| true),
            TableKind::GeneralPublicBudget => self.functions(&mut sums, |line| line.fund == FISCAL[0]),
            TableKind::GovernmentFund => self.functions(&mut sums, |line| line.fund == FISCAL[1]),
            TableKind::Basic => self.basic(&mut sums),
            TableKind::Projects => self.projects(&mut sums),
            _ => panic!("{kind:?} does not follow from the lines"),
        }
        sums.0.into_iter().filter(|(_, amount)| *amount != 0).collect()
    }

    fn balance(&self, sums: &mut Sums) {
        for ((_, fund, carried), amount) in &self.income {
            let row = if *carried { "income.carried_over".to_owned() } else { format!("income.{fund}") };
            sums.add(&row, "income.amount", *amount);
            sums.add("income.total", "income.amount", *amount);
            sums.add("income.subtotal", "income.amount", if *carried { 0 } else { *amount });
        }
        for line in &self.lines {
            for row in [&line.function[..3], "subtotal", "total"] {
                sums.add(&format!("expenditure.{row}"), "expenditure.amount", line.fen);
            }
        }
        for amount in self.left.values() {
            sums.add("expenditure.year_end_carry_over", "expenditure.amount", *amount);
            sums.add("expenditure.total", "expenditure.amount", *amount);
        }
    }

    fn income(&self, sums: &mut Sums) {
        for ((unit, fund, carried), amount) in &self.income {
            let group = if *carried { "carried_over" } else { "current" };
            let unit_fund = OTHER[1..].contains(&fund.as_str());
            let column = if *carried && unit_fund { "unit_funds" } else { fund };
            for row in [Some(unit.as_str()), self.agency.as_deref(), Some("total")].into_iter().flatten() {
                sums.add(row, "total", *amount);
                sums.add(row, group, *amount);
                sums.add(row, &format!("{group}.{column}"), *amount);
            }
        }
    }

    fn fiscal(&self, sums: &mut Sums) {
        for ((_, fund, carried), amount) in
            self.income.iter().filter(|((_, fund, _), _)| FISCAL.contains(&fund.as_str()))
        {
            let group = if *carried { "carried_over" } else { "current" };
            sums.add(&format!("income.{group}"), "income.amount", *amount);
            sums.add(&format!("income.{group}.{fund}"), "income.amount", *amount);
            sums.add("income.total", "income.amount", *amount);
        }
        for line in self.lines.iter().filter(|line| FISCAL.contains(&line.fund.as_str())) {
            for row in [&line.function[..3], "current", "total"] {
                sums.add(&format!("expenditure.{row}"), "expenditure.amount", line.fen);
            }
        }
        for (_, amount) in self.left.iter().filter(|((_, fund), _)| FISCAL.contains(&fund.as_str())) {
            sums.add("expenditure.year_end_carry_over", "expenditure.amount", *amount);
            sums.add("expenditure.total", "expenditure.amount", *amount);
        }
    }

    /// Tables 3, 5 and 8 differ in the lines and in the columns that the region shows.
    fn functions(&self, sums: &mut Sums, wanted: impl Fn(&Line) -> bool) {
        for line in self.lines.iter().filter(|line| wanted(line)) {
            for row in [&line.function[..3], &line.function[..5], &line.function, "total"] {
                sums.add(row, "total", line.fen);
                sums.add(row, &line.nature, line.fen);
                if ["personnel", "public"].contains(&line.nature.as_str()) {
                    sums.add(row, "basic", line.fen);
                }
            }
        }
    }

    fn basic(&self, sums: &mut Sums) {
        let basic = |line: &&Line| ["personnel", "public"].contains(&line.nature.as_str()) && line.fund == FISCAL[0];
        for line in self.lines.iter().filter(basic) {
            for row in [&line.economic[..3], &line.economic, "total"] {
                sums.add(row, "total", line.fen);
                sums.add(row, &line.nature, line.fen);
            }
        }
    }

    fn projects(&self, sums: &mut Sums) {
        for line in &self.lines {
            let Some((category, code)) = &line.project else { continue };
            let column = match line.fund.as_str() {
                fund if FISCAL.contains(&fund) && line.carried => format!("carried_over.{fund}"),
                fund if FISCAL.contains(&fund) => format!("current.{fund}"),
                "fiscal_special_account" => "fiscal_special_account".to_owned(),
                _ => "unit_funds".to_owned(),
            };
            for row in [category, &format!("{code}/{}", line.unit), "total"] {
                sums.add(row, "total", line.fen);
                sums.add(row, &column, line.fen);
            }
        }
    }
}

#[derive(Default)]
struct Sums(Cells);

impl Sums {
    fn add(&mut self, row: &str, column: &str, amount: i128) {
        *self.0.entry((row.to_owned(), column.to_owned())).or_default() += amount;
    }
}
