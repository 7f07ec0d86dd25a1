//! What an item offers, and what its filled-in forms record, on a tiny book.
//! Never a browser.

use super::*;
use crate::calendar::Instant;
use crate::id::{ReplicaId, WorkbookId};
use crate::record::DocumentKind;
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
        let account = self.book.ledger().account(&Key::of("c-1")).unwrap();
        offered(&self.book, account, source, day())
    }

    fn form(&self) -> Form {
        let account = self.book.ledger().account(&Key::of("c-1")).unwrap();
        Form {
            customer: Key::of("c-1"),
            currency: Currency::CNY,
            amount: "5".to_owned(),
            on: "3/4".to_owned(),
            reason: "because".to_owned(),
            approver: "boss".to_owned(),
            write_off_kind: WriteOffKind::BadDebt,
            outcome: DisputeOutcome::Upheld,
            reference: String::new(),
            issued_on: "2026-1-1".to_owned(),
            due_on: "2026-1-31".to_owned(),
            contract: String::new(),
            memo: String::new(),
            stated: account.documents[0].fields.clone(),
        }
    }

    fn act(&mut self, wanted: fn(&Act) -> bool, source: PositionSource, form: &Form) -> Vec<Act> {
        let act = self.acts(source).into_iter().find(wanted).expect("offered");
        let command = command(&act, form, day()).unwrap().unwrap();
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
    let form = desk.form();
    let acts = desk.act(|act| matches!(act, Act::WriteOff(_)), ITEM, &form);
    assert_eq!(desk.outstanding(), 9_500);
    assert!(acts.iter().any(|act| matches!(act, Act::Recover(_))));
    desk.act(|act| matches!(act, Act::Recover(_)), ITEM, &form);
    let account = desk.book.ledger().account(&Key::of("c-1")).unwrap();
    assert_eq!(account.funds.len(), 1, "the recovered money is a receipt");
}

#[test]
fn a_dispute_ends_once() {
    let mut desk = Desk::new();
    let form = desk.form();
    let acts = desk.act(|act| matches!(act, Act::Dispute(_)), ITEM, &form);
    assert!(!acts.iter().any(|act| matches!(act, Act::Dispute(_))));
    let acts = desk.act(|act| matches!(act, Act::Resolve(_)), ITEM, &form);
    assert!(!acts.iter().any(|act| matches!(act, Act::Resolve(_))));
}

#[test]
fn an_allocation_is_undone_and_the_money_refunded_or_bounced() {
    let mut desk = Desk::new();
    desk.enter(SheetKind::Receipts, "C-1|3/1|30");
    assert_eq!(desk.outstanding(), 7_000);
    let form = desk.form();
    let acts = desk.act(|act| matches!(act, Act::Undo(_)), MONEY, &form);
    assert_eq!(desk.outstanding(), 10_000);
    assert!(acts.iter().any(|act| matches!(act, Act::Allocate(_))));
    assert!(!acts.iter().any(|act| matches!(act, Act::Undo(_))));
    let acts = desk.act(|act| matches!(act, Act::Refund(_)), MONEY, &form);
    assert!(acts.iter().any(|act| matches!(act, Act::Undo(_))), "a refund can be undone");
    let bounce = desk.acts(MONEY).into_iter().find(|act| matches!(act, Act::Bounce(_))).unwrap();
    let asked = command(&bounce, &form, day()).unwrap().unwrap();
    let refused = desk.book.apply(asked, &desk.stamp);
    assert!(matches!(refused, Err(Rejection::BeyondRemaining { .. })), "5.00 went back already");
}

#[test]
fn only_what_was_changed_is_amended() {
    let mut desk = Desk::new();
    let mut form = desk.form();
    form.amount = "100".to_owned();
    form.memo = "second page".to_owned();
    let amend = desk.acts(ITEM).into_iter().find(|act| matches!(act, Act::Amend(_))).unwrap();
    let Ok(Some(Command::AmendDocument { fields, .. })) = command(&amend, &form, day()) else {
        panic!("no amendment")
    };
    let memo = Some("second page".to_owned());
    assert_eq!(fields, DocumentFields { memo, ..DocumentFields::default() });
    form.due_on = "soon".to_owned();
    form.amount = "much".to_owned();
    let mistakes = command(&amend, &form, day()).unwrap_err();
    assert_eq!(mistakes.len(), 2);
    form = desk.form();
    form.amount = "90".to_owned();
    desk.act(|act| matches!(act, Act::Amend(_)), ITEM, &form);
    assert_eq!(desk.outstanding(), 9_000);
}

#[test]
fn what_was_recorded_by_hand_is_retracted() {
    let mut desk = Desk::new();
    let form = desk.form();
    let act = desk.acts(ITEM).into_iter().find(|act| matches!(act, Act::Retract(_))).unwrap();
    let command = command(&act, &form, day()).unwrap().unwrap();
    desk.book.apply(command, &desk.stamp).unwrap();
    let account = desk.book.ledger().account(&Key::of("c-1"));
    assert!(account.is_none_or(|account| account.documents.is_empty()));
}
