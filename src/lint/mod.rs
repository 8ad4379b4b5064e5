//! 地区方案的检查: what a profile lacks, names in vain or has no use for, each at its line of `region.toml`.
//!
//! Whatever can be said without a document; whether the sentences hold together, a document of the region tells.

mod entries;
mod place;
mod tables;
#[cfg(test)]
mod tests;
mod texts;
mod words;

use self::place::Places;
use crate::diagnostic::{Code, Diagnostic, code};
use crate::model::ScopeKind;
use crate::reference::{Profile, Region, RegionError, Templates};

/// A member of a profile: names from its root, positions in lists as numbers.
type Path = Vec<String>;

/// What is wrong with a profile.
struct Problem {
    /// The member, or the nearest one that there is.
    path: Path,
    kind: Code,
    /// Whether documents of the region are wrong or cannot be made.
    grave: bool,
    message: String,
    hint: String,
}

/// The profile of one kind of document.
struct Linted<'a> {
    region: &'a Region,
    profile: &'a Profile,
}

/// Collects problems.
#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    fn error(&mut self, path: &[&str], kind: Code, message: impl Into<String>, hint: impl Into<String>) {
        self.add(path, kind, true, message.into(), hint.into());
    }

    fn warning(&mut self, path: &[&str], kind: Code, message: impl Into<String>, hint: impl Into<String>) {
        self.add(path, kind, false, message.into(), hint.into());
    }

    fn add(&mut self, path: &[&str], kind: Code, grave: bool, message: String, hint: String) {
        let path = path.iter().map(|name| (*name).to_owned()).collect();
        self.0.push(Problem { path, kind, grave, message, hint });
    }
}

/// Everything that is wrong with the profile `name`, in the order of its file.
///
/// # Errors
/// There is no profile of that name.
pub fn lint(templates: &Templates, name: &str) -> Result<Vec<Diagnostic>, RegionError> {
    let mut problems = Problems::default();
    let mut places = None;
    for scope in [ScopeKind::Department, ScopeKind::Unit] {
        let profile = match Profile::read(templates, name, scope) {
            Ok(profile) => profile,
            Err(unknown @ RegionError::Unknown { .. }) => return Err(unknown),
            Err(error @ RegionError::Invalid { .. }) => return Ok(vec![unusable(templates, name, &error)]),
        };
        let region = match profile.region() {
            Ok(region) => region,
            Err(error) => return Ok(vec![unusable(templates, name, &error)]),
        };
        let linted = Linted { region: &region, profile: &profile };
        tables::lint(&linted, &mut problems);
        words::lint(&linted, &mut problems);
        texts::lint(&linted, &mut problems);
        let places = places.get_or_insert_with(|| Places::new(templates, &profile.chain));
        entries::lint(&linted, places, &mut problems);
    }
    let places = places.unwrap_or_default();
    let mut found: Vec<_> = problems.0.into_iter().map(|problem| diagnostic(&places, problem)).collect();
    let at = |finding: &Diagnostic| {
        finding.place.as_ref().map(|place| (place.file.to_string(), place.range.start)).unwrap_or_default()
    };
    found.sort_by(|one, other| (at(one), one.code, &one.message).cmp(&(at(other), other.code, &other.message)));
    // What is wrong for both kinds of document is told once.
    found.dedup();
    Ok(found)
}

fn diagnostic(places: &Places, Problem { path, kind, grave, message, hint }: Problem) -> Diagnostic {
    let finding = if grave { Diagnostic::error(kind, message) } else { Diagnostic::warning(kind, message) };
    let mut finding = finding.at(places.find(&path)).hint(hint);
    finding.path = path.join(".");
    finding
}

/// A profile that cannot be read at all.
fn unusable(templates: &Templates, name: &str, error: &RegionError) -> Diagnostic {
    let places = Places::new(templates, &[name.to_owned()]);
    let finding = Diagnostic::error(code::PROFILE, error.to_string());
    finding.at(places.syntax_error()).hint("对照 docs/regions.md 改正这个文件".to_owned())
}
