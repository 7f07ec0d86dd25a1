//! Which entries count: retractions, restorations and closing entries of imports (DESIGN 1).
//! Never depends on the order in which entries arrived.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::{ImportSet, Imports};
use super::{Entry, Journal, Order};
use crate::id::EntryId;
use crate::record::{Fact, Imported, Retract};

/// For every entry of a journal, whether it counts and when it was away.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// By place: whether the entry counts.
    counts: Vec<bool>,
    /// By place: when entries that were restored were away.
    absences: BTreeMap<u32, Vec<Absence>>,
    /// By place: the closing entry that makes an entry's rows count.
    closing: BTreeMap<u32, u32>,
    /// Which import stands on which others.
    imports: Imports,
    /// Retractions that count, by target.
    retracted_by: BTreeMap<EntryId, Vec<EntryId>>,
    /// Places of entries that retract or restore, in canonical order.
    takings: Vec<u32>,
    /// Places of closing entries of imports, in canonical order.
    closings: Vec<u32>,
    /// The last place in canonical order that any entry has.
    last: Option<Order>,
}

/// An entry was retracted at one place of the canonical order and restored at another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Where its retraction was recorded.
    pub from: Order,
    /// Where the first restoration that takes the retraction back was recorded.
    pub until: Order,
}

impl Standing {
    /// The standing of every entry.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        let mut standing = Self::default();
        let all: Vec<u32> = (0..).take(journal.entries().len()).collect();
        standing.extend(journal, &all);
        standing
    }

    /// Takes in entries that were just added to the journal, and gives the places of those before
    /// them that now count or were away otherwise.
    pub fn extend(&mut self, journal: &Journal, places: &[u32]) -> BTreeSet<u32> {
        let before = self.last;
        let (mut weighs, mut late_import) = (false, None);
        for &place in places {
            let Some(entry) = journal.entries().get(place as usize) else { continue };
            let order = entry.order();
            self.counts.resize(self.counts.len().max(place as usize + 1), true);
            self.last = self.last.max(Some(order));
            let is_late = before.is_some_and(|last| order < last);
            let takes = entry.facts.iter().any(takes_back);
            let closes = entry.facts.iter().any(|fact| closing_fact(fact).is_some());
            if takes {
                self.takings.push(place);
            }
            if closes {
                self.closings.push(place);
                late_import = Some(order).filter(|_| is_late).into_iter().chain(late_import).min();
            }
            // An entry that arrives late may be the target of a retraction that is here already.
            weighs |= takes || closes || is_late;
        }
        if !weighs {
            return BTreeSet::new();
        }
        let order = |place: &u32| journal.entries().get(*place as usize).map(Entry::order);
        for turns in [&mut self.takings, &mut self.closings] {
            turns.sort_unstable_by_key(order);
        }
        self.weigh(journal, late_import)
    }

    /// True when the entry at that place counts.
    #[must_use]
    pub fn counts(&self, place: u32) -> bool {
        self.counts.get(place as usize).copied().unwrap_or(false)
    }

    /// When an entry that was restored was away; rows of a table are away with their closing
    /// entry.
    pub fn absences(&self, place: u32) -> impl Iterator<Item = &Absence> {
        // Most journals have none: then nothing is looked up.
        let closing = if self.absences.is_empty() { None } else { self.closing.get(&place) };
        let closing = closing.filter(|closing| **closing != place);
        let of_closing = closing.and_then(|closing| self.absences.get(closing));
        self.absences.get(&place).into_iter().chain(of_closing).flatten()
    }

    /// The place of the closing entry that makes the rows of the entry at `place` count.
    #[must_use]
    pub fn closing(&self, place: u32) -> Option<u32> {
        self.closing.get(&place).copied()
    }

    /// The number of the import that `closing` closes, among all imports in canonical order.
    #[must_use]
    pub fn import_number(&self, closing: EntryId) -> Option<u32> {
        self.imports.number(closing)
    }

    /// Every import whose statements the import closed by `closing` replaces.
    #[must_use]
    pub fn replaced_imports(&self, closing: EntryId) -> Option<&ImportSet> {
        self.imports.followed(closing)
    }

    /// Places of the closing entries of all imports, in canonical order.
    #[must_use]
    pub fn closings(&self) -> &[u32] {
        &self.closings
    }

    /// Retractions of an entry that count.
    #[must_use]
    pub fn retractions(&self, target: EntryId) -> &[EntryId] {
        self.retracted_by.get(&target).map_or(&[], Vec::as_slice)
    }

    /// Weighs everything anew, and gives the places that changed.
    fn weigh(&mut self, journal: &Journal, late_import: Option<Order>) -> BTreeSet<u32> {
        let counted = self.counts.clone();
        let absences = std::mem::take(&mut self.absences);
        let closing = std::mem::take(&mut self.closing);
        self.weigh_takings(journal);
        self.close_imports(journal);
        let mut changed: BTreeSet<u32> = BTreeSet::new();
        for (place, (was, is)) in (0..).zip(counted.iter().zip(&self.counts)) {
            if was != is {
                changed.insert(place);
            }
        }
        changed.extend(differing(&absences, &self.absences));
        changed.extend(differing(&closing, &self.closing));
        // Rows stand with their closing entry; and after an import that arrived late, each may
        // replace more than before.
        let is_touched = |closing: &u32| {
            let order = journal.entries().get(*closing as usize).map(Entry::order);
            changed.contains(closing) || late_import.is_some_and(|late| order >= Some(late))
        };
        let rows = self.closing.iter().filter(|(_, closing)| is_touched(closing));
        let rows: Vec<u32> = rows.map(|(&chunk, _)| chunk).collect();
        changed.extend(rows);
        changed
    }

    /// One pass from the last entry to the first: whether an entry counts depends only on later
    /// ones, since a reference to something later in the order does not count.
    fn weigh_takings(&mut self, journal: &Journal) {
        self.counts.fill(true);
        self.retracted_by.clear();
        // By retraction and target: where the first restoration that takes it back stands.
        let mut taken_back: BTreeMap<(EntryId, EntryId), Order> = BTreeMap::new();
        for &place in self.takings.iter().rev() {
            let Some(entry) = journal.entries().get(place as usize) else { continue };
            if !self.counts.get(place as usize).copied().unwrap_or(false) {
                continue;
            }
            for fact in &entry.facts {
                let Fact::Retract(Retract { target, .. }) = fact else { continue };
                let at = journal.place(*target).filter(|&at| earlier(journal, at, entry));
                let Some(at) = at else { continue };
                if let Some(&until) = taken_back.get(&(entry.id, *target)) {
                    let absence = Absence { from: entry.order(), until };
                    self.absences.entry(at).or_default().push(absence);
                } else {
                    if let Some(counts) = self.counts.get_mut(at as usize) {
                        *counts = false;
                    }
                    self.retracted_by.entry(*target).or_default().push(entry.id);
                }
            }
            // After its own retractions: an entry cannot take back what it does itself.
            for fact in &entry.facts {
                let Fact::Restore(restore) = fact else { continue };
                for &retraction in &restore.retractions {
                    taken_back.insert((retraction, restore.target), entry.order());
                }
            }
        }
    }

    /// Rows count under the earliest closing entry that counts and names their entry.
    fn close_imports(&mut self, journal: &Journal) {
        self.imports = Imports::default();
        for &place in &self.closings {
            let Some(entry) = journal.entries().get(place as usize) else { continue };
            for imported in entry.facts.iter().filter_map(closing_fact) {
                self.imports.add(entry.id, &imported.follows);
                if !self.counts.get(place as usize).copied().unwrap_or(false) {
                    continue;
                }
                let chunks = imported.chunks.iter().filter_map(|&chunk| {
                    journal.place(chunk).filter(|&chunk| earlier(journal, chunk, entry))
                });
                for chunk in chunks.chain([place]) {
                    self.closing.entry(chunk).or_insert(place);
                }
            }
        }
    }
}

const fn takes_back(fact: &Fact) -> bool {
    matches!(fact, Fact::Retract(_) | Fact::Restore(_))
}

fn closing_fact(fact: &Fact) -> Option<&Imported> {
    if let Fact::Imported(imported) = fact { Some(imported) } else { None }
}

fn earlier(journal: &Journal, place: u32, than: &Entry) -> bool {
    journal.entries().get(place as usize).is_some_and(|entry| entry.order() < than.order())
}

/// The keys under which two maps do not say the same.
fn differing<V: PartialEq>(one: &BTreeMap<u32, V>, other: &BTreeMap<u32, V>) -> Vec<u32> {
    let missing = one.keys().filter(|key| !other.contains_key(key));
    let changed = other.iter().filter(|(key, value)| one.get(key) != Some(value));
    missing.chain(changed.map(|(key, _)| key)).copied().collect()
}
