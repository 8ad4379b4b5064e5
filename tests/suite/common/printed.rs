//! The text of a document as a reader meets it: white space dropped, running heads and page numbers left out.

use std::collections::BTreeMap;

use gongkai::typeset::layout::{Layout, Page};

/// 37 mm and 35 mm: 天头 and 地脚 of an upright page.
const HEAD: f64 = 104.8;
const FOOT: f64 = 99.2;
/// 27 mm: both of a sheet turned sideways.
const TURNED: f64 = 76.5;

/// 第三部分, its headings without number; 国有资本经营 only where there is any.
const SECTIONS: &[&[&str]] = &[
    &["部门收支预算总体安排情况", "单位收支预算总体安排情况"],
    &["部门收入预算安排情况", "单位收入预算安排情况"],
    &["部门支出预算安排情况", "单位支出预算安排情况"],
    &["财政拨款收支预算总体情况"],
    &["一般公共预算支出安排情况"],
    &["一般公共预算基本支出安排情况"],
    &["一般公共预算“三公”经费支出安排情况"],
    &["政府性基金预算支出安排情况"],
    &["国有资本经营预算支出安排情况"],
    &["其他重要事项的情况说明"],
];
const NUMBERS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// What is printed, page by page.
pub struct Printed {
    /// Texts of the pages, cover and contents included.
    pub pages: Vec<String>,
}

impl Printed {
    pub fn of(layout: &Layout) -> Self {
        Self { pages: layout.pages.iter().map(body).collect() }
    }

    /// The whole text.
    pub fn all(&self) -> String {
        self.pages.concat()
    }

    /// The text of a part, from 1; part 0 is what stands before the first.
    pub fn part(&self, wanted: usize) -> String {
        let mut part = 0;
        let mut text = String::new();
        for page in &self.pages {
            if part < 4 && page.starts_with(&format!("第{}部分", NUMBERS[part])) {
                part += 1;
            }
            if part == wanted {
                text += page;
            }
        }
        text
    }

    /// Tables of part two by number, captions included. Number 0 is their list.
    pub fn tables(&self) -> BTreeMap<usize, String> {
        let mut tables = BTreeMap::new();
        let mut number = None;
        for page in self.pages.iter().skip_while(|page| !page.starts_with("第二部分")) {
            if page.starts_with("第三部分") {
                break;
            }
            let next = number.map_or(0, |number: usize| number + 1);
            if number.is_none() || begins_table(page, next) {
                number = Some(next);
            }
            *tables.entry(number.unwrap_or_default()).or_insert_with(String::new) += page;
        }
        tables
    }

    pub fn table(&self, number: usize) -> String {
        self.tables().remove(&number).unwrap_or_else(|| panic!("no table {number}"))
    }

    /// Sections of part three by heading (without number, 部门 or 单位), each without its heading.
    pub fn sections(&self) -> BTreeMap<&'static str, String> {
        let part = self.part(3);
        let mut starts = Vec::new();
        let mut from = 0;
        for titles in SECTIONS {
            let number = NUMBERS[starts.len()];
            let found = titles.iter().find_map(|title| {
                let heading = format!("{number}、{title}");
                part[from..].find(&heading).map(|at| (from + at, heading.len(), titles[0]))
            });
            if let Some((at, length, title)) = found {
                starts.push((at, at + length, title));
                from = at + length;
            }
        }
        let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([part.len()]);
        starts.iter().zip(ends).map(|((_, start, title), end)| (*title, part[*start..end].to_owned())).collect()
    }

    /// One section, by a piece of its heading.
    pub fn section(&self, title: &str) -> String {
        let mut sections = self.sections();
        let key = *sections.keys().find(|key| key.contains(title)).unwrap_or_else(|| panic!("no section {title}"));
        sections.remove(key).unwrap_or_default()
    }

    /// A subsection of 其他重要事项, from its heading to the next.
    pub fn matter(&self, title: &str) -> String {
        let section = self.section("其他重要事项");
        let start = section.find(title).unwrap_or_else(|| panic!("no {title} in {section}")) + title.len();
        let rest = &section[start..];
        let next = NUMBERS.iter().filter_map(|number| {
            ["机关运行经费情况", "政府采购预算情况", "政府购买服务预算情况", "国有资产占有使用情况", "绩效目标设置情况"]
                .iter()
                .filter_map(|title| rest.find(&format!("（{number}）{title}")))
                .min()
        });
        rest[..next.min().unwrap_or(rest.len())].to_owned()
    }
}

/// Whether the page begins with the caption of table `number`: 表1附表4-1…, 表13整体….
fn begins_table(page: &str, number: usize) -> bool {
    page.strip_prefix(&format!("表{number}")).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
}

fn body(page: &Page) -> String {
    let (head, foot) = if page.is_landscape() { (TURNED, TURNED) } else { (HEAD, FOOT) };
    page.texts
        .iter()
        .filter(|text| !text.turned && text.baseline > head && text.baseline < page.height - foot)
        .flat_map(|text| text.text.chars())
        .filter(|character| !character.is_whitespace())
        .collect()
}
