//! The shipped data are right: a finding in them would be a false alarm.

use std::path::Path;

use super::super::{Facts, Selection};
use crate::load;
use crate::pipeline::Pipeline;
use crate::reference::Catalogue;

#[test]
fn the_shipped_data_give_no_finding_by_their_facts() {
    for name in ["420107-kexie-2023", "420107-shili-2024"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.json"));
        let document = load::load_file(&path).unwrap();
        let region = Pipeline::new(None, Vec::new()).unwrap().region(&document).unwrap();
        let catalogue = Catalogue::for_year(document.disclosure.year).unwrap();
        let facts = Facts::new(&document.disclosure, &region, catalogue);
        let outcome = super::super::facts(&facts, &Selection::default());
        assert!(outcome.findings.is_empty(), "{name}: {:#?}", outcome.findings);
    }
}
