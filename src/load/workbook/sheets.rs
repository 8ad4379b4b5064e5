//! The cells of a workbook, read within bounds: sparse, so that a cell far out costs no more than one near.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, Xlsx, XlsxError};

use super::columns::{NO, YES};

/// Most bytes that a workbook may hold unpacked.
const MAXIMUM_UNPACKED: u64 = 256 << 20;
/// Most files in the package.
const MAXIMUM_FILES: usize = 4_000;
/// Most cells of one workbook that say anything.
pub(crate) const MAXIMUM_CELLS: usize = 4_000_000;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) value: Value,
    /// Whether a formula gives it.
    pub(crate) formula: bool,
}

impl Cell {
    /// What it says, as a text; nothing of a formula without a result.
    pub(crate) fn text(&self) -> String {
        match &self.value {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Error(error) => error.clone(),
            Value::Boolean(value) => if *value { YES } else { NO }.to_owned(),
            Value::Date(year, month, day) => format!("{year}-{month:02}-{day:02}"),
            Value::Nothing => String::new(),
        }
    }
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Boolean(bool),
    /// A day or a moment: year, month, day.
    Date(u16, u8, u8),
    /// `#REF!` and its like.
    Error(String),
    /// A formula without a result.
    Nothing,
}

/// One sheet: its cells by row, then column, from 0.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub(crate) name: String,
    pub(crate) rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    /// Merged cells: first row, last row, first column, last column.
    pub(crate) merged: Vec<(u32, u32, u32, u32)>,
}

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum WorkbookFault {
    /// An encrypted package.
    #[error("工作簿设有密码")]
    Password,
    /// No workbook, or a broken one.
    #[error("不是完整的 Excel 工作簿（.xlsx）")]
    Damaged(String),
    /// More than a workbook of a department holds.
    #[error("工作簿展开后过大")]
    TooLarge,
    /// More cells than any department fills.
    #[error("工作簿的单元格超过 {MAXIMUM_CELLS} 个")]
    TooManyCells,
}

impl WorkbookFault {
    /// What to do about it.
    pub(crate) fn hint(&self) -> String {
        match self {
            Self::Password => "在 Excel 中打开，取消密码后另存".to_owned(),
            Self::Damaged(reason) => format!("在 Excel 中打开并另存为 .xlsx 后再试（{reason}）"),
            Self::TooLarge | Self::TooManyCells => {
                "删去与预算数据无关的工作表和图片；这个文件不像是部门的预算数据".to_owned()
            }
        }
    }
}

/// The beginning of a package of Office files, and of the older format, which encrypted packages have too.
const PACKAGE: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether the bytes begin as a workbook does.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(PACKAGE) || bytes.starts_with(COMPOUND)
}

/// All sheets of an `.xlsx` workbook.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Grid>, WorkbookFault> {
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    unpack(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut grids = Vec::new();
    let mut cells = 0;
    for name in workbook.sheet_names() {
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged.iter().map(|area| (area.start.0, area.end.0, area.start.1, area.end.1)).collect();
        let mut grid = Grid { name: name.clone(), merged, ..Grid::default() };
        // A sheet of charts has no cells.
        let Ok(mut reader) = workbook.worksheet_cells_reader(&name) else {
            grids.push(grid);
            continue;
        };
        while let Some(cell) = reader.next_cell_with_formula().map_err(damaged)? {
            let (row, column) = cell.pos;
            let formula = cell.formula.is_some();
            let Some(value) = value(cell.value, formula) else { continue };
            cells += 1;
            if cells > MAXIMUM_CELLS {
                return Err(WorkbookFault::TooManyCells);
            }
            grid.rows.entry(row).or_default().insert(column, Cell { value, formula });
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn damaged(error: XlsxError) -> WorkbookFault {
    match error {
        XlsxError::Password => WorkbookFault::Password,
        error => WorkbookFault::Damaged(error.to_string()),
    }
}

/// An old or an encrypted workbook.
fn compound(bytes: &[u8]) -> WorkbookFault {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(bytes, &name).is_some() {
        return WorkbookFault::Password;
    }
    WorkbookFault::Damaged("这是旧格式 .xls".to_owned())
}

/// Unpacks everything once, counting: sizes that a package states of itself may be wrong.
fn unpack(bytes: &[u8]) -> Result<(), WorkbookFault> {
    let broken = |error: String| WorkbookFault::Damaged(error);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    if archive.len() > MAXIMUM_FILES {
        return Err(WorkbookFault::TooLarge);
    }
    let mut left = MAXIMUM_UNPACKED;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| broken(error.to_string()))?;
        let read = std::io::copy(&mut file.take(left + 1), &mut std::io::sink());
        let read = read.map_err(|error| broken(error.to_string()))?;
        left = left.checked_sub(read).ok_or(WorkbookFault::TooLarge)?;
    }
    Ok(())
}

fn value(value: DataRef<'_>, formula: bool) -> Option<Value> {
    let date = |data: &Data| {
        let (year, month, day, ..) = match data {
            Data::DateTime(moment) => moment.to_ymd_hms_milli(),
            _ => return None,
        };
        Some(Value::Date(year, month, day))
    };
    Some(match value {
        DataRef::Int(number) =>
        {
            #[expect(clippy::cast_precision_loss, reason = "a workbook holds no other numbers than floats")]
            Value::Number(number as f64)
        }
        DataRef::Float(number) => Value::Number(number),
        DataRef::String(text) => return of_text(&text),
        DataRef::SharedString(text) => return of_text(text),
        DataRef::Bool(value) => Value::Boolean(value),
        DataRef::DateTime(moment) if moment.is_duration() => Value::Number(moment.as_f64()),
        DataRef::DateTime(moment) => date(&Data::DateTime(moment))?,
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Value::Text(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
        DataRef::Empty if formula => Value::Nothing,
        DataRef::Empty => return None,
    })
}

/// White space at the ends says nothing; a formula that gives an empty text means an empty cell.
fn of_text(text: &str) -> Option<Value> {
    let text = text.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}');
    (!text.is_empty()).then(|| Value::Text(text.to_owned()))
}

/// `C5`, of a row and a column from 0.
pub(crate) fn reference(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let shown = [(0, 0), (4, 2), (9, 25), (0, 26), (1, 701), (0, 702)].map(|(row, column)| reference(row, column));
        assert_eq!(shown, ["A1", "C5", "Z10", "AA1", "ZZ2", "AAA1"]);
    }

    #[test]
    fn what_is_no_package_is_told_by_its_beginning() {
        assert!(is_workbook(b"PK\x03\x04rest") && !is_workbook(b"{}"));
        assert!(matches!(read(b"PK\x03\x04rest"), Err(WorkbookFault::Damaged(_))));
        assert!(matches!(read(COMPOUND), Err(WorkbookFault::Damaged(_))));
    }
}
