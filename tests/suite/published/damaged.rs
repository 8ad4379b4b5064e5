//! The example's PDF, damaged.

use super::answered;
use crate::bodies::chance::Chance;
use crate::common::documents::kexie;

#[test]
fn a_file_cut_short_is_told() {
    let original = &kexie().bytes;
    for cut in 0..200 {
        let length = original.len() * cut / 200;
        assert!(answered("cut", &original[..length]).is_err(), "{length} bytes");
    }
    for end in 1..40 {
        let _ = answered("cut at the end", &original[..original.len() - end]);
    }
}

#[test]
fn random_damage_is_answered() {
    let original = &kexie().bytes;
    for case in 0..2_000 {
        let mut chance = Chance::new(case, "damage");
        let mut bytes = original.clone();
        for _ in 0..chance.between(1, 20) {
            let at = chance.index(bytes.len());
            match chance.between(0, 3) {
                0 => bytes[at] = chance.between(0, 255) as u8,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, b'0'),
                // The tail holds the table of places and the trailer.
                _ => {
                    let at = bytes.len() - 1 - chance.index(3_000.min(bytes.len()));
                    bytes[at] = b'0' + chance.between(0, 9) as u8;
                }
            }
        }
        let _ = answered(&format!("case {case}"), &bytes);
    }
}
