//! What stands in a cell: text, with a tone or a link.
//! Never formats a figure.

use super::column::Column;
use crate::page::browser::row::Drawn;
use crate::page::part::notice::Tone;

/// A cell as data, so that a row is drawn anew only when it differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub text: String,
    pub tone: Tone,
    /// The address that the text leads to.
    pub href: Option<String>,
    /// Whether a click opens something, such as the arithmetic behind a figure.
    pub opens: bool,
}

impl Cell {
    /// A text or a figure, as it is.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Nothing to say: a dash, which screen readers pass over.
    pub(crate) fn dash() -> Self {
        Self::text("—")
    }

    /// The same in a tone.
    pub(crate) fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same as a link.
    pub(crate) fn link(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// The same as something a click opens.
    pub(crate) fn opening(mut self) -> Self {
        self.opens = true;
        self
    }

    /// Its classes under a column.
    pub(super) fn class(&self, column: &Column) -> String {
        let opens = if self.opens { "opens" } else { "" };
        [column.class(), self.tone.class(), opens].join(" ")
    }

    /// Itself as it is drawn, with those classes.
    pub(super) fn drawn<'a>(&'a self, class: &'a str) -> Drawn<'a> {
        Drawn { class, text: &self.text, href: self.href.as_deref() }
    }
}
