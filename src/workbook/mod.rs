//! What a person can do to the workbook, and what it answers.
//! Never knows a file format, a language or a screen.

pub mod draft;
pub mod field;
pub mod problem;
pub mod question;

mod check;
mod command;
mod import;
mod merge;
mod recording;
mod rejection;
mod undo;

pub use command::{Command, LateChargeClaim, Outcome, Share};
pub use import::{Change, Difference, ImportPlan, ImportPlanning};
pub use merge::{BalanceChange, MergeComparing, MergePreview};
pub use recording::ImportRecording;
pub use rejection::Rejection;
pub use undo::{UndoStep, Undoable};

use crate::calendar::Instant;
use crate::id::{EntryId, ReplicaId, WorkbookId};
use crate::journal::{Added, Entry, Journal};
use crate::ledger::Ledger;
use crate::money::Currency;
use crate::policy::{Policy, articles};
use crate::record::{ArticleStatement, Created, Fact};
use undo::UndoStack;

/// A workbook that is open: its journal, what it adds up to, and what this page start can undo.
#[derive(Clone, Debug)]
pub struct Workbook {
    id: WorkbookId,
    replica: ReplicaId,
    journal: Journal,
    ledger: Ledger,
    undo: UndoStack,
}

/// When and by whom a command is given; the library has no clock of its own.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// The laptop's wall clock.
    pub at: Instant,
    /// The person.
    pub by: String,
}

impl Workbook {
    /// A new workbook whose first entry writes down every default.
    #[must_use]
    pub fn create(
        id: WorkbookId,
        replica: ReplicaId,
        title: &str,
        base_currency: Currency,
        stamp: &Stamp,
    ) -> Self {
        let settings = Policy::first_settings(title, base_currency);
        let created = Fact::Created(Box::new(Created { workbook: id, settings }));
        let articles = articles().into_iter().map(|article| Fact::Article(Box::new(article)));
        let facts: Vec<Fact> = [created].into_iter().chain(articles).collect();
        let mut workbook = Self::open(id, replica, Journal::default());
        let first = EntryId { replica, seq: 1 };
        if let Some(entry) = Entry::seal(first, 1, stamp.at.clone(), &stamp.by, facts) {
            workbook.add(vec![entry]);
        }
        workbook
    }

    /// Opens a journal as a page start with a name of its own.
    #[must_use]
    pub fn open(id: WorkbookId, replica: ReplicaId, journal: Journal) -> Self {
        let ledger = Ledger::fold(&journal);
        Self::resume(id, replica, journal, ledger)
    }

    /// Opens a journal with the ledger that was folded from it.
    #[must_use]
    pub fn resume(id: WorkbookId, replica: ReplicaId, journal: Journal, ledger: Ledger) -> Self {
        Self { id, replica, journal, ledger, undo: UndoStack::default() }
    }

    /// Checks a command and records it. Gives the new entries, in the order in which they must be
    /// stored, or says which rule the command breaks; then nothing is changed.
    pub fn apply(&mut self, command: Command, stamp: &Stamp) -> Result<Vec<Entry>, Rejection> {
        let name = undo::name(&command);
        let entries = self.seal(command, stamp)?;
        if let Some(last) = entries.last() {
            self.undo.push(last.id, name);
        }
        self.add(entries.clone());
        Ok(entries)
    }

    /// Records the templates with which a workbook begins, right after its creation (F1). They
    /// belong to its beginning: undo does not take them back.
    pub fn begin_with(
        &mut self,
        templates: Vec<ArticleStatement>,
        stamp: &Stamp,
    ) -> Result<Vec<Entry>, Rejection> {
        let entries = self.seal(Command::RecordArticles(templates), stamp)?;
        self.add(entries.clone());
        Ok(entries)
    }

    /// The entries that a command would record.
    fn seal(&self, command: Command, stamp: &Stamp) -> Result<Vec<Entry>, Rejection> {
        if let Command::ImportDocuments(plan) = command {
            return self.seal_import(*plan, stamp);
        }
        let id = self.next_id(0)?;
        let amended = match &command {
            Command::AmendDocument { document, .. } => Some(document.clone()),
            _ => None,
        };
        let facts = self.facts(command, id)?;
        let entry = self.entry(id, 0, facts, stamp)?;
        if let Some(document) = amended {
            self.keeps_effects(&document, &entry)?;
        }
        Ok(vec![entry])
    }

    /// The id of the entry that comes after `skip` others.
    fn next_id(&self, skip: u32) -> Result<EntryId, Rejection> {
        let seq = self.journal.next_seq(self.replica).checked_add(skip);
        let seq = seq.filter(|seq| *seq < u32::MAX).ok_or(Rejection::CounterUsedUp)?;
        Ok(EntryId { replica: self.replica, seq })
    }

    fn entry(
        &self,
        id: EntryId,
        skip: u32,
        facts: Vec<Fact>,
        stamp: &Stamp,
    ) -> Result<Entry, Rejection> {
        let clock = self.journal.next_clock() + u64::from(skip);
        if clock > crate::journal::CLOCK_MAX {
            return Err(Rejection::CounterUsedUp);
        }
        Entry::seal(id, clock, stamp.at.clone(), &stamp.by, facts).ok_or(Rejection::CounterUsedUp)
    }

    /// Takes in entries from another tab, the shadow or a file, and gives those that were new.
    pub fn add(&mut self, entries: Vec<Entry>) -> Vec<EntryId> {
        let (mut places, mut new, mut replaced) = (Vec::new(), Vec::new(), false);
        for entry in entries {
            let id = entry.id;
            match self.journal.add(entry) {
                Added::New(place) => {
                    places.push(place);
                    new.push(id);
                }
                Added::Rival(_) | Added::SetAside => {
                    replaced = true;
                    new.push(id);
                }
                Added::Known => {}
            }
        }
        if replaced {
            self.ledger = Ledger::fold(&self.journal);
        } else if !places.is_empty() {
            self.ledger.extend(&self.journal, &places);
        }
        new
    }

    /// Its random name.
    #[must_use]
    pub const fn id(&self) -> WorkbookId {
        self.id
    }

    /// The name of this page start.
    #[must_use]
    pub const fn replica(&self) -> ReplicaId {
        self.replica
    }

    /// All entries.
    #[must_use]
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// What they add up to.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }
}
