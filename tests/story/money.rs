//! What happens to money: allocation, prepayment, refund, write-off and recovery, bounce (A4, A5).
//! Never a past day that reads otherwise: what ends, ends on its day.

use huikuan::id::{FactId, Key};
use huikuan::ledger::Ledger;
use huikuan::record::{AllocationOrder, FundRef, Receipt, Recovery, ReverseSubject};
use huikuan::rule::balance::allocation::propose;
use huikuan::rule::kpi::{Inputs, Window, kpi};
use huikuan::workbook::{Command, Rejection, Share};

use crate::laptop::{Laptop, date, item, money, receipts, received, share};

/// One invoice of 100, due on 2025-02-09.
fn one_invoice() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei
}

fn march_key_figures(ledger: &Ledger) -> Vec<Inputs> {
    let window = Window { from: date("2025-03-01"), to: date("2025-03-31") };
    kpi(ledger, window).into_iter().map(|kpi| kpi.inputs).collect()
}

#[test]
fn a_bounce_in_april_leaves_the_march_report_as_it_was() {
    let mut mei = one_invoice();
    mei.invoices("C1", "INV-2", ["2025-03-10", "2025-04-09", "50"]);
    let bill = mei.receives(received("C1", "2025-03-05", "100"), vec![share("C1", "INV-1", "100")]);
    let march = ["C1 INV-2: 50.00 not due", "C1 = 50.00"];
    mei.reads("2025-03-31", &march);
    let figures = march_key_figures(mei.book.ledger());
    assert_eq!((figures[0].collected, figures[0].settled_items), (10_000, 1));

    mei.on("2025-04-15").reverses("C1", ReverseSubject::Fund(bill), "2025-04-15");
    mei.reads("2025-03-31", &march);
    assert_eq!(march_key_figures(mei.book.ledger()), figures);
    mei.reads("2025-04-14", &["C1 INV-2: 50.00 1–30 days", "C1 = 50.00"]);
    mei.reads(
        "2025-04-15",
        &["C1 INV-1: 100.00 61–90 days", "C1 INV-2: 50.00 1–30 days", "C1 = 150.00"],
    );
    mei.finds(&[]);
}

#[test]
fn what_was_allocated_can_be_allocated_elsewhere_from_a_day_on() {
    let mut mei = one_invoice();
    mei.invoices("C1", "INV-2", ["2025-01-20", "2025-02-19", "100"]);
    let fund = mei.receives(received("C1", "2025-03-05", "100"), Vec::new());
    let first = mei.allocates("C1", &fund, share("C1", "INV-1", "100"), None);
    mei.reverses("C1", ReverseSubject::Fact(first), "2025-03-20");
    mei.allocates("C1", &fund, share("C1", "INV-2", "100"), Some("2025-03-25"));
    mei.reads("2025-03-19", &["C1 INV-2: 100.00 1–30 days", "C1 = 100.00"]);
    mei.reads(
        "2025-03-20",
        &[
            "C1 INV-1: 100.00 31–60 days",
            "C1 INV-2: 100.00 1–30 days",
            "C1 receipt of 2025-03-05: -100.00 unapplied",
            "C1 = 100.00",
        ],
    );
    mei.reads("2025-03-25", &["C1 INV-1: 100.00 31–60 days", "C1 = 100.00"]);
    mei.finds(&[]);
}

#[test]
fn what_the_payer_named_is_settled_and_nothing_else() {
    let mut mei = one_invoice();
    mei.invoices("C1", "INV-2", ["2025-01-20", "2025-02-19", "100"]);
    let named = Some("inv-2".to_owned());
    let fund = mei.receives(
        Receipt { designation: named, ..received("C1", "2025-03-05", "130") },
        Vec::new(),
    );
    let settled =
        ["C1 INV-1: 100.00 1–30 days", "C1 receipt of 2025-03-05: -30.00 unapplied", "C1 = 70.00"];
    mei.reads("2025-03-05", &settled);
    // The payer meant another: from that day on the money is unapplied.
    mei.reverses("C1", ReverseSubject::Designation(fund), "2025-03-10");
    mei.reads("2025-03-05", &settled);
    mei.reads(
        "2025-03-10",
        &[
            "C1 INV-1: 100.00 1–30 days",
            "C1 INV-2: 100.00 1–30 days",
            "C1 receipt of 2025-03-05: -130.00 unapplied",
            "C1 = 70.00",
        ],
    );
}

#[test]
fn what_a_table_designates_later_yields_to_what_a_person_had_decided() {
    let mut mei = one_invoice();
    let fund = mei.receives(received("C1", "2025-03-10", "100"), Vec::new());
    mei.allocates("C1", &fund, share("C1", "INV-1", "100"), Some("2025-03-20"));
    mei.imports(&receipts("2025-03-31", &["C1 2025-03-05 100 INV-1"]));
    mei.finds(&[]);
    // Until that day the designated money settles the invoice, from then on what was decided.
    mei.reads("2025-03-19", &["C1 receipt of 2025-03-10: -100.00 unapplied", "C1 = -100.00"]);
    mei.reads("2025-03-20", &["C1 receipt of 2025-03-05: -100.00 unapplied", "C1 = -100.00"]);
}

#[test]
fn a_proposal_takes_the_oldest_due_first_and_is_allocated_only_when_accepted() {
    let mut mei = one_invoice();
    mei.invoices("C1", "INV-9", ["2025-01-05", "2025-02-04", "30"]);
    mei.invoices("C1", "INV-0", ["2025-01-10", "2025-02-09", "50"]);
    mei.invoices("C1", "INV-8", ["2025-03-20", "2025-03-20", "70"]);
    let fund = mei.receives(received("C1", "2025-03-05", "120"), Vec::new());
    let account = mei.book.ledger().account(&Key::of("C1")).unwrap();
    let held = account.fund(&fund).unwrap();
    let proposed = propose(account, held, AllocationOrder::OldestDue, date("2025-03-05"));
    let expected = [
        (item("C1", "INV-9", 0), 3_000),
        (item("C1", "INV-0", 0), 5_000),
        (item("C1", "INV-1", 0), 4_000),
    ];
    let found: Vec<_> =
        proposed.iter().map(|share| (share.item.clone(), share.amount_minor)).collect();
    assert_eq!(found, expected);
    let unapplied = "C1 receipt of 2025-03-05: -120.00 unapplied";
    assert!(mei.read("2025-03-05").contains(&unapplied.to_owned()));

    let share = |(item, minor): (_, i64)| Share {
        item,
        amount: money("0").with_minor(minor).unwrap(),
        discount: None,
    };
    mei.does(Command::Allocate {
        customer: Key::of("C1"),
        fund,
        shares: found.into_iter().map(share).collect(),
        on: None,
    });
    mei.reads("2025-03-05", &["C1 INV-1: 60.00 1–30 days", "C1 = 60.00"]);
}

#[test]
fn a_prepayment_is_one_until_it_is_allocated() {
    let mut mei = Laptop::begins("mei");
    let contract = Some("合同 7".to_owned());
    let fund = mei.receives(
        Receipt { prepayment_for: contract, ..received("C1", "2025-01-05", "80") },
        Vec::new(),
    );
    mei.invoices("C1", "INV-1", ["2025-02-10", "2025-03-12", "100"]);
    mei.allocates("C1", &fund, share("C1", "INV-1", "80"), Some("2025-02-15"));
    mei.reads("2025-01-05", &["C1 receipt of 2025-01-05: -80.00 prepayment", "C1 = -80.00"]);
    mei.reads(
        "2025-02-14",
        &["C1 INV-1: 100.00 not due", "C1 receipt of 2025-01-05: -80.00 prepayment", "C1 = 20.00"],
    );
    mei.reads("2025-02-15", &["C1 INV-1: 20.00 not due", "C1 = 20.00"]);
}

#[test]
fn an_allocation_counts_from_the_later_of_receipt_and_item() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-02-10", "2025-03-12", "100"]);
    mei.receives(received("C1", "2025-01-05", "100"), vec![share("C1", "INV-1", "100")]);
    mei.reads("2025-02-09", &["C1 receipt of 2025-01-05: -100.00 unapplied", "C1 = -100.00"]);
    mei.reads("2025-02-10", &[]);
}

#[test]
fn money_goes_back_once_and_no_more_than_there_is() {
    let mut mei = one_invoice();
    let fund = mei.receives(received("C1", "2025-03-05", "130"), vec![share("C1", "INV-1", "100")]);
    let refund = mei.refunds("C1", &fund, "30", "2025-03-20");
    mei.reads("2025-03-19", &["C1 receipt of 2025-03-05: -30.00 unapplied", "C1 = -30.00"]);
    mei.reads("2025-03-20", &[]);
    let command = Command::Allocate {
        customer: Key::of("C1"),
        fund: fund.clone(),
        shares: vec![share("C1", "INV-1", "1")],
        on: None,
    };
    let (wanted, outstanding) = (money("1"), money("0"));
    assert_eq!(mei.tries(command), Err(Rejection::BeyondOutstanding { wanted, outstanding }));
    // What went back to the customer cannot bounce; when the refund failed, it can.
    let bounce = |on: &str| Command::Reverse {
        customer: Key::of("C1"),
        subject: ReverseSubject::Fund(fund.clone()),
        on: date(on),
        reason: "退票".to_owned(),
    };
    let (wanted, remaining) = (money("130"), money("100"));
    let refused = Err(Rejection::BeyondRemaining { wanted, remaining });
    assert_eq!(mei.tries(bounce("2025-04-02")), refused);
    mei.reverses("C1", ReverseSubject::Fact(refund), "2025-03-25");
    mei.reads("2025-03-25", &["C1 receipt of 2025-03-05: -30.00 unapplied", "C1 = -30.00"]);
    mei.does(bounce("2025-04-02"));
    mei.reads("2025-04-02", &["C1 INV-1: 100.00 31–60 days", "C1 = 100.00"]);
    mei.reads("2025-03-20", &[]);
}

#[test]
fn money_that_comes_after_a_write_off_is_no_income_of_its_own() {
    let mut mei = one_invoice();
    let write_off = mei.writes_off(item("C1", "INV-1", 0), "100", "2025-06-30");
    let recover = |amount: &str| {
        Command::RecordRecovery(Recovery {
            customer: Key::of("C1"),
            write_off,
            amount: money(amount),
            received_on: date("2025-09-10"),
            reference: String::new(),
        })
    };
    let (wanted, remaining) = (money("100.01"), money("100"));
    assert_eq!(mei.tries(recover("100.01")), Err(Rejection::BeyondRemaining { wanted, remaining }));
    let recovery = mei.does(recover("40"));
    let fact = FactId { entry: recovery, index: 0 };
    mei.reads("2025-06-29", &["C1 INV-1: 100.00 91–180 days", "C1 = 100.00"]);
    mei.reads("2025-06-30", &[]);
    // The claim of 40 came back, and the money settled it at once.
    mei.reads("2025-09-10", &[]);
    // When that money bounces, the claim stands; the rest stays given up.
    mei.reverses("C1", ReverseSubject::Fact(fact), "2025-09-20");
    mei.reads("2025-09-20", &["C1 INV-1: 40.00 from 181 days", "C1 = 40.00"]);
    mei.reads("2025-09-19", &[]);
    mei.finds(&[]);
}

#[test]
fn money_that_came_after_a_write_off_that_ended_can_be_allocated() {
    let mut mei = one_invoice();
    let write_off = mei.writes_off(item("C1", "INV-1", 0), "100", "2025-06-30");
    let recovery = mei.does(Command::RecordRecovery(Recovery {
        customer: Key::of("C1"),
        write_off,
        amount: money("40"),
        received_on: date("2025-09-10"),
        reference: String::new(),
    }));
    // The write-off was over before that money came: it is like any other money.
    mei.reverses("C1", ReverseSubject::Fact(write_off), "2025-08-01");
    let fund = FundRef::Receipt(FactId { entry: recovery, index: 0 });
    mei.allocates("C1", &fund, share("C1", "INV-1", "40"), Some("2025-09-12"));
    mei.finds(&[]);
    mei.reads("2025-09-12", &["C1 INV-1: 60.00 from 181 days", "C1 = 60.00"]);
}

#[test]
fn a_small_difference_closes_a_short_payment() {
    let mut mei = one_invoice();
    mei.receives(received("C1", "2025-02-09", "99.50"), vec![share("C1", "INV-1", "99.50")]);
    mei.reads("2025-02-09", &["C1 INV-1: 0.50 not due", "C1 = 0.50"]);
    mei.writes_off(item("C1", "INV-1", 0), "0.50", "2025-02-09");
    mei.reads("2025-02-09", &[]);
}
