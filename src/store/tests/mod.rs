//! Storage as a whole: crashes, refusals, damage, several tabs, the shadow, room.
//! Never sleeps and never touches a browser.

mod crash;
mod damage;
mod full;
mod shadow;
mod tabs;

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::format::sample;
use crate::id::{Letters, ReplicaId, WorkbookId};
use crate::journal::Journal;
use crate::record::{Fact, Imported, MissingItem, Retract, Rows};

fn book() -> WorkbookId {
    Letters::from_bits(0x1234)
}

fn replica(tab: u64) -> ReplicaId {
    Letters::from_bits(tab)
}

/// A small entry of that tab.
fn small(tab: u64, seq: u32) -> Entry {
    let retract = Retract { target: "k3f9q2ma-1".parse().unwrap(), reason: format!("错 {seq}") };
    sample::entry(tab, seq, u64::from(seq), vec![Fact::Retract(retract)])
}

/// The entries of an import: chunks of rows, and the entry that closes it.
fn import(tab: u64, first: u32, chunks: u32) -> Vec<Entry> {
    import_of(tab, first, chunks, 5)
}

fn import_of(tab: u64, first: u32, chunks: u32, rows: u32) -> Vec<Entry> {
    let Fact::Rows(like) = &sample::every_fact()[12] else { panic!() };
    let chunk = |seq: u32| {
        let rows = (0..rows).map(|row| {
            let mut document = like.documents[0].clone();
            document.number = format!("INV-{}", seq * 1_000 + row);
            document
        });
        let rows = Rows { documents: rows.collect(), ..Rows::default() };
        sample::entry(tab, seq, u64::from(seq), vec![Fact::Rows(Box::new(rows))])
    };
    let mut entries: Vec<Entry> = (first..first + chunks).map(chunk).collect();
    let imported = Imported {
        source: "应收.csv".into(),
        day: "2026-03-31".parse().unwrap(),
        rows: rows * chunks,
        chunks: entries.iter().map(|entry| entry.id).collect(),
        follows: Vec::new(),
        missing: MissingItem::Nothing,
    };
    let closing = first + chunks;
    let facts = vec![Fact::Imported(Box::new(imported))];
    entries.push(sample::entry(tab, closing, u64::from(closing), facts));
    entries
}

/// A page start: what it knows of storage, and the journal that it read.
struct Tab {
    store: BookStore,
    journal: Journal,
}

impl Tab {
    fn new(tab: u64) -> Self {
        Self { store: BookStore::new(book(), replica(tab)), journal: Journal::default() }
    }

    /// Opens the book from storage alone.
    fn open(tab: u64, storage: &impl KeyValue) -> Self {
        let mut opened = Self::new(tab);
        opened.read(storage).unwrap();
        opened
    }

    fn read(&mut self, storage: &impl KeyValue) -> Result<(), StoreFault> {
        for entry in self.store.read_all(storage)? {
            self.journal.add(entry);
        }
        Ok(())
    }

    fn stamps(&self) -> BTreeSet<Stamp> {
        self.journal.all_in_order().into_iter().map(Stamp::of).collect()
    }

    /// Compacts from beginning to end.
    fn compact(&mut self, storage: &impl KeyValue) -> Result<(), StoreFault> {
        let Some(compaction) = self.store.compaction(storage, true)? else { return Ok(()) };
        let segments = compact(&compaction).unwrap();
        let mut settling = Settling::new(&compaction, segments);
        while settling.step(&mut self.store, storage)? {}
        Ok(())
    }
}

fn stamps<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> BTreeSet<Stamp> {
    entries.into_iter().map(Stamp::of).collect()
}

/// The shadow of a page that is alive: what is in it is on disk.
#[derive(Default)]
struct Shadow(BTreeMap<String, String>);

impl Shadow {
    fn put(&mut self, tab: &mut Tab, storage: &impl KeyValue) {
        loop {
            let records = tab.store.to_shadow(storage, 1_000).unwrap();
            if records.is_empty() {
                return;
            }
            tab.store.shadowed(records.iter().map(|record| record.key.as_str()));
            self.0.extend(records.into_iter().map(|record| (record.key, record.value)));
        }
    }

    /// Opens the book from storage and shadow, as a page does.
    fn open(&self, tab: u64, storage: &impl KeyValue) -> Tab {
        let mut opened = Tab::open(tab, storage);
        let needed = opened.store.take_shadow_keys(self.0.keys().cloned().collect());
        let record = |key: String| {
            let value = self.0[&key].clone();
            Record { key, value, holds: Vec::new() }
        };
        opened.store.take_shadow(needed.into_iter().map(record).collect());
        opened.read(storage).unwrap();
        opened.store.settle();
        opened
    }
}
