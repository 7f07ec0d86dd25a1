//! Compaction: many small values become few segments (DESIGN 4).
//! Never deletes a key before its content was read back from a segment that this page wrote
//! itself and that is still there, and never rewrites a segment above a fixed size.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use super::accept::segment_records;
use super::book::{Content, Held};
use super::read::decode;
use super::{BookStore, KeyValue, Record, Stamp, StoreKey, free_ballast};
use crate::id::WorkbookId;
use crate::journal::{Entry, Order, StoreFault, Unwritable};

/// So many single entries are worth a compaction.
const ENTRIES_WORTH: usize = 200;
/// So many small segments are.
const SEGMENTS_WORTH: usize = 8;
/// Segments above this many units are never rewritten.
const SEGMENT_UNITS_SMALL: usize = 8 * 1024;
/// The most units of values taken into one compaction, so that the request stays small.
const REQUEST_UNITS_MAX: usize = 1 << 20;
/// How many keys one step deletes.
const DELETIONS_PER_STEP: usize = 64;

/// Values that are worth compacting, for [`compact`] here or in the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compaction {
    /// The book.
    pub book: WorkbookId,
    /// The values.
    pub sources: Vec<Record>,
}

/// Turns values into segments; reads and writes no storage. Values that do not verify are left
/// out, so their keys are not deleted.
pub fn compact(compaction: &Compaction) -> Result<Vec<Record>, Unwritable> {
    let mut entries: BTreeMap<(Order, Stamp), Entry> = BTreeMap::new();
    for source in &compaction.sources {
        for entry in decode(&source.key, &source.value).into_iter().flatten() {
            entries.insert((entry.order(), Stamp::of(&entry)), entry);
        }
    }
    segment_records(compaction.book, &entries.values().collect::<Vec<_>>())
}

impl BookStore {
    /// What is worth compacting now; `None` when nothing is. `urgent` when storage is full: then
    /// a few small values are worth it too.
    pub fn compaction(
        &self,
        store: &impl KeyValue,
        urgent: bool,
    ) -> Result<Option<Compaction>, StoreFault> {
        let readable = |(_, held): &(&String, &Held)| {
            held.is_stored() && matches!(held.content, Content::Entries(_))
        };
        let (mut single, mut small) = (0, 0);
        let (mut keys, mut units) = (Vec::new(), 0);
        for (key, held) in self.held.iter().filter(readable) {
            match key.parse() {
                Ok(StoreKey::Entry(..)) => single += 1,
                Ok(StoreKey::Segment(..)) if held.units <= SEGMENT_UNITS_SMALL => small += 1,
                Ok(StoreKey::Segment(..) | StoreKey::Gone(_) | StoreKey::Ballast) | Err(_) => {
                    continue;
                }
            }
            units += held.units;
            if units <= REQUEST_UNITS_MAX {
                keys.push(key);
            }
        }
        let worth = single >= ENTRIES_WORTH || small >= SEGMENTS_WORTH;
        if self.gone || keys.len() < 2 || !(worth || urgent) {
            return Ok(None);
        }
        let mut sources = Vec::new();
        for key in keys {
            // Another tab may have compacted it meanwhile.
            if let Some(value) = store.get(key)? {
                sources.push(Record { key: key.clone(), value, holds: Vec::new() });
            }
        }
        Ok(Some(Compaction { book: self.book, sources }))
    }
}

/// The end of a compaction: segments are written and read back, then their sources deleted, one
/// short step after the other.
#[derive(Debug)]
pub struct Settling {
    to_write: VecDeque<Record>,
    sources: Vec<String>,
    to_delete: VecDeque<String>,
    /// Segments that this page wrote and read back, with what they hold.
    written: BTreeMap<String, BTreeSet<Stamp>>,
}

impl Settling {
    /// Takes over what [`compact`] made of a compaction's sources.
    #[must_use]
    pub fn new(compaction: &Compaction, segments: Vec<Record>) -> Self {
        let sources = compaction.sources.iter().map(|source| source.key.clone()).collect();
        Self {
            to_write: segments.into(),
            sources,
            to_delete: VecDeque::new(),
            written: BTreeMap::new(),
        }
    }

    /// One step: writes and verifies a segment, or deletes some sources. `false` when all is done.
    /// After a fault every entry is still in storage; the rest can be left or tried again.
    pub fn step(
        &mut self,
        book: &mut BookStore,
        store: &impl KeyValue,
    ) -> Result<bool, StoreFault> {
        if store.get(&StoreKey::Gone(book.book).to_string())?.is_some() {
            book.gone = true;
            return Ok(false);
        }
        if !self.to_delete.is_empty() {
            self.delete_some(book, store)?;
            return Ok(true);
        }
        let Some(segment) = self.to_write.pop_front() else { return Ok(false) };
        match self.write(book, store, &segment) {
            Ok(()) => self.plan_deletions(book),
            Err(fault) => {
                self.to_write.push_front(segment);
                return Err(fault);
            }
        }
        Ok(true)
    }

    /// Writes a segment and reads it back.
    fn write(
        &mut self,
        book: &mut BookStore,
        store: &impl KeyValue,
        segment: &Record,
    ) -> Result<(), StoreFault> {
        let units = segment.value.encode_utf16().count();
        if store.get(&segment.key)?.is_none() {
            write_or_free_ballast(store, segment)?;
        } else if units <= SEGMENT_UNITS_SMALL {
            // It was written by somebody else, who may delete it again: the same entries, divided
            // differently, make segments that are this page's own.
            self.to_write.extend(divided(book.book, segment)?);
            return Ok(());
        }
        // Larger ones are deleted by nobody, whoever wrote them.
        let stamps = verify(store, segment)?;
        let held = book.held.entry(segment.key.clone()).or_insert_with(|| Held::new(units));
        held.stored = true;
        held.content = Content::Entries(stamps.iter().copied().collect());
        self.written.insert(segment.key.clone(), stamps);
        Ok(())
    }

    /// Sources of which every entry stands in the segments written so far.
    fn plan_deletions(&mut self, book: &BookStore) {
        let held = |key: &String| book.held.get(key).map(Held::stamps).unwrap_or_default();
        let covered = |stamp: &Stamp| self.written.values().any(|stamps| stamps.contains(stamp));
        let (delete, keep) = std::mem::take(&mut self.sources).into_iter().partition(|key| {
            let stamps = held(key);
            !self.written.contains_key(key) && !stamps.is_empty() && stamps.iter().all(covered)
        });
        self.sources = keep;
        self.to_delete = Vec::into(delete);
    }

    fn delete_some(
        &mut self,
        book: &mut BookStore,
        store: &impl KeyValue,
    ) -> Result<(), StoreFault> {
        let keys: BTreeSet<String> = store.keys()?.into_iter().collect();
        if self.written.keys().any(|key| !keys.contains(key)) {
            // Another tab took a segment away: what it stands for here must stay.
            self.to_delete.clear();
            self.sources.clear();
            return Ok(());
        }
        for _ in 0..DELETIONS_PER_STEP {
            let Some(key) = self.to_delete.front() else { break };
            store.remove(key)?;
            if let Some(held) = book.held.get_mut(key) {
                held.stored = false;
            }
            self.to_delete.pop_front();
        }
        Ok(())
    }
}

fn write_or_free_ballast(store: &impl KeyValue, segment: &Record) -> Result<(), StoreFault> {
    match store.set(&segment.key, &segment.value) {
        Err(StoreFault::Full) => {
            free_ballast(store)?;
            store.set(&segment.key, &segment.value)
        }
        done => done,
    }
}

/// The entries of a segment as two segments; nothing when there is only one.
fn divided(book: WorkbookId, segment: &Record) -> Result<Vec<Record>, StoreFault> {
    let not_kept = || StoreFault::NotKept(segment.key.clone());
    let entries = decode(&segment.key, &segment.value).map_err(|_| not_kept())?;
    let entries: Vec<&Entry> = entries.iter().collect();
    let Some((last, before)) = entries.split_last().filter(|(_, before)| !before.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut records = segment_records(book, before).map_err(|_| not_kept())?;
    records.extend(segment_records(book, &[last]).map_err(|_| not_kept())?);
    Ok(records)
}

/// What a segment that was just written holds, read back from storage.
fn verify(store: &impl KeyValue, segment: &Record) -> Result<BTreeSet<Stamp>, StoreFault> {
    let not_kept = || StoreFault::NotKept(segment.key.clone());
    let back = store.get(&segment.key)?.ok_or_else(not_kept)?;
    let entries = decode(&segment.key, &back).map_err(|_| not_kept())?;
    Ok(entries.iter().map(Stamp::of).collect())
}
