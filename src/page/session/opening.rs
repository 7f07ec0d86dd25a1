//! Opening a workbook: from storage and shadow to the ledger, in slices (DESIGN 4, 5).
//! Never clears anything, and never starts empty where something could not be read.

use huikuan::id::{ReplicaId, WorkbookId};
use huikuan::job::Packed;
use huikuan::journal::{Entry, Journal, StoreFault};
use huikuan::ledger::Folding;
use huikuan::workbook::Workbook;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Session;
use super::storage::Storage;
use crate::page::browser::clock;
use crate::page::browser::task::Slices;

/// How far the workbook of the address is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Opening {
    /// The address names no workbook.
    #[default]
    Nothing,
    /// Being read: done of so many values.
    Reading { done: usize, total: usize },
    /// Open.
    Open,
    /// Nothing of it is in this browser.
    Unknown,
    /// It was deleted in this browser.
    Gone,
    /// A page stopped while it added this workbook up.
    Stopped(WorkbookId),
    /// It cannot be read at all.
    Failed(StoreFault),
}

impl Session {
    /// Opens the workbook with that id, unless it is the open one.
    pub(crate) fn open_book(self, id: &str) {
        let Ok(book) = id.parse::<WorkbookId>() else {
            self.close();
            self.opening.set(Opening::Unknown);
            return;
        };
        if self.storage().book() != Some(book) {
            self.open_stored(book, false);
        }
    }

    /// Opens a workbook at which a page stopped before.
    pub(crate) fn open_again(self, book: WorkbookId) {
        self.open_stored(book, true);
    }

    fn open_stored(self, book: WorkbookId, is_again: bool) {
        let Some((turn, replica)) = self.begin(book) else { return };
        spawn_local(async move {
            let storage = self.storage();
            if !is_again && storage.was_stopped(book).await {
                if storage.is_turn(turn) {
                    storage.end();
                    self.opening.set(Opening::Stopped(book));
                }
                return;
            }
            let opened = match self.read_all(&storage, book, turn).await {
                Ok(journal) => self.finish(&storage, book, turn, replica, journal).await,
                Err(fault) => Some(Opening::Failed(fault)),
            };
            // The person may have gone elsewhere meanwhile.
            if let Some(opened) = opened.filter(|_| storage.is_turn(turn)) {
                if opened == Opening::Open {
                    storage.settle();
                    self.after_opening(book, turn);
                } else {
                    storage.end();
                }
                self.damages.set(storage.damages());
                self.opening.set(opened);
            }
        });
    }

    /// Opens a workbook that is not here yet, and stores it as it came.
    pub(crate) fn open_new(self, book: WorkbookId, entries: Vec<Entry>, packed: Vec<Packed>) {
        let Some((turn, replica)) = self.begin(book) else { return };
        let storage = self.storage();
        storage.revive(book);
        storage.accept_packed(packed.into_iter().map(|packed| packed.record(book)).collect());
        spawn_local(async move {
            let mut journal = Journal::default();
            let slices = Slices::begin();
            for entry in entries {
                slices.pause_when_long().await;
                journal.add(entry);
            }
            let opened = self.finish(&storage, book, turn, replica, journal).await;
            if let Some(opened) = opened.filter(|_| storage.is_turn(turn)) {
                self.opening.set(opened);
                self.list_books();
                self.after_opening(book, turn);
            }
        });
    }

    /// Leaves the open workbook.
    pub(crate) fn close(self) {
        self.storage().end();
        self.damages.set(Vec::new());
        self.opening.set(Opening::Nothing);
        self.show(None);
    }

    /// Leaves the open workbook for another, which is to be read. Gives the turn and the name of
    /// this page start; `None` where the browser draws no random numbers.
    fn begin(self, book: WorkbookId) -> Option<(u32, ReplicaId)> {
        self.close();
        let Some(replica) = clock::random_letters() else {
            self.opening.set(Opening::Failed(StoreFault::Failed("no random numbers".to_owned())));
            return None;
        };
        self.opening.set(Opening::Reading { done: 0, total: 0 });
        Some((self.storage().begin(book, replica), replica))
    }

    /// Reads every value of the book, and looks again until there is nothing new.
    async fn read_all(
        self,
        storage: &Storage,
        book: WorkbookId,
        turn: u32,
    ) -> Result<Journal, StoreFault> {
        let mut journal = Journal::default();
        let slices = Slices::begin();
        let mut total = storage.look()?;
        loop {
            while let Some(entries) = storage.step()? {
                for entry in entries {
                    journal.add(entry);
                }
                if slices.is_long() {
                    let done = total.saturating_sub(storage.waiting());
                    self.opening.set(Opening::Reading { done, total });
                    slices.pause().await;
                }
                if !storage.is_turn(turn) {
                    return Ok(journal);
                }
            }
            let before = total;
            total += storage.look()?;
            if total == before {
                // Only now is it known what local storage lacks.
                storage.read_shadow(book, turn).await;
                total += storage.waiting();
                if total == before {
                    return Ok(journal);
                }
            }
        }
    }

    /// Adds the journal up and shows the workbook; `None` when the person went elsewhere.
    async fn finish(
        self,
        storage: &Storage,
        book: WorkbookId,
        turn: u32,
        replica: ReplicaId,
        journal: Journal,
    ) -> Option<Opening> {
        if storage.is_gone() {
            return Some(Opening::Gone);
        }
        let is_empty = journal.all_in_order().is_empty() && storage.damages().is_empty();
        if is_empty {
            return Some(Opening::Unknown);
        }
        storage.mark_folding(book, replica);
        let (slices, mut folding) = (Slices::begin(), Folding::begin(&journal));
        while storage.is_turn(turn) && folding.step(&journal) {
            slices.pause_when_long().await;
        }
        storage.unmark_folding(book);
        if !storage.is_turn(turn) {
            return None;
        }
        let ledger = folding.end(&journal);
        self.show(Some(Workbook::resume(book, replica, journal, ledger)));
        // What other tabs stored meanwhile.
        self.read_waiting();
        Some(Opening::Open)
    }
}
