//! The browser's local storage as the library's `store` wants it, and the page's memory for what
//! the browser refuses.
//! Never panics where the browser grants none, and never calls saved what only memory holds.

use std::cell::RefCell;

use huikuan::id::WorkbookId;
use huikuan::journal::StoreFault;
use huikuan::store::{KeyValue, MemoryStore, Record, book_prefix};

use crate::page::browser::local_storage::{LocalStorage, StorageFault};

/// Local storage, or why there is none.
pub(crate) struct Local {
    granted: Result<LocalStorage, StoreFault>,
    /// What the browser does not take, for as long as the page lives.
    memory: MemoryStore,
    /// The keys in memory that wait for room, in the order in which they must be written.
    waiting: RefCell<Vec<String>>,
}

impl Local {
    /// Asks the browser.
    pub(crate) fn probe() -> Self {
        Self {
            granted: LocalStorage::probe().map_err(fault_of),
            memory: MemoryStore::default(),
            waiting: RefCell::default(),
        }
    }

    /// Why something of the book is only in memory; `None` when nothing is.
    pub(crate) fn only_in_memory(&self, book: WorkbookId) -> Option<StoreFault> {
        let prefix = book_prefix(book);
        match &self.granted {
            Err(fault) => Some(fault.clone()),
            Ok(_) if self.waiting.borrow().iter().any(|key| key.starts_with(&prefix)) => {
                Some(StoreFault::Full)
            }
            Ok(_) => None,
        }
    }

    /// Whether memory holds anything that would go with the page.
    pub(crate) fn holds_unsaved(&self) -> bool {
        let is_ours = |key: &String| key.parse::<huikuan::store::StoreKey>().is_ok();
        !self.waiting.borrow().is_empty()
            || (self.granted.is_err()
                && self.memory.keys().is_ok_and(|keys| keys.iter().any(is_ours)))
    }

    /// Keeps in memory what was accepted into a book that is left and that storage refused.
    pub(crate) fn keep(&self, record: &Record) {
        // Memory refuses nothing.
        drop(self.memory.set(&record.key, &record.value));
        self.waiting.borrow_mut().push(record.key.clone());
    }

    /// Writes what waits in memory, in its order; stops at the first fault.
    pub(crate) fn flush(&self) -> Result<(), StoreFault> {
        let Ok(granted) = &self.granted else { return Ok(()) };
        loop {
            let Some(key) = self.waiting.borrow().first().cloned() else { return Ok(()) };
            if let Some(value) = self.memory.get(&key)?
                && granted.get(&key).map_err(fault_of)?.is_none()
            {
                granted.set(&key, &value).map_err(fault_of)?;
            }
            self.forget(&key)?;
        }
    }

    fn forget(&self, key: &str) -> Result<(), StoreFault> {
        self.waiting.borrow_mut().retain(|waiting| waiting != key);
        self.memory.remove(key)
    }
}

impl KeyValue for Local {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        if let Ok(granted) = &self.granted
            && let Some(value) = granted.get(key).map_err(fault_of)?
        {
            return Ok(Some(value));
        }
        self.memory.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        match &self.granted {
            Ok(granted) => granted.set(key, value).map_err(fault_of),
            Err(_) => self.memory.set(key, value),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.forget(key)?;
        match &self.granted {
            Ok(granted) => granted.remove(key).map_err(fault_of),
            Err(_) => Ok(()),
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        let mut keys = self.memory.keys()?;
        if let Ok(granted) = &self.granted {
            keys.extend(granted.keys().map_err(fault_of)?);
        }
        Ok(keys)
    }
}

fn fault_of(fault: StorageFault) -> StoreFault {
    match fault {
        StorageFault::Blocked(words) => StoreFault::Blocked(words),
        StorageFault::Full => StoreFault::Full,
        StorageFault::Failed(words) => StoreFault::Failed(words),
    }
}
