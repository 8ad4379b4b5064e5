//! The page as text. How it looks a person has to see.

use super::super::samples;
use super::*;

fn written(results: &[Checked]) -> String {
    let mut written = Vec::new();
    html(&mut written, results).unwrap();
    String::from_utf8(written).unwrap()
}

/// The page without its style, which a reviewer reads in its own file.
fn body(results: &[Checked]) -> String {
    let page = written(results);
    let (_, body) = page.split_once("</head>\n").unwrap();
    body.replace(env!("CARGO_PKG_VERSION"), "[version]")
}

#[test]
fn departments_with_verdicts_findings_and_what_was_not_checked() {
    insta::assert_snapshot!(body(&samples::results()));
}

#[test]
fn one_department_needs_no_contents() {
    let page = body(&samples::results()[1..2]);
    assert!(
        !page.contains("<nav>") && page.contains("未发现问题，可以公开。有 1 条规则未检查，请人工检查。"),
        "{page}"
    );
}

#[test]
fn hostile_texts_stay_texts() {
    let mut results = samples::results();
    let hostile = "</title><script>alert(1)</script><img src=x onerror='alert(1)'>&quot;\"\u{1B}[31m";
    results[0].title = hostile.to_owned();
    results[0].file = hostile.to_owned();
    results[0].findings[0].words = hostile.to_owned();
    results[0].findings[0].notes = vec![hostile.to_owned()];
    results[0].findings[0].hint = Some(hostile.to_owned());
    results[0].unchecked[0].reason = hostile.to_owned();
    let page = written(&results);
    for markup in ["<script", "<img", "onerror='", "\u{1B}", "</title><"] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert!(page.contains("&amp;quot;&quot;"));
}

#[test]
fn the_page_needs_nothing_but_itself() {
    let page = written(&samples::results());
    for reference in ["http:", "https:", "//", "url(", "@import", "src=", "<link", "javascript"] {
        assert!(!page.contains(reference), "{reference}");
    }
}

#[test]
fn every_element_is_closed() {
    let page = body(&samples::results());
    for element in ["nav", "section", "article", "table", "thead", "tbody", "tr", "td", "th", "dl", "dd", "pre", "mark"]
    {
        let count = |text: &str| page.matches(text).count();
        let opened = count(&format!("<{element}>")) + count(&format!("<{element} "));
        assert!(opened > 0 && opened == count(&format!("</{element}>")), "{element}");
    }
}
