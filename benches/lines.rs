//! How long an export of the budget system takes to import, as a workbook and as CSV.
//!
//! ```text
//! cargo bench --bench lines                      five runs of 100,000 lines
//! cargo bench --bench lines -- --runs 21         more
//! cargo bench --bench lines -- --lines 200000    another size
//! ```

#[path = "common/arguments.rs"]
mod arguments;
#[path = "common/clock.rs"]
mod clock;

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;

use gongkai::load::lines::{self, Imported, Mapping};
use rust_xlsxwriter::Workbook;

use arguments::{Arguments, Failure};
use clock::{Took, median, timed};

/// What importing 100,000 lines may take, in milliseconds.
const TARGET: f64 = 2_000.0;
/// The system's own names and what it calls them in Chinese.
const HEAD: [&str; 8] =
    ["单位代码", "EXP_FUNC_CODE", "DEP_BGT_ECO_CODE", "FUND_TYPE_CODE", "PRO_CODE", "项目名称", "项目类别", "金额"];

fn main() -> ExitCode {
    arguments::run(&[], run)
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (runs, count) = (arguments.number("--runs", 5)?.max(1), arguments.number("--lines", 100_000)?);
    let mapping = Mapping::with(None)?;
    for (name, bytes) in [("export.xlsx", workbook(count)?), ("export.csv", csv(count)?)] {
        let mut took: Vec<Took> = Vec::new();
        for _ in 0..runs {
            let (imported, one) = timed(|| lines::read(Path::new(name), &bytes, &mapping));
            let imported: Imported = black_box(imported).map_err(|faults| format!("{name}: {:?}", faults.first()))?;
            if imported.count() != count {
                return Err(format!("{name}: {} of {count} lines", imported.count()).into());
            }
            took.push(one);
        }
        let (median, megabytes) = (median(took), bytes.len() / 1_000_000);
        let verdict = if median.wall <= TARGET { "within" } else { "beyond" };
        println!(
            "{name}, {count} lines, {megabytes} MB: median of {runs} runs {:.0} ms on the wall, {:.0} ms of {} time, \
             {verdict} the target of {TARGET} ms",
            median.wall,
            median.quoted(),
            clock::QUOTED,
        );
    }
    Ok(())
}

/// One line: every third belongs to one of forty projects.
fn line(index: usize) -> [String; 8] {
    let project = index.is_multiple_of(3);
    let number = index / 3 % 40;
    [
        format!("206{:03}", 1 + index % 60),
        ["2060101", "2080505", "2101101", "2210201"][index % 4].to_owned(),
        ["30101", "30201", "30302", "31002"][index / 4 % 4].to_owned(),
        "11".to_owned(),
        if project { format!("42010723T{number:06}") } else { String::new() },
        if project { format!("示例项目{number}") } else { String::new() },
        if project { "特定目标类".to_owned() } else { "人员类".to_owned() },
        format!("{}.{:02}", 1_000 + index % 90_000, index % 100),
    ]
}

fn workbook(count: usize) -> Result<Vec<u8>, Failure> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, HEAD)?;
    for index in 0..count {
        let row = u32::try_from(index + 1)?;
        let [texts @ .., amount] = line(index);
        sheet.write_row(row, 0, texts)?;
        // As programs write amounts: binary.
        sheet.write_number(row, 7, amount.parse::<f64>()?)?;
    }
    Ok(book.save_to_buffer()?)
}

fn csv(count: usize) -> Result<Vec<u8>, Failure> {
    let mut text = HEAD.join(",");
    text.push('\n');
    for index in 0..count {
        writeln!(text, "{}", line(index).join(","))?;
    }
    Ok(text.into_bytes())
}
