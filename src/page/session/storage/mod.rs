//! The open workbook's place in the browser: local storage, and its shadow in IndexedDB.
//! Never decides what is written where: the library's `store` does; this is its hands and eyes.

mod bulk;
mod compaction;
mod deletion;
mod mark;
mod shadow;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use huikuan::id::{ReplicaId, WorkbookId};
use huikuan::journal::{Damage, Entry, StoreFault};
use huikuan::store::{self, AcceptError, BookStore, Record, StoreKey};
use leptos::prelude::*;

use self::shadow::Shadow;
use super::local::Local;
use super::saved::Saved;
use crate::page::browser::worker::WorkerDesk;

/// The browser's storage as the session uses it; copies share it.
#[derive(Clone)]
pub(super) struct Storage(Rc<Kept>);

struct Kept {
    local: Local,
    shadow: Shadow,
    /// Packs and compacts; apart from the person's jobs, whose cancelling ends their worker.
    worker: WorkerDesk,
    book: RefCell<Option<BookStore>>,
    /// Rises with every book begun or left, so that work for an earlier one ends itself.
    turn: Cell<u32>,
    /// Why local storage refused last, until it takes everything again.
    fault: RefCell<Option<StoreFault>>,
    /// Room is being made in a full store.
    is_making_room: Cell<bool>,
    /// Bulks on their way into local storage.
    bulks: Cell<u32>,
    /// Books of which the shadow holds something.
    shadowed_books: RefCell<BTreeSet<WorkbookId>>,
    saved: RwSignal<Saved>,
}

impl Storage {
    /// Asks the browser for its storage. Without it, books live as long as the page, and say so.
    pub(super) fn new(saved: RwSignal<Saved>) -> Self {
        Self(Rc::new(Kept {
            local: Local::probe(),
            shadow: Shadow::default(),
            worker: WorkerDesk::loading(),
            book: RefCell::default(),
            turn: Cell::new(0),
            fault: RefCell::default(),
            is_making_room: Cell::new(false),
            bulks: Cell::new(0),
            shadowed_books: RefCell::default(),
            saved,
        }))
    }

    /// The ids of all books that are here, in local storage or in the shadow, deleted ones not.
    pub(super) fn books(&self) -> BTreeSet<WorkbookId> {
        let listed = store::books(&self.0.local).unwrap_or_default();
        let gone = |id: &WorkbookId| listed.iter().any(|book| book.book == *id && book.gone);
        let mut books = self.0.shadowed_books.borrow().clone();
        books.extend(listed.iter().filter(|book| book.values > 0).map(|book| book.book));
        books.retain(|id| !gone(id));
        books
    }

    /// Begins to keep a book for a page start of that name; what was held of another is let go.
    /// Gives the turn.
    pub(super) fn begin(&self, book: WorkbookId, replica: ReplicaId) -> u32 {
        self.let_go();
        self.0.book.replace(Some(BookStore::new(book, replica)));
        self.0.fault.take();
        self.0.bulks.set(0);
        self.0.saved.set(Saved::Saving);
        self.next_turn()
    }

    /// Stops keeping any book.
    pub(super) fn end(&self) {
        self.let_go();
        self.0.saved.set(Saved::Nothing);
        self.next_turn();
    }

    /// Leaves the book; what storage refused of it stays in memory, for coming back to it.
    fn let_go(&self) {
        let left = self.0.book.take().filter(|book| !book.is_gone());
        for record in left.iter().flat_map(BookStore::unsaved_records) {
            self.0.local.keep(record);
        }
    }

    /// Whether anything of any book would be lost with this page.
    pub(super) fn holds_unsaved(&self) -> bool {
        self.0.local.holds_unsaved()
    }

    /// Whether somebody emptied local storage under this page.
    pub(super) fn is_cleared(&self) -> bool {
        // Storage that cannot be read says so with the next write.
        self.with(|book, local| book.is_cleared(local)).is_some_and(|cleared| cleared == Ok(true))
    }

    /// How much of the book is not on disk beyond doubt, in stored values; and why the second copy
    /// takes nothing, in the browser's words.
    pub(super) fn unsafe_values(&self) -> (usize, Option<String>) {
        let count = self.with(|book, _| book.unshadowed()).unwrap_or_default();
        (count, self.0.shadow.fault())
    }

    fn next_turn(&self) -> u32 {
        self.0.turn.set(self.0.turn.get().wrapping_add(1));
        self.0.turn.get()
    }

    /// Whether the book of that turn is still the one that is kept.
    pub(super) fn is_turn(&self, turn: u32) -> bool {
        self.0.turn.get() == turn
    }

    /// The turn of the book that is kept.
    pub(super) fn turn(&self) -> u32 {
        self.0.turn.get()
    }

    /// The book that is kept at present.
    pub(super) fn book(&self) -> Option<WorkbookId> {
        self.0.book.borrow().as_ref().map(BookStore::book)
    }

    /// Values of the book that could not be read.
    pub(super) fn damages(&self) -> Vec<Damage> {
        self.with(|book, _| book.damages().to_vec()).unwrap_or_default()
    }

    /// True when the book was deleted here.
    pub(super) fn is_gone(&self) -> bool {
        self.with(|book, _| book.is_gone()).unwrap_or_default()
    }

    /// Lists the keys of the book and gives how many values wait to be read.
    pub(super) fn look(&self) -> Result<usize, StoreFault> {
        self.with(|book, local| book.look(local).map(|_| book.waiting())).unwrap_or(Ok(0))
    }

    /// Reads the next values; `None` when nothing waits.
    pub(super) fn step(&self) -> Result<Option<Vec<Entry>>, StoreFault> {
        self.with(|book, local| book.step(local)).unwrap_or(Ok(None))
    }

    /// How many values wait to be read.
    pub(super) fn waiting(&self) -> usize {
        self.with(|book, _| book.waiting()).unwrap_or(0)
    }

    /// Hears of a change that another tab made; true when values wait to be read.
    pub(super) fn hear(&self, key: Option<&str>, present: bool) -> bool {
        self.with(|book, _| book.hear(key, present)).unwrap_or(false)
    }

    /// To be called once when everything is read: what only the shadow had is stored again.
    pub(super) fn settle(&self) {
        self.with(|book, _| book.settle());
        self.retry();
        self.shadow_soon();
    }

    /// Stores accepted entries: a few at once, many by way of the worker.
    pub(super) fn accept(&self, entries: &[Entry]) {
        if bulk::is_bulk(entries) {
            self.accept_bulk(entries.to_vec());
            return;
        }
        let written = self.with(|book, local| book.accept(local, entries));
        self.note(match written {
            None | Some(Ok(())) => Ok(()),
            Some(Err(AcceptError::Store(fault))) => Err(fault),
            Some(Err(AcceptError::Unwritable(unwritable))) => {
                Err(StoreFault::Failed(unwritable.to_string()))
            }
        });
        self.shadow_soon();
    }

    /// Stores entries again that this page holds and storage lost, as after somebody cleared it.
    pub(super) fn store_again<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>) {
        let missing = self.with(|book, _| book.missing(entries)).unwrap_or_default();
        let missing: Vec<Entry> = missing.into_iter().cloned().collect();
        if !missing.is_empty() {
            self.accept(&missing);
        }
    }

    /// Lets a book that was deleted here be stored again: a person imports it anew.
    pub(super) fn revive(&self, book: WorkbookId) {
        // Where the mark cannot be taken away, the first write says so.
        drop(store::revive(&self.0.local, book));
    }

    /// Everything of a book as it stands, for a file that helps to repair it.
    pub(super) fn raw(&self, book: WorkbookId) -> Result<Vec<Record>, StoreFault> {
        store::raw(&self.0.local, book)
    }

    /// Tries again what was refused before.
    pub(super) fn retry(&self) {
        let kept = self.0.local.flush();
        let written = self.with(|book, local| book.retry(local)).unwrap_or(Ok(()));
        self.note(kept.and(written));
    }

    /// Notes how a write went; a full store is compacted at once.
    fn note(&self, written: Result<(), StoreFault>) {
        let is_full = written == Err(StoreFault::Full);
        self.0.fault.replace(written.err());
        self.tell();
        if is_full {
            self.make_room();
        }
    }

    /// Says on screen how things stand.
    fn tell(&self) {
        let state = self.with(|book, local| {
            let in_memory = local.only_in_memory(book.book());
            let unsaved = book.unsaved() > 0 || in_memory.is_some();
            let fault = self.0.fault.borrow().clone().or(in_memory);
            let shadow = self.0.shadow.fault();
            let in_shadow = book.unshadowed() == 0 && shadow.is_none();
            match (fault, shadow) {
                _ if book.is_gone() => Saved::Nowhere(StoreFault::Gone),
                (Some(fault), _) if unsaved && in_shadow => Saved::OnlyShadow(fault),
                (Some(fault), _) if unsaved => Saved::Nowhere(fault),
                _ if self.0.bulks.get() > 0 || unsaved => Saved::Saving,
                (_, Some(why)) => Saved::OnlyLocal(why),
                (_, None) if in_shadow => Saved::Safe,
                (_, None) => Saved::Saving,
            }
        });
        let state = state.unwrap_or_default();
        if self.0.saved.with_untracked(|saved| *saved != state) {
            self.0.saved.set(state);
        }
    }

    /// Works with the book that is kept; `None` when there is none.
    fn with<T>(&self, work: impl FnOnce(&mut BookStore, &Local) -> T) -> Option<T> {
        self.0.book.borrow_mut().as_mut().map(|book| work(book, &self.0.local))
    }
}

/// The book that a key belongs to; `None` for keys of the page itself and of others.
pub(super) fn book_of(key: &str) -> Option<WorkbookId> {
    key.parse::<StoreKey>().ok().and_then(StoreKey::book)
}
