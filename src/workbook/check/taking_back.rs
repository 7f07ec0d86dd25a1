//! Checks of reversals, retractions and restorations (DESIGN 1, taking back).
//! Never confuses them: a reversal has a day, a retraction says "recorded in error".

use super::money::not_before;
use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};
use crate::ledger::{Account, NEVER};
use crate::record::{Fact, Restore, Retract, Reverse, ReverseSubject};
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
        let (happened, ended) = match &subject {
            ReverseSubject::Fact(fact) => self.span_of_fact(account, *fact)?,
            ReverseSubject::Fund(fund) => {
                let held = account.fund(fund).ok_or(Rejection::FundUnknown)?;
                (held.day, held.ended_day)
            }
            ReverseSubject::Designation(fund) => {
                (account.fund(fund).ok_or(Rejection::FundUnknown)?.day, NEVER)
            }
            ReverseSubject::Document(document) => {
                let held = account.document(document).ok_or(Rejection::DocumentUnknown)?;
                let issued = held.fields.issued_on.map_or(0, Date::number);
                (issued, held.reversed_on.map_or(NEVER, Date::number))
            }
        };
        if ended != NEVER {
            return Err(Rejection::AlreadyReversed);
        }
        not_before(on, happened)?;
        Ok(vec![Fact::Reverse(Box::new(Reverse { customer, subject, on, reason }))])
    }

    /// From which day to which day an allocation, refund, write-off, recovery or dispute runs.
    fn span_of_fact(&self, account: &Account, fact: FactId) -> Result<(i32, i32), Rejection> {
        if let Some(dispute) = account.disputes.iter().find(|dispute| dispute.fact == fact) {
            return Ok((dispute.from_day, dispute.to_day));
        }
        let effects = account.part_effects.iter().chain(&account.fund_effects);
        let mut own = effects.filter(|effect| effect.fact == fact).peekable();
        let first = own.peek().ok_or(Rejection::SubjectUnknown)?.day;
        let ended = own.filter(|effect| effect.amount_minor < 0).map(|effect| effect.day).min();
        Ok((first, ended.unwrap_or(NEVER)))
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
