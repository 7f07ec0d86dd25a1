//! Running totals in tables: received to date, open balance, items that are missing in a full list
//! (A7; DESIGN 1). Never summed as receipts: successive totals imply them.

use huikuan::ledger::FundSource;
use huikuan::record::{Fact, FundRef, MissingItem, ReverseSubject};
use huikuan::workbook::Command;

use crate::laptop::{Laptop, Table, date, document, invoice, money, received, share, table};
use huikuan::record::DocumentKind;

fn total(day: &str, received: &str) -> Table {
    table(day, &[&format!("C1 INV-1 2025-01-10 2025-02-09 200 {received}")])
}

/// Day, amount and last day but one of each implied receipt.
fn implied(mei: &Laptop) -> Vec<(String, i64, bool)> {
    let account = mei.book.ledger().account(&huikuan::id::Key::of("C1")).unwrap();
    let funds = account.funds.iter().filter_map(|fund| match fund.source {
        FundSource::Implied { undated } => {
            let day = huikuan::calendar::Date::from_number(fund.day).unwrap();
            Some((day.to_string(), fund.balance.amount_minor / 100, undated))
        }
        FundSource::Receipt | FundSource::Recovery | FundSource::CreditNote => None,
    });
    funds.collect()
}

#[test]
fn totals_of_40_then_100_then_70_imply_dated_receipts() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&total("2025-03-31", "40@2025-03-10"));
    mei.imports(&total("2025-04-30", "100@2025-04-20"));
    mei.imports(&total("2025-05-31", "70"));
    assert_eq!(
        implied(&mei),
        [
            ("2025-03-10".to_owned(), 40, false),
            ("2025-04-20".to_owned(), 30, false),
            ("2025-04-20".to_owned(), 30, false)
        ]
    );
    for (day, open) in [
        ("2025-03-09", "200.00 1–30 days"),
        ("2025-03-10", "160.00 1–30 days"),
        ("2025-04-19", "160.00 61–90 days"),
        ("2025-04-20", "100.00 61–90 days"),
        ("2025-05-30", "100.00 91–180 days"),
        ("2025-05-31", "130.00 91–180 days"),
    ] {
        let balance = format!("C1 = {}", open.split(' ').next().unwrap());
        mei.reads(day, &[&format!("C1 INV-1: {open}"), &balance]);
    }
    mei.finds(&[]);
}

#[test]
fn totals_imply_the_same_in_whatever_order_the_files_arrive() {
    let files = [
        total("2025-03-31", "40"),
        total("2025-04-30", "100@2025-04-20"),
        total("2025-05-31", "100"),
    ];
    let mut expected = None;
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        // Each file on a laptop of its own, so that none follows another.
        let mut mei = Laptop::begins("mei");
        let empty = mei.clone();
        for (place, file) in order.into_iter().enumerate() {
            let mut colleague = empty.copied_to(&format!("colleague {place}"));
            colleague.imports(&files[file]);
            mei.merges(&colleague);
        }
        let read = implied(&mei);
        assert_eq!(*expected.get_or_insert(read.clone()), read, "{order:?}");
    }
    let dated = [("2025-03-31".to_owned(), 40, true), ("2025-04-20".to_owned(), 60, false)];
    assert_eq!(expected.unwrap(), dated);
}

#[test]
fn a_later_file_that_knows_the_day_of_a_receipt_corrects_the_earlier_one() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&total("2025-03-31", "40"));
    mei.imports(&total("2025-04-30", "100@2025-03-25"));
    assert_eq!(implied(&mei), [("2025-03-25".to_owned(), 100, false)]);
    // That file again changes nothing.
    assert!(mei.book.plan_import(&total("2025-04-30", "100@2025-03-25").draft()).is_empty());
    // The older file taken in once more does not undo what the newer one knew.
    mei.imports(&total("2025-03-31", "40"));
    assert_eq!(implied(&mei), [("2025-03-25".to_owned(), 100, false)]);
}

#[test]
fn a_file_of_yesterday_that_names_no_day_leaves_a_known_day_alone() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&total("2025-03-31", "40@2025-03-10"));
    let april = mei.book.plan_import(&total("2025-04-30", "40").draft());
    assert_eq!((april.unchanged, april.differences.len()), (1, 0));
}

#[test]
fn more_received_than_claimed_is_unapplied_and_can_be_used() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&total("2025-03-31", "230"));
    mei.reads("2025-03-31", &["C1 received 2025-03-31 on INV-1: -30.00 unapplied", "C1 = -30.00"]);
    mei.invoices("C1", "INV-2", ["2025-03-01", "2025-03-31", "50"]);
    let fund =
        FundRef::Implied { document: invoice("C1", "INV-1"), received_on: date("2025-03-31") };
    mei.allocates("C1", &fund, share("C1", "INV-2", "30"), Some("2025-04-02"));
    mei.reads("2025-04-02", &["C1 INV-2: 20.00 1–30 days", "C1 = 20.00"]);
    mei.finds(&[]);
    // An implied receipt can bounce like any other.
    mei.reverses("C1", ReverseSubject::Fund(fund), "2025-04-10");
    mei.reads(
        "2025-04-10",
        &["C1 INV-1: 200.00 31–60 days", "C1 INV-2: 50.00 1–30 days", "C1 = 250.00"],
    );
    mei.finds(&[]);
}

#[test]
fn an_implied_receipt_can_be_used_for_something_else() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&total("2025-03-31", "40@2025-03-10"));
    let fund =
        FundRef::Implied { document: invoice("C1", "INV-1"), received_on: date("2025-03-10") };
    mei.reverses("C1", ReverseSubject::Designation(fund), "2025-03-20");
    mei.reads("2025-03-19", &["C1 INV-1: 160.00 31–60 days", "C1 = 160.00"]);
    mei.reads(
        "2025-03-20",
        &[
            "C1 INV-1: 200.00 31–60 days",
            "C1 received 2025-03-10 on INV-1: -40.00 unapplied",
            "C1 = 160.00",
        ],
    );
}

#[test]
fn what_is_missing_in_a_full_list_is_settled_on_its_day() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&table(
        "2025-03-31",
        &[
            "C1 INV-1 2025-01-10 2025-02-09 200 40@2025-03-10",
            "C1 INV-2 2025-02-10 2025-03-12 300",
            "C2 INV-3 2025-02-10 2025-03-12 500",
            "C1 CN-1 2025-03-01 - -60",
        ],
    ));
    // Part of INV-1 was settled by hand: only what is open then was received since.
    mei.receives(received("C1", "2025-04-02", "30"), vec![share("C1", "INV-1", "30")]);
    mei.invoices("C3", "INV-4", ["2025-01-10", "2025-02-09", "70"]);
    let april = table("2025-04-30", &["C1 INV-2 2025-02-10 2025-03-12 300"]);
    assert!(mei.book.plan_import(&april.draft()).is_empty(), "a table need not be a full list");
    let plan = mei.book.plan_import(&april.clone().full_list().draft());
    assert_eq!((plan.differences.len(), plan.missing), (3, MissingItem::Settled));
    mei.does(Command::ImportDocuments(Box::new(plan)));
    mei.finds(&[]);
    mei.reads(
        "2025-04-30",
        &["C1 INV-2: 300.00 31–60 days", "C1 = 300.00", "C3 INV-4: 70.00 61–90 days", "C3 = 70.00"],
    );
    // The day before, all of it was open.
    mei.reads(
        "2025-04-29",
        &[
            "C1 INV-1: 130.00 61–90 days",
            "C1 INV-2: 300.00 31–60 days",
            "C1 CN-1: -60.00 standing credit",
            "C1 = 370.00",
            "C2 INV-3: 500.00 31–60 days",
            "C2 = 500.00",
            "C3 INV-4: 70.00 61–90 days",
            "C3 = 70.00",
        ],
    );
    // The same list again settles nothing twice.
    assert!(mei.book.plan_import(&april.full_list().draft()).is_empty());
    assert!(implied(&mei).contains(&("2025-04-30".to_owned(), 130, true)));
}

#[test]
fn an_item_that_returns_to_the_list_is_open_again() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&total("2025-03-31", "0"));
    mei.imports(&table("2025-04-30", &["C1 INV-2 2025-04-01 2025-05-01 10"]).full_list());
    mei.reads("2025-04-30", &["C1 INV-2: 10.00 not due", "C1 = 10.00"]);
    mei.imports(&total("2025-05-31", "0"));
    mei.reads(
        "2025-05-31",
        &["C1 INV-1: 200.00 91–180 days", "C1 INV-2: 10.00 1–30 days", "C1 = 210.00"],
    );
    mei.reads("2025-04-30", &["C1 INV-2: 10.00 not due", "C1 = 10.00"]);
}

#[test]
fn what_a_table_says_was_used_of_a_credit_note_went_back_to_the_customer() {
    let mut mei = Laptop::begins("mei");
    mei.imports(&table("2025-03-31", &["C1 CN-1 2025-03-01 - -60 20@2025-03-15"]));
    mei.reads("2025-03-14", &["C1 CN-1: -60.00 standing credit", "C1 = -60.00"]);
    mei.reads("2025-03-31", &["C1 CN-1: -40.00 standing credit", "C1 = -40.00"]);
    let reference = document(DocumentKind::CreditNote, "C1", "CN-1");
    assert!(
        mei.book
            .ledger()
            .account(&huikuan::id::Key::of("C1"))
            .unwrap()
            .document(&reference)
            .is_some()
    );
}

#[test]
fn a_total_in_another_currency_than_the_invoice_settles_nothing() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    tao.imports(&total("2025-03-31", "40"));
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "200 USD"]);
    mei.merges(&tao);
    // Whichever claim is shown, yuan never settle dollars.
    let claim = mei.book.ledger().accounts().next().unwrap().documents[0].fields.claim.unwrap();
    let lines: &[&str] = match claim.amount == money("200 USD") {
        true => &["2 values: Claim of INV-1", "without effect: C1 OtherCurrency"],
        false => &["2 values: Claim of INV-1"],
    };
    mei.finds(lines);
    let facts = mei.book.journal().entries().iter().flat_map(|entry| &entry.facts);
    assert!(facts.into_iter().any(|fact| matches!(fact, Fact::Rows(_))));
}
