//! The names under which things are stored (DESIGN 4).
//! Never a key without the prefix `huikuan/`: the origin may hold other pages' data.

use std::fmt;
use std::str::FromStr;

use crate::id::{EntryId, NameError, WorkbookId};
use crate::journal::Digest;

const PREFIX: &str = "huikuan/";
const BALLAST: &str = "huikuan/ballast";

/// A key of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreKey {
    /// One accepted entry as a line of JSON.
    Entry(WorkbookId, EntryId),
    /// Many entries, under the digest of the segment.
    Segment(WorkbookId, Digest),
    /// The book was deleted here.
    Gone(WorkbookId),
    /// Room kept free for compaction.
    Ballast,
}

impl StoreKey {
    /// The book that it belongs to.
    #[must_use]
    pub const fn book(self) -> Option<WorkbookId> {
        match self {
            Self::Entry(book, _) | Self::Segment(book, _) | Self::Gone(book) => Some(book),
            Self::Ballast => None,
        }
    }
}

/// What every key of a book begins with, in storage and in the shadow.
#[must_use]
pub fn book_prefix(book: WorkbookId) -> String {
    format!("{PREFIX}{book}/")
}

impl fmt::Display for StoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(book, entry) => write!(f, "{PREFIX}{book}/entry/{entry}"),
            Self::Segment(book, name) => write!(f, "{PREFIX}{book}/segment/{name}"),
            Self::Gone(book) => write!(f, "{PREFIX}{book}/gone"),
            Self::Ballast => f.write_str(BALLAST),
        }
    }
}

impl FromStr for StoreKey {
    type Err = NameError;

    fn from_str(key: &str) -> Result<Self, NameError> {
        if key == BALLAST {
            return Ok(Self::Ballast);
        }
        let (book, rest) =
            key.strip_prefix(PREFIX).and_then(|it| it.split_once('/')).ok_or(NameError)?;
        let book = book.parse()?;
        if rest == "gone" {
            return Ok(Self::Gone(book));
        }
        match rest.split_once('/') {
            Some(("entry", entry)) => Ok(Self::Entry(book, entry.parse()?)),
            Some(("segment", name)) => Ok(Self::Segment(book, name.parse()?)),
            Some(_) | None => Err(NameError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("huikuan/k3f9q2ma/entry/k3f9q2ma-12", true)]
    #[case("huikuan/k3f9q2ma/segment/0123456789abcdef0123456789abcdef", true)]
    #[case("huikuan/k3f9q2ma/gone", true)]
    #[case("huikuan/ballast", true)]
    #[case("huikuan/k3f9q2ma/entry/k3f9q2ma-0", false)]
    #[case("huikuan/k3f9q2ma/entry", false)]
    #[case("huikuan/preference/theme", false)]
    #[case("other/k3f9q2ma/gone", false)]
    fn a_key_reads_back_as_written(#[case] key: &str, #[case] ours: bool) {
        let read = key.parse::<StoreKey>();
        assert_eq!(read.is_ok(), ours);
        assert!(read.map_or(true, |read| read.to_string() == key));
    }
}
