//! A line a change, for lists and searches.

use std::io::{self, Write};

use super::Compared;
use super::names;
use super::text::{cell, line, pages_in_words, place, ranges, side, signed};

/// `数据 file:line:column: words: old → new (difference)`, `数字 table: row: column: …`, `页 …`.
pub(super) fn print(writer: &mut dyn Write, compared: &Compared<'_>) -> io::Result<()> {
    let difference = &compared.difference;
    for fact in difference.facts.iter().flatten() {
        let (at, change) = (&fact.place, &fact.change);
        let text = |fact: &Option<crate::compare::Fact>| side(fact.as_ref().map(|fact| fact.text.as_str()), "未填");
        let differs = change.difference().map(|by| format!("（{}）", signed(by))).unwrap_or_default();
        let (old, new) = (text(&change.old), text(&change.new));
        writeln!(
            writer,
            "数据 {}:{}:{}: {}：{old} → {new}{differs}",
            line(&at.file),
            at.line,
            at.column,
            line(&fact.words)
        )?;
    }
    for located in &difference.figures {
        let change = &located.change;
        let text = |printed: &Option<crate::compare::Printed>| {
            side(printed.as_ref().map(|printed| printed.text.as_str()), "（无）")
        };
        let name =
            cell(located).map_or_else(|| line(&names::words(&change.id)), |(row, column)| format!("{row}，{column}"));
        let differs = change.difference().map(|by| format!("（{}）", signed(by))).unwrap_or_default();
        let (old, new) = (text(&change.old), text(&change.new));
        let pages = &located.place.pages;
        let pages = if pages.is_empty() { String::new() } else { format!("，第 {} 页", ranges(pages)) };
        let kind = if change.difference().is_some() { "数字" } else { "文字" };
        writeln!(writer, "{kind} {}：{name}：{old} → {new}{differs}{pages}", place(located))?;
    }
    match difference.pages.as_ref().filter(|pages| !pages.is_same()) {
        Some(pages) => writeln!(writer, "页 {}", pages_in_words(pages, "")),
        None => Ok(()),
    }
}
