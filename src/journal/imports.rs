//! Which imports an import stands on: those it was compared with, and theirs (DESIGN 1).
//! Never says whether an import counts.

use std::collections::BTreeMap;

use crate::id::EntryId;

/// A set of imports, each by its number in the canonical order of all imports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportSet {
    bits: Vec<u64>,
}

impl ImportSet {
    /// True when the import of that number is in the set.
    #[must_use]
    pub fn has(&self, number: u32) -> bool {
        let word = self.bits.get(number as usize / 64).copied().unwrap_or(0);
        (word >> (number % 64)) & 1 == 1
    }

    fn add(&mut self, number: u32) {
        let at = number as usize / 64;
        if self.bits.len() <= at {
            self.bits.resize(at + 1, 0);
        }
        if let Some(word) = self.bits.get_mut(at) {
            *word |= 1 << (number % 64);
        }
    }

    fn join(&mut self, other: &Self) {
        if self.bits.len() < other.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        for (word, more) in self.bits.iter_mut().zip(&other.bits) {
            *word |= more;
        }
    }
}

/// All imports of a journal in canonical order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Imports {
    numbers: BTreeMap<EntryId, u32>,
    followed: Vec<ImportSet>,
}

impl Imports {
    /// Takes in the next import in canonical order, compared with those that it `follows`. What it
    /// names but what stands later does not count.
    pub(super) fn add(&mut self, import: EntryId, follows: &[EntryId]) {
        let mut set = ImportSet::default();
        for earlier in follows.iter().filter_map(|earlier| self.numbers.get(earlier)) {
            set.add(*earlier);
            if let Some(theirs) = self.followed.get(*earlier as usize) {
                set.join(theirs);
            }
        }
        let number = u32::try_from(self.followed.len()).unwrap_or(u32::MAX);
        // An entry with two closing facts is one import: its first one counts.
        if let std::collections::btree_map::Entry::Vacant(place) = self.numbers.entry(import) {
            place.insert(number);
            self.followed.push(set);
        }
    }

    /// The number of an import.
    pub(super) fn number(&self, import: EntryId) -> Option<u32> {
        self.numbers.get(&import).copied()
    }

    /// Every import that an import stands on.
    pub(super) fn followed(&self, import: EntryId) -> Option<&ImportSet> {
        self.followed.get(self.number(import)? as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_stands_on_all_before_it_in_its_chain() {
        let id = |seq: u32| EntryId { replica: crate::id::Letters::from_bits(5), seq };
        let mut imports = Imports::default();
        imports.add(id(1), &[]);
        imports.add(id(2), &[]);
        for seq in 3..100 {
            imports.add(id(seq), &[id(seq - 2), id(seq + 1)]);
        }
        let odd: Vec<u32> = (1..100)
            .filter(|seq| imports.followed(id(99)).unwrap().has(imports.number(id(*seq)).unwrap()))
            .collect();
        assert_eq!(odd, (1..99).step_by(2).collect::<Vec<_>>());
    }
}
