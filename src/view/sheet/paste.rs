//! Rows pasted from a spreadsheet (A7; BROWSERS, pasting): tab-separated text with quoted cells.
//! Never drops a cell: a row shorter or longer than the others keeps what it has.

use std::collections::BTreeMap;

use super::{SheetColumn, SheetKind};

/// Pasted rows as cells by their place among the columns of a sheet, from `column` on; below a row
/// of headings by what these say. What stands beyond the columns goes to the end of the last one.
#[must_use]
pub fn placed(kind: SheetKind, text: &str, column: usize) -> Vec<BTreeMap<usize, String>> {
    let mut rows = rows(text);
    let headed = rows.first().and_then(|first| headings(kind, first));
    if headed.is_some() {
        rows.remove(0);
    }
    let count = kind.columns().len();
    let place_of = |place: usize| match &headed {
        Some(columns) => {
            let column = (*columns.get(place)?)?;
            kind.columns().iter().position(|held| *held == column)
        }
        None => Some(column + place).filter(|place| *place < count),
    };
    let cells = |row: Vec<String>| {
        let (mut cells, mut beyond) = (BTreeMap::new(), Vec::new());
        for (place, text) in row.into_iter().enumerate() {
            match place_of(place) {
                Some(place) => drop(cells.insert(place, text)),
                None if text.trim().is_empty() => {}
                None => beyond.push(text),
            }
        }
        if !beyond.is_empty() {
            let last = cells.remove(&(count - 1)).filter(|last| !last.trim().is_empty());
            let all: Vec<String> = last.into_iter().chain(beyond).collect();
            cells.insert(count - 1, all.join(" "));
        }
        cells
    };
    rows.into_iter().map(cells).collect()
}

/// The rows of pasted text. A cell that starts with a quote may hold tabs, line breaks and doubled
/// quotes; lines end with CRLF, LF or CR; the line break after the last row is no row.
#[must_use]
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let (mut quoted, mut begun) = (false, false);
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && !begun => (quoted, begun) = (true, true),
            '\t' if !quoted => {
                row.push(std::mem::take(&mut cell));
                begun = false;
            }
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                begun = false;
            }
            other => {
                cell.push(other);
                begun = true;
            }
        }
    }
    if begun || !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// The columns that a row of headings names; `None` when any of its cells is no heading.
fn headings(kind: SheetKind, row: &[String]) -> Option<Vec<Option<SheetColumn>>> {
    let named = |cell: &String| {
        let text: String = cell.trim().chars().flat_map(char::to_lowercase).collect();
        let found = kind.columns().iter().find(|column| names(**column).contains(&text.as_str()));
        if text.is_empty() { Some(None) } else { found.map(|column| Some(*column)) }
    };
    let columns: Option<Vec<_>> = row.iter().map(named).collect();
    columns.filter(|columns| columns.iter().any(Option::is_some))
}

/// What a column is headed in spreadsheets that people keep; an import knows more of them (A7).
const fn names(column: SheetColumn) -> &'static [&'static str] {
    match column {
        SheetColumn::Customer => &["客户", "客户编号", "客户名称", "customer", "code", "name"],
        SheetColumn::Number => &["单号", "发票号", "编号", "number", "invoice", "no."],
        SheetColumn::IssuedOn => &["开票日期", "日期", "invoice date", "date"],
        SheetColumn::DueOn => &["到期日", "due date", "due"],
        SheetColumn::Amount => &["金额", "amount"],
        SheetColumn::Currency => &["币种", "currency"],
        SheetColumn::Contract => &["合同", "合同号", "contract", "order"],
        SheetColumn::Memo => &["备注", "memo", "note"],
        SheetColumn::ReceivedOn => &["收款日期", "日期", "received on", "date"],
        SheetColumn::Method => &["方式", "收款方式", "method"],
        SheetColumn::Reference => &["参考号", "流水号", "reference"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("a\tb\nc\td\n", "a|b;c|d")]
    #[case("a\tb\r\nc", "a|b;c")]
    #[case("\"a\tb\"\t\"c\nd\"\t\"say \"\"hi\"\"\"", "a\tb|c\nd|say \"hi\"")]
    #[case("5\" pipe\tx", "5\" pipe|x")]
    #[case("a\t\t\n\n\tb", "a||;;|b")]
    #[case("", "")]
    fn pasted_text_keeps_every_cell(#[case] text: &str, #[case] expected: &str) {
        let rows = rows(text).into_iter().map(|row| row.join("|")).collect::<Vec<_>>();
        assert_eq!(rows.join(";"), expected);
    }

    #[test]
    fn a_row_of_headings_says_which_column_is_which() {
        let row = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        let kind = SheetKind::Receipts;
        let named = headings(kind, &row(&["金额", " 客户 ", ""]));
        assert_eq!(named, Some(vec![Some(SheetColumn::Amount), Some(SheetColumn::Customer), None]));
        assert_eq!(headings(kind, &row(&["Amount", "C-017"])), None);
        assert_eq!(headings(kind, &row(&["", ""])), None);
    }

    #[rstest]
    #[case("C-1\t3/5\t70", 0, "0=C-1 1=3/5 2=70")]
    #[case("3/5\t70\tUSD", 1, "1=3/5 2=70 3=USD")]
    #[case("a\tb\tc", 5, "5=a 6=b c")]
    #[case("a\tb\t \tc", 6, "6=a b c")]
    #[case("a\t\t", 6, "6=a")]
    #[case("金额\t客户\t\n70\tC-1\tover", 3, "0=C-1 2=70 6=over")]
    fn every_pasted_cell_finds_a_place(
        #[case] text: &str,
        #[case] column: usize,
        #[case] expected: &str,
    ) {
        let placed = placed(SheetKind::Receipts, text, column);
        let row = placed.first().unwrap().iter().map(|(place, text)| format!("{place}={text}"));
        assert_eq!(placed.len(), 1);
        assert_eq!(row.collect::<Vec<_>>().join(" "), expected);
    }
}
