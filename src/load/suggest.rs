//! The nearest known name.

/// The name of `known` that `written` most probably means, if one is near enough.
pub(super) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A comparison costs the product of the lengths, and no name of the format is long.
    const LONGEST: usize = 64;
    const NEAR_ENOUGH: usize = 3;
    if written.len() > LONGEST {
        return None;
    }
    let allowed = (written.chars().count() / 3).clamp(1, NEAR_ENOUGH);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&written.to_lowercase(), name), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_only_what_is_near() {
        let known = ["amount", "economic", "function", "fund"];
        assert_eq!(nearest("ammount", known), Some("amount"));
        assert_eq!(nearest("fucntion", known), Some("function"));
        assert_eq!(nearest("Fund", known), Some("fund"));
        assert_eq!(nearest("reason", known), None);
        assert_eq!(nearest(&"a".repeat(10_000), known), None);
    }
}
