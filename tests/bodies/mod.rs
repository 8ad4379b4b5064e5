//! Clean disclosures at random, for whoever needs many: the tests, the benches, the example `bodies`.
//!
//! A body is invented, varied and consistent: nothing in it contradicts anything else in it, so that a check has nothing
//! to say. The same [`Shape`] gives the same JSON. Wishes are made by changing a shape before it is built:
//!
//! ```text
//! let data = Shape { lines: 10_000, units: 120, ..Shape::of(7) }.body();
//! ```

mod agency;
mod basic;
pub mod chance;
mod glossary;
mod line;
mod money;
mod performance;
mod plan;
mod previous;
mod projects;
mod purchases;
mod themes;
mod words;

use serde_json::{Value, json};

use agency::Agency;
use chance::Chance;
use line::{Line, sum};
use money::{Fen, yuan};

/// What a body is like.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Decides everything that the rest leaves open; names and codes of 320 seeds in a row are different.
    pub seed: u64,
    /// 预算年度.
    pub year: u64,
    /// How many 预算单位, 1 to 999.
    pub units: usize,
    /// About how many lines, those of projects included.
    pub lines: usize,
    /// How many projects, up to 12.
    pub projects: usize,
    /// Whether there is 政府性基金.
    pub government_fund: bool,
    /// Whether there is 国有资本经营预算.
    pub state_capital: bool,
    /// Whether there is 财政专户管理资金.
    pub special_account: bool,
    /// Whether there is 单位资金.
    pub unit_funds: bool,
    /// Whether there is 上年结转结余.
    pub carry_over: bool,
    /// Whether there is 年终结转结余.
    pub year_end: bool,
    /// Whether units of the department give each other money; takes two units and 单位资金.
    pub transfers: bool,
    /// Whether there is “三公”经费.
    pub three_public: bool,
    /// Whether anything is bought.
    pub purchases: bool,
    /// The unit whose document this is, by index.
    pub scope: Option<usize>,
}

impl Shape {
    /// A shape at random.
    pub fn of(seed: u64) -> Self {
        let mut chance = Chance::new(seed, "shape");
        let units = chance.pick(&[1, 1, 1, 2, 3, 4, 5, 6]);
        let lines = chance.pick(&[10, 25, 40, 60, 100, 150, 250, 400, 1_000]);
        let roomy = lines >= 40;
        Self {
            seed,
            year: chance.between(2023, 2025),
            units,
            lines: lines.max(units * 8),
            projects: if roomy { chance.index(13) } else { chance.index(2) },
            government_fund: roomy && chance.once_in(3),
            state_capital: roomy && chance.once_in(6),
            special_account: roomy && chance.once_in(5),
            unit_funds: roomy && chance.once_in(2),
            carry_over: roomy && chance.once_in(2),
            year_end: chance.once_in(4),
            transfers: roomy && chance.once_in(2),
            three_public: roomy && !chance.once_in(3),
            purchases: !chance.once_in(5),
            scope: if units == 1 && chance.once_in(4) { Some(0) } else { None },
        }
    }

    fn chance(&self, part: &str) -> Chance {
        Chance::new(self.seed, part)
    }

    /// Whether what is stated for the department enters the document.
    fn whole(&self) -> bool {
        self.scope.is_none() || self.units == 1
    }

    /// The data.
    pub fn body(&self) -> Value {
        let agency = Agency::new(self);
        let projects = projects::projects(self, &agency);
        let taken = projects.iter().map(|project| project.lines.len()).sum();
        let (lines, transferred) = basic::lines(self, &agency, taken);
        let all: Vec<&Line> = lines.iter().chain(projects.iter().flat_map(|project| &project.lines)).collect();
        let left = year_end(self, &all);
        let purchases = purchases::Purchases::new(self, &agency, &lines, &projects);

        let mut data = json!({
            "format": "gongkai/1",
            "region": "420107-qingshan",
            "year": self.year,
            "published_on": format!("{}-02-{:02}", self.year, 5 + self.seed % 9),
            "approval": approval(self, &all),
            "agency": agency.data(self),
            "duties": agency.duties(),
            "units": agency.units_data(self),
            "lines": lines.iter().map(|line| line.data(&agency)).collect::<Vec<_>>(),
            "projects": projects.iter().map(|project| project.data(self, &agency)).collect::<Vec<_>>(),
            "state_assets": agency.assets(self, &all),
            "performance": performance::data(self, &agency, &projects),
        });
        if let Some(index) = self.scope {
            data["scope"] = json!({ "unit": agency.units[index].code });
        }
        if let Some((unit, fund, fen)) = left {
            data["year_end_carry_over"] =
                json!([{ "unit": agency.units[unit].code, "fund": fund, "amount": yuan(fen) }]);
        }
        let [cars, bought] = agency.cars(&all);
        if cars > 0 {
            data["three_public_counts"] = json!({ "vehicles_to_buy": bought, "vehicles_kept": cars });
        }
        purchases.enter(&mut data);
        if self.whole() {
            let total = sum(&all, |_| true) + left.map_or(0, |(_, _, fen)| fen) - transferred;
            let outside: Vec<&Line> = lines.iter().collect();
            previous::enter(self, &agency, [&all, &outside], total, purchases.procured, &mut data);
        }
        glossary::enter(self, &agency, &all, &purchases, &mut data);
        data
    }
}

/// 财政批复: the funds that the finance bureau approves, each the sum of its lines.
fn approval(shape: &Shape, lines: &[&Line]) -> Value {
    let mut totals = json!({});
    for fund in ["general_public_budget", "government_fund", "state_capital_budget", "fiscal_special_account"] {
        let total = sum(lines, |line| line.fund == fund);
        if total > 0 {
            totals[fund] = yuan(total).into();
        }
    }
    json!({
        "document": format!("青财预〔{}〕{}号", shape.year, 1 + shape.seed % 90),
        "date": format!("{}-01-{:02}", shape.year, 24 + shape.seed % 5),
        "totals": totals,
    })
}

/// 年终结转结余 of a unit in one of its funds.
fn year_end(shape: &Shape, lines: &[&Line]) -> Option<(usize, &'static str, Fen)> {
    let mut chance = shape.chance("year end");
    let mut eligible: Vec<(usize, &'static str)> =
        lines.iter().filter(|line| line.fund != "superior_subsidy").map(|line| (line.unit, line.fund)).collect();
    eligible.sort_unstable();
    eligible.dedup();
    let (unit, fund) = *eligible.get(chance.index(eligible.len()))?;
    shape.year_end.then(|| (unit, fund, chance.between(200_000, 9_000_000)))
}
