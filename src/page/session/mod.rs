//! The open workbook as a context: reading it in memos, changing it by commands.
//! Never draws anything, and never touches storage itself: `storage` does.

pub(crate) mod backup;
pub(crate) mod book_file;
pub(crate) mod books;
mod day;
pub(crate) mod health;
pub(crate) mod linked;
pub(crate) mod local;
pub(crate) mod opening;
mod saved;
mod sliced;
mod storage;
mod tabs;

use huikuan::calendar::Date;
use huikuan::id::WorkbookId;
use huikuan::journal::{Damage, Entry};
use huikuan::ledger::Ledger;
use huikuan::store::Room;
use huikuan::view::worklist::DayMemory;
use huikuan::workbook::{Command, Rejection, Stamp, Workbook};
use huikuan::{rule::balance::bucket::Buckets, say};
use leptos::ev;
use leptos::prelude::*;

use self::opening::Opening;
use self::saved::Saved;
use self::storage::Storage;
use crate::page::browser::{clock, preference};
use crate::page::frame::BookName;
use crate::page::navigation::use_navigation;
use crate::page::speech::Speech;

/// The preference that holds the person's name.
const PERSON: &str = "person";

/// The open workbook and when it last changed; copies are the same session.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    workbook: StoredValue<Option<Workbook>, LocalStorage>,
    /// Rises with every change of the facts, other tabs' included.
    revision: RwSignal<u32>,
    storage: StoredValue<Storage, LocalStorage>,
    /// The workbooks of this browser, by title.
    pub(crate) books: RwSignal<Vec<BookName>>,
    /// How far the workbook of the address is open.
    pub(crate) opening: RwSignal<Opening>,
    /// Stored values of the open workbook that could not be read.
    pub(crate) damages: RwSignal<Vec<Damage>>,
    /// How what was accepted stands in storage.
    pub(crate) saved: RwSignal<Saved>,
    /// Room in use in local storage, all workbooks together; measured some seconds after opening.
    pub(crate) room: RwSignal<Option<Room>>,
    /// Room in use by the open workbook, measured with the other.
    pub(crate) book_room: RwSignal<Option<Room>>,
    /// The person at this laptop, who records what is recorded here; empty until told.
    pub(crate) by: RwSignal<String>,
    /// The reporting day that the address names.
    named_day: Memo<Option<Date>>,
    /// What was read of the accounts for the reporting day.
    days: StoredValue<DayMemory>,
    /// Today by the laptop's clock.
    pub(crate) today: RwSignal<Date>,
}

impl Session {
    /// Provides a session without a workbook.
    pub(crate) fn provide(today: Date) -> Self {
        let saved = RwSignal::new(Saved::default());
        let session = Self {
            workbook: StoredValue::new_local(None),
            revision: RwSignal::new(0),
            storage: StoredValue::new_local(Storage::new(saved)),
            books: RwSignal::new(Vec::new()),
            opening: RwSignal::new(Opening::default()),
            damages: RwSignal::new(Vec::new()),
            saved,
            room: RwSignal::new(None),
            book_room: RwSignal::new(None),
            by: RwSignal::new(preference::get(PERSON).unwrap_or_default()),
            named_day: use_navigation().aspect(|route| route.as_of),
            days: StoredValue::new(DayMemory::default()),
            today: RwSignal::new(today),
        };
        session.listen_to_tabs();
        session.list_books();
        session.list_shadowed_books();
        session.guard_leaving();
        provide_context(session);
        session
    }

    /// Reads the open workbook; whoever asks is run again when the facts change. `None` while no
    /// workbook is open.
    pub(crate) fn read<T>(self, read: impl FnOnce(&Workbook) -> T) -> Option<T> {
        self.revision.track();
        self.read_untracked(read)
    }

    /// The same without being run again.
    pub(crate) fn read_untracked<T>(self, read: impl FnOnce(&Workbook) -> T) -> Option<T> {
        self.workbook.with_value(|workbook| workbook.as_ref().map(read))
    }

    /// Reads the ledger with its buckets and the reporting day: what every report needs.
    pub(crate) fn report<T>(self, read: impl FnOnce(&Ledger, &Buckets, Date) -> T) -> Option<T> {
        let as_of = self.as_of();
        self.read(|workbook| {
            let ledger = workbook.ledger();
            read(ledger, &Buckets::of(&ledger.policy().aging), as_of)
        })
    }

    /// The reporting day: of the address, else today.
    pub(crate) fn as_of(self) -> Date {
        self.named_day.get().unwrap_or_else(|| self.today.get())
    }

    /// The same without being run again: for handlers.
    pub(crate) fn as_of_untracked(self) -> Date {
        untrack(|| self.as_of())
    }

    /// Gives a command to the workbook. What it accepts is shown at once and handed to storage.
    pub(crate) fn apply(self, command: Command) -> Result<(), Rejection> {
        self.change(|workbook, stamp| workbook.apply(command, stamp))
    }

    /// Changes the open workbook, if it is still that one, without showing it anew.
    fn of_book<T>(self, book: WorkbookId, change: impl FnOnce(&mut Workbook) -> T) -> Option<T> {
        let changed = self.workbook.try_update_value(|workbook| {
            workbook.as_mut().filter(|workbook| workbook.id() == book).map(change)
        });
        changed.flatten()
    }

    /// A number that rises with every change of the facts; whoever asks is run again then.
    pub(crate) fn revision(self) -> u32 {
        self.revision.get()
    }

    /// Makes one step of undo of the last `count` changes, which a person made by one act.
    pub(crate) fn join_undo(self, count: u32) {
        self.workbook.update_value(|workbook| {
            if let Some(workbook) = workbook {
                workbook.join_undo(count as usize);
            }
        });
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
    }

    /// Takes back the last thing that this page did.
    pub(crate) fn undo(self) -> Result<(), Rejection> {
        self.change(Workbook::undo)
    }

    /// Brings back what undo took.
    pub(crate) fn redo(self) -> Result<(), Rejection> {
        self.change(Workbook::redo)
    }

    /// Changes the workbook; the entries it gives are stored.
    pub(crate) fn change(
        self,
        change: impl FnOnce(&mut Workbook, &Stamp) -> Result<Vec<Entry>, Rejection>,
    ) -> Result<(), Rejection> {
        let Some(stamp) = self.stamp() else { return Err(Rejection::CounterUsedUp) };
        let changed = self.workbook.try_update_value(|workbook| {
            workbook.as_mut().map(|workbook| change(workbook, &stamp))
        });
        let entries = match changed.flatten() {
            Some(changed) => changed?,
            None => return Ok(()),
        };
        self.store(&entries);
        self.touch();
        Ok(())
    }

    /// Hands accepted entries to storage; all others too, when somebody emptied it.
    fn store(self, entries: &[Entry]) {
        let storage = self.storage();
        let is_cleared = storage.is_cleared();
        storage.accept(entries);
        if is_cleared {
            self.store_all_again();
        }
    }

    /// Takes in entries that are stored already: another tab's, or the shadow's.
    fn take_in(self, entries: Vec<Entry>) {
        let new = self.workbook.try_update_value(|workbook| {
            workbook.as_mut().is_some_and(|workbook| !workbook.add(entries).is_empty())
        });
        if new == Some(true) {
            self.touch();
        }
    }

    /// Names the person at this laptop.
    pub(crate) fn name_person(self, name: &str) {
        preference::set(PERSON, name);
        self.by.set(name.to_owned());
    }

    /// Shows a workbook in place of the present one.
    fn show(self, workbook: Option<Workbook>) {
        self.workbook.set_value(workbook);
        self.days.set_value(DayMemory::default());
        self.touch();
    }

    /// Asks before the window closes while something is only in this page.
    fn guard_leaving(self) {
        let _listening = window_event_listener(ev::beforeunload, move |event| {
            if self.saved.with_untracked(Saved::is_at_risk) || self.storage().holds_unsaved() {
                event.prevent_default();
            }
        });
    }

    fn storage(self) -> Storage {
        self.storage.get_value()
    }

    /// Now, and who is at this laptop. `None` while the laptop's clock is outside 1900–2999.
    fn stamp(self) -> Option<Stamp> {
        Some(Stamp { at: clock::now()?, by: self.by.get_untracked() })
    }

    fn touch(self) {
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
        self.remember_title();
    }
}

/// The session of the page.
pub(crate) fn use_session() -> Session {
    expect_context::<Session>()
}

/// A refusal as a sentence in the present language. Takes the speech, since a button's handler has
/// no context of its own.
pub(crate) fn refusal(speech: Speech, rejection: &Rejection) -> String {
    say::rejection(rejection, speech.language())
}
