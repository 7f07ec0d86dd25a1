//! Spreadsheet files made here, byte by byte, with the cells that go wrong in real ones.
//! Never a file from elsewhere.

use super::*;

/// A packed file that stores its parts as they are.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let offset = u32::try_from(bytes.len()).unwrap();
        let length = u32::try_from(text.len()).unwrap().to_le_bytes();
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x50];
        common.extend(checksum(text.as_bytes()).to_le_bytes());
        common.extend([length, length].concat());
        common.extend(name_length);
        bytes.extend(b"PK\x03\x04");
        bytes.extend([common.as_slice(), &[0, 0], name.as_bytes(), text.as_bytes()].concat());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend([common.as_slice(), &[0; 12], &offset.to_le_bytes()].concat());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let begin = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let length = u32::try_from(directory.len()).unwrap().to_le_bytes();
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([&count[..], &count, &length, &begin, &[0, 0]].concat());
    bytes
}

/// CRC-32 as packed files use it.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

/// A workbook whose sheets hold these rows of XML; style 1 is a date.
fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut list = String::new();
    let mut links =
        format!("<Relationship Id=\"s\" Type=\"{KIND}/styles\" Target=\"styles.xml\"/>");
    let mut parts = Vec::new();
    for ((name, rows), number) in sheets.iter().zip(1..) {
        list += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
        let target = format!("worksheets/sheet{number}.xml");
        links += &format!(
            "<Relationship Id=\"r{number}\" Type=\"{KIND}/worksheet\" Target=\"{target}\"/>"
        );
        let sheet =
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/{target}"), sheet));
    }
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>\
         </styleSheet>"
    );
    let book =
        format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{KIND}\"><sheets>{list}</sheets></workbook>");
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"b\" Type=\"{KIND}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let links = format!("<Relationships xmlns=\"{PACKAGE}\">{links}</Relationships>");
    let fixed = [
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &links),
        ("xl/styles.xml", &styles),
    ];
    let of_sheets = parts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    archive(&fixed.iter().map(|(n, t)| (*n, t.as_str())).chain(of_sheets).collect::<Vec<_>>())
}

/// Rows of cells: a text, `=` before a number, `@` before a number shown as a date. The rows stand
/// at the given numbers.
fn rows(rows: &[(u32, &[&str])]) -> String {
    let cell = |(cell, column): (&&str, char), row: u32| match cell.chars().next() {
        None => String::new(),
        Some('=') => format!("<c r=\"{column}{row}\"><v>{}</v></c>", &cell[1..]),
        Some('@') => format!("<c r=\"{column}{row}\" s=\"1\"><v>{}</v></c>", &cell[1..]),
        Some(_) => format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
    };
    let row = |(number, cells): &(u32, &[&str])| {
        let cells: String = cells.iter().zip('A'..).map(|at| cell(at, *number)).collect();
        format!("<row r=\"{number}\">{cells}</row>")
    };
    rows.iter().map(row).collect()
}

fn read_sheets(sheets: &[(&str, &str)]) -> Draft {
    draft(&workbook(sheets), &options()).unwrap()
}

#[test]
fn cells_keep_their_place_and_nature() {
    let sheet = rows(&[
        (1, &["应收账款"]),
        (3, &["客户编号", "发票号", "发票日期", "到期日", "金额", "已付金额"]),
        (4, &["0017", "=1930571429", "@43888", "@43903.5", "=8734.709999999999", "=0"]),
        (5, &["A", "=1234567890123456", "@43888", "@43903", "=5"]),
        (6, &["A", "X2", "@0.018", "@43903", "=5"]),
        (8, &["A", "X3", "=43888", "2020/3/13", "1,234.50", "", "a note beside the table"]),
    ]);
    let draft = read_sheets(&[("Sheet1", &sheet)]);
    let expected = "4: 0017 1930571429 8734.71 CNY of 2020-02-27 due 2020-03-13 got 0.00 on \
                    2024-06-30 undated\n\
                    8: A X3 1234.50 CNY of 2020-02-27 due 2020-03-13 got 0.00 on \
                    2024-06-30 undated";
    assert_eq!(listed(&draft), expected);
    let expected = "row 5: number \"1234567890123456\" is what a spreadsheet left of a long \
                    number: export the column as text\n\
                    row 6: invoice date \"00:25:55\" is what a spreadsheet left of a date: export \
                    the column as text";
    assert_eq!(said(&draft), expected);
}

#[test]
fn the_first_sheet_with_known_headings_is_read() {
    let notes = rows(&[(1, &["Read me"]), (2, &["first", "second"])]);
    let table = rows(&[(1, &["Customer", "Invoice No", "Amount"]), (2, &["A", "=1", "=5"])]);
    let draft = read_sheets(&[("notes", &notes), ("broken", "<c"), ("table", &table)]);
    assert_eq!(listed(&draft), "2: A 1 5.00 CNY");
}

#[test]
fn cells_may_come_in_any_order() {
    let mut table = rows(&[(3, &["B", "=2", "=6"]), (2, &["A", "=1", "=5"])]);
    table += &rows(&[(1, &["Customer", "Invoice No", "Amount"])]);
    assert_eq!(listed(&read_sheets(&[("table", &table)])), "2: A 1 5.00 CNY\n3: B 2 6.00 CNY");
}

#[test]
fn a_damaged_sheet_says_so_and_an_empty_one_too() {
    use crate::workbook::problem::TableError;
    let error = draft(&workbook(&[("broken", "<row><c")]), &options()).unwrap_err();
    assert!(matches!(error, TableError::Damaged { .. }), "{error:?}");
    assert_eq!(draft(&workbook(&[("empty", "")]), &options()), Err(TableError::Empty));
}

#[test]
fn no_flipped_or_missing_byte_ends_the_program() {
    let table = rows(&[(1, &["Customer", "Invoice No", "Amount"]), (2, &["A", "=1", "@5"])]);
    let whole = workbook(&[("table", &table)]);
    for place in (0..whole.len()).step_by(3) {
        let mut flipped = whole.clone();
        flipped[place] ^= 0x15;
        // Whatever comes of it: a table, or an error that is said.
        for bytes in [&flipped[..], &whole[..place]] {
            if let Err(error) = draft(bytes, &options()) {
                assert!(!table_error(&error, Language::En).is_empty());
            }
        }
    }
}
