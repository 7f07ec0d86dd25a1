//! Checks of discounts, late charges, longer terms and perks (E1, E3, E5–E7).
//! Never refuses a discount for coming late: it is recorded as it was taken, with a finding.

use super::money::{check_share, item, not_before, positive};
use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};
use crate::ledger::{Account, NEVER};
use crate::money::Money;
use crate::record::{
    Allocation, Claim, Discount, DiscountAccepted, DocumentFields, DocumentKind, Fact, FundRef,
    ItemRef, LateChargeDecision, LateChargeOutcome, Perk, PerkFulfilled, Schedule, TakenDiscount,
    TermsExtension,
};
use crate::workbook::{LateChargeClaim, Rejection, Share, Workbook};

/// Shares on their way to facts: what they are taken from, and when.
pub(super) struct Allocating<'a> {
    pub(super) customer: &'a Key,
    pub(super) fund: &'a FundRef,
    /// The day of the act; absent when it belongs to the receipt itself.
    pub(super) on: Option<Date>,
    /// The day of the money, by which a discount is earned.
    pub(super) received_on: Date,
}

impl Allocating<'_> {
    /// An allocation for each share, and behind them the discounts that they take. `first` is the
    /// index of the first of these facts in its entry.
    pub(super) fn facts(&self, shares: Vec<Share>, id: EntryId, first: u32) -> Vec<Fact> {
        let mut discounts = Vec::new();
        let mut facts: Vec<Fact> = Vec::with_capacity(shares.len());
        for (index, share) in (first..).zip(shares) {
            if let Some(taken) = share.discount {
                discounts.push(Fact::Discount(Box::new(Discount {
                    customer: self.customer.clone(),
                    item: share.item.clone(),
                    on: self.received_on,
                    allocation: Some(FactId { entry: id, index }),
                    taken,
                    reason: String::new(),
                    approver: String::new(),
                })));
            }
            facts.push(Fact::Allocation(Box::new(Allocation {
                customer: self.customer.clone(),
                fund: self.fund.clone(),
                item: share.item,
                amount: share.amount,
                on: self.on,
            })));
        }
        facts.extend(discounts);
        facts
    }
}

/// Refuses a discount of another currency than its money, and one above its base.
pub(super) fn check_taken(taken: &TakenDiscount, like: Money) -> Result<(), Rejection> {
    positive(taken.amount)?;
    for other in [taken.amount, taken.base] {
        if other.currency() != like.currency() {
            return Err(Rejection::CurrencyDiffers { money: other, item: like });
        }
    }
    if taken.amount > taken.base {
        let (discount, base) = (taken.amount, taken.base);
        return Err(Rejection::DiscountBeyondBase { discount, base });
    }
    Ok(())
}

/// Refuses a late charge of no item, of one that was not there by then, and of another currency.
fn charged(account: &Account, items: &[ItemRef], on: Date, amount: Money) -> Result<(), Rejection> {
    if items.is_empty() {
        return Err(Rejection::ItemUnknown);
    }
    for named in items {
        let part = item(account, named)?;
        not_before(on, part.issued_day)?;
        let like = part.balance.money(part.balance.amount_minor);
        if like.currency() != amount.currency() {
            return Err(Rejection::CurrencyDiffers { money: amount, item: like });
        }
    }
    Ok(())
}

fn reasoned(reason: &str) -> Result<(), Rejection> {
    if reason.trim().is_empty() { Err(Rejection::ReasonMissing) } else { Ok(()) }
}

impl Workbook {
    pub(super) fn grant_discount(&self, discount: Discount) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&discount.customer)?;
        let taken = &discount.taken;
        check_taken(taken, taken.amount)?;
        let share = Share { item: discount.item.clone(), amount: taken.amount, discount: None };
        check_share(account, &share, discount.on.number())?;
        not_before(discount.on, item(account, &discount.item)?.issued_day)?;
        if let Some(allocation) = discount.allocation {
            self.check_allocation(account, allocation)?;
        }
        if taken.offer.is_empty() && taken.rate.is_none() {
            reasoned(&discount.reason)?;
            if discount.approver.trim().is_empty() {
                return Err(Rejection::ApproverMissing);
            }
        }
        Ok(vec![Fact::Discount(Box::new(discount))])
    }

    /// The allocation is there, and nothing was taken off for it yet.
    fn check_allocation(&self, account: &Account, allocation: FactId) -> Result<(), Rejection> {
        let is_there = account.part_effects.iter().any(|effect| effect.fact == allocation);
        if !is_there || !matches!(self.journal.fact(allocation), Some(Fact::Allocation(_))) {
            return Err(Rejection::SubjectUnknown);
        }
        let mut taken = account.dealings.discounts.iter();
        match taken.any(|held| held.what.allocation == Some(allocation) && held.ended_day == NEVER)
        {
            true => Err(Rejection::DiscountTwice),
            false => Ok(()),
        }
    }

    pub(super) fn accept_discount(
        &self,
        accepted: DiscountAccepted,
    ) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&accepted.customer)?;
        let mut taken = account.dealings.discounts.iter();
        let held = taken.find(|held| held.fact == accepted.discount);
        let held = held.filter(|held| held.ended_day == NEVER).ok_or(Rejection::SubjectUnknown)?;
        not_before(accepted.on, held.day)?;
        reasoned(&accepted.reason)?;
        Ok(vec![Fact::DiscountAccepted(Box::new(accepted))])
    }

    pub(super) fn decide_late_charge(
        &self,
        decision: LateChargeDecision,
    ) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&decision.customer)?;
        positive(decision.amount)?;
        charged(account, &decision.items, decision.on, decision.amount)?;
        match decision.outcome {
            LateChargeOutcome::Waived | LateChargeOutcome::Kept => reasoned(&decision.reason)?,
            LateChargeOutcome::Claimed => {
                let named = decision.debit_note.as_ref();
                let known = named.and_then(|note| account.document(note));
                known.ok_or(Rejection::DocumentUnknown)?;
            }
        }
        Ok(vec![Fact::LateChargeDecision(Box::new(decision))])
    }

    /// The debit note and the decision that claims the charge by it.
    pub(super) fn claim_late_charge(
        &self,
        claim: LateChargeClaim,
        id: EntryId,
    ) -> Result<Vec<Fact>, Rejection> {
        let LateChargeClaim { customer, items, on, amount, number, due_on, by, reason } = claim;
        let account = self.account_of(&customer)?;
        positive(amount)?;
        charged(account, &items, on, amount)?;
        let fields = DocumentFields {
            issued_on: Some(on),
            claim: Some(Claim { amount, tax: None }),
            schedule: Some(Schedule { due_on: Some(due_on), ..Schedule::default() }),
            memo: Some(reason.clone()).filter(|text| !text.is_empty()),
            ..DocumentFields::default()
        };
        let (kind, code) = (DocumentKind::DebitNote, account.customer.code.clone());
        let mut facts = self.record_document(kind, code, number, fields)?;
        let note = facts.first().and_then(|fact| match fact {
            Fact::Document(statement) => Some(statement.document(FactId { entry: id, index: 0 })),
            _ => None,
        });
        let decision = LateChargeDecision {
            customer,
            items,
            on,
            amount,
            outcome: LateChargeOutcome::Claimed,
            debit_note: note,
            by,
            reason,
        };
        facts.push(Fact::LateChargeDecision(Box::new(decision)));
        Ok(facts)
    }

    pub(super) fn extend_terms(&self, extension: TermsExtension) -> Result<Vec<Fact>, Rejection> {
        self.account_of(&extension.customer)?;
        let TermsExtension { from_days, to_days, from, until, .. } = extension;
        if to_days <= from_days {
            return Err(Rejection::TermsNotLonger { from_days, to_days });
        }
        if until < from {
            return Err(Rejection::EndsBeforeItBegins { until, from });
        }
        if extension.by.trim().is_empty() {
            return Err(Rejection::ApproverMissing);
        }
        Ok(vec![Fact::TermsExtension(Box::new(extension))])
    }

    pub(super) fn grant_perk(&self, perk: Perk) -> Result<Vec<Fact>, Rejection> {
        self.account_of(&perk.customer)?;
        if perk.name.trim().is_empty() {
            return Err(Rejection::TextMissing);
        }
        perk.value.map_or(Ok(()), positive)?;
        Ok(vec![Fact::Perk(Box::new(perk))])
    }

    pub(super) fn fulfill_perk(&self, given: PerkFulfilled) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&given.customer)?;
        let held = account.dealings.perks.iter().find(|perk| perk.fact == given.perk);
        let held = held.filter(|perk| perk.ended_day == NEVER).ok_or(Rejection::SubjectUnknown)?;
        not_before(given.on, held.day)?;
        let mut fulfilled = account.dealings.perks_fulfilled.iter();
        if fulfilled.any(|held| held.what.perk == given.perk && held.ended_day == NEVER) {
            return Err(Rejection::AlreadyReversed);
        }
        Ok(vec![Fact::PerkFulfilled(Box::new(given))])
    }
}
