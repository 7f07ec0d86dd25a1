//! The small things that people do by hand in a book that lives on imported tables.
//! Never touches the customers of the story.

use super::chance::Chance;
use super::clerk::{Clerk, code, money};
use super::deed;
use crate::calendar::Date;
use crate::id::Key;
use crate::ledger::NEVER;
use crate::record::{
    CustomerFields, Dispute, DocumentFields, DocumentRef, Schedule, WriteOff, WriteOffKind,
};
use crate::workbook::{Command, Rejection};

/// Does one of them for a customer picked by lot; one that finds nothing to do does nothing.
pub(super) fn run(clerk: &mut Clerk) -> Result<(), Rejection> {
    let customer = Key::of(&code(clerk.chance.below(customer_count(clerk))));
    if clerk.account(&customer).is_none() {
        return Ok(());
    }
    match clerk.chance.below(100) {
        0..45 => deed::allocate_oldest(clerk, &customer),
        45..70 => postpone(clerk, &customer, None),
        70..82 => change_owner(clerk, customer),
        82..90 => contest(clerk, customer),
        90..97 => round_off(clerk, customer),
        _ => deed::bounce_last(clerk, &customer),
    }
}

/// Gives an item that `lot` picks a due date of the clerk's own choice.
pub(super) fn postpone_one_of(clerk: &mut Clerk, lot: &mut Chance) -> Result<(), Rejection> {
    let customer = Key::of(&code(lot.below(customer_count(clerk))));
    let place = lot.bits();
    postpone(clerk, &customer, Some(place))
}

fn customer_count(clerk: &Clerk) -> u32 {
    u32::try_from(clerk.workbook.ledger().accounts().count()).unwrap_or(u32::MAX)
}

/// One of the open items gets a later due date.
fn postpone(clerk: &mut Clerk, customer: &Key, place: Option<u64>) -> Result<(), Rejection> {
    let mut open = clerk.open(customer);
    open.retain(|open| open.due_day != NEVER && is_whole(clerk, &open.item.document));
    if open.is_empty() {
        return Ok(());
    }
    let place = place.unwrap_or_else(|| clerk.chance.bits()) % open.len() as u64;
    let Some(held) = open.into_iter().nth(usize::try_from(place).unwrap_or(0)) else {
        return Ok(());
    };
    let later = clerk.chance.between(7, 60);
    let due_on = Date::from_number(held.due_day).unwrap_or(clerk.day).plus_days(later);
    let schedule = Schedule { due_on: Some(due_on), ..Schedule::default() };
    let fields = DocumentFields { schedule: Some(schedule), ..DocumentFields::default() };
    let reason = Some(clerk.cast.words.extended.to_owned());
    clerk.give(Command::AmendDocument { document: held.item.document, fields, reason }).map(drop)
}

/// True when a document falls due as a whole: one due date for several parts would leave the money
/// that settled the others without an item, and is refused.
fn is_whole(clerk: &Clerk, document: &DocumentRef) -> bool {
    let account = clerk.account(document.customer());
    account.and_then(|held| held.document(document)).is_some_and(|held| held.parts.len == 1)
}

fn change_owner(clerk: &mut Clerk, customer: Key) -> Result<(), Rejection> {
    let owner = clerk.chance.pick(&clerk.cast.owners, "");
    let held = clerk.account(&customer).and_then(|held| held.customer.fields.owner.as_deref());
    if held == Some(owner) {
        return Ok(());
    }
    let fields = CustomerFields { owner: Some(owner.to_owned()), ..CustomerFields::default() };
    clerk.give(Command::AmendCustomer { customer, fields }).map(drop)
}

fn contest(clerk: &mut Clerk, customer: Key) -> Result<(), Rejection> {
    let Some(open) = clerk.open(&customer).pop() else { return Ok(()) };
    clerk
        .give(Command::RaiseDispute(Dispute {
            customer,
            item: open.item,
            amount: None,
            reason: clerk.cast.words.short_delivery.to_owned(),
            raised_on: clerk.day,
        }))
        .map(drop)
}

/// Cents of the oldest open item are written off.
fn round_off(clerk: &mut Clerk, customer: Key) -> Result<(), Rejection> {
    let base = clerk.base();
    // The tolerance is set for the base currency.
    let owed = clerk.open(&customer).into_iter().find(|open| open.outstanding.currency() == base);
    let Some(open) = owed else { return Ok(()) };
    let minor = open.outstanding.minor().min(i64::from(clerk.chance.between(1, 99)));
    let amount = money(minor, open.outstanding.currency());
    clerk
        .give(Command::WriteOff(WriteOff {
            customer,
            item: open.item,
            amount,
            on: clerk.day,
            kind: WriteOffKind::SmallDifference,
            reason: clerk.cast.words.rounding.to_owned(),
            approver: String::new(),
        }))
        .map(drop)
}
