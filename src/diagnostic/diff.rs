//! The difference of two states of a file, for people and for `patch`.

use similar::TextDiff;

use super::visible;

/// Unchanged lines around a change.
const CONTEXT: usize = 3;

/// The unified diff from `old` to `new`, two states of the file `name`; empty if they are equal.
#[must_use]
pub fn unified_diff(name: &str, old: &str, new: &str) -> String {
    // A name may hold a line break, which would end the header.
    let name: String = name.chars().map(visible).collect();
    TextDiff::from_lines(old, new).unified_diff().context_radius(CONTEXT).header(&name, &name).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_changed_lines_with_their_surroundings() {
        let old = "一\n二\n三\n四\n五\n六\n";
        insta::assert_snapshot!(unified_diff("a.json", old, &old.replace('五', "伍")), @r"
        --- a.json
        +++ a.json
        @@ -2,5 +2,5 @@
         二
         三
         四
        -五
        +伍
         六
        ");
        assert_eq!(unified_diff("a.json", old, old), "");
    }

    #[test]
    fn keeps_line_ends_and_tells_a_missing_one() {
        let diff = unified_diff("a\n.json", "一\r\n二", "一\r\n三");
        assert!(diff.lines().next().is_some_and(|line| line.starts_with("--- a") && line.ends_with(".json")), "{diff}");
        assert!(diff.contains(" 一\r\n-二\n\\ No newline at end of file\n+三"), "{diff:?}");
    }
}
