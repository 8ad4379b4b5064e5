use super::*;

const BOTH: [ScopeKind; 2] = [ScopeKind::Department, ScopeKind::Unit];

#[test]
fn every_profile_compiled_in_can_be_read() {
    let templates = Templates::built_in();
    let names = templates.regions();
    assert!(names.contains("420107-qingshan"));
    for name in names {
        for scope in BOTH {
            Region::read(&templates, name, scope).unwrap();
        }
    }
}

#[test]
fn names_the_known_profiles_when_asked_for_another() {
    let error = Region::read(&Templates::built_in(), "420106-wuchang", ScopeKind::Department).unwrap_err();
    assert!(matches!(error, RegionError::Unknown { known, .. } if known.contains(&"420107-qingshan".to_owned())));
}

/// 青山区's profile with a change.
fn changed(change: impl FnOnce(&mut Region)) -> Option<String> {
    let mut region = Region::read(&Templates::built_in(), "420107-qingshan", ScopeKind::Department).unwrap();
    change(&mut region);
    region.inconsistency()
}

#[test]
fn names_that_lead_nowhere_are_refused() {
    assert_eq!(changed(|_| {}), None);
    let table = changed(|region| drop(region.table_specs.remove(&TableKind::Income)));
    assert_eq!(table.unwrap(), "tables.order 中的 income 没有写明：缺少 [table.income]");
    assert!(changed(|region| region.document.parts.push("x".to_owned())).unwrap().contains("[part.x]"));
    assert!(changed(|region| region.sources.order.push("x".to_owned())).unwrap().contains("[source.x]"));
    assert!(changed(|region| region.glossary.order.push("x".to_owned())).unwrap().contains("[term.x]"));
}

#[test]
fn a_fund_belongs_to_one_source_of_income() {
    let lost = changed(|region| drop(region.sources.order.remove(4)));
    assert_eq!(lost.unwrap(), "每种资金应当属于一个收入来源，institutional_income 属于 0 个");
    let twice = changed(|region| {
        region.source_specs.get_mut("other_income").unwrap().funds.push(Fund::BusinessIncome);
    });
    assert!(twice.unwrap().contains("business_income 属于 2 个"));
}
