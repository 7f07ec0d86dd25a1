//! Recording an import, entry by entry, so that a page can do something else between them.
//! Never lets rows count before the last entry, which names the others, is recorded (DESIGN 1).

use std::vec::IntoIter;

use super::{ImportPlan, Rejection, Stamp, Undoable, Workbook};
use crate::id::EntryId;
use crate::journal::Entry;
use crate::ledger::Folding;
use crate::record::{Fact, Imported, Layout, Rows};

/// Rows of one entry: small enough for a segment, large enough that ids cost nothing.
const CHUNK_ROWS_MAX: usize = 1_000;

/// An import that is being recorded.
#[derive(Debug)]
pub struct ImportRecording {
    chunks: IntoIter<Rows>,
    closing: Option<Closing>,
    /// The entries of the chunks so far.
    names: Vec<EntryId>,
    /// Everything recorded so far, in the order in which it must be stored.
    entries: Vec<Entry>,
}

/// What the last entry says, but for the names of the others.
#[derive(Debug)]
struct Closing {
    last: Option<Rows>,
    imported: Imported,
    layout: Option<Layout>,
}

impl ImportRecording {
    /// Begins to record what was planned. Refuses a plan without content.
    pub fn begin(plan: ImportPlan) -> Result<Self, Rejection> {
        if plan.is_empty() && plan.layout.is_none() {
            return Err(Rejection::NothingChanged);
        }
        let rows = plan.rows();
        let ImportPlan { source, day, layout, customers, documents, receipts, .. } = plan;
        let customers = divided(customers).map(|part| Rows { customers: part, ..Rows::default() });
        let documents = divided(documents).map(|part| Rows { documents: part, ..Rows::default() });
        let receipts = divided(receipts).map(|part| Rows { receipts: part, ..Rows::default() });
        let mut chunks: Vec<Rows> = customers.chain(documents).chain(receipts).collect();
        let last = chunks.pop();
        let (follows, missing) = (plan.follows, plan.missing);
        let imported = Imported { source, day, rows, chunks: Vec::new(), follows, missing };
        Ok(Self {
            chunks: chunks.into_iter(),
            closing: Some(Closing { last, imported, layout }),
            names: Vec::new(),
            entries: Vec::new(),
        })
    }

    /// The next entry, `skip` entries after the workbook's last; `None` after the closing one.
    fn next(
        &mut self,
        workbook: &Workbook,
        skip: u32,
        stamp: &Stamp,
    ) -> Result<Option<Entry>, Rejection> {
        let facts = match (self.chunks.next(), &mut self.closing) {
            (Some(chunk), _) => vec![Fact::Rows(Box::new(chunk))],
            (None, closing) => match closing.take() {
                Some(closing) => closing.facts(std::mem::take(&mut self.names)),
                None => return Ok(None),
            },
        };
        let id = workbook.next_id(skip)?;
        self.names.push(id);
        workbook.entry(id, skip, facts, stamp).map(Some)
    }
}

impl Closing {
    fn facts(self, names: Vec<EntryId>) -> Vec<Fact> {
        let imported = Imported { chunks: names, ..self.imported };
        let last = self.last.map(|rows| Fact::Rows(Box::new(rows)));
        let layout = self.layout.map(|layout| Fact::Layout(Box::new(layout)));
        last.into_iter().chain([Fact::Imported(Box::new(imported))]).chain(layout).collect()
    }
}

impl Workbook {
    /// All entries of an import at once.
    pub(super) fn seal_import(
        &self,
        plan: ImportPlan,
        stamp: &Stamp,
    ) -> Result<Vec<Entry>, Rejection> {
        let mut recording = ImportRecording::begin(plan)?;
        let mut entries = Vec::new();
        let mut skip = 0;
        while let Some(entry) = recording.next(self, skip, stamp)? {
            entries.push(entry);
            skip += 1;
        }
        Ok(entries)
    }

    /// Records the next entry of an import without adding it up; `false` when all are recorded.
    pub fn record_next(
        &mut self,
        recording: &mut ImportRecording,
        stamp: &Stamp,
    ) -> Result<bool, Rejection> {
        let Some(entry) = recording.next(self, 0, stamp)? else { return Ok(false) };
        self.journal.add(entry.clone());
        recording.entries.push(entry);
        Ok(true)
    }

    /// Ends a recording, so that it can be undone, and gives its entries in the order in which
    /// they must be stored. They show after [`Workbook::settle`].
    pub fn end_recording(&mut self, recording: ImportRecording) -> Vec<Entry> {
        if let Some(last) = recording.entries.last() {
            self.undo.push(last.id, Undoable::ImportDocuments);
        }
        recording.entries
    }

    /// Shows what a fold of the present journal came to. `false` when the journal changed since it
    /// began: then it must begin anew.
    pub fn settle(&mut self, folding: Folding) -> bool {
        let is_current = folding.is_of(&self.journal);
        if is_current {
            self.ledger = folding.end(&self.journal);
        }
        is_current
    }
}

/// Rows in the portions of one entry.
fn divided<T>(rows: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let mut rows = rows.into_iter();
    std::iter::from_fn(move || {
        let portion: Vec<T> = rows.by_ref().take(CHUNK_ROWS_MAX).collect();
        (!portion.is_empty()).then_some(portion)
    })
}
