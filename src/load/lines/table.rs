//! The file as cells: .xlsx, .xls and .et by calamine, CSV in UTF-8 or the encodings of Chinese Windows.

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xls};

use crate::diagnostic::{Diagnostic, code};
use crate::load::workbook::sheets::{self, Cell, Grid, Value};

/// The beginning of the older format of workbooks.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// All sheets of the file; a CSV file is one without a name.
pub(crate) fn read(name: &str, path: &Path, bytes: &[u8]) -> Result<Vec<Grid>, Vec<Diagnostic>> {
    let refused = |message: String, hint: String| {
        vec![Diagnostic::error(code::WORKBOOK, format!("{name}：{message}")).hint(hint)]
    };
    if bytes.starts_with(COMPOUND) {
        return old(bytes).map_err(|reason| {
            refused("旧格式的工作簿读不出来".to_owned(), format!("在 Excel 或 WPS 中打开，另存为 .xlsx（{reason}）"))
        });
    }
    if sheets::is_workbook(bytes) {
        return sheets::read(bytes).map_err(|fault| refused(fault.to_string(), fault.hint()));
    }
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !["csv", "txt", "tsv", ""].contains(&extension.as_str()) {
        return Err(refused("不是工作簿，也不是 CSV 文件".to_owned(), "用 .xlsx、.xls 或 .csv".to_owned()));
    }
    let Some(text) = decoded(bytes) else {
        return Err(refused("文字编码不能识别".to_owned(), "另存为 UTF-8 编码的 CSV，或 .xlsx".to_owned()));
    };
    csv(&text)
        .map(|grid| vec![grid])
        .map_err(|reason| refused(format!("CSV 格式有误：{reason}"), "核对引号是否成对".to_owned()))
}

/// UTF-8 with or without a mark, else GB18030, which GBK is a part of.
fn decoded(bytes: &[u8]) -> Option<String> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(plain) {
        return Some(text.to_owned());
    }
    let (text, _, broken) = encoding_rs::GB18030.decode(bytes);
    (!broken).then(|| text.into_owned())
}

fn csv(text: &str) -> Result<Grid, csv::Error> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains('\t') && !first.contains(',') { b'\t' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut grid = Grid::default();
    for (row, record) in (0..).zip(reader.records()) {
        let cells = grid.rows.entry(row).or_default();
        for (column, field) in (0..).zip(&record?) {
            // Programs protect codes from being read as numbers: ="001".
            let field = field.trim();
            let field = field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(field);
            if !field.is_empty() {
                cells.insert(column, Cell { value: Value::Text(field.to_owned()), formula: false });
            }
        }
    }
    Ok(grid)
}

fn old(bytes: &[u8]) -> Result<Vec<Grid>, String> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut grids = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(|error| error.to_string())?;
        let (top, left) = range.start().unwrap_or_default();
        let mut grid = Grid { name, ..Grid::default() };
        for (row, column, data) in range.used_cells() {
            let at = |offset: u32, index: usize| offset + u32::try_from(index).unwrap_or(u32::MAX);
            if let Some(value) = value(data) {
                let cells = grid.rows.entry(at(top, row)).or_default();
                cells.insert(at(left, column), Cell { value, formula: false });
            }
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn value(data: &Data) -> Option<Value> {
    Some(match data {
        Data::Int(number) =>
        {
            #[expect(clippy::cast_precision_loss, reason = "a workbook holds no other numbers than floats")]
            Value::Number(*number as f64)
        }
        Data::Float(number) => Value::Number(*number),
        Data::String(text) if text.trim().is_empty() => return None,
        Data::String(text) => Value::Text(text.trim().to_owned()),
        Data::Bool(value) => Value::Boolean(*value),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Value::Date(year, month, day)
        }
        Data::Error(error) => Value::Error(error.to_string()),
        _ => return None,
    })
}
