//! Credit notes: what is owed to the customer until it is applied, paid back or taken back (A4).
//! Never netted into a bucket: a note that settles nothing stands in its own column.

use huikuan::id::Key;
use huikuan::record::{DocumentFields, DocumentKind, ReverseSubject};
use huikuan::workbook::{Command, Rejection};

use crate::laptop::{Laptop, claim, credit_note, document, money, share, table};

/// One invoice of 100 and a credit note of 30.
fn one_of_each() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.records(DocumentKind::CreditNote, "C1", "CN-1", claim("2025-02-20", "", "30"));
    mei
}

const STANDING: [&str; 3] =
    ["C1 INV-1: 100.00 31–60 days", "C1 CN-1: -30.00 standing credit", "C1 = 70.00"];

#[test]
fn a_credit_note_stands_apart_until_it_is_allocated() {
    let mut mei = one_of_each();
    mei.reads("2025-02-19", &["C1 INV-1: 100.00 1–30 days", "C1 = 100.00"]);
    mei.reads("2025-03-31", &STANDING);
    let credit = credit_note("C1", "CN-1");
    let allocation = mei.allocates("C1", &credit, share("C1", "INV-1", "30"), Some("2025-04-02"));
    mei.reads("2025-03-31", &STANDING);
    mei.reads("2025-04-02", &["C1 INV-1: 70.00 31–60 days", "C1 = 70.00"]);
    let more = Command::Allocate {
        customer: Key::of("C1"),
        fund: credit,
        shares: vec![share("C1", "INV-1", "1")],
        on: None,
    };
    let (wanted, remaining) = (money("1"), money("0"));
    assert_eq!(mei.tries(more), Err(Rejection::BeyondRemaining { wanted, remaining }));
    mei.reverses("C1", ReverseSubject::Fact(allocation), "2025-04-10");
    mei.reads("2025-04-09", &["C1 INV-1: 70.00 31–60 days", "C1 = 70.00"]);
    let lines = ["C1 INV-1: 100.00 31–60 days", STANDING[1], STANDING[2]];
    mei.reads("2025-04-10", &lines);
    mei.finds(&[]);
}

#[test]
fn a_credit_note_that_names_its_invoice_settles_it_in_part() {
    let mut mei = Laptop::begins("mei");
    let fields =
        DocumentFields { applies_to: Some("INV-1".to_owned()), ..claim("2025-02-20", "", "30") };
    // Whichever is recorded first.
    mei.records(DocumentKind::CreditNote, "C1", "CN-1", fields);
    mei.reads("2025-03-31", &["C1 CN-1: -30.00 standing credit", "C1 = -30.00"]);
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.reads("2025-03-31", &["C1 INV-1: 70.00 31–60 days", "C1 = 70.00"]);
    mei.finds(&[]);
}

#[test]
fn a_credit_note_is_paid_back_or_taken_back_on_a_day() {
    let mut mei = one_of_each();
    let credit = credit_note("C1", "CN-1");
    let refund = mei.refunds("C1", &credit, "30", "2025-04-02");
    mei.reads("2025-04-01", &STANDING);
    mei.reads("2025-04-02", &["C1 INV-1: 100.00 31–60 days", "C1 = 100.00"]);
    mei.reverses("C1", ReverseSubject::Fact(refund), "2025-04-05");
    let note = document(DocumentKind::CreditNote, "C1", "CN-1");
    mei.reverses("C1", ReverseSubject::Document(note), "2025-04-10");
    mei.reads("2025-04-09", &STANDING);
    mei.reads("2025-04-10", &["C1 INV-1: 100.00 31–60 days", "C1 = 100.00"]);
    let again = Command::Reverse {
        customer: Key::of("C1"),
        subject: ReverseSubject::Fund(credit),
        on: crate::laptop::date("2025-04-20"),
        reason: String::new(),
    };
    assert_eq!(mei.tries(again), Err(Rejection::AlreadyReversed));
}

#[test]
fn a_credit_note_of_a_table_is_the_one_that_was_typed() {
    let mut mei = one_of_each();
    mei.imports(&table("2025-03-31", &["C1 CN-1 2025-02-20 - -30"]));
    mei.reads("2025-03-31", &STANDING);
    mei.finds(&[]);
}

#[test]
fn two_people_use_one_credit_note_up() {
    let mut mei = one_of_each();
    mei.invoices("C1", "INV-2", ["2025-01-10", "2025-02-28", "100"]);
    let mut tao = mei.copied_to("tao");
    let credit = credit_note("C1", "CN-1");
    mei.allocates("C1", &credit, share("C1", "INV-2", "30"), Some("2025-03-10"));
    tao.allocates("C1", &credit, share("C1", "INV-1", "20"), Some("2025-03-10"));
    mei.exchanges(&mut tao);
    // The earlier due item first, the rest for the other.
    mei.finds(&["contested: C1 got 10.00 of 30.00"]);
    mei.reads(
        "2025-03-31",
        &["C1 INV-1: 80.00 31–60 days", "C1 INV-2: 90.00 31–60 days", "C1 = 170.00"],
    );
}
