//! What browser storage holds of a book, and how it survives crashes, other tabs and damage
//! (DESIGN 4, I6). Every key is written once; a book is the union of whatever is found.
//! Never reads, changes and writes back a value, never deletes what it cannot read elsewhere, and
//! does no input or output of its own: the page hands it a [`KeyValue`] and the shadow's records.

mod accept;
mod book;
mod compact;
mod delete;
mod fault;
mod key;
mod memory;
mod read;
mod room;
mod shadow;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::id::EntryId;
use crate::journal::{Digest, Entry, StoreFault};

pub use accept::{AcceptError, records};
pub use book::BookStore;
pub use compact::{Compaction, Settling, compact};
pub use delete::{BookListing, Deletion, books, raw, revive};
pub use fault::FaultStore;
pub use key::{StoreKey, book_prefix};
pub use memory::MemoryStore;
pub use room::{BALLAST_UNITS, PORTABLE_UNITS_MAX, Room, RoomLevel, ensure_ballast, free_ballast};

/// Storage of texts by key, as browsers have it: small, synchronous, shared with other tabs.
pub trait KeyValue {
    /// The value under a key, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault>;
    /// Writes a value; after a fault the old value is still there.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreFault>;
    /// Removes a key; an absent one is no fault.
    fn remove(&self, key: &str) -> Result<(), StoreFault>;
    /// All keys, others' included, in an order that means nothing.
    fn keys(&self) -> Result<Vec<String>, StoreFault>;
}

/// An entry's id with the digest of its content: two contents under one id are two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    /// The id.
    pub id: EntryId,
    /// The digest.
    pub digest: Digest,
}

impl Stamp {
    /// The stamp of an entry.
    #[must_use]
    pub const fn of(entry: &Entry) -> Self {
        Self { id: entry.id, digest: entry.digest }
    }
}

/// A key and its value, in storage or in the shadow, and the entries that the value holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The key, the same in storage and in the shadow.
    pub key: String,
    /// The value, likewise.
    pub value: String,
    /// What it holds; empty for a record that is yet to be read.
    #[serde(default)]
    pub holds: Vec<Stamp>,
}
