//! The results of a check as one page for people who use no terminal: to be read in a browser and printed.
//!
//! The page needs nothing but itself: no script, no font, no picture, no address. It holds no date and nothing of the
//! machine, so that the same results give the same bytes.

mod escape;
mod finding;

use std::io;

use self::escape::Escaped;
use super::Checked;

const STYLE: &str = include_str!("style.css");

const TITLE: &str = "部门预算公开数据检查报告";

/// Should a text ever become markup, the browser still runs and fetches nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Writes the results as one HTML page.
pub fn html(writer: &mut dyn io::Write, results: &[Checked]) -> io::Result<()> {
    writeln!(writer, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(writer, "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")?;
    writeln!(writer, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(writer, "<title>{TITLE}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{TITLE}</h1>")?;
    if results.len() > 1 {
        contents(writer, results)?;
    }
    for (index, result) in results.iter().enumerate() {
        section(writer, index, result, results.len() > 1)?;
    }
    writeln!(writer, "<footer>由 gongkai {} 检查。", env!("CARGO_PKG_VERSION"))?;
    writeln!(writer, "错误须改正后才能公开；警告由人工核对后决定；未检查的规则需要人工检查。</footer>")?;
    writeln!(writer, "</body>\n</html>")
}

/// A table of the departments with their counts.
fn contents(writer: &mut dyn io::Write, results: &[Checked]) -> io::Result<()> {
    writeln!(writer, "<nav>\n<table>\n<thead><tr><th>部门</th><th>结论</th><th class=\"number\">错误</th>")?;
    writeln!(writer, "<th class=\"number\">警告</th><th class=\"number\">未检查</th></tr></thead>\n<tbody>")?;
    let mut total = [0; 3];
    for (index, result) in results.iter().enumerate() {
        let (errors, warnings) = result.counts();
        let counts = [errors, warnings, result.unchecked.len()];
        writeln!(writer, "<tr><td><a href=\"#s{index}\">{}</a></td>", Escaped(result.name()))?;
        writeln!(writer, "<td>{}</td>{}</tr>", short_verdict(result), cells(counts))?;
        total.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    writeln!(writer, "<tr><th>合计 {} 个文件</th><td></td>{}</tr>", results.len(), cells(total))?;
    writeln!(writer, "</tbody>\n</table>\n</nav>")
}

fn cells(counts: [usize; 3]) -> String {
    counts.map(|count| format!("<td class=\"number\">{count}</td>")).concat()
}

fn section(writer: &mut dyn io::Write, index: usize, result: &Checked, several: bool) -> io::Result<()> {
    let class = if several { "section after-contents" } else { "section" };
    writeln!(writer, "<section class=\"{class}\" id=\"s{index}\">\n<h2>{}</h2>", Escaped(result.name()))?;
    writeln!(writer, "<p class=\"at\">数据文件：{}</p>", Escaped(&result.file))?;
    writeln!(writer, "<p class=\"verdict\">结论：{}</p>", verdict(result))?;
    match (result.checked, result.unchecked.len()) {
        (0, 0) => writeln!(writer, "<p>没有按规则检查。</p>")?,
        (checked, unchecked) => writeln!(writer, "<p>已检查 {checked} 条规则，未检查 {unchecked} 条。</p>")?,
    }
    for (number, finding) in result.findings.iter().enumerate() {
        finding::write(writer, number + 1, finding)?;
    }
    if !result.unchecked.is_empty() {
        writeln!(writer, "<h3 class=\"unchecked\">未检查的规则</h3>\n<table>")?;
        writeln!(writer, "<thead><tr><th>编号</th><th>规则</th><th>原因</th></tr></thead>\n<tbody>")?;
        for rule in &result.unchecked {
            let (title, reason) = (Escaped(rule.title), Escaped(&rule.reason));
            writeln!(writer, "<tr><td>{}</td><td>{title}</td><td>{reason}</td></tr>", rule.code)?;
        }
        writeln!(writer, "</tbody>\n</table>")?;
    }
    writeln!(writer, "</section>")
}

/// May it be published? Where no rule judged, nobody knows.
fn short_verdict(result: &Checked) -> &'static str {
    match result.counts() {
        (0, 0) if result.checked == 0 => "未检查",
        (0, 0) => "可以公开",
        (0, _) => "请人工核对",
        _ => "改正后才能公开",
    }
}

/// The same in full.
fn verdict(result: &Checked) -> String {
    let clause = match result.counts() {
        (0, 0) if result.checked == 0 => "没有检查，不能判断是否可以公开".to_owned(),
        (0, 0) => "未发现问题，可以公开".to_owned(),
        (0, warnings) => format!("没有错误；有 {warnings} 处警告，请人工核对后公开"),
        (errors, 0) => format!("有 {errors} 处错误，改正后才能公开"),
        (errors, warnings) => format!("有 {errors} 处错误，改正后才能公开；另有 {warnings} 处警告，请人工核对"),
    };
    match result.unchecked.len() {
        0 => format!("{clause}。"),
        count => format!("{clause}。有 {count} 条规则未检查，请人工检查。"),
    }
}

#[cfg(test)]
mod tests;
