//! `gongkai init`, `import`, `export`, and workbooks wherever data files are taken.

use gongkai::published::Published;

use super::made::{Typed, column, filled};
use crate::command_line::Desk;
use crate::common::disclosures::kexie;

const BOOK: &str = "部门预算公开数据.xlsx";

fn put(desk: &Desk, name: &str, bytes: &[u8]) {
    gongkai::write::Writer::new().write(&desk.path(name), bytes).unwrap();
}

#[test]
fn a_new_folder_has_the_workbook_and_what_to_do_with_it() {
    let desk = Desk::new();
    desk.run(&["init", "区科协", "--region", "420107-qingshan", "--year", "2023"]).ends_with(0);
    assert_eq!(desk.files("区科协"), ["填写说明.txt", BOOK]);
    let guide = std::fs::read_to_string(desk.path("区科协/填写说明.txt")).unwrap();
    assert!(guide.starts_with('\u{feff}') && guide.contains("武汉市青山区") && guide.contains("\r\n"));
    // Nothing of a person's is lost.
    let again = desk.run(&["init", "区科协", "--region", "420107-qingshan", "--year", "2023"]);
    again.ends_with(2).faults(&["已经存在，没有改动"]);
    desk.run(&["init", "x", "--region", "nowhere", "--year", "2023"]).ends_with(2).faults(&["310107-putuo"]);
    // It is not filled in yet, which is told by sheets and cells.
    let run = desk.run(&["check", "区科协/部门预算公开数据.xlsx", "--format", "short"]);
    run.ends_with(1);
    assert!(run.out.contains("预算单位") || run.out.contains("缺少"), "{}", run.out);
}

#[test]
fn a_workbook_gives_the_pages_that_its_json_gives() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    put(&desk, "b.xlsx", &filled(&kexie()));
    desk.run(&["render", "a.json", "-o", "a.pdf", "-q"]).ends_with(0);
    desk.run(&["render", "b.xlsx", "-o", "b.pdf", "-q"]).ends_with(0);
    let texts = |name: &str| {
        let bytes = std::fs::read(desk.path(name)).unwrap();
        Published::open(&bytes).unwrap().page_texts().unwrap()
    };
    assert_eq!(texts("a.pdf"), texts("b.pdf"));
    assert_eq!(std::fs::read(desk.path("a.pdf")).unwrap(), std::fs::read(desk.path("b.pdf")).unwrap());
}

#[test]
fn import_and_export_are_each_other_s_way_back() {
    let desk = Desk::new();
    desk.put_data("a.json", &kexie());
    desk.run(&["export", "a.json", "--workbook"]).ends_with(0);
    desk.run(&["import", "a.xlsx", "-o", "b.json"]).ends_with(0);
    let read = |name: &str| gongkai::load::load_file(&desk.path(name)).unwrap().disclosure;
    assert_eq!(read("a.json"), read("b.json"));
    // Once in that form, the text is the same as well.
    desk.run(&["export", "b.json", "--workbook"]).ends_with(0);
    desk.run(&["import", "b.xlsx", "-o", "c.json"]).ends_with(0);
    let text = |name: &str| std::fs::read_to_string(desk.path(name)).unwrap();
    assert_eq!(text("b.json"), text("c.json"));
    desk.run(&["diff", "a.json", "a.xlsx", "--no-layout"]).ends_with(0);
}

#[test]
fn findings_point_at_cells() {
    let desk = Desk::new();
    let amount = column("基本支出明细", "金额（元）");
    put(&desk, "a.xlsx", &Typed::right().with("基本支出明细", 3, amount, super::made::Cell::Text("壹万")).bytes());
    let run = desk.run(&["render", "a.xlsx"]);
    run.ends_with(1).faults(&["错误[GK016]", "┌─ a.xlsx 基本支出明细!F3", "\"壹万\"", "提示："]);
    let run = desk.run(&["check", "a.xlsx", "--format", "short"]);
    assert!(run.out.contains("a.xlsx:基本支出明细!F3: 错误[GK016]"), "{}", run.out);
    let run = desk.run(&["check", "a.xlsx", "--format", "json"]);
    assert!(
        run.out.contains("\"cell\": \"基本支出明细!F3\"") || run.out.contains("\"cell\":\"基本支出明细!F3\""),
        "{}",
        run.out
    );
    // Findings of rules too.
    let mut data = kexie();
    data["approval"]["totals"]["general_public_budget"] = "1.00".into();
    put(&desk, "b.xlsx", &filled(&data));
    let run = desk.run(&["check", "b.xlsx", "--format", "short"]);
    assert!(run.out.contains("b.xlsx:批复总额!C3"), "{}", run.out);
}

#[test]
fn a_folder_takes_workbooks_and_leaves_other_ones_alone() {
    let desk = Desk::new();
    put(&desk, "data/a.xlsx", &filled(&kexie()));
    put(&desk, "data/~$a.xlsx", b"lock");
    let mut other = rust_xlsxwriter::Workbook::new();
    other.add_worksheet().write_string(0, 0, "别的表格").unwrap();
    put(&desk, "data/other.xlsx", &other.save_to_buffer().unwrap());
    desk.run(&["render", "data", "-d", "out", "-q"]).ends_with(0);
    assert_eq!(desk.files("out").len(), 1);
}

#[test]
fn a_workbook_is_not_mended_by_itself() {
    let desk = Desk::new();
    let mut data = kexie();
    data["duties"][0] = "开展其它科普工作。。".into();
    let bytes = filled(&data);
    put(&desk, "a.xlsx", &bytes);
    let run = desk.run(&["check", "a.xlsx", "--fix", "--no-layout"]);
    assert!(run.err.contains("工作簿不自动改正"), "{}", run.err);
    assert_eq!(std::fs::read(desk.path("a.xlsx")).unwrap(), bytes);
}
