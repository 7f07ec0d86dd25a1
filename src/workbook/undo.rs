//! Undo and redo: retractions and restorations of what this page start did (I4).
//! Never touches what somebody else recorded.

use super::{Command, Rejection, Stamp, Workbook};
use crate::id::EntryId;
use crate::journal::Entry;
use crate::record::{DocumentKind, Fact};

/// What an undo would take back, for the words on its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undoable {
    /// A customer was recorded.
    RecordCustomer,
    /// Fields of a customer were changed.
    AmendCustomer,
    /// An invoice, debit note or credit note was recorded.
    RecordDocument(DocumentKind),
    /// Fields of a document were changed.
    AmendDocument,
    /// A receipt was recorded.
    RecordReceipt,
    /// Money was allocated.
    Allocate,
    /// Money was paid back.
    Refund,
    /// A claim was given up.
    WriteOff,
    /// Money came after a write-off.
    RecordRecovery,
    /// A dispute was raised.
    RaiseDispute,
    /// A dispute was ended.
    ResolveDispute,
    /// Something was reversed.
    Reverse,
    /// Settings were changed.
    SetPolicy,
    /// A rate of exchange was recorded.
    RecordRate,
    /// A table was imported.
    ImportDocuments,
    /// An entry was retracted.
    Retract,
    /// An entry was restored.
    Restore,
}

/// What this page start did and undid, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct UndoStack {
    done: Vec<(EntryId, Undoable)>,
    /// What was undone, with the entry that undid it.
    undone: Vec<((EntryId, Undoable), EntryId)>,
}

impl UndoStack {
    /// Notes a command; what was undone before it cannot be redone any more.
    pub(super) fn push(&mut self, entry: EntryId, name: Undoable) {
        self.done.push((entry, name));
        self.undone.clear();
    }
}

/// The name of what a command does.
pub(super) const fn name(command: &Command) -> Undoable {
    match command {
        Command::RecordCustomer { .. } => Undoable::RecordCustomer,
        Command::AmendCustomer { .. } => Undoable::AmendCustomer,
        Command::RecordDocument { kind, .. } => Undoable::RecordDocument(*kind),
        Command::AmendDocument { .. } => Undoable::AmendDocument,
        Command::RecordReceipt { .. } => Undoable::RecordReceipt,
        Command::Allocate { .. } => Undoable::Allocate,
        Command::Refund(_) => Undoable::Refund,
        Command::WriteOff(_) => Undoable::WriteOff,
        Command::RecordRecovery(_) => Undoable::RecordRecovery,
        Command::RaiseDispute(_) => Undoable::RaiseDispute,
        Command::ResolveDispute { .. } => Undoable::ResolveDispute,
        Command::Reverse { .. } => Undoable::Reverse,
        Command::SetPolicy(_) => Undoable::SetPolicy,
        Command::RecordRate(_) => Undoable::RecordRate,
        Command::ImportDocuments(_) => Undoable::ImportDocuments,
        Command::Retract { .. } => Undoable::Retract,
        Command::Restore { .. } => Undoable::Restore,
    }
}

impl Workbook {
    /// What the next undo takes back.
    #[must_use]
    pub fn undoable(&self) -> Option<Undoable> {
        self.undo.done.last().map(|(_, name)| *name)
    }

    /// What the next redo brings back.
    #[must_use]
    pub fn redoable(&self) -> Option<Undoable> {
        self.undo.undone.last().map(|((_, name), _)| *name)
    }

    /// Takes back the last thing that this page start did: undo is a retraction, and undoing a
    /// retraction is a restoration. When that is refused, because somebody else took it back or a
    /// later import stands on it, nothing is recorded and the next undo goes one further back.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Vec<Entry>, Rejection> {
        let done = self.undo.done.pop().ok_or(Rejection::NothingToUndo)?;
        let command = match self.retracted_by(done.0) {
            Some(entry) if done.1 == Undoable::Retract => Command::Restore { entry },
            Some(_) | None => Command::Retract { entry: done.0, reason: String::new() },
        };
        let entries = self.seal(command, stamp)?;
        if let Some(last) = entries.last() {
            self.undo.undone.push((done, last.id));
        }
        self.add(entries.clone());
        Ok(entries)
    }

    /// Brings back what the last undo took; when that is refused, the next redo goes one further.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Vec<Entry>, Rejection> {
        let (done, undo) = self.undo.undone.pop().ok_or(Rejection::NothingToRedo)?;
        let command = match done.1 {
            // Without its restoration the retraction counts again; a new one would be another.
            Undoable::Retract => Command::Retract { entry: undo, reason: String::new() },
            Undoable::RecordCustomer
            | Undoable::AmendCustomer
            | Undoable::RecordDocument(_)
            | Undoable::AmendDocument
            | Undoable::RecordReceipt
            | Undoable::Allocate
            | Undoable::Refund
            | Undoable::WriteOff
            | Undoable::RecordRecovery
            | Undoable::RaiseDispute
            | Undoable::ResolveDispute
            | Undoable::Reverse
            | Undoable::SetPolicy
            | Undoable::RecordRate
            | Undoable::ImportDocuments
            | Undoable::Restore => Command::Restore { entry: done.0 },
        };
        let entries = self.seal(command, stamp)?;
        self.undo.done.push(done);
        self.add(entries.clone());
        Ok(entries)
    }

    /// What an entry retracts.
    fn retracted_by(&self, entry: EntryId) -> Option<EntryId> {
        self.journal.get(entry)?.facts.iter().find_map(|fact| {
            if let Fact::Retract(retract) = fact { Some(retract.target) } else { None }
        })
    }
}
