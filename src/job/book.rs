//! Jobs about whole books: reading an exported one, and making a demo.
//! Never merges anything: the page shows first what a book would bring.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::format::json::{entry_from_text, entry_to_text};
use crate::id::WorkbookId;
use crate::journal::{Damage, Entry, Unwritable};
use crate::say::Language;

/// Some entries of a book, each checked against its digest by the worker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryBlock {
    texts: Vec<String>,
    text_bytes: usize,
}

/// A block is sent once it is so large: then reading it on the page is no long task.
const BLOCK_TEXT_BYTES: usize = 400_000;

impl EntryBlock {
    /// True when the block is full and should be sent.
    pub(super) fn is_full(&self) -> bool {
        self.text_bytes > BLOCK_TEXT_BYTES
    }

    /// Adds an entry.
    pub(super) fn push(&mut self, entry: &Entry) -> Result<(), Unwritable> {
        let text = entry_to_text(entry)?;
        self.text_bytes += text.len();
        self.texts.push(text);
        Ok(())
    }

    /// Its entries. `None` when one does not read back, which a whole message never shows.
    #[must_use]
    pub fn entries(&self) -> Option<Vec<Entry>> {
        self.texts.iter().map(|text| entry_from_text(text).ok()).collect()
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
