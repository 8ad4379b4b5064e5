//! Pictures of the pages.

use std::fs;

use super::Desk;
use crate::common::disclosures::{kexie, load, pipeline};

fn pages() -> usize {
    let document = load(&kexie());
    let report = pipeline().report(&document, None).unwrap();
    pipeline().typeset(&report).unwrap().layout.pages.len()
}

#[test]
fn png_and_svg_give_a_file_a_page() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    for (format, start) in [("png", &b"\x89PNG"[..]), ("svg", b"<svg")] {
        let run = desk.run(&["render", "a.json", "--format", format, "--ppi", "20", "-d", format]);
        run.ends_with(0);
        let names = desk.files(format);
        assert_eq!(names.len(), pages(), "{format}");
        assert_eq!(names[0], format!("青山区科学技术协会2023年部门预算公开-01.{format}"));
        for name in &names {
            assert!(fs::read(desk.path(format).join(name)).unwrap().starts_with(start), "{name}");
        }
    }
}

#[test]
fn the_resolution_has_bounds() {
    for ppi in ["9", "601", "x"] {
        Desk::new().run(&["render", "a.json", "--format", "png", "--ppi", ppi]).ends_with(2).faults(&[ppi]);
    }
}
