//! How the files stand, for a person at a terminal: before the findings, and what was not checked after them.

use std::collections::BTreeMap;
use std::io;

use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};
use unicode_width::UnicodeWidthStr;

use super::visible::line;
use super::{Checked, NotChecked};

/// Writes a line a file: its title, what was found, how many rules judged; for several files their total below.
///
/// Columns align by display width. Characters of ambiguous width such as `“` count as one column, as terminals draw them
/// unless they are told otherwise; where they take two, the line moves by one column and nothing is lost.
pub fn summary(writer: &mut dyn WriteColor, results: &[Checked]) -> io::Result<()> {
    let mut rows: Vec<Row> = results.iter().map(Row::of).collect();
    if results.len() > 1 {
        rows.push(Row::total(results));
    }
    let widest = |of: fn(&Row) -> &str| rows.iter().map(|row| of(row).width()).max().unwrap_or(0);
    let (titles, verdicts) = (widest(|row| &row.title), widest(|row| &row.verdict));
    for Row { title, verdict, rules, colour } in &rows {
        write!(writer, "{title}{}", " ".repeat(titles - title.width() + 2))?;
        writer.set_color(ColorSpec::new().set_fg(Some(*colour)).set_bold(true))?;
        write!(writer, "{verdict}")?;
        writer.reset()?;
        if !rules.is_empty() {
            write!(writer, "{}{rules}", " ".repeat(verdicts - verdict.width() + 2))?;
        }
        writeln!(writer)?;
    }
    Ok(())
}

/// Writes the rules that could not judge, with their reasons: each once for all files of which the same is told, many of
/// one reason in one line.
///
/// Writes nothing if there are none.
pub fn unchecked(writer: &mut dyn WriteColor, results: &[Checked]) -> io::Result<()> {
    let mut groups: BTreeMap<&str, BTreeMap<&str, (&NotChecked, usize)>> = BTreeMap::new();
    for rule in results.iter().flat_map(|result| &result.unchecked) {
        groups.entry(&rule.reason).or_default().entry(rule.code).or_insert((rule, 0)).1 += 1;
    }
    if groups.is_empty() {
        return Ok(());
    }
    writer.set_color(ColorSpec::new().set_bold(true))?;
    write!(writer, "未检查的规则")?;
    writer.reset()?;
    writeln!(writer, "：")?;
    let (few, many): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(_, rules)| rules.len() <= FEW);
    let mut single: Vec<_> = few.iter().flat_map(|(_, rules)| rules.values()).collect();
    single.sort_by_key(|(rule, _)| rule.code);
    let titles = single.iter().map(|(rule, _)| rule.title.width()).max().unwrap_or(0);
    for (NotChecked { code, title, reason }, files) in single {
        let gap = " ".repeat(titles - title.width());
        writeln!(writer, "  {code}  {title}{gap}  {}{}", line(reason), in_files(*files))?;
    }
    for (reason, rules) in many {
        let files = rules.values().map(|(_, files)| *files).max().unwrap_or(0);
        let codes = rules.keys().copied().collect::<Vec<_>>();
        let span = format!("{}–{}", codes[0], codes[codes.len() - 1]);
        writeln!(writer, "  {span} 中的 {} 条  {}{}", codes.len(), line(reason), in_files(files))?;
    }
    Ok(())
}

/// Rules of one reason that are listed one by one; more are told in one line.
const FEW: usize = 3;

fn in_files(files: usize) -> String {
    if files > 1 { format!("（{files} 个文件）") } else { String::new() }
}

/// `1 个错误，2 个警告`; a kind of which there is none is left out; empty if there are none at all.
fn found(errors: usize, warnings: usize) -> String {
    let of = |count: usize, word: &str| (count > 0).then(|| format!("{count} 个{word}"));
    [of(errors, "错误"), of(warnings, "警告")].into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// One line of the summary.
struct Row {
    title: String,
    verdict: String,
    rules: String,
    colour: Color,
}

impl Row {
    fn of(result: &Checked) -> Self {
        let unchecked = match result.unchecked.len() {
            0 => String::new(),
            count => format!("，{count} 条未检查"),
        };
        let rules = match result.checked {
            0 if unchecked.is_empty() => String::new(),
            checked => format!("{checked} 条规则已检查{unchecked}"),
        };
        Self::new(result.name(), result.counts(), result.checked > 0, rules)
    }

    /// How often rules judged says nothing of several files.
    fn total(results: &[Checked]) -> Self {
        let counts = results.iter().map(Checked::counts);
        let counts = counts.fold((0, 0), |sum, (errors, warnings)| (sum.0 + errors, sum.1 + warnings));
        let judged = results.iter().any(|result| result.checked > 0);
        Self::new(&format!("合计 {} 个文件", results.len()), counts, judged, String::new())
    }

    /// Where no rule judged, nothing was found because nothing was looked for.
    fn new(title: &str, (errors, warnings): (usize, usize), judged: bool, rules: String) -> Self {
        let (verdict, colour) = match (errors, warnings) {
            (0, 0) if judged => ("未发现问题".to_owned(), Color::Green),
            (0, 0) => ("未检查".to_owned(), Color::Yellow),
            (0, _) => (found(errors, warnings), Color::Yellow),
            _ => (found(errors, warnings), Color::Red),
        };
        Self { title: line(title), verdict, rules, colour }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use codespan_reporting::term::termcolor::{Ansi, NoColor};

    type Renderer = fn(&mut dyn WriteColor, &[Checked]) -> io::Result<()>;

    fn plain(render: Renderer, results: &[Checked]) -> String {
        let mut writer = NoColor::new(Vec::new());
        render(&mut writer, results).unwrap();
        String::from_utf8(writer.into_inner()).unwrap()
    }

    #[test]
    fn a_line_a_file_in_columns_and_the_total() {
        insta::assert_snapshot!(plain(summary, &samples::results()), @"
        青山区科学技术协会2023年部门预算公开  1 个错误，1 个警告  41 条规则已检查，2 条未检查
        示例区2024年部门预算公开              未发现问题          42 条规则已检查，1 条未检查
        c.json                                1 个错误
        合计 3 个文件                         2 个错误，1 个警告
        ");
    }

    #[test]
    fn one_file_has_no_total() {
        let results = [Checked { file: "a.json".to_owned(), checked: 3, ..Checked::default() }];
        assert_eq!(plain(summary, &results), "a.json  未发现问题  3 条规则已检查\n");
    }

    #[test]
    fn nothing_looked_for_is_not_nothing_found() {
        let results = [Checked { file: "a.json".to_owned(), ..Checked::default() }];
        assert_eq!(plain(summary, &results), "a.json  未检查\n");
    }

    #[test]
    fn what_was_not_checked_is_told_once_a_reason() {
        insta::assert_snapshot!(plain(unchecked, &samples::results()), @"
        未检查的规则：
          GK101  上年数    没有上年的数据文件
          GK302  批复总额  没有填写财政批复（2 个文件）
        ");
        assert_eq!(plain(unchecked, &[]), "");
    }

    #[test]
    fn colour_comes_from_the_writer_only() {
        for render in [summary, unchecked] as [Renderer; 2] {
            assert!(!plain(render, &samples::results()).contains('\u{1B}'));
            let mut writer = Ansi::new(Vec::new());
            render(&mut writer, &samples::results()).unwrap();
            assert!(String::from_utf8(writer.into_inner()).unwrap().contains("\u{1B}[1m"));
        }
    }
}
