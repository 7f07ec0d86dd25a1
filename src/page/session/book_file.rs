//! The open workbook as the file that is exchanged and kept as a copy.
//! Never says where it went: handing it over is the caller's business.

use huikuan::format::json::{Heading, export};
use huikuan::id::WorkbookId;
use huikuan::journal::Digest;

use super::Session;
use crate::page::browser::clock;

/// The media type of the file.
pub(crate) const MEDIA_TYPE: &str = "application/json";

/// A workbook as a file.
pub(crate) struct BookFile {
    pub book: WorkbookId,
    pub title: String,
    pub name: String,
    pub text: String,
    /// How many entries it holds.
    pub entries: usize,
}

impl Session {
    /// The open workbook as a file, or why it cannot be written; `None` while none is open.
    pub(crate) fn book_file(self) -> Option<Result<BookFile, String>> {
        self.read_untracked(|workbook| {
            let title = workbook.ledger().policy().title.clone();
            let heading = Heading { workbook: Some(workbook.id()), title: title.clone() };
            let text = export(&heading, workbook.journal()).map_err(|fault| fault.to_string())?;
            let entries = workbook.journal().entries().len();
            let name = name(&title, &text);
            Ok(BookFile { book: workbook.id(), title, name, text, entries })
        })
    }
}

/// Book, time and a short hash, so that two files of one day are told apart.
fn name(title: &str, text: &str) -> String {
    let safe: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let time = clock::now().map(|now| now.as_str().replace([':', 'T', 'Z'], "-"));
    let hash = Digest::of(&text).map(|digest| digest.to_string()).unwrap_or_default();
    let hash: String = hash.chars().take(6).collect();
    format!("{safe}-{}{hash}.json", time.unwrap_or_default())
}
