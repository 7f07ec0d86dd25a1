//! Entries to segments, as many entries in each as fit.
//! Never splits an entry, and never depends on anything but the entries and their order.

use std::collections::BTreeSet;

use serde::Serialize;

use super::int::write_ints;
use super::serialize::shred;
use super::shred::Shredder;
use super::stream::{Output, STREAM_BYTES_MAX};
use super::{Segment, UNITS_MAX, seal, units};
use crate::calendar::Instant;
use crate::format::json::entry_to_text;
use crate::id::EntryId;
use crate::journal::{Entry, Unwritable};
use crate::record::Fact;

/// The most values of a segment, so that reading one stays a short task.
const VALUES_MAX: usize = 1 << 16;
/// An entry with more values is held as its JSON text: a reader's limits must not refuse it.
const ENTRY_VALUES_MAX: usize = 1 << 19;
/// From so many values on an entry's digest is kept beside it: reckoning it again at every opening
/// would take longer than reading the entry.
const DIGEST_VALUES: usize = 64;
/// The most bytes of text of a segment with several entries, before they are deflated.
const TEXT_BYTES_MAX: usize = 1 << 22;
/// How many values are tried first.
const VALUES_FIRST: usize = 1 << 14;

/// The entries as segments, in order. Equal entries in equal order give equal segments.
pub fn pack(entries: &[&Entry]) -> Result<Vec<Segment>, Unwritable> {
    let mut segments = Vec::new();
    let mut rest = entries;
    let mut values_aim = VALUES_FIRST;
    while !rest.is_empty() {
        let (segment, aim) = fill(rest, values_aim)?;
        values_aim = aim;
        rest = rest.get(segment.entries..).unwrap_or_default();
        segments.push(segment);
    }
    Ok(segments)
}

/// One segment with as many of the first entries as fit, and how many values to aim at next.
fn fill(entries: &[&Entry], values_aim: usize) -> Result<(Segment, usize), Unwritable> {
    let mut aim = values_aim;
    let mut most = usize::MAX;
    let mut best: Option<(Segment, usize)> = None;
    // Two or three rounds settle it; what fits by then is taken.
    for _ in 0..6 {
        let tried = Tried::first_of(entries, aim, most)?;
        let units = units::units_of(tried.body.len() + super::FRAME_BYTES);
        let per_unit = tried.values / units.max(1) + 1;
        let next = (UNITS_MAX * 15 / 16 * tried.values / units.max(1)).clamp(1, VALUES_MAX);
        if units > UNITS_MAX && tried.entries > 1 {
            most = tried.entries - 1;
            aim = next.min(tried.values.saturating_sub(per_unit)).max(1);
            continue;
        }
        let full = units * 4 >= UNITS_MAX * 3 || tried.values * 8 >= VALUES_MAX * 7;
        let all = tried.entries == entries.len() || tried.entries >= most;
        best = Some((seal(&tried.body, tried.entries), next));
        if full || all || tried.text_full {
            break;
        }
        aim = next.max(tried.values + 1);
    }
    match best {
        Some(best) => Ok(best),
        // Entries of very different size: the first alone always goes.
        None => Tried::first_of(entries, 1, 1)
            .map(|tried| (seal(&tried.body, tried.entries), VALUES_FIRST)),
    }
}

/// The first entries of a list, written.
struct Tried {
    body: Vec<u8>,
    entries: usize,
    values: usize,
    /// No more were taken because of their text.
    text_full: bool,
}

/// The content of an entry that its digest covers.
#[derive(Serialize)]
struct Content<'a> {
    id: EntryId,
    clock: u64,
    recorded_at: &'a Instant,
    by: &'a str,
    facts: &'a [Fact],
}

impl Tried {
    /// At least one entry, at most `most`, until so many values are reached.
    fn first_of(entries: &[&Entry], values_aim: usize, most: usize) -> Result<Self, Unwritable> {
        let mut as_text = BTreeSet::new();
        loop {
            match Self::attempt(entries, values_aim, most, &as_text)? {
                Ok(tried) => return Ok(tried),
                Err(heavy) => as_text.insert(heavy),
            };
        }
    }

    /// The same; `Err` with the place of an entry that has to be taken in as its text.
    fn attempt(
        entries: &[&Entry],
        values_aim: usize,
        most: usize,
        as_text: &BTreeSet<usize>,
    ) -> Result<Result<Self, usize>, Unwritable> {
        let mut shredder = Shredder::new();
        let mut taken = 0;
        let mut fingerprint = 0_u128;
        let mut digests = Vec::new();
        let mut kept = Vec::new();
        let mut text_full = false;
        for entry in entries.iter().take(most) {
            if taken > 0 && (shredder.values >= values_aim || text_full) {
                break;
            }
            let before = shredder.values;
            add(&mut shredder, entry, as_text.contains(&taken))?;
            if shredder.values - before > ENTRY_VALUES_MAX {
                return Ok(Err(taken));
            }
            text_full = shredder.text_bytes >= TEXT_BYTES_MAX;
            fingerprint = fingerprint.wrapping_add(entry.digest.0);
            let keep = shredder.values - before >= DIGEST_VALUES;
            kept.push(i64::from(keep));
            if keep {
                digests.extend(entry.digest.0.to_le_bytes());
            }
            taken += 1;
        }
        let values = shredder.values;
        let mut out = Output::default();
        out.number(taken as u64);
        out.bytes.extend(fingerprint.to_le_bytes());
        write_ints(&mut out, kept);
        out.bytes.extend(digests);
        shredder.write(&mut out);
        Ok(Ok(Self { body: out.bytes, entries: taken, values, text_full }))
    }
}

/// Takes an entry in, as its content or as its text.
fn add(shredder: &mut Shredder, entry: &Entry, as_text: bool) -> Result<(), Unwritable> {
    let content = Content {
        id: entry.id,
        clock: entry.clock,
        recorded_at: &entry.recorded_at,
        by: &entry.by,
        facts: &entry.facts,
    };
    let plain = entry.verbatim.is_none() && i64::try_from(entry.clock).is_ok();
    if plain && !as_text {
        return shred(shredder, &content).map_err(|_| Unwritable(entry.id));
    }
    let text = entry_to_text(entry)?;
    if text.len() > STREAM_BYTES_MAX {
        return Err(Unwritable(entry.id));
    }
    shred(shredder, &text).map_err(|_| Unwritable(entry.id))
}
