//! The results of a check as SARIF 2.1.0, the OASIS format that editors and code hosts read.

mod log;
mod uri;

use std::collections::BTreeMap;
use std::io;

use self::log::{
    Artifact, ArtifactLocation, Configuration, Driver, Finding, Fingerprints, Invocation, Location, Log,
    LogicalLocation, Message, Notification, PhysicalLocation, Region, Rule, RuleReference, Run, Tool,
};
use self::uri::uri;
use super::{Checked, Diagnostic, Place, RuleInfo, Severity};

const LANGUAGE: &str = "zh-CN";

/// Writes the results as one SARIF log of one run; `rules` are all that could find something.
pub fn sarif(writer: &mut dyn io::Write, results: &[Checked], rules: &[RuleInfo]) -> io::Result<()> {
    let files = results.iter().enumerate().map(|(index, result)| (result.file.as_str(), index)).collect();
    let run = Builder { results, rules, files }.run();
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [run],
    };
    serde_json::to_writer_pretty(&mut *writer, &log)?;
    writeln!(writer)
}

struct Builder<'a> {
    results: &'a [Checked],
    rules: &'a [RuleInfo],
    /// Index of each file, by name.
    files: BTreeMap<&'a str, usize>,
}

impl<'a> Builder<'a> {
    fn run(&self) -> Run<'a> {
        let driver = Driver {
            name: "gongkai",
            version: env!("CARGO_PKG_VERSION"),
            language: LANGUAGE,
            rules: self.rules.iter().map(rule).collect(),
        };
        let artifact = |result: &Checked| Artifact {
            location: ArtifactLocation { uri: uri(&result.file), index: None },
            roles: ["analysisTarget"],
        };
        Run {
            tool: Tool { driver },
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: self.notifications(),
            }],
            language: LANGUAGE,
            column_kind: "unicodeCodePoints",
            artifacts: self.results.iter().map(artifact).collect(),
            results: self.results.iter().flat_map(|result| self.findings(result)).collect(),
        }
    }

    fn rule_index(&self, code: &str) -> Option<usize> {
        self.rules.iter().position(|rule| rule.code == code)
    }

    fn notifications(&self) -> Vec<Notification<'a>> {
        let unchecked = |result: &'a Checked| result.unchecked.iter().map(move |rule| (result, rule));
        self.results
            .iter()
            .flat_map(unchecked)
            .map(|(result, rule)| Notification {
                level: "note",
                message: Message { text: literal(&format!("未检查“{}”：{}", rule.title, rule.reason)) },
                associated_rule: RuleReference { id: rule.code, index: self.rule_index(rule.code) },
                locations: [self.location(&result.file, None)],
            })
            .collect()
    }

    fn findings(&self, result: &'a Checked) -> Vec<Finding> {
        let mut told = BTreeMap::new();
        let finding = |finding: &Diagnostic| Finding {
            rule_id: finding.code,
            rule_index: self.rule_index(finding.code),
            level: level(finding.severity),
            message: Message { text: message(finding) },
            locations: [self.primary(result, finding)],
            related_locations: finding
                .labels
                .iter()
                .enumerate()
                .map(|(id, label)| Location {
                    id: Some(id),
                    message: Some(Message { text: literal(&label.message) }),
                    ..self.location(&label.place.file, Some(&label.place))
                })
                .collect(),
            partial_fingerprints: Fingerprints { code_and_path: fingerprint(finding, &mut told) },
        };
        result.findings.iter().map(finding).collect()
    }

    fn primary(&self, result: &Checked, finding: &Diagnostic) -> Location {
        let file = finding.place.as_ref().map_or(result.file.as_str(), |place| &place.file);
        let logical = LogicalLocation { name: finding.words.clone(), fully_qualified_name: finding.path.clone() };
        let known = !finding.path.is_empty();
        Location { logical_locations: known.then_some([logical]), ..self.location(file, finding.place.as_ref()) }
    }

    fn location(&self, file: &str, place: Option<&Place>) -> Location {
        let index = self.files.get(file).copied();
        // A cell of a workbook has neither line nor column; its name stands in the message.
        let region = place.filter(|place| place.cell.is_none()).map(|place| Region {
            start_line: place.line,
            start_column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
        });
        let physical_location =
            PhysicalLocation { artifact_location: ArtifactLocation { uri: uri(file), index }, region };
        Location { id: None, physical_location, logical_locations: None, message: None }
    }
}

/// Faults of reading have neither 检查内容 nor 依据; their title says all.
fn rule(rule: &RuleInfo) -> Rule<'_> {
    let or_title = |text| Message { text: if str::is_empty(text) { rule.title } else { text } };
    Rule {
        id: rule.code,
        name: rule.title,
        short_description: Message { text: rule.title },
        full_description: or_title(&rule.checked),
        help: or_title(&rule.basis),
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The message, both sides, and the cure, a line each.
fn message(finding: &Diagnostic) -> String {
    let equation = finding.equation.iter().map(|equation| format!("\n{}", equation.line()));
    let hint = finding.hint.iter().map(|hint| format!("\n提示：{hint}"));
    literal(&std::iter::once(finding.message.clone()).chain(equation).chain(hint).collect::<String>())
}

/// Braces stand for arguments in the messages of results and notifications (SARIF 2.1.0, 3.11.5).
fn literal(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

/// What stays when lines move: code and path, or code and message where there is no path; with a number for all but the
/// first of a file that would have the same.
fn fingerprint(finding: &Diagnostic, told: &mut BTreeMap<u64, usize>) -> String {
    let what = if finding.path.is_empty() { &finding.message } else { &finding.path };
    let hash = fnv1a(format!("{}\n{what}", finding.code).as_bytes());
    let count = told.entry(hash).or_insert(0);
    *count += 1;
    format!("{hash:016x}:{count}")
}

/// FNV-1a, 64 bits: the same in every version of the compiler, unlike that of `std`.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests;
