//! What came of a batch: a row a body that is not plainly fine, and the totals.
//!
//! `--summary json` prints one JSON text in the format `gongkai-render/1`:
//!
//! ```text
//! {
//!   "format": "gongkai-render/1",
//!   "stopped": whether it was interrupted; bodies that were not begun then have no row,
//!   "planned": how many documents were to be made,
//!   "skipped": how many other JSON files lay in the folders,
//!   "totals": { "rendered", "unchanged", "differs", "missing", "faulty", "failed", "pages", "errors", "warnings" },
//!   "bodies": [{ "input", "title", "state", "pages", "errors", "warnings", "files": [path] }],
//!   "leftover": [path of an output of earlier runs that no input gives any more]
//! }
//! ```
//!
//! `state` is one of the first six members of `totals`: made; left as it is; only with `--check`: another file stands there,
//! no file stands there; the data are at fault; the program could not do its work. A body that is `rendered` or `unchanged`
//! can have errors: those that the comparison with the other files found (GK712 to GK716). Every member is always there. Further
//! members may come; a change of these is `/2`. Where nothing could be begun, nothing is printed and the status is 2.

use std::path::PathBuf;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::tell::line;
use crate::batch::{Row, State, Summary};
use crate::cli::Status;
use crate::cli::arguments::Render;
use crate::cli::console::Console;

/// The name of the format of `--summary json`.
const FORMAT: &str = "gongkai-render/1";

pub(super) fn print(arguments: &Render, console: &Console, ended: &Summary) -> Status {
    if let Some(error) = ended.unrecorded.as_ref().filter(|_| !arguments.documents.quiet) {
        console.progress(format_args!("警告：未能写入生成记录，下次将重新生成：{error}"));
    }
    if arguments.summary.is_some() {
        return console.result(json(ended));
    }
    if arguments.documents.quiet {
        return Status::Clean;
    }
    let mut text = String::new();
    if ended.planned > 1 || arguments.check {
        text = human(ended, arguments.check);
    }
    for path in &ended.leftover {
        text += &format!("多余 {}：已没有数据生成它，请核对后自行删除\n", path.display());
    }
    if ended.stopped {
        text += &format!("已中止：{} 份中完成了 {} 份，再运行一次即可继续\n", ended.planned, ended.rows.len());
    }
    if text.is_empty() { Status::Clean } else { console.result(text.trim_end()) }
}

fn human(ended: &Summary, check: bool) -> String {
    let fine =
        |row: &&Row| matches!(row.state, State::Rendered | State::Unchanged) && row.errors == 0 && row.warnings == 0;
    let rows: Vec<[String; 4]> = ended.rows.iter().filter(|row| !fine(row)).map(cells).collect();
    let widths = [0, 1, 2].map(|column| rows.iter().map(|row| row[column].width()).max().unwrap_or(0));
    let mut text = String::new();
    for row in rows {
        for (cell, width) in row.iter().zip(widths) {
            text += cell;
            text += &" ".repeat(width - cell.width() + 2);
        }
        text += &row[3];
        text.push('\n');
    }
    text + &totals(ended, check) + "\n"
}

/// State, name, findings, file.
fn cells(row: &Row) -> [String; 4] {
    let of = |count: usize, word: &str| (count > 0).then(|| format!("{count} 个{word}"));
    let found: Vec<_> = [of(row.errors, "错误"), of(row.warnings, "警告")].into_iter().flatten().collect();
    let name = if row.title.is_empty() { row.input.display().to_string() } else { row.title.clone() };
    let file = match row.state {
        State::Rendered | State::Unchanged | State::Differs | State::Missing => {
            let line = line(row, false);
            line.split_once(' ').map_or(String::new(), |(_, file)| file.to_owned())
        }
        State::Faulty | State::Failed => row.input.display().to_string(),
    };
    [row.state.word().to_owned(), name, found.join("，"), file]
}

/// `合计 100 份：已生成 97，未变 0，有错误 3；3021 页；3 个错误，5 个警告`.
pub(in crate::cli) fn totals(ended: &Summary, check: bool) -> String {
    let always = |state: State| matches!(state, State::Unchanged) || state == State::Rendered && !check;
    let states = State::ALL.into_iter().filter(|state| always(*state) || ended.count(*state) > 0);
    let states: Vec<_> = states.map(|state| format!("{} {}", state.word(), ended.count(state))).collect();
    let (errors, warnings) = (ended.total(|row| row.errors), ended.total(|row| row.warnings));
    let pages = ended.total(|row| row.pages);
    format!("合计 {} 份：{}；{pages} 页；{errors} 个错误，{warnings} 个警告", ended.planned, states.join("，"))
}

#[derive(Serialize)]
struct Shown<'a> {
    format: &'static str,
    stopped: bool,
    planned: usize,
    skipped: usize,
    totals: serde_json::Map<String, serde_json::Value>,
    bodies: Vec<Body<'a>>,
    leftover: Vec<String>,
}

#[derive(Serialize)]
struct Body<'a> {
    input: String,
    title: &'a str,
    state: &'static str,
    pages: usize,
    errors: usize,
    warnings: usize,
    files: Vec<String>,
}

impl<'a> Body<'a> {
    fn of(row: &'a Row) -> Self {
        let Row { input, title, state, pages, errors, warnings, files } = row;
        let (pages, errors, warnings) = (*pages, *errors, *warnings);
        Self {
            input: input.display().to_string(),
            title,
            state: state.key(),
            pages,
            errors,
            warnings,
            files: shown(files),
        }
    }
}

fn shown(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| path.display().to_string()).collect()
}

fn json(ended: &Summary) -> String {
    let states = State::ALL.map(|state| (state.key(), ended.count(state)));
    let sums = [
        ("pages", ended.total(|row| row.pages)),
        ("errors", ended.total(|row| row.errors)),
        ("warnings", ended.total(|row| row.warnings)),
    ];
    let whole = Shown {
        format: FORMAT,
        stopped: ended.stopped,
        planned: ended.planned,
        skipped: ended.skipped,
        totals: states.into_iter().chain(sums).map(|(key, count)| (key.to_owned(), count.into())).collect(),
        bodies: ended.rows.iter().map(Body::of).collect(),
        leftover: shown(&ended.leftover),
    };
    // Strings and numbers into memory: nothing of it can fail.
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}
