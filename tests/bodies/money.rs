//! Amounts, in 分.

/// 分. A hundredth of a 元.
pub type Fen = u64;

/// As the data state it.
pub fn yuan(fen: Fen) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// As a text states it: 2400元, 2.5元.
pub fn short(fen: Fen) -> String {
    let text = yuan(fen);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What the document prints, in hundredths of a 万元.
pub fn printed(fen: Fen) -> u64 {
    (fen + 5_000) / 10_000
}
