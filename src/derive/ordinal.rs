//! Chinese ordinals: 一, 二, … 二十三.

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// `number` (1 to 99) in Chinese; digits beyond.
#[must_use]
pub fn chinese_ordinal(number: usize) -> String {
    match (number / 10, number % 10) {
        (0, ones @ 1..) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens @ 2..=9, ones) => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::chinese_ordinal;

    #[test]
    fn counts_in_chinese() {
        let shown = [1, 9, 10, 11, 20, 26, 99, 100].map(chinese_ordinal);
        assert_eq!(shown, ["一", "九", "十", "十一", "二十", "二十六", "九十九", "100"]);
    }
}
