//! The log as the official schema and a reader see it.

use serde_json::Value;

use super::super::samples;
use super::*;

/// Published by OASIS; its licence stands beside it.
const SCHEMA: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sarif/sarif-schema-2.1.0.json"));

fn written(results: &[Checked], rules: &[RuleInfo]) -> Value {
    let mut written = Vec::new();
    sarif(&mut written, results, rules).unwrap();
    assert!(written.ends_with(b"}\n") && !written.contains(&0x1B));
    serde_json::from_slice(&written).unwrap()
}

fn faults(log: &Value) -> Vec<String> {
    let validator =
        jsonschema::options().should_validate_formats(true).build(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_official_schema_accepts_it() {
    assert_eq!(faults(&written(&samples::results(), &samples::rules())), [""; 0]);
    assert_eq!(faults(&written(&samples::results(), &[])), [""; 0]);
    assert_eq!(faults(&written(&[], &samples::rules())), [""; 0]);
}

#[test]
fn the_official_schema_is_asked() {
    let mut log = written(&samples::results(), &samples::rules());
    log["runs"][0]["results"][0]["level"] = "fatal".into();
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0.into();
    log["runs"][0]["artifacts"][0]["location"]["uri"] = "科 协.json".into();
    assert_eq!(faults(&log).len(), 3, "{:?}", faults(&log));
}

#[test]
fn a_reader_finds_rule_place_and_words() {
    let log = written(&samples::results(), &samples::rules());
    insta::assert_snapshot!(serde_json::to_string_pretty(&log["runs"][0]["results"][0]).unwrap());
    insta::assert_snapshot!(serde_json::to_string_pretty(&log["runs"][0]["invocations"]).unwrap());
    let results = log["runs"][0]["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
    assert_eq!(results[2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "c.json");
}

#[test]
fn fingerprints_stay_when_lines_move_and_tell_findings_apart() {
    let fingerprints = |results: &[Checked]| {
        let log = written(results, &[]);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.iter().map(|result| result["partialFingerprints"].clone()).collect::<Vec<_>>()
    };
    let before = samples::results();
    let mut after = before.clone();
    for place in after[0].findings.iter_mut().filter_map(|finding| finding.place.as_mut()) {
        place.line += 7;
        place.end_line += 7;
    }
    assert_eq!(fingerprints(&before), fingerprints(&after));
    let again = after[0].findings[1].clone();
    after[0].findings.push(again);
    let mut all: Vec<String> = fingerprints(&after).iter().map(ToString::to_string).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 4);
}
