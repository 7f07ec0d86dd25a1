//! A file to entries, one at a time, each held against its digest.
//! Never fails as a whole once the file is known to be a workbook: what is broken is set aside.

use std::ops::Range;

use super::entry::Unread;
use super::scan::{self, blank, byte};
use super::{FORMAT, Heading, VERSION, entry_from_text};
use crate::format::message::from_bytes;
use crate::journal::{Damage, DamageKind, DamagePlace, Entry, FileError};

/// A file that is being read: an iterator over its entries and its damage, in the file's order.
/// Any layout of the JSON will do; a broken line costs only the entry that it belongs to.
#[derive(Debug)]
pub struct Reader {
    bytes: Vec<u8>,
    heading: Heading,
    heading_damaged: bool,
    /// Where the next entry is looked for; `None` when there is no more.
    at: Option<usize>,
    /// Lines are counted up to here.
    counted: usize,
    /// The line at `counted`, from 1.
    line: usize,
    /// A bracket is missing somewhere, so every entry ends where the next one begins.
    bracket_missing: bool,
}

impl Reader {
    /// Opens a file. Refuses what is no workbook and what a newer version wrote.
    pub fn open(bytes: Vec<u8>) -> Result<Self, FileError> {
        let start = blank(&bytes, if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 });
        if start >= bytes.len() {
            return Err(FileError::Empty);
        }
        if byte(&bytes, start) != Some(b'{') {
            return Err(FileError::NotAWorkbook);
        }
        let mut found = Found::default();
        found.look(&bytes, start + 1);
        let version = match found.version {
            Some(version) if version > VERSION => return Err(FileError::NewerVersion { version }),
            version => version,
        };
        let named = found.format.as_deref() == Some(FORMAT);
        if found.format.is_some() && !named {
            return Err(FileError::NotAWorkbook);
        }
        // A broken heading: the entries can still be told by how they begin.
        let at = found.entries.or_else(|| scan::next_entry(&bytes, start));
        if !named && at.and_then(|at| scan::next_entry(&bytes, at)).is_none() {
            return Err(FileError::NotAWorkbook);
        }
        let workbook = found.workbook.as_deref().and_then(|id| id.parse().ok());
        let heading_damaged = !named || version != Some(VERSION) || workbook.is_none();
        Ok(Self {
            heading: Heading { workbook, title: found.title.unwrap_or_default() },
            heading_damaged,
            at: Some(at.unwrap_or(bytes.len())),
            counted: 0,
            line: 1,
            bracket_missing: false,
            bytes,
        })
    }

    /// What the heading says, for the caller to compare with the open workbook.
    #[must_use]
    pub const fn heading(&self) -> &Heading {
        &self.heading
    }

    /// How much of the file is read, in bytes, and its size: for showing progress.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.at.unwrap_or(self.bytes.len()), self.bytes.len())
    }

    fn read_next(&mut self) -> Option<Result<Entry, Damage>> {
        if std::mem::take(&mut self.heading_damaged) {
            return Some(Err(self.damage(0..0, DamageKind::Heading.into())));
        }
        loop {
            let at = blank(&self.bytes, self.at?);
            match byte(&self.bytes, at) {
                None => {
                    self.at = None;
                    let end = self.bytes.trim_ascii_end().len();
                    return Some(Err(self.damage(end..end, DamageKind::EndsEarly.into())));
                }
                Some(b',') => self.at = Some(at + 1),
                Some(b']') => {
                    // Entries after the end mark: it is a stray one.
                    self.at = scan::next_entry(&self.bytes, at);
                    let next = self.at?;
                    return Some(Err(self.damage(at..next, DamageKind::NotJson.into())));
                }
                Some(b'{') => return Some(self.read_entry(at)),
                Some(_) => {
                    let end = scan::next_entry(&self.bytes, at).unwrap_or(self.bytes.len());
                    self.at = Some(end);
                    return Some(Err(self.damage(at..end, DamageKind::NotJson.into())));
                }
            }
        }
    }

    /// Reads the entry that begins at `at`.
    fn read_entry(&mut self, at: usize) -> Result<Entry, Damage> {
        let extent = scan::value(&self.bytes, at, self.bracket_missing);
        let bytes = self.bytes.get(at..extent.end).unwrap_or_default();
        let read = match std::str::from_utf8(bytes) {
            _ if !extent.whole => Err(DamageKind::NotJson.into()),
            Ok(text) => entry_from_text(text),
            Err(_) => Err(DamageKind::NotText.into()),
        };
        let Err(unread) = read else {
            self.at = Some(extent.end);
            return read.map_err(|unread| self.damage(at..extent.end, unread));
        };
        // Where the brackets cannot be trusted, the next entry is told by how it begins.
        let mut end = extent.end;
        if unread.kind == DamageKind::NotJson {
            let (within, last) =
                if extent.whole { (end, end) } else { (self.bytes.len(), before_end(&self.bytes)) };
            let within = self.bytes.get(..within).unwrap_or_default();
            end = scan::next_entry(within, at + 1).unwrap_or(last.max(at + 1));
            self.bracket_missing |= !extent.whole && extent.end == self.bytes.len();
        }
        self.at = Some(end);
        Err(self.damage(at..end, unread))
    }

    fn damage(&mut self, range: Range<usize>, unread: Unread) -> Damage {
        let first = self.line_at(range.start);
        let bytes = self.bytes.get(range).unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim_end().trim_end_matches(',');
        let last = first + text.matches('\n').count();
        let entry = unread.entry.or_else(|| claimed(text));
        let place = DamagePlace::Lines { first, last };
        Damage { place, kind: unread.kind, entry, text: text.into() }
    }

    /// The line of a place; places are asked for in rising order.
    fn line_at(&mut self, at: usize) -> usize {
        let passed = self.bytes.get(self.counted..at).unwrap_or_default();
        self.line += passed.iter().filter(|b| **b == b'\n').count();
        self.counted = self.counted.max(at);
        self.line
    }
}

impl Iterator for Reader {
    type Item = Result<Entry, Damage>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read_next()
    }
}

impl From<DamageKind> for Unread {
    fn from(kind: DamageKind) -> Self {
        Self { kind, entry: None }
    }
}

/// Where the end mark of a file begins, `]}` on a line of its own; its end when it has none.
fn before_end(bytes: &[u8]) -> usize {
    let marked = bytes.trim_ascii_end().strip_suffix(b"}").map(<[u8]>::trim_ascii_end);
    let before = marked.and_then(|bytes| bytes.strip_suffix(b"]")).unwrap_or(bytes);
    let alone = before.trim_ascii_end();
    if before.get(alone.len()..).is_some_and(|blank| blank.contains(&b'\n')) {
        before.len()
    } else {
        bytes.len()
    }
}

/// The entry that a broken text claims to be: its first id.
fn claimed(text: &str) -> Option<crate::id::EntryId> {
    let (_, after) = text.get(..text.len().min(200)).unwrap_or(text).split_once("\"id\"")?;
    after.split('"').nth(1)?.parse().ok()
}

/// What the top level of a file says.
#[derive(Default)]
struct Found {
    format: Option<String>,
    version: Option<u64>,
    workbook: Option<String>,
    title: Option<String>,
    /// Just after the bracket that opens the list of entries.
    entries: Option<usize>,
}

impl Found {
    /// Looks at the keys of the top level until everything is found or something is broken.
    fn look(&mut self, bytes: &[u8], mut at: usize) {
        loop {
            at = blank(bytes, at);
            let key = scan::text(bytes, at);
            let colon = blank(bytes, key.end);
            if byte(bytes, at) != Some(b'"') || !key.whole || byte(bytes, colon) != Some(b':') {
                return;
            }
            let start = blank(bytes, colon + 1);
            let key = bytes.get(at..key.end).unwrap_or_default();
            if key == b"\"entries\"" && byte(bytes, start) == Some(b'[') {
                self.entries = Some(start + 1);
                if self.format.is_some() && self.version.is_some() && self.workbook.is_some() {
                    return;
                }
            }
            let value = scan::value(bytes, start, false);
            self.take(key, bytes.get(start..value.end).unwrap_or_default());
            at = blank(bytes, value.end);
            if !value.whole || byte(bytes, at) != Some(b',') {
                return;
            }
            at += 1;
        }
    }

    fn take(&mut self, key: &[u8], value: &[u8]) {
        match key {
            b"\"format\"" => self.format = from_bytes(value),
            b"\"version\"" => self.version = from_bytes(value),
            b"\"workbook\"" => self.workbook = from_bytes(value),
            b"\"title\"" => self.title = from_bytes(value),
            _ => {}
        }
    }
}
