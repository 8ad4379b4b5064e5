//! A hundred edits as people and programs make them, good and bad, one after the other.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::{WAITING, Watcher, overwrite, printed};
use crate::batch::{data, pdf, small};
use crate::bodies::chance::Chance;
use crate::command_line::Desk;
use crate::command_line::templates::altered;

const NARRATIVE: &str = "templates/regions/000000-national/narrative.typ";
const SENTENCE: &str = "按照综合预算的原则";

/// The documents, and how they are edited.
struct Edits {
    desk: Desk,
    watcher: Watcher,
    chance: Chance,
    /// The document that is edited.
    pdf: PathBuf,
    /// What its pages must say now.
    phone: String,
    sentence: String,
    last_phone: u64,
}

impl Edits {
    fn new() -> Self {
        let desk = Desk::new();
        altered(&desk, "regions/000000-national/narrative.typ", SENTENCE, SENTENCE);
        desk.put_data("last/a.json", &last_year("10000.00"));
        desk.put_data(&data(0), &this_year("027-00000000"));
        desk.put_data(&data(1), &small(1));
        let mut watcher = Watcher::start(&desk, &["data", "--templates", "templates", "-j", "2"]);
        watcher.says_after(0, "合计 2 份：已生成 2，未变 0");
        let pdf = desk.path("out").join(pdf(0));
        let (phone, sentence) = ("027-00000000".to_owned(), SENTENCE.to_owned());
        Self { desk, watcher, chance: Chance::new(11, "watch"), pdf, phone, sentence, last_phone: 0 }
    }

    /// The text of the data with a phone number that was never there.
    fn next(&mut self) -> String {
        self.last_phone += 1;
        self.phone = format!("027-{:08}", self.last_phone);
        format!("{:#}", this_year(&self.phone))
    }

    fn pause(&mut self, from: u64, to: u64) {
        thread::sleep(Duration::from_millis(self.chance.between(from, to)));
    }

    /// Waits until the pages are as they must be.
    #[track_caller]
    fn is_printed(&mut self) {
        let (pdf, phone, sentence) = (&self.pdf, &self.phone, &self.sentence);
        self.watcher.until(&format!("{phone} and {sentence}"), |_| {
            printed(pdf).is_some_and(|text| text.contains(phone.as_str()) && text.contains(sentence.as_str()))
        });
    }

    /// A bad edit: it is told, and the last good PDF stays.
    #[track_caller]
    fn is_refused(&mut self, words: &str, edit: impl FnOnce(&Self)) {
        let before = fs::read(&self.pdf).unwrap();
        let from = self.watcher.now();
        edit(self);
        self.watcher.says_after(from, words);
        self.watcher.says_after(from, "没有更新，仍是上一次没有错误时的内容");
        assert!(fs::read(&self.pdf).unwrap() == before, "{words}");
    }

    fn edit(&mut self, number: u64) {
        let (file, narrative) = (self.desk.path(&data(0)), self.desk.path(NARRATIVE));
        match number % 10 {
            0 => {
                let text = self.next();
                overwrite(&file, &text);
            }
            1 => {
                let text = self.next();
                self.desk.put(&data(0), &text);
            }
            // The program may look while half of it is there.
            2 => {
                let text = self.next();
                overwrite(&file, &text.as_bytes()[..text.len() / 2]);
                self.pause(20, 400);
                overwrite(&file, &text);
            }
            3 => {
                let text = self.next();
                fs::remove_file(&file).unwrap();
                self.pause(1, 400);
                overwrite(&file, &text);
            }
            // The second one while the first one is made.
            4 => {
                let text = self.next();
                overwrite(&file, &text);
                self.pause(1, 300);
                let text = self.next();
                overwrite(&file, &text);
            }
            5 => {
                let mut wrong = this_year(&self.phone);
                wrong["lines"][0]["function"] = json!("9999999");
                self.is_refused("9999999", |edits| {
                    overwrite(&file, format!("{wrong:#}").replace(&edits.phone, "027-1"))
                });
                let text = self.next();
                overwrite(&file, &text);
            }
            // Last year's file, which this year's names: nothing else is touched.
            6 => {
                let before = fs::read(&self.pdf).unwrap();
                self.desk.put_data("last/a.json", &last_year(&format!("{}.00", 100_000 * (number + 1))));
                let pdf = &self.pdf;
                self.watcher.until("last year's figures", |_| fs::read(pdf).is_ok_and(|bytes| bytes != before));
            }
            7 => {
                let last = self.desk.path("last/a.json");
                let text = fs::read_to_string(&last).unwrap();
                self.is_refused("last/a.json", |_| overwrite(&last, &text[..100]));
                overwrite(&last, &text);
                let from = self.watcher.now();
                self.watcher.until("mended", |said| said.iter().skip(from - 1).any(|line| line == "错误已改正"));
            }
            8 => {
                let text = fs::read_to_string(&narrative).unwrap();
                let sentence = format!("按照第{number}种综合预算的原则");
                overwrite(&narrative, text.replace(&self.sentence, &sentence));
                self.sentence = sentence;
            }
            _ => {
                let text = fs::read_to_string(&narrative).unwrap();
                let sentence = self.sentence.clone();
                let wrong = text.replace(&sentence, &format!("{{nobody}}{sentence}"));
                self.is_refused("模板有误", |_| overwrite(&narrative, &wrong));
                self.sentence = SENTENCE.to_owned();
                overwrite(&narrative, text.replace(&sentence, SENTENCE));
            }
        }
        self.is_printed();
    }

    /// Memory of the program, in kB.
    fn memory(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.watcher.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }
}

fn this_year(phone: &str) -> Value {
    let mut this = small(0);
    this["agency"]["phone"] = json!(phone);
    this["previous_years"] = json!([{ "year": 2023, "basis": "budget", "file": "../last/a.json" }]);
    this
}

/// The same body a year before, its first line of this amount in 元.
fn last_year(amount: &str) -> Value {
    let mut last = small(0);
    last["year"] = json!(2023);
    last.as_object_mut().unwrap().remove("previous_years");
    last["lines"][0]["amount"] = json!(amount);
    last
}

#[test]
fn a_hundred_edits_leave_no_stale_pdf_and_no_more_memory() {
    let mut edits = Edits::new();
    let untouched = edits.desk.path("out").join(pdf(1));
    let mut memory = Vec::new();
    for number in 0..100 {
        edits.edit(number);
        // At rest: the other document may still be in work.
        edits.watcher.until("rest", |said| said.last().is_some_and(|line| line.starts_with(WAITING)));
        memory.extend(edits.memory());
    }
    let Edits { desk, mut watcher, pdf, sentence, .. } = edits;
    // The last template is that of the other document too.
    watcher.until("the other document", |_| printed(&untouched).is_some_and(|text| text.contains(&sentence)));
    watcher.end();
    desk.run(&["render", "data", "-d", "anew", "--templates", "templates"]).ends_with(0);
    for document in [&pdf, &untouched] {
        let anew = desk.path("anew").join(document.file_name().unwrap());
        assert!(fs::read(anew).unwrap() == fs::read(document).unwrap(), "{}", document.display());
    }
    // Where the system tells it. It goes up and down by a quarter, since templates that change are there twice for a moment. So the
    // median of the second fifty is held against the highest of the first: that catches what keeps 2.5 MB of an edit; what the
    // compiler remembers of one is tens of MB.
    if memory.len() == 100 {
        let highest = memory[..50].iter().copied().max().unwrap_or_default();
        let late = &mut memory[50..];
        late.sort_unstable();
        let median = late[25];
        println!("memory: {highest} kB at most in edits 1 to 50, median {median} kB in edits 51 to 100");
        assert!(median * 20 <= highest * 23, "{memory:?}");
    }
}
