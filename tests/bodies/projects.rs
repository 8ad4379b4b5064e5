//! 项目支出.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Shape;
use super::agency::Agency;
use super::chance::Chance;
use super::line::{GENERAL, Line, sum};
use super::money::Fen;
use super::plan;
use super::themes::{CAR, Part, THEMES, Theme};

/// A project.
pub struct Project {
    pub code: String,
    pub name: String,
    pub theme: &'static Theme,
    pub shares: Vec<Share>,
    pub lines: Vec<Line>,
    /// 上年合同尾款, which no quantity explains.
    pub rest: Fen,
    /// Whether it went on last year and the year before.
    pub continuing: bool,
    /// The unit that carries it out.
    pub unit: usize,
}

/// What one unit does of one part.
#[derive(Clone, Copy)]
pub struct Share {
    pub part: &'static Part,
    pub unit: usize,
    pub quantity: u64,
    pub function: &'static str,
    pub fund: &'static str,
}

impl Share {
    /// Its amount.
    pub fn fen(&self) -> Fen {
        self.quantity * self.part.price
    }
}

/// All projects.
pub fn projects(shape: &Shape, agency: &Agency) -> Vec<Project> {
    let mut chance = shape.chance("projects");
    let eligible: Vec<&'static Theme> = THEMES.iter().filter(|theme| shape.purchases || !buys(theme)).collect();
    let mut themes = chance.some(&eligible, shape.projects.min(eligible.len()));
    if shape.purchases && shape.three_public && themes.len() > 3 && chance.once_in(2) {
        themes.truncate(themes.len() - 1);
        themes.push(&CAR);
    }
    themes.into_iter().enumerate().map(|(index, theme)| project(shape, agency, index, theme, &mut chance)).collect()
}

/// Whether everything is bought that makes the theme.
fn buys(theme: &Theme) -> bool {
    theme.parts.iter().any(|part| part.purchase.as_ref().is_some_and(|purchase| purchase.asset))
}

fn project(shape: &Shape, agency: &Agency, index: usize, theme: &'static Theme, chance: &mut Chance) -> Project {
    let field = agency.field;
    let many = agency.units.len();
    let leader = if theme.name == CAR.name { 0 } else { chance.index(many) };
    let function = chance.pick(field.projects);
    // The other units that take part: none, or the third of them.
    let wide = theme.name != CAR.name && many > 1 && (many > 6 || chance.once_in(2));
    let mut shares = Vec::new();
    for unit in (0..many).filter(|unit| *unit == leader || wide && (unit + index).is_multiple_of(3)) {
        for part in theme.parts {
            let fund = fund(shape, agency, index, unit, part, chance);
            let function = match fund {
                "government_fund" => "2296002",
                "state_capital_budget" => "2230105",
                _ => function,
            };
            let quantity = chance.between(part.quantity.0, part.quantity.1);
            shares.push(Share { part, unit, quantity, function, fund });
        }
    }
    let mut lines: BTreeMap<_, Line> = BTreeMap::new();
    for share in &shares {
        let key = (share.unit, share.function, share.part.economic, share.fund);
        let line = Line::new(share.unit, share.function, share.part.economic, 0).of(share.fund);
        lines.entry(key).or_insert(line).fen += share.fen();
    }
    let mut lines: Vec<Line> = lines.into_values().collect();
    if chance.once_in(4) {
        let transfer = chance.pick(&["provincial_transfer", "central_transfer", "municipal_transfer"]);
        // Money between budgets comes as 财政拨款 only.
        if ["general_public_budget", "government_fund"].contains(&lines[0].fund) {
            lines[0].origin = Some(transfer);
        }
    }
    let mut rest = 0;
    if shape.carry_over && theme.name != CAR.name && chance.once_in(2) {
        rest = chance.between(100_000, 6_000_000);
        lines.push(Line { carried_over: true, ..Line::new(leader, function, "30227", rest) });
    }
    Project {
        code: format!("XM{}{:03}", agency.code, index + 1),
        name: format!("{}{}", field.work, theme.name),
        theme,
        shares,
        lines,
        rest,
        continuing: rest > 0 || chance.once_in(2) && theme.name != CAR.name,
        unit: leader,
    }
}

/// Where the money of a share comes from; 政府采购 and cars out of 一般公共预算, which tells their tables apart enough.
fn fund(shape: &Shape, agency: &Agency, index: usize, unit: usize, part: &Part, chance: &mut Chance) -> &'static str {
    if matches!(part.economic, "31013" | "31204") {
        return GENERAL;
    }
    let public_welfare = !agency.units[unit].is_administration();
    match index {
        0 if shape.government_fund => "government_fund",
        1 if shape.state_capital && part.economic == "30227" => "state_capital_budget",
        2 if shape.unit_funds && public_welfare && chance.once_in(2) => "institutional_income",
        _ => GENERAL,
    }
}

impl Project {
    /// Its amount.
    pub fn fen(&self) -> Fen {
        sum(&self.lines.iter().collect::<Vec<_>>(), |_| true)
    }

    /// How many of a part all units do together.
    pub fn quantity(&self, part: &Part) -> u64 {
        self.shares.iter().filter(|share| share.part.item == part.item).map(|share| share.quantity).sum()
    }

    /// As the data state it.
    pub fn data(&self, shape: &Shape, agency: &Agency) -> Value {
        let items: Vec<&str> = self.theme.parts.iter().map(|part| part.item).collect();
        let rest = if self.rest > 0 { "以及上年合同尾款结算" } else { "" };
        json!({
            "code": self.code,
            "name": self.name,
            "category": if self.theme.specific { "specific_target" } else { "other_operating" },
            "parent": format!("{}{}", agency.field.work, self.theme.parent),
            "use": format!("{}{rest}", items.join("、")),
            "lines": self.lines.iter().map(|line| line.data(agency)).collect::<Vec<_>>(),
            "plan": plan::data(shape, agency, self),
        })
    }
}
