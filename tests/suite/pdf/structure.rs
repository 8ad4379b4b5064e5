//! The headings that a screen reader announces.

use crate::common::documents::{examples, kexie};
use crate::common::pages::{printed_number, running_line};
use crate::common::tags::{Element, tree};

/// Level and text of every heading.
fn headings(tree: &Element) -> Vec<(u32, &str)> {
    tree.all().iter().filter_map(|element| Some((element.level()?, element.text.as_str()))).collect()
}

#[test]
fn headings_are_those_of_the_published_document_in_its_order() {
    let tree = tree(&kexie().pdf);
    let expected = [
        (1, "目录"),
        (1, "第一部分区科协概况"),
        (2, "一、部门主要职能"),
        (2, "二、部门预算单位构成"),
        (2, "三、部门人员构成"),
        (1, "第二部分区科协2023年部门预算表"),
        (2, "表1附表4-1收支总表"),
        (2, "表2附表4-2收入总表"),
        (2, "表3附表4-3支出总表"),
        (2, "表4附表4-4财政拨款收支总表"),
        (2, "表5附表4-5一般公共预算支出表"),
        (2, "表6附表4-6一般公共预算基本支出表"),
        (2, "表7附表4-7一般公共预算“三公”经费支出表"),
        (2, "表8附表4-8政府性基金预算支出表"),
        (2, "表9附表4-9项目支出表"),
        (2, "表10附表4-10政府采购预算表"),
        (2, "表11附表4-11政府购买服务预算表"),
        (2, "表12附表4-12资产配置预算表"),
        (2, "表13整体支出绩效目标表"),
        (2, "表14项目支出绩效目标表"),
        (3, "（一）科普经费（青山区）"),
        (3, "（二）科普经费（化工区）"),
        (1, "第三部分区科协2023年部门预算情况说明"),
        (2, "一、部门收支预算总体安排情况"),
        (2, "二、部门收入预算安排情况"),
        (2, "三、部门支出预算安排情况"),
        (2, "四、财政拨款收支预算总体情况"),
        (2, "五、一般公共预算支出安排情况"),
        (2, "六、一般公共预算基本支出安排情况"),
        (2, "七、一般公共预算“三公”经费支出安排情况"),
        (2, "八、政府性基金预算支出安排情况"),
        (2, "九、其他重要事项的情况说明"),
        (3, "（一）机关运行经费情况"),
        (3, "（二）政府采购预算情况"),
        (3, "（三）政府购买服务预算情况"),
        (3, "（四）国有资产占有使用情况"),
        (3, "（五）绩效目标设置情况"),
        (1, "第四部分名词解释"),
    ];
    assert_eq!(headings(&tree), expected);
}

#[test]
fn four_parts_follow_the_contents_and_no_level_is_skipped() {
    for (name, rendered) in examples() {
        let tree = tree(&rendered.pdf);
        let headings = headings(&tree);
        let parts: Vec<_> = headings.iter().filter(|(level, _)| *level == 1).map(|(_, text)| *text).collect();
        assert_eq!(parts.len(), 5, "{name}: {parts:?}");
        for (part, begins) in parts.iter().zip(["目录", "第一部分", "第二部分", "第三部分", "第四部分"])
        {
            assert!(part.starts_with(begins), "{name}: {part}");
        }
        for pair in headings.windows(2) {
            assert!(pair[1].0 <= pair[0].0 + 1, "{name}: {pair:?}");
        }
    }
}

/// Header of the list of goals.
const GOALS: &str = "序号绩效目标";

#[test]
fn nothing_but_furniture_is_an_artifact() {
    for (name, rendered) in examples() {
        let tree = tree(&rendered.pdf);
        for (index, page) in rendered.pdf.pages.iter().enumerate() {
            let marked: usize = page.marked.values().map(|text| text.chars().count()).sum();
            let artifacts = page.text.chars().count() - marked;
            // Leaders of the contents, repeated headers, 续表 lines and page numbers.
            let layout = rendered.sheet(index);
            let furniture = printed_number(layout).map_or(0, |number| number.len() + 4);
            let continued = !running_line(layout).is_empty();
            let contents = page.text.contains("....");
            // The list of goals stands within the text, so it repeats its header without a 续表 line.
            let goals = if page.text.starts_with(GOALS) { GOALS.chars().count() } else { 0 };
            assert!(continued || contents || artifacts <= furniture + goals, "{name}, page {}: {artifacts}", index + 1);
        }
        assert!(!tree.text.contains("续表"), "{name}");
    }
}
