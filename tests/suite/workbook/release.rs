//! The archive that `./dist` builds, unpacked and used where nothing else is.

#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::{Command, Output};

use crate::command_line::Desk;

fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    let said = [&output.stdout[..], &output.stderr[..]].map(String::from_utf8_lossy).concat();
    assert!(output.status.success(), "{command:?}: {said}");
    output
}

#[test]
fn an_officer_can_use_it_without_anything_else() {
    let desk = Desk::new();
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = desk.path("built");
    succeed(
        Command::new("bash")
            .arg(checkout.join("dist"))
            .args(["--executable", env!("CARGO_BIN_EXE_gongkai"), "--into"])
            .arg(&built),
    );
    let names = desk.files("built");
    let [archive, checksum] = &names[..] else { panic!("{names:?}") };
    assert!(archive.ends_with(".tar.gz") && *checksum == format!("{archive}.sha256"), "{names:?}");
    succeed(Command::new("sha256sum").args(["--check", checksum]).current_dir(&built));
    succeed(Command::new("tar").args(["-xzf", archive]).current_dir(&built));
    let root = built.join(archive.strip_suffix(".tar.gz").unwrap());
    succeed(Command::new("sha256sum").args(["--check", "--strict", "--quiet", "SHA256SUMS"]).current_dir(&root));

    // No variable, no home, no search path, no repository above.
    let gongkai = |arguments: &[&str]| {
        let mut command = Command::new(root.join("gongkai"));
        command.env_clear().args(arguments).current_dir(&root);
        succeed(&mut command)
    };
    gongkai(&["init", "本部门"]);
    assert!(root.join("本部门/部门预算公开数据.xlsx").exists());
    gongkai(&["fonts"]);
    gongkai(&["check", "示例/420107-kexie-2023.xlsx"]);
    gongkai(&["render", "示例/420107-kexie-2023.xlsx", "-d", "out"]);
    gongkai(&["render", "示例/310107-shili-fuliyuan-2025.xlsx", "-d", "out", "--templates", "typst-templates"]);
    let pdf = std::fs::read(root.join("out/青山区科学技术协会2023年部门预算公开.pdf")).unwrap();
    desk.run(&["render", checkout.join("data/420107-kexie-2023.json").to_str().unwrap(), "-o", "own.pdf"]).ends_with(0);
    assert!(pdf == std::fs::read(desk.path("own.pdf")).unwrap(), "the archive makes another document");

    let guide = std::fs::read_to_string(root.join("使用说明.txt")).unwrap();
    assert!(guide.starts_with('\u{feff}') && guide.lines().count() > 30 && guide.contains("\r\n"));
    let licences = std::fs::read_to_string(root.join("许可/第三方许可.txt")).unwrap();
    for name in ["typst 0.15", "rust_xlsxwriter", "calamine", "Permission is hereby granted, free of charge"] {
        assert!(licences.contains(name), "{name}");
    }
    assert!(root.join("fonts/licenses").is_dir() && root.join("许可/gongkai-LICENSE.txt").exists());
}
