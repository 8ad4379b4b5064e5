//! How long a batch takes: all, unchanged, two corrected; with one worker and with two; and its memory.
//!
//! ```text
//! cargo bench --bench batch                       three runs of 100 bodies
//! cargo bench --bench batch -- --runs 5           more
//! cargo bench --bench batch -- --bodies 400       a larger district
//! ```
//!
//! Each run is the program itself in a process of its own, as the user starts it. The bodies are those of
//! `cargo run --example bodies`.

#[path = "../common/arguments.rs"]
mod arguments;
#[path = "../../tests/bodies/mod.rs"]
mod bodies;
mod child;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use arguments::{Arguments, Failure};
use bodies::Shape;
use child::{Took, median};
use gongkai::write::Writer;
use serde_json::{Value, json};

fn main() -> ExitCode {
    arguments::run(&[], run)
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (runs, count) = (arguments.number("--runs", 3)?.max(1), arguments.number("--bodies", 100)?.max(10));
    let folder = tempfile::tempdir()?;
    let batch = Batch { folder: folder.path().to_owned(), writer: Writer::new(), corrections: Cell::new(0) };
    (0..count as u64).try_for_each(|seed| batch.put("all", seed, &Shape::of(seed).body()))?;
    (0..10).try_for_each(|seed| batch.put("ten", seed, &Shape::of(seed).body()))?;

    println!("Medians of {runs} runs, each a process of its own. s on the wall; s of processor time; peak memory.\n");
    let measured = |name: &str, run: &dyn Fn() -> Result<Took, Failure>| -> Result<(), Failure> {
        show(name, median(&(0..runs).map(|_| run()).collect::<Result<Vec<_>, _>>()?));
        Ok(())
    };
    // In turn, so that whatever else the machine does slows all of them.
    let (mut tens, mut ones, mut twos) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs {
        tens.push(batch.anew("ten", 2)?);
        ones.push(batch.anew("all", 1)?);
        twos.push(batch.anew("all", 2)?);
    }
    let (ten, one, two) = (median(&tens), median(&ones), median(&twos));
    show("10 bodies, 2 workers", ten);
    show(&format!("{count} bodies, 1 worker"), one);
    show(&format!("{count} bodies, 2 workers"), two);
    measured("the same again, unchanged", &|| batch.render("all", 2, count, 0))?;
    measured("two corrected", &|| batch.corrected(count))?;
    println!("\n  one worker : two, on the wall        {:.2}", one.wall / two.wall);
    if let (Some(all), Some(ten)) = (two.peak, ten.peak) {
        println!("  peak memory of {count} bodies : of 10   {:.2}", all / ten);
    }
    Ok(())
}

fn show(name: &str, took: Took) {
    println!("  {name:<32} {took}");
}

struct Batch {
    folder: PathBuf,
    writer: Writer,
    /// How many corrections there were, so that each is another.
    corrections: Cell<u32>,
}

impl Batch {
    fn put(&self, folder: &str, seed: u64, data: &Value) -> Result<(), Failure> {
        let path = self.folder.join(folder).join(format!("{seed:04}.json"));
        Ok(self.writer.write(&path, format!("{data:#}\n").as_bytes())?)
    }

    /// Renders everything from nothing.
    fn anew(&self, data: &str, workers: usize) -> Result<Took, Failure> {
        let out = self.folder.join(format!("{data}-out"));
        if out.exists() {
            std::fs::remove_dir_all(&out)?;
        }
        let count = std::fs::read_dir(self.folder.join(data))?.count();
        self.render(data, workers, 0, count)
    }

    /// Corrects two bodies and renders.
    fn corrected(&self, count: usize) -> Result<Took, Failure> {
        self.corrections.set(self.corrections.get() + 1);
        for seed in [3, 8] {
            let mut data = Shape::of(seed).body();
            data["agency"]["phone"] = json!(format!("027-{:08}", self.corrections.get()));
            self.put("all", seed, &data)?;
        }
        self.render("all", 2, count - 2, 2)
    }

    /// Renders, and holds that so many documents were left and made.
    fn render(&self, data: &str, workers: usize, left: usize, made: usize) -> Result<Took, Failure> {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gongkai"));
        command.arg("render").arg(self.folder.join(data)).arg("-d").arg(self.folder.join(format!("{data}-out")));
        command.arg("--font-path").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts"));
        command.args(["-j", &workers.to_string(), "-q", "--summary", "json"]);
        let (out, took) = child::run(&mut command)?;
        let totals = &serde_json::from_str::<Value>(&out)?["totals"];
        if (&totals["unchanged"], &totals["rendered"]) == (&json!(left), &json!(made)) {
            Ok(took)
        } else {
            Err(format!("{left} left and {made} made were expected: {totals}").into())
        }
    }
}
