//! What the page asks of its worker and what comes back, as bytes (DESIGN 5).
//! Never starts a worker, and never keeps anything between two jobs.
//!
//! A job is one [`Request`]. While it runs the worker sends [`News`]: how far it is, and finished
//! blocks of the result, so that the page can take in a large result without a long task. Its end
//! is one value, whose type stands at the request. A job is cancelled by ending the worker.

mod book;
mod letter;
mod perform;
mod table;

pub use book::{BookRead, DemoRequest, EntryBlock, NotPacked, Packed};
pub use letter::{ComposeFault, ComposeRequest, LetterOrder, Rendered};
pub use perform::perform;
pub use table::{DraftBlock, DraftEnd, LookRow, TableLook, TableRequest};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::format::message;
use crate::id::WorkbookId;

/// Work for the worker. A file or bytes that belong to it travel beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Looks at a table before it is read: ends with `Result<TableLook, TableError>`, no blocks.
    LookAtTable(TableRequest),
    /// Reads a table into a draft: blocks of [`DraftBlock`], ends with
    /// `Result<DraftEnd, TableError>`.
    DraftTable(TableRequest),
    /// Reads an exported workbook: blocks of [`EntryBlock`], ends with
    /// `Result<BookRead, FileError>`.
    ReadBook,
    /// Makes a demo book: blocks of [`EntryBlock`], ends with `Result<WorkbookId, Rejection>`.
    MakeDemo(DemoRequest),
    /// Packs entries for the storage of that book; a text of an entry a line travels beside it.
    /// Blocks of [`crate::store::Record`], ends with `Result<u64, NotPacked>`: how many.
    Pack(WorkbookId),
    /// Makes few segments of many stored values of that book; they travel beside it as bytes of
    /// `Vec<Record>`. Blocks of [`crate::store::Record`], ends with `Result<u64, NotPacked>`.
    Compact(WorkbookId),
    /// Fills templates of letters in: blocks of `Vec<`[`Rendered`]`>` in the order of the letters,
    /// ends with `Result<u64, ComposeFault>`: how many.
    Compose(ComposeRequest),
    /// The templates with which a workbook begins (F1): no blocks, ends with
    /// `Result<Vec<ArticleStatement>, ()>`.
    FirstTemplates,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Done so far, in the same unit as `total`.
    pub done: u64,
    /// All there is to do; 0 while that is not known.
    pub total: u64,
}

/// What a job tells before its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum News<B> {
    /// How far it is.
    Progress(Progress),
    /// A finished block of the result, in the result's order.
    Block(B),
}

impl Request {
    /// The request as bytes; `None` for a remembered layout that no message can carry, which no
    /// layout of ours is.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        to_bytes(self)
    }
}

/// A value that travels beside a request, as bytes; `None` for what no message can carry.
#[must_use]
pub fn to_bytes(value: &impl Serialize) -> Option<Vec<u8>> {
    message::to_bytes(value).ok()
}

/// News or the end of a job from bytes; `None` when they hold something else.
#[must_use]
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    message::from_bytes(bytes)
}
