//! The shadow in IndexedDB, whose writes are on disk when they return (DESIGN 4).
//! Never waited for by what a person does: the screen says "saving" until it is done.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::time::Duration;

use huikuan::id::WorkbookId;
use huikuan::store::{Record, book_prefix};
use leptos::prelude::set_timeout;
use leptos::task::spawn_local;

use super::{Storage, book_of};
use crate::page::browser::clock;
use crate::page::browser::indexed_db::{IndexedDb, ShadowFault, ShadowRecord};
use crate::page::browser::once::once;
use crate::page::browser::task::next_task;

/// About how many UTF-16 units go into one transaction.
const UNITS_PER_PUT: usize = 1 << 18;
/// A shadow that does not open by then is done without.
const OPEN_MAX: Duration = Duration::from_secs(4);
/// What stands in the shadow for so long may be taken out, when it is elsewhere too.
const KEPT_MS: f64 = 7.0 * 24.0 * 3_600_000.0;
/// What every key of ours begins with.
const PREFIX: &str = "huikuan/";

/// The shadow as this page has it.
#[derive(Default)]
pub(super) struct Shadow {
    database: RefCell<Option<IndexedDb>>,
    fault: RefCell<Option<String>>,
    /// A put is under way, which goes on until nothing is left.
    is_putting: Cell<bool>,
}

impl Shadow {
    /// Why the shadow takes nothing, in the browser's words.
    pub(super) fn fault(&self) -> Option<String> {
        self.fault.borrow().clone()
    }
}

impl Storage {
    /// The open shadow; on the first call it is opened.
    async fn database(&self) -> Result<IndexedDb, ShadowFault> {
        if let Some(database) = &*self.0.shadow.database.borrow() {
            return Ok(database.clone());
        }
        let (done, waiting) = once();
        let late = done.clone();
        spawn_local(async move { done.send(IndexedDb::open().await) });
        let too_late = || ShadowFault("IndexedDB does not open".to_owned());
        set_timeout(move || late.send(Err(too_late())), OPEN_MAX);
        let opened = waiting.await;
        match &opened {
            Ok(database) => drop(self.0.shadow.database.replace(Some(database.clone()))),
            Err(ShadowFault(why)) => drop(self.0.shadow.fault.replace(Some(why.clone()))),
        }
        opened
    }

    /// Takes over what the shadow holds of the book of that turn and local storage lacks.
    pub(in crate::page::session) async fn read_shadow(&self, book: WorkbookId, turn: u32) {
        if let Err(ShadowFault(why)) = self.take_shadow(book, turn).await
            && self.is_turn(turn)
        {
            self.0.shadow.fault.replace(Some(why));
        }
    }

    async fn take_shadow(&self, book: WorkbookId, turn: u32) -> Result<(), ShadowFault> {
        let database = self.database().await?;
        let keys = database.keys(&book_prefix(book)).await?;
        if !self.is_turn(turn) {
            return Ok(());
        }
        let needed = self.with(|book, _| book.take_shadow_keys(keys)).unwrap_or_default();
        if needed.is_empty() {
            return Ok(());
        }
        let records = database.some(&needed).await?;
        if self.is_turn(turn) {
            let records = records.into_iter().map(|record| Record {
                key: record.key,
                value: record.value,
                holds: Vec::new(),
            });
            self.with(|book, _| book.take_shadow(records.collect()));
        }
        Ok(())
    }

    /// Looks which books the shadow knows of.
    pub(in crate::page::session) async fn read_shadowed_books(&self) -> Result<(), ShadowFault> {
        let keys = self.database().await?.keys(PREFIX).await?;
        let books: BTreeSet<WorkbookId> = keys.iter().filter_map(|key| book_of(key)).collect();
        self.0.shadowed_books.replace(books);
        Ok(())
    }

    /// Puts records of a book that is no longer kept into the shadow.
    pub(super) async fn shadow_left(&self, records: Vec<Record>) {
        if records.is_empty() {
            return;
        }
        let put_at_ms = clock::now_ms();
        let of_record = |Record { key, value, .. }| ShadowRecord { key, value, put_at_ms };
        let records: Vec<ShadowRecord> = records.into_iter().map(of_record).collect();
        let put = async { self.database().await?.put_all(&records).await }.await;
        if let Err(ShadowFault(why)) = put {
            self.0.shadow.fault.replace(Some(why));
        }
    }

    /// Puts into the shadow whatever is not there yet, unless that is under way already.
    pub(in crate::page::session) fn shadow_soon(&self) {
        if self.0.shadow.is_putting.replace(true) {
            return;
        }
        let storage = self.clone();
        spawn_local(async move {
            // What was accepted is shown first.
            next_task().await;
            let was_open = storage.0.shadow.database.borrow().is_some();
            let mut put = storage.put_all().await;
            if put.is_err() && was_open {
                // Somebody deleted the database under this page: all of it goes into a new one.
                storage.0.shadow.database.take();
                storage.with(|book, _| book.forget_shadow());
                put = storage.put_all().await;
            }
            if let Err(ShadowFault(why)) = put {
                storage.0.shadow.fault.replace(Some(why));
            }
            storage.0.shadow.is_putting.set(false);
            storage.tell();
        });
    }

    async fn put_all(&self) -> Result<(), ShadowFault> {
        let database = self.database().await?;
        loop {
            let turn = self.turn();
            let records = self.with(|book, local| book.to_shadow(local, UNITS_PER_PUT));
            // Local storage that cannot be read leaves the shadow with what this page still holds.
            let records = records.and_then(Result::ok).unwrap_or_default();
            if records.is_empty() {
                return Ok(());
            }
            let put_at_ms = clock::now_ms();
            let keys: Vec<String> = records.iter().map(|record| record.key.clone()).collect();
            let records = records.into_iter().map(|record| ShadowRecord {
                key: record.key,
                value: record.value,
                put_at_ms,
            });
            database.put_all(&records.collect::<Vec<_>>()).await?;
            self.0.shadow.fault.take();
            if self.is_turn(turn) {
                self.with(|book, _| book.shadowed(keys.iter().map(String::as_str)));
                self.tell();
            }
        }
    }

    /// Takes all of a deleted book out of the shadow.
    pub(super) async fn delete_shadow(&self, book: WorkbookId) -> Result<(), ShadowFault> {
        self.0.shadowed_books.borrow_mut().remove(&book);
        self.database().await?.delete_prefix(&book_prefix(book)).await
    }

    /// Takes out of the shadow what is old, stored and shadowed elsewhere; all of a deleted book.
    pub(in crate::page::session) async fn prune_shadow(
        &self,
        book: WorkbookId,
        turn: u32,
    ) -> Result<(), ShadowFault> {
        let database = self.database().await?;
        if self.is_turn(turn) && self.is_gone() {
            return database.delete_prefix(&book_prefix(book)).await;
        }
        let keys = database.keys(&book_prefix(book)).await?;
        if !self.is_turn(turn) {
            return Ok(());
        }
        let prunable = self.with(|book, _| -> Vec<String> {
            let keys = keys.iter().map(String::as_str);
            book.prunable(keys).into_iter().map(str::to_owned).collect()
        });
        let prunable = prunable.unwrap_or_default();
        if prunable.is_empty() {
            return Ok(());
        }
        let before = clock::now_ms() - KEPT_MS;
        let old = database.some(&prunable).await?.into_iter();
        let old = old.filter(|record| record.put_at_ms < before).map(|record| record.key);
        database.delete_all(&old.collect::<Vec<_>>()).await
    }
}
