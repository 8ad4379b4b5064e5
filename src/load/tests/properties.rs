//! Whatever the bytes: an answer, never a panic, and each fault at a place.

use proptest::prelude::*;

use super::super::load;
use super::GOOD;
use crate::diagnostic::{human, short, termcolor::NoColor};
use crate::model::Pointer;

/// Loads, and uses all that comes of it.
fn judge(bytes: &[u8]) -> Result<(), TestCaseError> {
    match load("a.json", bytes) {
        Ok(document) => {
            let _ = document.place(&Pointer::root().key("lines").index(0));
            let _ = document.find_character('科');
        }
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in &faults {
                prop_assert!(fault.place.is_some() || fault.code == "GK008", "{fault:?}");
                prop_assert!(fault.code != "GK009", "{fault:?}");
            }
            human(&mut NoColor::new(Vec::new()), &faults).unwrap();
            short(&mut Vec::new(), &faults).unwrap();
        }
    }
    Ok(())
}

/// Pieces that JSON, or what people take for JSON, is made of.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "d800",
            "/",
            "*",
            "'",
            "-",
            "+",
            ".",
            "e",
            "0",
            "1",
            "null",
            "true",
            "NaN",
            "，",
            "：",
            "“",
            "\u{3000}",
            "\u{FEFF}",
            "\u{202E}",
            "\u{0}",
            "\n",
            "\r",
            "\"lines\":",
            "𠮷",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        judge(&bytes)?;
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(piece(), 0..40)) {
        judge(pieces.concat().as_bytes())?;
    }

    #[test]
    fn a_right_file_with_a_stretch_replaced(
        from in 0..GOOD.len(), length in 0..40_usize, pieces in prop::collection::vec(piece(), 0..4)
    ) {
        let from = GOOD.floor_char_boundary(from);
        let to = GOOD.ceil_char_boundary((from + length).min(GOOD.len()));
        judge(format!("{}{}{}", &GOOD[..from], pieces.concat(), &GOOD[to..]).as_bytes())?;
    }

    #[test]
    fn a_right_file_with_a_value_of_another_type(nth in 0..150_usize, value in prop::sample::select(vec![
        "null", "1", "1.5", "-1", "\"\"", "\"2023-01\"", "true", "[]", "{}", "[null]", "{\"unit\":\"206001\"}", "\"department\"",
        "99999999999999999999999", "\"206001\"", "\"text\"",
    ])) {
        // After the nth colon outside of strings stands a value; only leaves are replaced, up to the next separator.
        let mut inside = false;
        let colons: Vec<usize> = GOOD.char_indices().filter(|(_, c)| { if *c == '"' { inside = !inside; } *c == ':' && !inside })
            .map(|(at, _)| at).collect();
        let start = colons[nth % colons.len()] + 1;
        let rest = &GOOD[start..];
        if !rest.trim_start().starts_with(['[', '{']) {
            let end = start + rest.find([',', '}', '\n']).unwrap_or(rest.len());
            judge(format!("{} {value}{}", &GOOD[..start], &GOOD[end..]).as_bytes())?;
        }
    }

    #[test]
    fn a_right_file_cut_short(to in 0..GOOD.len()) {
        judge(&GOOD.as_bytes()[..to])?;
    }
}
