//! Storage in memory, for tests, the command line and pages that are granted none.
//! Never on a disk: it ends with its owner.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::KeyValue;
use crate::journal::StoreFault;

/// Storage without limits that never fails.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(RefCell<BTreeMap<String, String>>);

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        self.0.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        Ok(self.0.borrow().keys().cloned().collect())
    }
}
