//! Years that do not belong to the budget of this year.

use std::ops::Range;

use crate::check::rule::rule;
use crate::check::wording::{ends_at, in_titles, starts_at};
use crate::check::words::WORDS;
use crate::check::{Facts, FreeText, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// 增减原因与本年或以后年度比较的（“比2023年”写在2023年预算中）是错误，其他文字中只作提醒。文字中的年份晚于预算年度，或者原因、用途、年度目标中的年份早于上年
    /// 的，提醒：可能是沿用了其他年度的文字。年度目标、年度任务和指标值中写了上年的，也提醒；与上年比较、上年结转或上年决算一类不提醒。不检查书名号内、起止年份（2021—2035年）和“自”“截至”“到”“至”之后的年份，也不检查说明某物何时
    /// 而来的以前年份（“2012年购置的车辆”“2015年成立”）；跨年度项目
    /// 以项目的起止年份为准；长期目标不检查。
    ///
    /// # 依据
    ///
    /// 比较的年度是预算年度的上一年（domain.md R50）；已公开的2026年预算中有“比2026年预算增加”（F12）和项目期限仍为2025年（F27）的
    /// 实例。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// reasons.total = "人员经费比2023年预算减少"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// projects[0].use = "用于2020年科普活动"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.annual_tasks[0] = "组织开展2024年科普日活动。"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// performance.annual_goal = "2022年开展科普活动30场次。"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// performance.annual_goal = "科普活动场次比2022年增加10%，完成2022年结转项目。"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// reasons.total = "2022年一名在职人员转退休，《2018年规划》已实施，落实2021—2035年纲要，自2019年起延续"
    /// projects[0].plan.basis = "2019年区政府批复。"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// projects[0].use = "用于2012年购置的车辆维修、2020年签订的合同尾款"
    /// ```
    "GK510", "年份与预算年度不符", Error, Facts
}

/// Where an old year tells that a text was not renewed; elsewhere it may be history.
const OF_THIS_YEAR: &[&str] = &[
    "projects[].use",
    "projects[].plan.annual_goal",
    "projects[].plan.implementation",
    "projects[].plan.indicators[].target.text",
    "performance.annual_tasks[]",
    "performance.annual_goal",
    "performance.goals[]",
    "performance.indicators[].target.text",
];

/// Where last year's year tells that the text is last year's: what is to be reached this year.
const TO_BE_REACHED: &[&str] = &[
    "projects[].plan.annual_goal",
    "projects[].plan.indicators[].target.text",
    "performance.annual_tasks[]",
    "performance.annual_goal",
    "performance.goals[]",
    "performance.indicators[].target.text",
];

/// Words after which a year is a date, not the year that is spoken of.
const SINCE: &[&str] = &["自", "从", "截至", "截止", "到", "至", "始于", "建于", "成立于", "—", "-", "～", "~", "–"];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let year = facts.disclosure.year.0;
    for text in facts
        .texts
        .iter()
        .filter(|text| text.is_worded() && text.text.contains("20") && !text.field().ends_with("long_term_goal"))
    {
        let characters = text.characters();
        let (first, last) = span(facts, text, year);
        let to_be_reached = TO_BE_REACHED.contains(&&*text.field());
        for (range, named) in years(&characters) {
            let within = Spot::Within(text.pointer.clone(), range.clone());
            if named >= year && is_compared(&characters, &range) {
                let finding = judge.find(within, format!("{year}年预算中与{named}年比较"));
                finding.hint(format!("比较的年度应为上一年，即{}年", year - 1));
                // A goal of later years may be set against this one.
                if !text.is_reason() {
                    finding.warning();
                }
            } else if named > last {
                judge
                    .find(within, format!("{year}年预算中写了{named}年"))
                    .warning()
                    .hint("核对年份；确需写以后年度时可忽略");
            } else if named == year - 1 && to_be_reached && !is_gone_on_from(&characters, &range) {
                judge
                    .find(within, format!("{year}年的目标中写了{named}年，可能沿用了上年的文字"))
                    .warning()
                    .hint("核对年份，改为本年的内容；确指上年的可忽略");
            } else if named < first && !is_date_of_thing(&characters, range.end) {
                judge
                    .find(within, format!("{year}年预算中写了{named}年，可能沿用了以前年度的文字"))
                    .warning()
                    .hint("核对年份，改为本年的内容");
            }
        }
    }
}

/// The years that a text may speak of.
fn span(facts: &Facts<'_>, text: &FreeText<'_>, year: u16) -> (u16, u16) {
    let current = text.is_reason() || OF_THIS_YEAR.contains(&&*text.field());
    let project = text.pointer.as_str().strip_prefix("projects[").and_then(|rest| rest.split_once(']'));
    let plan = project
        .and_then(|(index, _)| facts.disclosure.projects.get(index.parse::<usize>().ok()?))
        .and_then(|project| project.plan.as_ref());
    let first = plan.map_or(year - 1, |plan| plan.starts.parts().0.min(year - 1));
    let last = plan.map_or(year, |plan| plan.ends.parts().0.max(year));
    (if current { first } else { 0 }, last)
}

/// Single years with 年, outside of titles, ranges and dates of beginning or end.
fn years(characters: &[char]) -> Vec<(Range<usize>, u16)> {
    let titles = in_titles(characters);
    let digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let is_year = |at: usize| starts_at(characters, at, "20") && digit(at + 2) && digit(at + 3) && !digit(at + 4);
    (0..characters.len())
        .filter(|at| is_year(*at) && !titles[*at] && !at.checked_sub(1).is_some_and(digit))
        .filter(|at| starts_at(characters, at + 4, "年") && !SINCE.iter().any(|word| ends_at(characters, *at, word)))
        // 2021年—2035年, 2021年至2035年, 2019年起, 2019年以来
        .filter(|at| {
            let after = at + 5 + usize::from(starts_at(characters, at + 5, "度"));
            !["—", "-", "～", "~", "–", "至", "到", "起", "以来", "以后"]
                .iter()
                .any(|word| starts_at(characters, after, word))
        })
        .filter_map(|at| Some((at..at + 5, characters[at..at + 4].iter().collect::<String>().parse().ok()?)))
        .collect()
}

/// Whether this year's goal is set against last year, or goes on from it.
fn is_gone_on_from(characters: &[char], year: &Range<usize>) -> bool {
    let after = year.end + usize::from(starts_at(characters, year.end, "度"));
    WORDS.set_against.iter().any(|word| ends_at(characters, year.start, &word.text))
        || WORDS.goes_on.iter().any(|word| word.is_at(characters, after))
        || is_date_of_thing(characters, year.end)
}

/// Whether the year says when something came about: “2012年购置的车辆”, “2015年成立”.
fn is_date_of_thing(characters: &[char], after: usize) -> bool {
    let after = after + usize::from(starts_at(characters, after, "度"));
    WORDS.came_about.iter().any(|word| {
        let end = after + word.text.chars().count();
        word.is_at(characters, after) && (word.certain || starts_at(characters, end, "的"))
    })
}

/// Whether the text compares something with this year.
fn is_compared(characters: &[char], year: &Range<usize>) -> bool {
    ["比", "较", "相比", "相较"].iter().any(|word| ends_at(characters, year.start, word))
        || ends_at(characters, year.start, "与")
            && ["预算持平", "持平", "相比", "预算相比", "度相比", "度持平", "度预算持平", "预算一致"]
                .iter()
                .any(|word| starts_at(characters, year.end, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_in_which_a_thing_came_about_is_no_budget_year() {
        let is_date = |text: &str| {
            let characters: Vec<char> = text.chars().collect();
            is_date_of_thing(&characters, 5)
        };
        for text in ["2012年购置的车辆", "2015年成立", "2020年度签订的合同", "2021年引进的人才"] {
            assert!(is_date(text), "{text}");
        }
        for text in ["2020年购置办公设备", "2020年科普活动", "2021年引进人才3名"] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn single_years_are_found_and_comparisons_told() {
        let found = |text: &str| {
            let characters: Vec<char> = text.chars().collect();
            years(&characters)
                .into_iter()
                .map(|(range, year)| (year, is_compared(&characters, &range)))
                .collect::<Vec<_>>()
        };
        assert_eq!(found("比2024年预算增加，与2023年度预算持平"), [(2024, true), (2023, true)]);
        assert_eq!(found("2022年开展，2024年12月底前"), [(2022, false), (2024, false)]);
        for text in
            ["2021—2035年", "2021年至2035年", "自2019年", "2019年以来", "12024年", "〔2024〕3号", "《2024年办法》"]
        {
            assert_eq!(found(text), [(0, false); 0], "{text}");
        }
    }
}
