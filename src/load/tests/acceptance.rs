//! What is accepted, by load and by the schema alike.

use super::super::{load, schema};
use super::{GOOD, good_with};

#[test]
fn a_right_file_is_loaded_exactly() {
    let disclosure = load("good.json", GOOD.as_bytes()).unwrap().disclosure;
    let amounts: Vec<String> = disclosure.lines.iter().map(|line| line.amount.to_string()).collect();
    assert_eq!(amounts, ["184560.00", "216000.5", "32760", "10000.00"]);
    assert_eq!(disclosure.agency.preparer, None);
    assert_eq!(disclosure.projects[0].plan.as_ref().unwrap().indicators.len(), 2);
    assert_eq!(disclosure.overrides.reception, None);
}

#[test]
fn a_number_that_no_float_can_hold_is_read_exactly() {
    let text = good_with("\"184560.00\"", "999999999999.99").replace("216000.5", "0.1");
    let disclosure = load("a.json", text.as_bytes()).unwrap().disclosure;
    assert_eq!(disclosure.lines[0].amount.to_string(), "999999999999.99");
    assert_eq!(disclosure.lines[1].amount.to_string(), "0.1");
}

#[test]
fn a_loaded_file_written_again_loads_to_the_same() {
    let disclosure = load("good.json", GOOD.as_bytes()).unwrap().disclosure;
    let written = serde_json::to_string(&disclosure).unwrap();
    assert_eq!(load("again.json", written.as_bytes()).unwrap().disclosure, disclosure);
}

#[test]
fn the_schema_accepts_what_load_accepts() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for text in [
        GOOD.to_owned(),
        good_with(r#""carried_over": true"#, r#""carried_over": null"#),
        good_with(r#""scope": { "unit": "206001" }"#, r#""scope": "department""#),
        good_with(r#""scope": { "unit": "206001" }"#, r#""scope": null"#),
        good_with(r#""duties": ["管理展览。"]"#, r#""duties": null"#),
        good_with(r#""origin": "non_tax""#, r#""origin": null"#),
    ] {
        assert!(load("a.json", text.as_bytes()).is_ok());
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
}

#[test]
fn the_schema_refuses_what_is_plainly_wrong() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for (old, new) in [
        (r#""kind": "goods""#, r#""kind": "good""#),
        (r#""amount": "184560.00""#, r#""amount": "184,560""#),
        (r#""amount": "184560.00""#, r#""ammount": "184560.00""#),
        (r#""2060702": "1.00""#, r#""206": "1.00""#),
    ] {
        let value: serde_json::Value = serde_json::from_str(&good_with(old, new)).unwrap();
        assert!(!validator.is_valid(&value), "{new}");
    }
}
