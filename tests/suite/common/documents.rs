//! Documents, each typeset once a test process.

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

use gongkai::derive::report::Report;
use gongkai::load::Document;
use gongkai::model::Scope;
use gongkai::pipeline::Pipeline;
use gongkai::typeset::Layout;
use serde_json::{Value, json};

use super::pages::Sheet;
use super::pdf::Pdf;

/// Templates of this build, fonts of the repository.
pub static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::new(None, Vec::new()).unwrap());

/// A document at every stage of its making.
pub struct Rendered {
    pub report: Report,
    pub layout: Layout,
    pub bytes: Vec<u8>,
    pub pdf: Pdf,
}

impl Rendered {
    /// Its pages, which know their place.
    pub fn sheets(&self) -> Vec<Sheet<'_>> {
        Sheet::all(&self.layout)
    }

    /// A page, by its position in the file from 0.
    pub fn sheet(&self, index: usize) -> Sheet<'_> {
        self.sheets()[index]
    }

    /// The figures within the named members of the report.
    pub fn figures(&self, within: &[&str]) -> Vec<(String, String)> {
        let report = serde_json::to_value(&self.report).unwrap();
        within.iter().flat_map(|part| figures_of(&report[part])).collect()
    }
}

/// Every object within that has exactly the members `id` and `text`.
pub fn figures_of(value: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect_figures(value, &mut found);
    found
}

fn collect_figures(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => match (members.get("id"), members.get("text")) {
            (Some(Value::String(id)), Some(Value::String(text))) if members.len() == 2 => {
                found.push((id.clone(), text.clone()));
            }
            _ => members.values().for_each(|member| collect_figures(member, found)),
        },
        Value::Array(items) => items.iter().for_each(|item| collect_figures(item, found)),
        _ => {}
    }
}

/// A file of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The data of the source document, to be altered.
pub fn kexie_data() -> Value {
    serde_json::from_slice(&std::fs::read(repository("data/420107-kexie-2023.json")).unwrap()).unwrap()
}

/// The data of the department of three units, to be altered.
pub fn shili_data() -> Value {
    serde_json::from_slice(&std::fs::read(repository("data/420107-shili-2024.json")).unwrap()).unwrap()
}

/// Altered data, through all stages.
pub fn render_data(data: &Value) -> Rendered {
    let bytes = serde_json::to_vec_pretty(data).unwrap();
    render(&gongkai::load::load("altered.json", &bytes).unwrap(), None)
}

fn render(document: &Document, scope: Option<&Scope>) -> Rendered {
    let report = PIPELINE.report(document, scope).unwrap();
    let typeset = PIPELINE.typeset(&report).unwrap();
    let bytes = PIPELINE.pdf(&report, &typeset).unwrap();
    Rendered { report, layout: typeset.layout, pdf: Pdf::read(&bytes), bytes }
}

/// 青山区科协 2023, the source document's department.
pub fn kexie() -> &'static Rendered {
    static RENDERED: OnceLock<Rendered> = OnceLock::new();
    RENDERED.get_or_init(|| render(&PIPELINE.load(&repository("data/420107-kexie-2023.json")).unwrap(), None))
}

/// The made-up department of three units with every hard case.
pub fn shili() -> &'static Rendered {
    static RENDERED: OnceLock<Rendered> = OnceLock::new();
    RENDERED.get_or_init(|| render(&PIPELINE.load(&repository("data/420107-shili-2024.json")).unwrap(), None))
}

/// The 单位 document of one of its units.
pub fn shili_unit() -> &'static Rendered {
    static RENDERED: OnceLock<Rendered> = OnceLock::new();
    RENDERED.get_or_init(|| {
        let document = PIPELINE.load(&repository("data/420107-shili-2024.json")).unwrap();
        let unit = Scope::Unit(document.disclosure.units[2].code.clone());
        render(&document, Some(&unit))
    })
}

/// The three above.
pub fn examples() -> [(&'static str, &'static Rendered); 3] {
    [("kexie", kexie()), ("shili", shili()), ("unit of shili", shili_unit())]
}

/// The examples and the long document.
pub fn all() -> [(&'static str, &'static Rendered); 4] {
    [("kexie", kexie()), ("shili", shili()), ("unit of shili", shili_unit()), ("long", long())]
}

/// The department of three units with ten times the lines, each under a subject of its own: tables of many pages.
pub fn long() -> &'static Rendered {
    static RENDERED: OnceLock<Rendered> = OnceLock::new();
    RENDERED.get_or_init(|| {
        let mut data = shili_data();
        data.as_object_mut().unwrap().remove("approval");
        let lines = data["lines"].as_array().unwrap().len() * 9;
        for index in 0..lines {
            let (group, item) = (index / 90, index % 90 + 1);
            let function = format!("208{}{item:02}", 40 + group);
            if item == 1 {
                let name = format!("第{}类示例事务", group + 1);
                push(&mut data["subjects"]["functional"], json!({ "code": function[..5], "name": name }));
            }
            let name = format!("示例事务支出之{}", index + 1);
            push(&mut data["subjects"]["functional"], json!({ "code": function, "name": name }));
            let fund = if index % 3 == 0 { "government_fund" } else { "general_public_budget" };
            let amount = format!("{}.{:02}", 1000 + index * 97, index % 100);
            let line =
                json!({ "unit": "901001", "function": function, "economic": "30201", "fund": fund, "amount": amount });
            push(&mut data["lines"], line);
        }
        render_data(&data)
    })
}

fn push(list: &mut Value, item: Value) {
    list.as_array_mut().unwrap().push(item);
}
