//! What a table knows of its columns.
//! Never holds a cell.

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Names the column towards the caller.
    pub id: String,
    /// The heading.
    pub label: String,
    pub align: Align,
    pub width: Width,
    /// Whether its heading can be pressed to sort.
    pub sortable: bool,
    /// Whether it stays at the right edge when the table is wider than the screen.
    pub pinned: bool,
}

/// On which side of a cell its text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Start,
    /// For figures.
    End,
}

/// How much room a column takes. A table whose columns are wider than the screen scrolls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// A badge, a code or a few digits.
    Narrow,
    /// A day, a short word, a number of days.
    Short,
    /// An amount.
    Figure,
    /// An amount whose longest text, its heading included, has so many characters.
    Fitted(u16),
    /// A name: at least its room, and a share of what is left.
    Name,
}

impl Width {
    /// The least room in CSS pixels.
    pub(crate) fn min_px(self) -> u32 {
        match self {
            Self::Narrow => 88,
            Self::Short => 108,
            Self::Figure => 132,
            // A digit and its share of the padding on both sides.
            Self::Fitted(chars) => (u32::from(chars) * 8 + 26).max(96),
            Self::Name => 180,
        }
    }

    /// Whether the column takes a share of the room that is left.
    pub(crate) fn grows(self) -> bool {
        match self {
            Self::Narrow | Self::Short | Self::Figure | Self::Fitted(_) => false,
            Self::Name => true,
        }
    }
}

/// An order of rows by one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sort {
    /// The column's id.
    pub column: String,
    pub descending: bool,
}

impl Column {
    /// A column of text.
    pub(crate) fn text(id: &str, label: impl Into<String>, width: Width) -> Self {
        Self {
            id: id.to_owned(),
            label: label.into(),
            align: Align::Start,
            width,
            sortable: false,
            pinned: false,
        }
    }

    /// A column of amounts, aligned right.
    pub(crate) fn figure(id: &str, label: impl Into<String>) -> Self {
        Self { align: Align::End, ..Self::text(id, label, Width::Figure) }
    }

    /// A column of small numbers, aligned right.
    pub(crate) fn number(id: &str, label: impl Into<String>) -> Self {
        Self { align: Align::End, ..Self::text(id, label, Width::Short) }
    }

    /// The same column with a heading that sorts.
    pub(crate) fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// The class of its cells.
    pub(super) fn class(&self) -> &'static str {
        match (self.align, self.pinned) {
            (Align::Start, false) => "",
            (Align::Start, true) => "pinned",
            (Align::End, false) => "figure",
            (Align::End, true) => "figure pinned",
        }
    }
}

/// The least width of a table in CSS pixels, so that no column is squeezed away.
pub(super) fn width_min_px(columns: &[Column]) -> u32 {
    columns.iter().map(|column| column.width.min_px()).sum()
}
