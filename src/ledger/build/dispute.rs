//! Disputed amounts, from the day they were raised until they were resolved (A5).
//! Never takes a disputed amount out of a balance.

use std::collections::BTreeMap;

use super::Builder;
use crate::id::FactId;
use crate::ledger::account::{DisputeSpan, NEVER};
use crate::ledger::finding::Inert;
use crate::ledger::gather::{Gathered, Told};
use crate::money::Money;
use crate::record::{Dispute, DisputeResolved};

type Resolutions<'a> = BTreeMap<FactId, Vec<&'a Told<'a, DisputeResolved>>>;

impl Builder {
    pub(super) fn disputes(&mut self, gathered: &Gathered<'_>) {
        self.marked_disputes();
        let mut resolutions: Resolutions<'_> = BTreeMap::new();
        for told in &gathered.resolutions {
            resolutions.entry(told.what.dispute).or_default().push(told);
        }
        for told in &gathered.disputes {
            let resolved = resolutions.remove(&told.fact).unwrap_or_default();
            self.dispute(told, &resolved);
        }
        for told in resolutions.into_values().flatten() {
            self.inert(told.fact, Inert::SubjectMissing);
        }
    }

    /// What a table or a person marks as disputed is so on every day, until the mark is changed.
    fn marked_disputes(&mut self) {
        for document in &self.account.documents {
            let marked = document.fields.disputed == Some(true);
            let Some(&fact) = document.brought_by.first().filter(|_| marked) else { continue };
            for part in document.parts.indexes() {
                let span =
                    DisputeSpan { part, amount_minor: None, from_day: 0, to_day: NEVER, fact };
                self.account.disputes.push(span);
            }
        }
    }

    fn dispute(&mut self, told: &Told<'_, Dispute>, resolved: &[&Told<'_, DisputeResolved>]) {
        let dispute = told.what;
        self.acts.insert(told.fact, told.recorded);
        let document = self.documents.get(&dispute.item.document).copied();
        let part = document
            .and_then(|(index, _)| self.account.documents.get(index as usize))
            .and_then(|document| document.parts.indexes().nth(dispute.item.part as usize));
        let (Some((_, place)), Some(part)) = (document, part) else {
            return self.inert(told.fact, Inert::ItemMissing);
        };
        if place.recorded > told.recorded {
            return self.inert(told.fact, Inert::RefersToLater);
        }
        let mut to_day = self.ends.of_fact(told.fact, told.recorded);
        for resolution in resolved {
            if resolution.recorded > told.recorded {
                to_day = to_day.min(resolution.what.on.number());
            } else {
                self.inert(resolution.fact, Inert::RefersToLater);
            }
        }
        self.account.disputes.push(DisputeSpan {
            part,
            amount_minor: dispute.amount.map(Money::minor),
            from_day: dispute.raised_on.number(),
            to_day,
            fact: told.fact,
        });
    }
}
