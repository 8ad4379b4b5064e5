//! Placeholders of titles, notes and terms, and the Typst files of sentences and forms.

use super::{Linted, Problems};
use crate::diagnostic::code;
use crate::reference::{PartKind, Word};

const TITLES: &[&str] = &["publisher", "year", "body"];
const NOTES: &[&str] = &["subject", "title", "year", "arranger"];
const ENTRY: &[&str] = &["number", "publisher", "year", "title"];
const NOTICE: &[&str] = &["document", "publisher", "year", "month", "day", "reason", "tables", "sections", "count"];

pub(super) fn lint(of: &Linted<'_>, problems: &mut Problems) {
    let region = of.region;
    let mut texts: Vec<(Vec<&str>, &str, Vec<&str>)> = vec![
        (vec!["document", "title"], &region.document.title, TITLES.to_vec()),
        (vec!["document", "unit_line"], &region.document.unit_line, vec!["publisher"]),
        (vec!["tables", "default_note"], &region.tables.default_note, NOTES.to_vec()),
        (vec!["glossary", "functions"], &region.glossary.functions, vec!["subject"]),
    ];
    texts.extend(
        region.document.table_entry.iter().map(|text| (vec!["document", "table_entry"], text.as_str(), ENTRY.to_vec())),
    );
    texts
        .extend(region.glossary.closing.iter().map(|text| (vec!["glossary", "closing"], text.as_str(), vec!["phone"])));
    for (name, part) in &region.parts {
        texts.push((vec!["part", name, "title"], &part.title, TITLES.to_vec()));
    }
    let words = region.words.0.iter().filter(|(_, word)| matches!(word, Word::Text(_))).map(|(name, _)| name.as_str());
    let in_terms: Vec<&str> = words.chain(["publisher"]).collect();
    for (name, term) in &region.terms {
        texts.push((vec!["term", name, "text"], &term.text, in_terms.clone()));
    }
    for (kind, spec) in &region.table_specs {
        for note in spec.null.iter().flat_map(|null| null.note.values()) {
            texts.push((vec!["table", kind.key(), "null", "note"], note, NOTES.to_vec()));
        }
    }
    for (name, text) in &region.notice {
        if let Some(text) = text.as_str() {
            texts.push((vec!["notice", name], text, NOTICE.to_vec()));
        }
    }
    for (path, text, known) in texts {
        for name in placeholders(text).into_iter().filter(|name| !known.contains(&name.as_str())) {
            problems.error(
                &path,
                code::PROFILE_PLACEHOLDER,
                format!("“{{{name}}}”不会替换成内容"),
                format!("这里可用：{}", known.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join("、")),
            );
        }
    }
    files(of, problems);
}

/// The names in braces; a brace without its other half is a name that nobody knows.
fn placeholders(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '}']) {
        let (open, after) = (rest[start..].starts_with('{'), &rest[start + 1..]);
        let end = after.find(['{', '}']).filter(|end| open && after[*end..].starts_with('}'));
        match end {
            Some(end) => {
                names.push(after[..end].to_owned());
                rest = &after[end + 1..];
            }
            None => {
                names.push(String::new());
                rest = after;
            }
        }
    }
    names
}

fn files(of: &Linted<'_>, problems: &mut Problems) {
    for name in &of.region.document.parts {
        let Some(part) = of.region.parts.get(name) else { continue };
        let wants = matches!(part.draws, PartKind::Overview | PartKind::Narrative);
        match &part.sentences {
            None if wants => problems.error(
                &["part", name],
                code::PROFILE_FILE,
                format!("[part.{name}] 没有写明句子所在的文件"),
                "写明 sentences = \"文件名\"，不带 .typ",
            ),
            Some(file) if of.profile.typst_file(file).is_none() => problems.error(
                &["part", name, "sentences"],
                code::PROFILE_FILE,
                format!("没有文件 {file}.typ"),
                "在地区方案的文件夹中写这个文件，或改用沿用的方案中已有的",
            ),
            Some(_) if !wants => problems.warning(
                &["part", name, "sentences"],
                code::PROFILE_UNUSED,
                format!("[part.{name}] 不印句子，sentences 没有用处"),
                "删去 sentences",
            ),
            _ => {}
        }
        if !part.tables.is_empty() && part.draws != PartKind::Tables {
            problems.warning(
                &["part", name, "tables"],
                code::PROFILE_UNUSED,
                format!("[part.{name}] 不印表，tables 没有用处"),
                "删去 tables",
            );
        }
    }
    for form in ["department-form", "project-form"] {
        if of.profile.typst_file(form).is_none() {
            problems.error(
                &["document"],
                code::PROFILE_FILE,
                format!("没有画绩效目标表的文件 {form}.typ"),
                "沿用全国方案（extends = \"000000-national\"），或在地区方案的文件夹中写这个文件",
            );
        }
    }
}
