//! 错别字 and wrong names.

use crate::check::rule::rule;
use crate::check::wording::in_titles;
use crate::check::words::WORDS;
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 文字中没有常见的错别字和错误名称：公务车用车（公务用车）、财政拔款（财政拨款）、帐户（账户）、国有资产经营预算（国有资本经营预算）
    /// 等。词表见 data/wording/words.toml。书名号内不检查。有确定写法的可以自动改正；只有明显错误的是错误，其他只作提醒。
    ///
    /// # 依据
    ///
    /// 已公开文本中的实例（domain.md F23“公务车用车”、F26“结算”误作“决算”）；国家语委、教育部《第一批异形词整理表》。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "公务车用车更新"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "清理零余额帐户"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "公务用车更新，购置登记帐篷，执行《帐户管理办法》"
    /// ```
    "GK515", "错别字或错误名称", Error, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.is_worded()) {
        for word in WORDS.wrong.iter().filter(|word| word.may_be_in(text)) {
            let characters = text.characters();
            let titles = in_titles(&characters);
            for range in word.find_all(&characters).filter(|range| !titles[range.start]) {
                let spot = Spot::Within(text.pointer.clone(), range.clone());
                let finding = judge.find(spot, format!("“{}”可能有误", word.text));
                match &word.right {
                    Some(right) => finding.hint(format!("改为“{right}”")).edit(&text.pointer, range, right.as_str()),
                    None => finding.hint("删去重复的词"),
                };
                if !word.certain {
                    finding.warning();
                }
            }
        }
    }
}
