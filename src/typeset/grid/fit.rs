//! Widths and type size of a grid, from the region's widths and the length of what stands in the columns.
//!
//! Estimated from the characters, without a font: a Chinese character is one em wide; Liberation's digits and, for this
//! purpose, its letters half an em, comma and point a quarter.

use typst::layout::Abs;

use super::measures::{Measures, Size, Step};
use crate::derive::report::{ColumnView, Row, RowRole};
use crate::reference::{Align, Width};

/// What a grid is drawn by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit {
    /// Widths of the columns, in points.
    pub widths: Vec<f64>,
    /// Type size, in points.
    pub size: f64,
    /// Room above and below a line, in em.
    pub padding: f64,
}

/// Fits a grid into an area. The size is the step at which no amount wraps or leaves its column: the largest, or a smaller
/// one, down to [`Measures::one_page`], that saves the table a second page.
///
/// # Errors
/// What a column states as its width, if it is none.
pub(super) fn fit<'c>(
    columns: &'c [ColumnView],
    rows: &[Row],
    measures: &Measures,
    area: Size,
) -> Result<Fit, &'c str> {
    let needs: Vec<f64> = (0..columns.len()).map(|index| need(&columns[index], rows, index)).collect();
    let widths = widths(columns, &needs, measures, area.width)?;
    let room = |(need, width): (&f64, &f64)| width / (need + 2.0 * measures.side);
    let largest = needs.iter().zip(&widths).filter(|(need, _)| **need > 0.0).map(room).fold(f64::INFINITY, f64::min);
    let height = area.height - measures.caption;
    let fitting = measures.steps.iter().filter(|step| step.size <= largest);
    // What can be read at all, where even that is too large.
    let first = fitting.clone().next().or(measures.steps.last()).copied().unwrap_or_default();
    let texts = Texts::of(columns, rows, &widths, measures);
    let fits = |step: &&Step| texts.height(step, measures) <= height;
    let mut one_page = fitting.filter(|step| step.size >= measures.one_page);
    // Lines as high as the smallest of these types would not do: no use trying.
    let hopeless = rows.len() as f64 * measures.one_page > height;
    let Step { size, padding } = if hopeless { first } else { one_page.find(fits).copied().unwrap_or(first) };
    Ok(Fit { widths, size, padding })
}

/// The width in em of a column's longest text, if that must not wrap; else 0. Names may wrap, codes and amounts may not.
fn need(column: &ColumnView, rows: &[Row], index: usize) -> f64 {
    if column.align == Align::Left && column.key != "code" {
        return 0.0;
    }
    let texts = rows.iter().map(|row| text(row, index));
    // Of those of the same length the first.
    let longest = texts.fold("", |longest, text| if text.len() > longest.len() { text } else { longest });
    ems(longest)
}

fn text(row: &Row, index: usize) -> &str {
    row.cells.get(index).map_or("", String::as_str)
}

/// Widths of columns that fill `width`. Among the amount columns a fraction counts the less, the shorter the amounts in it,
/// so that a few long amounts do not make the type of a wide table smaller than it need be.
fn widths<'c>(columns: &'c [ColumnView], needs: &[f64], measures: &Measures, width: f64) -> Result<Vec<f64>, &'c str> {
    let read = |column: &'c ColumnView| Width::read(&column.width).ok_or(column.width.as_str());
    let stated: Vec<Width> = columns.iter().map(read).collect::<Result<_, _>>()?;
    let of_shares = stated.iter().zip(needs).filter(|(stated, _)| matches!(stated, Width::Share(_)));
    let most = of_shares.fold(0.0, |most: f64, (_, need)| most.max(*need));
    // Points, and a share of what the others leave.
    let part = |((column, stated), need): ((&ColumnView, &Width), &f64)| match stated {
        Width::Millimetres(length) => (Abs::mm(*length).to_pt(), 0.0),
        Width::Share(share) if column.align == Align::Right && most != 0.0 => {
            (0.0, share * measures.empty_column.max(need / most))
        }
        Width::Share(share) => (0.0, *share),
    };
    let parts: Vec<(f64, f64)> = columns.iter().zip(&stated).zip(needs).map(part).collect();
    let fixed: f64 = parts.iter().map(|(length, _)| length).sum();
    let shares: f64 = parts.iter().map(|(_, share)| share).sum();
    let share = (width - fixed) / shares.max(1.0);
    Ok(parts.into_iter().map(|(length, part)| length + part * share).collect())
}

/// Half an em for each character, and another half for each Chinese one, which has three bytes; a quarter less for commas and
/// points.
pub(super) fn ems(text: &str) -> f64 {
    let (count, bytes) = (text.chars().count() as f64, text.len() as f64);
    let narrow = text.bytes().filter(|byte| matches!(byte, b',' | b'.')).count() as f64;
    0.5 * (count + (bytes - count) / 2.0) - 0.25 * narrow
}

/// What decides the height of a grid.
struct Texts {
    /// Of each column's header its rows, the length of its last name in em, and the column's width in points.
    header: Vec<(usize, f64, f64)>,
    /// Of each row the texts that may wrap.
    rows: Vec<Vec<Wrapping>>,
}

/// A text that may wrap.
struct Wrapping {
    /// Its length, in em.
    ems: f64,
    /// The width of its column, in points.
    width: f64,
    /// Its indent, in em.
    indent: f64,
}

impl Texts {
    fn of(columns: &[ColumnView], rows: &[Row], widths: &[f64], measures: &Measures) -> Self {
        let last = |column: &ColumnView| column.header.last().map_or(0.0, |name| ems(name));
        let header = columns.iter().zip(widths).map(|(column, width)| (column.header.len(), last(column), *width));
        let row = |row: &Row| {
            let left = columns.iter().zip(widths).enumerate().filter(|(_, (column, _))| column.align == Align::Left);
            left.map(|(index, (column, width))| {
                let role = if column.key == "name" { row.roles.first().copied() } else { None };
                let indent = measures.indent(role.unwrap_or(RowRole::Plain));
                Wrapping { ems: ems(text(row, index)), width: *width, indent }
            })
            .collect()
        };
        Self { header: header.collect(), rows: rows.iter().map(row).collect() }
    }

    /// The height at a step, in points.
    fn height(&self, step: &Step, measures: &Measures) -> f64 {
        let line = 1.0 + measures.line;
        let around = 2.0 * step.padding - measures.line;
        // Whole characters that stand beside one another in a column: its width less what is left free at its sides.
        let fitting = |width: f64, indent: f64| (width / step.size - indent - 2.0 * measures.side).floor().max(1.0);
        let lines = |ems: f64, width: f64, indent: f64| (ems / fitting(width, indent)).ceil().max(1.0);
        let top = |(depth, ems, width): &(usize, f64, f64)| {
            (*depth as f64 - 1.0) * (line + around) + lines(*ems, *width, 0.0) * line + around
        };
        let header = self.header.iter().map(top).fold(0.0, f64::max);
        let of_row = |texts: &Vec<Wrapping>| {
            texts.iter().map(|text| lines(text.ems, text.width, text.indent)).fold(1.0, f64::max)
        };
        let all: f64 = self.rows.iter().map(of_row).sum();
        (header + all * line + self.rows.len() as f64 * around) * step.size
    }
}
