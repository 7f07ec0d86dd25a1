//! Imports on one laptop and on several (A7; DESIGN 1, documents and imports).
//! Never about reading files: tables are given as rows.

use huikuan::journal::{Entry, Journal};
use huikuan::ledger::{Folding, Ledger};
use huikuan::record::{CustomerFields, DocumentFields, Fact, Schedule};
use huikuan::workbook::{Command, ImportRecording, Rejection};

use crate::laptop::{Laptop, Table, date, invoice, receipts, table};

fn march() -> Table {
    table(
        "2025-03-31",
        &["C1 INV-1 2025-01-10 2025-02-09 100", "C1 INV-2 2025-02-10 2025-03-12 200 50"],
    )
}

const BOTH: [&str; 3] =
    ["C1 INV-1: 100.00 31–60 days", "C1 INV-2: 150.00 1–30 days", "C1 = 250.00"];

#[test]
fn the_same_file_imported_on_two_laptops_once_undone_on_one() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    mei.imports(&march());
    tao.imports(&march());
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    mei.reads("2025-03-31", &BOTH);

    mei.undoes();
    mei.reads("2025-03-31", &BOTH);
    mei.exchanges(&mut tao);
    tao.reads("2025-03-31", &BOTH);
    tao.finds(&[]);

    tao.undoes();
    tao.reads("2025-03-31", &[]);
    tao.redoes();
    mei.exchanges(&mut tao);
    mei.reads("2025-03-31", &BOTH);
}

#[test]
fn an_undone_import_leaves_nothing_behind() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C2", "INV-9", ["2025-01-01", "2025-01-31", "70"]);
    mei.imports(&march().naming("C1", "华美"));
    mei.undoes();
    mei.finds(&[]);
    mei.reads("2025-03-31", &["C2 INV-9: 70.00 31–60 days", "C2 = 70.00"]);
    assert!(mei.book.ledger().policy().layouts.is_empty());
    mei.redoes();
    assert_eq!(mei.book.ledger().policy().layouts.len(), 1);
    let lines = [BOTH.as_slice(), &["C2 INV-9: 70.00 31–60 days", "C2 = 70.00"]].concat();
    mei.reads("2025-03-31", &lines);
}

#[test]
fn an_import_that_a_later_one_stands_on_is_taken_back_after_it() {
    let mut mei = Laptop::begins("mei");
    let first = mei.imports(&march());
    mei.imports(&table("2025-04-30", &["C1 INV-2 2025-02-10 2025-03-12 200 200"]));
    let retract = Command::Retract { entry: first, reason: String::new() };
    assert_eq!(mei.tries(retract.clone()), Err(Rejection::ImportIsFollowed));
    mei.undoes();
    mei.does(retract);
    mei.reads("2025-04-30", &[]);
}

#[test]
fn a_half_written_import_does_not_count() {
    let mut mei = Laptop::begins("mei");
    let before = mei.export();
    let rows: Vec<String> =
        (0..2_500).map(|row| format!("C{row} INV-{row} 2025-01-10 2025-02-09 100")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    mei.imports(&table("2025-03-31", &rows));
    let written: Vec<Entry> =
        mei.export().into_iter().filter(|entry| !before.contains(entry)).collect();
    assert_eq!(written.len(), 3, "two chunks of a thousand rows, and the closing entry");

    // The page dies before the closing entry; nothing but the chunks is there after reopening.
    let mut journal = Journal::default();
    for entry in before.iter().chain(&written[..2]) {
        journal.add(entry.clone());
    }
    let mut reopened = mei.opened("after", journal);
    assert_eq!(reopened.book.ledger().accounts().count(), 0);
    reopened.finds(&[]);

    // Another tab had it: with the closing entry all rows count, in whatever order they came.
    reopened.book.add(vec![written[2].clone()]);
    reopened.is_sound();
    assert_eq!(reopened.book.ledger().accounts().count(), 2_500);

    // The closing entry alone brings only the rows that it holds itself.
    let mut journal = Journal::default();
    for entry in before.iter().chain(&written[2..]) {
        journal.add(entry.clone());
    }
    let mut torn = mei.opened("torn", journal);
    assert_eq!(torn.book.ledger().accounts().count(), 500);
    torn.finds(&["a missing entry", "a missing entry"]);
    torn.book.add(written[..2].to_vec());
    torn.is_sound();
    torn.finds(&[]);
    assert_eq!(torn.book.ledger().accounts().count(), 2_500);
}

#[test]
fn two_equal_rows_stay_two_receipts() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    let march = receipts("2025-03-31", &["C1 2025-03-20 100", "C1 2025-03-20 100"]);
    let both = [
        "C1 receipt of 2025-03-20: -100.00 unapplied",
        "C1 receipt of 2025-03-20: -100.00 unapplied",
        "C1 = -200.00",
    ];
    mei.imports(&march);
    mei.reads("2025-03-31", &both);
    // The same two rows on another laptop, and once more here, are the same two receipts.
    tao.imports(&march);
    mei.exchanges(&mut tao);
    mei.reads("2025-03-31", &both);
    let again = Command::ImportDocuments(Box::new(mei.book.plan_import(&march.draft())));
    assert_eq!(mei.tries(again), Err(Rejection::NothingChanged));
    // A third equal row in a later export is a third receipt.
    let rows = ["C1 2025-03-20 100"; 3];
    let april = mei.book.plan_import(&receipts("2025-04-30", &rows).draft());
    assert_eq!((april.receipts.len(), april.unchanged), (1, 2));
}

#[test]
fn two_equal_invoices_are_one() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    tao.imports(&table("2025-03-31", &["Ｃ1 inv-1 2025-01-10 2025-02-09 100"]));
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    mei.reads("2025-03-31", &["C1 INV-1: 100.00 31–60 days", "C1 = 100.00"]);
    // Each of the two brought it: neither's undo erases the other's.
    mei.undoes();
    mei.reads("2025-03-31", &["C1 INV-1: 100.00 31–60 days", "C1 = 100.00"]);
    mei.finds(&[]);
}

#[test]
fn an_import_states_only_what_changed() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&march());
    let due = |day: &str| DocumentFields {
        schedule: Some(Schedule { due_on: Some(date(day)), ..Schedule::default() }),
        ..DocumentFields::default()
    };
    mei.amends(invoice("C1", "INV-1"), due("2025-04-15"));
    let april = table(
        "2025-04-30",
        &["C1 INV-1 2025-01-10 2025-02-09 100", "C1 INV-2 2025-02-10 2025-03-12 220 50"],
    );
    let plan = mei.book.plan_import(&april.draft());
    assert_eq!((plan.new_documents, plan.unchanged, plan.differences.len()), (0, 1, 1));
    let entry = mei.does(Command::ImportDocuments(Box::new(plan)));
    let rows = mei.book.journal().get(entry).unwrap().facts.iter().find_map(|fact| match fact {
        Fact::Rows(rows) => Some(rows.documents.clone()),
        _ => None,
    });
    let rows = rows.unwrap();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].fields.claim.is_some() && rows[0].fields.schedule.is_none());
    assert!(rows[0].progress.is_none());
    mei.finds(&[]);
}

#[test]
fn an_import_recorded_in_steps_shows_only_as_a_whole() {
    let mut mei = Laptop::begins("mei");
    let mut stepped = mei.book.clone();
    let rows: Vec<String> =
        (0..2_500).map(|row| format!("C{} INV-{row} 2025-01-10 2025-02-09 100", row % 7)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let long = table("2025-03-31", &rows);
    let stamp = mei.stamp();
    let mut recording = ImportRecording::begin(stepped.plan_import(&long.draft())).unwrap();
    mei.imports(&long);
    while stepped.record_next(&mut recording, &stamp).unwrap() {
        assert_eq!(stepped.ledger().accounts().count(), 0);
    }
    let entries = stepped.end_recording(recording);
    assert_eq!(entries.len(), 3);

    // Something else is recorded while the import is added up: it has to begin anew.
    let early = Folding::begin(stepped.journal());
    let customer = Command::RecordCustomer { code: "K".into(), fields: CustomerFields::default() };
    stepped.apply(customer, &stamp).unwrap();
    assert!(!stepped.settle(early));
    let mut folding = Folding::begin(stepped.journal());
    while folding.step(stepped.journal()) {}
    assert!(stepped.settle(folding));
    assert!(stepped.ledger().same(&Ledger::fold(stepped.journal())));

    stepped.undo(&stamp).unwrap();
    assert!(stepped.ledger().same(mei.book.ledger()));
    stepped.undo(&stamp).unwrap();
    assert_eq!(stepped.ledger().accounts().count(), 0);
}
