//! What takes longer with a large workbook than a person should wait for a key stroke: comparing a
//! table or somebody else's entries with it, recording an import. Never works for longer than a
//! slice without giving the browser a turn.

use huikuan::calendar::AsOf;
use huikuan::id::WorkbookId;
use huikuan::journal::Entry;
use huikuan::ledger::Folding;
use huikuan::workbook::draft::Draft;
use huikuan::workbook::{
    ImportPlan, ImportPlanning, ImportRecording, MergeComparing, MergePreview, Rejection, Workbook,
};

use super::Session;
use crate::page::browser::task::Slices;

impl Session {
    /// Compares a table with the open workbook in slices; `None` when the person left it meanwhile.
    pub(crate) async fn plan_import(self, draft: Draft) -> Option<ImportPlan> {
        let book = self.read_untracked(Workbook::id)?;
        let slices = Slices::begin();
        let mut planning = self.of_book(book, |workbook| ImportPlanning::begin(workbook, draft))?;
        while self.of_book(book, |workbook| planning.step(workbook))? {
            slices.pause_when_long().await;
        }
        self.of_book(book, |workbook| planning.end(workbook))
    }

    /// Compares somebody else's entries with the open workbook in slices; `None` when the person
    /// left it meanwhile.
    pub(crate) async fn preview_merge(
        self,
        entries: Vec<Entry>,
        as_of: AsOf,
    ) -> Option<MergePreview> {
        let book = self.read_untracked(Workbook::id)?;
        let slices = Slices::begin();
        let begin = |workbook: &mut Workbook| MergeComparing::begin(workbook, entries);
        let mut comparing = self.of_book(book, begin)?;
        while comparing.step() {
            slices.pause_when_long().await;
        }
        slices.pause().await;
        let preview = comparing.end(as_of);
        slices.pause().await;
        self.of_book(book, |_| preview)
    }

    /// Records an import in slices, so that the page goes on. What was accepted is shown once it is
    /// added up; storage has it before. `false` when the person left the book before its last
    /// entry was recorded: then nothing of it counts.
    pub(crate) async fn import(self, plan: ImportPlan) -> Result<bool, Rejection> {
        let Some(stamp) = self.stamp() else { return Err(Rejection::CounterUsedUp) };
        let Some(book) = self.read_untracked(Workbook::id) else { return Ok(false) };
        let mut recording = ImportRecording::begin(plan)?;
        let slices = Slices::begin();
        while self
            .of_book(book, |workbook| workbook.record_next(&mut recording, &stamp))
            .transpose()?
            == Some(true)
        {
            slices.pause_when_long().await;
        }
        let recorded = self.of_book(book, |workbook| workbook.end_recording(recording));
        let Some(entries) = recorded else { return Ok(false) };
        self.store(&entries);
        slices.pause().await;
        while self.fold_slices(book, &slices).await == Some(false) {}
        self.touch();
        Ok(true)
    }

    /// Adds the journal up anew; `false` when it changed meanwhile, `None` when the book is no
    /// longer open.
    async fn fold_slices(self, book: WorkbookId, slices: &Slices) -> Option<bool> {
        let mut folding = self.of_book(book, |workbook| Folding::begin(workbook.journal()))?;
        while self.of_book(book, |workbook| folding.step(workbook.journal()))? {
            slices.pause_when_long().await;
        }
        self.of_book(book, |workbook| workbook.settle(folding))
    }
}
