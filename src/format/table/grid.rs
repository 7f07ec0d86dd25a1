//! The cells of a table as they stand in the file, row by row.
//! Never interprets a cell: what it means depends on its column.

use crate::workbook::problem::TableError;

/// Rows of cells in one long text, so that a cell costs four bytes and no allocation.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    text: String,
    /// Where each cell ends in `text`; it begins where the one before ends.
    ends: Vec<u32>,
    /// What the spreadsheet says of each cell; empty for a text file, which says nothing.
    natures: Vec<Nature>,
    rows: Vec<Span>,
    spreadsheet: bool,
    damaged: bool,
}

#[derive(Clone, Copy, Debug)]
struct Span {
    line: u32,
    /// The row's cells end before this index of `ends`.
    cells_end: u32,
    broken: bool,
}

/// What a spreadsheet knows of a cell beyond its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nature {
    /// Text, or a cell of a text file.
    #[default]
    Text,
    /// A number, in plain decimals without an exponent.
    Number,
    /// A date, in ISO form.
    Date,
}

/// One row of a [`Grid`].
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    grid: &'a Grid,
    span: Span,
    first: usize,
}

/// Bytes of text in one grid; more would not fit the offsets, and no bookkeeper has it.
const TEXT_BYTES_MAX: usize = 1 << 30;
/// Cells in one grid.
const CELLS_MAX: usize = 1 << 26;

impl Grid {
    /// A grid for the cells of a spreadsheet, where no separator can shift them.
    #[cfg(feature = "xlsx")]
    pub(super) fn of_spreadsheet() -> Self {
        Self { spreadsheet: true, ..Self::default() }
    }

    /// Adds a cell to the row that is being written, without blanks around it.
    pub(super) fn push_cell(&mut self, cell: &str, nature: Nature) -> Result<(), TableError> {
        let cell = cell.trim_matches(is_blank);
        let length = self.text.len() + cell.len();
        if length > TEXT_BYTES_MAX || self.ends.len() >= CELLS_MAX {
            return Err(TableError::TooLarge { bytes: None, limit: TEXT_BYTES_MAX as u64 });
        }
        self.damaged |= cell.contains(char::REPLACEMENT_CHARACTER);
        self.text.push_str(cell);
        if nature != Nature::Text || !self.natures.is_empty() {
            self.natures.resize(self.ends.len(), Nature::Text);
            self.natures.push(nature);
        }
        self.ends.push(u32::try_from(length).unwrap_or(u32::MAX));
        Ok(())
    }

    /// Ends the row that is being written. `line` is its number as the spreadsheet shows it;
    /// `broken` when its cells are not sure to be the ones that were meant.
    pub(super) fn end_row(&mut self, line: u32, broken: bool) {
        let cells_end = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.rows.push(Span { line, cells_end, broken });
    }

    /// How many rows there are, blank ones left out.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True without any row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// True for a text file, whose cells a stray separator can shift.
    #[must_use]
    pub fn is_text(&self) -> bool {
        !self.spreadsheet
    }

    /// True when some character could not be decoded.
    #[must_use]
    pub fn has_damaged_text(&self) -> bool {
        self.damaged
    }

    /// The row at that place, from 0.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<Row<'_>> {
        let span = *self.rows.get(place)?;
        let before = place.checked_sub(1).and_then(|before| self.rows.get(before));
        Some(Row { grid: self, span, first: before.map_or(0, |row| row.cells_end as usize) })
    }

    /// The rows from that place on.
    pub fn rows_from(&self, place: usize) -> impl Iterator<Item = Row<'_>> {
        (place..self.rows.len()).filter_map(|place| self.row(place))
    }
}

impl<'a> Row<'a> {
    /// Its number as the spreadsheet shows it, from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.span.line
    }

    /// True when an unclosed quotation mark makes its cells unsure.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.span.broken
    }

    /// How many cells it has, trailing blank ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.span.cells_end as usize).saturating_sub(self.first)
    }

    /// True without any cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cell in that column, from 0; empty when the row is shorter.
    #[must_use]
    pub fn cell(&self, column: usize) -> &'a str {
        if column >= self.len() {
            return "";
        }
        let place = self.first + column;
        let end = self.grid.ends.get(place).copied().unwrap_or(0) as usize;
        let before = place.checked_sub(1).and_then(|before| self.grid.ends.get(before));
        let begin = before.copied().unwrap_or(0) as usize;
        self.grid.text.get(begin..end).unwrap_or("")
    }

    /// What the spreadsheet says of that cell.
    #[must_use]
    pub fn nature(&self, column: usize) -> Nature {
        if column >= self.len() {
            return Nature::Text;
        }
        self.grid.natures.get(self.first + column).copied().unwrap_or_default()
    }

    /// Its cells in order.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |column| self.cell(column))
    }

    /// How many cells it has up to the last that is not blank.
    #[must_use]
    pub fn filled_len(&self) -> usize {
        (0..self.len()).rev().find(|column| !self.cell(*column).is_empty()).map_or(0, |c| c + 1)
    }
}

/// Blanks at the edge of a cell, byte-order and zero-width marks included.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_cells_and_lines() {
        let mut grid = Grid::default();
        for cell in ["a", " b\u{a0}", ""] {
            grid.push_cell(cell, Nature::Text).unwrap();
        }
        grid.end_row(1, false);
        grid.push_cell("1.5", Nature::Number).unwrap();
        grid.end_row(4, true);
        let first = grid.row(0).unwrap();
        assert_eq!(first.cells().collect::<Vec<_>>(), ["a", "b", ""]);
        assert_eq!((first.filled_len(), first.nature(0)), (2, Nature::Text));
        let second = grid.row(1).unwrap();
        assert_eq!((second.line(), second.is_broken()), (4, true));
        assert_eq!((second.cell(0), second.nature(0), second.cell(7)), ("1.5", Nature::Number, ""));
        assert!(grid.row(2).is_none());
    }
}
