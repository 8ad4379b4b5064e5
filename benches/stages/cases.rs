//! The documents that are measured.

use std::path::Path;

use gongkai::load::{self, Document};
use gongkai::model::Year;
use gongkai::reference::Catalogue;
use serde_json::{Value, json};

use crate::Failure;

/// The data file of the source document.
const FILE: &str = "data/420107-kexie-2023.json";
/// A document that is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// The source document.
    Source,
    /// The same with ten times the lines and projects.
    Tenfold,
    /// With a hundred times as many: only for how cost grows.
    Hundredfold,
}

impl Case {
    /// Those that are compared to bare typesetting.
    pub const COMPARED: [Self; 2] = [Self::Source, Self::Tenfold];
    /// From short to long.
    pub const ALL: [Self; 3] = [Self::Source, Self::Tenfold, Self::Hundredfold];

    /// How many times the lines and projects of the source document it has.
    pub fn times(self) -> usize {
        match self {
            Self::Source => 1,
            Self::Tenfold => 10,
            Self::Hundredfold => 100,
        }
    }

    /// The name in arguments and folders.
    pub fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Tenfold => "tenfold",
            Self::Hundredfold => "hundredfold",
        }
    }

    /// The case of that name.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|case| case.key() == key)
    }

    /// The data file's bytes.
    pub fn bytes(self) -> Result<Vec<u8>, Failure> {
        let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE))?;
        match self {
            Self::Source => Ok(bytes),
            _ => multiplied(&bytes, self.times()),
        }
    }
}

/// Reads the bytes as a data file.
pub fn load(bytes: &[u8]) -> Result<Document, Failure> {
    load::load(FILE, bytes)
        .map_err(|faults| faults.iter().map(|fault| fault.message.clone()).collect::<String>().into())
}

/// So many times the lines, each with a key of its own that the catalogue names, and so many times the projects.
fn multiplied(bytes: &[u8], times: usize) -> Result<Vec<u8>, Failure> {
    let mut data: Value = serde_json::from_slice(bytes)?;
    let keys = keys()?;
    let mut keys = keys.iter().cycle();
    let mut varied = |lines: &Value, times: usize| -> Vec<Value> {
        let lines = lines.as_array().into_iter().flatten();
        lines.flat_map(|line| std::iter::repeat_n(line, times)).map(|line| vary(line, keys.next())).collect()
    };
    data["lines"] = varied(&data["lines"], times).into();
    let mut projects = Vec::new();
    for copy in 1..=times {
        for project in data["projects"].as_array().into_iter().flatten() {
            let mut project = project.clone();
            project["code"] = format!("{}{copy:02}", text(&project["code"])).into();
            project["name"] = format!("{}第{copy}期", text(&project["name"])).into();
            project["lines"] = varied(&project["lines"], 1).into();
            mark(&mut project["plan"], copy);
            projects.push(project);
        }
    }
    data["projects"] = projects.into();
    Ok(serde_json::to_vec_pretty(&data)?)
}

/// Makes the texts of a plan differ from those of its copies, which the compiler would lay out once for all.
fn mark(value: &mut Value, copy: usize) {
    const TEXTS: [&str; 7] = ["basis", "implementation", "long_term_goal", "annual_goal", "item", "name", "text"];
    match value {
        Value::Object(members) => members.iter_mut().for_each(|(key, member)| match member {
            Value::String(text) if TEXTS.contains(&key.as_str()) => *text = format!("第{copy}期{text}"),
            member => mark(member, copy),
        }),
        Value::Array(items) => items.iter_mut().for_each(|item| mark(item, copy)),
        _ => {}
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The line with the codes of `key`.
fn vary(line: &Value, key: Option<&(String, String)>) -> Value {
    let mut line = line.clone();
    if let Some((function, economic)) = key {
        line["function"] = json!(function);
        line["economic"] = json!(economic);
    }
    line
}

/// Pairs of a functional 项 and an economic 款 that the catalogue of 2023 names, all different and in a fixed order.
fn keys() -> Result<Vec<(String, String)>, Failure> {
    let catalogue = Catalogue::for_year(Year(2023))?;
    let named = |code: String, known: bool| known.then_some(code);
    // The general public budget's classes; 223 belongs to another. Economic: 工资福利 and 商品和服务, as the lines have.
    let confirmed = |code: &str| catalogue.functional(code).is_some_and(|subject| subject.confirmed);
    let functions: Vec<String> = (2_010_000..2_230_000)
        .map(|code: u32| code.to_string())
        .filter_map(|code| named(code.clone(), [3, 5, 7].into_iter().all(|digits| confirmed(&code[..digits]))))
        .collect();
    let economics: Vec<String> = (30_101..30_300)
        .map(|code: u32| code.to_string())
        .filter_map(|code| named(code.clone(), catalogue.economic(&code).is_some_and(|subject| subject.confirmed)))
        .collect();
    let pair = |index: usize| {
        let round = index / functions.len();
        (functions[index % functions.len()].clone(), economics[(index + round) % economics.len()].clone())
    };
    Ok((0..functions.len() * economics.len()).map(pair).collect())
}
