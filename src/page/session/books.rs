//! The workbooks of this browser: listing, creating, naming.
//! Never opens one that is here already: that follows the address.

use std::collections::BTreeSet;

use huikuan::id::{Letters, WorkbookId};
use huikuan::job::{DemoRequest, Progress, to_bytes};
use huikuan::money::Currency;
use huikuan::record::SettingFields;
use huikuan::say;
use huikuan::workbook::{Command, Rejection, Workbook};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::opening::Opening;
use super::{Session, refusal, use_session};
use crate::page::browser::{clock, file, preference};
use crate::page::frame::BookName;
use crate::page::job::{JobFault, Jobs, use_jobs};
use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::route::{Route, Screen};
use crate::page::speech::{Speech, use_speech};

/// Where the last known title of a book is remembered; its true title is a fact of the book.
const TITLE: &str = "title/";
/// Where it is remembered that a book was put away here. A preference rather than a fact: what is
/// done with at one desk need not vanish from a colleague's.
const ARCHIVED: &str = "archived/";

/// The demo book is the same for everybody on one day.
const DEMO_SEED: u64 = 1;
/// The book of a first look.
const DEMO_INVOICES: u32 = 120;

/// How to begin a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// With nothing in it.
    Empty,
    /// With the demo book.
    Demo,
}

/// The workbooks of this browser, with what beginning one needs.
#[derive(Clone, Copy)]
pub(crate) struct Books {
    session: Session,
    jobs: Jobs,
    speech: Speech,
    navigation: Navigation,
    toaster: Toaster,
    making: RwSignal<Option<Progress>>,
}

/// The workbooks of this browser.
pub(crate) fn use_books() -> Books {
    Books {
        session: use_session(),
        jobs: use_jobs(),
        speech: use_speech(),
        navigation: use_navigation(),
        toaster: use_toaster(),
        making: RwSignal::new(None),
    }
}

impl Books {
    /// All workbooks, by title; whoever asks is run again when the list changes.
    pub(crate) fn list(self) -> Vec<BookName> {
        self.session.books.get()
    }

    fn list_untracked(self) -> Vec<BookName> {
        self.session.books.get_untracked()
    }

    /// How far the demo book is that is being made.
    pub(crate) fn making(self) -> Option<Progress> {
        self.making.get()
    }

    /// Begins a workbook and goes to it.
    pub(crate) fn begin(self, how: Beginning) {
        match how {
            Beginning::Empty => {
                self.create(untrack(|| self.speech.now(label::welcome::NEW_TITLE)));
            }
            Beginning::Demo => spawn_local(self.make_demo()),
        }
    }

    /// Creates an empty workbook with that title and goes to it. Gives its id.
    pub(crate) fn create(self, title: &str) -> Option<String> {
        let id = self.session.create_book(title, Currency::CNY);
        match &id {
            Some(id) => {
                self.navigation.go(&Route::to(id, Screen::Aging));
                spawn_local(self.take_first_templates());
            }
            None => self.toaster.alarm(untrack(|| self.speech.now(label::session::NO_CLOCK))),
        }
        id
    }

    /// Writes the first templates of letters into the workbook that was just created. The worker
    /// carries their texts, so that a first visit does not.
    async fn take_first_templates(self) {
        let book = self.session.read_untracked(Workbook::id);
        // One that does not come is offered where letters are written.
        let Ok(first) = self.jobs.first_templates().await else { return };
        if book.is_some() && self.session.read_untracked(Workbook::id) == book {
            let begun = self.session.change(|workbook, stamp| workbook.begin_with(first, stamp));
            if let Err(rejection) = begun {
                self.toaster.alarm(untrack(|| refusal(self.speech, &rejection)));
            }
        }
    }

    /// The session that they belong to.
    pub(crate) fn session(self) -> Session {
        self.session
    }

    async fn make_demo(self) {
        let language = untrack(|| self.speech.language());
        let today = self.session.today.get_untracked();
        let request = DemoRequest { invoices: DEMO_INVOICES, seed: DEMO_SEED, language, today };
        self.making.set(Some(Progress::default()));
        let making = self.making;
        let made = self.jobs.make_demo(request, move |done| making.set(Some(done))).await;
        self.making.set(None);
        match made {
            Ok((id, entries, packed)) => {
                let address = id.to_string();
                let books = self.list_untracked();
                // The same demo is one book: what the person tried in it is kept.
                if !books.iter().any(|book| book.id == address) {
                    self.session.open_new(id, entries, packed);
                }
                self.navigation.go(&Route::to(&address, Screen::Aging));
            }
            Err(JobFault::Cancelled) => {}
            Err(JobFault::Broken(why)) => {
                let failed = || self.speech.fill(label::session::DEMO_FAILED, &[&why]);
                self.toaster.alarm(untrack(failed));
            }
            Err(JobFault::Refused(rejection)) => {
                self.toaster.alarm(say::rejection(&rejection, language));
            }
        }
    }
}

impl Session {
    /// Lists the workbooks that only the shadow still knows, once it has opened.
    pub(super) fn list_shadowed_books(self) {
        spawn_local(async move {
            if self.storage().read_shadowed_books().await.is_ok() {
                self.list_books();
            }
        });
    }

    /// Looks again which workbooks there are.
    pub(crate) fn list_books(self) {
        let ids: BTreeSet<WorkbookId> = self.storage().books();
        let mut books: Vec<BookName> = ids.into_iter().map(named).collect();
        books.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
        self.books.set(books);
    }

    /// Creates a workbook and opens it. Gives its id, or `None` where the browser has neither
    /// clock nor random numbers.
    pub(crate) fn create_book(self, title: &str, base_currency: Currency) -> Option<String> {
        let (book, replica) = (clock::random_letters()?, clock::random_letters()?);
        let workbook = Workbook::create(book, replica, title, base_currency, &self.stamp()?);
        self.close();
        let storage = self.storage();
        let turn = storage.begin(book, replica);
        storage.accept(workbook.journal().entries());
        self.show(Some(workbook));
        self.opening.set(Opening::Open);
        self.after_opening(book, turn);
        self.list_books();
        Some(book.to_string())
    }

    /// Gives the open workbook another title.
    pub(crate) fn rename_book(self, title: &str) -> Result<(), Rejection> {
        let fields = SettingFields { title: Some(title.to_owned()), ..SettingFields::default() };
        self.apply(Command::SetPolicy(fields))
    }

    /// Puts a workbook away from the lists of this browser, or brings it back.
    pub(crate) fn archive_book(self, id: &str, archived: bool) {
        let name = format!("{ARCHIVED}{id}");
        if archived {
            preference::set(&name, "1");
        } else {
            preference::remove(&name);
        }
        self.list_books();
    }

    /// Offers everything that is stored of a workbook as a file, whatever state it is in; says in
    /// the browser's words why it could not.
    pub(crate) fn download_raw(self, book: WorkbookId) -> Result<(), String> {
        let records = self.storage().raw(book).map_err(|fault| fault.to_string())?;
        let bytes = to_bytes(&records).unwrap_or_default();
        let name = format!("huikuan-{book}-raw.json");
        file::download(&name, "application/json", &bytes).map_err(|fault| fault.0)
    }

    /// Remembers the open workbook's title for lists of books that are not open.
    pub(super) fn remember_title(self) {
        let named = self
            .read_untracked(|workbook| (workbook.id(), workbook.ledger().policy().title.clone()));
        let Some((id, title)) = named else { return };
        let known = preference::get(&format!("{TITLE}{id}"));
        if !title.is_empty() && known.as_ref() != Some(&title) {
            preference::set(&format!("{TITLE}{id}"), &title);
            self.list_books();
        }
    }
}

fn named(id: Letters) -> BookName {
    let id = id.to_string();
    let title = preference::get(&format!("{TITLE}{id}")).unwrap_or_else(|| id.clone());
    let archived = preference::get(&format!("{ARCHIVED}{id}")).is_some();
    BookName { id, title, archived }
}

/// Forgets what this browser remembers of a deleted book.
pub(super) fn forget(book: WorkbookId) {
    for kind in [TITLE, ARCHIVED] {
        preference::remove(&format!("{kind}{book}"));
    }
}
