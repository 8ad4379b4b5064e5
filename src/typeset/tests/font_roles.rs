use super::*;
use crate::typeset::fonts;

/// A folder with one of the repository's fonts under another name.
fn user_folder(file: &str, name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(repository_fonts().join(file), folder.path().join(name)).unwrap();
    folder
}

fn with_user(folder: &Path) -> FontSearch {
    FontSearch { user: vec![folder.to_owned()], bundled: vec![repository_fonts()] }
}

#[test]
fn every_role_of_the_built_in_templates_is_served() {
    let fonts = Fonts::load(&Templates::built_in(), &search()).unwrap();
    let keys: Vec<_> = fonts.roles().iter().map(|role| role.key.as_str()).collect();
    assert_eq!(keys, ["xiaobiaosong", "heiti", "kaiti", "fangsong", "songti", "digits"]);
    for font in fonts.roles().iter().flat_map(|role| &role.chain).filter(|font| !font.optional) {
        assert!(font.licence.is_some(), "{font:?}");
        let file = font.found.as_ref().and_then(|found| found.file.file_name()?.to_str()).unwrap();
        assert!(font.files.iter().any(|known| known == file), "{file}: {font:?}");
    }
    let bold = &fonts.roles()[0].chain.last().unwrap().found;
    assert!(bold.as_ref().unwrap().file.ends_with("NotoSerifSC-Bold.ttf"));
}

#[test]
fn characters_are_told_from_roles_that_lack_them() {
    let fonts = Fonts::load(&Templates::built_in(), &search()).unwrap();
    assert!(fonts.roles_lacking('玥').is_empty());
    assert!(fonts.roles_lacking('𠮷').contains(&"宋体"));
    assert_eq!(fonts.roles_lacking('\u{1f642}').len(), 6);
}

#[test]
fn a_missing_family_names_role_file_and_folders() {
    let empty = tempfile::tempdir().unwrap();
    let search = FontSearch { user: Vec::new(), bundled: vec![empty.path().to_owned()] };
    let shown = Fonts::load(&Templates::built_in(), &search).err().unwrap().to_string();
    for part in ["Liberation Serif", "小标宋", "LiberationSerif-Regular.ttf", &empty.path().display().to_string()] {
        assert!(shown.contains(part), "{shown}");
    }
}

#[test]
fn the_report_tells_what_is_missing_instead_of_refusing() {
    let search = FontSearch { user: Vec::new(), bundled: vec![tempfile::tempdir().unwrap().path().to_owned()] };
    let roles = fonts::report(&Templates::built_in(), &search).unwrap();
    assert_eq!(roles.len(), 6);
    assert!(roles.iter().flat_map(|role| &role.chain).all(|font| font.found.is_none()));
}

#[test]
fn a_broken_font_file_is_an_error() {
    let folder = folder(&[("simsun.TTF", "no font")]);
    let error = Fonts::load(&templates(""), &with_user(folder.path())).err().unwrap();
    assert!(matches!(&error, FontError::Broken { path } if path.ends_with("simsun.TTF")), "{error}");
    let empty = self::folder(&[("empty.otf", "")]);
    assert!(Fonts::load(&templates(""), &with_user(empty.path())).is_err());
}

#[test]
fn a_folder_of_the_user_that_does_not_exist_is_an_error() {
    let error = Fonts::load(&templates(""), &with_user(Path::new("/nowhere/fonts"))).err().unwrap();
    assert!(matches!(error, FontError::Unreadable { .. }), "{error}");
}

#[test]
fn a_preferred_font_goes_first_when_the_user_has_it_and_only_then() {
    let families = |search: &FontSearch| {
        let fonts = Fonts::load(&templates(""), search).unwrap();
        let chain = &fonts.roles()[0].chain;
        chain.iter().filter_map(|font| Some(font.found.as_ref()?.family.clone())).collect::<Vec<_>>()
    };
    // The repository's folder has LXGW WenKai too, but not as the user's.
    assert_eq!(families(&search()), ["Liberation Serif", "FandolFang R"]);
    let user = user_folder("LXGWWenKai-Light.ttf", "licensed.ttf");
    assert_eq!(families(&with_user(user.path())), ["Liberation Serif", "LXGW WenKai", "FandolFang R"]);
}

#[test]
fn a_font_of_the_user_stands_in_for_the_same_one_of_the_program() {
    let user = user_folder("FandolFang-Regular.otf", "mine.otf");
    let fonts = Fonts::load(&templates(""), &with_user(user.path())).unwrap();
    let found = fonts.roles()[0].chain[2].found.as_ref().unwrap();
    assert!(found.of_user && found.file.ends_with("mine.otf"), "{found:?}");
}

#[test]
fn fonts_that_no_role_mentions_do_not_exist_for_templates() {
    let templates = templates(&format!("{SETUP}\n#text(font: \"Noto Sans SC\")[字]"));
    let user = user_folder("NotoSansSC-Medium.ttf", "x.ttf");
    let typesetter = Typesetter::new(Fonts::load(&templates, &with_user(user.path())).unwrap(), templates);
    assert!(matches!(typesetter.typeset_json(b"{}".to_vec()), Err(TypesetError::UnknownFamily(_))));
}

#[test]
fn faults_in_fonts_toml_are_told() {
    for (from, to, told) in [
        ("covers = \"latin\"", "covers = \"latim\"", "latim"),
        ("weight = 400", "wieght = 400", "wieght"),
        ("  { family = \"FandolFang R\" },\n", "", "covers"),
    ] {
        let folder = folder(&[("main.typ", ""), ("fonts.toml", &FONTS.replace(from, to))]);
        let templates = Templates::from_folder(folder.path()).unwrap();
        let shown = Fonts::load(&templates, &search()).err().unwrap().to_string();
        assert!(shown.contains("fonts.toml") && shown.contains(told), "{shown}");
    }
}

#[test]
fn the_folder_beside_the_program_comes_before_the_one_of_a_checkout() {
    let checkout = folder(&[("Cargo.toml", ""), ("target/release/gongkai", "")]);
    let root = fs::canonicalize(checkout.path()).unwrap();
    let folders = FontSearch::beside(&root.join("target/release/gongkai"));
    assert_eq!(folders[..2], [root.join("target/release/fonts"), root.join("fonts")]);
}
