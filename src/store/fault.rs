//! Storage that fails as told: at a chosen write, for good, by its quota, or by forgetting what a
//! killed browser had not yet put on disk. For tests of whatever stands on storage.
//! Never fails otherwise, and never half-writes a value: browsers do not either.

use std::cell::{Cell, RefCell};

use super::{KeyValue, MemoryStore, Room};
use crate::journal::StoreFault;

/// Memory that fails as told.
#[derive(Debug, Default)]
pub struct FaultStore {
    memory: MemoryStore,
    /// Writes done, removals included.
    writes: Cell<usize>,
    refuse_at: Cell<Option<usize>>,
    power_off_at: Cell<Option<usize>>,
    quota_units: Cell<Option<usize>>,
    /// For every write what stood there before.
    before: RefCell<Vec<(String, Option<String>)>>,
}

impl FaultStore {
    /// Refuses the write after so many from now, once.
    pub fn refuse_after(&self, writes: usize) {
        self.refuse_at.set(Some(self.writes.get() + writes));
    }

    /// Fails everything, reading included, after so many writes from now.
    pub fn power_off_after(&self, writes: usize) {
        self.power_off_at.set(Some(self.writes.get() + writes));
    }

    /// Ends every failure; what was written is there.
    pub fn power_on(&self) {
        self.refuse_at.set(None);
        self.power_off_at.set(None);
    }

    /// Refuses writes beyond so many UTF-16 units of keys and values; `None` for no limit.
    pub fn set_quota(&self, units: Option<usize>) {
        self.quota_units.set(units);
    }

    /// Forgets the last writes, as a browser does that is killed before they reach the disk.
    pub fn lose_last(&self, writes: usize) {
        let mut before = self.before.borrow_mut();
        for _ in 0..writes {
            let Some((key, value)) = before.pop() else { return };
            self.put_back(&key, value.as_deref());
        }
    }

    /// How many writes were done, removals included.
    #[must_use]
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    fn put_back(&self, key: &str, value: Option<&str>) {
        let done = match value {
            Some(value) => self.memory.set(key, value),
            None => self.memory.remove(key),
        };
        debug_assert!(done.is_ok(), "memory does not fail");
    }

    fn power(&self) -> Result<(), StoreFault> {
        match self.power_off_at.get() {
            Some(at) if self.writes.get() >= at => Err(StoreFault::Failed("power off".to_owned())),
            Some(_) | None => Ok(()),
        }
    }

    fn may_write(&self, key: &str) -> Result<(), StoreFault> {
        self.power()?;
        if self.refuse_at.get() == Some(self.writes.get()) {
            self.refuse_at.set(None);
            return Err(StoreFault::Failed("refused".to_owned()));
        }
        let old = self.memory.get(key)?;
        self.before.borrow_mut().push((key.to_owned(), old));
        self.writes.set(self.writes.get() + 1);
        Ok(())
    }
}

impl KeyValue for FaultStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.power()?;
        self.memory.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreFault> {
        self.power()?;
        if let Some(quota) = self.quota_units.get() {
            let mut room = Room::measure(&self.memory)?;
            if let Some(old) = self.memory.get(key)? {
                room.subtract(key, &old);
            }
            room.add(key, value);
            if room.units > quota {
                return Err(StoreFault::Full);
            }
        }
        self.may_write(key)?;
        self.memory.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.may_write(key)?;
        self.memory.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.power()?;
        self.memory.keys()
    }
}
