//! When the open workbook was last copied to a file, and what has changed since (I5).
//! Never takes a download for a copy: it counts when the person or the browser's own file picker
//! says that the file is there.

use huikuan::id::WorkbookId;
use huikuan::view::backup::{Lag, LastCopy};
use huikuan::workbook::Workbook;
use leptos::prelude::*;

use super::{Session, use_session};
use crate::page::browser::preference;

/// The preference that remembers the last copy of a book.
const COPY: &str = "copy/";
/// The preference that remembers on which day a person put the reminder off.
const LATER: &str = "copy-later/";

/// A file that was offered and not confirmed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offered {
    pub book: WorkbookId,
    pub name: String,
    pub entries: usize,
}

/// The copies of the open workbook, as a context.
#[derive(Clone, Copy)]
pub(crate) struct Backup {
    session: Session,
    book: Memo<Option<WorkbookId>>,
    last: RwSignal<Option<LastCopy>>,
    /// The day on which the reminder was put off.
    later: RwSignal<Option<String>>,
    /// What waits for the person's word.
    pub(crate) offered: RwSignal<Option<Offered>>,
}

impl Backup {
    /// Provides it; it follows the open workbook.
    pub(crate) fn provide() -> Self {
        let session = use_session();
        let book = Memo::new(move |_| session.read(Workbook::id));
        let (last, later) = (RwSignal::new(None), RwSignal::new(None));
        let backup = Self { session, book, last, later, offered: RwSignal::new(None) };
        provide_context(backup);
        Effect::new(move |_| {
            let remembered = book.get().map(|id| backup.remembered(id));
            last.set(remembered);
            later.set(book.get().and_then(|id| preference::get(&format!("{LATER}{id}"))));
        });
        backup
    }

    /// What is remembered of a book; at first sight of it, from now on.
    fn remembered(self, book: WorkbookId) -> LastCopy {
        let known = preference::get(&format!("{COPY}{book}")).and_then(|text| text.parse().ok());
        known.unwrap_or_else(|| {
            let on = self.session.today.get_untracked();
            let first = LastCopy { on, entries: self.entries(), is_made: false };
            preference::set(&format!("{COPY}{book}"), &first.to_string());
            first
        })
    }

    fn entries(self) -> usize {
        let count = |workbook: &Workbook| workbook.journal().entries().len();
        self.session.read_untracked(count).unwrap_or_default()
    }

    /// The last copy; `None` while no workbook is open.
    pub(crate) fn last(self) -> Option<LastCopy> {
        self.last.get()
    }

    /// What has changed since.
    pub(crate) fn lag(self) -> Lag {
        let today = self.session.today.get();
        let entries = self.session.read(|workbook| workbook.journal().entries().len());
        let lag = |(last, entries): (LastCopy, usize)| last.lag(today, entries);
        self.last.get().zip(entries).map(lag).unwrap_or_default()
    }

    /// Whether to remind now.
    pub(crate) fn is_due(self) -> bool {
        let today = self.session.today.get().to_string();
        self.lag().is_due() && self.later.get() != Some(today)
    }

    /// Puts the reminder off until tomorrow.
    pub(crate) fn put_off(self) {
        let today = self.session.today.get_untracked().to_string();
        if let Some(book) = self.book.get_untracked() {
            preference::set(&format!("{LATER}{book}"), &today);
        }
        self.later.set(Some(today));
    }

    /// A file of so many entries was handed to the browser, which does not tell whether it is kept.
    pub(crate) fn offer(self, name: String, entries: usize) {
        if let Some(book) = self.book.get_untracked() {
            self.offered.set(Some(Offered { book, name, entries }));
        }
    }

    /// The person says that the offered file is there.
    pub(crate) fn confirm(self) {
        let offered = self.offered.get_untracked();
        self.offered.set(None);
        if let Some(offered) = offered {
            self.made(offered.book, offered.entries);
        }
    }

    /// A copy of a book with so many entries was made for sure.
    pub(crate) fn made(self, book: WorkbookId, entries: usize) {
        let on = self.session.today.get_untracked();
        let copy = LastCopy { on, entries, is_made: true };
        preference::set(&format!("{COPY}{book}"), &copy.to_string());
        if self.book.get_untracked() == Some(book) {
            self.last.set(Some(copy));
        }
    }
}

/// The copies of the open workbook.
pub(crate) fn use_backup() -> Backup {
    expect_context()
}

/// Forgets what is remembered of a deleted book.
pub(super) fn forget(book: WorkbookId) {
    for kind in [COPY, LATER] {
        preference::remove(&format!("{kind}{book}"));
    }
}
