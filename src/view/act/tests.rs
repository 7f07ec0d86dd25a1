//! What an item offers, and what its filled-in forms record, on a tiny book.
//! Never a browser.

use super::*;
use crate::calendar::Instant;
use crate::id::{ReplicaId, WorkbookId};
use crate::record::{DocumentKind, Terms};
use crate::rule::balance::aging::PositionSource;
use crate::view::sheet::{self, SheetKind};
use crate::workbook::{Rejection, Stamp, Workbook};

struct Desk {
    book: Workbook,
    stamp: Stamp,
}

fn day() -> Date {
    "2026-03-05".parse().unwrap()
}

impl Desk {
    fn new() -> Self {
        let stamp = Stamp { at: Instant::of_day(day(), 0), by: String::new() };
        let (replica, id) = (ReplicaId::from_bits(7), WorkbookId::from_bits(9));
        let book = Workbook::create(id, replica, "t", Currency::CNY, &stamp);
        let mut desk = Self { book, stamp };
        desk.enter(SheetKind::Documents(DocumentKind::Invoice), "C-1|A-1|2026-1-1|2026-1-31|100");
        desk
    }

    fn enter(&mut self, kind: SheetKind, row: &str) {
        let cells: Vec<String> = row.split('|').map(str::to_owned).collect();
        let command = sheet::read(kind, &cells, true, self.book.ledger(), day()).unwrap();
        self.book.apply(command, &self.stamp).unwrap();
    }

    fn acts(&self, source: PositionSource) -> Vec<Act> {
        let account = self.book.ledger().account(&Key::of("c-1"));
        account.map(|account| offered(&self.book, account, source, day())).unwrap_or_default()
    }

    /// The form of an act as a person fills it in.
    fn form(&self, act: &Act) -> Form {
        let ledger = self.book.ledger();
        let account = ledger.account(&Key::of("c-1")).unwrap();
        let open = Money::new(self.outstanding(), Currency::CNY).unwrap();
        let begun = Form::begin(act, account, ledger.policy(), open, day());
        let [amount, on, reason, approver] = ["5", "3/4", "because", "boss"].map(str::to_owned);
        Form { amount, on, reason, approver, ..begun }
    }

    fn offered(&self, wanted: fn(&Act) -> bool, source: PositionSource) -> Act {
        self.acts(source).into_iter().find(wanted).expect("offered")
    }

    fn act(&mut self, wanted: fn(&Act) -> bool, source: PositionSource) -> Vec<Act> {
        let act = self.offered(wanted, source);
        let command = command(&act, &self.form(&act), day()).unwrap().unwrap();
        self.book.apply(command, &self.stamp).unwrap();
        self.acts(source)
    }

    fn outstanding(&self) -> i64 {
        let account = self.book.ledger().account(&Key::of("c-1")).unwrap();
        account.outstanding(&account.parts[0], day().number())
    }
}

const ITEM: PositionSource = PositionSource::Part(0);
const MONEY: PositionSource = PositionSource::Fund(0);

#[test]
fn a_write_off_offers_its_recovery() {
    let mut desk = Desk::new();
    let acts = desk.act(|act| matches!(act, Act::WriteOff(_)), ITEM);
    assert_eq!(desk.outstanding(), 9_500);
    let recover = acts.into_iter().find(|act| matches!(act, Act::Recover(_))).unwrap();
    let (ledger, open) = (desk.book.ledger(), Money::new(9_500, Currency::CNY).unwrap());
    let account = ledger.account(&Key::of("c-1")).unwrap();
    let begun = Form::begin(&recover, account, ledger.policy(), open, day());
    assert_eq!(begun.amount, "5.00", "what is written off, not what is open");
    desk.act(|act| matches!(act, Act::Recover(_)), ITEM);
    let account = desk.book.ledger().account(&Key::of("c-1")).unwrap();
    assert_eq!(account.funds.len(), 1, "the recovered money is a receipt");
}

#[test]
fn a_write_off_begins_as_what_the_tolerance_makes_it() {
    let desk = Desk::new();
    let (ledger, act) = (desk.book.ledger(), desk.offered(|a| matches!(a, Act::WriteOff(_)), ITEM));
    let account = ledger.account(&Key::of("c-1")).unwrap();
    let kind = |minor| {
        let open = Money::new(minor, Currency::CNY).unwrap();
        Form::begin(&act, account, ledger.policy(), open, day()).write_off_kind
    };
    assert_eq!(kind(100), WriteOffKind::SmallDifference, "1.00 is the tolerance of a new book");
    assert_eq!(kind(101), WriteOffKind::BadDebt);
}

#[test]
fn a_dispute_ends_once() {
    let mut desk = Desk::new();
    let acts = desk.act(|act| matches!(act, Act::Dispute(_)), ITEM);
    assert!(!acts.iter().any(|act| matches!(act, Act::Dispute(_))));
    let acts = desk.act(|act| matches!(act, Act::Resolve(_)), ITEM);
    assert!(!acts.iter().any(|act| matches!(act, Act::Resolve(_))));
}

#[test]
fn an_allocation_is_undone_and_the_money_refunded_or_bounced() {
    let mut desk = Desk::new();
    desk.enter(SheetKind::Receipts, "C-1|3/1|30");
    assert_eq!(desk.outstanding(), 7_000);
    let acts = desk.act(|act| matches!(act, Act::Undo(_)), MONEY);
    assert_eq!(desk.outstanding(), 10_000);
    assert!(acts.iter().any(|act| matches!(act, Act::Allocate(_))));
    assert!(!acts.iter().any(|act| matches!(act, Act::Undo(_))));
    let acts = desk.act(|act| matches!(act, Act::Refund(_)), MONEY);
    assert!(acts.iter().any(|act| matches!(act, Act::Undo(_))), "a refund can be undone");
    let bounce = desk.offered(|act| matches!(act, Act::Bounce(_)), MONEY);
    let asked = command(&bounce, &desk.form(&bounce), day()).unwrap().unwrap();
    let refused = desk.book.apply(asked, &desk.stamp);
    assert!(matches!(refused, Err(Rejection::BeyondRemaining { .. })), "5.00 went back already");
}

#[test]
fn only_what_was_changed_is_amended() {
    let mut desk = Desk::new();
    let amend = desk.offered(|act| matches!(act, Act::Amend(_)), ITEM);
    let amount = "100".to_owned();
    let form = Form { amount, memo: "second page".to_owned(), ..desk.form(&amend) };
    let Ok(Some(Command::AmendDocument { fields, .. })) = command(&amend, &form, day()) else {
        panic!("no amendment")
    };
    let memo = Some("second page".to_owned());
    assert_eq!(fields, DocumentFields { memo, ..DocumentFields::default() });
    let [due_on, amount] = ["soon", "much"].map(str::to_owned);
    let unread = command(&amend, &Form { due_on, amount, ..form }, day()).unwrap_err();
    assert_eq!(unread, [ActField::Amount, ActField::DueOn]);
    desk.act(|act| matches!(act, Act::Amend(_)), ITEM);
    assert_eq!(desk.outstanding(), 500, "100.00 was a mistake for 5.00");
}

#[test]
fn an_amendment_keeps_what_it_does_not_speak_of() {
    let desk = Desk::new();
    let amend = desk.offered(|act| matches!(act, Act::Amend(_)), ITEM);
    let mut form = desk.form(&amend);
    let money = |minor| Money::new(minor, Currency::CNY).unwrap();
    let terms = Some(Terms::net(30));
    form.stated.claim = Some(Claim { amount: money(10_000), tax: Some(money(100)) });
    form.stated.schedule = Some(Schedule { terms: terms.clone(), ..Schedule::default() });
    form.due_on = "2026-4-1".to_owned();
    let Ok(Some(Command::AmendDocument { fields, .. })) = command(&amend, &form, day()) else {
        panic!("no amendment")
    };
    assert_eq!(fields.claim, Some(Claim { amount: money(500), tax: Some(money(100)) }));
    let due_on = Some("2026-04-01".parse().unwrap());
    assert_eq!(fields.schedule, Some(Schedule { due_on, terms, started_on: None }));
    form.due_on = String::new();
    let again = command(&amend, &form, day()).unwrap();
    let Some(Command::AmendDocument { fields, .. }) = again else { panic!("no amendment") };
    assert_eq!(fields.schedule, None, "the terms stay in force");
}

#[test]
fn what_was_recorded_by_hand_is_retracted() {
    let mut desk = Desk::new();
    desk.act(|act| matches!(act, Act::Retract(_)), ITEM);
    let account = desk.book.ledger().account(&Key::of("c-1"));
    assert!(account.is_none_or(|account| account.documents.is_empty()));
}
