//! 勾稽关系 of domain.md b.1 and b.2, on the printed cells.

use gongkai::check::printed::breaks;
use gongkai::derive::report::Report;
use gongkai::model::TableKind::{self, *};

use super::cells;

/// Every rule that can be told from the tables.
pub fn hold(report: &Report) {
    assert_eq!(breaks(report), []);
    for kind in [Expenditure, GeneralPublicBudget, GovernmentFund] {
        codes(report, kind, &[3, 5, 7]);
    }
    codes(report, Basic, &[3, 5]);
}

/// R23: ascending, unique, each under its 款 and 类.
fn codes(report: &Report, kind: TableKind, levels: &[usize]) {
    let codes: Vec<_> = cells::rows(report, kind).into_iter().filter(|row| row != "total").collect();
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
