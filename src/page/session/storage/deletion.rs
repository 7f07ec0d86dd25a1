//! Deleting a workbook from this browser: local storage, memory and shadow (A9).
//! Never deletes anything before the mark that says why it is missing.

use huikuan::calendar::Instant;
use huikuan::id::WorkbookId;
use huikuan::journal::StoreFault;
use huikuan::store::Deletion;

use super::Storage;
use crate::page::browser::task::Slices;

impl Storage {
    /// Deletes a book that is not open here; other tabs are told by the mark.
    pub(in crate::page::session) async fn delete(
        &self,
        book: WorkbookId,
        at: &Instant,
    ) -> Result<(), StoreFault> {
        let slices = Slices::begin();
        let mut deletion = Deletion::begin(&self.0.local, book, at)?;
        while deletion.step(&self.0.local)? {
            slices.pause_when_long().await;
        }
        // A shadow that stays is hidden by the mark, and taken out when the book is looked for.
        drop(self.delete_shadow(book).await);
        Ok(())
    }
}
