//! What could not be read from a file or from storage, and why something could not be stored.
//! Never a sentence: `say::damage` writes them. Never throws the unread text away.

use crate::id::EntryId;

/// A part of a file, or a stored value, that was set aside alone while the rest opened.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Damage {
    /// Where it stands.
    pub place: DamagePlace,
    /// Why it was set aside.
    pub kind: DamageKind,
    /// The entry that it claims to be, where that much can be read.
    pub entry: Option<EntryId>,
    /// What stands there, for people to look at and to save; undecodable bytes as U+FFFD.
    pub text: Box<str>,
}

/// Where damage stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum DamagePlace {
    /// Lines of a file, from 1, both inclusive.
    Lines {
        /// The first.
        first: usize,
        /// The last.
        last: usize,
    },
    /// A value of the browser's local storage, by its key.
    Stored(Box<str>),
    /// A value of the IndexedDB shadow, by its key.
    Shadowed(Box<str>),
}

/// Why something was set aside.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum DamageKind {
    /// Not UTF-8.
    NotText,
    /// Not JSON: a bracket, quotation mark or comma is wrong, or it is nested beyond the limit.
    NotJson,
    /// JSON, but without what every entry has: id, clock, instant, person, facts, digest.
    NotAnEntry,
    /// It does not match its digest: it was changed after it was written.
    Changed,
    /// The file ends before its end mark: its last part is missing.
    EndsEarly,
    /// The line that names the workbook cannot be read; the entries can.
    Heading,
    /// A stored value that was cut, flipped or replaced.
    Unpackable,
    /// A stored value in a form of a newer version of this page; nothing is wrong with it.
    NewerForm,
}

/// Why nothing of a file was read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, thiserror::Error,
)]
pub enum FileError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Not an exported workbook.
    #[error("the file is no workbook")]
    NotAWorkbook,
    /// Written in a form that this version does not read.
    #[error("the file has the form of a newer version, {version}")]
    NewerVersion {
        /// The version that its heading names.
        version: u64,
    },
}

/// Why the browser's storage did not do what was asked; what it held before is still there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreFault {
    /// The browser grants this page no storage (settings, private mode, policy).
    #[error("storage is blocked: {0}")]
    Blocked(String),
    /// The room of this origin is used up.
    #[error("storage is full")]
    Full,
    /// This book was deleted here, in this tab or another.
    #[error("the book was deleted here")]
    Gone,
    /// A written value did not read back as it was written.
    #[error("a value did not read back as written: {0}")]
    NotKept(String),
    /// Anything else, in the browser's own words.
    #[error("{0}")]
    Failed(String),
}

/// An entry that cannot be written, because it holds a fact of unknown kind without the text that
/// the fact was read from. Neither reading nor sealing yields such an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {0} has a fact of unknown kind without its text")]
pub struct Unwritable(pub EntryId);
