//! Making few values of many, in the background, and room where storage is full (DESIGN 4).
//! Never deletes anything on its own judgement: the library's `store` says what may go.

use huikuan::id::WorkbookId;
use huikuan::job::{Request, to_bytes};
use huikuan::journal::StoreFault;
use huikuan::store::{KeyValue, Room, Settling, book_prefix, ensure_ballast, free_ballast};
use leptos::task::spawn_local;

use super::Storage;
use crate::page::browser::task::Slices;

impl Storage {
    /// Compacts the book of that turn when that is worth it, and sets the ballast aside.
    pub(in crate::page::session) async fn tidy(&self, book: WorkbookId, turn: u32) {
        if self.compact(book, turn, false).await.is_ok() && self.is_turn(turn) {
            // Without room for it there is none to keep free.
            drop(ensure_ballast(&self.0.local));
        }
    }

    /// Counts the room in use, of everything and of one book, in slices; `None` where storage
    /// cannot be read.
    pub(in crate::page::session) async fn measure(&self, book: WorkbookId) -> Option<[Room; 2]> {
        let (slices, prefix) = (Slices::begin(), book_prefix(book));
        let (mut all, mut own) = (Room::default(), Room::default());
        for key in self.0.local.keys().ok()? {
            if let Some(value) = self.0.local.get(&key).ok()? {
                all.add(&key, &value);
                if key.starts_with(&prefix) {
                    own.add(&key, &value);
                }
            }
            slices.pause_when_long().await;
        }
        Some([all, own])
    }

    /// Compacts the open book because a person asks for it; says whether anything was worth it.
    pub(in crate::page::session) async fn compact_now(&self) -> Result<bool, StoreFault> {
        let Some(book) = self.book() else { return Ok(false) };
        self.compact(book, self.turn(), true).await
    }

    /// Frees the ballast and writes what was refused, then compacts so that it can be set again.
    pub(super) fn make_room(&self) {
        if self.0.is_making_room.replace(true) {
            return;
        }
        let Some(book) = self.book() else { return };
        // What stays full is on screen already, with what to do.
        if free_ballast(&self.0.local).is_ok() {
            self.retry();
        }
        let (storage, turn) = (self.clone(), self.turn());
        spawn_local(async move {
            let made = storage.compact(book, turn, true).await;
            if made == Ok(true) && storage.is_turn(turn) {
                storage.retry();
            }
            storage.0.is_making_room.set(false);
        });
    }

    /// Compacts; says whether anything was worth it.
    async fn compact(
        &self,
        book: WorkbookId,
        turn: u32,
        is_urgent: bool,
    ) -> Result<bool, StoreFault> {
        let planned = self.with(|book, local| book.compaction(local, is_urgent));
        let Some(compaction) = planned.unwrap_or(Ok(None))? else { return Ok(false) };
        let Some(bytes) = to_bytes(&compaction.sources) else { return Ok(false) };
        let request = Request::Compact(book);
        let Some(segments) = self.ask_for_records(&request, &bytes).await else {
            return Ok(false);
        };
        let mut settling = Settling::new(&compaction, segments);
        let slices = Slices::begin();
        while self.is_turn(turn) {
            let step = self.with(|book, local| settling.step(book, local));
            if !step.unwrap_or(Ok(false))? {
                break;
            }
            slices.pause_when_long().await;
        }
        if self.is_turn(turn) {
            self.shadow_soon();
        }
        Ok(true)
    }
}
