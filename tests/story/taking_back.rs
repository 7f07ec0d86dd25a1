//! Recorded in error and brought back: retraction, restoration, undo, redo (DESIGN 1).
//! Never a date: what was taken back is as if it had never been recorded.

use huikuan::id::Key;
use huikuan::record::{CustomerFields, DocumentKind, ReverseSubject};
use huikuan::workbook::{Command, Rejection, UndoStep, Undoable};

use crate::laptop::{Laptop, received, share};

/// Two invoices of 100 and one receipt of 100, allocated to nothing.
fn two_for_one() -> (Laptop, huikuan::record::FundRef) {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.invoices("C1", "INV-2", ["2025-01-20", "2025-02-19", "100"]);
    let fund = mei.receives(received("C1", "2025-03-05", "100"), Vec::new());
    (mei, fund)
}

const FIRST_OPEN: [&str; 2] = ["C1 INV-1: 100.00 31–60 days", "C1 = 100.00"];
const SECOND_OPEN: [&str; 2] = ["C1 INV-2: 100.00 31–60 days", "C1 = 100.00"];

#[test]
fn a_retraction_undone_after_the_money_went_elsewhere() {
    let (mut mei, fund) = two_for_one();
    let first = mei.allocates("C1", &fund, share("C1", "INV-1", "100"), None);
    mei.reads("2025-03-31", &SECOND_OPEN);
    let retraction = mei.retracts(first.entry);
    mei.allocates("C1", &fund, share("C1", "INV-2", "100"), None);
    mei.reads("2025-03-31", &FIRST_OPEN);
    // INV-1 falls due earlier, but what was recorded in between keeps the money.
    mei.does(Command::Restore { entry: first.entry });
    mei.reads("2025-03-31", &FIRST_OPEN);
    mei.finds(&["contested: C1 got 0.00 of 100.00"]);
    // So it is for a colleague, in whatever order the entries reach him.
    let mut tao = Laptop::begins("tao");
    for entry in mei.export().into_iter().rev() {
        tao.book.add(vec![entry]);
        tao.is_sound();
    }
    tao.reads("2025-03-31", &FIRST_OPEN);
    // Without the restoration the retraction counts again, and nothing is left to settle.
    mei.undoes();
    mei.finds(&[]);
    let again = Command::Retract { entry: first.entry, reason: String::new() };
    assert_eq!(mei.tries(again), Err(Rejection::AlreadyRetracted));
    assert!(mei.book.journal().get(retraction).is_some());
}

#[test]
fn what_was_given_on_a_later_day_in_between_stays_from_that_day_on() {
    let (mut mei, fund) = two_for_one();
    let first = mei.allocates("C1", &fund, share("C1", "INV-1", "100"), None);
    mei.retracts(first.entry);
    mei.allocates("C1", &fund, share("C1", "INV-2", "100"), Some("2025-03-20"));
    mei.does(Command::Restore { entry: first.entry });
    mei.reads("2025-03-19", &["C1 INV-2: 100.00 1–30 days", "C1 = 100.00"]);
    mei.reads("2025-03-20", &FIRST_OPEN);
    mei.finds(&["contested: C1 got 0.00 of 100.00"]);
}

#[test]
fn a_retraction_undone_with_nothing_in_between_changes_nothing() {
    let (mut mei, fund) = two_for_one();
    let mut tao = mei.copied_to("tao");
    let first = mei.allocates("C1", &fund, share("C1", "INV-1", "100"), None);
    tao.allocates("C1", &fund, share("C1", "INV-2", "100"), None);
    mei.exchanges(&mut tao);
    mei.reads("2025-03-31", &SECOND_OPEN);
    mei.finds(&["contested: C1 got 0.00 of 100.00"]);
    mei.retracts(first.entry);
    mei.reads("2025-03-31", &FIRST_OPEN);
    mei.finds(&[]);
    mei.undoes();
    mei.reads("2025-03-31", &SECOND_OPEN);
    mei.finds(&["contested: C1 got 0.00 of 100.00"]);
}

#[test]
fn what_leans_on_a_retracted_receipt_comes_back_with_it() {
    let (mut mei, fund) = two_for_one();
    let receipt = mei.book.journal().entries().last().unwrap().id;
    let allocation = mei.allocates("C1", &fund, share("C1", "INV-1", "100"), None);
    mei.reverses("C1", ReverseSubject::Fact(allocation), "2025-03-20");
    mei.retracts(receipt);
    let both = ["C1 INV-1: 100.00 1–30 days", "C1 INV-2: 100.00 1–30 days", "C1 = 200.00"];
    mei.reads("2025-03-06", &both);
    mei.finds(&["without effect: C1 FundMissing"]);
    mei.does(Command::Restore { entry: receipt });
    mei.finds(&[]);
    mei.reads("2025-03-19", &["C1 INV-2: 100.00 1–30 days", "C1 = 100.00"]);
    let unapplied = "C1 receipt of 2025-03-05: -100.00 unapplied".to_owned();
    assert!(mei.read("2025-03-20").contains(&unapplied));
}

#[test]
fn undo_goes_back_step_by_step_and_redo_forward() {
    let (mut mei, fund) = two_for_one();
    mei.allocates("C1", &fund, share("C1", "INV-1", "60"), None);
    mei.allocates("C1", &fund, share("C1", "INV-2", "40"), Some("2025-03-10"));
    let states: Vec<Vec<String>> = (0..5)
        .map(|_| {
            let state = mei.read("2025-03-31");
            mei.undoes();
            state
        })
        .collect();
    mei.reads("2025-03-31", &[]);
    for state in states.iter().rev() {
        mei.redoes();
        assert_eq!(mei.read("2025-03-31"), *state);
        mei.finds(&[]);
    }
    let stamp = mei.stamp();
    assert_eq!(mei.book.redo(&stamp), Err(Rejection::NothingToRedo));
    // A new command forgets what could have been redone.
    mei.undoes();
    mei.records_customer("C2", "乙");
    assert_eq!(mei.book.redo(&stamp), Err(Rejection::NothingToRedo));
}

#[test]
fn two_people_take_the_same_entry_back_and_one_restores_it() {
    let (mut mei, fund) = two_for_one();
    let first = mei.allocates("C1", &fund, share("C1", "INV-1", "100"), None);
    let mut tao = mei.copied_to("tao");
    mei.retracts(first.entry);
    tao.retracts(first.entry);
    // Tao has not seen Mei's retraction: it still counts.
    tao.undoes();
    mei.exchanges(&mut tao);
    assert_eq!(mei.read("2025-03-31").len(), 4);
    // Whoever sees both brings it back by taking both back.
    tao.does(Command::Restore { entry: first.entry });
    mei.exchanges(&mut tao);
    mei.reads("2025-03-31", &SECOND_OPEN);
    mei.finds(&[]);
}

#[test]
fn what_was_changed_of_a_retracted_customer_waits_for_it() {
    let mut mei = Laptop::begins("mei");
    let entry = mei.records_customer("C1", "华美");
    let fields =
        CustomerFields { name: Some("华美服饰".to_owned()), ..CustomerFields::default() };
    mei.does(Command::AmendCustomer { customer: Key::of("C1"), fields });
    mei.retracts(entry);
    mei.finds(&["without effect: C1 SubjectMissing"]);
    mei.does(Command::Restore { entry });
    mei.finds(&[]);
    let account = mei.book.ledger().account(&Key::of("C1")).unwrap();
    assert_eq!(account.customer.name(), "华美服饰");
}

#[test]
fn rows_of_one_paste_are_undone_and_redone_as_one_step() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-0", ["2025-01-05", "2025-02-04", "50"]);
    let pasted = ["INV-1", "INV-2", "INV-3"]
        .map(|number| mei.invoices("C1", number, ["2025-01-10", "2025-02-09", "100"]));
    mei.book.join_undo(3);
    let step = UndoStep { what: Undoable::RecordDocument(DocumentKind::Invoice), count: 3 };
    let before = ["C1 INV-0: 50.00 not due", "C1 = 50.00"];
    assert_eq!(mei.book.undoable(), Some(step));
    mei.undoes();
    mei.reads("2025-01-31", &before);
    assert_eq!(mei.book.redoable(), Some(step));
    mei.redoes();
    assert_eq!(mei.read("2025-01-31").last().unwrap(), "C1 = 350.00");
    // A colleague takes one of them back: undo takes the others, and redo brings only these.
    let mut tao = mei.copied_to("tao");
    tao.retracts(pasted[1]);
    mei.exchanges(&mut tao);
    mei.undoes();
    mei.reads("2025-01-31", &before);
    assert_eq!(mei.book.redoable(), Some(UndoStep { count: 2, ..step }));
    mei.redoes();
    assert_eq!(mei.read("2025-01-31").last().unwrap(), "C1 = 250.00");
}
