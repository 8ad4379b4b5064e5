//! Numbers that identify a person.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::wording::starts_at;
use crate::check::{Facts, Judge, Spot, TextKind};

rule! {
    /// # 检查内容
    ///
    /// 各处文字中没有居民身份证号码（18位，日期和校验码正确）、银行卡号（62开头的16至19位，4、5开头的16位，校验码正确）和手机号码。联系电话中的
    /// 手机号码只作提醒：宜公开办公电话。项目代码等编码不检查。
    ///
    /// # 依据
    ///
    /// 公开的信息不得侵犯个人隐私（政府信息公开条例第十五条）；校验码见 GB 11643 和 GB/T 15694.1。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].plan.basis = "负责人身份证号11010519491231002X。"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// agency.phone = "138 0000 1234"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].plan.basis = "区政府〔2022〕13800001234号，合同编号110105194912310021，金额13800001234元。"
    /// projects[0].code = "13800001234"
    /// ```
    "GK514", "文字中有个人号码", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.kind != TextKind::Code) {
        let characters = text.characters();
        for (range, digits) in runs(&characters) {
            // An amount, or the number of a document or a contract.
            let other = ["元", "万", "亿", ".", "号"].iter().any(|unit| starts_at(&characters, range.end, unit));
            let what = match digits.as_slice() {
                digits if is_identity(digits) => "居民身份证号码",
                _ if other => continue,
                digits if is_mobile(digits) => "手机号码",
                digits if is_bank_card(digits) => "银行卡号",
                _ => continue,
            };
            // The number itself is not repeated in logs.
            let finding = judge.find(Spot::Within(text.pointer.clone(), range), format!("文字中有{what}"));
            if text.kind == TextKind::Phone {
                finding.warning().hint("改为办公电话，例如“027-68865155”");
            } else {
                finding.hint("删去个人号码");
            }
        }
    }
}

/// Runs of digits, 10 for the X at the end of an identity number; single spaces or hyphens may divide them.
fn runs(characters: &[char]) -> Vec<(Range<usize>, Vec<u32>)> {
    let latin = |at: usize| characters.get(at).is_some_and(char::is_ascii_alphanumeric);
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let start = at;
        let mut digits = Vec::new();
        while let Some(digit) = characters.get(at).and_then(|character| character.to_digit(10)) {
            digits.push(digit);
            at += 1;
            let divided = matches!(characters.get(at), Some(' ' | '-'));
            at += usize::from(divided && characters.get(at + 1).is_some_and(char::is_ascii_digit));
        }
        if digits.len() == 17 && matches!(characters.get(at), Some('X' | 'x')) {
            digits.push(10);
            at += 1;
        }
        if digits.is_empty() {
            at += 1;
        } else if !latin(at) && !start.checked_sub(1).is_some_and(latin) {
            found.push((start..at, digits));
        }
    }
    found
}

/// GB 11643: birthday, and a check digit to the modulus 11 (ISO 7064).
fn is_identity(digits: &[u32]) -> bool {
    let [first, .., _] = digits else { return false };
    if digits.len() != 18 || *first == 0 {
        return false;
    }
    let number = |range: Range<usize>| digits[range].iter().fold(0, |number, digit| number * 10 + digit);
    let (year, month, day) = (number(6..10), number(10..12), number(12..14));
    // Weights are the powers of 2 to the modulus 11, from the right.
    let sum: u32 = digits.iter().rev().zip(0..).map(|(digit, place): (_, u32)| digit * (2_u32.pow(place) % 11)).sum();
    (1900..=2099).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day) && sum % 11 == 1
}

fn is_mobile(digits: &[u32]) -> bool {
    digits.len() == 11 && digits[0] == 1 && digits[1] >= 3
}

/// The check digit of Luhn, and the beginnings of 银联, Visa and Mastercard.
fn is_bank_card(digits: &[u32]) -> bool {
    // Longer numbers that begin with 5 are also 统一社会信用代码.
    let begins = matches!((digits, digits.len()), ([6, 2, ..], 16..=19) | ([4 | 5, ..], 16));
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 =
        digits.iter().rev().enumerate().map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit }).sum();
    begins && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u32> {
        runs(&text.chars().collect::<Vec<_>>()).remove(0).1
    }

    #[test]
    fn check_digits_decide() {
        // The example of GB 11643, and published test numbers.
        assert!(is_identity(&digits("11010519491231002X")));
        assert!(!is_identity(&digits("110105194912310021")));
        assert!(!is_identity(&digits("11010519491331002X")));
        assert!(is_bank_card(&digits("4111 1111 1111 1111")));
        assert!(!is_bank_card(&digits("4111111111111112")));
        assert!(is_mobile(&digits("138-0000-1234")));
    }

    #[test]
    fn a_number_is_never_a_part_of_a_longer_one() {
        let found =
            |text: &str| runs(&text.chars().collect::<Vec<_>>()).into_iter().map(|run| run.1.len()).collect::<Vec<_>>();
        assert_eq!(found("电话027-68865155转12"), [11, 2]);
        assert_eq!(found("A13800001234"), [0; 0]);
        assert!(!is_mobile(&digits("02768865155")));
    }
}
