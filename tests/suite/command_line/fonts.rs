//! `gongkai fonts`, and documents without their fonts.

use std::fs;

use super::{Desk, Run, checkout};
use crate::common::disclosures::kexie;

/// The program in a folder of its own, beside the fonts without one of them.
fn unpacked_without(missing: &str) -> Desk {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let program = folder.path().join("program").join(format!("gongkai{}", std::env::consts::EXE_SUFFIX));
    let fonts = folder.path().join("program/fonts");
    fs::create_dir_all(&fonts).unwrap();
    // The same file system, as a rule, and the program is large.
    if fs::hard_link(env!("CARGO_BIN_EXE_gongkai"), &program).is_err() {
        fs::copy(env!("CARGO_BIN_EXE_gongkai"), &program).unwrap();
    }
    for entry in fs::read_dir(checkout("fonts")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_file() && name != missing && fs::hard_link(&path, fonts.join(name)).is_err() {
            fs::copy(&path, fonts.join(name)).unwrap();
        }
    }
    Desk { folder, program }
}

#[test]
fn every_role_is_listed_with_family_file_and_licence() {
    let run = Desk::new().run(&["fonts"]);
    run.ends_with(0);
    for role in ["小标宋", "黑体", "楷体", "仿宋", "宋体"] {
        assert!(run.out.lines().any(|line| line.starts_with(role)), "{role} in {}", run.out);
    }
    for part in ["Noto Serif SC", "FandolFang-Regular.otf", "GPL", "OFL", "LXGW", "Liberation Serif"] {
        assert!(run.out.contains(part), "{part} in {}", run.out);
    }
    assert!(!run.out.contains("[缺少]"));
}

#[test]
fn without_a_font_nothing_is_written_and_the_family_is_named() {
    let desk = unpacked_without("FandolFang-Regular.otf");
    let run = desk.put_data("a.json", &kexie()).run(&["render", "a.json"]);
    run.ends_with(2).faults(&["缺少字体 FandolFang R", "仿宋", "FandolFang-Regular.otf", "--font-path"]);
    assert_eq!(desk.files("out"), [""; 0]);
    let run = desk.run(&["fonts"]);
    run.ends_with(1).faults(&["缺少 ", "--font-path"]);
    assert!(run.out.contains("[缺少] FandolFang R"), "{}", run.out);
}

#[test]
fn the_missing_font_may_lie_in_a_folder_of_the_user_s() {
    let desk = unpacked_without("FandolFang-Regular.otf");
    let fonts = checkout("fonts");
    let path = fonts.to_str().unwrap();
    desk.run(&["fonts", "--font-path", path]).ends_with(0);
    Run::of(desk.command(&["fonts"]).env("GONGKAI_FONTS", path)).ends_with(0);
    desk.run(&["fonts", "--font-path", "gone"]).ends_with(2).faults(&["gone"]);
}
