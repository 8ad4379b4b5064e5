//! The published budget of 2023 that the program was built after.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::common::documents::{kexie, repository};
use crate::common::pages::printed_number;
use crate::common::pdf::bare;

/// Length of the runs in which the two texts must agree, as in `../shared/tools/source-coverage`.
const RUN: usize = 8;
const SHARE_NEEDED: f64 = 0.98;

/// One form of each bracket, quote and dash; no white space.
fn normalised(text: &str) -> Vec<char> {
    let folded = text.nfkc().map(|character| match character {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '—' | '–' => '-',
        '·' | '•' => '.',
        other => other,
    });
    folded.filter(|character| !character.is_whitespace()).collect()
}

/// The text of the PDF without page numbers.
fn printed() -> String {
    let rendered = kexie();
    let pages = rendered.pdf.pages.iter().zip(rendered.sheets());
    let without_number = |(read, page): (&crate::common::pdf::PageText, _)| {
        let number = printed_number(page).map(|number| format!("—{number}—")).unwrap_or_default();
        bare(&read.text).replacen(&number, "", 1)
    };
    pages.map(without_number).collect()
}

/// Which characters of the source lie in a run that the print has too.
fn found(source: &[char], print: &[char]) -> Vec<bool> {
    let runs: BTreeSet<&[char]> = print.windows(RUN).collect();
    let mut found = vec![false; source.len()];
    for (start, run) in source.windows(RUN).enumerate() {
        if runs.contains(run) {
            found[start..start + RUN].fill(true);
        }
    }
    found
}

#[test]
fn the_text_of_the_source_document_is_printed() {
    let Ok(source) = std::fs::read_to_string(repository("../shared/source/source-document.txt")) else {
        println!("skipped: ../shared is not here");
        return;
    };
    let (source, print) = (normalised(&source), normalised(&printed()));
    let found = found(&source, &print);
    let missing: String =
        source.iter().zip(&found).map(|(character, found)| if *found { ' ' } else { *character }).collect();
    let share = f64::from(u32::try_from(found.iter().filter(|found| **found).count()).unwrap())
        / f64::from(u32::try_from(source.len()).unwrap());
    println!("{share:.4} of the source's {} characters", source.len());
    let missing = missing.split_whitespace().collect::<Vec<_>>().join(" | ");
    assert!(share >= SHARE_NEEDED, "{share:.4}; missing: {missing}");
}

#[test]
fn a_text_that_lacks_a_sentence_is_noticed() {
    let source = normalised(SENTENCES.concat().as_str());
    let print = normalised(&printed().replace("138.83", "138.84"));
    assert!(found(&source, &print).contains(&false));
}

/// Every sentence of the source that holds a figure, in the source's words.
const SENTENCES: [&str; 20] = [
    "2023年部门收支总预算192.83万元。比2022年调整预算减少63.73万元，减少24.84%，主要是一名在职人员转退休。",
    "2023年部门收入预算192.83万元，其中：一般公共预算192.83万元，占100%。",
    "2023年部门支出预算192.83万元，其中：基本支出138.83万元，占72%；项目支出54万元，占28%。",
    "2023年财政拨款收支总预算192.83万元。收入包括：一般公共预算财政拨款本年收入192.83万元。",
    "支出包括：基本支出138.83万元，项目支出54万元。",
    "2023年一般公共预算支出预算192.83万元，比2022年调整预算减少了63.73万元，减少24.84%，主要是一名在职人员转退休。",
    "（一）基本支出138.83万元，主要用于人员经费、公用经费。",
    "（二）项目支出54万元。其中：",
    "一般行政管理事务54万元，主要用于：",
    "1.科普经费（青山区）33.2万元，主要用于：用于科普活动、科普宣传、服务企业科技创新、服务科技工作者等，营造科学普及的良好氛围。",
    "2.科普经费（化工区）20.8万元，主要用于：《科普青山》公众号推广、运营、维护；为全区科普工作者、科普爱好者征订《武汉科技报》；线上系列科普活动。",
    "2023年一般公共预算基本支出138.83万元。其中：",
    "（一）人员经费128.47万元。包括：",
    "工资福利支出93.54万元，主要用于：在职人员基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费、职工基本医疗保险缴费、公务员医疗补助、其他社会保障缴费、住房公积金、其他工资福利支出等。",
    "对个人和家庭的补助34.93万元，主要用于：退休费、医疗费补助、其他对个人和家庭补助支出等。",
    "（二）公用经费10.36万元。主要用于：办公费、印刷费、邮电费、差旅费、维修（护）费、培训费、劳务费、委托业务费、工会经费、福利费、其他交通费用、其他商品和服务支出等。",
    "2023年部门本级机关参照公务员法管理事业单位的机关运行经费10.36万元。",
    "2023年政府采购预算支出预算数合计0.32万元。包括：货物类0.32万元。",
    "2023年部门项目绩效目标实现全覆盖，涉及一般公共预算本年财政拨款192.83万元，无政府性基金预算本年财政拨款。",
    "区科协总编制人数5人，其中：事业编制5人（其中：参照公务员法管理5人）。在职实有人数3人，其中：事业编制3人（其中：参照公务员法管理3人）。",
];

#[test]
fn every_figure_of_the_source_stands_in_its_sentence() {
    let print: String = normalised(&printed()).into_iter().collect();
    for sentence in SENTENCES {
        let sentence: String = normalised(sentence).into_iter().collect();
        assert!(print.contains(&sentence), "not printed: {sentence}");
    }
}
