use super::*;

#[test]
fn the_built_in_templates_hold_fonts_and_regions() {
    let templates = Templates::built_in();
    assert!(templates.file(Templates::FONTS).is_some());
    assert!(templates.file("regions/420107-qingshan/region.toml").is_some());
}

#[test]
fn a_folder_is_read_whole_with_its_subfolders() {
    let folder = folder(&[("main.typ", ""), ("fonts.toml", FONTS), ("a/b.typ", "x"), (".git/x", "")]);
    let templates = Templates::from_folder(folder.path()).unwrap();
    assert_eq!(templates.files().map(|(path, _)| path).collect::<Vec<_>>(), ["a/b.typ", "fonts.toml", "main.typ"]);
}

#[test]
fn a_folder_without_an_entry_is_refused_before_it_is_read() {
    let folder = folder(&[("x.typ", "")]);
    let error = Templates::from_folder(folder.path()).unwrap_err();
    assert!(matches!(error, TemplatesError::Missing { file: "main.typ", .. }), "{error}");
    assert!(Templates::from_folder(Path::new("/nowhere")).is_err());
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let folder = folder(&[("main.typ", ""), ("fonts.toml", FONTS)]);
    std::os::unix::fs::symlink("main.typ", folder.path().join("within.typ")).unwrap();
    assert!(Templates::from_folder(folder.path()).is_ok());
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("x.typ")).unwrap();
    let error = Templates::from_folder(folder.path()).unwrap_err();
    assert!(matches!(error, TemplatesError::LeadsOutside { .. }), "{error}");
}
