//! A workbook as a JSON file, one fact a line (I1): `docs/schema/huikuan-v1.schema.json`.
//! Never holds anything that is not in the entries: the heading only repeats what they say.

mod entry;
mod layout;
mod read;
mod scan;
mod write;

#[cfg(test)]
mod schema;
#[cfg(test)]
mod tests;

use crate::id::WorkbookId;

pub use entry::{entry_from_text, entry_to_text};
pub use read::Reader;
pub use write::{Writer, export};

/// What stands in a file's first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The workbook whose entries the file holds; `None` when the line cannot be read.
    pub workbook: Option<WorkbookId>,
    /// Its title when the file was written; for people only.
    pub title: String,
}

/// The name of the format, in every file's heading.
const FORMAT: &str = "huikuan";

/// The version of the form of a file. New kinds of facts and new fields do not raise it: an older
/// page keeps what it does not know. It rises only when an older page could not read the entries.
const VERSION: u64 = 1;
