//! The books of an origin, deleting one, and everything of one as it stands (A9, DESIGN 4).
//! Never deletes a key before the mark that says why it is missing.

use std::collections::{BTreeMap, VecDeque};

use super::{KeyValue, Record, StoreKey, book_prefix, free_ballast};
use crate::calendar::Instant;
use crate::id::WorkbookId;
use crate::journal::StoreFault;

/// How many keys one step deletes.
const DELETIONS_PER_STEP: usize = 64;

/// A book of which something is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookListing {
    /// The book.
    pub book: WorkbookId,
    /// It was deleted here; what is left of it can be removed with [`Deletion`].
    pub gone: bool,
    /// How many values of it there are, the mark of its deletion not counted.
    pub values: usize,
}

/// The books that storage knows of, by id.
pub fn books(store: &impl KeyValue) -> Result<Vec<BookListing>, StoreFault> {
    let mut found: BTreeMap<WorkbookId, BookListing> = BTreeMap::new();
    for key in store.keys()? {
        let Ok(key) = key.parse::<StoreKey>() else { continue };
        let Some(book) = key.book() else { continue };
        let listing = found.entry(book).or_insert(BookListing { book, gone: false, values: 0 });
        match key {
            StoreKey::Gone(_) => listing.gone = true,
            StoreKey::Entry(..) | StoreKey::Segment(..) | StoreKey::Ballast => listing.values += 1,
        }
    }
    Ok(found.into_values().collect())
}

/// Everything of a book as it stands, damaged values included, for a download when it cannot be
/// opened.
pub fn raw(store: &impl KeyValue, book: WorkbookId) -> Result<Vec<Record>, StoreFault> {
    let prefix = book_prefix(book);
    let mut records = Vec::new();
    for key in store.keys()?.into_iter().filter(|key| key.starts_with(&prefix)) {
        if let Some(value) = store.get(&key)? {
            records.push(Record { key, value, holds: Vec::new() });
        }
    }
    records.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(records)
}

/// Lets a deleted book be stored again, when a person imports it anew.
pub fn revive(store: &impl KeyValue, book: WorkbookId) -> Result<(), StoreFault> {
    store.remove(&StoreKey::Gone(book).to_string())
}

/// A book being deleted, in short steps. The page deletes its shadow as well.
#[derive(Debug)]
pub struct Deletion {
    book: WorkbookId,
    keys: VecDeque<String>,
}

impl Deletion {
    /// Marks the book as deleted at an instant; from here on other tabs store nothing of it.
    pub fn begin(
        store: &impl KeyValue,
        book: WorkbookId,
        at: &Instant,
    ) -> Result<Self, StoreFault> {
        let mark = StoreKey::Gone(book).to_string();
        if store.get(&mark)?.is_none() {
            match store.set(&mark, at.as_str()) {
                Err(StoreFault::Full) => {
                    free_ballast(store)?;
                    store.set(&mark, at.as_str())?;
                }
                done => done?,
            }
        }
        Ok(Self { book, keys: VecDeque::new() })
    }

    /// Deletes some values. `false` when none is left, even of those written meanwhile.
    pub fn step(&mut self, store: &impl KeyValue) -> Result<bool, StoreFault> {
        if self.keys.is_empty() {
            let (prefix, mark) = (book_prefix(self.book), StoreKey::Gone(self.book).to_string());
            let left = store.keys()?.into_iter();
            self.keys = left.filter(|key| key.starts_with(&prefix) && *key != mark).collect();
        }
        for _ in 0..DELETIONS_PER_STEP {
            let Some(key) = self.keys.front() else { return Ok(false) };
            store.remove(key)?;
            self.keys.pop_front();
        }
        Ok(true)
    }
}
