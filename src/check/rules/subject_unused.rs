//! A subject that is named and not used.

use std::collections::BTreeSet;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{FunctionLevel, Pointer};

rule! {
    /// # 检查内容
    ///
    /// subjects 中写明的科目，在支出明细、政府采购、上年数或名词解释中用到（本身或其下级）。没有用到的可能是编码写错。
    ///
    /// # 依据
    ///
    /// 科目与编码一一对应，错写的编码常使补充的名称落空（domain.md R23、F15、F17）。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// subjects.economic += {"code": "30214", "name": "租赁费"}
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// subjects.economic += {"code": "30214", "name": "租赁费"}
    /// lines[5].economic = "30214"
    /// ```
    "GK404", "写明的科目没有用到", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let disclosure = facts.disclosure;
    let lines = || disclosure.lines.iter().chain(disclosure.projects.iter().flat_map(|project| &project.lines));
    let purchases = &disclosure.procurement;
    let previous = disclosure.previous_years.iter().flat_map(|year| year.figures.functions.keys());
    let functions: BTreeSet<_> = lines()
        .map(|line| &line.function)
        .chain(purchases.iter().map(|record| &record.function))
        .chain(&disclosure.glossary.also_list_functions)
        .chain(previous)
        .collect();
    let economics: BTreeSet<_> =
        lines().map(|line| &line.economic).chain(purchases.iter().map(|record| &record.economic)).collect();
    let levels = [FunctionLevel::Class, FunctionLevel::Group, FunctionLevel::Item];
    let functions: BTreeSet<&str> = functions.iter().flat_map(|code| levels.map(|level| code.at(level))).collect();
    let economics: BTreeSet<&str> = economics.iter().flat_map(|code| [code.class(), code.as_str()]).collect();
    let subjects = &disclosure.subjects;
    for (key, list, used) in
        [("functional", &subjects.functional, functions), ("economic", &subjects.economic, economics)]
    {
        for (index, subject) in list.iter().enumerate().filter(|(_, subject)| !used.contains(subject.code.as_str())) {
            judge
                .find(
                    Pointer::root().key("subjects").key(key).index(index).key("code"),
                    format!("科目 {}“{}”没有用到", subject.code, subject.name),
                )
                .hint("核对编码；确实不用的删去");
        }
    }
}
