//! A table as text whose columns line up, Chinese characters taking two places.
//! Never wraps or cuts a cell.

use crate::calendar::AsOf;
use crate::say::{Language, ReportWord, report_word};

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A table of text cells.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    aligns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A table with these columns and headings.
    pub(super) fn new(columns: Vec<(Align, String)>) -> Self {
        let (aligns, headings) = columns.into_iter().unzip();
        Self { aligns, rows: vec![headings] }
    }

    /// A table with these columns, headed by words of reports.
    pub(super) fn headed(columns: &[(Align, ReportWord)], language: Language) -> Self {
        let word = |heading| report_word(heading, language).to_owned();
        Self::new(columns.iter().map(|(align, heading)| (*align, word(*heading))).collect())
    }

    /// Adds a row.
    pub(super) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// The table with a line under its headings, two blanks between columns.
    pub(super) fn write(&self, out: &mut String) {
        let widths: Vec<usize> = (0..self.aligns.len())
            .map(|place| self.rows.iter().map(|row| cell_width(row, place)).max().unwrap_or(0))
            .collect();
        for (index, row) in self.rows.iter().enumerate() {
            let mut line = String::new();
            for ((cell, align), wanted) in row.iter().zip(&self.aligns).zip(&widths) {
                let cell = one_line(cell);
                let blanks = " ".repeat(wanted.saturating_sub(width(&cell)));
                match align {
                    Align::Left => line.extend([cell.as_str(), &blanks, "  "]),
                    Align::Right => line.extend([blanks.as_str(), &cell, "  "]),
                }
            }
            out.push_str(line.trim_end());
            out.push('\n');
            if index == 0 {
                let total = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
                out.push_str(&"─".repeat(total));
                out.push('\n');
            }
        }
    }
}

/// A report of one table: its title with its day, then its rows below these headings.
pub(super) fn one_table(
    (title, as_of): (ReportWord, AsOf),
    columns: &[(Align, ReportWord)],
    rows: impl Iterator<Item = Vec<String>>,
    language: Language,
) -> String {
    let mut out = format!("{} {as_of}\n\n", report_word(title, language));
    let mut sheet = Sheet::headed(columns, language);
    for row in rows {
        sheet.push(row);
    }
    sheet.write(&mut out);
    out
}

fn cell_width(row: &[String], place: usize) -> usize {
    row.get(place).map_or(0, |cell| width(&one_line(cell)))
}

/// The cell without line breaks and other control characters, which would break the table or
/// command a terminal.
pub(super) fn one_line(cell: &str) -> String {
    cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// How many places a text takes on a terminal.
fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// Two places for East Asian wide and full-width characters, none for marks that join the
/// character before (Unicode, annex 11).
const fn char_width(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn columns_line_up_in_chinese_too() {
        let heading = |align, text: &str| (align, text.to_owned());
        let mut sheet =
            Sheet::new(vec![heading(Align::Left, "客户名称"), heading(Align::Right, "金额")]);
        for (name, amount) in [("华美服饰", "1,200.00"), ("Ace\nLtd", "−5.00")] {
            sheet.push(vec![name.to_owned(), amount.to_owned()]);
        }
        let mut text = String::new();
        sheet.write(&mut text);
        expect![[r#"
            客户名称      金额
            ──────────────────
            华美服饰  1,200.00
            Ace Ltd      −5.00
        "#]]
        .assert_eq(&text);
    }
}
