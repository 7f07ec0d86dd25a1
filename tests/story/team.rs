//! Two and more people who merge each other's exports (I1).
//! Never a lock and never a server: only what merging adds up to.

use huikuan::id::Key;
use huikuan::record::{
    CustomerFields, DocumentFields, DocumentKind, Schedule, SettingFields, WriteOff, WriteOffKind,
};
use huikuan::workbook::{Command, Rejection};

use crate::laptop::{Laptop, claim, credit_note, date, invoice, item, money, received, share};

fn owner(name: &str) -> Command {
    let fields = CustomerFields { owner: Some(name.to_owned()), ..CustomerFields::default() };
    Command::AmendCustomer { customer: Key::of("C1"), fields }
}

fn shown_owner(laptop: &Laptop) -> Option<&str> {
    laptop.book.ledger().account(&Key::of("C1")).unwrap().customer.fields.owner.as_deref()
}

#[test]
fn two_people_who_change_one_field_both_find_their_value() {
    let mut mei = Laptop::begins("mei");
    mei.records_customer("C1", "华美");
    let mut tao = mei.copied_to("tao");
    mei.does(owner("小美"));
    tao.does(owner("老陶"));
    mei.exchanges(&mut tao);
    mei.finds(&["2 values: Owner of C1"]);
    let heads = mei.book.ledger().customer_heads(mei.book.journal(), &Key::of("C1"));
    let values: Vec<_> = heads
        .of
        .values()
        .flatten()
        .filter_map(|fact| mei.book.journal().fact(*fact))
        .map(|fact| format!("{fact:?}"))
        .collect();
    assert!(values.iter().any(|value| value.contains("小美")));
    assert!(values.iter().any(|value| value.contains("老陶")));

    // One of them chooses, on whichever laptop; the value shown may be chosen too.
    let shown = shown_owner(&tao).unwrap().to_owned();
    tao.does(owner(&shown));
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    assert_eq!(shown_owner(&mei), Some(shown.as_str()));
    // Once settled, the same value again is no change.
    assert_eq!(mei.tries(owner(&shown)), Err(Rejection::NothingChanged));
}

#[test]
fn two_people_who_write_the_same_value_agree() {
    let mut mei = Laptop::begins("mei");
    mei.records_customer("C1", "华美");
    let mut tao = mei.copied_to("tao");
    mei.does(owner("小美"));
    tao.does(owner("小美"));
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    assert_eq!(mei.tries(owner("小美")), Err(Rejection::NothingChanged));
    // A third value replaces both statements at once.
    mei.does(owner("老陶"));
    mei.exchanges(&mut tao);
    tao.finds(&[]);
    assert_eq!(shown_owner(&tao), Some("老陶"));
}

#[test]
fn different_fields_of_one_customer_do_not_conflict() {
    let mut mei = Laptop::begins("mei");
    mei.records_customer("C1", "华美");
    let mut tao = mei.copied_to("tao");
    mei.does(owner("小美"));
    let region = CustomerFields { region: Some("华东".to_owned()), ..CustomerFields::default() };
    tao.does(Command::AmendCustomer { customer: Key::of("C1"), fields: region });
    mei.exchanges(&mut tao);
    mei.finds(&[]);
    assert_eq!(shown_owner(&mei), Some("小美"));
    let fields = &tao.book.ledger().account(&Key::of("C1")).unwrap().customer.fields;
    assert_eq!(fields.region.as_deref(), Some("华东"));
}

#[test]
fn two_people_who_change_a_setting_meet_a_finding() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    let title = |title: &str| {
        Command::SetPolicy(SettingFields { title: Some(title.to_owned()), ..Default::default() })
    };
    mei.does(title("台账一"));
    tao.does(title("台账二"));
    mei.exchanges(&mut tao);
    mei.finds(&["2 values: setting Title"]);
    mei.does(title("台账一"));
    mei.finds(&[]);
    assert_eq!(mei.book.ledger().policy().title, "台账一");
}

#[test]
fn two_people_record_the_same_invoice() {
    let mut mei = Laptop::begins("mei");
    let mut tao = mei.copied_to("tao");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    tao.invoices("ｃ1", " inv-1 ", ["2025-01-10", "2025-02-09", "120"]);
    mei.exchanges(&mut tao);
    // One invoice with two amounts, not two invoices.
    mei.finds(&["2 values: Claim of INV-1"]);
    let account = mei.book.ledger().accounts().next().unwrap();
    assert_eq!((account.documents.len(), mei.book.ledger().accounts().count()), (1, 1));
    let both = DocumentFields { claim: claim("2025-01-10", "", "100").claim, ..Default::default() };
    mei.amends(invoice("C1", "INV-1"), both);
    mei.finds(&[]);
    mei.reads("2025-02-09", &["C1 INV-1: 100.00 not due", "C1 = 100.00"]);
    // Each brought it: one retraction leaves it standing.
    mei.exchanges(&mut tao);
    tao.undoes();
    mei.exchanges(&mut tao);
    mei.reads("2025-02-09", &["C1 INV-1: 100.00 not due", "C1 = 100.00"]);
}

#[test]
fn an_invoice_and_a_credit_note_of_one_number_are_two_documents() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "1", ["2025-01-10", "2025-02-09", "100"]);
    mei.records(DocumentKind::CreditNote, "C1", "1", claim("2025-01-20", "", "30"));
    mei.reads(
        "2025-02-09",
        &["C1 1: 100.00 not due", "C1 1: -30.00 standing credit", "C1 = 70.00"],
    );
}

#[test]
fn an_allocation_from_a_laptop_offline_for_three_weeks() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    let early = mei.receives(received("C1", "2025-03-01", "100"), Vec::new());
    let late = mei.receives(received("C1", "2025-03-05", "80"), Vec::new());
    let mut tao = mei.copied_to("tao");
    // Tao allocates the later receipt, goes offline, and comes back after three weeks.
    tao.on("2025-03-06").allocates("C1", &late, share("C1", "INV-1", "80"), None);
    mei.on("2025-03-27").allocates("C1", &early, share("C1", "INV-1", "100"), None);
    mei.exchanges(&mut tao);
    // The earlier receipt settles the invoice; the later one has nothing left to settle.
    mei.finds(&["contested: C1 got 0.00 of 80.00"]);
    mei.reads("2025-03-31", &["C1 receipt of 2025-03-05: -80.00 unapplied", "C1 = -80.00"]);
    let allocation = tao.book.journal().entries().iter().find(|entry| entry.by.as_ref() == "tao");
    let allocation = allocation.unwrap().id;
    mei.retracts(allocation);
    mei.finds(&[]);
    mei.reads("2025-03-31", &["C1 receipt of 2025-03-05: -80.00 unapplied", "C1 = -80.00"]);
}

#[test]
fn of_one_receipt_given_to_two_items_the_earlier_due_wins() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-28", "100"]);
    mei.invoices("C1", "INV-2", ["2025-01-10", "2025-02-09", "70"]);
    let fund = mei.receives(received("C1", "2025-03-01", "120"), Vec::new());
    let mut tao = mei.copied_to("tao");
    mei.allocates("C1", &fund, share("C1", "INV-1", "100"), None);
    tao.allocates("C1", &fund, share("C1", "INV-2", "70"), None);
    mei.exchanges(&mut tao);
    mei.finds(&["contested: C1 got 50.00 of 100.00"]);
    mei.reads("2025-03-01", &["C1 INV-1: 50.00 1–30 days", "C1 = 50.00"]);
}

#[test]
fn a_contested_refund_and_write_off_are_named() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    let fund = mei.receives(received("C1", "2025-03-01", "60"), Vec::new());
    mei.records(DocumentKind::CreditNote, "C1", "CN-1", claim("2025-03-01", "", "90"));
    let mut tao = mei.copied_to("tao");
    mei.refunds("C1", &fund, "60", "2025-03-10");
    tao.allocates("C1", &fund, share("C1", "INV-1", "60"), Some("2025-03-09"));
    let credit = credit_note("C1", "CN-1");
    mei.allocates("C1", &credit, share("C1", "INV-1", "90"), Some("2025-03-12"));
    tao.writes_off(item("C1", "INV-1", 0), "40", "2025-03-11");
    mei.exchanges(&mut tao);
    mei.finds(&["contested: C1 got 0.00 of 90.00", "contested: C1 got 0.00 of 60.00"]);
    mei.reads("2025-03-31", &["C1 CN-1: -90.00 standing credit", "C1 = -90.00"]);
}

#[test]
fn a_merge_is_shown_before_it_is_done() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    mei.records_customer("C2", "乙");
    let mut tao = mei.copied_to("tao");
    tao.receives(received("C1", "2025-03-01", "40"), Vec::new());
    tao.does(owner("老陶"));
    mei.does(owner("小美"));
    mei.on("2025-03-31");
    let preview = mei.book.preview_merge(tao.export(), date("2025-03-31"));
    assert_eq!((preview.new_entries, preview.known_entries), (2, 3));
    assert_eq!(preview.balances.len(), 1);
    let change = &preview.balances[0];
    assert_eq!((change.before, change.after), (money("100"), money("60")));
    assert_eq!(preview.findings.len(), 1);
    mei.finds(&[]);

    // What is recorded and received while the preview stands open is kept.
    mei.invoices("C2", "INV-2", ["2025-03-01", "2025-03-31", "5"]);
    let third = {
        let mut third = tao.copied_to("third");
        third.invoices("C3", "INV-3", ["2025-03-01", "2025-03-31", "7"]);
        third
    };
    mei.book.add(third.export());
    let stored = mei.book.accept_merge(preview);
    assert!(stored.is_empty(), "the other tab had brought them already");
    mei.is_sound();
    mei.reads(
        "2025-03-31",
        &[
            "C1 INV-1: 100.00 31–60 days",
            "C1 receipt of 2025-03-01: -40.00 unapplied",
            "C1 = 60.00",
            "C2 INV-2: 5.00 not due",
            "C2 = 5.00",
            "C3 INV-3: 7.00 not due",
            "C3 = 7.00",
        ],
    );
    let again = mei.book.preview_merge(tao.export(), date("2025-03-31"));
    assert_eq!((again.new_entries, again.balances.len(), again.findings.len()), (0, 0, 0));
}

#[test]
fn what_somebody_else_took_back_does_not_block_undo() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    let second = mei.invoices("C1", "INV-2", ["2025-01-10", "2025-02-09", "200"]);
    let mut tao = mei.copied_to("tao");
    tao.retracts(second);
    mei.merges(&tao);
    let stamp = mei.stamp();
    assert_eq!(mei.book.undo(&stamp), Err(Rejection::AlreadyRetracted));
    mei.undoes();
    mei.reads("2025-03-31", &[]);
}

#[test]
fn three_values_are_three_until_one_is_chosen() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "100"]);
    let mut tao = mei.copied_to("tao");
    let mut lin = mei.copied_to("lin");
    let due = |day: &str| DocumentFields {
        schedule: Some(Schedule { due_on: Some(date(day)), ..Schedule::default() }),
        ..DocumentFields::default()
    };
    mei.amends(invoice("C1", "INV-1"), due("2025-03-01"));
    tao.amends(invoice("C1", "INV-1"), due("2025-03-02"));
    lin.amends(invoice("C1", "INV-1"), due("2025-03-03"));
    mei.merges(&tao);
    mei.merges(&lin);
    mei.finds(&["3 values: Schedule of INV-1"]);
    mei.amends(invoice("C1", "INV-1"), due("2025-03-02"));
    mei.finds(&[]);
    // Somebody who has not seen the choice adds a value: two again.
    lin.amends(invoice("C1", "INV-1"), due("2025-03-04"));
    mei.merges(&lin);
    mei.finds(&["2 values: Schedule of INV-1"]);
}

#[test]
fn a_small_difference_is_written_off_by_one_of_two() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-10", "2025-02-09", "0.80"]);
    let mut tao = mei.copied_to("tao");
    let difference = |laptop: &mut Laptop| {
        laptop.does(Command::WriteOff(WriteOff {
            customer: Key::of("C1"),
            item: item("C1", "INV-1", 0),
            amount: money("0.80"),
            on: date("2025-03-01"),
            kind: WriteOffKind::SmallDifference,
            reason: String::new(),
            approver: String::new(),
        }))
    };
    difference(&mut mei);
    difference(&mut tao);
    mei.exchanges(&mut tao);
    mei.finds(&["contested: C1 got 0.00 of 0.80"]);
    mei.reads("2025-03-31", &[]);
}
