//! The open workbook as a context: reading it in memos, changing it by commands.
//! Never draws anything, and never touches storage itself: `storage` does.

use huikuan::calendar::Date;
use huikuan::journal::Entry;
use huikuan::workbook::{Command, Rejection, Stamp, Workbook};
use huikuan::{ledger::Ledger, rule::balance::bucket::Buckets, say};
use leptos::prelude::*;

use crate::page::browser::clock;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::speech::Speech;

/// The open workbook and when it last changed; copies are the same session.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    workbook: StoredValue<Option<Workbook>, LocalStorage>,
    /// Rises with every change of the facts, other tabs' included.
    revision: RwSignal<u32>,
    /// Entries that were accepted and must be stored; storage listens here.
    on_accepted: StoredValue<Option<Box<dyn Fn(&[Entry])>>, LocalStorage>,
    navigation: Navigation,
    /// Today by the laptop's clock.
    pub(crate) today: RwSignal<Date>,
}

impl Session {
    /// Provides a session without a workbook.
    pub(crate) fn provide(today: Date) -> Self {
        let session = Self {
            workbook: StoredValue::new_local(None),
            revision: RwSignal::new(0),
            on_accepted: StoredValue::new_local(None),
            navigation: use_navigation(),
            today: RwSignal::new(today),
        };
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
        self.navigation.route().as_of.unwrap_or_else(|| self.today.get())
    }

    /// The same without being run again: for handlers.
    pub(crate) fn as_of_untracked(self) -> Date {
        untrack(|| self.as_of())
    }

    /// Gives a command to the workbook. What it accepts is shown at once and handed to storage.
    pub(crate) fn apply(self, command: Command) -> Result<(), Rejection> {
        self.change(|workbook, stamp| workbook.apply(command, stamp))
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
        let Some(at) = clock::now() else { return Err(Rejection::CounterUsedUp) };
        let stamp = Stamp { at, by: String::new() };
        let changed = self.workbook.try_update_value(|workbook| {
            workbook.as_mut().map(|workbook| change(workbook, &stamp))
        });
        let entries = match changed.flatten() {
            Some(changed) => changed?,
            None => return Ok(()),
        };
        self.on_accepted.with_value(|heard| {
            if let Some(heard) = heard {
                heard(&entries);
            }
        });
        self.touch();
        Ok(())
    }

    /// Opens a workbook in place of the present one.
    pub(crate) fn open(self, workbook: Option<Workbook>) {
        self.workbook.set_value(workbook);
        self.touch();
    }

    /// Takes in entries that are stored already: another tab's, or the shadow's.
    pub(crate) fn take_in(self, entries: Vec<Entry>) {
        let new = self.workbook.try_update_value(|workbook| {
            workbook.as_mut().is_some_and(|workbook| !workbook.add(entries).is_empty())
        });
        if new == Some(true) {
            self.touch();
        }
    }

    /// Lets storage hear of every accepted entry.
    pub(crate) fn on_accepted(self, heard: impl Fn(&[Entry]) + 'static) {
        self.on_accepted.set_value(Some(Box::new(heard)));
    }

    fn touch(self) {
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
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
