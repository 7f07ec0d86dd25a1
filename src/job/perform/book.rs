//! The jobs about whole books, done.
//! Never holds a second copy of a book: finished blocks are sent away.

use super::Reporter;
use crate::demo::{self, Size};
use crate::format::json::Reader;
use crate::id::WorkbookId;
use crate::job::{BookRead, DemoRequest, EntryBlock};
use crate::journal::{Entry, FileError};
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
            Ok(entry) => {
                if blocks.push(&entry, reporter) {
                    let (done, total) = reader.progress();
                    reporter.progress(done, total);
                }
            }
            Err(damage) => read.damages.push(damage),
        }
    }
    read.entries = blocks.finish(reporter);
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
        if blocks.push(entry, reporter) {
            reporter.progress(done, entries.len());
        }
    }
    blocks.finish(reporter);
    Ok(workbook.id())
}

/// Entries on their way to the page.
#[derive(Default)]
struct Blocks {
    block: EntryBlock,
    entries: u64,
}

impl Blocks {
    /// Adds an entry and sends the block when it is full; says whether it did.
    fn push(&mut self, entry: &Entry, reporter: &mut Reporter<'_>) -> bool {
        // Neither reading nor a command yields an entry that cannot be written.
        self.entries += u64::from(self.block.push(entry).is_ok());
        let is_full = self.block.is_full();
        if is_full {
            reporter.block(std::mem::take(&mut self.block));
        }
        is_full
    }

    /// Sends what is left and gives how many entries there were.
    fn finish(self, reporter: &mut Reporter<'_>) -> u64 {
        reporter.block(self.block);
        self.entries
    }
}
