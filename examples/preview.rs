//! Work on templates: a template folder and a report to a PDF and pictures, without the rest of the program.
//!
//! ```text
//! preview TEMPLATES REPORT.json OUT.pdf [--png DIR] [--fonts DIR]
//! ```

use std::path::PathBuf;
use std::process::ExitCode;

use gongkai::derive::report::DateParts;
use gongkai::export::{self, Identity};
use gongkai::reference::Templates;
use gongkai::typeset::{FontSearch, Fonts, TypesetError, Typesetter};
use gongkai::write::Writer;

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let mut places = Vec::new();
    let (mut png, mut user) = (None, Vec::new());
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--png") => png = arguments.next().map(PathBuf::from),
            Some("--fonts") => user.extend(arguments.next().map(PathBuf::from)),
            _ => places.push(PathBuf::from(argument)),
        }
    }
    let [folder, report, target] = &places[..] else {
        return Err("preview TEMPLATES REPORT.json OUT.pdf [--png DIR] [--fonts DIR]".into());
    };
    let report = std::fs::read(report)?;
    let value: serde_json::Value = serde_json::from_slice(&report)?;
    let part = |key: &str, default: i64| value["published_on"][key].as_i64().unwrap_or(default);
    let published_on = DateParts {
        year: i32::try_from(part("year", 2023))?,
        month: u8::try_from(part("month", 1))?,
        day: u8::try_from(part("day", 1))?,
    };
    let templates = Templates::from_folder(folder)?;
    let fonts = Fonts::load(&templates, &FontSearch::new(user))?;
    let typesetter = Typesetter::new(fonts, templates);
    let typeset = typesetter.typeset_json(report).map_err(|error| -> Failure {
        match &error {
            TypesetError::Template(faults) => {
                faults.iter().map(|fault| fault.shown.as_str()).collect::<Vec<_>>().join("\n").into()
            }
            _ => format!("{error}\n{}", error.hint()).into(),
        }
    })?;
    for warning in &typeset.warnings {
        eprintln!("{}", warning.shown);
    }
    let writer = Writer::new();
    if let Some(folder) = png {
        for (index, picture) in export::png(&typeset.document, export::DEFAULT_PPI).enumerate() {
            writer.write(&folder.join(format!("{:02}.png", index + 1)), &picture?)?;
        }
    }
    let identity = Identity { ident: "preview".to_owned(), published_on };
    writer.write(target, &export::pdf(&typeset.document, &identity)?)?;
    Ok(())
}
