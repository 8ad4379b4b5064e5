//! Damage to bytes.

use crate::bodies::chance::Chance;

/// Pieces that JSON, or what people and programs take for it, is made of.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "//",
    "/*",
    "'",
    "-",
    "+",
    ".",
    "e9",
    "0",
    "00",
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
    "\t",
    "\"lines\":",
    "\"unit\":",
    "𠮷",
    "1e400",
    "99999999999999999999999999",
    "0.00",
    "\u{200B}",
    "\u{E000}",
    "\u{2F00}",
];

/// A file with a few changes of its bytes, which need not be UTF-8 afterwards.
pub fn damage(sound: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = sound.to_vec();
    for _ in 0..chance.pick(&[1, 1, 1, 2, 4]) {
        if bytes.is_empty() {
            break;
        }
        let at = chance.index(bytes.len());
        let to = (at + chance.pick(&[1, 2, 8, 60, 400])).min(bytes.len());
        match chance.between(0, 7) {
            0 => bytes[at] ^= 1 << chance.between(0, 7),
            1 => bytes[at] = chance.next().to_le_bytes()[0],
            // A digit for a digit keeps most files whole.
            2 => {
                if let Some(digit) = bytes[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                    *digit = b'0' + (*digit - b'0' + 1) % 10;
                }
            }
            3 => drop(bytes.splice(at..at, chance.pick(PIECES).bytes())),
            4 => drop(bytes.drain(at..to)),
            5 => {
                let part = bytes[at..to].to_vec();
                let other = chance.index(bytes.len());
                drop(bytes.splice(other..other, part));
            }
            6 => bytes.truncate(at),
            _ => drop(bytes.splice(at..to, chance.pick(PIECES).bytes())),
        }
    }
    bytes
}
