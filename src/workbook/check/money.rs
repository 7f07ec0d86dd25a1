//! Checks of receipts, allocations, refunds, write-offs and disputes (A4, A5).
//! Never lets more be used than there is, on its day or on any later one.

use std::collections::BTreeMap;

use super::incentive::{Allocating, check_taken};
use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};
use crate::ledger::{Account, Effect, Fund, NEVER, Part};
use crate::money::Money;
use crate::record::{
    CustomerFields, CustomerStatement, Dispute, DisputeOutcome, DisputeResolved, Fact, FundRef,
    ItemRef, Receipt, Recovery, Refund, WriteOff, WriteOffKind,
};
use crate::workbook::{Rejection, Share, Workbook};

pub(super) fn positive(amount: Money) -> Result<(), Rejection> {
    if amount.minor() > 0 { Ok(()) } else { Err(Rejection::AmountNotPositive(amount)) }
}

pub(super) fn item<'a>(account: &'a Account, item: &ItemRef) -> Result<&'a Part, Rejection> {
    account.part(item).ok_or(Rejection::ItemUnknown)
}

pub(super) fn check_share(account: &Account, share: &Share, day: i32) -> Result<(), Rejection> {
    positive(share.amount)?;
    let part = item(account, &share.item)?;
    let free = part.balance.free_from(day.max(part.issued_day), &account.part_effects);
    let outstanding = part.balance.money(free);
    if share.amount.currency() != outstanding.currency() {
        return Err(Rejection::CurrencyDiffers { money: share.amount, item: outstanding });
    }
    if share.amount.minor() > free {
        return Err(Rejection::BeyondOutstanding { wanted: share.amount, outstanding });
    }
    Ok(())
}

/// Checks every share, shares of one item together, and gives their sum.
fn check_shares(account: Option<&Account>, shares: &[Share], day: i32) -> Result<i64, Rejection> {
    let mut of_item: BTreeMap<&ItemRef, i64> = BTreeMap::new();
    let mut total = 0_i64;
    for share in shares {
        let account = account.ok_or(Rejection::ItemUnknown)?;
        let sum = of_item.entry(&share.item).or_default();
        *sum = sum.saturating_add(share.amount.minor());
        positive(share.amount)?;
        if let Some(taken) = &share.discount {
            check_taken(taken, share.amount)?;
            *sum = sum.saturating_add(taken.amount.minor());
        }
        let amount = share.amount.with_minor(*sum).unwrap_or(share.amount);
        check_share(account, &Share { item: share.item.clone(), amount, discount: None }, day)?;
        total = total.saturating_add(share.amount.minor());
    }
    Ok(total)
}

fn within(wanted_minor: i64, like: Money, free_minor: i64) -> Result<(), Rejection> {
    if wanted_minor <= free_minor {
        return Ok(());
    }
    let money = |minor| like.with_minor(minor).unwrap_or(like);
    Err(Rejection::BeyondRemaining { wanted: money(wanted_minor), remaining: money(free_minor) })
}

fn fund<'a>(account: &'a Account, reference: &FundRef) -> Result<&'a Fund, Rejection> {
    account.fund(reference).ok_or(Rejection::FundUnknown)
}

impl Workbook {
    pub(super) fn record_receipt(
        &self,
        receipt: Receipt,
        allocations: Vec<Share>,
        id: EntryId,
    ) -> Result<Vec<Fact>, Rejection> {
        let customer = Key::of(&receipt.customer);
        if customer.is_empty() {
            return Err(Rejection::CodeMissing);
        }
        positive(receipt.amount)?;
        let account = self.ledger.account(&customer);
        let total = check_shares(account, &allocations, receipt.received_on.number())?;
        let coin = receipt.amount.currency();
        if let Some(share) = allocations.iter().find(|share| share.amount.currency() != coin) {
            return Err(Rejection::CurrencyDiffers { money: receipt.amount, item: share.amount });
        }
        within(total, receipt.amount, receipt.amount.minor())?;
        let (code, received_on) = (receipt.customer.clone(), receipt.received_on);
        let mut facts = vec![Fact::Receipt(Box::new(receipt))];
        let (fund, on) = (FundRef::Receipt(FactId { entry: id, index: 0 }), received_on);
        let allocating = Allocating { customer: &customer, fund: &fund, on: None, received_on: on };
        facts.extend(allocating.facts(allocations, id, 1));
        if account.is_none() {
            let fields = CustomerFields::default();
            facts.push(Fact::Customer(Box::new(CustomerStatement { code, fields })));
        }
        Ok(facts)
    }

    pub(super) fn allocate(
        &self,
        customer: &Key,
        reference: &FundRef,
        shares: Vec<Share>,
        on: Option<Date>,
        id: EntryId,
    ) -> Result<Vec<Fact>, Rejection> {
        if shares.is_empty() {
            return Err(Rejection::NothingChanged);
        }
        let account = self.account_of(customer)?;
        let held = fund(account, reference)?;
        let day = on.map_or(held.day, |on| on.number().max(held.day));
        let total = check_shares(Some(account), &shares, day)?;
        let free = held.balance.free_from(day, &account.fund_effects);
        let money = held.balance.money(free);
        if let Some(share) = shares.iter().find(|share| share.amount.currency() != money.currency())
        {
            return Err(Rejection::CurrencyDiffers { money, item: share.amount });
        }
        within(total, money, free)?;
        let received_on = Date::from_number(held.day).ok_or(Rejection::FundUnknown)?;
        let allocating = Allocating { customer, fund: reference, on, received_on };
        Ok(allocating.facts(shares, id, 0))
    }

    pub(super) fn refund(&self, refund: Refund) -> Result<Vec<Fact>, Rejection> {
        positive(refund.amount)?;
        let account = self.account_of(&refund.customer)?;
        let held = fund(account, &refund.fund)?;
        let free = held.balance.free_from(refund.on.number(), &account.fund_effects);
        let money = held.balance.money(free);
        if money.currency() != refund.amount.currency() {
            return Err(Rejection::CurrencyDiffers { money, item: refund.amount });
        }
        not_before(refund.on, held.day)?;
        within(refund.amount.minor(), refund.amount, free)?;
        Ok(vec![Fact::Refund(Box::new(refund))])
    }

    pub(super) fn write_off(&self, write_off: WriteOff) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&write_off.customer)?;
        let share =
            Share { item: write_off.item.clone(), amount: write_off.amount, discount: None };
        check_share(account, &share, write_off.on.number())?;
        not_before(write_off.on, item(account, &write_off.item)?.issued_day)?;
        match write_off.kind {
            WriteOffKind::SmallDifference => {
                let tolerance = self.ledger.policy().tolerance(write_off.amount.currency());
                if write_off.amount > tolerance {
                    let wanted = write_off.amount;
                    return Err(Rejection::BeyondTolerance { wanted, tolerance });
                }
            }
            WriteOffKind::BadDebt if write_off.approver.trim().is_empty() => {
                return Err(Rejection::ApproverMissing);
            }
            WriteOffKind::BadDebt
            | WriteOffKind::Deduction
            | WriteOffKind::BankFee
            | WriteOffKind::ExchangeDifference => {}
        }
        let needs_reason =
            matches!(write_off.kind, WriteOffKind::BadDebt | WriteOffKind::Deduction);
        if needs_reason && write_off.reason.trim().is_empty() {
            return Err(Rejection::ReasonMissing);
        }
        Ok(vec![Fact::WriteOff(Box::new(write_off))])
    }

    pub(super) fn record_recovery(&self, recovery: Recovery) -> Result<Vec<Fact>, Rejection> {
        positive(recovery.amount)?;
        let account = self.account_of(&recovery.customer)?;
        let named = self.journal.fact(recovery.write_off);
        let Some(Fact::WriteOff(write_off)) = named else { return Err(Rejection::SubjectUnknown) };
        let written: Vec<&Effect> =
            account.part_effects.iter().filter(|held| held.fact == recovery.write_off).collect();
        let first = written.first().ok_or(Rejection::SubjectUnknown)?;
        if write_off.amount.currency() != recovery.amount.currency() {
            let (money, item) = (recovery.amount, write_off.amount);
            return Err(Rejection::CurrencyDiffers { money, item });
        }
        not_before(recovery.received_on, first.day)?;
        let left: i64 = written.iter().map(|effect| effect.amount_minor).sum();
        within(recovery.amount.minor(), recovery.amount, left)?;
        Ok(vec![Fact::Recovery(Box::new(recovery))])
    }

    pub(super) fn raise_dispute(&self, dispute: Dispute) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&dispute.customer)?;
        let part = item(account, &dispute.item)?;
        if let Some(amount) = dispute.amount {
            let share = Share { item: dispute.item.clone(), amount, discount: None };
            check_share(account, &share, dispute.raised_on.number())?;
        }
        not_before(dispute.raised_on, part.issued_day)?;
        if dispute.reason.trim().is_empty() {
            return Err(Rejection::ReasonMissing);
        }
        Ok(vec![Fact::Dispute(Box::new(dispute))])
    }

    pub(super) fn resolve_dispute(
        &self,
        customer: Key,
        dispute: FactId,
        on: Date,
        outcome: DisputeOutcome,
    ) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&customer)?;
        // A mark in a table is taken away by amending the document, not by resolving it.
        let named = self.journal.fact(dispute);
        let Some(Fact::Dispute(_)) = named else { return Err(Rejection::SubjectUnknown) };
        let raised = account.disputes.iter().find(|held| held.fact == dispute);
        let raised = raised.ok_or(Rejection::SubjectUnknown)?;
        if raised.to_day != NEVER {
            return Err(Rejection::AlreadyReversed);
        }
        not_before(on, raised.from_day)?;
        let resolved = DisputeResolved { customer, dispute, on, outcome };
        Ok(vec![Fact::DisputeResolved(Box::new(resolved))])
    }
}

/// Refuses a day before the one on which something happened.
pub(super) fn not_before(on: Date, happened_day: i32) -> Result<(), Rejection> {
    match Date::from_number(happened_day) {
        Some(happened_on) if on < happened_on => {
            Err(Rejection::BeforeItHappened { on, happened_on })
        }
        _ => Ok(()),
    }
}
