//! Spreadsheet files to rows of cells.
//! Never computes with a floating-point number: it becomes text at once, and text becomes money.

use std::io::Cursor;

use calamine::{
    Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use super::decode::Content;
use super::grid::{Grid, Nature};
use super::plan::has_known_headings;
use crate::workbook::problem::{FileFormat, TableError};

/// The first sheet with headings that are recognised, else the first that is not empty.
pub(super) fn read(bytes: &[u8], content: Content) -> Result<Grid, TableError> {
    match content {
        Content::Zip => read_xlsx(bytes),
        Content::CompoundFile => read_xls(bytes),
        Content::Text => Err(TableError::NotATable),
    }
}

fn read_xlsx(bytes: &[u8]) -> Result<Grid, TableError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
            TableError::Unsupported { format: FileFormat::Archive }
        }
        XlsxError::Password => TableError::Protected,
        error => damaged(&error),
    })?;
    let names = sheets(book.sheets_metadata());
    first_table(names, |name| {
        let mut cells = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
        let mut sheet = Sheet::default();
        while let Some(cell) = cells.next_cell().map_err(|error| damaged(&error))? {
            let (row, column) = cell.get_position();
            let (text, nature) = match cell.get_value() {
                DataRef::SharedString(text) => ((*text).to_owned(), Nature::Text),
                other => of_cell(&Data::from(other.clone())),
            };
            sheet.push(row, column, &text, nature)?;
        }
        sheet.finish()
    })
}

fn read_xls(bytes: &[u8]) -> Result<Grid, TableError> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => TableError::Protected,
        // An encrypted XLSX is a compound file without a workbook stream.
        _ if has_encrypted_package(bytes) => TableError::Protected,
        error => damaged(&error),
    })?;
    let names = sheets(book.sheets_metadata());
    first_table(names, |name| {
        let range = book.worksheet_range(name).map_err(|error| damaged(&error))?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut sheet = Sheet::default();
        for (row, cells) in (first_row..).zip(range.rows()) {
            for (column, cell) in (first_column..).zip(cells) {
                let (text, nature) = of_cell(cell);
                sheet.push(row, column, &text, nature)?;
            }
        }
        sheet.finish()
    })
}

fn damaged(error: &dyn std::fmt::Display) -> TableError {
    TableError::Damaged { detail: error.to_string() }
}

/// True for a compound file that holds an encrypted XLSX.
fn has_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// The first sheet in which headings are recognised, else the first that is not empty.
fn first_table(
    names: Vec<String>,
    mut read: impl FnMut(&str) -> Result<Grid, TableError>,
) -> Result<Grid, TableError> {
    let mut filled = None;
    let mut error = TableError::Empty;
    for name in names {
        match read(&name) {
            Ok(grid) if has_known_headings(&grid) => return Ok(grid),
            Ok(grid) if filled.is_none() && !grid.is_empty() => filled = Some(grid),
            Ok(_) => {}
            // Another sheet may hold the table; if none does, this is why.
            Err(unread) => error = unread,
        }
    }
    filled.ok_or(error)
}

/// Names of the sheets with cells, hidden ones last.
fn sheets(all: &[calamine::Sheet]) -> Vec<String> {
    let mut sheets: Vec<_> = all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    sheets.sort_by_key(|sheet| sheet.visible != SheetVisible::Visible);
    sheets.into_iter().map(|sheet| sheet.name.clone()).collect()
}

/// The cells of one sheet, which may come in any order and with gaps.
#[derive(Default)]
struct Sheet {
    text: String,
    cells: Vec<SheetCell>,
}

struct SheetCell {
    row: u32,
    column: u32,
    /// Where the cell's text ends; it begins where the one before ends.
    text: std::ops::Range<usize>,
    nature: Nature,
}

impl Sheet {
    fn push(
        &mut self,
        row: u32,
        column: u32,
        text: &str,
        nature: Nature,
    ) -> Result<(), TableError> {
        if text.is_empty() {
            return Ok(());
        }
        let start = self.text.len();
        self.text.push_str(text);
        if self.text.len() > SHEET_TEXT_BYTES_MAX {
            return Err(TableError::TooLarge { bytes: None, limit: SHEET_TEXT_BYTES_MAX as u64 });
        }
        self.cells.push(SheetCell { row, column, text: start..self.text.len(), nature });
        Ok(())
    }

    fn finish(mut self) -> Result<Grid, TableError> {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        let mut grid = Grid::of_spreadsheet();
        for row in self.cells.chunk_by(|a, b| a.row == b.row) {
            let mut next = 0;
            for cell in row {
                while next < cell.column {
                    grid.push_cell("", Nature::Text)?;
                    next += 1;
                }
                let text = self.text.get(cell.text.clone()).unwrap_or("");
                grid.push_cell(text, cell.nature)?;
                next += 1;
            }
            let line = row.first().map_or(0, |cell| cell.row.saturating_add(1));
            grid.end_row(line, false);
        }
        Ok(grid)
    }
}

/// Text of one sheet; a packed file can hold far more than its size shows.
const SHEET_TEXT_BYTES_MAX: usize = 400_000_000;

/// A cell as text: numbers in plain decimals with as many digits as tell them apart, dates in ISO
/// form, errors as the spreadsheet shows them.
fn of_cell(cell: &Data) -> (String, Nature) {
    match cell {
        Data::Int(number) => (number.to_string(), Nature::Number),
        Data::Float(number) if number.is_finite() => (number.to_string(), Nature::Number),
        Data::Float(_) | Data::Empty => (String::new(), Nature::Text),
        Data::String(text) | Data::DurationIso(text) => (text.clone(), Nature::Text),
        Data::Bool(value) => (value.to_string(), Nature::Text),
        Data::DateTime(date) => of_date(date),
        Data::DateTimeIso(text) => (text.clone(), Nature::Date),
        Data::Error(error) => (error.to_string(), Nature::Text),
    }
}

/// The day of a date cell; a time of day without a date stays one, and is refused as a date.
fn of_date(date: &ExcelDateTime) -> (String, Nature) {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if date.is_duration() || date.as_f64() < 1.0 {
        return (format!("{hour:02}:{minute:02}:{second:02}"), Nature::Text);
    }
    (format!("{year:04}-{month:02}-{day:02}"), Nature::Date)
}
