//! The order of the house, read from its source; and the fonts that belong to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// What each module may import of the crate, as src/lib.rs draws it: only what stands before it.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("reference", &["model"]),
    ("diagnostic", &["model"]),
    ("load", &["model", "reference", "diagnostic"]),
    ("derive", &["model", "reference", "diagnostic"]),
    ("workbook", &["model", "reference", "diagnostic", "load", "derive"]),
    ("lint", &["model", "reference", "diagnostic", "derive"]),
    ("typeset", &["model", "reference", "diagnostic", "derive"]),
    ("compare", &["model", "reference", "derive", "typeset"]),
    ("published", &[]),
    ("export", &["model", "reference", "derive", "typeset"]),
    ("write", &[]),
    ("check", &["model", "reference", "diagnostic", "derive", "typeset"]),
    (
        "pipeline",
        &[
            "model",
            "reference",
            "diagnostic",
            "load",
            "derive",
            "typeset",
            "export",
            "write",
            "check",
            "compare",
            "published",
        ],
    ),
    (
        "batch",
        &["model", "reference", "diagnostic", "load", "derive", "typeset", "export", "write", "check", "pipeline"],
    ),
    (
        "watch",
        &[
            "model",
            "reference",
            "diagnostic",
            "load",
            "derive",
            "typeset",
            "export",
            "write",
            "check",
            "pipeline",
            "batch",
        ],
    ),
    (
        "cli",
        &[
            "model",
            "reference",
            "diagnostic",
            "load",
            "derive",
            "typeset",
            "export",
            "write",
            "check",
            "compare",
            "published",
            "pipeline",
            "batch",
            "watch",
            "lint",
            "workbook",
        ],
    ),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The source by its path below src, tests and comments left out.
fn sources() -> BTreeMap<String, String> {
    let src = root().join("src");
    let mut paths = Vec::new();
    files(&src, &mut paths);
    paths.sort();
    let shown = |path: &PathBuf| path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
    let sources: BTreeMap<_, _> = paths
        .iter()
        .map(|path| (shown(path), fs::read_to_string(path).unwrap()))
        .filter(|(path, _)| !path.split('/').any(|part| part == "tests" || part == "tests.rs"))
        .map(|(path, text)| (path, code(&text)))
        .collect();
    assert!(sources.len() > 80, "{}", sources.len());
    sources
}

/// The lines of a file before its tests, without comments.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// The module at the top of a path below src.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The modules that follow `crate::` or stand in a group after it.
fn imports(code: &str) -> BTreeSet<String> {
    let word =
        |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>();
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => drop(found.insert(word(rest))),
            Some(group) => {
                let mut depth = 0;
                let mut start = true;
                for (at, letter) in group.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' => start = depth == 0,
                        _ if start && !letter.is_whitespace() => {
                            found.insert(word(&group[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

#[test]
fn imports_go_up_the_list_of_the_library_only() {
    let mut known = BTreeSet::new();
    for (path, code) in sources() {
        let of = module(&path);
        if ["lib", "main"].contains(&of) {
            continue;
        }
        let (_, allowed) =
            MAY_IMPORT.iter().find(|(name, _)| *name == of).unwrap_or_else(|| panic!("{of} is new: give it a place"));
        known.insert(of.to_owned());
        for import in imports(&code) {
            assert!(import == of || allowed.contains(&import.as_str()), "src/{path} imports {import}");
        }
    }
    assert_eq!(known.len(), MAY_IMPORT.len(), "{known:?}");
}

#[test]
fn imports_are_read_from_groups_and_paths() {
    let text = "use crate::{derive::{self, report}, model};\nlet x = crate::load::load();";
    assert_eq!(imports(text), BTreeSet::from(["derive", "model", "load"].map(str::to_owned)));
}

/// Files outside of `allowed` that name one of the words.
fn naming(words: &[&str], allowed: &[&str]) -> Vec<String> {
    let names = |code: &str, word: &str| {
        code.match_indices(word).any(|(at, _)| {
            let before = code[..at].chars().next_back();
            let after = code[at + word.len()..].chars().next();
            let inside = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
            !inside(before) && (word.ends_with(':') || !inside(after))
        })
    };
    sources()
        .into_iter()
        .filter(|(path, code)| !allowed.contains(&module(path)) && words.iter().any(|word| names(code, word)))
        .map(|(path, _)| path)
        .collect()
}

#[test]
fn only_typeset_and_export_know_the_compiler() {
    let words = ["typst::", "typst_layout", "comemo"];
    assert_eq!(naming(&words, &["typeset", "export"]), [""; 0]);
    // Its watcher knows files, not documents.
    assert_eq!(naming(&["typst_kit"], &["typeset", "export", "watch"]), [""; 0]);
}

#[test]
fn only_export_knows_the_file_formats_of_pages() {
    assert_eq!(naming(&["typst_pdf", "typst_render", "typst_svg"], &["export"]), [""; 0]);
}

#[test]
fn only_write_makes_renames_and_removes_files() {
    let words = [
        "File::create",
        "OpenOptions",
        "fs::write",
        "fs::rename",
        "fs::copy",
        "create_dir_all",
        "create_dir",
        "remove_file",
        "persist",
        "tempfile",
    ];
    assert_eq!(naming(&words, &["write"]), [""; 0]);
}

#[test]
fn only_the_command_line_reads_the_environment_and_nothing_reads_a_clock() {
    assert_eq!(naming(&["env::var", "env::var_os", "env::args"], &["cli"]), [""; 0]);
    assert_eq!(naming(&["SystemTime", "Instant", "OffsetDateTime"], &[]), [""; 0]);
}

#[test]
fn the_fonts_are_those_of_the_list() {
    let folder = root().join("fonts");
    let list = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    let mut listed = BTreeSet::new();
    for line in list.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        let found: String =
            Sha256::digest(fs::read(folder.join(name)).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, sum, "{name}");
        listed.insert(name.to_owned());
    }
    let fonts = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let fonts: BTreeSet<_> = fonts.filter(|name| name.ends_with(".ttf") || name.ends_with(".otf")).collect();
    assert_eq!(fonts, listed);
}
