//! What taking in somebody else's entries would do, before it is done (I1).
//! Never changes the workbook: accepting a preview does.

use std::collections::{BTreeMap, BTreeSet};
use std::vec::IntoIter;

use super::Workbook;
use crate::calendar::AsOf;
use crate::id::{EntryId, Key};
use crate::journal::{Added, Digest, Entry, Journal};
use crate::ledger::{Extending, Finding, Folding, Ledger};
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

/// A merge that is being compared, entry by entry and customer by customer, so that a page can do
/// something else between the steps. What changes in the workbook meanwhile is not part of it.
#[derive(Debug)]
pub struct MergeComparing {
    entries: IntoIter<Entry>,
    total: u32,
    new_entries: u32,
    before: Ledger,
    merged: Box<Workbook>,
    places: Vec<u32>,
    /// An entry came under the id of another: what counts has to be weighed anew.
    is_anew: bool,
    stage: Stage,
}

/// What a step does next.
#[derive(Debug)]
enum Stage {
    Adding,
    Extending(Extending),
    Folding(Box<Folding>),
    Done,
}

impl MergeComparing {
    /// Begins to compare; a copy of a workbook shares what is large.
    #[must_use]
    pub fn begin(workbook: &Workbook, entries: Vec<Entry>) -> Self {
        Self {
            total: u32::try_from(entries.len()).unwrap_or(u32::MAX),
            entries: entries.into_iter(),
            new_entries: 0,
            before: workbook.ledger.clone(),
            merged: Box::new(workbook.clone()),
            places: Vec::new(),
            is_anew: false,
            stage: Stage::Adding,
        }
    }

    /// Takes in one entry, or folds one customer. `false` when all is done.
    pub fn step(&mut self) -> bool {
        let Workbook { journal, ledger, .. } = self.merged.as_mut();
        match &mut self.stage {
            Stage::Adding => {
                if let Some(entry) = self.entries.next() {
                    let added = journal.add(entry);
                    self.new_entries += u32::from(added != Added::Known);
                    match added {
                        Added::New(place) => self.places.push(place),
                        Added::Rival(_) | Added::SetAside => self.is_anew = true,
                        Added::Known => {}
                    }
                } else if self.is_anew {
                    self.stage = Stage::Folding(Box::new(Folding::begin(journal)));
                } else if self.places.is_empty() {
                    self.stage = Stage::Done;
                } else {
                    let extending = Extending::begin(ledger, journal, &self.places);
                    self.stage = Stage::Extending(extending);
                }
                true
            }
            Stage::Extending(extending) => {
                let is_more = extending.step(ledger, journal);
                if !is_more {
                    self.stage = Stage::Done;
                }
                is_more
            }
            Stage::Folding(folding) => folding.step(journal),
            Stage::Done => false,
        }
    }

    /// What the merge would bring to balances at the close of `as_of`, after whatever steps are
    /// left.
    #[must_use]
    pub fn end(mut self, as_of: AsOf) -> MergePreview {
        while self.step() {}
        let Self { total, new_entries, before, mut merged, stage, .. } = self;
        if let Stage::Folding(folding) = stage {
            merged.ledger = folding.end(&merged.journal);
        }
        MergePreview {
            new_entries,
            known_entries: total.saturating_sub(new_entries),
            balances: changes(&balances(&before, as_of), &balances(&merged.ledger, as_of)),
            findings: merged.ledger.findings_beside(&before).cloned().collect(),
            merged,
        }
    }
}

impl Workbook {
    /// Shows what taking in `entries` would do to balances at the close of `as_of`.
    #[must_use]
    pub fn preview_merge(&self, entries: Vec<Entry>, as_of: AsOf) -> MergePreview {
        MergeComparing::begin(self, entries).end(as_of)
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
