//! Many entries as one text for browser storage: columns, deflated, 15 bits a UTF-16 unit
//! (DESIGN 4). A segment stands alone, and a flipped or missing unit is found.
//! Never knows a kind of fact: entries are taken apart by their serialised form, so that a new
//! field needs no change here, and what is unknown comes back as it was read.

mod column;
mod deserialize;
mod gather;
mod int;
mod pack;
mod pattern;
mod print;
mod serialize;
mod shred;
mod stream;
mod text;
mod tree;
mod units;
mod unpack;

#[cfg(test)]
mod tests;

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use crate::journal::{DamageKind, Digest};

pub use pack::pack;
pub use unpack::unpack;

/// The most UTF-16 units of a segment, unless a single entry takes more.
pub const UNITS_MAX: usize = 32 * 1024;

/// Many entries as one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The digest of its content: the name under which it is stored.
    pub name: Digest,
    /// The text.
    pub text: String,
    /// How many entries it holds.
    pub entries: usize,
}

/// The form of segments; a reader refuses larger ones with [`DamageKind::NewerForm`].
const FORM: u8 = 1;
const CHECKSUM_BYTES: usize = 8;
const LENGTH_BYTES: usize = 4;
/// What [`seal`] adds to a body.
const FRAME_BYTES: usize = 1 + LENGTH_BYTES + CHECKSUM_BYTES;

/// A body with its form, checksum and length, as a segment.
fn seal(body: &[u8], entries: usize) -> Segment {
    seal_as(FORM, body, entries)
}

fn seal_as(form: u8, body: &[u8], entries: usize) -> Segment {
    let mut bytes = vec![form];
    bytes.extend(u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend_from_slice(body);
    let checksum = xxh3_64(&bytes);
    bytes.extend(checksum.to_le_bytes());
    Segment { name: Digest(xxh3_128(&bytes)), text: units::to_units(&bytes), entries }
}

/// The body of a segment, when nothing of it was changed.
fn open(text: &str) -> Result<Vec<u8>, DamageKind> {
    let bytes = units::from_units(text).ok_or(DamageKind::Unpackable)?;
    let parts = || {
        let length: [u8; LENGTH_BYTES] = bytes.get(1..=LENGTH_BYTES)?.try_into().ok()?;
        let end = 1 + LENGTH_BYTES + usize::try_from(u32::from_le_bytes(length)).ok()?;
        let stated: [u8; CHECKSUM_BYTES] =
            bytes.get(end..end.checked_add(CHECKSUM_BYTES)?)?.try_into().ok()?;
        let rest = bytes.get(end + CHECKSUM_BYTES..)?;
        let same = xxh3_64(bytes.get(..end)?) == u64::from_le_bytes(stated);
        // The last unit may carry a zero byte more; another unit does not belong here.
        let units = units::units_of(end + CHECKSUM_BYTES);
        let is_whole = text.chars().count() == units && matches!(rest, [] | [0]);
        (same && is_whole).then_some((*bytes.first()?, end))
    };
    let (form, end) = parts().ok_or(DamageKind::Unpackable)?;
    if form > FORM {
        return Err(DamageKind::NewerForm);
    }
    bytes.get(1 + LENGTH_BYTES..end).map(<[u8]>::to_vec).ok_or(DamageKind::Unpackable)
}
