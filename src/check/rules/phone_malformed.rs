//! Telephone numbers that nobody can call.

use crate::check::rule::rule;
use crate::check::{Facts, Judge, TextKind};

rule! {
    /// # 检查内容
    ///
    /// 咨询电话和项目联系电话写作“区号-号码”，例如027-68865155，分机写作027-68865155-801或“转801”，几个号码用“、”或“/”隔开，
    /// 后面的号码可以省略与前一个相同的区号；号码之后可以用括号注明科室。也可以是+86开头的写法、400、800号码和12345等短号。
    /// 手机号码由 GK514 提醒。
    ///
    /// # 依据
    ///
    /// 公开文本应写明咨询电话；区号和号码的位数凭常识 [OWN]；写法没有统一规定，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// agency.phone = "68865155"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// agency.phone = "027-XXXXXXXX"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// agency.phone = "027-68865155-801、0713-8865155转2、（027）68865156"
    /// projects[0].plan.phone = "12345"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// agency.phone = "027-68865155/68865156（办公室）、+86-27-68865157"
    /// ```
    "GK517", "电话号码写法有误", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.kind == TextKind::Phone) {
        let numbers = text.text.split(['、', '/', '；', '，', ';', ',']).map(|number| without_office(number.trim()));
        // The area of a number is also that of those after it.
        let mut has_area = false;
        for number in numbers {
            if is_number(number) || has_area && is_local(number) {
                has_area |= number.starts_with(['0', '(', '（', '+']);
                continue;
            }
            let message = if is_local(number) {
                format!("电话“{number}”没有区号")
            } else {
                format!("电话“{number}”不是“区号-号码”的写法")
            };
            judge.find(&text.pointer, message).hint("写作“区号-号码”，例如“027-68865155”");
        }
    }
}

fn is_local(number: &str) -> bool {
    matches!(number.len(), 7 | 8) && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0')
}

/// The number without the office that it belongs to, in parentheses behind it.
fn without_office(number: &str) -> &str {
    let office = number.strip_suffix(['）', ')']).and_then(|rest| rest.rsplit_once(['（', '(']));
    let words = |text: &str| !text.is_empty() && !text.chars().any(|character| character.is_ascii());
    match office {
        Some((before, office)) if !before.is_empty() && words(office) => before.trim_end(),
        _ => number,
    }
}

/// A landline with its area, a service number, or a mobile number, which is another rule's.
fn is_number(number: &str) -> bool {
    let domestic = number.strip_prefix("+86").map(|rest| format!("0{}", rest.trim_start_matches(['-', ' '])));
    let number = domestic.as_deref().unwrap_or(number);
    let plain = number.replace(['（', '('], "").replace(['）', ')', '—', '－', ' '], "-");
    let (plain, extension) = plain.split_once('转').map_or((&*plain, None), |(plain, rest)| (plain, Some(rest)));
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let joined = parts.concat();
    if !digits(&joined) || extension.is_some_and(|extension| !digits(extension.trim_start_matches('-'))) {
        return false;
    }
    let service = matches!(joined.len(), 5 | 6) && joined.starts_with('1')
        || joined.len() == 10 && joined.starts_with(['4', '8']);
    let mobile = joined.len() == 11 && joined.starts_with('1');
    let area =
        |area: &str| if is_short_area(area) { area.len() == 3 } else { area.len() == 4 && area.starts_with('0') };
    let landline = match parts[..] {
        [code, local] | [code, local, _] => {
            let length = if code.len() == 3 { 8..=8 } else { 7..=8 };
            let extension = parts.get(2).is_none_or(|extension| extension.len() <= 6);
            area(code) && length.contains(&local.len()) && !local.starts_with('0') | is_example(local) && extension
        }
        _ => false,
    };
    service || mobile || landline
}

/// 010 and 021 to 029 have three digits.
fn is_short_area(area: &str) -> bool {
    area.starts_with("01") || area.starts_with("02")
}

/// Numbers that are certainly nobody's, as invented data need them.
fn is_example(local: &str) -> bool {
    local.starts_with("0000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_behind_a_number_is_none_of_it() {
        for (text, number) in [
            ("027-68865155（办公室）", "027-68865155"),
            ("027-68865155 (办公室)", "027-68865155"),
            ("（027）68865155", "（027）68865155"),
            ("027-6886（5155）", "027-6886（5155）"),
            ("（办公室）", "（办公室）"),
        ] {
            assert_eq!(without_office(text), number);
        }
        assert!(is_number("+86-27-68865155") && is_number("+86 713 8865155") && !is_number("+86-27-6886515"));
    }

    #[test]
    fn areas_decide_the_length() {
        for number in
            ["010-12345678", "0713-8865155", "0755-28865155", "027-00006108", "400-123-4567", "13800001234", "12345"]
        {
            assert!(is_number(number), "{number}");
        }
        for number in
            ["027-6886515", "27-68865155", "0713-88651", "68865155", "电话", "", "027-08865155", "027-68865155转"]
        {
            assert!(!is_number(number), "{number}");
        }
    }
}
