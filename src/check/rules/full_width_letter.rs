//! Full-width digits and letters.

use crate::check::rule::rule;
use crate::check::wording::starts_at;
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 数字、字母和百分号用半角：１２、Ａ、％ 会与其他数字的字形和宽度不一致，也搜索不到。可以自动改正；金额中的数字只提醒，不自动改。
    ///
    /// # 依据
    ///
    /// GB/T 15835—2011《出版物上数字用法》；全角数字搜索不到 [OWN]。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.goals[0] = "开展主题科普活动不低于２０场"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.goals[0] = "开展主题科普活动不低于20场，占100%，①②项"
    /// ```
    "GK519", "数字或字母用了全角", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in &facts.texts {
        let characters = text.characters();
        let mut at = 0;
        for run in characters.chunk_by(|before, after| half(*before).is_some() == half(*after).is_some()) {
            let range = at..at + run.len();
            at = range.end;
            let right: String = run.iter().filter_map(|character| half(*character)).collect();
            if right.is_empty() {
                continue;
            }
            let shown: String = run.iter().collect();
            let message = format!("“{shown}”用了全角");
            let finding = judge.find(Spot::Within(text.pointer.clone(), range.clone()), message);
            finding.hint(format!("改为半角“{right}”"));
            // The digits of an amount are left to people.
            if !["元", "万", "亿", "．", ".", "，", ","].iter().any(|unit| starts_at(&characters, range.end, unit))
            {
                finding.edit(&text.pointer, range, right);
            }
        }
    }
}

/// The half-width form of a full-width digit, letter or per cent sign.
fn half(character: char) -> Option<char> {
    matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％')
        .then(|| char::from_u32(u32::from(character) - 0xFEE0))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_half_width_form() {
        assert_eq!(
            ["０", "９", "Ａ", "ｚ", "％"].map(|wide| half(wide.chars().next().unwrap())),
            ['0', '9', 'A', 'z', '%'].map(Some)
        );
        assert_eq!(half('，'), None);
    }
}
