//! Entries to a file, in canonical order and byte for byte alike for the same entries.
//! Never looks at the order in which entries arrived.

use super::{FORMAT, Heading, VERSION, entry_to_text, layout};
use crate::journal::{Entry, Journal, Unwritable};

/// A file as it grows, entry by entry, so that a page can write a large one in slices.
#[derive(Debug)]
pub struct Writer {
    text: String,
    entries: usize,
}

impl Writer {
    /// Begins a file.
    #[must_use]
    pub fn new(heading: &Heading) -> Self {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let workbook = heading.workbook.map_or_else(|| "null".to_owned(), |id| quoted(id.as_str()));
        let title = quoted(&heading.title);
        let text = format!(
            "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"workbook\":{workbook},\
             \"title\":{title},\"entries\":["
        );
        Self { text, entries: 0 }
    }

    /// Adds an entry. The caller adds them in canonical order: [`Journal::all_in_order`].
    pub fn push(&mut self, entry: &Entry) -> Result<(), Unwritable> {
        let json = entry_to_text(entry)?;
        self.text.push_str(if self.entries == 0 { "\n" } else { ",\n" });
        self.text.push_str(&layout::block(&json));
        self.entries += 1;
        Ok(())
    }

    /// The whole file.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.text.push_str("\n]}\n");
        self.text
    }
}

/// A whole workbook as a file: every entry, those that lost their id and those set aside included.
pub fn export(heading: &Heading, journal: &Journal) -> Result<String, Unwritable> {
    let mut writer = Writer::new(heading);
    for entry in journal.all_in_order() {
        writer.push(entry)?;
    }
    Ok(writer.finish())
}
