//! Jobs about whole books: reading an exported one, making a demo, packing entries for storage.
//! Never merges anything: the page shows first what a book would bring.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::format::segment::{Segment, unpack};
use crate::id::WorkbookId;
use crate::journal::{Damage, Digest, Entry};
use crate::say::Language;
use crate::store::{Record, Stamp, StoreKey};

/// Some entries of a book, packed as they can be stored: reading them on the page is then no more
/// work than opening a book is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryBlock {
    name: Digest,
    text: String,
}

/// A segment that was read, to be stored once its book is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    name: Digest,
    text: String,
    holds: Vec<Stamp>,
}

impl EntryBlock {
    /// The block for a segment.
    pub(super) fn of(segment: Segment) -> Self {
        Self { name: segment.name, text: segment.text }
    }

    /// Its entries, and the segment that they came in. `None` for a block that does not read back,
    /// which a whole message never holds.
    #[must_use]
    pub fn open(self) -> Option<(Vec<Entry>, Packed)> {
        let entries = unpack(&self.text).ok()?;
        let holds = entries.iter().map(Stamp::of).collect();
        Some((entries, Packed { name: self.name, text: self.text, holds }))
    }
}

impl Packed {
    /// The segment as a value of that book's storage.
    #[must_use]
    pub fn record(self, book: WorkbookId) -> Record {
        let key = StoreKey::Segment(book, self.name).to_string();
        Record { key, value: self.text, holds: self.holds }
    }
}

/// What stands in a book beside its entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookRead {
    /// The workbook that the file says it holds; `None` when that line is damaged.
    pub workbook: Option<WorkbookId>,
    /// Its title when the file was written; for people only.
    pub title: String,
    /// How many entries came in blocks.
    pub entries: u64,
    /// What could not be read.
    pub damages: Vec<Damage>,
}

/// A demo book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoRequest {
    /// Invoices, about; up to 120 give the book of a first look, without imported tables.
    pub invoices: u32,
    /// One seed, one book.
    pub seed: u64,
    /// The language of its names and texts.
    pub language: Language,
    /// The day on which it stands as it does.
    pub today: Date,
}

/// Entries or stored values that cannot be packed, because one of them does not read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("an entry does not read back")]
pub struct NotPacked;
