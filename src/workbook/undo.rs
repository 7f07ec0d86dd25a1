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
    /// A discount was recorded.
    GrantDiscount,
    /// A late discount was accepted.
    AcceptDiscount,
    /// A late charge was decided.
    DecideLateCharge,
    /// A late charge was claimed by a debit note.
    ClaimLateCharge,
    /// Terms were extended.
    ExtendTerms,
    /// A perk was granted.
    GrantPerk,
    /// A perk was given.
    FulfillPerk,
    /// A dispute was raised.
    RaiseDispute,
    /// A dispute was ended.
    ResolveDispute,
    /// Something was reversed.
    Reverse,
    /// A contact was recorded.
    LogContact,
    /// A promise was recorded.
    RecordPromise,
    /// A plan was agreed.
    AgreePlan,
    /// Collection was put on hold.
    PlaceHold,
    /// An appointment was made.
    MakeAppointment,
    /// A case was opened.
    OpenCase,
    /// A case reached a stage.
    ReachCaseStage,
    /// A proposal was decided on.
    Approve,
    /// Evidence was added.
    AddEvidence,
    /// A statement was sent.
    SendStatements,
    /// A return slip came back.
    AnswerStatement,
    /// A contract was recorded or changed.
    RecordContract,
    /// A class or tier was set by hand.
    SetOverride,
    /// Classes were evaluated.
    Evaluate,
    /// A decision on credit.
    DecideCredit,
    /// Alerts were dismissed or put off.
    AnswerAlerts,
    /// A loss was assessed.
    Assess,
    /// An article was recorded or changed.
    RecordArticle,
    /// Training was recorded.
    RecordTraining,
    /// A decision of a meeting.
    RecordDecision,
    /// Finance signed off.
    SignOff,
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

/// What the next undo takes back, or the next redo brings back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndoStep {
    /// What was done.
    pub what: Undoable,
    /// How often it was done in one go: the rows of a paste, the lines of a bulk action.
    pub count: usize,
}

/// What this page start did and undid, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct UndoStack {
    done: Vec<Done>,
    undone: Vec<Undone>,
}

/// One step: what was done, and the entries that recorded it.
#[derive(Clone, Debug)]
struct Done {
    what: Undoable,
    entries: Vec<EntryId>,
}

/// A step that was undone: its entries, each with the one that undid it.
#[derive(Clone, Debug)]
struct Undone {
    what: Undoable,
    entries: Vec<(EntryId, EntryId)>,
}

impl UndoStack {
    /// Notes a command; what was undone before it cannot be redone any more.
    pub(super) fn push(&mut self, entry: EntryId, what: Undoable) {
        self.done.push(Done { what, entries: vec![entry] });
        self.undone.clear();
    }

    /// Makes one step of the last `count`, under the name of the first of them.
    fn join(&mut self, count: usize) {
        let from = self.done.len().saturating_sub(count);
        let mut last = self.done.drain(from..);
        if let Some(mut first) = last.next() {
            first.entries.extend(last.flat_map(|done| done.entries));
            self.done.push(first);
        }
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
        Command::GrantDiscount(_) => Undoable::GrantDiscount,
        Command::AcceptDiscount(_) => Undoable::AcceptDiscount,
        Command::DecideLateCharge(_) => Undoable::DecideLateCharge,
        Command::ClaimLateCharge(_) => Undoable::ClaimLateCharge,
        Command::ExtendTerms(_) => Undoable::ExtendTerms,
        Command::GrantPerk(_) => Undoable::GrantPerk,
        Command::FulfillPerk(_) => Undoable::FulfillPerk,
        Command::RaiseDispute(_) => Undoable::RaiseDispute,
        Command::ResolveDispute { .. } => Undoable::ResolveDispute,
        Command::Reverse { .. } => Undoable::Reverse,
        Command::LogContact { .. } | Command::LogContacts(_) => Undoable::LogContact,
        Command::RecordPromise(_) => Undoable::RecordPromise,
        Command::AgreePlan(_) => Undoable::AgreePlan,
        Command::PlaceHold(_) => Undoable::PlaceHold,
        Command::MakeAppointment(_) => Undoable::MakeAppointment,
        Command::OpenCase(_) => Undoable::OpenCase,
        Command::ReachCaseStage(_) => Undoable::ReachCaseStage,
        Command::Approve(_) => Undoable::Approve,
        Command::AddEvidence(_) => Undoable::AddEvidence,
        Command::SendStatements(_) => Undoable::SendStatements,
        Command::AnswerStatement(_) => Undoable::AnswerStatement,
        Command::RecordContract { .. } => Undoable::RecordContract,
        Command::SetOverride(_) => Undoable::SetOverride,
        Command::Evaluate(_) => Undoable::Evaluate,
        Command::DecideCredit(_) => Undoable::DecideCredit,
        Command::AnswerAlerts(_) => Undoable::AnswerAlerts,
        Command::Assess(_) => Undoable::Assess,
        Command::RecordArticle { .. } | Command::RecordArticles(_) => Undoable::RecordArticle,
        Command::RecordTraining(_) => Undoable::RecordTraining,
        Command::RecordDecision(_) => Undoable::RecordDecision,
        Command::SignOff(_) => Undoable::SignOff,
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
    pub fn undoable(&self) -> Option<UndoStep> {
        let done = self.undo.done.last()?;
        Some(UndoStep { what: done.what, count: done.entries.len() })
    }

    /// What the next redo brings back.
    #[must_use]
    pub fn redoable(&self) -> Option<UndoStep> {
        let undone = self.undo.undone.last()?;
        Some(UndoStep { what: undone.what, count: undone.entries.len() })
    }

    /// Makes one step for undo of the last `count` things that were done, since a person did them
    /// by one act: a paste, a bulk action.
    pub fn join_undo(&mut self, count: usize) {
        self.undo.join(count);
    }

    /// Takes back the last thing that this page start did: undo is a retraction, and undoing a
    /// retraction is a restoration. Of a step of many entries it takes back those that still
    /// stand. When none can be, because somebody else took them back or a later import stands on
    /// them, nothing is recorded and the next undo goes one further back.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Vec<Entry>, Rejection> {
        let Done { what, entries } = self.undo.done.pop().ok_or(Rejection::NothingToUndo)?;
        // The last first: what a later entry stands on is taken back after it.
        let mut turned =
            self.turn_each(entries.into_iter().rev(), stamp, |book, done| {
                match book.retracted_by(done) {
                    Some(entry) if what == Undoable::Retract => Command::Restore { entry },
                    Some(_) | None => Command::Retract { entry: done, reason: String::new() },
                }
            })?;
        turned.turned.reverse();
        self.undo.undone.push(Undone { what, entries: turned.turned });
        Ok(turned.recorded)
    }

    /// Brings back what the last undo took, as far as it can be; when nothing of it can, the next
    /// redo goes one further.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Vec<Entry>, Rejection> {
        let Undone { what, entries } = self.undo.undone.pop().ok_or(Rejection::NothingToRedo)?;
        let is_retraction = what == Undoable::Retract;
        // Without its restoration a retraction counts again; a new one would be another.
        let turned = self.turn_each(entries.into_iter(), stamp, |_, (done, undo)| {
            if is_retraction {
                Command::Retract { entry: undo, reason: String::new() }
            } else {
                Command::Restore { entry: done }
            }
        })?;
        let entries = turned.turned.into_iter().map(|((done, _), _)| done).collect();
        self.undo.done.push(Done { what, entries });
        Ok(turned.recorded)
    }

    /// Gives a command for each thing and records those that are not refused; refused when all are.
    fn turn_each<T: Copy>(
        &mut self,
        things: impl Iterator<Item = T>,
        stamp: &Stamp,
        command: impl Fn(&Self, T) -> Command,
    ) -> Result<Turned<T>, Rejection> {
        let mut turn = Turned { turned: Vec::new(), recorded: Vec::new() };
        let mut refused = Rejection::NothingChanged;
        for thing in things {
            match self.seal(command(self, thing), stamp) {
                Ok(entries) => {
                    turn.turned.extend(entries.last().map(|last| (thing, last.id)));
                    self.add(entries.clone());
                    turn.recorded.extend(entries);
                }
                Err(rejection) => refused = rejection,
            }
        }
        if turn.turned.is_empty() { Err(refused) } else { Ok(turn) }
    }

    /// What an entry retracts.
    fn retracted_by(&self, entry: EntryId) -> Option<EntryId> {
        self.journal.get(entry)?.facts.iter().find_map(|fact| {
            if let Fact::Retract(retract) = fact { Some(retract.target) } else { None }
        })
    }
}

/// Things that were undone or redone, each with the entry that did it, and all those entries.
struct Turned<T> {
    turned: Vec<(T, EntryId)>,
    recorded: Vec<Entry>,
}
