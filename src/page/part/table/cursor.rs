//! The cell cursor of a table: where the keyboard stands, and how keys move it.
//! Never leaves the table.

/// A place in a table, by row and column in their present order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub row: usize,
    pub column: usize,
}

/// A movement of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Up,
    Down,
    Left,
    Right,
    /// First or last cell of the row.
    RowStart,
    RowEnd,
    /// First or last row.
    First,
    Last,
    PageUp,
    PageDown,
}

/// The movement that a key asks for; `command` is Ctrl, or Command on a Mac.
pub(crate) fn step(key: &str, command: bool) -> Option<Step> {
    Some(match (key, command) {
        ("ArrowUp", false) => Step::Up,
        ("ArrowDown", false) => Step::Down,
        ("ArrowLeft", false) => Step::Left,
        ("ArrowRight", false) => Step::Right,
        ("Home", false) => Step::RowStart,
        ("End", false) => Step::RowEnd,
        ("Home" | "ArrowUp", true) => Step::First,
        ("End" | "ArrowDown", true) => Step::Last,
        ("PageUp", _) => Step::PageUp,
        ("PageDown", _) => Step::PageDown,
        _ => return None,
    })
}

impl Cursor {
    /// The cursor after a step in a table of that many rows and columns; `page` is how many rows
    /// are in sight.
    pub(crate) fn after(self, step: Step, rows: usize, columns: usize, page: usize) -> Self {
        let Self { row, column } = self;
        let page = page.max(1);
        let moved = match step {
            Step::Up => Self { row: row.saturating_sub(1), column },
            Step::Down => Self { row: row + 1, column },
            Step::Left => Self { row, column: column.saturating_sub(1) },
            Step::Right => Self { row, column: column + 1 },
            Step::RowStart => Self { row, column: 0 },
            Step::RowEnd => Self { row, column: columns },
            Step::First => Self { row: 0, column },
            Step::Last => Self { row: rows, column },
            Step::PageUp => Self { row: row.saturating_sub(page), column },
            Step::PageDown => Self { row: row + page, column },
        };
        moved.within(rows, columns)
    }

    /// The nearest place in a table of that many rows and columns.
    pub(crate) fn within(self, rows: usize, columns: usize) -> Self {
        Self {
            row: self.row.min(rows.saturating_sub(1)),
            column: self.column.min(columns.saturating_sub(1)),
        }
    }
}
