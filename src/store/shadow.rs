//! What the page puts into the IndexedDB shadow, and what it may take out again (DESIGN 4).
//! Never does the writing: IndexedDB answers later, so the page confirms what is on disk.

use std::collections::BTreeSet;

use super::book::Held;
use super::{BookStore, KeyValue, Record, StoreKey};
use crate::id::EntryId;
use crate::journal::StoreFault;

impl BookStore {
    /// What is to be put into the shadow next, up to about so many UTF-16 units but at least one
    /// record: what others wrote first, then this page's own. Empty when all is there.
    pub fn to_shadow(
        &self,
        store: &impl KeyValue,
        units_max: usize,
    ) -> Result<Vec<Record>, StoreFault> {
        let lacking = || self.held.iter().filter(|(_, held)| held.lacks_shadow());
        let others = lacking().filter(|(_, held)| !self.is_own(held));
        let own = lacking().filter(|(_, held)| self.is_own(held));
        let (mut records, mut units) = (Vec::new(), 0);
        for (key, held) in others.chain(own) {
            if units >= units_max {
                break;
            }
            let unsaved = self.unsaved.iter().find(|record| record.key == *key);
            let value = match unsaved {
                Some(record) => Some(record.value.clone()),
                None if held.is_stored() => store.get(key)?,
                None => None,
            };
            // Without a value another tab compacted it, and its segment goes to the shadow.
            let Some(value) = value else { continue };
            units += held.units;
            records.push(Record { key: key.clone(), value, holds: held.stamps().to_vec() });
        }
        Ok(records)
    }

    /// The page confirms that these keys are in the shadow and on disk.
    pub fn shadowed<'k>(&mut self, keys: impl IntoIterator<Item = &'k str>) {
        for key in keys {
            if let Some(held) = self.held.get_mut(key) {
                held.shadowed = true;
            }
        }
    }

    /// True when an entry is on disk beyond doubt: a value that holds it is in the shadow.
    #[must_use]
    pub fn is_safe(&self, id: EntryId) -> bool {
        let single = StoreKey::Entry(self.book, id).to_string();
        if self.held.get(&single).is_some_and(|held| held.shadowed) {
            return true;
        }
        let shadowed = self.held.values().filter(|held| held.shadowed);
        shadowed.flat_map(Held::stamps).any(|stamp| stamp.id == id)
    }

    /// Of keys that have been in the shadow for at least seven days, those that can be taken out:
    /// storage no longer has them, and everything they hold is both stored and shadowed elsewhere.
    #[must_use]
    pub fn prunable<'k>(&self, old: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
        let both = self.held.values().filter(|held| held.is_stored() && held.shadowed);
        let sure: BTreeSet<_> = both.flat_map(Held::stamps).collect();
        let prunable = |key: &&str| {
            self.held.get(*key).is_some_and(|held| {
                let stamps = held.stamps();
                !held.stored && !stamps.is_empty() && stamps.iter().all(|it| sure.contains(it))
            })
        };
        old.into_iter().filter(prunable).collect()
    }

    fn is_own(&self, held: &Held) -> bool {
        held.stamps().first().is_some_and(|stamp| stamp.id.replica == self.replica)
    }
}
