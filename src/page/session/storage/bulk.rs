//! Storing many entries at once: packed in the worker, written in slices (DESIGN 4).
//! Never leaves a half-written import counting: its closing entry is written last.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use huikuan::format::json::entry_to_text;
use huikuan::id::WorkbookId;
use huikuan::job::{News, NotPacked, Request, from_bytes};
use huikuan::journal::{Entry, StoreFault};
use huikuan::record::Fact;
use huikuan::store::{KeyValue, Record, records};
use leptos::task::spawn_local;

use super::Storage;
use crate::page::browser::task::Slices;
use crate::page::browser::worker::Payload;

/// More rows than this take longer to pack than a person should wait for a key stroke.
const ROWS_AT_ONCE_MAX: usize = 64;

/// Whether entries are so many that the worker packs them.
pub(super) fn is_bulk(entries: &[Entry]) -> bool {
    let rows = |fact: &Fact| {
        let Fact::Rows(rows) = fact else { return 1 };
        rows.customers.len() + rows.documents.len() + rows.receipts.len()
    };
    entries.iter().flat_map(|entry| &entry.facts).map(rows).sum::<usize>() > ROWS_AT_ONCE_MAX
}

impl Storage {
    /// Packs entries in the worker and stores them; until then the screen says "saving".
    pub(super) fn accept_bulk(&self, entries: Vec<Entry>) {
        let Some(book) = self.book() else { return };
        let (storage, turn) = (self.clone(), self.turn());
        self.begin_bulk();
        spawn_local(async move {
            let packed = match storage.pack(book, &entries).await {
                Some(packed) => Ok(packed),
                // Slow on the page is better than lost.
                None => records(book, &entries).map_err(|unwritable| unwritable.to_string()),
            };
            match packed {
                Ok(packed) => storage.write_bulk(packed, turn).await,
                Err(why) if storage.is_turn(turn) => storage.note(Err(StoreFault::Failed(why))),
                Err(_) => {}
            }
            storage.end_bulk(turn);
        });
    }

    /// Stores records that came packed, as those of an imported book do.
    pub(in crate::page::session) fn accept_packed(&self, records: Vec<Record>) {
        let (storage, turn) = (self.clone(), self.turn());
        self.begin_bulk();
        spawn_local(async move {
            storage.write_bulk(records, turn).await;
            storage.end_bulk(turn);
        });
    }

    fn begin_bulk(&self) {
        self.0.bulks.set(self.0.bulks.get() + 1);
        self.tell();
    }

    fn end_bulk(&self, turn: u32) {
        if self.is_turn(turn) {
            self.0.bulks.set(self.0.bulks.get().saturating_sub(1));
            self.tell();
            self.shadow_soon();
        }
    }

    async fn write_bulk(&self, records: Vec<Record>, turn: u32) {
        let slices = Slices::begin();
        let mut records = VecDeque::from(records);
        while self.is_turn(turn) {
            let Some(record) = records.pop_front() else { return };
            let written = self.with(|book, local| book.write(local, vec![record]));
            self.note(written.unwrap_or(Ok(())));
            slices.pause_when_long().await;
        }
        self.write_left(records).await;
    }

    /// Stores what was accepted into a book that the person has left meanwhile. From the first
    /// record on that local storage refuses, all go into the shadow, in their order.
    async fn write_left(&self, mut records: VecDeque<Record>) {
        while let Some(record) = records.front() {
            if self.0.local.set(&record.key, &record.value).is_err() {
                break;
            }
            // The person may have come back already.
            self.hear(Some(&record.key), true);
            records.pop_front();
        }
        self.shadow_left(records.into()).await;
    }

    /// The entries as records, made by the worker; `None` when it could not.
    async fn pack(&self, book: WorkbookId, entries: &[Entry]) -> Option<Vec<Record>> {
        let slices = Slices::begin();
        let mut lines = String::new();
        for entry in entries {
            slices.pause_when_long().await;
            lines.push_str(&entry_to_text(entry).ok()?);
            lines.push('\n');
        }
        self.ask_for_records(&Request::Pack(book), lines.as_bytes()).await
    }

    /// What the worker makes of a request that ends in records; `None` when it fails.
    pub(super) async fn ask_for_records(
        &self,
        request: &Request,
        bytes: &[u8],
    ) -> Option<Vec<Record>> {
        let records = Rc::new(RefCell::new(Vec::new()));
        let taken = Rc::clone(&records);
        let hear = move |news: &[u8]| match from_bytes(news) {
            Some(News::Block(record)) => taken.borrow_mut().push(record),
            Some(News::Progress(_)) | None => {}
        };
        let request = request.to_bytes()?;
        let answer = self.0.worker.ask(&request, Payload::Bytes(bytes), hear).await.ok()?;
        let end: Result<u64, NotPacked> = from_bytes(&answer)?;
        let records = records.take();
        // A block that was not understood shows in the count.
        (end.ok()? == records.len() as u64).then_some(records)
    }
}
