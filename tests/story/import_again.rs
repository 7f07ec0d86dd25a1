//! Later exports of the same ledger, and what people change by hand in between (DESIGN 1).
//! Never compares a file with the present value: only with what files stated before.

use huikuan::record::{CustomerFields, DocumentFields, Schedule};
use huikuan::workbook::{Command, Rejection};

use crate::laptop::{Laptop, Table, date, invoice, received, share, table};

fn march() -> Table {
    table(
        "2025-03-31",
        &["C1 INV-1 2025-01-10 2025-02-09 100", "C1 INV-2 2025-02-10 2025-03-12 200"],
    )
}

/// INV-1 has another due date, INV-2 is paid in part, INV-3 is new.
fn april() -> Table {
    table(
        "2025-04-30",
        &[
            "C1 INV-1 2025-01-10 2025-02-28 100",
            "C1 INV-2 2025-02-10 2025-03-12 200 80@2025-04-10",
            "C1 INV-3 2025-04-01 2025-05-01 300",
        ],
    )
}

const APRIL: [&str; 4] = [
    "C1 INV-1: 100.00 61–90 days",
    "C1 INV-2: 120.00 31–60 days",
    "C1 INV-3: 300.00 not due",
    "C1 = 520.00",
];

fn due(day: &str) -> DocumentFields {
    DocumentFields {
        schedule: Some(Schedule { due_on: Some(date(day)), ..Schedule::default() }),
        ..DocumentFields::default()
    }
}

#[test]
fn importing_the_same_file_again_changes_nothing() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&april());
    mei.reads("2025-04-30", &APRIL);
    let plan = mei.book.plan_import(&april().draft());
    assert_eq!((plan.unchanged, plan.differences.len(), plan.new_documents), (3, 0, 0));
    let again = Command::ImportDocuments(Box::new(plan));
    assert_eq!(mei.tries(again), Err(Rejection::NothingChanged));
}

#[test]
fn two_successive_exports_on_one_laptop_and_only_the_second_on_the_other() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    mei.imports(&march());
    mei.imports(&april());
    tao.imports(&april());
    mei.exchanges(&mut tao);
    mei.reads("2025-04-30", &APRIL);
    mei.finds(&[]);
    // March reads as it was: nothing of April had been received.
    let march = ["C1 INV-1: 100.00 31–60 days", "C1 INV-2: 200.00 1–30 days", "C1 = 300.00"];
    mei.reads("2025-03-31", &march);

    // Mei takes her April back: Tao's still stands.
    mei.undoes();
    mei.exchanges(&mut tao);
    tao.reads("2025-04-30", &APRIL);
    // And hers of March: Tao's April states everything.
    mei.undoes();
    mei.exchanges(&mut tao);
    tao.reads("2025-04-30", &APRIL);
    tao.finds(&[]);
}

#[test]
fn only_the_first_export_here_and_both_there() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    tao.imports(&march());
    tao.imports(&april());
    mei.imports(&march());
    mei.exchanges(&mut tao);
    // Both said the same in March; Tao's April replaced what both said.
    mei.finds(&[]);
    mei.reads("2025-04-30", &APRIL);
    let plan = mei.book.plan_import(&april().draft());
    assert!(plan.is_empty());
}

#[test]
fn a_hand_made_change_survives_a_colleague_who_imports_the_same_file() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    mei.imports(&march());
    mei.amends(invoice("C1", "INV-1"), due("2025-05-31"));
    tao.imports(&march());
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    mei.reads(
        "2025-03-31",
        &["C1 INV-1: 100.00 not due", "C1 INV-2: 200.00 1–30 days", "C1 = 300.00"],
    );
}

#[test]
fn two_exports_that_differ_on_two_laptops_meet_a_finding() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    mei.imports(&march());
    tao.imports(&table("2025-03-31", &["C1 INV-1 2025-01-10 2025-02-20 100"]));
    mei.exchanges(&mut tao);
    mei.finds(&["2 values: Schedule of INV-1"]);
    // The next export, imported with both in view, settles it.
    mei.imports(&april());
    mei.finds(&[]);
    mei.reads("2025-04-30", &APRIL);
}

#[test]
fn a_hand_made_change_between_two_imports_survives() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&march());
    mei.amends(invoice("C1", "INV-2"), due("2025-05-31"));
    mei.imports(&april());
    mei.finds(&[]);
    mei.reads(
        "2025-04-30",
        &[
            "C1 INV-1: 100.00 61–90 days",
            "C1 INV-2: 120.00 not due",
            "C1 INV-3: 300.00 not due",
            "C1 = 520.00",
        ],
    );
}

#[test]
fn a_hand_made_change_meets_a_finding_when_the_file_changed_the_same_field() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&march());
    mei.amends(invoice("C1", "INV-1"), due("2025-05-31"));
    mei.imports(&april());
    mei.finds(&["2 values: Schedule of INV-1"]);
    // The later statement is shown until somebody chooses.
    mei.reads("2025-04-30", &APRIL);
    mei.amends(invoice("C1", "INV-1"), due("2025-05-31"));
    mei.finds(&[]);
    let chosen = [
        "C1 INV-1: 100.00 not due",
        "C1 INV-2: 120.00 31–60 days",
        "C1 INV-3: 300.00 not due",
        "C1 = 520.00",
    ];
    mei.reads("2025-04-30", &chosen);
    // The next export says the same as the last: the choice stands.
    let may = table("2025-05-30", &["C1 INV-1 2025-01-10 2025-02-28 100"]);
    assert_eq!(mei.book.plan_import(&may.draft()).unchanged, 1);
    mei.undoes();
    mei.finds(&["2 values: Schedule of INV-1"]);
}

#[test]
fn a_name_changed_by_hand_survives_an_export_that_says_what_it_said() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&march().naming("C1", "华美"));
    let name = |name: &str| CustomerFields { name: Some(name.to_owned()), ..Default::default() };
    let customer = huikuan::id::Key::of("C1");
    mei.does(Command::AmendCustomer { customer: customer.clone(), fields: name("华美服饰") });
    mei.imports(&april().naming("C1", "华美"));
    mei.finds(&[]);
    let shown =
        |mei: &Laptop| mei.book.ledger().account(&customer).unwrap().customer.name().to_owned();
    assert_eq!(shown(&mei), "华美服饰");
    mei.imports(&table("2025-05-30", &["C1 INV-4 2025-05-01 - 10"]).naming("C1", "华美集团"));
    mei.finds(&["2 values: Name of C1"]);
    assert_eq!(shown(&mei), "华美集团");
}

#[test]
fn an_import_after_one_was_taken_back_states_everything_again() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&march());
    mei.undoes();
    let plan = mei.book.plan_import(&march().draft());
    assert_eq!((plan.new_documents, plan.unchanged), (2, 0));
    mei.does(Command::ImportDocuments(Box::new(plan)));
    mei.finds(&[]);
    mei.imports(&april());
    mei.finds(&[]);
    mei.reads("2025-04-30", &APRIL);
}

#[test]
fn an_import_taken_back_under_one_that_followed_it_elsewhere_is_named() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&march());
    let mut tao = mei.copied_to("tao");
    tao.imports(&april());
    // Mei does not know that Tao's import stands on hers.
    mei.undoes();
    mei.exchanges(&mut tao);
    mei.finds(&["incomplete: INV-1", "incomplete: INV-2"]);
    mei.reads("2025-04-30", &["C1 INV-3: 300.00 not due", "C1 = 300.00"]);
    // Importing the file again states what is missing.
    mei.imports(&april());
    mei.finds(&[]);
    mei.reads("2025-04-30", &APRIL);
    // So does bringing the first import back.
    let first = tao
        .book
        .journal()
        .entries()
        .iter()
        .find(|entry| entry.by.as_ref() == "mei" && entry.id.seq == 2);
    let first = first.unwrap().id;
    tao.does(Command::Restore { entry: first });
    tao.finds(&[]);
    tao.reads("2025-04-30", &APRIL);
}

#[test]
fn what_was_settled_by_hand_meets_the_receipt_that_the_file_implies() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&march());
    mei.receives(received("C1", "2025-04-10", "200"), vec![share("C1", "INV-2", "200")]);
    mei.imports(&april());
    // The same money twice: the item cannot take it, so it shows instead of vanishing.
    mei.reads(
        "2025-04-30",
        &[
            "C1 INV-1: 100.00 61–90 days",
            "C1 INV-3: 300.00 not due",
            "C1 received 2025-04-10 on INV-2: -80.00 unapplied",
            "C1 = 320.00",
        ],
    );
}
