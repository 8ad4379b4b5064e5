//! A place of the data in the words of the form, for people who do not read field names.

use super::shape::{Id, SHAPES, Shape};
use super::spans::after_name;
use crate::model::Pointer;

/// Between the parts of a place.
const BETWEEN: &str = " › ";

/// Whose fields are what the free keys of `reasons` name.
const FIGURES: &str = "previous_years[0].figures";

/// `projects[0].lines[1].amount` in words: `项目支出 › 第1项 › 项目预算明细 › 第2项 › 金额（元）`.
///
/// The words are the titles of the schema, so that a field is named in one place, its doc comment. What the schema does
/// not know stays as it is.
#[must_use]
pub fn words(pointer: &Pointer) -> String {
    if pointer.as_str().is_empty() {
        return "整个文件".to_owned();
    }
    let Trail { mut words, left, .. } = follow(SHAPES.root, pointer.as_str());
    if !left.is_empty() {
        words.push(left.to_owned());
    }
    words.join(BETWEEN)
}

/// The known part of a path.
struct Trail<'r> {
    words: Vec<String>,
    shape: Id,
    /// What is not known.
    left: &'r str,
}

/// Goes from `shape` along `rest` as far as the shapes go.
fn follow(shape: Id, rest: &str) -> Trail<'_> {
    let mut trail = Trail { words: Vec::new(), shape, left: rest };
    while !trail.left.is_empty() {
        let Some((word, shape, left)) = step(trail.shape, trail.left) else { break };
        trail.words.push(word);
        (trail.shape, trail.left) = (shape, left);
    }
    trail
}

/// The words of the first part of `rest`, the shape there, and what follows.
fn step(shape: Id, rest: &str) -> Option<(String, Id, &str)> {
    match SHAPES.get(shape) {
        Shape::List { items, .. } => {
            let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
            let number = index.parse::<usize>().ok()?.checked_add(1)?;
            Some((format!("第{number}项"), *items, after.strip_prefix('.').unwrap_or(after)))
        }
        Shape::Object(fields) => fields
            .iter()
            .filter_map(|(name, field)| Some((name.len(), field, after_name(rest.strip_prefix(name.as_str())?)?)))
            .max_by_key(|(length, ..)| *length)
            .map(|(_, field, after)| (field.title.clone(), field.shape, after)),
        Shape::Map { keys: Some(keys), values } => {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            Some((key_words(*keys, key), *values, after_name(after)?))
        }
        // A free key may hold dots, and its value is a text.
        Shape::Map { keys: None, values } => Some((figure_words(rest), *values, "")),
        Shape::OneOf(shapes) => shapes.iter().find_map(|shape| step(*shape, rest)),
        _ => None,
    }
}

/// The term of a key of a closed list; the codes of other maps stand for themselves.
fn key_words(keys: Id, key: &str) -> String {
    let term = match SHAPES.get(keys) {
        Shape::Choice(options) => options.iter().find(|option| option.value == key).map(|option| &option.title),
        _ => None,
    };
    term.map_or(key, String::as_str).to_owned()
}

/// The words of a figure's key, such as `three_public.reception`.
fn figure_words(key: &str) -> String {
    let Trail { words, left, .. } = follow(follow(SHAPES.root, FIGURES).shape, key);
    if left.is_empty() { words.join(BETWEEN) } else { key.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str) -> String {
        words(&Pointer::root().key(path))
    }

    #[test]
    fn fields_have_their_titles_and_items_their_numbers() {
        assert_eq!(
            told("projects[0].plan.costs[1].amount"),
            "项目支出 › 第1项 › 项目支出绩效目标表的内容 › 成本构成与测算依据 › 第2项 › 金额（元）"
        );
        assert_eq!(told("units[2].staffing.retired.ordinary"), "预算单位 › 第3项 › 人员构成 › 离退休人数 › 退休人数");
        assert_eq!(told("year"), "预算年度");
        assert_eq!(words(&Pointer::root()), "整个文件");
    }

    #[test]
    fn alternatives_are_told_apart_by_their_members() {
        let target = "performance.indicators[0].target";
        let title = told(target);
        assert_eq!(told(&format!("{target}.value")), format!("{title} › 数值"));
        assert_eq!(told(&format!("{target}.text")), format!("{title} › 文字"));
    }

    #[test]
    fn keys_of_maps_have_the_terms_that_the_schema_knows() {
        assert_eq!(told("absent.three_public.reason"), "空表的原因 › 一般公共预算“三公”经费支出表 › 原因代码");
        assert_eq!(
            told("approval.totals.general_public_budget"),
            "财政批复 › 批复的支出总额（元），按资金性质 › 一般公共预算"
        );
        assert_eq!(
            told("previous_years[0].figures.functions.2060101"),
            "以前年度数 › 第1项 › 以前年度金额（元） › 按功能分类项级科目的财政拨款支出 › 2060101"
        );
        assert_eq!(told("reasons.three_public.reception"), "增减变化的原因 › “三公”经费 › 公务接待费");
        assert_eq!(told("reasons.total"), "增减变化的原因 › 收支总预算");
    }

    #[test]
    fn what_the_schema_does_not_know_stays() {
        assert_eq!(told("projects[0].colour.x"), "项目支出 › 第1项 › colour.x");
        assert_eq!(told("reasons.three_public.vehicle"), "增减变化的原因 › three_public.vehicle");
        assert_eq!(told("projects[18446744073709551615]"), "项目支出 › [18446744073709551615]");
    }
}
