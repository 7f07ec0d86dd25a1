//! What taking in somebody else's entries would do, before it is done (I1).
//! Never changes the workbook: accepting a preview does.

use std::collections::{BTreeMap, BTreeSet};

use super::Workbook;
use crate::calendar::AsOf;
use crate::id::{EntryId, Key};
use crate::journal::{Digest, Entry, Journal};
use crate::ledger::{Finding, Ledger};
use crate::money::{Currency, Money};
use crate::rule::balance::aging::aging;
use crate::rule::balance::bucket::Buckets;

/// What a merge would bring.
#[derive(Clone, Debug)]
pub struct MergePreview {
    /// Entries that are new here.
    pub new_entries: u32,
    /// Entries that are here already.
    pub known_entries: u32,
    /// Customers whose balance changes, by code.
    pub balances: Vec<BalanceChange>,
    /// Findings that arise; those that the merge removes are simply gone.
    pub findings: Vec<Finding>,
    merged: Box<Workbook>,
}

/// A customer's balance before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceChange {
    /// The customer.
    pub customer: Key,
    /// Balance before.
    pub before: Money,
    /// Balance after.
    pub after: Money,
}

impl Workbook {
    /// Shows what taking in `entries` would do to balances at the close of `as_of`.
    #[must_use]
    pub fn preview_merge(&self, entries: Vec<Entry>, as_of: AsOf) -> MergePreview {
        let total = entries.len();
        let mut merged = Box::new(self.clone());
        let new_entries = u32::try_from(merged.add(entries).len()).unwrap_or(u32::MAX);
        let before = balances(&self.ledger, as_of);
        let after = balances(&merged.ledger, as_of);
        let held: Vec<&Finding> = self.ledger.findings().collect();
        let findings =
            merged.ledger.findings().filter(|finding| !held.contains(finding)).cloned().collect();
        MergePreview {
            new_entries,
            known_entries: u32::try_from(total).unwrap_or(u32::MAX).saturating_sub(new_entries),
            balances: changes(&before, &after),
            findings,
            merged,
        }
    }

    /// Takes over what a preview showed, and gives the entries that must be stored.
    pub fn accept_merge(&mut self, preview: MergePreview) -> Vec<Entry> {
        let mine = std::mem::take(&mut self.journal);
        self.journal = preview.merged.journal;
        self.ledger = preview.merged.ledger;
        let new = lacking(&mine, &self.journal);
        // What was recorded while the preview stood open is not part of it.
        self.add(lacking(&self.journal, &mine));
        new
    }
}

/// The entries of `other` that `journal` does not hold, in canonical order.
fn lacking(journal: &Journal, other: &Journal) -> Vec<Entry> {
    let held: BTreeSet<(EntryId, Digest)> =
        journal.all_in_order().into_iter().map(|entry| (entry.id, entry.digest)).collect();
    let all = other.all_in_order().into_iter();
    all.filter(|entry| !held.contains(&(entry.id, entry.digest))).cloned().collect()
}

type Balances = BTreeMap<(Key, Currency), i64>;

fn balances(ledger: &Ledger, as_of: AsOf) -> Balances {
    let report = aging(ledger, &Buckets::of(&ledger.policy().aging), as_of);
    let lines = report.currencies.into_iter().flat_map(|section| {
        let currency = section.currency;
        section
            .customers
            .into_iter()
            .map(move |line| ((line.customer, currency), line.figures.balance()))
    });
    lines.collect()
}

fn changes(before: &Balances, after: &Balances) -> Vec<BalanceChange> {
    let mut all: Vec<&(Key, Currency)> = before.keys().chain(after.keys()).collect();
    all.sort_unstable();
    all.dedup();
    let amount = |balances: &Balances, key: &(Key, Currency)| {
        let minor = balances.get(key).copied().unwrap_or(0);
        Money::new(minor, key.1).unwrap_or(Money::zero(key.1))
    };
    all.into_iter()
        .map(|key| BalanceChange {
            customer: key.0.clone(),
            before: amount(before, key),
            after: amount(after, key),
        })
        .filter(|change| change.before != change.after)
        .collect()
}
