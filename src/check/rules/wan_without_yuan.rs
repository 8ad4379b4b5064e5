//! 万 where 万元 is meant.

use crate::check::rule::rule;
use crate::check::wording::{clause, ends_at, is_end, numbers, starts_at};
use crate::check::words::WORDS;
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 金额写作“万元”，不写作“万”。只检查同一分句中有“经费”“资金”“支出”等词、数后直接是标点或结尾的情形；有“人”“次”“数”等词的
    /// 分句不检查。词表见 data/wording/words.toml。
    ///
    /// # 依据
    ///
    /// 已公开文本中有“万”代“万元”的实例（domain.md F23）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "科普经费增加5.2万，一名在职人员转退休"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "科普经费增加5.2万元，参观人数达3万，经费惠及3万户，公众号阅读量突破10万"
    /// ```
    "GK509", "“万元”写作“万”", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.is_worded() && text.text.contains('万')) {
        let characters = text.characters();
        for number in numbers(&characters) {
            let end = number.range.end;
            if !starts_at(&characters, end, "万") || !is_end(&characters, end + 1) {
                continue;
            }
            let clause = clause(&characters, number.range.start);
            let money = WORDS.money.iter().any(|word| word.is_in(clause));
            let counted = WORDS.counted.iter().any(|word| word.is_in(clause));
            if money && !counted && !ends_at(&characters, number.range.start, "-") {
                judge
                    .find(
                        Spot::Within(text.pointer.clone(), number.range.start..end + 1),
                        format!("“{}万”可能是金额，缺少“元”", number.value),
                    )
                    .hint("是金额时写作“万元”；不是时写明计量单位");
            }
        }
    }
}
