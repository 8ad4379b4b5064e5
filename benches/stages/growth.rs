//! How time and memory grow with the lines of one document: a table, exponents, and a plot.

use std::fmt::Write;
use std::path::Path;

use crate::cases::Case;
use crate::clock::middle;
use crate::{Failure, cold};

/// What a fresh process took with one of the documents.
struct Point {
    times: f64,
    pages: f64,
    /// Seconds, quoted time.
    seconds: f64,
    wall: f64,
    /// MB, where the system tells it.
    peak: f64,
}

/// A row of the plot: name, unit, colour, and which figure.
type Curve = (&'static str, &'static str, &'static str, fn(&Point) -> f64);

const CURVES: [Curve; 3] = [
    ("processor time", "s", "#1f5fa8", |point| point.seconds),
    ("peak memory", "MB", "#b0483a", |point| point.peak),
    ("pages", "", "#4f8a4c", |point| point.pages),
];

/// Runs all documents in turn, each in a fresh process, and prints medians; draws them into `plot`.
pub fn print(runs: usize, plot: Option<&Path>) -> Result<(), Failure> {
    let mut told = Case::ALL.map(|_| Vec::new());
    for _ in 0..runs {
        for (case, told) in Case::ALL.iter().zip(&mut told) {
            told.push(cold::child(&["--cold", case.key()])?);
        }
    }
    let points: Vec<Point> = Case::ALL
        .iter()
        .zip(&told)
        .map(|(case, told)| {
            let number = |key: &str| middle(told.iter().filter_map(|told| told[key].as_f64()));
            let all = cold::stages(told).pop().map(|(_, took)| took).unwrap_or_default();
            let (seconds, wall) = (all.quoted() / 1e3, all.wall / 1e3);
            Point { times: case.times() as f64, pages: number("pages"), seconds, wall, peak: number("peak") }
        })
        .collect();
    println!("| lines | pages | s of {} time | s on the wall | ms a page | peak, MB |", crate::clock::QUOTED);
    println!("|---:|---:|---:|---:|---:|---:|");
    for point in &points {
        let Point { times, pages, seconds, wall, peak } = point;
        println!("| ×{times} | {pages} | {seconds:.2} | {wall:.2} | {:.1} | {peak:.0} |", seconds * 1e3 / pages);
    }
    for (name, _, _, of) in CURVES {
        let [whole, last] = [&points[..], &points[1..]].map(|points| exponent(points, of));
        println!("{name} ~ lines^{whole:.2}, from ×10 to ×100 lines^{last:.2}");
    }
    let by_page = |of: fn(&Point) -> f64| slope(points.iter().map(|point| (point.pages.ln(), of(point).ln())));
    println!("time ~ pages^{:.2}, memory ~ pages^{:.2}", by_page(|point| point.seconds), by_page(|point| point.peak));
    if let Some(path) = plot {
        gongkai::write::Writer::new().write(path, svg(&points)?.as_bytes())?;
    }
    Ok(())
}

/// The power of the lines that a figure grows with.
fn exponent(points: &[Point], of: fn(&Point) -> f64) -> f64 {
    slope(points.iter().map(|point| (point.times.ln(), of(point).ln())))
}

/// The slope of the line of least squares.
fn slope(points: impl Iterator<Item = (f64, f64)>) -> f64 {
    let points: Vec<_> = points.collect();
    let count = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count));
    let (above, below) = points
        .iter()
        .fold((0.0, 0.0), |sums, point| (sums.0 + (point.0 - x) * (point.1 - y), sums.1 + (point.0 - x).powi(2)));
    above / below
}

/// All figures against the lines, both in powers of ten, each as a multiple of what the source document takes; a figure that
/// grows with the lines would follow the dotted line.
fn svg(points: &[Point]) -> Result<String, std::fmt::Error> {
    let (side, left_edge, top_edge) = (150.0, 60.0, 20.0);
    let place =
        |times: f64, multiple: f64| (left_edge + times.log10() * side, top_edge + (2.0 - multiple.log10()) * side);
    let mut text = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 380\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <rect width=\"600\" height=\"380\" fill=\"#fff\"/>\n",
    );
    for power in 0..3 {
        let multiple = 10f64.powi(power);
        let ((left, y), (right, _)) = (place(1.0, multiple), place(100.0, multiple));
        let ((x, bottom), (_, top)) = (place(multiple, 1.0), place(multiple, 100.0));
        writeln!(text, "<path d=\"M{left} {y}H{right}M{x} {bottom}V{top}\" stroke=\"#ddd\" fill=\"none\"/>")?;
        writeln!(text, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">×{multiple}</text>", left - 8.0, y + 4.0)?;
        writeln!(text, "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">×{multiple}</text>", bottom + 20.0)?;
    }
    let ((x, y), (far, high)) = (place(1.0, 1.0), place(100.0, 100.0));
    writeln!(text, "<path d=\"M{x} {y}L{far} {high}\" stroke=\"#999\" stroke-dasharray=\"2 4\"/>")?;
    writeln!(
        text,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">lines of the document</text>",
        left_edge + side,
        y + 44.0
    )?;
    for (index, (name, unit, colour, of)) in CURVES.into_iter().enumerate() {
        let places: Vec<_> =
            points.iter().map(|point| (point, place(point.times, of(point) / of(&points[0])))).collect();
        let line: Vec<String> = places.iter().map(|(_, (x, y))| format!("{x:.1},{y:.1}")).collect();
        writeln!(
            text,
            "<polyline points=\"{}\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"none\"/>",
            line.join(" ")
        )?;
        for (_, (x, y)) in &places {
            writeln!(text, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"{colour}\"/>")?;
        }
        let figures: Vec<String> = points.iter().map(|point| shown(of(point))).collect();
        let row = top_edge + 20.0 + 44.0 * index as f64;
        writeln!(
            text,
            "<text x=\"380\" y=\"{row}\" fill=\"{colour}\" font-weight=\"bold\">{name} ~ lines^{:.2}</text>",
            exponent(points, of)
        )?;
        writeln!(text, "<text x=\"380\" y=\"{}\" fill=\"{colour}\">{} {unit}</text>", row + 18.0, figures.join(" → "))?;
    }
    text.push_str("</svg>\n");
    Ok(text)
}

fn shown(figure: f64) -> String {
    if figure < 100.0 && figure.fract() != 0.0 { format!("{figure:.2}") } else { format!("{figure:.0}") }
}
