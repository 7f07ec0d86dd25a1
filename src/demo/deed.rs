//! What happens to money in a demo book: receipts, allocations, bounces, disputes, write-offs.
//! Never decides when: the story does.

use super::clerk::{Clerk, Open, key, money, player_code};
use super::errand::Errand;
use super::role::is_abroad;
use super::story;
use crate::id::{EntryId, FactId, Key};
use crate::ledger::{EffectKind, FundSource, NEVER};
use crate::money::{Currency, Money};
use crate::record::{
    Claim, Dispute, DisputeOutcome, DocumentRef, FundRef, ItemRef, Receipt, Recovery, Refund,
    ReverseSubject, WriteOff, WriteOffKind,
};
use crate::workbook::{Command, Rejection, Share};

type Done = Result<(), Rejection>;

const fn first_fact(entry: EntryId) -> FactId {
    FactId { entry, index: 0 }
}

/// A receipt of today from a customer of the story.
fn receipt(clerk: &mut Clerk, player: usize, amount: Money) -> Receipt {
    let words = &clerk.cast.words;
    let by_bill = player % 5 == 2 && clerk.chance.percent(40);
    Receipt {
        customer: player_code(player),
        received_on: clerk.day,
        amount,
        method: if by_bill { words.bill } else { words.transfer }.to_owned(),
        reference: clerk.number(words.receipt_prefix),
        designation: None,
        prepayment_for: None,
        memo: String::new(),
    }
}

/// Records a receipt of what the shares add up to and `over_minor` more.
pub(super) fn receive(
    clerk: &mut Clerk,
    player: usize,
    shares: Vec<Share>,
    over_minor: i64,
) -> Done {
    let Some(first) = shares.first() else { return Ok(()) };
    let total: i64 = shares.iter().map(|share| share.amount.minor()).sum();
    let amount = money(total + over_minor, first.amount.currency());
    let receipt = receipt(clerk, player, amount);
    clerk.give(Command::RecordReceipt { receipt, allocations: shares }).map(drop)
}

fn share(open: &Open, percent: i64) -> Option<Share> {
    let minor = open.outstanding.minor();
    // Part payments are round sums.
    let wanted = if percent < 100 { minor * percent / 10_000 * 100 } else { minor };
    let amount = money(wanted, open.outstanding.currency());
    (wanted > 0).then(|| Share { item: open.item.clone(), amount, discount: None })
}

/// The cent fee that a foreign bank keeps from a transfer.
const FEE_MINOR: i64 = 1_500;

/// So many percent of what a document owes by now comes in; from abroad less a bank's fee, which
/// is written off.
pub(super) fn pay(clerk: &mut Clerk, player: usize, document: &DocumentRef, percent: i64) -> Done {
    let soon = clerk.day.number() + 10;
    let mut shares: Vec<Share> = (clerk.open(document.customer()).iter())
        .filter(|open| open.item.document == *document)
        .filter(|open| open.due_day <= soon || open.due_day == NEVER)
        .filter_map(|open| share(open, percent))
        .collect();
    let fee = (is_abroad(player) && clerk.chance.percent(60)).then_some(FEE_MINOR);
    let (Some(fee), [only]) = (fee, shares.as_mut_slice()) else {
        return receive(clerk, player, shares, 0);
    };
    let item = only.item.clone();
    let amount = money(fee, only.amount.currency());
    only.amount = money(only.amount.minor() - fee, only.amount.currency());
    receive(clerk, player, shares, 0)?;
    let reason = clerk.cast.words.fee;
    write_off(clerk, player, item, amount, WriteOffKind::BankFee, reason).map(drop)
}

fn write_off(
    clerk: &mut Clerk,
    player: usize,
    item: ItemRef,
    amount: Money,
    kind: WriteOffKind,
    reason: &str,
) -> Result<EntryId, Rejection> {
    clerk.give(Command::WriteOff(WriteOff {
        customer: key(player),
        item,
        amount,
        on: clerk.day,
        kind,
        reason: reason.to_owned(),
        approver: clerk.cast.words.manager.to_owned(),
    }))
}

pub(super) fn pay_due(clerk: &mut Clerk, player: usize) -> Done {
    let today = clerk.day.number();
    let open = clerk.open(&key(player));
    let due = open.iter().filter(|open| open.due_day <= today);
    let shares = due.filter_map(|open| share(open, 100)).collect();
    let over = i64::from(clerk.chance.between(0, 3)) * 10_000;
    receive(clerk, player, shares, over)
}

pub(super) fn prepay(clerk: &mut Clerk, player: usize) -> Done {
    let minor = i64::from(clerk.chance.between(8, 20)) * 100_000;
    let amount = money(minor, story::currency(clerk, player));
    let (year, month, _) = clerk.day.ymd();
    let order = format!("{}-{year}{month:02}", clerk.cast.words.contract_prefix);
    let receipt = Receipt { prepayment_for: Some(order), ..receipt(clerk, player, amount) };
    clerk.give(Command::RecordReceipt { receipt, allocations: Vec::new() }).map(drop)
}

/// Money of a customer's that is not used up, oldest first.
fn funds(clerk: &Clerk, customer: &Key) -> Vec<(FundRef, Money)> {
    let Some(account) = clerk.account(customer) else { return Vec::new() };
    let day = clerk.day.number();
    let receipts = account.funds.iter().filter(|fund| fund.source == FundSource::Receipt);
    let left = receipts.map(|fund| (fund, fund.balance.money(account.remaining(fund, day))));
    let mut left: Vec<_> = left.filter(|(_, left)| left.minor() > 0).collect();
    left.sort_by_key(|(fund, _)| fund.day);
    left.into_iter().map(|(fund, left)| (fund.reference.clone(), left)).collect()
}

/// Allocates the oldest unused money to the oldest open item.
pub(super) fn draw(clerk: &mut Clerk, player: usize) -> Done {
    allocate_oldest(clerk, &key(player))
}

pub(super) fn allocate_oldest(clerk: &mut Clerk, customer: &Key) -> Done {
    let pairs =
        funds(clerk, customer).into_iter().next().zip(clerk.open(customer).into_iter().next());
    let Some(((fund, left), open)) = pairs else { return Ok(()) };
    if left.currency() != open.outstanding.currency() {
        return Ok(());
    }
    let shares =
        vec![Share { item: open.item, amount: left.min(open.outstanding), discount: None }];
    let on = Some(clerk.day);
    clerk.give(Command::Allocate { customer: customer.clone(), fund, shares, on }).map(drop)
}

pub(super) fn loose_money(clerk: &mut Clerk, player: usize) -> Done {
    let amount = money(500_000, story::currency(clerk, player));
    let receipt = receipt(clerk, player, amount);
    clerk.give(Command::RecordReceipt { receipt, allocations: Vec::new() }).map(drop)
}

/// The oldest open item is paid twice; the second receipt goes back, but for a rest.
pub(super) fn pay_twice(clerk: &mut Clerk, player: usize) -> Done {
    let Some(open) = clerk.open(&key(player)).into_iter().next() else { return Ok(()) };
    let shares: Vec<Share> = share(&open, 100).into_iter().collect();
    receive(clerk, player, shares, 0)?;
    let receipt = receipt(clerk, player, open.outstanding);
    let entry = clerk.give(Command::RecordReceipt { receipt, allocations: Vec::new() })?;
    let kept = 100_000.min(open.outstanding.minor() - 1);
    let refund = Refund {
        customer: key(player),
        fund: FundRef::Receipt(first_fact(entry)),
        amount: money(open.outstanding.minor() - kept, open.outstanding.currency()),
        on: clerk.day,
        reason: clerk.cast.words.duplicate_payment.to_owned(),
    };
    clerk.give(Command::Refund(refund)).map(drop)
}

pub(super) fn bounce(clerk: &mut Clerk, player: usize) -> Done {
    bounce_last(clerk, &key(player))
}

/// The customer's last receipt bounces.
pub(super) fn bounce_last(clerk: &mut Clerk, customer: &Key) -> Done {
    let Some(account) = clerk.account(customer) else { return Ok(()) };
    let standing = account.funds.iter().filter(|fund| fund.ended_day == NEVER);
    let receipts = standing.filter(|fund| fund.source == FundSource::Receipt);
    let last = receipts.filter(|fund| fund.day <= clerk.day.number()).max_by_key(|fund| fund.day);
    let Some(last) = last else { return Ok(()) };
    let subject = ReverseSubject::Fund(last.reference.clone());
    let reason = clerk.cast.words.bounced.to_owned();
    clerk
        .give(Command::Reverse { customer: customer.clone(), subject, on: clerk.day, reason })
        .map(drop)
}

/// Takes the last allocation back, and allocates the money to what is now the oldest open item.
pub(super) fn unallocate(clerk: &mut Clerk, player: usize) -> Done {
    let Some(account) = clerk.account(&key(player)) else { return Ok(()) };
    let allocated = account
        .part_effects
        .iter()
        .filter(|effect| matches!(effect.kind, EffectKind::Allocated { .. }));
    let Some(last) = allocated.max_by_key(|effect| effect.day) else { return Ok(()) };
    let subject = ReverseSubject::Fact(last.fact);
    let reason = clerk.cast.words.wrong_item.to_owned();
    clerk.give(Command::Reverse { customer: key(player), subject, on: clerk.day, reason })?;
    draw(clerk, player)
}

pub(super) fn contest(clerk: &mut Clerk, player: usize, document: DocumentRef) -> Done {
    let owed = clerk.open(&key(player)).into_iter().find(|open| open.item.document == document);
    let Some(open) = owed else { return Ok(()) };
    let partly = clerk.chance.percent(50);
    let amount = money(open.outstanding.minor() / 5, open.outstanding.currency());
    let entry = clerk.give(Command::RaiseDispute(Dispute {
        customer: key(player),
        item: open.item.clone(),
        amount: Some(amount).filter(|amount| partly && amount.minor() > 0),
        reason: clerk.cast.words.short_delivery.to_owned(),
        raised_on: clerk.day,
    }))?;
    let on = clerk.day.plus_days(clerk.chance.between(20, 70));
    clerk.plan(on, Errand::Settle(player, open.item, first_fact(entry)));
    Ok(())
}

pub(super) fn settle(clerk: &mut Clerk, player: usize, item: ItemRef, dispute: FactId) -> Done {
    let conceded = clerk.chance.percent(50);
    let outcome = if conceded { DisputeOutcome::Conceded } else { DisputeOutcome::Upheld };
    let customer = key(player);
    clerk.give(Command::ResolveDispute { customer, dispute, on: clerk.day, outcome })?;
    let owed = clerk.open(&key(player)).into_iter().find(|open| open.item == item);
    if let (true, Some(open)) = (conceded, owed) {
        let number = clerk
            .account(&key(player))
            .and_then(|account| Some(account.document(&item.document)?.number.clone()));
        let amount = money(open.outstanding.minor() / 8, open.outstanding.currency());
        story::credit_note(clerk, player, number, Some(Claim { amount, tax: None }))?;
    }
    clerk.plan(clerk.day.plus_days(6), Errand::Pay(player, item.document, 100));
    Ok(())
}

/// The customer kept back part of a document: its own subtraction.
pub(super) fn deduct(clerk: &mut Clerk, player: usize, document: &DocumentRef) -> Done {
    let owed = clerk.open(&key(player)).into_iter().find(|open| open.item.document == *document);
    let Some(open) = owed else { return Ok(()) };
    let reason = clerk.cast.words.deduction;
    write_off(clerk, player, open.item, open.outstanding, WriteOffKind::Deduction, reason).map(drop)
}

/// Writes off all but the latest of what a customer owes; a fifth of the first comes in later.
pub(super) fn give_up(clerk: &mut Clerk, player: usize) -> Done {
    let mut open = clerk.open(&key(player));
    open.pop();
    let mut first: Option<(FactId, i64)> = None;
    for owed in open {
        let reason = clerk.cast.words.bankrupt;
        let amount = owed.outstanding;
        let entry = write_off(clerk, player, owed.item, amount, WriteOffKind::BadDebt, reason)?;
        first.get_or_insert((first_fact(entry), amount.minor()));
    }
    if let Some((write_off, minor)) = first {
        let on = clerk.day.plus_days(90);
        clerk.plan(on, Errand::Recover(player, write_off, minor / 500 * 100));
    }
    Ok(())
}

pub(super) fn recover(
    clerk: &mut Clerk,
    player: usize,
    write_off: FactId,
    amount_minor: i64,
) -> Done {
    let currency: Currency = story::currency(clerk, player);
    let reference = clerk.number(clerk.cast.words.receipt_prefix);
    clerk
        .give(Command::RecordRecovery(Recovery {
            customer: key(player),
            write_off,
            amount: money(amount_minor, currency),
            received_on: clerk.day,
            reference,
        }))
        .map(drop)
}

pub(super) fn cancel(clerk: &mut Clerk, player: usize) -> Done {
    let Some(open) = clerk.open(&key(player)).pop() else { return Ok(()) };
    let subject = ReverseSubject::Document(open.item.document);
    let reason = clerk.cast.words.order_cancelled.to_owned();
    clerk.give(Command::Reverse { customer: key(player), subject, on: clerk.day, reason }).map(drop)
}
