//! 基本支出 and the other lines outside projects.

use super::Shape;
use super::agency::Agency;
use super::chance::Chance;
use super::line::{GENERAL, Line};
use super::money::Fen;

/// The lines, and how much of them one unit of the department gives another. `taken` lines stand in projects.
pub fn lines(shape: &Shape, agency: &Agency, taken: usize) -> (Vec<Line>, Fen) {
    let mut chance = shape.chance("lines");
    let wanted = shape.lines.saturating_sub(taken);
    let each = (wanted / agency.units.len()).clamp(7, 60);
    let mut lines = Vec::new();
    for index in 0..agency.units.len() {
        lines.extend(unit(shape, agency, index, each, &mut chance));
    }
    let mut transferred = 0;
    if shape.unit_funds {
        for index in 0..agency.units.len() {
            other_funds(agency, index, shape.carry_over, &mut chance, &mut lines);
        }
        if shape.transfers && agency.units.len() > 1 {
            transferred = transfers(agency, &mut chance, &mut lines);
        }
    }
    if shape.special_account {
        let at = agency.units.len() - 1;
        for (economic, fen) in [("30226", 8_600_000), ("30218", 1_435_000)] {
            let fen = fen + 500 * chance.between(1, 900);
            lines.push(Line::new(at, "2059999", economic, fen).of("fiscal_special_account"));
        }
    }
    if shape.carry_over {
        let at = chance.index(agency.units.len());
        let mut line = Line::new(at, own_function(agency, at), "30227", chance.between(300_000, 4_000_000));
        line.carried_over = true;
        lines.push(line);
    }
    split(&mut lines, wanted, &mut chance);
    (lines, transferred)
}

fn own_function(agency: &Agency, index: usize) -> &'static str {
    if agency.units[index].is_administration() { agency.field.administration } else { agency.field.operation }
}

/// Lines of 一般公共预算 of a unit: what every unit has first, `count` of them and whatever its facts ask for.
fn unit(shape: &Shape, agency: &Agency, index: usize, count: usize, chance: &mut Chance) -> Vec<Line> {
    let unit = &agency.units[index];
    let own = own_function(agency, index);
    let civil = unit.is_administration();
    let (staff, retired) = (unit.staff, unit.retired);
    let mut each = |least: u64, most: u64| staff * chance.between(least, most);
    let (base, allowance) = (each(4_800_000, 6_600_000), each(3_200_000, 7_900_000));
    let bonus = each(5_200_000, 9_800_000);
    let paid = base + allowance + bonus;
    let (pension, medical) = if civil { ("2080501", "2101101") } else { ("2080502", "2101102") };
    // 物业管理费 by month, as its contract is; a computer is bought by the piece.
    let estate = 12 * staff * 10_000 * (1 + chance.between(0, 2));
    let computers = 480_000 * (1 + staff / 8);
    let mut candidates = vec![
        (own, "30101", base),
        (own, "30102", allowance),
        if civil { (own, "30103", bonus) } else { (own, "30107", bonus) },
        ("2080505", "30108", paid * 16 / 100),
        (medical, "30110", paid * 87 / 1_000),
        ("2210201", "30113", paid * 12 / 100),
        (own, "30201", staff * 240_000 + 100 * chance.between(0, 2_000)),
        (own, "30228", paid * 2 / 100),
        (own, "30299", staff * 90_000 + chance.between(0, 99_999)),
        (own, "30206", staff * 110_000 + 100 * chance.between(0, 900)),
        (own, "30207", staff * 60_000 + 100 * chance.between(0, 900)),
        (own, "30211", staff * 150_000 + 100 * chance.between(0, 900)),
        (own, "30112", paid * 7 / 1_000),
        ("2080506", "30109", paid * 8 / 100),
        (own, "30229", base * 25 / 1_000),
        (own, "30202", staff * 40_000 + 100 * chance.between(0, 900)),
        (own, "30205", staff * 20_000 + 100 * chance.between(0, 900)),
        (own, "30213", staff * 70_000 + chance.between(0, 99_999)),
        (own, "30216", staff * 60_000 + 100 * chance.between(0, 900)),
        (own, "30209", estate),
        (own, "30226", staff * 30_000 + 100 * chance.between(0, 900)),
        (own, "30227", staff * 50_000 + 100 * chance.between(0, 900)),
        ("2210202", "30102", staff * 96_000),
        ("2210203", "30102", staff * 180_000),
        (own, "30199", staff * 300_000 + chance.between(0, 99_999)),
        (own, "30215", staff * 25_000),
        (own, "30214", staff * 35_000),
        (own, "30204", staff * 1_500),
        (own, "30240", staff * 2_300),
        (own, "30218", staff * 48_000 + chance.between(0, 99_999)),
    ];
    if civil {
        candidates.extend([("2101103", "30111", paid * 5 / 100), (own, "30239", staff * 780_000)]);
        candidates.extend([("2101103", "30307", retired * 240_000), ("2101199", "30112", staff * 8_400)]);
    }
    candidates.truncate(count);
    candidates.extend([(pension, "30302", retired * 1_080_000), (pension, "30301", unit.cadres * 13_842_600)]);
    if shape.purchases && count >= 20 {
        candidates.push((own, "31002", computers));
    }
    if shape.three_public && (index == 0 || index.is_multiple_of(3)) {
        candidates.extend([
            (own, "30231", 2_880_000 * chance.between(1, 3)),
            (own, "30217", 100 * chance.between(2_000, 9_000)),
        ]);
        if index == 0 && shape.seed.is_multiple_of(4) {
            candidates.push((own, "30212", 100 * chance.between(20_000, 60_000)));
        }
    }
    candidates.retain(|(_, _, fen)| *fen > 0);
    candidates.into_iter().map(|(function, economic, fen)| Line::new(index, function, economic, fen)).collect()
}

/// 单位资金 of a unit.
fn other_funds(agency: &Agency, index: usize, carry_over: bool, chance: &mut Chance, lines: &mut Vec<Line>) {
    let unit = &agency.units[index];
    let function = own_function(agency, index);
    let mut line = |economic, fund, nature, least: u64, most: u64| {
        lines.push(Line { nature, ..Line::new(index, function, economic, chance.between(least, most)).of(fund) });
    };
    if unit.is_administration() {
        line("30201", "other_income", None, 200_000, 900_000);
        return;
    }
    line("30199", "institutional_income", None, 4_000_000, 20_000_000);
    line("30201", "institutional_income", None, 900_000, 6_000_000);
    line("30299", "other_income", None, 500_000, 3_000_000);
    if unit.kind == "public_welfare_2" {
        for economic in ["30199", "30226", "30240"] {
            line(economic, "business_income", Some("business_operation"), 500_000, 7_000_000);
        }
    }
    if carry_over {
        lines.push(Line {
            carried_over: true,
            ..Line::new(index, function, "30299", chance.between(100_000, 900_000)).of("other_income")
        });
    }
}

/// 对附属单位补助支出 from the first unit to the second, and what the second does with it.
fn transfers(agency: &Agency, chance: &mut Chance, lines: &mut Vec<Line>) -> Fen {
    let fen = 100 * chance.between(10_000, 80_000);
    lines.push(Line {
        nature: Some("subsidy_to_affiliate"),
        counterparty: Some(1),
        ..Line::new(0, own_function(agency, 0), "39999", fen).of("other_income")
    });
    let more = chance.pick(&[0, 150_000, 2_345_678]);
    lines.push(Line::new(1, own_function(agency, 1), "30216", fen + more).of("superior_subsidy"));
    fen
}

/// Splits lines, as offices of a unit have each their own, until there are about as many as wanted; the amounts of one
/// subject all differ, since equal ones would look like one line entered twice.
fn split(lines: &mut Vec<Line>, wanted: usize, chance: &mut Chance) {
    const SMALLEST: Fen = 100_000;
    let mut missing = wanted.saturating_sub(lines.len());
    let mut parts: Vec<Vec<Line>> = lines.drain(..).map(|line| vec![line]).collect();
    while missing > 0 {
        let before = missing;
        for subject in &mut parts {
            let Some(largest) = subject.iter().map(|line| line.fen).max().filter(|fen| *fen > 3 * SMALLEST) else {
                continue;
            };
            let part = chance.between(SMALLEST, largest - SMALLEST);
            let taken = |fen: Fen| subject.iter().any(|line| line.fen == fen);
            if missing == 0
                || subject[0].counterparty.is_some()
                || part * 2 == largest
                || taken(part)
                || taken(largest - part)
            {
                continue;
            }
            missing -= 1;
            let Some(line) = subject.iter_mut().find(|line| line.fen == largest) else { continue };
            line.fen -= part;
            let other = Line { fen: part, ..line.clone() };
            subject.push(other);
        }
        if missing == before {
            break;
        }
    }
    lines.extend(parts.into_iter().flatten());
    // One of many out of 非税收入.
    lines.iter_mut().filter(|line| line.fund == GENERAL && line.is_public()).skip(3).step_by(40).for_each(|line| {
        line.origin = Some("non_tax");
    });
}
