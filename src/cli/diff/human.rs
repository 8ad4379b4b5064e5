//! For a person at a terminal: what changed in one line, then the data, the figures by table and section, the pages.

use std::io;

use unicode_width::UnicodeWidthStr;

use super::Compared;
use super::names;
use super::text::{FACTS_NOT_COMPARED, cell, codes, line, pages_in_words, place, ranges, side, signed, summary};
use crate::compare::Located;
use crate::diagnostic::termcolor::{Color, ColorSpec, WriteColor};
use crate::pipeline::ChangedFact;

/// Texts wider than this have a line of their own.
const WIDEST: usize = 24;

pub(super) fn print(writer: &mut dyn WriteColor, compared: &Compared<'_>) -> io::Result<()> {
    let difference = &compared.difference;
    for warning in &difference.warnings {
        coloured(writer, Color::Yellow, "警告")?;
        writeln!(writer, "：{}", line(warning))?;
    }
    if difference.is_empty() {
        writeln!(writer, "没有变化")?;
    } else {
        bold(writer, &summary(difference))?;
        writeln!(writer)?;
    }
    match &difference.facts {
        None => writeln!(writer, "{FACTS_NOT_COMPARED}")?,
        Some(facts) if !facts.is_empty() => {
            heading(writer, "数据")?;
            facts.iter().try_for_each(|changed| fact(writer, changed))?;
        }
        Some(_) => {}
    }
    if !difference.figures.is_empty() {
        heading(writer, "数字和文字")?;
        let mut rest = difference.figures.as_slice();
        while let Some(first) = rest.first() {
            let name = place(first);
            let length = rest.iter().take_while(|located| place(located) == name).count();
            group(writer, &name, &rest[..length])?;
            rest = &rest[length..];
        }
    }
    if let Some(pages) = difference.pages.as_ref().filter(|pages| !pages.is_same()) {
        heading(writer, "页")?;
        writeln!(writer, "  {}", pages_in_words(pages, ""))?;
    }
    Ok(())
}

fn fact(writer: &mut dyn WriteColor, changed: &ChangedFact) -> io::Result<()> {
    let codes = codes(changed);
    let codes = if codes.is_empty() { codes } else { format!("（{codes}）") };
    writeln!(writer, "  {}{codes}", line(&changed.words))?;
    let at = &changed.place;
    let gone = if changed.change.new.is_none() { "（旧文件）" } else { "" };
    write!(writer, "    {}:{}{gone}", line(&at.file), at.within())?;
    let text = |fact: &Option<crate::compare::Fact>| fact.as_ref().map(|fact| fact.text.clone());
    let (old, new) = (text(&changed.change.old), text(&changed.change.new));
    sides(writer, old.as_deref(), new.as_deref(), "未填", "    ")?;
    if let Some(difference) = changed.change.difference() {
        write!(writer, "  {}", signed(difference))?;
    }
    writeln!(writer)
}

/// Old and new, in one line if they are short.
fn sides(
    writer: &mut dyn WriteColor,
    old: Option<&str>,
    new: Option<&str>,
    nothing: &str,
    indent: &str,
) -> io::Result<()> {
    let (old, new) = (side(old, nothing), side(new, nothing));
    if old.width().max(new.width()) <= WIDEST {
        write!(writer, "  {old} → {new}")
    } else {
        write!(writer, "\n{indent}旧：{old}\n{indent}新：{new}")
    }
}

/// A change as the columns of a line.
struct Line {
    columns: [String; 4],
    difference: String,
    pages: String,
}

/// The changes of one table or section, their columns aligned by display width.
fn group(writer: &mut dyn WriteColor, name: &str, changes: &[Located]) -> io::Result<()> {
    writeln!(writer, "  {name}")?;
    let lines: Vec<_> = changes.iter().map(Line::of).collect();
    let is_short = |line: &&Line| line.columns.iter().all(|text| text.width() <= WIDEST * 2);
    let width =
        |column: usize| lines.iter().filter(is_short).map(|line| line.columns[column].width()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2), width(3)];
    let difference = lines.iter().map(|line| line.difference.width()).max().unwrap_or(0);
    for line in &lines {
        let [row, column, old, new] = &line.columns;
        if !is_short(&line) {
            writeln!(
                writer,
                "    {}{}\n      旧：{old}\n      新：{new}",
                format!("{row} {column}").trim_end(),
                line.pages
            )?;
            continue;
        }
        let gap = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        write!(writer, "    {row}{}", gap(row, widths[0]))?;
        if widths[1] > 0 {
            write!(writer, "  {column}{}", gap(column, widths[1]))?;
        }
        write!(writer, "  {}{old} → {}{new}", gap(old, widths[2]), gap(new, widths[3]))?;
        let differs = &line.difference;
        let end = format!("  {}{differs}{}", gap(differs, difference), line.pages);
        writeln!(writer, "{}", end.trim_end())?;
    }
    Ok(())
}

impl Line {
    fn of(located: &Located) -> Self {
        let change = &located.change;
        let text = |side_of: &Option<crate::compare::Printed>| {
            side(side_of.as_ref().map(|printed| printed.text.as_str()), "（无）")
        };
        let (row, column) = cell(located).unwrap_or_else(|| (line(&names::words(&change.id)), String::new()));
        let pages = &located.place.pages;
        Self {
            columns: [row, column, text(&change.old), text(&change.new)],
            difference: change.difference().map(signed).unwrap_or_default(),
            pages: if pages.is_empty() { String::new() } else { format!("  第 {} 页", ranges(pages)) },
        }
    }
}

fn heading(writer: &mut dyn WriteColor, text: &str) -> io::Result<()> {
    writeln!(writer)?;
    bold(writer, text)?;
    writeln!(writer)
}

fn bold(writer: &mut dyn WriteColor, text: &str) -> io::Result<()> {
    writer.set_color(ColorSpec::new().set_bold(true))?;
    write!(writer, "{text}")?;
    writer.reset()
}

fn coloured(writer: &mut dyn WriteColor, colour: Color, text: &str) -> io::Result<()> {
    writer.set_color(ColorSpec::new().set_fg(Some(colour)).set_bold(true))?;
    write!(writer, "{text}")?;
    writer.reset()
}
