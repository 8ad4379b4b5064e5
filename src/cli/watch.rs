//! `gongkai watch`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Status;
use super::arguments::Documents;
use super::console::Console;
use super::interrupt;
use super::render::{self, Shown, Teller, line, totals};
use crate::batch::{BatchError, Format, Making, Mode, Request, Row, State, Summary};
use crate::watch::{self, Event, Watching};

/// More documents than this made in one round are only counted.
const LISTED: usize = 10;

pub(super) fn run(arguments: &Documents, console: &Console) -> Status {
    if let Some(status) = render::misnamed(arguments, console) {
        return status;
    }
    let watching = Watching {
        request: Request {
            inputs: arguments.data.clone(),
            destination: arguments.destination(),
            scopes: arguments.wanted.scopes(),
            making: Making { draft: arguments.draft, facts: false, format: Format::Pdf },
            mode: Mode::Update,
            shard: None,
            threads: arguments.threads(),
        },
        templates: arguments.resources.templates.clone(),
        fonts: arguments.resources.fonts(),
    };
    let stop = interrupt::stop("正在结束");
    let shown = Shown { attached: false, results: false, lines: false };
    let mut teller = Teller::new(arguments, console, shown);
    let mut told = Told { arguments, console, good: BTreeMap::new(), faulty: false };
    let ended = watch::run(watching, &stop, &mut |event| match event {
        Event::Began => console.clear(),
        Event::Batch(event) => teller.tell(&event),
        Event::Ended(ended) => {
            teller.end();
            told.ended(ended);
        }
        Event::Deaf => console.progress("提示：系统不通知文件的改动，每秒查看一次"),
    });
    teller.end();
    match ended {
        Ok(()) => Status::Clean,
        Err(error) => render::failure(console, &error),
    }
}

/// What was said of the rounds before.
struct Told<'a> {
    arguments: &'a Documents,
    console: &'a Console,
    /// The files of each data file when it last gave any.
    good: BTreeMap<PathBuf, Vec<PathBuf>>,
    /// Whether the last round had errors.
    faulty: bool,
}

impl Told<'_> {
    fn ended(&mut self, ended: Result<&Summary, &BatchError>) {
        let faulty = match ended {
            Ok(summary) => self.rows(summary),
            Err(error) => {
                let _ = render::failure(self.console, error);
                true
            }
        };
        if self.faulty && !faulty {
            self.say("错误已改正");
        }
        self.faulty = faulty;
        self.say("正在等待改动，按 Ctrl-C 结束");
    }

    /// Says what came of the documents; whether anything is wrong.
    fn rows(&mut self, summary: &Summary) -> bool {
        if let Some(error) = &summary.unrecorded {
            self.say(format_args!("警告：未能写入生成记录：{error}"));
        }
        let few = summary.count(State::Rendered) <= LISTED;
        let mut good: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
        for row in &summary.rows {
            match row.state {
                State::Rendered | State::Unchanged => {
                    good.entry(row.input.clone()).or_default().extend(row.files.iter().cloned());
                    let shown = row.state == State::Rendered && few || summary.planned < 2;
                    if shown {
                        self.say(line(row, self.arguments.draft));
                    }
                }
                _ => self.kept(row),
            }
        }
        self.good.extend(good);
        if summary.planned > 1 {
            self.say(totals(summary, false));
        }
        for path in &summary.leftover {
            self.say(format_args!("多余 {}：已没有数据生成它，请核对后自行删除", path.display()));
        }
        summary.total(|row| row.errors) > 0 || summary.count(State::Faulty) + summary.count(State::Failed) > 0
    }

    /// Says what stands there of a body that could not be made.
    fn kept(&self, row: &Row) {
        let last = self.good.get(&row.input).into_iter().flatten();
        let standing: Vec<_> = last.filter(|path| path.exists()).map(|path| path.display().to_string()).collect();
        let input = row.input.display();
        let words = if row.state == State::Failed { "未能生成" } else { "有错误" };
        if standing.is_empty() {
            self.console.progress(format_args!("{input} {words}，没有生成文本"));
        } else {
            let standing = standing.join("、");
            self.console.progress(format_args!("{input} {words}，{standing} 没有更新，仍是上一次没有错误时的内容"));
        }
    }

    /// Everything goes one way: what is said last is what holds.
    fn say(&self, text: impl std::fmt::Display) {
        if !self.arguments.quiet {
            self.console.progress(text);
        }
    }
}
