//! The worker's side: one request done, from bytes to bytes.
//! Never fails without saying why: what goes wrong is part of the answer.

use serde::Serialize;

use super::book::{BookRead, EntryBlock};
use super::{News, Progress, Request};
use crate::format::json::Reader;
use crate::format::message;
use crate::journal::FileError;

/// Does what `request` asks, with the bytes of the file that came with it. News go to `report`;
/// the answer is the end of the job. A request that is none has an empty answer, which the page
/// reads as a broken worker.
#[must_use]
pub fn perform(request: &[u8], file: Vec<u8>, report: &mut dyn FnMut(&[u8])) -> Vec<u8> {
    match message::from_bytes::<Request>(request) {
        Some(Request::ReadBook) => answer(&read_book(file, report)),
        Some(Request::LookAtTable(_) | Request::DraftTable(_) | Request::MakeDemo(_)) | None => {
            Vec::new()
        }
    }
}

fn read_book(file: Vec<u8>, report: &mut dyn FnMut(&[u8])) -> Result<BookRead, FileError> {
    let mut reader = Reader::open(file)?;
    let heading = reader.heading();
    let mut read = BookRead {
        workbook: heading.workbook,
        title: heading.title.clone(),
        entries: 0,
        damages: Vec::new(),
    };
    let mut block = EntryBlock::default();
    while let Some(next) = reader.next() {
        match next {
            Ok(entry) => {
                // Reading never yields an entry that cannot be written again.
                read.entries += u64::from(block.push(&entry).is_ok());
            }
            Err(damage) => read.damages.push(damage),
        }
        if block.is_full() {
            send_block(std::mem::take(&mut block), report);
            let (done, total) = reader.progress();
            send_progress(done as u64, total as u64, report);
        }
    }
    send_block(block, report);
    Ok(read)
}

fn send_progress(done: u64, total: u64, report: &mut dyn FnMut(&[u8])) {
    report(&answer(&News::<()>::Progress(Progress { done, total })));
}

fn send_block<B: Serialize>(block: B, report: &mut dyn FnMut(&[u8])) {
    report(&answer(&News::Block(block)));
}

/// A value as bytes; nothing for one that cannot be sent, which the page reads as broken.
fn answer(value: &impl Serialize) -> Vec<u8> {
    message::to_bytes(value).unwrap_or_default()
}
