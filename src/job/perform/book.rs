//! The jobs about whole books, done.
//! Never holds a second copy of a book: finished blocks are sent away.

use super::Reporter;
use crate::demo::{self, Size};
use crate::format::json::{Reader, entry_from_text};
use crate::format::message;
use crate::format::segment::pack;
use crate::id::WorkbookId;
use crate::job::{BookRead, DemoRequest, EntryBlock, NotPacked};
use crate::journal::{Entry, FileError};
use crate::record::Fact;
use crate::store::{self, Compaction, Record};
use crate::workbook::Rejection;

pub(super) fn read(file: Vec<u8>, reporter: &mut Reporter<'_>) -> Result<BookRead, FileError> {
    let mut reader = Reader::open(file)?;
    let heading = reader.heading();
    let mut read = BookRead {
        workbook: heading.workbook,
        title: heading.title.clone(),
        entries: 0,
        damages: Vec::new(),
    };
    let mut blocks = Blocks::default();
    while let Some(next) = reader.next() {
        match next {
            Ok(entry) => blocks.push(entry),
            Err(damage) => read.damages.push(damage),
        }
        if blocks.are_full() {
            let (done, total) = reader.progress();
            reporter.progress(done, total);
            blocks.send(reporter);
        }
    }
    blocks.send(reporter);
    read.entries = blocks.sent;
    Ok(read)
}

pub(super) fn make(
    request: DemoRequest,
    reporter: &mut Reporter<'_>,
) -> Result<WorkbookId, Rejection> {
    let DemoRequest { invoices, seed, language, today } = request;
    let is_small = invoices <= Size::SMALL.invoices;
    let size = if is_small { Size::SMALL } else { Size::of(invoices) };
    let workbook = demo::book(size, seed, language, today)?;
    let mut blocks = Blocks::default();
    let entries = workbook.journal().all_in_order();
    for (done, entry) in entries.iter().enumerate() {
        blocks.push((*entry).clone());
        if blocks.are_full() {
            reporter.progress(done, entries.len());
            blocks.send(reporter);
        }
    }
    blocks.send(reporter);
    Ok(workbook.id())
}

/// Packs entries, a line each, in the order in which they must be stored.
pub(super) fn pack_lines(
    book: WorkbookId,
    lines: Vec<u8>,
    reporter: &mut Reporter<'_>,
) -> Result<u64, NotPacked> {
    let lines = String::from_utf8(lines).map_err(|_| NotPacked)?;
    let entries = lines.lines().map(entry_from_text).collect::<Result<Vec<_>, _>>();
    let records = store::records(book, &entries.map_err(|_| NotPacked)?);
    Ok(send_records(records.map_err(|_| NotPacked)?, reporter))
}

/// Makes few segments of many stored values.
pub(super) fn compact(
    book: WorkbookId,
    sources: Vec<u8>,
    reporter: &mut Reporter<'_>,
) -> Result<u64, NotPacked> {
    let sources: Vec<Record> = message::from_bytes(&sources).ok_or(NotPacked)?;
    let segments = store::compact(&Compaction { book, sources });
    Ok(send_records(segments.map_err(|_| NotPacked)?, reporter))
}

fn send_records(records: Vec<Record>, reporter: &mut Reporter<'_>) -> u64 {
    let count = records.len() as u64;
    records.into_iter().for_each(|record| reporter.block(record));
    count
}

/// Entries on their way to the page.
#[derive(Default)]
struct Blocks {
    entries: Vec<Entry>,
    /// Facts and rows of these entries.
    weight: usize,
    sent: u64,
}

/// Entries of so much weight fill a few segments; the last of them may stay half empty.
const WEIGHT_MAX: usize = 10_000;

impl Blocks {
    fn push(&mut self, entry: Entry) {
        self.weight += entry.facts.iter().map(weight).sum::<usize>();
        self.entries.push(entry);
    }

    fn are_full(&self) -> bool {
        self.weight >= WEIGHT_MAX
    }

    /// Packs and sends what has gathered.
    fn send(&mut self, reporter: &mut Reporter<'_>) {
        let entries = std::mem::take(&mut self.entries);
        self.weight = 0;
        // Neither reading nor a command yields an entry that cannot be written; if one did, the
        // count would not agree and the page would say so.
        let segments = pack(&entries.iter().collect::<Vec<_>>()).unwrap_or_default();
        for segment in segments {
            self.sent += segment.entries as u64;
            reporter.block(EntryBlock::of(segment));
        }
    }
}

/// How much of a segment a fact fills, in rows.
fn weight(fact: &Fact) -> usize {
    let Fact::Rows(rows) = fact else { return 1 };
    rows.customers.len() + rows.documents.len() + rows.receipts.len()
}
