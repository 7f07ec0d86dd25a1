//! Checks of reversals, retractions and restorations (DESIGN 1, taking back).
//! Never confuses them: a reversal has a day, a retraction says "recorded in error".

use super::money::not_before;
use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};
use crate::ledger::{Account, Effect, EffectKind, NEVER};
use crate::record::{Fact, FundRef, Restore, Retract, Reverse, ReverseSubject};
use crate::workbook::{Rejection, Workbook};

impl Workbook {
    pub(super) fn reverse(
        &self,
        customer: Key,
        subject: ReverseSubject,
        on: Date,
        reason: String,
    ) -> Result<Vec<Fact>, Rejection> {
        let account = self.account_of(&customer)?;
        let happened_day = match &subject {
            ReverseSubject::Fact(fact) => self.act_day(account, *fact)?,
            ReverseSubject::Fund(fund) => fund_day(account, fund, on)?,
            ReverseSubject::Designation(fund) => designation_day(account, fund)?,
            ReverseSubject::Document(document) => {
                let held = account.document(document).ok_or(Rejection::DocumentUnknown)?;
                if held.reversed_on.is_some() {
                    return Err(Rejection::AlreadyReversed);
                }
                match fund_day(account, &FundRef::CreditNote(document.clone()), on) {
                    Err(Rejection::FundUnknown) => held.fields.issued_on.map_or(0, Date::number),
                    answer => answer?,
                }
            }
        };
        not_before(on, happened_day)?;
        Ok(vec![Fact::Reverse(Box::new(Reverse { customer, subject, on, reason }))])
    }

    /// From which day an allocation, refund, write-off, recovery, discount, dispute, promise, plan,
    /// hold or override runs that is not over.
    fn act_day(&self, account: &Account, fact: FactId) -> Result<i32, Rejection> {
        match self.journal.fact(fact) {
            Some(Fact::Dispute(_)) => {
                let dispute = account.disputes.iter().find(|dispute| dispute.fact == fact);
                let dispute = dispute.ok_or(Rejection::SubjectUnknown)?;
                let runs = dispute.to_day == NEVER;
                if runs { Ok(dispute.from_day) } else { Err(Rejection::AlreadyReversed) }
            }
            Some(
                Fact::Allocation(_) | Fact::WriteOff(_) | Fact::Recovery(_) | Fact::Discount(_),
            ) => running_from(&account.part_effects, fact),
            Some(Fact::Refund(_)) => running_from(&account.fund_effects, fact),
            Some(_) => match account.dealings.standing_from(fact) {
                Some((from_day, NEVER)) => Ok(from_day),
                Some(_) => Err(Rejection::AlreadyReversed),
                None => Err(Rejection::SubjectUnknown),
            },
            None => Err(Rejection::SubjectUnknown),
        }
    }

    pub(super) fn retract(&self, entry: EntryId, reason: String) -> Result<Vec<Fact>, Rejection> {
        let place = self.journal.place(entry).ok_or(Rejection::SubjectUnknown)?;
        let held = self.journal.get(entry).ok_or(Rejection::SubjectUnknown)?;
        if held.facts.iter().any(|fact| matches!(fact, Fact::Created(_))) {
            return Err(Rejection::CannotRetractCreation);
        }
        if !self.ledger.standing().counts(place) {
            return Err(Rejection::AlreadyRetracted);
        }
        let is_import = held.facts.iter().any(|fact| matches!(fact, Fact::Imported(_)));
        let has_rows = held.facts.iter().any(|fact| matches!(fact, Fact::Rows(_)));
        // Rows are taken back with their import, never by themselves.
        if has_rows && !is_import {
            return Err(Rejection::SubjectUnknown);
        }
        if is_import && self.is_followed(entry) {
            return Err(Rejection::ImportIsFollowed);
        }
        Ok(vec![Fact::Retract(Retract { target: entry, reason })])
    }

    /// True when an import that counts states only what changed since this one.
    fn is_followed(&self, import: EntryId) -> bool {
        let standing = self.ledger.standing();
        (0..).zip(self.journal.entries()).any(|(place, entry)| {
            let follows = |fact: &Fact| match fact {
                Fact::Imported(imported) => imported.follows.contains(&import),
                _ => false,
            };
            standing.counts(place) && entry.facts.iter().any(follows)
        })
    }

    pub(super) fn restore(&self, entry: EntryId) -> Result<Vec<Fact>, Rejection> {
        let place = self.journal.place(entry).ok_or(Rejection::SubjectUnknown)?;
        let standing = self.ledger.standing();
        if standing.counts(place) {
            return Err(Rejection::NotRetracted);
        }
        let retractions = standing.retractions(entry).to_vec();
        Ok(vec![Fact::Restore(Restore { target: entry, retractions })])
    }
}

/// The first day of what a fact uses of parts or funds; refused when nothing of it runs any more.
fn running_from(effects: &[Effect], fact: FactId) -> Result<i32, Rejection> {
    let own: Vec<&Effect> = effects.iter().filter(|effect| effect.fact == fact).collect();
    let first_day = own.iter().map(|effect| effect.day).min().ok_or(Rejection::SubjectUnknown)?;
    let runs = own.iter().map(|effect| effect.amount_minor).sum::<i64>() > 0;
    if runs { Ok(first_day) } else { Err(Rejection::AlreadyReversed) }
}

/// The day of a receipt or credit note that can be reversed on `on`: what has gone back to the
/// customer by then, or does so later, cannot bounce.
fn fund_day(account: &Account, fund: &FundRef, on: Date) -> Result<i32, Rejection> {
    let held = account.fund(fund).ok_or(Rejection::FundUnknown)?;
    if held.ended_day != NEVER {
        return Err(Rejection::AlreadyReversed);
    }
    let effects = held.balance.effects.of(&account.fund_effects).iter();
    let (mut refunded, mut most) = (0, 0);
    for effect in effects.filter(|effect| effect.kind == EffectKind::Refunded) {
        if effect.day > on.number() {
            most = refunded.max(most);
        }
        refunded += effect.amount_minor;
    }
    let refunded = refunded.max(most);
    if refunded > 0 {
        let wanted = held.balance.money(held.balance.amount_minor);
        let remaining = held.balance.money(held.balance.amount_minor - refunded);
        return Err(Rejection::BeyondRemaining { wanted, remaining });
    }
    Ok(held.day)
}

/// The day from which a fund settles what its payer, or a table, designated it for.
fn designation_day(account: &Account, fund: &FundRef) -> Result<i32, Rejection> {
    let held = account.fund(fund).ok_or(Rejection::FundUnknown)?;
    let effects = held.balance.effects.of(&account.fund_effects).iter();
    let designated = effects.filter(|effect| held.brought_by.contains(&effect.fact));
    let own: Vec<Effect> = designated
        .filter(|effect| matches!(effect.kind, EffectKind::Allocated { .. }))
        .copied()
        .collect();
    let fact = own.first().ok_or(Rejection::SubjectUnknown)?.fact;
    running_from(&own, fact)
}
