//! The mark of a page that is adding a workbook up: one that stays shows that the page stopped.
//! Never keeps a book from being opened: a person may try again.

use std::time::Duration;

use huikuan::id::{ReplicaId, WorkbookId};
use huikuan::store::KeyValue;
use leptos::prelude::set_timeout;

use super::Storage;
use crate::page::browser::once::once;

const MARK: &str = "huikuan/mark/";
/// Another tab that opens the same book needs no longer; a mark that stays is of a page that died.
const LOOKS: u32 = 10;
const LOOK_AGAIN: Duration = Duration::from_millis(400);

impl Storage {
    /// Whether a page stopped while it added this book up. Waits for another tab that is at it.
    pub(in crate::page::session) async fn was_stopped(&self, book: WorkbookId) -> bool {
        for _ in 0..LOOKS {
            if !matches!(self.0.local.get(&key(book)), Ok(Some(_))) {
                return false;
            }
            let (done, waiting) = once();
            set_timeout(move || done.send(()), LOOK_AGAIN);
            waiting.await;
        }
        true
    }

    /// Marks that this page adds the book up. Where that cannot be written, nothing is lost but
    /// the warning after a stop.
    pub(in crate::page::session) fn mark_folding(&self, book: WorkbookId, replica: ReplicaId) {
        drop(self.0.local.set(&key(book), replica.as_str()));
    }

    /// Takes the mark away.
    pub(in crate::page::session) fn unmark_folding(&self, book: WorkbookId) {
        drop(self.0.local.remove(&key(book)));
    }
}

fn key(book: WorkbookId) -> String {
    format!("{MARK}{book}")
}
