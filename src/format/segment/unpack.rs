//! Segments to entries, each held against its digest through the segment's fingerprint.
//! Never yields an entry that lost a field: what this version does not know is read as text.

use serde::Deserialize;

use super::deserialize::At;
use super::gather::Gatherer;
use super::int::read_ints;
use super::open;
use super::print::print;
use super::stream::Input;
use super::tree::{Shape, Tree};
use crate::calendar::Instant;
use crate::format::json::entry_from_text;
use crate::id::EntryId;
use crate::journal::{DamageKind, Digest, Entry};
use crate::record::Fact;

const DIGEST_BYTES: usize = 16;

/// The entries of a segment, in the order in which they were packed.
pub fn unpack(text: &str) -> Result<Vec<Entry>, DamageKind> {
    let body = open(text)?;
    read(&body).ok_or(DamageKind::Unpackable)
}

fn read(body: &[u8]) -> Option<Vec<Entry>> {
    let mut input = Input::new(body);
    let count = input.count()?;
    let fingerprint = u128::from_le_bytes(input.take(DIGEST_BYTES)?.try_into().ok()?);
    let digests = read_digests(&mut input, count)?;
    let tree = Tree::read(&mut input)?;
    let mut gatherer = Gatherer::read(&tree, input, count)?;
    let matches = |entries: &[Entry]| {
        entries.iter().fold(0_u128, |sum, entry| sum.wrapping_add(entry.digest.0)) == fingerprint
    };
    let known = read_all(&mut gatherer, &tree, &digests, known_entry);
    if let Some(entries) = known.filter(|entries| matches(entries) && !gatherer.ignored) {
        return Some(entries);
    }
    // Some entry holds what this version does not know.
    gatherer.rewind();
    read_all(&mut gatherer, &tree, &digests, raw_entry).filter(|entries| matches(entries))
}

/// For every entry the digest that is kept beside it, if one is.
fn read_digests(input: &mut Input<'_>, count: usize) -> Option<Vec<Option<Digest>>> {
    let kept = read_ints(input, count)?;
    (0..count)
        .map(|row| match input.ints.get(kept)?.get(row)? {
            0 => Some(None),
            _ => {
                let bytes = input.take(DIGEST_BYTES)?.try_into().ok()?;
                Some(Some(Digest(u128::from_le_bytes(bytes))))
            }
        })
        .collect()
}

/// Reads one entry, whose digest may be kept beside it.
type ReadEntry = fn(&mut Gatherer, &Tree, Option<Digest>, &mut String) -> Option<Entry>;

fn read_all(
    gatherer: &mut Gatherer,
    tree: &Tree,
    digests: &[Option<Digest>],
    read: ReadEntry,
) -> Option<Vec<Entry>> {
    let mut scratch = String::new();
    digests.iter().map(|digest| read(gatherer, tree, *digest, &mut scratch)).collect()
}

/// The content of an entry that its digest covers.
#[derive(Deserialize)]
struct Content {
    id: EntryId,
    clock: u64,
    recorded_at: Instant,
    by: Box<str>,
    facts: Vec<Fact>,
}

fn known_entry(
    gatherer: &mut Gatherer,
    tree: &Tree,
    digest: Option<Digest>,
    scratch: &mut String,
) -> Option<Entry> {
    if gatherer.peek(tree, 0)? == &Shape::Text {
        return text_entry(gatherer, tree);
    }
    let at = At { gatherer, tree, place: 0, text: scratch };
    let Content { id, clock, recorded_at, by, facts } = Content::deserialize(at).ok()?;
    match digest {
        Some(digest) => {
            Some(Entry { id, clock, recorded_at, by, facts: facts.into(), digest, verbatim: None })
        }
        None => Entry::seal(id, clock, recorded_at, &by, facts),
    }
}

fn raw_entry(
    gatherer: &mut Gatherer,
    tree: &Tree,
    _: Option<Digest>,
    scratch: &mut String,
) -> Option<Entry> {
    if gatherer.peek(tree, 0)? == &Shape::Text {
        return text_entry(gatherer, tree);
    }
    scratch.clear();
    print(gatherer, tree, 0, scratch)?;
    let value: serde_json::Value = serde_json::from_str(scratch).ok()?;
    let digest = Digest::of(&value)?;
    let fields = scratch.strip_suffix('}')?;
    entry_from_text(&format!("{fields},\"digest\":\"{digest}\"}}")).ok()
}

fn text_entry(gatherer: &mut Gatherer, tree: &Tree) -> Option<Entry> {
    gatherer.shape(tree, 0)?;
    let mut text = String::new();
    gatherer.push_text(0, &mut text)?;
    entry_from_text(&text).ok()
}
