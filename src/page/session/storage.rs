//! Keeping the open workbook in the browser: each entry under a key of its own, written once.
//! Never rewrites or deletes what was accepted, and never loses sight of what could not be kept.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use huikuan::format::json::{entry_from_text, entry_to_text};
use huikuan::id::{EntryId, WorkbookId};
use huikuan::journal::{Damage, DamagePlace, Entry, StoreFault};
use leptos::prelude::*;

use super::saved::Saved;
use crate::page::browser::local_storage::{LocalStorage, StorageFault};

/// What every key of ours starts with.
pub(super) const ROOT: &str = "huikuan/";

/// The browser's storage as the session uses it; copies share it.
#[derive(Clone)]
pub(super) struct Storage(Rc<Kept>);

struct Kept {
    local: Result<LocalStorage, StoreFault>,
    book: Cell<Option<WorkbookId>>,
    /// Keys whose values this page holds.
    held: RefCell<BTreeSet<String>>,
    /// What local storage refused, and why it did last.
    refused: RefCell<BTreeMap<String, String>>,
    fault: RefCell<Option<StoreFault>>,
    saved: RwSignal<Saved>,
}

impl Storage {
    /// Asks the browser for its storage. Without it, books live as long as the page, and say so.
    pub(super) fn new(saved: RwSignal<Saved>) -> Self {
        Self(Rc::new(Kept {
            local: LocalStorage::probe().map_err(fault_of),
            book: Cell::new(None),
            held: RefCell::default(),
            refused: RefCell::default(),
            fault: RefCell::default(),
            saved,
        }))
    }

    /// The ids of all books that have a key here.
    pub(super) fn books(&self) -> BTreeSet<WorkbookId> {
        let keys = self.keys().unwrap_or_default();
        keys.iter().filter_map(|key| book_of(key)).collect()
    }

    /// Begins to keep a book: what was held of another is let go.
    pub(super) fn begin(&self, book: WorkbookId) {
        self.0.book.set(Some(book));
        self.0.held.take();
        self.0.refused.take();
        self.0.fault.take();
        self.0.saved.set(Saved::Saving);
    }

    /// The book that is kept at present.
    pub(super) fn book(&self) -> Option<WorkbookId> {
        self.0.book.get()
    }

    /// Stops keeping any book.
    pub(super) fn end(&self) {
        self.0.book.set(None);
        self.0.saved.set(Saved::Nothing);
    }

    /// Keys of the present book with values that this page does not hold yet.
    pub(super) fn unread_keys(&self) -> Result<Vec<String>, StoreFault> {
        let Some(book) = self.book() else { return Ok(Vec::new()) };
        let prefix = prefix_of(book);
        let held = self.0.held.borrow();
        let keys = self.keys()?;
        Ok(keys.into_iter().filter(|key| key.starts_with(&prefix) && !held.contains(key)).collect())
    }

    /// Reads one key of the present book. `None` when it is gone by now or holds no entry's kind
    /// of key; a value that does not verify comes back as damage.
    pub(super) fn read(&self, key: &str) -> Option<Result<Entry, Damage>> {
        let value = self.0.local.as_ref().ok()?.get(key).ok()??;
        self.understand(key, &value)
    }

    /// Takes in a value that is in storage under a key of the present book.
    pub(super) fn understand(&self, key: &str, value: &str) -> Option<Result<Entry, Damage>> {
        let prefix = prefix_of(self.book()?);
        let id: EntryId = key.strip_prefix(&prefix)?.strip_prefix(ENTRY)?.parse().ok()?;
        self.0.held.borrow_mut().insert(key.to_owned());
        let damage = |kind| Damage {
            place: DamagePlace::Stored(key.into()),
            kind,
            entry: Some(id),
            text: value.into(),
        };
        Some(entry_from_text(value).map_err(|unread| damage(unread.kind)))
    }

    /// Writes accepted entries, in their order.
    pub(super) fn accept(&self, entries: &[Entry]) {
        let Some(book) = self.book() else { return };
        for entry in entries {
            let key = format!("{}{ENTRY}{}", prefix_of(book), entry.id);
            // Neither sealing nor reading yields an entry that cannot be written.
            let Ok(text) = entry_to_text(entry) else { continue };
            self.0.refused.borrow_mut().insert(key, text);
        }
        self.write();
    }

    /// Writes what has not been written yet: the new, and what was refused before.
    fn write(&self) {
        let mut fault = None;
        self.0.refused.borrow_mut().retain(|key, text| {
            let written = match &self.0.local {
                Ok(local) => local.set(key, text).map_err(fault_of),
                Err(fault) => Err(fault.clone()),
            };
            match written {
                Ok(()) => {
                    self.0.held.borrow_mut().insert(key.clone());
                    false
                }
                Err(refused) => {
                    fault = Some(refused);
                    true
                }
            }
        });
        self.0.fault.replace(fault);
        self.tell();
    }

    /// Says on screen how things stand.
    pub(super) fn tell(&self) {
        let state = match (&*self.0.fault.borrow(), &self.0.local) {
            (Some(fault), _) | (None, Err(fault)) => Saved::Nowhere(fault.clone()),
            (None, Ok(_)) => Saved::OnlyLocal(String::new()),
        };
        if self.book().is_some() && self.0.saved.get_untracked() != state {
            self.0.saved.set(state);
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        match &self.0.local {
            Ok(local) => local.keys().map_err(fault_of),
            Err(fault) => Err(fault.clone()),
        }
    }
}

const ENTRY: &str = "entry/";

fn prefix_of(book: WorkbookId) -> String {
    format!("{ROOT}{book}/")
}

/// The book that a key belongs to; `None` for keys of the page itself and of other sites.
pub(super) fn book_of(key: &str) -> Option<WorkbookId> {
    let (book, rest) = key.strip_prefix(ROOT)?.split_once('/')?;
    book.parse().ok().filter(|_| rest.starts_with(ENTRY))
}

pub(super) fn fault_of(fault: StorageFault) -> StoreFault {
    match fault {
        StorageFault::Blocked(words) => StoreFault::Blocked(words),
        StorageFault::Full => StoreFault::Full,
        StorageFault::Failed(words) => StoreFault::Failed(words),
    }
}
