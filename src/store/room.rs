//! How much room storage has, and the ballast that keeps some for compaction (DESIGN 4, BROWSERS).
//! Never guesses from the number of keys: every key and value is counted.

use super::{KeyValue, StoreKey};
use crate::journal::StoreFault;

/// The room that every browser grants: 5,242,880 bytes of which a text with one character beyond
/// Latin-1 takes two a unit.
pub const PORTABLE_UNITS_MAX: usize = 5_242_880 / 2;
/// The size of the ballast in UTF-16 units: two full segments.
pub const BALLAST_UNITS: usize = 64 * 1024;
/// Beyond Latin-1, so that it takes as much room as what will stand in its place.
const BALLAST_CHARACTER: &str = "\u{3000}";

/// Room in use, keys and values of the whole origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// UTF-16 units, as two of three engines count.
    pub units: usize,
    /// Half the bytes of the engine that counts bytes; never more than `units`.
    pub portable_units: usize,
}

/// How scarce room is, against [`PORTABLE_UNITS_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoomLevel {
    /// Below 70 %.
    Ample,
    /// From 70 %: time to export and archive.
    Scarce,
    /// From 90 %.
    NearlyFull,
}

impl Room {
    /// Counts everything that is stored.
    pub fn measure(store: &impl KeyValue) -> Result<Self, StoreFault> {
        let mut room = Self::default();
        for key in store.keys()? {
            if let Some(value) = store.get(&key)? {
                room.add(&key, &value);
            }
        }
        Ok(room)
    }

    /// Counts a key and its value in.
    pub fn add(&mut self, key: &str, value: &str) {
        for text in [key, value] {
            let (units, portable_units) = weigh(text);
            self.units += units;
            self.portable_units += portable_units;
        }
    }

    /// Counts a key and its value out.
    pub fn subtract(&mut self, key: &str, value: &str) {
        for text in [key, value] {
            let (units, portable_units) = weigh(text);
            self.units = self.units.saturating_sub(units);
            self.portable_units = self.portable_units.saturating_sub(portable_units);
        }
    }

    /// How scarce room is.
    #[must_use]
    pub const fn level(&self) -> RoomLevel {
        let percent = self.portable_units * 100 / PORTABLE_UNITS_MAX;
        match percent {
            0..70 => RoomLevel::Ample,
            70..90 => RoomLevel::Scarce,
            _ => RoomLevel::NearlyFull,
        }
    }
}

/// UTF-16 units of a text, and half its bytes where Latin-1 texts take one byte a unit.
fn weigh(text: &str) -> (usize, usize) {
    if text.is_ascii() {
        return (text.len(), text.len().div_ceil(2));
    }
    let units = text.encode_utf16().count();
    let latin = text.chars().all(|c| c <= '\u{ff}');
    (units, if latin { units.div_ceil(2) } else { units })
}

/// Sets the ballast when it is not there. `false` when there is no room for it.
pub fn ensure_ballast(store: &impl KeyValue) -> Result<bool, StoreFault> {
    let key = StoreKey::Ballast.to_string();
    if store.get(&key)?.is_some() {
        return Ok(true);
    }
    match store.set(&key, &BALLAST_CHARACTER.repeat(BALLAST_UNITS)) {
        Ok(()) => Ok(true),
        Err(StoreFault::Full) => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// Frees the ballast, when a full store must be compacted.
pub fn free_ballast(store: &impl KeyValue) -> Result<(), StoreFault> {
    store.remove(&StoreKey::Ballast.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MemoryStore;

    #[test]
    fn chinese_counts_double_where_bytes_are_counted() {
        let store = MemoryStore::default();
        store.set("k1", "abcd").unwrap();
        store.set("k2", "回款ab").unwrap();
        store.set("k3", "é\u{20000}").unwrap();
        let room = Room::measure(&store).unwrap();
        assert_eq!(room.units, 2 + 4 + 2 + 4 + 2 + 3);
        assert_eq!(room.portable_units, 1 + 2 + 1 + 4 + 1 + 3);
    }

    #[test]
    fn warnings_begin_at_seventy_and_ninety_percent() {
        let level = |portable_units| Room { units: 0, portable_units }.level();
        assert_eq!(level(PORTABLE_UNITS_MAX * 7 / 10 - 1), RoomLevel::Ample);
        assert_eq!(level(PORTABLE_UNITS_MAX * 7 / 10 + 1), RoomLevel::Scarce);
        assert_eq!(level(PORTABLE_UNITS_MAX * 9 / 10 + 1), RoomLevel::NearlyFull);
    }
}
