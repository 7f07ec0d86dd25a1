//! The page's calls to the worker: a file and a question in, values out, with progress on the way.
//! Never does long work itself: a block of a result is taken in as a task of its own.

use std::cell::RefCell;
use std::rc::Rc;

use huikuan::format::table;
use huikuan::id::WorkbookId;
use huikuan::job::{
    BookRead, ComposeFault, ComposeRequest, DemoRequest, DraftBlock, DraftEnd, EntryBlock, News,
    Packed, Progress, Rendered, Request, TableLook, TableRequest, from_bytes,
};
use huikuan::journal::{Entry, FileError};
use huikuan::record::ArticleStatement;
use huikuan::workbook::Rejection;
use huikuan::workbook::draft::Draft;
use huikuan::workbook::problem::TableError;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use crate::page::browser::file::ChosenFile;
use crate::page::browser::worker::{Payload, WorkerDesk, WorkerFault};

/// Why a job has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum JobFault<R> {
    /// The person cancelled it.
    Cancelled,
    /// The worker broke down, in the browser's own words.
    Broken(String),
    /// It was done, and this is why there is no result.
    Refused(R),
}

/// The worker for what a person waits for; one job at a time, which can be cancelled.
#[derive(Clone, Copy)]
pub(crate) struct Jobs(StoredValue<WorkerDesk, LocalStorage>);

/// An exported book as it was read.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub read: BookRead,
    pub entries: Vec<Entry>,
    /// The same entries, packed for storage.
    pub packed: Vec<Packed>,
}

impl Jobs {
    /// Provides the desk.
    pub(crate) fn provide() -> Self {
        let jobs = Self(StoredValue::new_local(WorkerDesk::loading()));
        provide_context(jobs);
        jobs
    }

    /// Looks at a table before it is read: headings, first rows, what is recognised. `file` is
    /// `None` when the request carries what was pasted.
    pub(crate) async fn look_at_table(
        self,
        file: Option<&ChosenFile>,
        request: TableRequest,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<TableLook, JobFault<TableError>> {
        check_size(file)?;
        self.run(&Request::LookAtTable(request), file, on_progress, |_: ()| true).await
    }

    /// Reads a table into a draft.
    pub(crate) async fn draft_table(
        self,
        file: Option<&ChosenFile>,
        request: TableRequest,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Draft, JobFault<TableError>> {
        check_size(file)?;
        let blocks = Rc::new(RefCell::new(Vec::new()));
        let taken = Rc::clone(&blocks);
        let request = Request::DraftTable(request);
        let end: DraftEnd = self
            .run(&request, file, on_progress, move |block: DraftBlock| {
                taken.borrow_mut().push(block);
                true
            })
            .await?;
        end.join(blocks.take()).ok_or_else(not_understood)
    }

    /// Reads an exported book.
    pub(crate) async fn read_book(
        self,
        file: &ChosenFile,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Book, JobFault<FileError>> {
        let (read, entries, packed): (BookRead, _, _) =
            self.run_for_entries(&Request::ReadBook, Some(file), on_progress).await?;
        if read.entries != entries.len() as u64 {
            return Err(not_understood());
        }
        Ok(Book { read, entries, packed })
    }

    /// Makes a demo book and gives its name and its entries, read and packed for storage.
    pub(crate) async fn make_demo(
        self,
        request: DemoRequest,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<(WorkbookId, Vec<Entry>, Vec<Packed>), JobFault<Rejection>> {
        self.run_for_entries(&Request::MakeDemo(request), None, on_progress).await
    }

    /// Fills templates in; the letters come in the order of their orders.
    pub(crate) async fn compose(
        self,
        request: ComposeRequest,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Vec<Rendered>, JobFault<ComposeFault>> {
        let blocks = Rc::new(RefCell::new(Vec::new()));
        let taken = Rc::clone(&blocks);
        let request = Request::Compose(request);
        let hear = move |block: Vec<Rendered>| {
            taken.borrow_mut().extend(block);
            true
        };
        let count: u64 = self.run(&request, None, on_progress, hear).await?;
        let letters = blocks.take();
        if count != letters.len() as u64 {
            return Err(not_understood());
        }
        Ok(letters)
    }

    /// The templates with which a workbook begins.
    pub(crate) async fn first_templates(self) -> Result<Vec<ArticleStatement>, JobFault<()>> {
        self.run(&Request::FirstTemplates, None, |_| (), |_: ()| true).await
    }

    /// Stops whatever runs.
    pub(crate) fn cancel(self) {
        self.0.with_value(WorkerDesk::cancel);
    }

    async fn run_for_entries<D: DeserializeOwned, R: DeserializeOwned>(
        self,
        request: &Request,
        file: Option<&ChosenFile>,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<(D, Vec<Entry>, Vec<Packed>), JobFault<R>> {
        let taken = Rc::new(RefCell::new((Vec::new(), Vec::new())));
        let taking = Rc::clone(&taken);
        let hear = move |block: EntryBlock| {
            let Some((entries, packed)) = block.open() else { return false };
            let mut taken = taking.borrow_mut();
            taken.0.extend(entries);
            taken.1.push(packed);
            true
        };
        let end = self.run(request, file, on_progress, hear).await?;
        let (entries, packed) = taken.take();
        Ok((end, entries, packed))
    }

    /// Sends a request and waits for its end; `hear` takes in each block and says whether it could.
    async fn run<B, D, R>(
        self,
        request: &Request,
        file: Option<&ChosenFile>,
        on_progress: impl Fn(Progress) + 'static,
        hear: impl Fn(B) -> bool + 'static,
    ) -> Result<D, JobFault<R>>
    where
        B: DeserializeOwned,
        D: DeserializeOwned,
        R: DeserializeOwned,
    {
        let request = request.to_bytes().ok_or_else(not_understood)?;
        let payload = file.map_or(Payload::Nothing, Payload::File);
        let whole = Rc::new(RefCell::new(true));
        let heard = Rc::clone(&whole);
        let news = move |bytes: &[u8]| {
            let is_taken = match from_bytes::<News<B>>(bytes) {
                Some(News::Progress(progress)) => {
                    on_progress(progress);
                    true
                }
                Some(News::Block(block)) => hear(block),
                None => false,
            };
            if !is_taken {
                *heard.borrow_mut() = false;
            }
        };
        let answer =
            self.0.with_value(|desk| desk.ask(&request, payload, news)).await.map_err(|fault| {
                match fault {
                    WorkerFault::Cancelled => JobFault::Cancelled,
                    WorkerFault::Broken(why) => JobFault::Broken(why),
                }
            })?;
        if !*whole.borrow() {
            return Err(not_understood());
        }
        let end: Result<D, R> = from_bytes(&answer).ok_or_else(not_understood)?;
        end.map_err(JobFault::Refused)
    }
}

/// The desk of the page.
pub(crate) fn use_jobs() -> Jobs {
    expect_context()
}

/// Refuses a file by its size before the worker takes it into memory.
fn check_size(file: Option<&ChosenFile>) -> Result<(), JobFault<TableError>> {
    file.map_or(Ok(()), |file| table::check_size(file.size_bytes())).map_err(JobFault::Refused)
}

fn not_understood<R>() -> JobFault<R> {
    JobFault::Broken("the worker's answer was not understood".to_owned())
}
