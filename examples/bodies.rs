//! Writes data files of invented departments, all different and all clean, for trying out batches.
//!
//! ```text
//! cargo run --example bodies -- 100 FOLDER           seeds 0 to 99
//! cargo run --example bodies -- 1 FOLDER 10000       one of about 10,000 lines
//! ```

#[path = "../tests/bodies/mod.rs"]
mod bodies;

use std::path::PathBuf;
use std::process::ExitCode;

use bodies::Shape;
use gongkai::write::Writer;

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Box<dyn std::error::Error>> {
    let [count, folder, rest @ ..] = arguments else { return Err("bodies COUNT FOLDER [LINES]".into()) };
    let lines: Option<usize> = rest.first().map(|lines| lines.parse()).transpose()?;
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder)?;
    let writer = Writer::new();
    for seed in 0..count.parse()? {
        let shape = Shape::of(seed);
        let shape = match lines {
            Some(lines) => Shape { lines, units: (lines / 80).clamp(1, 999), ..shape },
            None => shape,
        };
        let data = shape.body();
        let name = format!("420107-{}-{}.json", data["agency"]["code"].as_str().unwrap_or_default(), shape.year);
        writer.write(&folder.join(name), format!("{data:#}\n").as_bytes())?;
    }
    Ok(())
}
