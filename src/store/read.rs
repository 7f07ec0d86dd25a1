//! Reading a book from storage and shadow, in steps short enough for a page (DESIGN 4, 5).
//! Never fails for one value: what does not verify is listed, and the rest opens.

use super::book::{Content, Held, Waiting};
use super::{BookStore, KeyValue, Record, Stamp, StoreKey, book_prefix};
use crate::format::json::entry_from_text;
use crate::format::segment::unpack;
use crate::id::EntryId;
use crate::journal::{Damage, DamageKind, DamagePlace, Entry, StoreFault};

/// How many single entries one step reads at most, and how much text.
const ENTRIES_PER_STEP: usize = 256;
const BYTES_PER_STEP: usize = 1 << 17;

impl BookStore {
    /// Lists the keys of the book and gives how many values are new and wait to be read.
    pub fn look(&mut self, store: &impl KeyValue) -> Result<usize, StoreFault> {
        let prefix = book_prefix(self.book);
        let mut keys = store.keys()?;
        keys.retain(|key| key.starts_with(&prefix));
        self.gone = keys.iter().any(|key| *key == StoreKey::Gone(self.book).to_string());
        for held in self.held.values_mut() {
            held.stored = false;
        }
        let before = self.waiting.len();
        for key in keys {
            self.note_stored(key);
        }
        Ok(self.waiting.len() - before)
    }

    /// A storage event: another tab wrote, removed or (without a key) cleared. True when values
    /// wait to be read.
    pub fn hear(&mut self, key: Option<&str>, present: bool) -> bool {
        match key {
            Some(key) if present => {
                self.gone |= key == StoreKey::Gone(self.book).to_string();
                if key.starts_with(&book_prefix(self.book)) {
                    self.note_stored(key.to_owned());
                }
            }
            Some(key) => {
                self.gone &= key != StoreKey::Gone(self.book).to_string();
                if let Some(held) = self.held.get_mut(key) {
                    held.stored = false;
                }
            }
            None => self.held.values_mut().for_each(|held| held.stored = false),
        }
        !self.waiting.is_empty()
    }

    fn note_stored(&mut self, key: String) {
        if !is_value(&key) {
            return;
        }
        match self.held.get_mut(&key) {
            // Written once: what was read under the key is still what stands there.
            Some(held) => held.stored = true,
            None => {
                self.held.insert(key.clone(), Held { stored: true, ..Held::new(0) });
                self.waiting.push_back(Waiting { key, from_shadow: None });
            }
        }
    }

    /// Takes over the keys that the shadow holds of this book, and gives those whose values are
    /// needed: storage lacks them, or has something damaged there.
    pub fn take_shadow_keys(&mut self, keys: Vec<String>) -> Vec<String> {
        let mut needed = Vec::new();
        for key in keys.into_iter().filter(|key| is_value(key)) {
            match self.held.get_mut(&key) {
                Some(held) if matches!(held.content, Content::Entries(_)) => held.shadowed = true,
                Some(_) | None => needed.push(key),
            }
        }
        needed
    }

    /// Takes over the records that the shadow holds of this book.
    pub fn take_shadow(&mut self, records: Vec<Record>) {
        let prefix = book_prefix(self.book);
        for Record { key, value, .. } in records {
            if !key.starts_with(&prefix) || !is_value(&key) {
                continue;
            }
            let held = self.held.entry(key.clone()).or_insert_with(|| Held::new(0));
            held.shadowed = true;
            match (&held.content, held.stored) {
                (Content::Unread, true) => {
                    self.spare.insert(key, value);
                }
                (Content::Unread, false) | (Content::Damaged, _) => {
                    self.waiting.push_back(Waiting { key, from_shadow: Some(value) });
                }
                (Content::Entries(_), _) => {}
            }
        }
    }

    /// Reads the next value, or some small ones; `None` when nothing waits.
    pub fn step(&mut self, store: &impl KeyValue) -> Result<Option<Vec<Entry>>, StoreFault> {
        if self.waiting.is_empty() {
            return Ok(None);
        }
        let mut entries = Vec::new();
        let mut bytes = 0;
        while let Some(Waiting { key, from_shadow }) = self.waiting.pop_front() {
            let shadow = from_shadow.is_some();
            let value = match from_shadow {
                Some(value) => Some(value),
                None => match store.get(&key) {
                    Ok(value) => value,
                    Err(fault) => {
                        self.waiting.push_front(Waiting { key, from_shadow: None });
                        return Err(fault);
                    }
                },
            };
            match value {
                Some(value) => {
                    bytes += value.len();
                    self.read(&key, value, shadow, &mut entries);
                }
                None => self.note_absent(&key),
            }
            let segment = matches!(key.parse(), Ok(StoreKey::Segment(..)));
            if segment || entries.len() >= ENTRIES_PER_STEP || bytes >= BYTES_PER_STEP {
                break;
            }
        }
        Ok(Some(entries))
    }

    /// Everything at once, for the command line and for tests: what storage holds.
    pub fn read_all(&mut self, store: &impl KeyValue) -> Result<Vec<Entry>, StoreFault> {
        let mut entries = Vec::new();
        loop {
            while let Some(read) = self.step(store)? {
                entries.extend(read);
            }
            if self.look(store)? == 0 {
                return Ok(entries);
            }
        }
    }

    /// A key that was listed is not there: another tab compacted it, and the next look finds the
    /// segment. When the shadow has the value, it is read from there.
    fn note_absent(&mut self, key: &str) {
        let spare = self.spare.remove(key);
        if let Some(held) = self.held.get_mut(key) {
            held.stored = false;
            if spare.is_none() {
                self.held.remove(key);
            }
        }
        if spare.is_some() {
            self.waiting.push_back(Waiting { key: key.to_owned(), from_shadow: spare });
        }
    }

    /// Reads one value.
    fn read(&mut self, key: &str, value: String, shadow: bool, entries: &mut Vec<Entry>) {
        let units = value.encode_utf16().count();
        let Some(held) = self.held.get_mut(key) else { return };
        held.units = units;
        match decode(key, &value) {
            Ok(read) => {
                held.content = Content::Entries(read.iter().map(Stamp::of).collect());
                let spare = self.spare.remove(key);
                if shadow {
                    // Kept until it is sure that storage holds the same entries.
                    self.spare.insert(key.to_owned(), value);
                } else {
                    drop(spare);
                }
                entries.extend(read);
            }
            Err(kind) => {
                held.content = Content::Damaged;
                held.spoiled |= !shadow;
                let place = if shadow {
                    DamagePlace::Shadowed(key.into())
                } else {
                    DamagePlace::Stored(key.into())
                };
                let damage = Damage { place, kind, entry: named(key), text: value.into() };
                if !self.damages.contains(&damage) {
                    self.damages.push(damage);
                }
                if let Some(value) = self.spare.remove(key) {
                    let key = key.to_owned();
                    self.waiting.push_front(Waiting { key, from_shadow: Some(value) });
                }
            }
        }
    }

    /// To be called when everything is read: what only the shadow holds is to be stored again, as
    /// after a browser was killed before its storage reached the disk. Gives how many entries.
    pub fn settle(&mut self) -> usize {
        let stored = self.stored_stamps();
        for (key, value) in std::mem::take(&mut self.spare) {
            let Some(held) = self.held.get(&key) else { continue };
            let holds = held.stamps();
            let known = self.unsaved.iter().any(|record| record.key == key);
            if !known && !self.gone && !holds.iter().all(|stamp| stored.contains(stamp)) {
                self.unsaved.push_back(Record { key, value, holds: holds.to_vec() });
            }
        }
        self.unsaved()
    }
}

/// True for a key whose value holds entries.
fn is_value(key: &str) -> bool {
    matches!(key.parse(), Ok(StoreKey::Entry(..) | StoreKey::Segment(..)))
}

/// The entry that a key names.
fn named(key: &str) -> Option<EntryId> {
    match key.parse() {
        Ok(StoreKey::Entry(_, entry)) => Some(entry),
        Ok(StoreKey::Segment(..) | StoreKey::Gone(_) | StoreKey::Ballast) | Err(_) => None,
    }
}

/// The entries that a value holds.
pub(super) fn decode(key: &str, value: &str) -> Result<Vec<Entry>, DamageKind> {
    match key.parse() {
        Ok(StoreKey::Segment(..)) => unpack(value),
        Ok(StoreKey::Entry(..)) => {
            entry_from_text(value).map(|entry| vec![entry]).map_err(|_| DamageKind::Unpackable)
        }
        Ok(StoreKey::Gone(_) | StoreKey::Ballast) | Err(_) => Err(DamageKind::Unpackable),
    }
}
