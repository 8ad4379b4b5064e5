//! The rules of texts together: silent on right files, and safe to mend by.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::{Facts, Outcome, Selection, Spot, facts};
use crate::load::{Document, load, load_file};
use crate::model::ScopeKind;
use crate::pipeline::Pipeline;
use crate::reference::{Catalogue, Region};

/// Rounds after which mending must have come to an end: doubled marks in doubled marks.
const ROUNDS: usize = 8;

fn shipped(name: &str) -> Document {
    load_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.json"))).unwrap()
}

/// Read once: both files are of one region.
static REGION: LazyLock<Arc<Region>> = LazyLock::new(|| {
    let pipeline = Pipeline::new(None, Vec::new()).unwrap();
    pipeline.region(&shipped("420107-kexie-2023"), ScopeKind::Department).unwrap()
});

/// What the rules say that read texts and facts only.
fn judged(document: &Document) -> Outcome {
    let region: &Region = &REGION;
    let catalogue = Catalogue::for_year(document.disclosure.year).unwrap();
    let selection = Selection { select: vec!["GK5".to_owned()], ignore: Vec::new() };
    facts(&Facts::new(&document.disclosure, region, catalogue), &selection)
}

/// The shipped file with these texts in places of several kinds.
fn with_texts(texts: &[String]) -> Result<Document, String> {
    let mut root: Value = serde_json::from_str(shipped("420107-kexie-2023").source.text()).unwrap();
    let text = |index: usize| json!(texts[index % texts.len()]);
    root["reasons"]["total"] = text(0);
    root["projects"][0]["use"] = text(1);
    root["projects"][0]["plan"]["costs"][0]["item"] = text(2);
    root["performance"]["annual_tasks"][0] = text(3);
    root["subjects"]["economic"][0]["name"] = text(0);
    root["agency"]["phone"] = text(2);
    // Less to load in each of many rounds.
    root["performance"]["indicators"] = json!([]);
    root["performance"]["last_year_results"] = json!([]);
    root["projects"].as_array_mut().unwrap().truncate(1);
    let text = serde_json::to_string(&root).unwrap();
    load("a.json", text.as_bytes()).map_err(|faults| format!("{faults:?}"))
}

fn edits(outcome: &Outcome) -> Vec<(crate::model::Pointer, std::ops::Range<usize>, String)> {
    let edits = outcome.findings.iter().flat_map(|finding| &finding.edits);
    edits.map(|edit| (edit.pointer.clone(), edit.characters.clone(), edit.replacement.clone())).collect()
}

/// Mends until nothing changes.
fn mended(mut document: Document) -> Document {
    for _ in 0..ROUNDS {
        let edits = edits(&judged(&document));
        if edits.is_empty() {
            return document;
        }
        let after = document.edited(&edits);
        assert_ne!(after, document.source.text(), "edits that change nothing: {edits:?}");
        document = load("a.json", after.as_bytes()).unwrap();
    }
    panic!("no end: {:?}", edits(&judged(&document)));
}

/// All digits in their order; the width of a digit is no part of its value.
fn digits(document: &Document) -> String {
    let narrow = |character: char| match character {
        '０'..='９' => char::from_u32(u32::from(character) - 0xFEE0),
        _ => character.is_ascii_digit().then_some(character),
    };
    document.source.text().chars().filter_map(narrow).collect()
}

#[test]
fn the_shipped_files_are_clean() {
    for name in ["420107-kexie-2023", "420107-shili-2024"] {
        let outcome = judged(&shipped(name));
        assert!(outcome.findings.is_empty(), "{name}: {:#?}", outcome.findings);
    }
}

#[test]
fn what_can_be_mended_is_mended_and_facts_stay() {
    let texts = [
        "主要是 其它人员转退休,帐户清理(青山)。。",
        "主要用于：公务车用车更新，，占１００％；",
        "其它、",
        "组织开展其它活动、。",
    ];
    let before = with_texts(&texts.map(str::to_owned)).unwrap();
    let after = mended(with_texts(&texts.map(str::to_owned)).unwrap());
    assert_eq!(after.disclosure.reasons["total"], "其他人员转退休，账户清理（青山）");
    assert_eq!(after.disclosure.projects[0].purpose, "公务用车更新，占100%");
    assert_eq!(after.disclosure.projects[0].plan.as_ref().unwrap().costs[0].item, "其他");
    assert_eq!(after.disclosure.performance.as_ref().unwrap().annual_tasks[0], "组织开展其他活动。");
    assert_eq!(digits(&before), digits(&after));
}

#[test]
fn a_text_is_not_mended_away() {
    for texts in [["甲", "甲", " ，", "甲"], ["主要是。", "甲", "甲", "甲"], ["甲", "主要用于 ；", "甲", "甲"]]
    {
        let document = with_texts(&texts.map(str::to_owned)).unwrap();
        assert!(!judged(&document).findings.is_empty(), "{texts:?}");
        mended(document);
    }
}

/// Pieces of right and wrong texts.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "甲",
        "其它",
        "，",
        "。",
        "、",
        "；",
        "：",
        ",",
        ";",
        ":",
        "(",
        ")",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        " ",
        "\u{3000}",
        "１２",
        "Ａ",
        "％",
        "%",
        "%%",
        "万",
        "万元",
        "元",
        "2023年",
        "2024年",
        "比",
        "X",
        "XX",
        "×",
        "__",
        "{",
        "}",
        "某某",
        "主要是",
        "主要原因是",
        "主要用于",
        "帐户",
        "公务车用车",
        "和",
        "二是",
        "本部门",
        "本单位",
        "1",
        "3.5",
        "138",
        "0000",
        "1234",
        "-",
        "经费",
        "占",
        "𠮷",
        "\"",
        "\\",
        "无",
        ".",
        "?",
        "!",
    ]);
    prop::collection::vec(pieces, 1..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_judged_within_its_characters_and_mended_to_an_end(texts in prop::collection::vec(text(), 4)) {
        // A text of nothing but spaces does not load.
        let Ok(document) = with_texts(&texts) else { return Ok(()) };
        for finding in judged(&document).findings {
            if let Spot::Within(pointer, range) = &finding.spot {
                prop_assert!(document.has(pointer) && range.start < range.end, "{:?}", finding);
                let place = document.place_within(pointer, range.clone());
                let shown = &document.source.text()[place.range];
                prop_assert!(!shown.starts_with('"') || range.len() == shown.chars().count(), "{:?}", finding);
            }
        }
        let before = digits(&document);
        prop_assert_eq!(before, digits(&mended(document)));
    }
}

/// Sentences as published budgets have them, with what might look wrong in them.
const ORDINARY: &[&str] = &[
    "贯彻落实《武汉市国民经济和社会发展第十四个五年规划和2035年远景目标纲要》（武政〔2021〕5号），推进“放管服”改革。",
    "1）完成12345热线工单办理；2）开展“双随机、一公开”检查；（3）公开率达100%。",
    "一是保障24×7小时值班；二是更新A4纸、5G专网、PM2.5监测设备；三是落实GB/T 9704—2012。",
    "按照1:2的比例配套，8:30开始，7月—9月（汛期）每周巡查2次，空气优良率≥85%，较上年提高1.5个百分点。",
    "单价50万元以上的通用设备2台，500万元以下的工程由本级实施，人均补助标准为1200元/年。",
    "承办上级交办的其他事项，指导各部门结算往来款项，登记帐篷等救灾物资，组织讲座落成后的公布署名工作。",
    "公务接待定点管理，等待定案的历史遗留问题按程序办理，某些项目、某种情形可以调整。",
    "完成“十四五”规划中期评估，到2025年覆盖率达到95%，力争2024年底前基本建成，自2020年起连续实施。",
    "网站www.qingshan.gov.cn、邮箱a_b@qs.gov.cn、热线400-123-4567，办公电话027-68860000转801。",
    "促进社会和谐，做好科学普及、服务群众和民生保障，以高质量党建引领各项工作向上向好。",
    "覆盖人口12万，经费惠及3万户，参观人数达3万，服务面积1.5万平方米，补助资金发放人次2万。",
    "执行《财政部关于印发〈预算绩效管理办法〉的通知》等文件，含“三公”经费‘只减不增’的要求……做到应保尽保。",
    "项目编号JX2024-001，合同编号110105194912310021，规划用地红线外5米×3米，采用C30混凝土、DN300管。",
];

#[test]
fn ordinary_sentences_are_not_suspected() {
    for sentence in ORDINARY {
        let mut root: Value = serde_json::from_str(shipped("420107-shili-2024").source.text()).unwrap();
        root["duties"][0] = json!(sentence);
        root["performance"]["annual_tasks"][0] = json!(sentence);
        root["performance"]["annual_goal"] = json!(sentence);
        root["projects"][0]["plan"]["implementation"] = json!(sentence);
        root["reasons"]["total"] = json!(sentence.trim_end_matches('。'));
        let document = load("a.json", serde_json::to_string(&root).unwrap().as_bytes()).unwrap();
        let found = judged(&document).findings;
        assert!(found.is_empty(), "{sentence}: {found:#?}");
    }
}
