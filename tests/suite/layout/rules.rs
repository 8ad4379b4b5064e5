//! What the rules say of pages that are right.

use gongkai::check::Selection;
use gongkai::model::Scope;
use gongkai::pipeline::Stages;

use crate::common::documents::{PIPELINE, repository};

#[test]
fn the_shipped_documents_and_those_of_their_units_give_no_finding() {
    for name in ["420107-kexie-2023", "420107-shili-2024"] {
        let document = PIPELINE.load(&repository(&format!("data/{name}.json"))).unwrap();
        let units = document.disclosure.units.iter().map(|unit| Some(Scope::Unit(unit.code.clone())));
        for scope in [None].into_iter().chain(units) {
            let judged = PIPELINE.judge(&document, scope.as_ref(), &Selection::default(), Stages::Layout);
            let (judged, made) = judged.unwrap();
            assert!(judged.findings.is_empty(), "{name} {scope:?}: {:#?}", judged.findings);
            assert!(made.unwrap().typeset.is_some());
            let pages = judged.unchecked.iter().filter(|unchecked| unchecked.rule.code.id.starts_with("GK6"));
            assert_eq!(pages.count(), 0, "{name} {scope:?}");
        }
    }
}
