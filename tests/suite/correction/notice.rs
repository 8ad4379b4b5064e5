//! 更正说明: what it says, that it conforms, and that it is made of the data alone.

use lopdf::Object;
use serde_json::{Value, json};

use super::{CORRECT, DOCUMENT, NOTICE, bytes, corrected, corrected_shili, desk, read};
use crate::command_line::Desk;
use crate::common::conformance::{PROFILES, broken};
use crate::common::disclosures::{kexie, load, pipeline, shili};
use crate::common::pdf::{Pdf, bare};
use crate::common::tags::tree;

fn said(pdf: &Pdf) -> String {
    bare(&pdf.pages.iter().map(|page| page.text.as_str()).collect::<String>())
}

/// The files attached to a PDF.
fn attached(pdf: &Pdf) -> Vec<Vec<u8>> {
    let streams = pdf.document.objects.values().filter_map(|object| object.as_stream().ok());
    let files =
        streams.filter(|stream| stream.dict.get(b"Type").and_then(Object::as_name).ok() == Some(b"EmbeddedFile"));
    files.map(|stream| stream.get_plain_content().unwrap()).collect()
}

#[test]
fn the_notice_says_what_was_corrected_why_and_where() {
    let desk = desk(&corrected());
    let run = desk.run(CORRECT);
    run.ends_with(0);
    assert_eq!(desk.files("out"), [DOCUMENT, NOTICE]);
    assert!(
        run.out.contains(&format!("已生成 out/{DOCUMENT}（31 页）\n已生成更正说明 out/{NOTICE}（2 页）")),
        "{}",
        run.out
    );
    let said = said(&read(&desk, NOTICE));
    for words in [
        "青山区科学技术协会于2023年2月10日公开的《青山区科学技术协会2023年部门预算公开》，因编报时主题科普活动承办费少计一场，部分内容有误，现予更正。",
        "涉及的表格：表1、表2、表3、表4、表5、表9、表13、表14。",
        "第一部分“三、部门人员构成”；第三部分“一、部门收支预算总体安排情况”",
        "共更正数字77处",
        "青山区科学技术协会2023年3月6日",
        "13人4人+1人第一部分三在职实有人数、事业编制、参照公务员法管理",
        "1,631,798.38元1,637,798.38元+6,000.00元表1六、科学技术支出；表3206科学技术支出、20601科学技术管理事务（合计）；",
        "1,928,299.36元192.83万元1,934,299.36元193.43万元+6,000.00元+0.6万元表1一、一般公共预算拨款收入、本年收入合计",
        "第三部分一2023年部门收支总预算；第三部分二2023年部门收入预算、一般公共预算；",
        "63.73万元63.13万元-0.6万元第三部分一比2022年调整预算减少；第三部分五比2022年调整预算减少了",
        "24.84%24.61%-0.23个百分点",
        "120,000.00元126,000.00元+6,000.00元表14科普经费（青山区）成本测算主题科普活动承办",
        "20场×6000元21场×6000元—表14科普经费（青山区）成本测算主题科普活动承办依据",
    ] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
    // The header of the table, repeated on its second page.
    assert_eq!(said.matches("序号更正前更正后差额所在位置").count(), 2, "{said}");
}

#[test]
fn the_notice_is_archival_accessible_and_attaches_its_own_view_alone() {
    let desk = desk(&corrected());
    desk.run(CORRECT).ends_with(0);
    let notice = bytes(&desk, NOTICE);
    for profile in PROFILES {
        assert_eq!(broken(&notice, profile), [""; 0]);
    }
    let pdf = Pdf::read(&notice);
    let [view] = <[Vec<u8>; 1]>::try_from(attached(&pdf)).unwrap();
    let view: Value = serde_json::from_slice(&view).unwrap();
    assert_eq!(view["format"], "gongkai-notice/1");
    assert_eq!(view["corrected_on"], json!({ "year": 2023, "month": 3, "day": 6 }));
    let information = pdf.dictionary(&pdf.document.trailer, "Info");
    let date = pdf.member(information, "CreationDate").unwrap().as_str().unwrap();
    assert_eq!(String::from_utf8_lossy(date), "D:20230306000000+08'00");
    let tree = tree(&pdf);
    let headers = tree.with_role("TH");
    assert!(headers.iter().any(|cell| cell.scope.as_deref() == Some("Row") && cell.text == "2"));
}

#[test]
fn a_published_pdf_tells_the_same_as_the_data_behind_it_and_bytes_never_vary() {
    let desk = desk(&corrected());
    desk.run(CORRECT).ends_with(0);
    let first = bytes(&desk, NOTICE);
    desk.run(&["render", "old.json", "-o", "old.pdf"]).ends_with(0);
    desk.run(&["render", "new.json", "--correcting", "old.pdf", "-d", "again"]).ends_with(0);
    assert!(std::fs::read(desk.path(&format!("again/{NOTICE}"))).unwrap() == first);
    // The document is the one that is made without a notice.
    desk.run(&["render", "new.json", "-o", "plain.pdf"]).ends_with(0);
    assert!(std::fs::read(desk.path("plain.pdf")).unwrap() == bytes(&desk, DOCUMENT));
}

#[test]
fn a_figure_at_the_head_of_a_page_is_named_by_the_words_before_it() {
    let (old, new) = (load(&shili()), load(&corrected_shili()));
    let (old_report, report) = (pipeline().report(&old, None).unwrap(), pipeline().report(&new, None).unwrap());
    let layout = pipeline().typeset(&report).unwrap().layout;
    let correction = pipeline().correction(&new, &old_report, &report, &layout).unwrap();
    let notice = pipeline().notice_pdf(&correction).unwrap();
    assert_eq!(notice.warnings, [""; 0]);
    let pdf = Pdf::read(&notice.bytes);
    assert_eq!(pdf.pages.len(), notice.pages);
    let said = said(&pdf);
    for words in [
        // The sentence begins on the page before.
        "1,921,650.00元192.17万元1,931,650.00元193.17万元+10,000.00元+1万元表9合计（本年拨款·一般公共预算）；第三部分十（五）涉及一般公共预算本年财政拨款",
        "37人38人+1人第一部分三离退休人员",
        "59.65万元606,450.00元60.65万元+10,000.00元+1万元表32080202一般行政管理事务（合计、项目支出）；",
    ] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
    for profile in PROFILES {
        assert_eq!(broken(&notice.bytes, profile), [""; 0]);
    }
}

#[test]
fn the_data_are_attached_to_a_corrected_document_where_that_is_wanted() {
    let desk = desk(&corrected());
    let run = desk.run(&[CORRECT, &["--attach", "facts"]].concat());
    run.ends_with(0).faults(&["警告：附上的预算数据将随文本公开"]);
    desk.run(&["extract", &format!("out/{DOCUMENT}"), "--facts", "-o", "facts.json"]).ends_with(0);
    let facts: Value = serde_json::from_slice(&std::fs::read(desk.path("facts.json")).unwrap()).unwrap();
    assert_eq!(facts["correction"]["date"], "2023-03-06");
    // The notice carries its view and nothing else.
    assert_eq!(attached(&read(&desk, NOTICE)).len(), 1);
}

#[test]
fn what_is_added_and_removed_is_told() {
    let old = kexie();
    let mut new = corrected();
    new["duties"].as_array_mut().unwrap().pop();
    new["lines"].as_array_mut().unwrap().push(json!({ "function": "2060102", "economic": "30204",
        "fund": "general_public_budget", "nature": "public", "amount": "100.00" }));
    new["approval"]["totals"]["general_public_budget"] = json!("1934399.36");
    let (old, new) = (load(&old), load(&new));
    let (old_report, report) = (pipeline().report(&old, None).unwrap(), pipeline().report(&new, None).unwrap());
    let layout = pipeline().typeset(&report).unwrap().layout;
    let correction = pipeline().correction(&new, &old_report, &report, &layout).unwrap();
    let said = said(&Pdf::read(&pipeline().notice_pdf(&correction).unwrap().bytes));
    assert!(said.contains("增加此行表630204手续费") && said.contains("—100.00元+100.00元"), "{said}");
    assert!(said.contains("删去的文字第一部分一“承办上级机关交办的有关事项。”"), "{said}");
    // Sections stand in the order of the document, those with texts among them.
    assert!(said.contains("第一部分“一、部门主要职能”“三、部门人员构成”；"), "{said}");
}

#[test]
fn a_unit_s_document_is_corrected_by_itself() {
    let mut new = shili();
    new["correction"] = json!({ "date": "2024-03-06", "reason": "在职人数录入有误" });
    let staffing = &mut new["units"][1]["staffing"];
    let kind = ["administrative", "institutional"].into_iter().find(|kind| staffing["in_service"][*kind] != json!(0));
    let count = &mut staffing["in_service"][kind.unwrap()];
    *count = json!(count.as_u64().unwrap() - 1);
    staffing["in_service"]["institutional_civil_service_like"] = json!(0);
    let code = new["units"][1]["code"].as_str().unwrap().to_owned();
    let desk = Desk::new();
    desk.put_data("old.json", &shili()).put_data("new.json", &new);
    desk.run(&["render", "old.json", "--unit", &code, "-o", "old.pdf"]).ends_with(0);
    // The PDF says which of the data's documents it is.
    desk.run(&["render", "new.json", "--correcting", "old.pdf", "-d", "pdf"]).ends_with(0);
    desk.run(&["render", "new.json", "--correcting", "old.json", "--unit", &code, "-d", "data"]).ends_with(0);
    let names = desk.files("pdf");
    assert!(
        names[0].ends_with("2024年单位预算公开.pdf") && names[1].ends_with("2024年单位预算公开更正说明.pdf"),
        "{names:?}"
    );
    assert_eq!(names, desk.files("data"));
}
