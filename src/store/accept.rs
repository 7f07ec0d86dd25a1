//! Writing accepted entries: one as a key of its own, many as segments (DESIGN 4).
//! Never overwrites a value, and never forgets an entry that storage refused.

use super::book::{Content, Held};
use super::read::decode;
use super::{BookStore, KeyValue, Record, Stamp, StoreKey};
use crate::format::json::entry_to_text;
use crate::format::segment::pack;
use crate::id::WorkbookId;
use crate::journal::{Entry, StoreFault, Unwritable};

/// The most UTF-16 units of an entry that stands under a key of its own.
const ENTRY_UNITS_MAX: usize = 4_096;
/// The most entries of one command that stand under keys of their own.
const ENTRIES_MAX: usize = 8;

/// Entries as records, in the order in which they must be written: the last entry of a command
/// comes last and alone, so that a half-written import does not count. No storage is touched, so
/// a worker can do it.
pub fn records(book: WorkbookId, entries: &[Entry]) -> Result<Vec<Record>, Unwritable> {
    let Some((last, before)) = entries.split_last() else { return Ok(Vec::new()) };
    if entries.len() <= ENTRIES_MAX {
        let small: Vec<Record> =
            entries.iter().map(|entry| entry_record(book, entry)).collect::<Result<_, _>>()?;
        let fits = |record: &Record| record.value.encode_utf16().count() <= ENTRY_UNITS_MAX;
        if small.iter().all(fits) {
            return Ok(small);
        }
    }
    let mut records = segment_records(book, &before.iter().collect::<Vec<_>>())?;
    records.extend(segment_records(book, &[last])?);
    Ok(records)
}

fn entry_record(book: WorkbookId, entry: &Entry) -> Result<Record, Unwritable> {
    let key = StoreKey::Entry(book, entry.id).to_string();
    Ok(Record { key, value: entry_to_text(entry)?, holds: vec![Stamp::of(entry)] })
}

/// Entries as segments, in order.
pub(super) fn segment_records(
    book: WorkbookId,
    entries: &[&Entry],
) -> Result<Vec<Record>, Unwritable> {
    let mut rest = entries.iter();
    let segments = pack(entries)?.into_iter();
    let records = segments.map(|segment| Record {
        key: StoreKey::Segment(book, segment.name).to_string(),
        value: segment.text,
        holds: rest.by_ref().take(segment.entries).map(|entry| Stamp::of(entry)).collect(),
    });
    Ok(records.collect())
}

impl BookStore {
    /// Accepts entries: they are saved when this returns without a fault. After a fault what was
    /// not written is kept, counted as unsaved and shadowed nevertheless; see [`Self::retry`].
    pub fn accept(&mut self, store: &impl KeyValue, entries: &[Entry]) -> Result<(), AcceptError> {
        let records = records(self.book, entries)?;
        Ok(self.write(store, records)?)
    }

    /// Writes records that [`records`] made, here or in the worker.
    pub fn write(&mut self, store: &impl KeyValue, records: Vec<Record>) -> Result<(), StoreFault> {
        for record in records {
            for record in self.untaken(record)? {
                let units = record.value.encode_utf16().count();
                let held = self.held.entry(record.key.clone()).or_insert_with(|| Held::new(units));
                held.content = Content::Entries(record.holds.clone().into_boxed_slice());
                self.unsaved.push_back(record);
            }
        }
        self.retry(store)
    }

    /// The record, or the same entries under other keys when something else is known to stand
    /// under its key: another content under the same id, or a damaged value.
    fn untaken(&self, record: Record) -> Result<Vec<Record>, StoreFault> {
        let taken = self.held.get(&record.key).is_some_and(|held| match &held.content {
            Content::Entries(stamps) => held.spoiled || **stamps != *record.holds,
            Content::Unread => false,
            Content::Damaged => true,
        });
        if taken { self.under_other_keys(&record) } else { Ok(vec![record]) }
    }

    /// Writes what is not saved yet, in order; stops at the first fault.
    pub fn retry(&mut self, store: &impl KeyValue) -> Result<(), StoreFault> {
        if self.unsaved.is_empty() {
            return Ok(());
        }
        self.gone |= store.get(&StoreKey::Gone(self.book).to_string())?.is_some();
        if self.gone {
            return Err(StoreFault::Gone);
        }
        while let Some(record) = self.unsaved.front() {
            if self.write_one(store, record)? {
                let Some(record) = self.unsaved.pop_front() else { break };
                self.note_written(record);
            } else {
                self.write_elsewhere(store)?;
            }
        }
        Ok(())
    }

    /// Writes a record. `false` when something else stands under its key.
    fn write_one(&self, store: &impl KeyValue, record: &Record) -> Result<bool, StoreFault> {
        match store.get(&record.key)? {
            Some(value) => Ok(value == record.value),
            None => store.set(&record.key, &record.value).map(|()| true),
        }
    }

    fn note_written(&mut self, record: Record) {
        let units = record.value.encode_utf16().count();
        let held = self.held.entry(record.key).or_insert_with(|| Held::new(units));
        held.stored = true;
        held.content = Content::Entries(record.holds.into_boxed_slice());
    }

    /// The key of the first unsaved record is taken after all: its entries go under other keys.
    fn write_elsewhere(&mut self, store: &impl KeyValue) -> Result<(), StoreFault> {
        let Some(record) = self.unsaved.front() else { return Ok(()) };
        for other in self.under_other_keys(record)? {
            if !self.write_one(store, &other)? {
                return Err(StoreFault::NotKept(other.key));
            }
            self.note_written(other);
        }
        self.unsaved.pop_front();
        Ok(())
    }

    /// The entries of a record under keys that it has not been tried under.
    fn under_other_keys(&self, record: &Record) -> Result<Vec<Record>, StoreFault> {
        let not_kept = || StoreFault::NotKept(record.key.clone());
        let entries = decode(&record.key, &record.value).map_err(|_| not_kept())?;
        let all: Vec<&Entry> = entries.iter().collect();
        let segment = matches!(record.key.parse(), Ok(StoreKey::Segment(..)));
        let others = match all.split_last() {
            None => Ok(Vec::new()),
            Some((last, [])) if segment => entry_record(self.book, last).map(|it| vec![it]),
            Some((_, [])) => segment_records(self.book, &all),
            // Divided differently, segments have other names.
            Some((last, before)) => segment_records(self.book, before).and_then(|mut records| {
                records.extend(segment_records(self.book, &[last])?);
                Ok(records)
            }),
        };
        others.map_err(|_| not_kept())
    }
}

/// Why entries were not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// Storage refused; the entries are kept and can be tried again.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// An entry that no reading and no sealing yields.
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
}
