//! Undo and redo: retractions and restorations of what this page start did (I4).
//! Never touches what somebody else recorded.

use super::{Command, Rejection, Stamp, Workbook};
use crate::id::EntryId;
use crate::journal::Entry;
use crate::record::DocumentKind;

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
    undone: Vec<(EntryId, Undoable)>,
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
        self.undo.undone.last().map(|(_, name)| *name)
    }

    /// Takes back the last thing that this page start did: undo is a retraction, and undoing a
    /// retraction is a restoration.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Vec<Entry>, Rejection> {
        let &(entry, name) = self.undo.done.last().ok_or(Rejection::NothingToUndo)?;
        let entries = self.seal(self.opposite(entry, name, true), stamp)?;
        self.undo.done.pop();
        self.undo.undone.push((entry, name));
        self.add(entries.clone());
        Ok(entries)
    }

    /// Brings back what the last undo took.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Vec<Entry>, Rejection> {
        let &(entry, name) = self.undo.undone.last().ok_or(Rejection::NothingToRedo)?;
        let entries = self.seal(self.opposite(entry, name, false), stamp)?;
        self.undo.undone.pop();
        self.undo.done.push((entry, name));
        self.add(entries.clone());
        Ok(entries)
    }

    /// The command that takes an entry back, or brings it back. A retraction is taken back by
    /// restoring what it retracted.
    fn opposite(&self, entry: EntryId, name: Undoable, back: bool) -> Command {
        let retracted = self.journal.get(entry).and_then(|held| {
            held.facts.iter().find_map(|fact| match fact {
                crate::record::Fact::Retract(retract) => Some(retract.target),
                _ => None,
            })
        });
        match (retracted.filter(|_| name == Undoable::Retract), back) {
            (Some(target), true) => Command::Restore { entry: target },
            (Some(target), false) => Command::Retract { entry: target, reason: String::new() },
            (None, true) => Command::Retract { entry, reason: String::new() },
            (None, false) => Command::Restore { entry },
        }
    }
}
