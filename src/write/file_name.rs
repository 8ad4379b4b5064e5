//! Names that every system takes.

use unicode_normalization::UnicodeNormalization;

/// Longest name of Linux file systems, in bytes; the 255 UTF-16 units of Windows are never fewer.
const LONGEST: usize = 255;

/// Device names of Windows, with or without an extension.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// Makes a file name of a text, legal on Windows and Linux and plain in the address of a web page, with the extension
/// (without its dot).
///
/// Reserved characters, control characters and invisible ones become `_`; letters written in parts become one; dots and
/// spaces at both ends go; a device name gets a `_` in front; what is too long is cut at a character. An empty text becomes
/// `未命名`.
#[must_use]
pub fn file_name(text: &str, extension: &str) -> String {
    file_name_ending(text, &format!(".{extension}"))
}

/// As [`file_name`], with an ending that is never cut, such as `（草稿）.pdf`.
#[must_use]
pub fn file_name_ending(text: &str, ending: &str) -> String {
    let replaced: String = text.nfc().map(|character| if is_legal(character) { character } else { '_' }).collect();
    let mut name = trimmed(&replaced);
    if name.is_empty() {
        name = "未命名".to_owned();
    }
    if is_device(&name) {
        name.insert(0, '_');
    }
    let room = LONGEST.saturating_sub(ending.len());
    name = trimmed(&name[..name.floor_char_boundary(room)]);
    name + ending
}

fn trimmed(text: &str) -> String {
    text.trim_matches(|character: char| character == '.' || character.is_whitespace()).to_owned()
}

fn is_legal(character: char) -> bool {
    let invisible =
        matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !invisible && !character.is_control() && !r##"<>:"/\|?*#%"##.contains(character)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = || {
        let digit = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"))?;
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"].contains(&digit).then_some(())
    };
    DEVICES.contains(&stem.as_str()) || numbered().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_a_plain_chinese_name() {
        assert_eq!(file_name("青山区科协2023年部门预算公开", "pdf"), "青山区科协2023年部门预算公开.pdf");
    }

    #[test]
    fn replaces_what_windows_forbids() {
        assert_eq!(file_name("a/b\\c:d*e?f\"g<h>i|j\u{7}k\u{202e}l", "pdf"), "a_b_c_d_e_f_g_h_i_j_k_l.pdf");
    }

    #[test]
    fn keeps_clear_of_what_an_address_reads_otherwise() {
        assert_eq!(file_name("100%执行#2", "pdf"), "100_执行_2.pdf");
        assert_eq!(file_name("Cafe\u{301}", "pdf"), "Caf\u{e9}.pdf", "macOS and Linux would take these for two files");
    }

    #[test]
    fn leaves_no_dots_or_spaces_at_the_ends() {
        assert_eq!(file_name(" ..名称. \u{3000}", "pdf"), "名称.pdf");
        assert_eq!(file_name("../../etc/passwd", "pdf"), "_.._etc_passwd.pdf");
        assert_eq!(file_name("...", "pdf"), "未命名.pdf");
        assert_eq!(file_name("", "png"), "未命名.png");
    }

    #[test]
    fn avoids_device_names() {
        for (text, name) in [("con", "_con.pdf"), ("NUL.x", "_NUL.x.pdf"), ("com1", "_com1.pdf"), ("LPT²", "_LPT².pdf")]
        {
            assert_eq!(file_name(text, "pdf"), name);
        }
        assert_eq!(file_name("console", "pdf"), "console.pdf");
        assert_eq!(file_name("com10", "pdf"), "com10.pdf");
    }

    #[test]
    fn cuts_at_a_character_within_the_limit() {
        let name = file_name(&"预".repeat(200), "pdf");
        assert_eq!(name.len(), 3 * 83 + 4);
        assert!(name.ends_with("预.pdf"));
        assert!(file_name_ending(&"预".repeat(200), "（草稿）.pdf").ends_with("预（草稿）.pdf"));
        assert_eq!(file_name(&format!("{} 尾", "x".repeat(250)), "pdf"), format!("{}.pdf", "x".repeat(250)));
    }
}
