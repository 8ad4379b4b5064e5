//! 22 lines of 28 characters (GB/T 9704 cl. 5.2.2).

use std::sync::OnceLock;

use serde_json::json;

use crate::common::documents::{Rendered, examples, kexie_data, render_data};
use crate::common::pages::{BODY_SIZE, Sheet, TOLERANCE, lines, printed_number, said, type_area};

const LINES: usize = 22;
const CHARACTERS: usize = 28;

/// Four duties of 2,000 characters without any punctuation: pages on which nothing but the grid rules.
fn pure() -> &'static Rendered {
    static RENDERED: OnceLock<Rendered> = OnceLock::new();
    RENDERED.get_or_init(|| {
        let mut data = kexie_data();
        let duty: String = "依法履行职责服务群众推动高质量发展建设人民满意机关".chars().cycle().take(2000).collect();
        data["duties"] = json!([duty, duty, duty, duty]);
        render_data(&data)
    })
}

/// The pages of the first part, full of text from the first line to the last.
fn full_pages() -> Vec<Sheet<'static>> {
    let first = pure().sheets().into_iter().skip_while(|page| printed_number(*page).as_deref() != Some("1"));
    // The first has the title; of 8,000 characters the next twelve are full.
    first.skip(1).take(12).collect()
}

#[test]
fn a_full_page_holds_22_lines_on_the_grid() {
    let pages = full_pages();
    let pitch = {
        let lines = lines(pages[0]);
        lines[1].baseline - lines[0].baseline
    };
    for page in pages {
        let (lines, area) = (lines(page), type_area(page));
        assert_eq!(lines.len(), LINES, "page {}", page.position);
        for pair in lines.windows(2) {
            assert!((pair[1].baseline - pair[0].baseline - pitch).abs() < 0.01, "page {}", page.position);
        }
        // They fill 225 mm: not one line more would fit, and nothing is left.
        let (top, bottom) = (lines[0].texts[0].area.y, lines[LINES - 1].texts[0].area.bottom());
        assert!((top - area.y).abs() < TOLERANCE && (area.bottom() - bottom).abs() < 0.5, "{top} {bottom} {area:?}");
    }
}

#[test]
fn below_the_title_of_a_part_the_lines_stand_on_the_grid_of_other_pages() {
    let first_line = |page: Sheet<'static>| {
        let all = lines(page);
        let mut body =
            all.iter().filter(|line| line.texts.iter().all(|text| (text.size - BODY_SIZE).abs() < TOLERANCE));
        body.next().map(|line| line.texts[0].area.y - type_area(page).y)
    };
    let numbered = pure().sheets().into_iter().filter(|page| printed_number(*page).as_deref() == Some("1"));
    let tops: Vec<f64> = numbered.filter_map(first_line).collect();
    // The title takes four lines.
    assert!(matches!(tops[..], [top] if (top - 4.0 * 29.61).abs() < 0.01), "{tops:?}");
}

#[test]
fn a_line_of_chinese_alone_holds_28_characters() {
    let mut found = 0;
    for page in full_pages() {
        let area = type_area(page);
        for line in lines(page) {
            let text = said(&line.texts);
            let inner = text.chars().all(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
            let (left, right) = (line.texts[0].area.x, line.texts.last().unwrap().area.right());
            // First and last lines of a duty: indented, numbered, cut short.
            if !inner || left > area.x + 1.0 || right < area.right() - BODY_SIZE {
                continue;
            }
            found += 1;
            assert_eq!(text.chars().count(), CHARACTERS, "page {}: {text}", page.position);
            assert!((left - area.x).abs() < TOLERANCE && (right - area.right()).abs() < TOLERANCE, "{left} {right}");
            assert!(line.texts.iter().all(|text| (text.size - BODY_SIZE).abs() < TOLERANCE));
        }
    }
    assert!(found > 11 * LINES, "{found} full lines on 12 pages");
}

#[test]
fn a_paragraph_begins_two_characters_in() {
    let starts = full_pages().into_iter().flat_map(|page| lines(page).into_iter().map(move |line| (page, line)));
    let mut duties = starts.filter(|(_, line)| said(&line.texts).contains('、'));
    let (page, line) = duties.next().unwrap();
    assert!((line.texts[0].area.x - type_area(page).x - 2.0 * BODY_SIZE).abs() < TOLERANCE);
}

#[test]
fn the_pitch_of_running_text_never_varies() {
    for (name, rendered) in examples() {
        let mut steps = 0;
        for page in rendered.sheets().into_iter().filter(|page| !page.is_landscape()) {
            let body = lines(page)
                .into_iter()
                .filter(|line| line.texts.iter().all(|text| (text.size - BODY_SIZE).abs() < 0.01));
            let baselines: Vec<f64> = body.map(|line| line.baseline).collect();
            steps += baselines.len();
            for pair in baselines.windows(2) {
                let step = pair[1] - pair[0];
                // What is further apart has a table or a title between.
                assert!((step - 29.61).abs() < 0.01 || step > 45.0, "{name}, page {}: {step}", page.position);
            }
        }
        assert!(steps > 100, "{name}: {steps} lines of running text");
    }
}
