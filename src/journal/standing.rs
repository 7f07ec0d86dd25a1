//! Which entries count: retractions, restorations and closing entries of imports (DESIGN 1).
//! Never depends on the order in which entries arrived.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Journal, Order};
use crate::id::EntryId;
use crate::record::Fact;

/// For every entry of a journal, whether it counts and where it stands.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Places of the journal's entries in canonical order.
    order: Vec<u32>,
    /// By place: whether the entry counts.
    counts: Vec<bool>,
    /// By place: where a restored entry stands; absent when it stands where it was recorded.
    restored: BTreeMap<u32, Order>,
    /// By place: the closing entry that makes an entry's rows count.
    closing: BTreeMap<u32, u32>,
    /// By closing entry: every import that its statements replace, found through its followers.
    replaced_imports: BTreeMap<EntryId, BTreeSet<EntryId>>,
    /// Retractions that count, by target.
    retracted_by: BTreeMap<EntryId, Vec<EntryId>>,
}

impl Standing {
    /// The standing of every entry.
    #[must_use]
    pub fn of(journal: &Journal) -> Self {
        let entries = journal.entries();
        let mut order: Vec<u32> = (0..).take(entries.len()).collect();
        order.sort_unstable_by_key(|&place| entries.get(place as usize).map(Entry::order));
        let mut standing = Self { order, counts: vec![true; entries.len()], ..Self::default() };
        standing.weigh(journal);
        standing
    }

    /// Takes in an entry that was just added at the end of a journal's arrivals.
    pub fn extend(&mut self, journal: &Journal, place: u32) {
        let entries = journal.entries();
        let Some(entry) = entries.get(place as usize) else { return };
        let at = self.order.partition_point(|&held| {
            entries.get(held as usize).is_some_and(|held| held.order() < entry.order())
        });
        self.order.insert(at, place);
        self.counts.push(true);
        let plain = entry.facts.iter().all(|fact| {
            !matches!(fact, Fact::Retract(_) | Fact::Restore(_) | Fact::Rows(_) | Fact::Imported(_))
        });
        // An entry that arrives late may be the target of a retraction that is here already.
        if !plain || at + 1 != self.order.len() {
            self.weigh(journal);
        }
    }

    /// True when the entry at that place counts.
    #[must_use]
    pub fn counts(&self, place: u32) -> bool {
        self.counts.get(place as usize).copied().unwrap_or(false)
    }

    /// Where the entry stands: where it was restored, else where it was recorded.
    #[must_use]
    pub fn position(&self, place: u32, entry: &Entry) -> Order {
        self.restored(place).unwrap_or_else(|| entry.order())
    }

    /// Where a restored entry stands.
    #[must_use]
    pub fn restored(&self, place: u32) -> Option<Order> {
        self.restored.get(&place).copied()
    }

    /// The place of the closing entry that makes the rows of the entry at `place` count.
    #[must_use]
    pub fn closing(&self, place: u32) -> Option<u32> {
        self.closing.get(&place).copied()
    }

    /// Every import whose statements the import closed by `closing` replaces.
    #[must_use]
    pub fn replaced_imports(&self, closing: EntryId) -> Option<&BTreeSet<EntryId>> {
        self.replaced_imports.get(&closing)
    }

    /// Retractions of an entry that count.
    #[must_use]
    pub fn retractions(&self, target: EntryId) -> &[EntryId] {
        self.retracted_by.get(&target).map_or(&[], Vec::as_slice)
    }

    /// Places of all entries in canonical order.
    #[must_use]
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// One pass from the last entry to the first: whether an entry counts depends only on later
    /// ones, since a reference to something later in the order does not count.
    fn weigh(&mut self, journal: &Journal) {
        self.counts.fill(true);
        self.restored.clear();
        self.retracted_by.clear();
        // By retraction and target: where the restoration that takes it back stands.
        let mut taken_back: BTreeMap<(EntryId, EntryId), Order> = BTreeMap::new();
        for &place in self.order.iter().rev() {
            let Some(entry) = journal.entries().get(place as usize) else { continue };
            if !self.counts.get(place as usize).copied().unwrap_or(false) {
                continue;
            }
            for fact in &entry.facts {
                match fact {
                    Fact::Restore(restore) => {
                        for &retraction in &restore.retractions {
                            taken_back.entry((retraction, restore.target)).or_insert(entry.order());
                        }
                    }
                    Fact::Retract(retract) => {
                        let target = journal
                            .place(retract.target)
                            .filter(|&target| earlier(journal, target, entry));
                        let Some(target) = target else { continue };
                        match taken_back.get(&(entry.id, retract.target)) {
                            Some(&at) => {
                                let stands = self.restored.entry(target).or_insert(at);
                                *stands = at.max(*stands);
                            }
                            None => {
                                if let Some(counts) = self.counts.get_mut(target as usize) {
                                    *counts = false;
                                }
                                self.retracted_by.entry(retract.target).or_default().push(entry.id);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        self.close_imports(journal);
    }

    /// Rows count under the earliest closing entry that counts and names their entry.
    fn close_imports(&mut self, journal: &Journal) {
        self.closing.clear();
        self.replaced_imports.clear();
        let mut retracted_follows: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
        for &place in &self.order {
            let Some(entry) = journal.entries().get(place as usize) else { continue };
            for fact in &entry.facts {
                let Fact::Imported(imported) = fact else { continue };
                retracted_follows.insert(entry.id, imported.follows.clone());
                let mut replaced = BTreeSet::new();
                let mut open = imported.follows.clone();
                while let Some(earlier) = open.pop() {
                    if earlier != entry.id && replaced.insert(earlier) {
                        open.extend(retracted_follows.get(&earlier).into_iter().flatten());
                    }
                }
                self.replaced_imports.insert(entry.id, replaced);
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

fn earlier(journal: &Journal, place: u32, than: &Entry) -> bool {
    journal.entries().get(place as usize).is_some_and(|entry| entry.order() < than.order())
}
