//! 其它 for 其他.

use crate::check::rule::rule;
use crate::check::wording::{in_titles, starts_at};
use crate::check::{Facts, Judge, Spot};

rule! {
    /// # 检查内容
    ///
    /// “其他”不写作“其它”：科目、采购品目、资产类别的名称中写错的是错误，其他文字中只作提醒。书名号内不检查。可以自动改正。
    ///
    /// # 依据
    ///
    /// 政府收支分类科目一律用“其他”，例如“其他支出”；已公开文本中有写作“其它”的实例（domain.md F18、R24）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// subjects.economic[2].name = "其它对个人和家庭的补助"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// duties[8] = "承办上级机关交办的其它事项。"
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// duties[8] = "承办上级机关交办的其他事项，执行《其它事项办法》。"
    /// ```
    "GK507", "“其他”写作“其它”", Error, Facts
}

/// Where names follow a catalogue.
const CATALOGUES: &[&str] = &["subjects.", "procurement[].catalogue", "asset_acquisitions[].asset_class"];

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for text in facts.texts.iter().filter(|text| text.text.contains("其它")) {
        let characters = text.characters();
        let titles = in_titles(&characters);
        let field = text.field();
        for at in (0..characters.len()).filter(|at| starts_at(&characters, *at, "其它") && !titles[*at]) {
            let finding = judge.find(Spot::Within(text.pointer.clone(), at..at + 2), "“其他”写作“其它”");
            finding.hint("改为“其他”").edit(&text.pointer, at + 1..at + 2, "他");
            if !CATALOGUES.iter().any(|catalogue| field.starts_with(catalogue)) {
                finding.warning();
            }
        }
    }
}
