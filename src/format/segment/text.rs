//! Columns of texts as they are written: days, instants and amounts as numbers, serial numbers as
//! prefix and number, repeated texts through a list of the distinct ones, the rest as bytes.
//! Never changes a character: a text that would not come back exactly is written as bytes.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::Xxh3;

use super::int::write_ints;
use super::pattern::{self, Serial};
use super::stream::Output;

pub(super) const CONSTANT: u8 = 0;
pub(super) const SAME: u8 = 1;
pub(super) const DAYS: u8 = 2;
pub(super) const INSTANTS: u8 = 3;
pub(super) const AMOUNTS: u8 = 4;
pub(super) const SERIALS: u8 = 5;
pub(super) const DISTINCT: u8 = 6;
pub(super) const BYTES: u8 = 7;
/// How deep columns of texts stand within columns of texts.
const DEPTH_MAX: u32 = 4;

/// Writes a column; the reader knows its length.
pub(super) fn write_texts(out: &mut Output, texts: &[&str]) {
    write_within(out, texts, 0);
}

fn write_within(out: &mut Output, texts: &[&str], depth: u32) {
    let first = texts.first().copied().unwrap_or_default();
    let hash = hash(texts);
    if texts.iter().all(|text| *text == first) {
        out.bytes.push(CONSTANT);
        out.name(first);
    } else if let Some(same) = out.texts.iter().position(|earlier| *earlier == hash) {
        out.bytes.push(SAME);
        out.number(same as u64);
    } else if let Some(days) = all(texts, pattern::day_number) {
        out.bytes.push(DAYS);
        write_ints(out, days);
    } else if let Some(seconds) = all(texts, pattern::instant_seconds) {
        out.bytes.push(INSTANTS);
        write_ints(out, seconds);
    } else if let Some(amounts) = all(texts, pattern::amount) {
        out.bytes.push(AMOUNTS);
        let (minor, currencies): (Vec<i64>, Vec<&str>) = amounts.into_iter().unzip();
        write_within(out, &currencies, depth + 1);
        write_ints(out, minor);
    } else {
        write_shortest(out, texts, depth);
    }
    out.texts.push(hash);
}

/// Tries what may suit and keeps the shortest.
fn write_shortest(out: &mut Output, texts: &[&str], depth: u32) {
    let (values, places) = distinct(texts);
    let nests = depth < DEPTH_MAX;
    let often = values.len() * 8 <= texts.len();
    let serials = if nests && !often { all(texts, pattern::serial) } else { None };
    let regular = serials.as_deref().is_some_and(is_regular);
    let mut trial = Trial::begin(out);
    if let Some(serials) = serials {
        write_serials(trial.out, &serials, depth);
        trial.end_one();
    }
    if nests && values.len() * 4 <= texts.len() * 3 {
        trial.out.bytes.push(DISTINCT);
        trial.out.number(values.len() as u64);
        write_within(trial.out, &values, depth + 1);
        write_ints(trial.out, places);
        trial.end_one();
    }
    if trial.best.is_none() || !(often || regular) {
        write_bytes(trial.out, texts);
        trial.end_one();
    }
    trial.end();
}

/// Several ways to write one column, of which the shortest is kept.
struct Trial<'o> {
    out: &'o mut Output,
    bytes: usize,
    ints: usize,
    texts: usize,
    best: Option<Output>,
}

impl<'o> Trial<'o> {
    fn begin(out: &'o mut Output) -> Self {
        let (bytes, ints, texts) = (out.bytes.len(), out.ints.len(), out.texts.len());
        Self { out, bytes, ints, texts, best: None }
    }

    /// One way is written: cuts it off, and remembers it when it is the shortest so far.
    fn end_one(&mut self) {
        let written = Output {
            bytes: self.out.bytes.split_off(self.bytes),
            ints: self.out.ints.split_off(self.ints),
            texts: self.out.texts.split_off(self.texts),
        };
        if self.best.as_ref().is_none_or(|best| written.bytes.len() < best.bytes.len()) {
            self.best = Some(written);
        }
    }

    fn end(self) {
        if let Some(best) = self.best {
            self.out.bytes.extend(best.bytes);
            self.out.ints.extend(best.ints);
            self.out.texts.extend(best.texts);
        }
    }
}

/// True when prefixes and tails hardly vary, so that nothing shorter is to be expected.
fn is_regular(serials: &[Serial<'_>]) -> bool {
    let changes = serials.windows(2).filter(|pair| match pair {
        [one, other] => one.prefix != other.prefix || one.tail != other.tail,
        _ => false,
    });
    changes.count() * 16 <= serials.len()
}

fn write_serials(out: &mut Output, serials: &[Serial<'_>], depth: u32) {
    out.bytes.push(SERIALS);
    write_within(out, &serials.iter().map(|it| it.prefix).collect::<Vec<_>>(), depth + 1);
    write_within(out, &serials.iter().map(|it| it.tail).collect::<Vec<_>>(), depth + 1);
    let natural = serials.iter().all(|it| it.natural);
    // A number without leading zeros needs no count of its digits.
    let digits = |it: &Serial<'_>| if natural { 0 } else { i64::from(it.digits) };
    write_ints(out, serials.iter().map(digits).collect());
    write_ints(out, serials.iter().map(|it| it.number).collect());
}

fn write_bytes(out: &mut Output, texts: &[&str]) {
    out.bytes.push(BYTES);
    write_ints(out, texts.iter().map(|text| text.len() as i64).collect());
    out.stream(texts.concat().as_bytes());
}

/// What every text is in one pattern, or `None` when one is not.
fn all<'t, T>(texts: &[&'t str], pattern: impl Fn(&'t str) -> Option<T>) -> Option<Vec<T>> {
    texts.iter().map(|text| pattern(text)).collect()
}

/// The distinct texts in order of first appearance, and for every text its place among them.
fn distinct<'t>(texts: &[&'t str]) -> (Vec<&'t str>, Vec<i64>) {
    let mut values = Vec::new();
    let mut known: BTreeMap<&str, i64> = BTreeMap::new();
    let places = texts.iter().map(|text| {
        *known.entry(text).or_insert_with(|| {
            values.push(*text);
            values.len() as i64 - 1
        })
    });
    let places = places.collect();
    (values, places)
}

fn hash(texts: &[&str]) -> u128 {
    let mut hasher = Xxh3::new();
    for text in texts {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.digest128()
}
