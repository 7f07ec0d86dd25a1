//! Text with separators to rows of cells (A7, BROWSERS: pasting and CSV).
//! Never drops a ragged row, and never lets one stray quotation mark swallow the rows after it.

use super::grid::{Grid, Nature};
use crate::workbook::problem::TableError;

/// The rows of a text whose separator is found by [`separator`].
pub(super) fn read(text: &str) -> Result<Grid, TableError> {
    let (separator, text, first_line) = match stated_separator(text) {
        Some((separator, rest)) => (separator, rest, 2),
        None => (separator(text), text, 1),
    };
    let mut reading = Reading { grid: Grid::default(), line: first_line, separator };
    reading.read(text)?;
    Ok(reading.grid)
}

/// The separator that a first line `sep=;` names, and the text below it.
fn stated_separator(text: &str) -> Option<(u8, &str)> {
    let rest = text.trim_start_matches('\u{feff}').strip_prefix("sep=")?;
    let separator = *rest.as_bytes().first().filter(|byte| byte.is_ascii())?;
    let rest = rest.get(1..)?;
    let below = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    Some((separator, below))
}

/// Rows looked at to find the separator.
const SAMPLE_ROWS: usize = 200;
/// What separates cells in the tables that accounting packages export.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The separator that gives most cells to most rows: of the rows that it divides alike, their
/// number times the separators in each.
fn separator(text: &str) -> u8 {
    let mut rows = [const { Vec::new() }; SEPARATORS.len()];
    for counts in separators_by_row(text) {
        for (rows, count) in rows.iter_mut().zip(counts) {
            rows.extend((count > 0).then_some(count));
        }
    }
    let weight = |rows: &mut Vec<u32>| {
        rows.sort_unstable();
        let alike = rows.chunk_by(|a, b| a == b);
        alike.map(|rows| rows.iter().sum::<u32>()).max().unwrap_or(0)
    };
    // The first of equals, so that a text without any separator is read with commas.
    let weighed = SEPARATORS.iter().zip(rows.iter_mut().map(weight));
    let best = weighed.rev().max_by_key(|(_, weight)| *weight);
    best.map_or(b',', |(separator, _)| *separator)
}

/// How many of each separator stand outside quotation marks in each of the first rows.
fn separators_by_row(text: &str) -> Vec<[u32; SEPARATORS.len()]> {
    let mut rows = Vec::new();
    let mut counts = [0; SEPARATORS.len()];
    let mut quoted = false;
    let mut within_number = 0;
    let mut before = b' ';
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        quoted ^= byte == b'"';
        if !quoted {
            for (separator, count) in SEPARATORS.iter().zip(&mut counts) {
                *count += u32::from(byte == *separator);
            }
            let digits = before.is_ascii_digit() && bytes.peek().is_some_and(u8::is_ascii_digit);
            within_number += u32::from(byte == b',' && digits);
        }
        before = byte;
        if bytes.peek().is_some() && (quoted || !matches!(byte, b'\n' | b'\r')) {
            continue;
        }
        let [commas, others @ ..] = &mut counts;
        // Where another separator stands, commas between digits are marks of numbers.
        if others.iter().any(|count| *count > 0) {
            *commas -= within_number;
        }
        rows.push(std::mem::take(&mut counts));
        within_number = 0;
        if rows.len() >= SAMPLE_ROWS {
            break;
        }
    }
    rows
}

struct Reading {
    grid: Grid,
    /// Number of the next row as the spreadsheet shows it.
    line: u32,
    separator: u8,
}

/// A spreadsheet's longest cell; a longer quoted one was opened by mistake.
const CELL_CHARS_MAX: usize = 32_767;
/// After so many stray quotation marks the file is taken not to quote at all, so that hostile
/// input costs no more than so many passes.
const STRAYS_MAX: u32 = 20;

impl Reading {
    fn read(&mut self, text: &str) -> Result<(), TableError> {
        let mut rest = text;
        for _ in 0..STRAYS_MAX {
            match self.read_quoted(rest)? {
                // The line is read again as it stands, and the rest from the next line on.
                Some(stray) => rest = self.read_line(rest.get(stray..).unwrap_or(""))?,
                None => return Ok(()),
            }
        }
        while !rest.is_empty() {
            rest = self.read_line(rest)?;
        }
        Ok(())
    }

    /// Reads rows until the end, or until the place of one whose quotation marks do not match.
    fn read_quoted(&mut self, text: &str) -> Result<Option<usize>, TableError> {
        let mut reader = ::csv::ReaderBuilder::new()
            .delimiter(self.separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut record = ::csv::StringRecord::new();
        loop {
            let mut place = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            place += self.skip_blank_lines(text, place);
            // Reading bytes of a text in memory cannot fail; were it to, the file is no table.
            if !reader.read_record(&mut record).map_err(|_| TableError::NotATable)? {
                return Ok(None);
            }
            let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            let raw = text.get(place..end).unwrap_or("").trim_end_matches(['\r', '\n']);
            if raw.contains(['\n', '\r']) && !self.is_well_quoted(raw) {
                return Ok(Some(place));
            }
            for cell in &record {
                self.grid.push_cell(unguarded(cell), Nature::Text)?;
            }
            self.grid.end_row(self.line, false);
            self.line += 1;
        }
    }

    /// Counts the blank lines at `place`, which the reader below passes over, and returns their
    /// length in bytes.
    fn skip_blank_lines(&mut self, text: &str, place: usize) -> usize {
        let rest = text.as_bytes().get(place..).unwrap_or_default();
        let ended_by_return = place > 0 && text.as_bytes().get(place - 1) == Some(&b'\r');
        // The second half of the line end before.
        let mut skipped = usize::from(ended_by_return && rest.first() == Some(&b'\n'));
        loop {
            let blank = match rest.get(skipped..).unwrap_or_default() {
                [b'\r', b'\n', ..] => 2,
                [b'\r' | b'\n', ..] => 1,
                _ => return skipped,
            };
            skipped += blank;
            self.line += 1;
        }
    }

    /// True when every quoted cell ends before a separator or the end and is no longer than a
    /// spreadsheet's.
    fn is_well_quoted(&self, raw: &str) -> bool {
        let mut rest = raw.as_bytes();
        loop {
            let Some(quoted) = rest.strip_prefix(b"\"") else {
                match rest.iter().position(|byte| *byte == self.separator) {
                    Some(end) => rest = rest.get(end + 1..).unwrap_or_default(),
                    None => return true,
                }
                continue;
            };
            let Some(end) = closing_quote(quoted).filter(|end| *end <= 4 * CELL_CHARS_MAX) else {
                return false;
            };
            match quoted.get(end + 1..).unwrap_or_default() {
                [] => return true,
                [byte, after @ ..] if *byte == self.separator => rest = after,
                _ => return false,
            }
        }
    }

    /// Reads the first line of `text` without regard to quotation marks, and returns the rest.
    fn read_line<'a>(&mut self, text: &'a str) -> Result<&'a str, TableError> {
        let end = text.find(['\n', '\r']).unwrap_or(text.len());
        let (line, rest) = text.split_at(end);
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']));
        if !line.is_empty() {
            for cell in line.split(char::from(self.separator)) {
                self.grid.push_cell(unguarded(cell), Nature::Text)?;
            }
            self.grid.end_row(self.line, line.contains('"'));
        }
        self.line += 1;
        Ok(rest.unwrap_or(""))
    }
}

/// Where a quoted cell ends; doubled quotation marks stand for one.
fn closing_quote(cell: &[u8]) -> Option<usize> {
    let mut place = 0;
    loop {
        place += cell.get(place..)?.iter().position(|byte| *byte == b'"')?;
        if cell.get(place + 1) != Some(&b'"') {
            return Some(place);
        }
        place += 2;
    }
}

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula: exactly
/// the guard that our own export puts before text, never before a number (BROWSERS).
fn unguarded(cell: &str) -> &str {
    let Some(guarded) = cell.strip_prefix('\'') else { return cell };
    let is_formula = guarded.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]);
    if is_formula && !is_number(guarded) { guarded } else { cell }
}

/// A plain decimal number, perhaps with a sign.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Rows as `line: cell | cell`, a broken one with `!`.
    fn rows(text: &str) -> String {
        let grid = read(text).unwrap();
        let row = |row: super::super::grid::Row<'_>| {
            let mark = if row.is_broken() { "!" } else { ":" };
            format!("{}{mark} {}\n", row.line(), row.cells().collect::<Vec<_>>().join(" | "))
        };
        grid.rows_from(0).map(row).collect()
    }

    #[rstest]
    #[case::commas("a,b,c\n1,2,3\n", b',')]
    #[case::semicolons_with_decimal_commas("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", b';')]
    #[case::tabs_with_thousands("a\tb\n1,234\t2\n1,234,567\t2\n5\t6\n", b'\t')]
    #[case::separators_in_quotes("\"a;x\";\"b,y,z\"\n1;2\n", b';')]
    #[case::a_title_above("Open items, 2024\n\na;b;c\n1;2;3\n", b';')]
    #[case::bars("a|b|c\n1|2|3\n", b'|')]
    #[case::no_separator("a\nb\n", b',')]
    fn the_separator_is_found(#[case] text: &str, #[case] expected: u8) {
        assert_eq!(separator(text), expected);
    }

    #[rstest]
    #[case::line_ends("a,b\r\n1,2\n3,4\r5,6", "1: a | b\n2: 1 | 2\n3: 3 | 4\n4: 5 | 6\n")]
    #[case::blank_lines("\r\na,b\r\n\r\n\r\n1,2\r\n", "2: a | b\n5: 1 | 2\n")]
    #[case::ragged("a,b,c\n1\n1,2,3,4\n", "1: a | b | c\n2: 1\n3: 1 | 2 | 3 | 4\n")]
    #[case::lines_in_a_cell("a,\"x\r\ny\"\r\n1,2\n", "1: a | x\r\ny\n2: 1 | 2\n")]
    #[case::doubled_quotes("a,\"5\"\" pipe\"\n", "1: a | 5\" pipe\n")]
    #[case::a_quote_within("a,5\" pipe\n1,2\n", "1: a | 5\" pipe\n2: 1 | 2\n")]
    #[case::unclosed_to_the_end(
        "a,b\n1,\"x\n2,y\n3,z\n",
        "1: a | b\n2! 1 | \"x\n3: 2 | y\n4: 3 | z\n"
    )]
    #[case::two_strays("a,b\n1,\"x\n2,\"y\n3,z", "1: a | b\n2! 1 | \"x\n3! 2 | \"y\n4: 3 | z\n")]
    #[case::stated("sep=;\r\na;b,c\r\n", "2: a | b,c\n")]
    fn rows_are_as_a_spreadsheet_shows_them(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn many_stray_quotes_end_quoting() {
        let text = "a,b\n".to_owned() + &"1,\"x\n".repeat(100);
        let grid = read(&text).unwrap();
        assert_eq!(grid.len(), 101);
        assert!(grid.rows_from(1).all(|row| row.is_broken() && row.cell(1) == "\"x"));
    }

    #[rstest]
    #[case("'=1+1", "=1+1")]
    #[case("'@home", "@home")]
    #[case("'\u{ff1d}x", "\u{ff1d}x")]
    #[case("'-5", "'-5")]
    #[case("'-5 a", "-5 a")]
    #[case("'001", "'001")]
    #[case("''=1", "''=1")]
    fn only_the_guard_against_formulas_is_stripped(#[case] cell: &str, #[case] expected: &str) {
        assert_eq!(unguarded(cell), expected);
    }
}
