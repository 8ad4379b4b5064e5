//! The list of docs/rules/uncovered.md.

use std::collections::BTreeMap;

use super::Counts;
use super::change::Kind;

const LIST: &str = include_str!("../../../docs/rules/uncovered.md");

/// How many were caught, in one line, which the list holds too.
pub fn summary(counts: &Counts) -> String {
    let share = |kinds: &[Kind]| {
        let of = counts.iter().filter(|((_, kind), _)| kinds.contains(kind)).map(|(_, count)| *count);
        let (uncaught, all) = of.fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
        let caught = all - uncaught;
        format!("{caught} of {all} ({}.{} %)", caught * 100 / all, caught * 1_000 / all % 10)
    };
    let parts: Vec<String> = Kind::ALL.iter().map(|kind| format!("{} {}", kind.word(), share(&[*kind]))).collect();
    format!("Caught: {}. By change: {}.", share(&Kind::ALL), parts.join("; "))
}

/// The reasons that the list gives, by data and change.
fn reasons() -> BTreeMap<(String, String), String> {
    let cells = |line: &'static str| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>();
    let rows = LIST.lines().filter(|line| line.starts_with("| `")).map(cells);
    rows.map(|row| {
        let [data, change, _, reason] = row[..] else { panic!("{row:?}") };
        ((data.trim_matches('`').to_owned(), change.to_owned()), reason.to_owned())
    })
    .collect()
}

/// The list is what the counts say; if not, what should stand there is told, with the reasons that are known.
pub fn compare(counts: &Counts, summary: &str) {
    let reasons = reasons();
    let mut missing = Vec::new();
    let rows = counts.iter().filter(|(_, (uncaught, _))| *uncaught > 0).map(|((pattern, kind), (uncaught, all))| {
        let key = (pattern.clone(), kind.word().to_owned());
        let reason = reasons.get(&key).cloned().unwrap_or_else(|| {
            missing.push(key);
            "?".to_owned()
        });
        format!("| `{pattern}` | {} | {uncaught} / {all} | {reason} |", kind.word())
    });
    let rows: Vec<String> = rows.collect();
    let listed: Vec<&str> = LIST.lines().filter(|line| line.starts_with("| `")).collect();
    assert!(
        missing.is_empty() && rows == listed && LIST.lines().any(|line| line == summary),
        "docs/rules/uncovered.md should say:\n\n{summary}\n\n{}\n\nwithout a reason: {missing:?}",
        rows.join("\n")
    );
    let hollow = rows.iter().filter(|row| row.ends_with("| ? |") || row.ends_with("|  |"));
    assert_eq!(hollow.collect::<Vec<_>>(), [""; 0], "reasons are missing");
}
