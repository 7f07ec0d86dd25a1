//! A file outside the browser that follows the open workbook (I5), where the browser lets a page
//! keep a file.
//! Never writes a file without the browser's leave, and never takes its silence for success.

use std::time::Duration;

use huikuan::id::WorkbookId;
use huikuan::workbook::Workbook;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::{Backup, use_backup};
use super::{Session, use_session};
use crate::page::browser::document;
use crate::page::browser::file::FileFault;
use crate::page::browser::file_picker::{self, FileHandle};

/// The file is written when so long nothing was recorded.
const QUIET: Duration = Duration::from_secs(3);
/// A larger file, in bytes, takes too long between two key strokes: it is written when the person
/// turns to another window.
const LARGE_BYTES: usize = 1 << 20;

/// How the linked file stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Link {
    /// There is none.
    #[default]
    None,
    /// The browser wants the person to allow it again; the file's name.
    Asleep(String),
    /// It is to be written; the file's name.
    Behind(String),
    /// It holds everything; the file's name.
    UpToDate(String),
    /// It could not be written; the file's name and why.
    Failed(String, String),
}

/// The linked file of the open workbook, as a context.
#[derive(Clone, Copy)]
pub(crate) struct Linked {
    session: Session,
    backup: Backup,
    book: Memo<Option<WorkbookId>>,
    handle: StoredValue<Option<FileHandle>, LocalStorage>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    /// Length of the file as it was last written.
    bytes: StoredValue<usize>,
    pub(crate) link: RwSignal<Link>,
}

impl Linked {
    /// Provides it; it follows the open workbook.
    pub(crate) fn provide() -> Self {
        let session = use_session();
        let linked = Self {
            session,
            backup: use_backup(),
            book: Memo::new(move |_| session.read(Workbook::id)),
            handle: StoredValue::new_local(None),
            timer: StoredValue::new_local(None),
            bytes: StoredValue::new(0),
            link: RwSignal::default(),
        };
        provide_context(linked);
        if !file_picker::is_offered() {
            return linked;
        }
        Effect::new(move |_| {
            let book = linked.book.get();
            linked.handle.set_value(None);
            linked.link.set(Link::None);
            if let Some(book) = book {
                spawn_local(linked.find(book));
            }
        });
        Effect::new(move |_| {
            session.read(|_| ());
            linked.write_soon();
        });
        document::on_hidden(move || linked.write_now());
        linked
    }

    /// Takes up the file that an earlier page linked to a book.
    async fn find(self, book: WorkbookId) {
        // Without IndexedDB no file was linked.
        let Ok(Some(handle)) = FileHandle::kept(&key(book)).await else { return };
        let may_write = handle.may_write(false).await;
        if self.book.get_untracked() != Some(book) {
            return;
        }
        let name = handle.name();
        self.handle.set_value(Some(handle));
        self.link.set(if may_write { Link::Behind(name) } else { Link::Asleep(name) });
        self.write_soon();
    }

    /// Lets the person choose a file, which follows the workbook from now on.
    pub(crate) fn choose(self) {
        let Some(Ok(file)) = self.session.book_file() else { return };
        spawn_local(async move {
            let handle = match file_picker::choose(&format!("{}.json", file.title)).await {
                Ok(Some(handle)) => handle,
                Ok(None) => return,
                Err(FileFault(why)) => return self.link.set(Link::Failed(file.name, why)),
            };
            let name = handle.name();
            // A link that cannot be kept lasts as long as the page.
            drop(handle.keep(&key(file.book)).await);
            self.handle.set_value(Some(handle));
            self.link.set(Link::Behind(name));
            self.write().await;
        });
    }

    /// Asks the browser to allow the file again, as after a reload.
    pub(crate) fn wake(self) {
        let Some(handle) = self.handle.get_value() else { return };
        spawn_local(async move {
            if handle.may_write(true).await {
                self.link.set(Link::Behind(handle.name()));
                self.write().await;
            }
        });
    }

    /// Leaves the file as it is from now on.
    pub(crate) fn unlink(self) {
        self.handle.set_value(None);
        self.link.set(Link::None);
        if let Some(book) = self.book.get_untracked() {
            spawn_local(async move { drop(FileHandle::forget(&key(book)).await) });
        }
    }

    /// Writes the file once the person pauses.
    fn write_soon(self) {
        if !self.is_awake() {
            return;
        }
        self.link.update(|link| {
            if let Link::UpToDate(name) = link {
                *link = Link::Behind(std::mem::take(name));
            }
        });
        if self.bytes.get_value() > LARGE_BYTES {
            return;
        }
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.write_now(), QUIET).ok();
        });
    }

    fn write_now(self) {
        if self.is_awake() {
            spawn_local(self.write());
        }
    }

    fn is_awake(self) -> bool {
        let link = self.link.get_untracked();
        match link {
            Link::Behind(_) | Link::UpToDate(_) | Link::Failed(..) => {
                self.handle.with_value(Option::is_some)
            }
            Link::None | Link::Asleep(_) => false,
        }
    }

    async fn write(self) {
        let (Some(handle), Some(Ok(file))) = (self.handle.get_value(), self.session.book_file())
        else {
            return;
        };
        if self.link.get_untracked() == Link::UpToDate(handle.name()) {
            return;
        }
        self.bytes.set_value(file.text.len());
        let written = handle.write(file.text.as_bytes()).await;
        if self.book.get_untracked() != Some(file.book) {
            return;
        }
        match written {
            Ok(()) => {
                self.backup.made(file.book, file.entries);
                let entries = |workbook: &Workbook| workbook.journal().entries().len();
                if self.session.read_untracked(entries) == Some(file.entries) {
                    self.link.set(Link::UpToDate(handle.name()));
                }
            }
            Err(FileFault(why)) => self.link.set(Link::Failed(handle.name(), why)),
        }
    }
}

/// The linked file of the open workbook.
pub(crate) fn use_linked() -> Linked {
    expect_context()
}

/// Where the handle of a book's file is kept: beside the second copies, not among them.
fn key(book: WorkbookId) -> String {
    format!("file/{book}")
}
