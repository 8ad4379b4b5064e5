//! Every text of a disclosure that a person writes freely.

use crate::model::{Disclosure, Indicator, InternalOffice, Override, Plan, Pointer, Project, Subjects, Target};

/// What a text is, which decides how it should be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextKind {
    /// A code that no catalogue of ours knows: 项目代码, 采购品目编码.
    Code,
    /// 电话号码。
    Phone,
    /// A name or a term: no punctuation at its end.
    Name,
    /// What is set into a sentence of the template, such as a reason after “主要是”: no full stop at its end.
    Phrase,
    /// What stands by itself: one sentence or several.
    Sentence,
}

/// 自由文字。One text and where it stands.
#[derive(Debug, Clone)]
pub struct FreeText<'a> {
    /// Where.
    pub pointer: Pointer,
    /// The text.
    pub text: &'a str,
    /// What it is.
    pub kind: TextKind,
}

/// All free texts, in the order of the data format.
pub(super) fn free_texts(disclosure: &Disclosure) -> Vec<FreeText<'_>> {
    let mut texts = Texts(Vec::new());
    texts.disclosure(disclosure);
    texts.0
}

struct Texts<'a>(Vec<FreeText<'a>>);

use TextKind::{Code, Name, Phone, Phrase, Sentence};

impl<'a> Texts<'a> {
    fn one(&mut self, pointer: Pointer, text: &'a str, kind: TextKind) {
        self.0.push(FreeText { pointer, text, kind });
    }

    fn maybe(&mut self, pointer: Pointer, text: Option<&'a String>, kind: TextKind) {
        if let Some(text) = text {
            self.one(pointer, text, kind);
        }
    }

    fn list(&mut self, pointer: &Pointer, list: &'a [String], kind: TextKind) {
        for (index, text) in list.iter().enumerate() {
            self.one(pointer.index(index), text, kind);
        }
    }

    fn disclosure(&mut self, of: &'a Disclosure) {
        let root = Pointer::root();
        if let Some(approval) = &of.approval {
            self.maybe(root.key("approval").key("document"), approval.document.as_ref(), Name);
        }
        if let Some(correction) = &of.correction {
            self.one(root.key("correction").key("reason"), &correction.reason, Phrase);
        }
        let agency = root.key("agency");
        self.one(agency.key("name"), &of.agency.name, Name);
        self.one(agency.key("full_name"), &of.agency.full_name, Name);
        self.one(agency.key("phone"), &of.agency.phone, Phone);
        self.maybe(agency.key("preparer"), of.agency.preparer.as_ref(), Name);
        self.list(&root.key("duties"), &of.duties, Sentence);
        for (index, unit) in of.units.iter().enumerate() {
            let at = root.key("units").index(index);
            self.one(at.key("name"), &unit.name, Name);
            self.maybe(at.key("full_name"), unit.full_name.as_ref(), Name);
            self.list(&at.key("duties"), &unit.duties, Sentence);
            self.offices(&at.key("internal_offices"), &unit.internal_offices);
        }
        for (index, project) in of.projects.iter().enumerate() {
            self.project(&root.key("projects").index(index), project);
        }
        self.overrides(&root.key("overrides"), of);
        self.purchases(&root, of);
        self.performance(&root.key("performance"), of);
        for (code, purpose) in &of.function_uses {
            self.one(root.key("function_uses").key(code.as_str()), purpose, Phrase);
        }
        for (key, reason) in &of.reasons {
            self.one(root.key("reasons").key(key), reason, Phrase);
        }
        for (kind, absence) in &of.absent {
            self.maybe(root.key("absent").key(kind.key()).key("note"), absence.note.as_ref(), Sentence);
        }
        for (index, extra) in of.glossary.extra.iter().enumerate() {
            let at = root.key("glossary").key("extra").index(index);
            self.one(at.key("term"), &extra.term, Name);
            self.one(at.key("text"), &extra.text, Sentence);
        }
        self.subjects(&root.key("subjects"), &of.subjects);
    }

    fn offices(&mut self, at: &Pointer, offices: &'a [InternalOffice]) {
        for (index, office) in offices.iter().enumerate() {
            self.one(at.index(index).key("name"), &office.name, Name);
            self.maybe(at.index(index).key("also_named"), office.also_named.as_ref(), Name);
        }
    }

    fn project(&mut self, at: &Pointer, project: &'a Project) {
        self.one(at.key("code"), &project.code, Code);
        self.one(at.key("name"), &project.name, Name);
        self.maybe(at.key("parent"), project.parent.as_ref(), Name);
        self.one(at.key("use"), &project.purpose, Phrase);
        if let Some(plan) = &project.plan {
            self.plan(&at.key("plan"), plan);
        }
    }

    fn plan(&mut self, at: &Pointer, plan: &'a Plan) {
        self.maybe(at.key("supervising_department"), plan.supervising_department.as_ref(), Name);
        self.maybe(at.key("manager"), plan.manager.as_ref(), Name);
        self.maybe(at.key("phone"), plan.phone.as_ref(), Phone);
        self.maybe(at.key("overview"), plan.overview.as_ref(), Sentence);
        self.one(at.key("basis"), &plan.basis, Sentence);
        self.one(at.key("implementation"), &plan.implementation, Sentence);
        for (index, cost) in plan.costs.iter().enumerate() {
            self.one(at.key("costs").index(index).key("item"), &cost.item, Name);
            self.one(at.key("costs").index(index).key("basis"), &cost.basis, Phrase);
        }
        self.maybe(at.key("long_term_goal"), plan.long_term_goal.as_ref(), Sentence);
        self.one(at.key("annual_goal"), &plan.annual_goal, Sentence);
        self.indicators(&at.key("indicators"), &plan.indicators);
    }

    fn indicators(&mut self, at: &Pointer, indicators: &'a [Indicator]) {
        for (index, indicator) in indicators.iter().enumerate() {
            let at = at.index(index);
            self.list(&at.key("path"), &indicator.path, Name);
            self.one(at.key("name"), &indicator.name, Name);
            match &indicator.target {
                Target::Number { measure, .. } => self.one(at.key("target").key("measure"), measure, Name),
                Target::Text { text } => self.one(at.key("target").key("text"), text, Phrase),
            }
            self.list(&at.key("previous"), &indicator.previous, Phrase);
            self.maybe(at.key("basis"), indicator.basis.as_ref(), Phrase);
        }
    }

    fn overrides(&mut self, at: &Pointer, of: &'a Disclosure) {
        for (key, stated) in of.overrides.all() {
            self.maybe(at.key(key).key("reason"), stated.map(|Override { reason, .. }| reason), Phrase);
        }
    }

    fn purchases(&mut self, root: &Pointer, of: &'a Disclosure) {
        for (index, record) in of.procurement.iter().enumerate() {
            let at = root.key("procurement").index(index);
            self.one(at.key("catalogue").key("code"), &record.catalogue.code, Code);
            self.one(at.key("catalogue").key("name"), &record.catalogue.name, Name);
            self.one(at.key("measure"), &record.measure, Name);
        }
        for (index, record) in of.service_purchases.iter().enumerate() {
            let at = root.key("service_purchases").index(index);
            self.maybe(at.key("catalogue").key("code"), record.catalogue.code.as_ref(), Code);
            self.list(&at.key("catalogue").key("path"), &record.catalogue.path, Name);
            self.one(at.key("measure"), &record.measure, Name);
        }
        for (index, record) in of.asset_acquisitions.iter().enumerate() {
            let at = root.key("asset_acquisitions").index(index);
            self.maybe(at.key("asset_class").key("code"), record.asset_class.code.as_ref(), Code);
            self.one(at.key("asset_class").key("name"), &record.asset_class.name, Name);
            self.one(at.key("name"), &record.name, Name);
            self.one(at.key("measure"), &record.measure, Name);
        }
    }

    fn performance(&mut self, at: &Pointer, of: &'a Disclosure) {
        let Some(performance) = &of.performance else { return };
        self.maybe(at.key("duties_summary"), performance.duties_summary.as_ref(), Sentence);
        self.list(&at.key("annual_tasks"), &performance.annual_tasks, Sentence);
        self.maybe(at.key("long_term_goal"), performance.long_term_goal.as_ref(), Sentence);
        self.maybe(at.key("annual_goal"), performance.annual_goal.as_ref(), Sentence);
        self.indicators(&at.key("indicators"), &performance.indicators);
        self.list(&at.key("goals"), &performance.goals, Phrase);
        for (index, result) in performance.last_year_results.iter().enumerate() {
            let at = at.key("last_year_results").index(index);
            self.one(at.key("goal"), &result.goal, Sentence);
            self.one(at.key("result"), &result.result, Sentence);
            self.maybe(at.key("completion"), result.completion.as_ref(), Sentence);
        }
    }

    fn subjects(&mut self, at: &Pointer, of: &'a Subjects) {
        for (key, list) in [("functional", &of.functional), ("economic", &of.economic)] {
            for (index, subject) in list.iter().enumerate() {
                let at = at.key(key).index(index);
                self.one(at.key("name"), &subject.name, Name);
                self.maybe(at.key("short_name"), subject.short_name.as_ref(), Name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    /// The data without indices: `projects[].plan.basis`.
    fn pattern(pointer: &str) -> String {
        let mut skipped = false;
        pointer
            .chars()
            .filter(|character| {
                skipped = match character {
                    '[' => true,
                    ']' => false,
                    _ => skipped,
                };
                !skipped || *character == '['
            })
            .collect()
    }

    fn strings(value: &Value, at: &Pointer, found: &mut BTreeSet<String>) {
        match value {
            Value::String(_) => drop(found.insert(at.to_string())),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| strings(item, &at.index(index), found));
            }
            Value::Object(members) => members.iter().for_each(|(name, item)| strings(item, &at.key(name), found)),
            _ => {}
        }
    }

    #[test]
    fn every_text_that_the_schema_leaves_free_is_listed() {
        // Amounts, quantities, codes and dates have their own format; choices are closed; these name something else.
        let formatted = [
            "amount",
            "unit_price",
            "quantity",
            "value",
            "budget",
            "executed",
            "total_budget",
            "reserved_for_small",
            "reserved_for_micro",
            "code",
            "function",
            "economic",
            "unit",
            "counterparty",
            "fund",
            "nature",
            "origin",
            "kind",
            "level",
            "category",
            "organisation",
            "operator",
            "coverage",
            "reason",
            "basis",
            "format",
            "region",
            "published_on",
            "date",
            "as_of",
            "starts",
            "ends",
            "project",
            "file",
        ];
        for name in ["420107-kexie-2023", "420107-shili-2024"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.json"));
            let document = crate::load::load_file(&path).unwrap();
            let listed: BTreeSet<_> =
                free_texts(&document.disclosure).into_iter().map(|text| text.pointer.to_string()).collect();
            let mut all = BTreeSet::new();
            strings(&serde_json::to_value(&document.disclosure).unwrap(), &Pointer::root(), &mut all);
            assert_eq!(listed.difference(&all).collect::<Vec<_>>(), [""; 0], "no such place");
            for missing in all.difference(&listed) {
                let pattern = pattern(missing);
                let last = pattern.rsplit('.').next().unwrap();
                let figures = pattern.contains(".figures.") || pattern.contains(".totals.");
                assert!(
                    figures || formatted.contains(&last) || last == "also_list_functions[]",
                    "{missing} is in no list of free texts"
                );
            }
        }
    }
}
