//! The browser's local storage as the library's `store` wants it.
//! Never panics where the browser grants none: every call then says so.

use huikuan::journal::StoreFault;
use huikuan::store::KeyValue;

use crate::page::browser::local_storage::{LocalStorage, StorageFault};

/// Local storage, or why there is none.
pub(crate) struct Local(Result<LocalStorage, StoreFault>);

impl Local {
    /// Asks the browser.
    pub(crate) fn probe() -> Self {
        Self(LocalStorage::probe().map_err(fault_of))
    }

    fn granted(&self) -> Result<&LocalStorage, StoreFault> {
        self.0.as_ref().map_err(StoreFault::clone)
    }
}

impl KeyValue for Local {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.granted()?.get(key).map_err(fault_of)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        self.granted()?.set(key, value).map_err(fault_of)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.granted()?.remove(key).map_err(fault_of)
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.granted()?.keys().map_err(fault_of)
    }
}

fn fault_of(fault: StorageFault) -> StoreFault {
    match fault {
        StorageFault::Blocked(words) => StoreFault::Blocked(words),
        StorageFault::Full => StoreFault::Full,
        StorageFault::Failed(words) => StoreFault::Failed(words),
    }
}
