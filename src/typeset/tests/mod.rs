use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::reference::{Templates, TemplatesError};

mod font_roles;
mod layouts;
mod template_folders;
mod typesetting;

/// Roles of two fonts of the repository: enough for the behaviour, quick to read.
const FONTS: &str = r#"
covers.latin = '[\u{21}-\u{7e}]'
[[role]]
key = "body"
name = "仿宋"
used_for = "正文"
weight = 400
chain = [
  { family = "Liberation Serif", covers = "latin" },
  { prefer = ["LXGW WenKai"] },
  { family = "FandolFang R" },
]
[[family]]
name = "FandolFang R"
files = ["FandolFang-Regular.otf"]
licence = "GPL-3.0"
"#;

/// Sets the body role and prints the member `text` of the report.
const SETUP: &str = r#"
#let role(key) = json("/fonts.json").at(key).chain.map(font =>
  if font.covers == none { font.name } else { (name: font.name, covers: regex(font.covers)) })
#set text(font: role("body"), size: 10pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set page(width: 200pt, height: 100pt, margin: 10pt)
#let report = json("/report.json")
"#;

fn repository_fonts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts")
}

fn search() -> FontSearch {
    FontSearch { user: Vec::new(), bundled: vec![repository_fonts()] }
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        crate::write::Writer::new().write(&folder.path().join(name), text.as_bytes()).unwrap();
    }
    folder
}

fn templates(main: &str) -> Templates {
    let folder = folder(&[("main.typ", main), ("fonts.toml", FONTS)]);
    Templates::from_folder(folder.path()).unwrap()
}

fn typesetter(main: &str) -> Typesetter {
    let templates = templates(&format!("{SETUP}\n{main}"));
    Typesetter::new(Fonts::load(&templates, &search()).unwrap(), templates)
}

fn typeset(main: &str, report: &str) -> Result<Typeset, TypesetError> {
    typesetter(main).typeset_json(report.as_bytes().to_vec())
}

fn refused(main: &str, report: &str) -> TypesetError {
    typeset(main, report).err().expect("a fault")
}

fn page_text(page: &layout::Page) -> String {
    page.texts.iter().map(|text| text.text.as_str()).collect()
}
