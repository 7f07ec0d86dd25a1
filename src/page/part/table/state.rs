//! What a table keeps while it is shown: cursor, scroll, selection.
//! Never outlives its table.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::cell::Cell;
use super::column::Column;
use super::cursor::{Cursor, Step};
use super::window::{Window, scroll_to_show};
use super::{Opened, Rows};

/// Heights of rows and of the head in CSS pixels; `style/table.css` says the same.
pub(super) const ROW_PX: u32 = 32;
/// A print-out of more rows than this would stop the page; it shows what is on screen.
const PRINT_MAX: usize = 5_000;

/// The state of one table; copies are the same state.
#[derive(Clone, Copy)]
pub(super) struct TableState {
    name: StoredValue<String>,
    /// The columns that are shown.
    pub(super) columns: Signal<Vec<Column>>,
    /// All columns, those that were put away too.
    pub(super) all_columns: Signal<Vec<Column>>,
    /// The ids of the columns that were put away.
    pub(super) hidden: RwSignal<BTreeSet<String>>,
    pub(super) rows: Signal<Rows>,
    pub(super) cells: UnsyncCallback<(u32,), Vec<Cell>>,
    pub(super) selected: Option<RwSignal<BTreeSet<u32>>>,
    pub(super) window: Memo<Window>,
    pub(super) cursor: Memo<Cursor>,
    put: RwSignal<Cursor>,
    looked: RwSignal<(f64, f64)>,
    printing: RwSignal<bool>,
    anchor_row: StoredValue<usize>,
}

impl TableState {
    pub(super) fn new(
        name: String,
        all_columns: Signal<Vec<Column>>,
        hidden: RwSignal<BTreeSet<String>>,
        rows: Signal<Rows>,
        cells: UnsyncCallback<(u32,), Vec<Cell>>,
        selected: Option<RwSignal<BTreeSet<u32>>>,
    ) -> Self {
        // Asked for by every row in sight: worked out once, and only what differs is drawn anew.
        let all_columns: Signal<Vec<Column>> = Memo::new(move |_| all_columns.get()).into();
        let columns: Signal<Vec<Column>> = Memo::new(move |_| {
            let mut columns = all_columns.get();
            hidden.with(|hidden| columns.retain(|column| !hidden.contains(&column.id)));
            columns
        })
        .into();
        let rows: Signal<Rows> = Memo::new(move |_| rows.get()).into();
        let looked = RwSignal::new((0.0, 0.0));
        let put = RwSignal::new(Cursor::default());
        let printing = RwSignal::new(false);
        let window = Memo::new(move |_| {
            let count = rows.with(|rows| rows.len());
            let (top, height) = looked.get();
            match printing.get() && count <= PRINT_MAX {
                true => Window { first: 0, end: count },
                false => Window::of(count, ROW_PX, top, height),
            }
        });
        let cursor = Memo::new(move |_| {
            put.get().within(rows.with(|rows| rows.len()), columns.with(Vec::len))
        });
        Self {
            name: StoredValue::new(name),
            columns,
            all_columns,
            hidden,
            rows,
            cells,
            selected,
            window,
            cursor,
            put,
            looked,
            printing,
            anchor_row: StoredValue::new(0),
        }
    }

    /// Notes how far the view is scrolled and how high it is.
    pub(super) fn looked(self, top_px: f64, height_px: f64) {
        self.looked.set((top_px, height_px));
    }

    /// Draws all rows for a print-out, or no longer.
    pub(super) fn print(self, printing: bool) {
        self.printing.set(printing);
    }

    /// The cells of a row in the columns that are shown.
    pub(super) fn cells_of(self, row: u32) -> Vec<Cell> {
        self.shown_of(self.cells.run((row,)))
    }

    /// Those of a row's cells whose columns are shown.
    pub(super) fn shown_of(self, cells: Vec<Cell>) -> Vec<Cell> {
        let is_shown = self.hidden.with(|hidden| {
            let shown = |column: &Column| !hidden.contains(&column.id);
            self.all_columns.with(|columns| columns.iter().map(shown).collect::<Vec<_>>())
        });
        let kept = cells.into_iter().zip(is_shown).filter(|(_, is_shown)| *is_shown);
        kept.map(|(cell, _)| cell).collect()
    }

    /// The table's element id.
    pub(super) fn id(self) -> String {
        self.name.get_value()
    }

    /// The element id of the cursor's cell.
    pub(super) fn cursor_id_untracked(self) -> String {
        self.id_at(self.cursor.get_untracked())
    }

    /// The same while that cell is drawn: an empty table has none, nor one scrolled away from it.
    pub(super) fn active_id(self) -> Option<String> {
        let (cursor, window) = (self.cursor.get(), self.window.get());
        (window.first..window.end).contains(&cursor.row).then(|| self.id_at(cursor))
    }

    fn id_at(self, Cursor { row, column }: Cursor) -> String {
        self.name.with_value(|name| format!("{name}-{row}-{column}"))
    }

    /// Puts the cursor at a cell.
    pub(super) fn put_cursor(self, row: usize, column: usize) {
        self.put.set(Cursor { row, column });
    }

    /// Moves the cursor.
    pub(super) fn move_cursor(self, step: Step) {
        let rows = self.rows.with_untracked(|rows| rows.len());
        let columns = self.columns.with_untracked(Vec::len);
        let page = self.window.with_untracked(|window| window.end - window.first) / 2;
        self.put.set(self.cursor.get_untracked().after(step, rows, columns, page));
    }

    /// Where to scroll so that the cursor's row is in sight, with that many rows of totals.
    pub(super) fn scroll_to_cursor(self, total_rows: usize) -> Option<i32> {
        let foot_px = u32::try_from(total_rows).unwrap_or(0) * ROW_PX;
        let row = self.cursor.get_untracked().row;
        let top = scroll_to_show(row, ROW_PX, self.looked.get_untracked(), (ROW_PX, foot_px))?;
        #[expect(clippy::cast_possible_truncation, reason = "saturates at the browser's limit")]
        Some(top as i32)
    }

    /// The row number at a place.
    pub(super) fn row_at(self, place: usize) -> Option<u32> {
        self.rows.with_untracked(|rows| rows.get(place).copied())
    }

    /// The cursor's row number.
    pub(super) fn cursor_row(self) -> Option<u32> {
        self.row_at(self.cursor.get_untracked().row)
    }

    /// The cursor's cell as something to open.
    pub(super) fn opened(self) -> Option<Opened> {
        let cursor = self.cursor.get_untracked();
        let column =
            self.columns.with_untracked(|all| all.get(cursor.column).map(|c| c.id.clone()))?;
        Some(Opened { row: self.cursor_row()?, column, anchor: self.id_at(cursor) })
    }

    /// Whether a row is selected.
    pub(super) fn is_selected(self, row: u32) -> bool {
        self.selected.is_some_and(|selected| selected.with(|rows| rows.contains(&row)))
    }

    /// Selects or deselects the cursor's row; `false` when rows cannot be selected.
    pub(super) fn toggle_cursor_row(self) -> bool {
        let place = self.cursor.get_untracked().row;
        match (self.selected, self.cursor_row()) {
            (Some(_), Some(row)) => {
                self.toggle(place, row, false);
                true
            }
            _ => false,
        }
    }

    /// Selects or deselects the row at a place; with `range` all rows from the last one on.
    pub(super) fn toggle(self, place: usize, row: u32, range: bool) {
        let Some(selected) = self.selected else { return };
        let from = if range { self.anchor_row.get_value() } else { place };
        self.anchor_row.set_value(place);
        let (low, high) = (from.min(place), from.max(place));
        let touched: Vec<u32> =
            self.rows.with_untracked(|rows| rows.get(low..=high).unwrap_or_default().to_vec());
        selected.update(|set| {
            if set.contains(&row) {
                touched.iter().for_each(|row| {
                    set.remove(row);
                });
            } else {
                set.extend(touched);
            }
        });
    }

    /// Selects every row shown; `false` when rows cannot be selected.
    pub(super) fn select_all(self) -> bool {
        let Some(selected) = self.selected else { return false };
        selected.set(self.rows.with_untracked(|rows| rows.iter().copied().collect()));
        true
    }

    /// Selects every row shown, or none when all are.
    pub(super) fn toggle_all(self) {
        let Some(selected) = self.selected else { return };
        if self.are_all_selected() {
            selected.set(BTreeSet::new());
        } else {
            self.select_all();
        }
    }

    /// Whether every row shown is selected, and there is one.
    pub(super) fn are_all_selected(self) -> bool {
        self.selected.is_some_and(|selected| {
            self.rows.with(|rows| {
                !rows.is_empty() && selected.with(|set| rows.iter().all(|row| set.contains(row)))
            })
        })
    }
}
