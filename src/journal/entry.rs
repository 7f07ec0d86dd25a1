//! One entry of the journal: a command's facts, when and by whom they were recorded, their digest.
//! Never changed once written.

use std::ops::Deref;
use std::sync::Arc;

use serde::Serialize;

use super::Digest;
use crate::calendar::Instant;
use crate::id::{EntryId, ReplicaId};
use crate::record::Fact;

/// Entries with a larger logical clock are set aside (DESIGN 1): a damaged or hostile file must not
/// push the clock to its end.
pub const CLOCK_MAX: u64 = 1 << 40;

/// One command's facts, written under one key and undone by one retraction.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Who wrote it, and the how-manieth.
    pub id: EntryId,
    /// Logical (Lamport) clock: one more than the largest that its writer had seen.
    pub clock: u64,
    /// The laptop's wall clock, for people and for "as known on".
    pub recorded_at: Instant,
    /// The person who recorded it.
    pub by: Box<str>,
    /// What was recorded.
    pub facts: Facts,
    /// The digest of all of the above.
    pub digest: Digest,
    /// The entry as it was read, when it holds something that this version does not know.
    pub verbatim: Option<Box<str>>,
}

/// The facts of an entry. A copy shares them: an entry of an imported table holds a thousand rows,
/// and storing it, or comparing books, copies entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts(Arc<[Fact]>);

impl From<Vec<Fact>> for Facts {
    fn from(facts: Vec<Fact>) -> Self {
        Self(facts.into())
    }
}

impl Deref for Facts {
    type Target = [Fact];

    fn deref(&self) -> &[Fact] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a Facts {
    type Item = &'a Fact;
    type IntoIter = std::slice::Iter<'a, Fact>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A place in the canonical order: logical clock, then replica, then sequence (DESIGN 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    clock: u64,
    replica: ReplicaId,
    seq: u32,
}

/// The part of an entry that its digest covers, in the form in which it is exchanged.
#[derive(Serialize)]
struct Content<'a> {
    id: EntryId,
    clock: u64,
    recorded_at: &'a Instant,
    by: &'a str,
    facts: &'a [Fact],
}

impl Entry {
    /// A new entry with its digest. `None` when a fact is of unknown kind, which only reading a
    /// file yields.
    #[must_use]
    pub fn seal(
        id: EntryId,
        clock: u64,
        recorded_at: Instant,
        by: &str,
        facts: impl Into<Facts>,
    ) -> Option<Self> {
        let facts = facts.into();
        let digest =
            Digest::of(&Content { id, clock, recorded_at: &recorded_at, by, facts: &facts })?;
        Some(Self { id, clock, recorded_at, by: by.into(), facts, digest, verbatim: None })
    }

    /// Its place in the canonical order.
    #[must_use]
    pub const fn order(&self) -> Order {
        Order { clock: self.clock, replica: self.id.replica, seq: self.id.seq }
    }

    /// True when it holds something that this version does not know.
    #[must_use]
    pub const fn has_unknown(&self) -> bool {
        self.verbatim.is_some()
    }
}
