//! What the credit tab shows of a customer of a tiny book.
//! Never a figure of a rule: the tables of the rules have those.

use super::*;
use crate::calendar::{Date, Instant};
use crate::id::{ReplicaId, WorkbookId};
use crate::money::Currency;
use crate::record::{CreditClass, DocumentKind};
use crate::rule::credit::{Cause, credit};
use crate::view::sheet::{self, SheetKind};
use crate::workbook::{Command, Stamp, Workbook};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn stamp() -> Stamp {
    Stamp { at: Instant::of_day(day("2026-03-31"), 0), by: "Ann".to_owned() }
}

/// C-1 owes B-2 and B-1, of which B-1 was due first; C-2 owes 200,000.00 for a year.
fn book() -> Workbook {
    let (replica, id) = (ReplicaId::from_bits(7), WorkbookId::from_bits(9));
    let mut book = Workbook::create(id, replica, "t", Currency::CNY, &stamp());
    let rows = [
        "C-1|B-2|2026-2-1|2026-3-20|100",
        "C-1|B-1|2026-1-1|2026-2-20|50",
        "C-2|D-1|2025-1-1|2025-3-1|200000",
    ];
    for row in rows {
        let cells: Vec<String> = row.split('|').map(str::to_owned).collect();
        let kind = SheetKind::Documents(DocumentKind::Invoice);
        let today = day("2026-03-31");
        let command = sheet::read(kind, &cells, true, book.ledger(), today).unwrap();
        book.apply(command, &stamp()).unwrap();
    }
    book
}

fn sheet(book: &Workbook, customer: &str, as_of: &str) -> Option<CreditSheet> {
    let ledger = book.ledger();
    credit_sheet(ledger, &credit(ledger, day(as_of)), &Key::of(customer))
}

#[test]
fn periods_stand_with_their_numbers_the_nearest_first() {
    let held = sheet(&book(), "C-1", "2026-03-31").unwrap();
    let told: Vec<(&str, String)> =
        held.limitations.iter().map(|(no, it)| (no.as_str(), it.last_on.to_string())).collect();
    let expected = [("B-1", "2029-02-20".to_owned()), ("B-2", "2029-03-20".to_owned())];
    assert_eq!(told, expected);
}

#[test]
fn every_figure_comes_with_its_arithmetic_and_only_its_own_alerts() {
    let book = book();
    let held = sheet(&book, "C-2", "2026-03-31").unwrap();
    for lines in [&held.score, &held.class, &held.tier, &held.exposure] {
        assert!(!lines.is_empty(), "{held:?}");
    }
    let is_old = |alert: &Alert| matches!(alert.cause, Cause::OverdueDays { .. });
    assert!(held.alerts.iter().any(is_old));
    assert!(held.alerts.iter().all(|alert| alert.customer == Key::of("C-2")));
    let other = sheet(&book, "C-1", "2026-03-31").unwrap();
    assert!(!other.alerts.iter().any(is_old), "its items are not that old");
    assert_eq!(sheet(&book, "C-9", "2026-03-31"), None, "nobody of that code");
}

#[test]
fn nothing_overdue_has_no_tier_and_no_arithmetic_of_one() {
    let held = sheet(&book(), "C-1", "2026-02-10").unwrap();
    assert_eq!((held.credit.tier, held.tier), (None, Vec::new()));
}

#[test]
fn an_evaluation_records_the_class_as_it_stands_and_the_one_before() {
    let mut book = book();
    let made = |book: &Workbook, as_of: &str| {
        let held = sheet(book, "C-2", as_of).unwrap();
        let account = book.ledger().account(&Key::of("C-2")).unwrap();
        evaluation(account, &held.credit, day(as_of), "Fay")
    };
    let first = made(&book, "2026-03-01");
    assert_eq!((first.from, first.to), (None, CreditClass::Risk), "an old debt is a risk");
    assert_eq!((first.on, first.by.as_str()), (day("2026-03-01"), "Fay"));
    assert!(sheet(&book, "C-2", "2026-03-31").unwrap().due.is_some(), "it never was evaluated");
    book.apply(Command::Evaluate(vec![first]), &stamp()).unwrap();
    assert_eq!(sheet(&book, "C-2", "2026-03-31").unwrap().due, None);
    assert_eq!(made(&book, "2026-03-31").from, Some(CreditClass::Risk));
}
