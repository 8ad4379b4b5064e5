//! Every combination of tables that can be empty: as many notes as empty tables.

use std::collections::BTreeSet;

use gongkai::derive::report::{Body, Report, Table};
use gongkai::model::TableKind::{self, *};
use serde_json::{Value, json};

use crate::common::disclosures::{add_line, derive, kexie, print, push, remove};

/// What a department has or lacks, a bit each.
#[derive(Clone, Copy)]
struct Facts(u32);

const FLAGS: u32 = 9;

impl Facts {
    fn has(self, flag: u32) -> bool {
        self.0 & (1 << flag) != 0
    }

    fn general(self) -> bool {
        self.has(0)
    }
    fn basic(self) -> bool {
        self.has(1)
    }
    fn projects(self) -> bool {
        self.has(2)
    }
    fn fund(self) -> bool {
        self.has(3)
    }
    fn reception(self) -> bool {
        self.has(4)
    }
    fn procurement(self) -> bool {
        self.has(5)
    }
    fn services(self) -> bool {
        self.has(6)
    }
    fn assets(self) -> bool {
        self.has(7)
    }
    fn performance(self) -> bool {
        self.has(8)
    }

    fn data(self) -> Value {
        let mut data = kexie();
        // Everything from 其他收入 instead.
        if !self.general() {
            let text = data.to_string().replace("\"fund\":\"general_public_budget\"", "\"fund\":\"other_income\"");
            data = serde_json::from_str(&text).unwrap();
        }
        let source = if self.general() { "general_public_budget" } else { "other_income" };
        if !self.basic() {
            data["lines"] = json!([]);
        }
        if self.reception() {
            add_line(&mut data, "2060101", "30217", source, "3000.00");
        }
        if self.fund() {
            add_line(&mut data, "2296002", "30227", "government_fund", "50000.00");
        }
        for (kept, key) in
            [(self.projects(), "projects"), (self.procurement(), "procurement"), (self.performance(), "performance")]
        {
            if !kept {
                remove(&mut data, key);
            }
        }
        let funding = json!([{"fund": source, "amount": "6000.00"}]);
        if self.services() {
            push(
                &mut data,
                "service_purchases",
                json!({"catalogue": {"path": ["公共服务"]}, "quantity": "1", "measure": "项", "is_procurement": false, "funding": funding}),
            );
        }
        if self.assets() {
            push(
                &mut data,
                "asset_acquisitions",
                json!({"asset_class": {"name": "软件"}, "name": "软件", "quantity": "1", "measure": "套", "unit_price": "6000.00", "is_procurement": false, "funding": funding}),
            );
        }
        data
    }

    /// The tables that hold nothing; 收支总表 and 收入总表 are never without rows.
    fn empty(self) -> BTreeSet<TableKind> {
        let basic = self.basic() || self.reception();
        let general = self.general() && (basic || self.projects());
        let shown = [
            (basic || self.projects() || self.fund(), Expenditure),
            (general || self.fund(), FiscalIncomeExpenditure),
            (general, GeneralPublicBudget),
            (self.general() && basic, Basic),
            // 一般公共预算“三公”经费: not what other money pays.
            (self.general() && self.reception(), ThreePublic),
            (self.fund(), GovernmentFund),
            (self.projects(), Projects),
            (self.projects(), ProjectPerformance),
            (self.procurement(), Procurement),
            (self.services(), ServicePurchase),
            (self.assets(), AssetAcquisition),
            (self.performance(), DepartmentPerformance),
        ];
        shown.into_iter().filter(|(shown, _)| !shown).map(|(_, kind)| kind).collect()
    }
}

fn noted(report: &Report) -> BTreeSet<TableKind> {
    report.tables.iter().filter(|table| table.note.is_some()).map(|table| table.kind).collect()
}

/// An empty table holds no amount but zeros.
fn has_amounts(table: &Table) -> bool {
    match &table.body {
        Body::Grid { rows, .. } => rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|cell| cell != "0.00" && cell.bytes().any(|byte| byte.is_ascii_digit())),
        Body::DepartmentForm(form) => !form.phone.is_empty(),
        Body::ProjectForms { forms } => !forms.is_empty(),
    }
}

#[test]
fn there_are_as_many_notes_as_empty_tables_in_every_combination() {
    let mut seen = BTreeSet::new();
    for bits in 0..1 << FLAGS {
        let facts = Facts(bits);
        let report = derive(&facts.data());
        assert_eq!(noted(&report), facts.empty(), "{bits:09b}");
        assert_eq!(report.tables.len(), 14);
        for table in &report.tables {
            let note = table.note.as_deref();
            let never_empty = [IncomeExpenditure, TableKind::Income].contains(&table.kind);
            assert!(never_empty || has_amounts(table) != note.is_some(), "{bits:09b} {:?}", table.kind);
            assert!(
                note.is_none_or(|note| note.starts_with("注：")
                    && note.ends_with("，特此说明。")
                    && !note.contains('{'))
            );
        }
        seen.insert(facts.empty());
    }
    // 15 sets of tables that depend on each other, times tables 10 to 13, each on its own.
    assert_eq!(seen.len(), 15 * 16);
}

#[test]
fn the_printed_pages_bear_each_note_below_its_table() {
    // All, nothing, each alone, and some mixed.
    let chosen =
        (0..FLAGS).map(|flag| 1 << flag).chain([0, (1 << FLAGS) - 1, 0b0_0000_1110, 0b1_0101_0101, 0b0_1010_1011]);
    for bits in chosen {
        let facts = Facts(bits);
        let report = derive(&facts.data());
        let printed = print(&facts.data());
        assert_eq!(printed.part(2).matches("特此说明").count(), facts.empty().len(), "{bits:09b}");
        for table in &report.tables {
            let text = printed.table(table.number as usize);
            match &table.note {
                Some(note) => assert_eq!(text.matches(note.as_str()).count(), 1, "{bits:09b} {text}"),
                None => assert!(!text.contains("特此说明"), "{bits:09b} {text}"),
            }
        }
    }
}
