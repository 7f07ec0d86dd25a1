//! What this page knows of one book's storage: which keys there are, what they hold, what is
//! damaged, and what is not yet stored or shadowed.
//! Never holds entries: they are handed on to the journal as they are read.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{KeyValue, Record, Stamp};
use crate::id::{ReplicaId, WorkbookId};
use crate::journal::{Damage, Entry, StoreFault};

/// One book's storage as this page knows it.
///
/// Opening a book: listen to storage events, [`look`](Self::look), [`step`](Self::step) until it
/// gives `None`, look again until nothing is new; hand over the shadow's records with
/// [`take_shadow`](Self::take_shadow) whenever they come, and step on; then
/// [`settle`](Self::settle) once. The same again on focus.
#[derive(Debug)]
pub struct BookStore {
    pub(super) book: WorkbookId,
    pub(super) replica: ReplicaId,
    /// What is known of every key, stored or shadowed.
    pub(super) held: BTreeMap<String, Held>,
    /// Keys to be read, with their value where it came along.
    pub(super) waiting: VecDeque<Waiting>,
    /// Values of the shadow, kept until storage has shown the same entries.
    pub(super) spare: BTreeMap<String, String>,
    /// Records that storage refused or lost, in the order in which they are to be written.
    pub(super) unsaved: VecDeque<Record>,
    pub(super) damages: Vec<Damage>,
    pub(super) gone: bool,
}

/// What is known of a key.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// It is in storage.
    pub(super) stored: bool,
    /// What storage has there did not verify, whatever the shadow had.
    pub(super) spoiled: bool,
    /// It is in the shadow.
    pub(super) shadowed: bool,
    pub(super) content: Content,
    /// UTF-16 units of the value, where it was read.
    pub(super) units: usize,
}

/// What a value holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Not read yet.
    Unread,
    /// These entries.
    Entries(Box<[Stamp]>),
    /// It did not verify.
    Damaged,
}

/// A value to be read.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) key: String,
    /// The value where it came from the shadow; else storage is asked.
    pub(super) from_shadow: Option<String>,
}

impl BookStore {
    /// The storage of a book, as a page start with that name sees it; nothing is read yet.
    #[must_use]
    pub const fn new(book: WorkbookId, replica: ReplicaId) -> Self {
        Self {
            book,
            replica,
            held: BTreeMap::new(),
            waiting: VecDeque::new(),
            spare: BTreeMap::new(),
            unsaved: VecDeque::new(),
            damages: Vec::new(),
            gone: false,
        }
    }

    /// The book.
    #[must_use]
    pub const fn book(&self) -> WorkbookId {
        self.book
    }

    /// Values that did not verify; they stay where they are.
    #[must_use]
    pub fn damages(&self) -> &[Damage] {
        &self.damages
    }

    /// True when the book was deleted, here or in another tab: nothing more is stored.
    #[must_use]
    pub const fn is_gone(&self) -> bool {
        self.gone
    }

    /// Entries that are not in storage: refused, or found only in the shadow.
    #[must_use]
    pub fn unsaved(&self) -> usize {
        self.unsaved.iter().map(|record| record.holds.len()).sum()
    }

    /// Values that are not in the shadow. One that storage lost counts no more once everything that
    /// it held stands elsewhere: after a storage was emptied, entries come together otherwise.
    #[must_use]
    pub fn unshadowed(&self) -> usize {
        let is_there = |key: &String, held: &Held| {
            held.is_stored() || self.unsaved.iter().any(|record| record.key == *key)
        };
        let lacking = self.held.iter().filter(|(_, held)| held.lacks_shadow());
        let (there, lost): (Vec<_>, Vec<_>) = lacking.partition(|(key, held)| is_there(key, held));
        if lost.is_empty() {
            return there.len();
        }
        let mut known = self.stored_stamps();
        known.extend(self.unsaved.iter().flat_map(|record| &record.holds));
        let is_elsewhere = |held: &Held| held.stamps().iter().all(|stamp| known.contains(stamp));
        there.len() + lost.iter().filter(|(_, held)| !is_elsewhere(held)).count()
    }

    /// What is not in storage, in the order in which it is to be written: for the page to keep when
    /// it leaves the book.
    pub fn unsaved_records(&self) -> impl Iterator<Item = &Record> {
        self.unsaved.iter()
    }

    /// True when storage was emptied under the page: neither the first nor the last of the values
    /// that are known to stand there does.
    pub fn is_cleared(&self, store: &impl KeyValue) -> Result<bool, StoreFault> {
        let mut stored = self.held.iter().filter(|(_, held)| held.stored).map(|(key, _)| key);
        let ends = [stored.next(), stored.next_back()];
        let mut was_stored = false;
        for key in ends.into_iter().flatten() {
            was_stored = true;
            if store.get(key)?.is_some() {
                return Ok(false);
            }
        }
        Ok(was_stored)
    }

    /// To be called when the shadow was lost: everything is to be put there again.
    pub fn forget_shadow(&mut self) {
        self.held.values_mut().for_each(|held| held.shadowed = false);
    }

    /// How many values wait to be read: for showing progress.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Those of the entries that storage neither holds nor waits to be given again. To be called
    /// when everything is read: none should be missing unless somebody cleared the storage.
    #[must_use]
    pub fn missing<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>) -> Vec<&'e Entry> {
        if self.gone {
            return Vec::new();
        }
        let mut known = self.stored_stamps();
        known.extend(self.unsaved.iter().flat_map(|record| &record.holds));
        entries.into_iter().filter(|entry| !known.contains(&Stamp::of(entry))).collect()
    }

    /// What storage holds, as far as it was read.
    pub(super) fn stored_stamps(&self) -> BTreeSet<Stamp> {
        let stored = self.held.values().filter(|held| held.is_stored());
        stored.flat_map(Held::stamps).copied().collect()
    }
}

impl Held {
    /// A key of which nothing is known but the size of its value.
    pub(super) const fn new(units: usize) -> Self {
        Self { stored: false, spoiled: false, shadowed: false, content: Content::Unread, units }
    }

    pub(super) fn stamps(&self) -> &[Stamp] {
        match &self.content {
            Content::Entries(stamps) => stamps,
            Content::Unread | Content::Damaged => &[],
        }
    }

    /// True when storage holds it and it verified.
    pub(super) const fn is_stored(&self) -> bool {
        self.stored && !self.spoiled
    }

    /// True when it is to be put into the shadow.
    pub(super) fn lacks_shadow(&self) -> bool {
        !self.shadowed && matches!(self.content, Content::Entries(_))
    }
}
