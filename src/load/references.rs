//! Values that name something elsewhere in the file.
//!
//! They are judged on the tree and not on the decoded disclosure, so that a fault of the structure hides none of them.
//! A list that is itself faulty is taken as unknown, and nothing is judged against it.

use std::collections::BTreeMap;
use std::ops::Range;

use jsonc_parser::ast::Value;

use super::fault::LoadFault;
use super::faults::Faults;
use super::suggest::nearest;
use super::tree::{items, mark, member, opening, range, text};

/// Codes that stand in a list, with their places; `None` if the list cannot be relied upon.
type Codes<'b> = Option<BTreeMap<&'b str, Range<usize>>>;

/// All faults of reference in `root`.
pub(super) fn check(root: &Value<'_>) -> Faults {
    let mut faults = Faults::default();
    let units = codes(root, "units", &mut faults, |code| LoadFault::DuplicateUnit { code });
    let projects = codes(root, "projects", &mut faults, |code| LoadFault::DuplicateProject { code });
    let projects = if member(root, "projects").is_some() { projects } else { Some(BTreeMap::new()) };
    let mut checker = Checker { units, projects, faults };
    checker.units(root);
    checker.projects(root);
    checker.previous_years(root);
    checker.faults
}

/// The codes of the list `name`; each that occurs twice is a fault.
fn codes<'b>(root: &'b Value<'_>, name: &str, faults: &mut Faults, twice: fn(String) -> LoadFault) -> Codes<'b> {
    let mut codes = BTreeMap::new();
    let mut complete = !items(root, name).is_empty();
    for item in items(root, name) {
        let Some((code, place)) = text(item, "code") else {
            complete = false;
            continue;
        };
        if let Some(first) = codes.get(code) {
            faults.push_with(place, twice(code.to_owned()), Range::clone(first), "已经用过");
        } else {
            codes.insert(code, place);
        }
    }
    complete.then_some(codes)
}

struct Checker<'b> {
    units: Codes<'b>,
    projects: Codes<'b>,
    faults: Faults,
}

fn names(codes: &BTreeMap<&str, Range<usize>>) -> Vec<String> {
    codes.keys().map(|code| (*code).to_owned()).collect()
}

/// The nearest code of many. Of few all are told: codes are numbers, where the nearest is no better a guess.
fn nearest_code(code: &str, codes: &BTreeMap<&str, Range<usize>>) -> Option<String> {
    const FEW: usize = 10;
    if codes.len() > FEW { nearest(code, codes.keys().copied()).map(str::to_owned) } else { None }
}

impl Checker<'_> {
    fn units(&mut self, root: &Value<'_>) {
        if let Some(scope) = member(root, "scope") {
            self.unit_named(scope, "unit");
        }
        for list in ["lines", "income", "year_end_carry_over", "procurement", "service_purchases", "asset_acquisitions"]
        {
            items(root, list).iter().for_each(|item| self.unit_of(item));
        }
        for line in items(root, "lines") {
            self.unit_named(line, "counterparty");
        }
        for project in items(root, "projects") {
            for line in items(project, "lines") {
                self.unit_of(line);
                self.unit_named(line, "counterparty");
            }
            if let Some(plan) = member(project, "plan") {
                self.unit_named(plan, "unit");
            }
        }
    }

    /// The unit that `item` belongs to, which only a file of one unit may leave out.
    fn unit_of(&mut self, item: &Value<'_>) {
        self.unit_named(item, "unit");
        if let (Some(units), None, Value::Object(object)) = (&self.units, member(item, "unit"), item)
            && units.len() > 1
            && !self.faults.omit_if_full()
        {
            let fault = LoadFault::UnitLeftOut { count: units.len(), known: names(units) };
            self.faults.push(opening(object), fault);
        }
    }

    fn unit_named(&mut self, item: &Value<'_>, name: &str) {
        if let (Some(units), Some((code, place))) = (&self.units, text(item, name))
            && !units.contains_key(code)
            && !self.faults.omit_if_full()
        {
            let (nearest, known) = (nearest_code(code, units), names(units));
            self.faults.push(place, LoadFault::UnknownUnit { code: code.to_owned(), nearest, known });
        }
    }

    fn projects(&mut self, root: &Value<'_>) {
        for project in items(root, "projects") {
            for line in items(project, "lines") {
                if let Some(nature) = member(line, "nature") {
                    self.faults.push(mark(nature), LoadFault::NatureInProject);
                }
            }
        }
        for list in ["procurement", "service_purchases", "asset_acquisitions"] {
            for item in items(root, list) {
                self.project_of(item);
            }
        }
    }

    fn project_of(&mut self, item: &Value<'_>) {
        if let (Some(projects), Some((code, place))) = (&self.projects, text(item, "project"))
            && !projects.contains_key(code)
            && !self.faults.omit_if_full()
        {
            let (nearest, known) = (nearest_code(code, projects), names(projects));
            self.faults.push(place, LoadFault::UnknownProject { code: code.to_owned(), nearest, known });
        }
    }

    fn previous_years(&mut self, root: &Value<'_>) {
        let year = |value| member(value, "year").and_then(|year: &Value<'_>| year.as_number_lit());
        let number = |text: &str| text.parse::<u16>().ok();
        let mut seen = BTreeMap::new();
        for entry in items(root, "previous_years") {
            if let (Some(file), Some((basis, _))) = (member(entry, "file"), text(entry, "basis"))
                && basis != "budget"
            {
                self.faults.push(mark(file), LoadFault::FileWithoutBudget);
            }
            let Some(previous) = year(entry) else { continue };
            if let Some(budget) = year(root)
                && number(previous.value).zip(number(budget.value)).is_some_and(|(previous, budget)| previous >= budget)
            {
                let fault =
                    LoadFault::YearNotBefore { previous: previous.value.to_owned(), year: budget.value.to_owned() };
                self.faults.push_with(range(previous), fault, range(budget), "预算年度");
            }
            if let Some(first) = seen.insert(previous.value, range(previous)) {
                let fault = LoadFault::DuplicateYear { year: previous.value.to_owned() };
                self.faults.push_with(range(previous), fault, first, "已经填过");
            }
        }
    }
}
