//! Two collectors with one customer, and what a day says of contacts, promises and overrides
//! (I1, D2, D5, C1).
//! Never about what is due next: the rules of collection say that.

use huikuan::id::{FactId, Key};
use huikuan::record::{CreditClass, Override, ReverseSubject};
use huikuan::workbook::{Command, Rejection};

use crate::laptop::{Laptop, call, class_by_hand, date, item, log, promise, received, share, step};

/// A laptop whose customer C1 owes 100 that is overdue from 2025-02-10 on.
fn with_a_debt() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei
}

fn contact_days(laptop: &Laptop) -> Vec<String> {
    let account = laptop.book.ledger().account(&Key::of("C1")).unwrap();
    let contacts = account.dealings.contacts.iter();
    contacts.map(|held| held.on().unwrap().to_string()).collect()
}

#[test]
fn contacts_of_two_collectors_both_stay_and_give_one_level() {
    let mut mei = with_a_debt();
    let mut tao = mei.copied_to("tao");
    mei.contacts(step("C1", "2025-02-20", 1, 0));
    tao.contacts(call("C1", "2025-02-18"));
    mei.exchanges(&mut tao);
    assert_eq!(contact_days(&tao), ["2025-02-18", "2025-02-20"]);
    mei.finds(&[]);
    for laptop in [&mei, &tao] {
        assert_eq!((laptop.level("C1", "2025-02-19"), laptop.level("C1", "2025-02-20")), (0, 1));
    }
    // The next step follows the level of both.
    tao.contacts(step("C1", "2025-03-01", 2, 1));
    mei.exchanges(&mut tao);
    assert_eq!(mei.level("C1", "2025-03-01"), 2);
}

#[test]
fn the_same_step_done_by_both_is_no_contradiction() {
    let mut mei = with_a_debt();
    let mut tao = mei.copied_to("tao");
    mei.contacts(step("C1", "2025-02-20", 1, 0));
    tao.contacts(step("C1", "2025-02-21", 1, 0));
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    assert_eq!(contact_days(&mei).len(), 2);
    assert_eq!(mei.level("C1", "2025-02-21"), 1);
}

#[test]
fn a_step_below_what_the_other_had_done_by_then_is_a_finding() {
    let mut mei = with_a_debt();
    mei.contacts(step("C1", "2025-02-20", 1, 0));
    let mut tao = mei.copied_to("tao");
    mei.contacts(step("C1", "2025-03-01", 2, 1));
    mei.contacts(step("C1", "2025-03-10", 3, 2));
    let behind = tao.contacts(step("C1", "2025-03-12", 2, 1));
    mei.exchanges(&mut tao);
    mei.finds(&["step 2 of C1 while level 3 stood"]);
    assert_eq!(mei.level("C1", "2025-03-12"), 3);
    // Whoever looks at the contacts takes the step back.
    tao.retracts(behind);
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    assert_eq!(mei.level("C1", "2025-03-12"), 3);
}

#[test]
fn a_step_recorded_late_is_not_above_what_was_done_after_it() {
    let mut mei = with_a_debt();
    mei.contacts(step("C1", "2025-03-01", 1, 0));
    let refused = Err(Rejection::LevelOutOfOrder { level: 2, stands: 1 });
    assert_eq!(mei.tries(log(step("C1", "2025-02-20", 2, 0))), refused);
    mei.contacts(step("C1", "2025-02-20", 1, 0));
    mei.finds(&[]);
}

#[test]
fn a_level_ends_when_nothing_is_overdue_and_begins_anew() {
    let mut mei = with_a_debt();
    mei.invoices("C1", "INV-2", ["2025-03-01", "2025-04-30", "70"]);
    mei.contacts(step("C1", "2025-02-20", 1, 0));
    mei.contacts(step("C1", "2025-03-01", 2, 1));
    mei.receives(received("C1", "2025-03-15", "100"), vec![share("C1", "INV-1", "100")]);
    assert_eq!(["2025-03-14", "2025-03-15", "2025-05-01"].map(|on| mei.level("C1", on)), [2, 0, 0]);
    mei.contacts(step("C1", "2025-05-02", 1, 0));
    assert_eq!(["2025-03-14", "2025-05-01", "2025-05-02"].map(|on| mei.level("C1", on)), [2, 0, 1]);
    mei.finds(&[]);
}

#[test]
fn a_receipt_recorded_late_ends_a_level_without_a_contradiction() {
    let mut mei = with_a_debt();
    mei.invoices("C1", "INV-2", ["2025-01-10", "2025-02-28", "70"]);
    mei.contacts(step("C1", "2025-02-20", 1, 0));
    mei.contacts(step("C1", "2025-03-10", 2, 1));
    mei.receives(received("C1", "2025-02-25", "100"), vec![share("C1", "INV-1", "100")]);
    // Nothing was overdue from 2025-02-25 to 2025-02-28.
    assert_eq!(["2025-02-24", "2025-02-25", "2025-03-10"].map(|on| mei.level("C1", on)), [1, 0, 2]);
    mei.finds(&[]);
}

#[test]
fn retracting_a_contact_takes_its_level_back() {
    let mut mei = with_a_debt();
    mei.contacts(step("C1", "2025-02-20", 1, 0));
    let second = mei.contacts(step("C1", "2025-03-01", 2, 1));
    mei.retracts(second);
    assert_eq!(mei.level("C1", "2025-03-01"), 1);
    mei.contacts(step("C1", "2025-03-05", 2, 1));
    mei.finds(&[]);
    mei.undoes();
    assert_eq!(mei.level("C1", "2025-03-05"), 1);
    mei.redoes();
    assert_eq!(mei.level("C1", "2025-03-05"), 2);
}

#[test]
fn a_promise_withdrawn_on_a_day_is_open_on_the_day_before() {
    let mut mei = with_a_debt();
    let entry = mei.does(Command::RecordPromise(promise("C1", ["2025-02-20", "2025-03-20", "60"])));
    let given = FactId { entry, index: 0 };
    mei.reverses("C1", ReverseSubject::Fact(given), "2025-03-05");
    let stands = |laptop: &Laptop, on: &str| {
        let account = laptop.book.ledger().account(&Key::of("C1")).unwrap();
        account.dealings.promises.iter().any(|held| held.stands(date(on).number()))
    };
    let days = ["2025-02-19", "2025-02-20", "2025-03-04", "2025-03-05"];
    assert_eq!(days.map(|on| stands(&mei, on)), [false, true, true, false]);
    // It ends once.
    let again = Command::Reverse {
        customer: Key::of("C1"),
        subject: ReverseSubject::Fact(given),
        on: date("2025-03-06"),
        reason: String::new(),
    };
    assert_eq!(mei.tries(again), Err(Rejection::AlreadyReversed));
}

#[test]
fn a_promise_for_an_invoice_that_was_retracted_waits_for_it() {
    let mut mei = Laptop::begins("mei");
    let bill = mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    let mut held = promise("C1", ["2025-02-20", "2025-03-20", "60"]);
    held.items = vec![item("C1", "INV-1", 0)];
    mei.does(Command::RecordPromise(held));
    let mut tao = mei.copied_to("tao");
    tao.retracts(bill);
    tao.finds(&["without effect: C1 ItemMissing"]);
    let entry = bill;
    tao.does(Command::Restore { entry });
    tao.finds(&[]);
}

fn sets_class(laptop: &mut Laptop, days: [&str; 2], to: CreditClass) {
    let held: Override = class_by_hand("C1", days, to);
    laptop.does(Command::SetOverride(held));
}

#[test]
fn overrides_of_two_people_contradict_until_somebody_decides() {
    let mut mei = with_a_debt();
    let mut tao = mei.copied_to("tao");
    sets_class(&mut mei, ["2025-03-01", "2025-06-30"], CreditClass::Quality);
    sets_class(&mut tao, ["2025-04-01", "2025-05-31"], CreditClass::Risk);
    mei.exchanges(&mut tao);
    mei.finds(&["two overrides of C1 contradict each other"]);
    // Whoever sets it anew knows of both, and has decided.
    sets_class(&mut mei, ["2025-04-15", "2025-06-30"], CreditClass::Risk);
    mei.finds(&[]);
    mei.undoes();
    mei.finds(&["two overrides of C1 contradict each other"]);
    // So does it settle the matter when one of them ends.
    let first = mei.book.ledger().account(&Key::of("C1")).unwrap().dealings.overrides[0].fact;
    mei.reverses("C1", ReverseSubject::Fact(first), "2025-03-20");
    mei.finds(&[]);
}

#[test]
fn an_override_that_knows_of_the_one_before_does_not_contradict_it() {
    let mut mei = with_a_debt();
    sets_class(&mut mei, ["2025-03-01", "2025-06-30"], CreditClass::Quality);
    let mut tao = mei.copied_to("tao");
    sets_class(&mut tao, ["2025-04-01", "2025-05-31"], CreditClass::Risk);
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    // The same said twice is no contradiction either.
    sets_class(&mut mei, ["2025-07-01", "2025-07-31"], CreditClass::Regular);
    sets_class(&mut tao, ["2025-07-15", "2025-07-31"], CreditClass::Regular);
    mei.exchanges(&mut tao);
    mei.finds(&[]);
}
