//! Rows of a sheet as people type and paste them, and what they record.
//! Never a browser.

use rstest::rstest;

use super::*;
use crate::calendar::Instant;
use crate::id::{ReplicaId, WorkbookId};
use crate::workbook::{Stamp, Workbook};

fn today() -> Date {
    "2026-03-05".parse().unwrap()
}

fn book() -> (Workbook, Stamp) {
    let at = Instant::of_day(today(), 0);
    let stamp = Stamp { at, by: String::new() };
    let replica = ReplicaId::from_bits(7);
    let id = WorkbookId::from_bits(9);
    let mut book = Workbook::create(id, replica, "t", Currency::CNY, &stamp);
    for row in ["c-1|A-1|2026-1-1|2026-1-31|100", "c-1|A-2|2026-1-1|2026-1-20|50"] {
        let command = read_text(&book, SheetKind::Documents(DocumentKind::Invoice), row, false);
        book.apply(command.unwrap(), &stamp).unwrap();
    }
    (book, stamp)
}

fn read_text(
    book: &Workbook,
    kind: SheetKind,
    row: &str,
    allocates: bool,
) -> Result<Command, Vec<Mistake>> {
    let cells: Vec<String> = row.split('|').map(str::to_owned).collect();
    read(kind, &cells, allocates, book.ledger(), today())
}

#[rstest]
#[case("C-1|B-1|3/1|+30|¥1,200.50", "")]
#[case("|B-1|3/1||1200", "Customer Missing")]
#[case("C-1|B-1|||", "Amount Missing, IssuedOn Missing")]
#[case("C-1|B-1|3/50|soon|12%", "Amount NotAnAmount, IssuedOn NotADate, DueOn NotADate")]
#[case("C-1|6.22E+18|3/1||1", "Number Spoiled")]
#[case("C-1|B-1|3/1||1|yuan", "Currency NotACurrency")]
fn every_cell_that_cannot_be_read_is_named(#[case] row: &str, #[case] expected: &str) {
    let (book, _) = book();
    let read = read_text(&book, SheetKind::Documents(DocumentKind::Invoice), row, false);
    let mistakes = read.err().unwrap_or_default();
    let said = mistakes.iter().map(|held| format!("{:?} {:?}", held.column, held.kind));
    assert_eq!(said.collect::<Vec<_>>().join(", "), expected);
}

#[test]
fn a_receipt_settles_the_oldest_due_or_stays_unapplied() {
    let (mut book, stamp) = book();
    let row = "C-1|3/1|70||bank|ref 1";
    let Ok(Command::RecordReceipt { allocations, .. }) =
        read_text(&book, SheetKind::Receipts, row, false)
    else {
        panic!("no receipt")
    };
    assert!(allocations.is_empty());
    let command = read_text(&book, SheetKind::Receipts, row, true).unwrap();
    book.apply(command, &stamp).unwrap();
    let account = book.ledger().account(&Key::of("c-1")).unwrap();
    let open: Vec<i64> =
        account.parts.iter().map(|part| account.outstanding(part, today().number())).collect();
    assert_eq!(open.iter().sum::<i64>(), 8_000, "70 of 150 is settled");
    assert!(open.contains(&0), "the one due on 20 January is settled first");
}

#[test]
fn a_row_with_only_its_first_day_is_blank() {
    let row = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
    assert!(SheetKind::Receipts.is_blank(&row("|2026-03-05||| ")));
    assert!(!SheetKind::Receipts.is_blank(&row("|2026-03-05|5||")));
}
