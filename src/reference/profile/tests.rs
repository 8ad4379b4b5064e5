use super::*;

/// The templates with some profiles more: name, then the text of its `region.toml`.
fn templates(profiles: &[(&str, &str)]) -> Templates {
    let paths = profiles.iter().flat_map(|(name, text)| {
        [
            (path_of(name), (*text).to_owned()),
            (format!("regions/{name}/of-{name}.typ"), String::new()),
            (format!("regions/{name}/shared.typ"), String::new()),
        ]
    });
    let files: Vec<_> = paths.collect();
    Templates::with(files.iter().map(|(path, text)| (path.as_str(), text.clone())))
}

fn tree(profiles: &[(&str, &str)], name: &str, scope: ScopeKind) -> Table {
    Profile::read(&templates(profiles), name, scope).unwrap().tree
}

fn refused(profiles: &[(&str, &str)], name: &str) -> String {
    Profile::read(&templates(profiles), name, ScopeKind::Department).unwrap_err().to_string()
}

const BASE: (&str, &str) =
    ("base", "a = 1\nlist = [1, 2]\n[table.x]\ntitle = \"甲\"\nunit = \"元\"\n[in_unit.table.x]\ntitle = \"乙\"");

#[test]
fn a_profile_says_only_what_differs_from_the_one_it_extends() {
    let own = ("own", "extends = \"base\"\nlist = [3]\n[table.x]\nunit = \"万元\"");
    let tree = tree(&[BASE, own], "own", ScopeKind::Department);
    let expected: Table = toml::from_str("a = 1\nlist = [3]\n[table.x]\ntitle = \"甲\"\nunit = \"万元\"").unwrap();
    assert_eq!(tree, expected);
}

#[test]
fn documents_of_a_unit_have_what_is_said_for_them_besides() {
    let own = ("own", "extends = \"base\"\n[table.x]\ntitle = \"丙\"");
    let title = |scope| tree(&[BASE, own], "own", scope)["table"]["x"]["title"].as_str().unwrap().to_owned();
    assert_eq!((title(ScopeKind::Department), title(ScopeKind::Unit)), ("丙".to_owned(), "乙".to_owned()));
}

#[test]
fn files_are_the_profiles_own_before_those_it_extends() {
    let templates = templates(&[BASE, ("own", "extends = \"base\"")]);
    let profile = Profile::read(&templates, "own", ScopeKind::Department).unwrap();
    assert_eq!(profile.chain, ["own", "base"]);
    let file = |name| profile.typst_file(name).unwrap();
    assert_eq!(file("shared"), "/regions/own/shared.typ");
    assert_eq!(file("of-base"), "/regions/base/of-base.typ");
    assert_eq!(profile.typst_file("nowhere"), None);
}

#[test]
fn a_profile_that_cannot_come_about_is_refused_with_its_file() {
    let loop_of_two = [("a", "extends = \"b\""), ("b", "extends = \"a\"")];
    assert!(refused(&loop_of_two, "a").contains("不能沿用自己"));
    assert!(refused(&[("a", "extends = \"b\"")], "a").contains("没有这个地区方案"));
    assert!(refused(&[("a", "extends = 1")], "a").contains("extends 应为"));
    let broken = refused(&[("a", "extends = \"b\""), ("b", "x =")], "a");
    assert!(broken.contains("regions/b/region.toml"), "{broken}");
    let unknown = Profile::read(&templates(&[BASE]), "a", ScopeKind::Unit).unwrap_err();
    assert!(matches!(unknown, RegionError::Unknown { known, .. } if known.contains(&"base".to_owned())));
}

#[test]
fn the_templates_read_what_they_need_and_no_more() {
    let templates = Templates::built_in();
    let profile = Profile::read(&templates, "420107-qingshan", ScopeKind::Department).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&profile.json()).unwrap();
    assert_eq!(json["code"], "420107-qingshan");
    assert_eq!(json["files"]["narrative"], "/regions/000000-national/narrative.typ");
    assert_eq!(json["words"]["finance"], "区级财政");
    for hidden in ["table", "tables", "pairing", "checks", "nature", "in_unit", "extends"] {
        assert!(json.get(hidden).is_none(), "{hidden}");
    }
}
