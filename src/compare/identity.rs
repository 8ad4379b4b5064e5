//! What makes the elements of a list of the data the same thing in two files.

/// How the elements of a list are matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identity {
    /// By these members; the amounts of equal elements are summed.
    Summed {
        by: &'static [&'static str],
        /// Whether an amount of zero says something.
        zero: bool,
    },
    /// By these members; equal elements are counted in the order of the file.
    By(&'static [&'static str]),
    /// Texts or codes, by themselves.
    Itself,
    /// 前年、上年; 一级、二级指标; 目录: the position is the meaning.
    Position,
}

/// A line: everything that is said of it but the amount. A line of zero says nothing.
const LINE: Identity = Identity::Summed {
    by: &[
        "unit",
        "function",
        "economic",
        "government_economic",
        "fund",
        "carried_over",
        "nature",
        "origin",
        "counterparty",
    ],
    zero: false,
};

/// The identity of the elements of the list at `path`, a path of member names without indices.
pub(super) fn of(path: &str) -> Identity {
    use Identity::{By, Itself, Position, Summed};
    let last = path.rsplit('.').next().unwrap_or(path);
    match path {
        "lines" | "projects.lines" => LINE,
        // Stated income replaces what the lines need, also when it is zero.
        "income" => Summed { by: &["unit", "fund", "carried_over"], zero: true },
        "year_end_carry_over" => Summed { by: &["unit", "fund"], zero: false },
        "units" | "projects" | "subjects.functional" | "subjects.economic" => By(&["code"]),
        "previous_years" | "projects.plan.history" => By(&["year"]),
        "projects.plan.costs" => By(&["item"]),
        "procurement" => By(&["unit", "project", "function", "economic", "catalogue.code", "catalogue.name"]),
        "service_purchases" => By(&["unit", "project", "catalogue.path", "measure"]),
        "asset_acquisitions" => By(&["unit", "project", "asset_class.name", "name"]),
        "glossary.extra" => By(&["term"]),
        "performance.last_year_results" => By(&["goal"]),
        _ => match last {
            "funding" => Summed { by: &["fund"], zero: false },
            "indicators" => By(&["path", "name"]),
            "internal_offices" => By(&["name"]),
            "previous" | "path" => Position,
            _ => Itself,
        },
    }
}
