//! How the open workbook's storage does: room, what is not yet safe, freeing room, deleting.
//! Never decides that something may go: the library's `store` does, or the person.

use huikuan::id::WorkbookId;
use huikuan::journal::StoreFault;
use leptos::prelude::*;

use super::books::forget;
use super::{Session, backup};
use crate::page::browser::clock;

/// How the second copy of the open workbook stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SecondCopy {
    /// Stored values that are not in it yet.
    pub waiting: usize,
    /// Why it takes nothing, in the browser's words.
    pub fault: Option<String>,
}

impl Session {
    /// Measures the room in use.
    pub(crate) async fn measure(self) {
        let Some(book) = self.storage().book() else { return };
        let measured = self.storage().measure(book).await;
        if self.storage().book() != Some(book) {
            return;
        }
        let all = measured.map(|[all, _]| all);
        if self.room.get_untracked() != all {
            self.room.set(all);
        }
        self.book_room.set(measured.map(|[_, own]| own));
    }

    /// How the second copy stands; whoever asks is run again when the saved state changes.
    pub(crate) fn second_copy(self) -> SecondCopy {
        self.saved.track();
        let (waiting, fault) = self.storage().unsafe_values();
        SecondCopy { waiting, fault }
    }

    /// Compacts the open workbook; gives how many portable units that freed.
    pub(crate) async fn free_room(self) -> Result<usize, StoreFault> {
        self.measure().await;
        let used = || self.room.get_untracked().map_or(0, |room| room.portable_units);
        let before = used();
        self.storage().compact_now().await?;
        self.measure().await;
        Ok(before.saturating_sub(used()))
    }

    /// Deletes a workbook that is not open from this browser.
    pub(crate) async fn delete_book(self, book: WorkbookId) -> Result<(), StoreFault> {
        let no_clock = || StoreFault::Failed("no clock".to_owned());
        let at = clock::now().ok_or_else(no_clock)?;
        self.storage().delete(book, &at).await?;
        forget(book);
        backup::forget(book);
        self.list_books();
        Ok(())
    }
}
