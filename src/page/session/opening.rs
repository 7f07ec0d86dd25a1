//! Opening a workbook by its id: from storage to the ledger, in slices.
//! Never clears anything, and never starts empty where something could not be read.

use huikuan::id::WorkbookId;
use huikuan::journal::{Damage, Journal, StoreFault};
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
        if self.storage().book() == Some(book) {
            return;
        }
        self.close();
        self.storage().begin(book);
        self.opening.set(Opening::Reading { done: 0, total: 0 });
        spawn_local(async move {
            let opened = self.load(book).await;
            // The person may have gone elsewhere meanwhile.
            if self.storage().book() == Some(book) {
                self.opening.set(opened);
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

    async fn load(self, book: WorkbookId) -> Opening {
        let storage = self.storage();
        let mut journal = Journal::default();
        let mut damages = Vec::new();
        if let Err(fault) = self.read_all(&storage, book, &mut journal, &mut damages).await {
            return Opening::Failed(fault);
        }
        if storage.book() != Some(book) {
            return Opening::Nothing;
        }
        let Some(replica) = clock::random_letters() else {
            return Opening::Failed(StoreFault::Failed("no random numbers".to_owned()));
        };
        if journal.entries().is_empty() && damages.is_empty() {
            storage.end();
            return Opening::Unknown;
        }
        self.damages.set(damages);
        self.show(Some(Workbook::open(book, replica, journal)));
        storage.tell();
        Opening::Open
    }

    /// Reads every value of the book, and looks again until there is nothing new.
    async fn read_all(
        self,
        storage: &Storage,
        book: WorkbookId,
        journal: &mut Journal,
        damages: &mut Vec<Damage>,
    ) -> Result<(), StoreFault> {
        let slices = Slices::begin();
        loop {
            let keys = storage.unread_keys()?;
            let mut read_any = false;
            for (done, key) in keys.iter().enumerate() {
                if slices.is_long() {
                    self.opening.set(Opening::Reading { done, total: keys.len() });
                    slices.pause().await;
                }
                if storage.book() != Some(book) {
                    return Ok(());
                }
                match storage.read(key) {
                    Some(Ok(entry)) => drop(journal.add(entry)),
                    Some(Err(damage)) => damages.push(damage),
                    None => continue,
                }
                read_any = true;
            }
            if !read_any {
                return Ok(());
            }
        }
    }
}
