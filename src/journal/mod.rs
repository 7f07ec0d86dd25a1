//! The append-only set of entries: union, canonical order, what counts, and heads of fields.
//! Never takes an entry out, and never looks at the wall clock to decide anything.

mod damage;
mod digest;
mod entry;
mod head;
mod imports;
mod standing;

use std::collections::BTreeMap;

pub use damage::{Damage, DamageKind, DamagePlace, FileError, StoreFault, Unwritable};
pub use digest::Digest;
pub use entry::{CLOCK_MAX, Entry, Facts, Order};
pub use head::{Conflict, Replaces, Resolved, Said, resolve};
pub use imports::ImportSet;
pub use standing::{Absence, Standing};

use crate::calendar::Date;
use crate::id::{EntryId, FactId, ReplicaId};
use crate::record::Fact;

/// Most missing entries that are named: a damaged number must not fill the memory.
const GAPS_MAX: usize = 1_000;

/// The union of all entries that this page has seen of one workbook.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    entries: Vec<Entry>,
    places: BTreeMap<EntryId, u32>,
    replicas: BTreeMap<ReplicaId, Counted>,
    rivals: Vec<Entry>,
    beyond: Vec<Entry>,
    clock: u64,
}

/// How many entries of a replica are here, and the last number among them.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    count: u32,
    last: u32,
}

/// What adding an entry did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is new, at this place in order of arrival.
    New(u32),
    /// It was there already.
    Known,
    /// Another content stands under the same id: the lesser digest counts, the other is kept
    /// beside it and listed. `true` when the new one took the place.
    Rival(bool),
    /// Its clock is beyond the limit: kept, listed, not counted.
    SetAside,
}

impl Journal {
    /// Adds an entry; nothing is ever dropped, and the order of additions does not matter.
    pub fn add(&mut self, entry: Entry) -> Added {
        if entry.clock > CLOCK_MAX {
            if self.beyond.iter().any(|held| same(held, &entry)) {
                return Added::Known;
            }
            self.beyond.push(entry);
            return Added::SetAside;
        }
        self.clock = self.clock.max(entry.clock);
        let Some(&place) = self.places.get(&entry.id) else {
            let place = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            self.places.insert(entry.id, place);
            let counted = self.replicas.entry(entry.id.replica).or_default();
            *counted = Counted { count: counted.count + 1, last: counted.last.max(entry.id.seq) };
            self.entries.push(entry);
            return Added::New(place);
        };
        let Some(held) = self.entries.get_mut(place as usize) else { return Added::Known };
        if same(held, &entry) || self.rivals.iter().any(|rival| same(rival, &entry)) {
            return Added::Known;
        }
        let wins = entry.digest < held.digest;
        self.rivals.push(if wins { std::mem::replace(held, entry) } else { entry });
        Added::Rival(wins)
    }

    /// Every entry that stands under its id, in order of arrival.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Valid contents that lost their id to another content with a lesser digest.
    #[must_use]
    pub fn rivals(&self) -> &[Entry] {
        &self.rivals
    }

    /// Entries whose clock is beyond [`CLOCK_MAX`].
    #[must_use]
    pub fn beyond(&self) -> &[Entry] {
        &self.beyond
    }

    /// Everything to be stored and exported, in canonical order, rivals and set-aside included.
    #[must_use]
    pub fn all_in_order(&self) -> Vec<&Entry> {
        let mut all: Vec<&Entry> =
            self.entries.iter().chain(&self.rivals).chain(&self.beyond).collect();
        all.sort_unstable_by_key(|entry| (entry.order(), entry.digest));
        all
    }

    /// The entry of that name.
    #[must_use]
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(self.place(id)? as usize)
    }

    /// The fact of that name, whether it counts or not.
    #[must_use]
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.get(id.entry)?.facts.get(id.index as usize)
    }

    /// Its place in order of arrival.
    #[must_use]
    pub fn place(&self, id: EntryId) -> Option<u32> {
        self.places.get(&id).copied()
    }

    /// The clock for the next entry: one more than the largest seen.
    #[must_use]
    pub const fn next_clock(&self) -> u64 {
        self.clock + 1
    }

    /// The next sequence number of a replica.
    #[must_use]
    pub fn next_seq(&self, replica: ReplicaId) -> u32 {
        let own = self.beyond.iter().filter(|entry| entry.id.replica == replica);
        let counted = self.replicas.get(&replica).map_or(0, |counted| counted.last);
        own.map(|entry| entry.id.seq).max().unwrap_or(0).max(counted).saturating_add(1)
    }

    /// Ids that must exist, because a later one of the same replica does, and are not here; the
    /// first thousand.
    #[must_use]
    pub fn gaps(&self) -> Vec<EntryId> {
        let incomplete = self.replicas.iter().filter(|(_, counted)| counted.count < counted.last);
        incomplete.flat_map(|(&replica, _)| self.gaps_of(replica)).take(GAPS_MAX).collect()
    }

    fn gaps_of(&self, replica: ReplicaId) -> impl Iterator<Item = EntryId> {
        let whole = EntryId { replica, seq: 0 }..=EntryId { replica, seq: u32::MAX };
        let mut next = 1;
        let missing = self.places.range(whole).flat_map(move |(id, _)| {
            let before = std::mem::replace(&mut next, id.seq.saturating_add(1))..id.seq;
            before.map(move |seq| EntryId { replica, seq })
        });
        missing.filter(|id| !self.beyond.iter().any(|held| held.id == *id))
    }

    /// The journal as it was known at the end of that day (B2): entries recorded later are absent.
    #[must_use]
    pub fn known_on(&self, day: Date) -> Self {
        let mut known = Self::default();
        for entry in &self.entries {
            if entry.recorded_at.day().is_none_or(|recorded| recorded <= day) {
                known.add(entry.clone());
            }
        }
        known
    }
}

fn same(one: &Entry, other: &Entry) -> bool {
    one.id == other.id && one.digest == other.digest
}
