//! The worker's side: one request done, from bytes to bytes.
//! Never fails without saying why: what goes wrong is part of the answer.

mod book;
mod letter;
mod table;

use serde::Serialize;

use super::{News, Progress, Request};
use crate::format::message;

/// Does what `request` asks, with the bytes that came with it. News go to `report`;
/// the answer is the end of the job. A request that is none has an empty answer, which the page
/// reads as a broken worker.
#[must_use]
pub fn perform(request: &[u8], file: Vec<u8>, report: &mut dyn FnMut(&[u8])) -> Vec<u8> {
    let mut reporter = Reporter(report);
    match message::from_bytes(request) {
        Some(Request::LookAtTable(request)) => bytes(&table::look(request, file)),
        Some(Request::DraftTable(request)) => bytes(&table::draft(request, file, &mut reporter)),
        Some(Request::ReadBook) => bytes(&book::read(file, &mut reporter)),
        Some(Request::MakeDemo(request)) => bytes(&book::make(request, &mut reporter)),
        Some(Request::Pack(book)) => bytes(&book::pack_lines(book, file, &mut reporter)),
        Some(Request::Compact(book)) => bytes(&book::compact(book, file, &mut reporter)),
        Some(Request::Compose(request)) => bytes(&letter::compose(&request, &mut reporter)),
        Some(Request::FirstTemplates) => bytes(&letter::first_templates()),
        None => Vec::new(),
    }
}

/// Where a job's news go.
struct Reporter<'a>(&'a mut dyn FnMut(&[u8]));

impl Reporter<'_> {
    fn progress(&mut self, done: usize, total: usize) {
        let progress = Progress { done: done as u64, total: total as u64 };
        (self.0)(&bytes(&News::<()>::Progress(progress)));
    }

    fn block(&mut self, block: impl Serialize) {
        (self.0)(&bytes(&News::Block(block)));
    }
}

/// A value as bytes; nothing for one that cannot be sent, which the page reads as broken.
fn bytes(value: &impl Serialize) -> Vec<u8> {
    message::to_bytes(value).unwrap_or_default()
}

#[cfg(test)]
mod tests;
