//! Rows of a sheet that are held while a form is open: filled, added to, pasted into, marked.
//! Never reads what is typed: the caller says what is wrong.

use leptos::prelude::*;

use super::id;
use super::notice::Tone;
use super::sheet::{Pasted, Sheet, SheetHead, SheetRow, focus_new};

/// The rows; copies are the same rows.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    name: StoredValue<String>,
    width: usize,
    rows: RwSignal<Vec<SheetRow>>,
    last_row: StoredValue<u32>,
    owner: StoredValue<Option<Owner>, LocalStorage>,
}

/// A cell that is wrong: its row, its column, and why.
pub(crate) type Wrong = (usize, usize, String);

impl Rows {
    /// No rows of so many cells yet; they live as long as the present owner.
    pub(crate) fn begin(width: usize) -> Self {
        Self {
            name: StoredValue::new(id::next("row")),
            width,
            rows: RwSignal::new(Vec::new()),
            last_row: StoredValue::new(0),
            owner: StoredValue::new_local(Owner::current()),
        }
    }

    /// Shows these rows in place of the present ones.
    pub(crate) fn fill(self, rows: Vec<Vec<String>>) {
        self.rows.set(rows.into_iter().map(|cells| self.make_row(cells)).collect());
    }

    /// What stands in the rows; whoever asks is run again when a cell changes.
    pub(crate) fn cells(self) -> Vec<Vec<String>> {
        let cells = |row: &SheetRow| row.cells.iter().map(|cell| cell.get()).collect();
        self.rows.with(|rows| rows.iter().map(cells).collect())
    }

    /// Marks the cells that are wrong, and says why at the end of their rows.
    pub(crate) fn mark(self, wrong: &[Wrong]) {
        for (at, row) in self.rows.get_untracked().iter().enumerate() {
            let own = wrong.iter().filter(|(row, ..)| *row == at);
            row.wrong.set(own.clone().map(|(_, column, _)| *column).collect());
            row.note.set(own.map(|(_, _, why)| (Tone::Bad, why.clone())).next());
        }
    }

    /// One more row, which takes the focus.
    pub(crate) fn add(self) {
        let id = self.add_row();
        self.name.with_value(|name| focus_new(name, id, 0));
    }

    /// The rows as a sheet; Enter in one of them is heard by `on_enter`.
    pub(crate) fn sheet(
        self,
        label: impl Fn() -> &'static str + Copy + Send + Sync + 'static,
        heads: Signal<Vec<SheetHead>>,
        on_enter: UnsyncCallback<()>,
    ) -> AnyView {
        let enter = UnsyncCallback::new(move |(_,): (u32,)| on_enter.run(()));
        let on_paste = UnsyncCallback::new(move |(pasted,): (Pasted,)| self.paste(&pasted));
        view! {
            <Sheet
                label
                name=self.name.get_value()
                heads
                rows=self.rows
                on_enter=enter
                on_paste
                on_escape=UnsyncCallback::new(|()| {})
            />
        }
        .into_any()
    }

    fn make_row(self, texts: Vec<String>) -> SheetRow {
        let id = self.last_row.get_value() + 1;
        self.last_row.set_value(id);
        match self.owner.with_value(Clone::clone) {
            Some(owner) => owner.with(|| SheetRow::new(id, texts)),
            None => SheetRow::new(id, texts),
        }
    }

    fn add_row(self) -> u32 {
        let row = self.make_row(vec![String::new(); self.width]);
        let id = row.id;
        self.rows.update(|rows| rows.push(row));
        id
    }

    /// Writes pasted cells from the cell on, into new rows where there are none.
    fn paste(self, pasted: &Pasted) {
        let from = self.rows.with_untracked(|rows| rows.iter().position(|r| r.id == pasted.row));
        for (at, cells) in
            (from.unwrap_or(0)..).zip(huikuan::view::sheet::paste::rows(&pasted.text))
        {
            if self.rows.with_untracked(|rows| rows.get(at).is_none()) {
                self.add_row();
            }
            let Some(row) = self.rows.with_untracked(|rows| rows.get(at).cloned()) else { return };
            for (cell, text) in row.cells.iter().skip(pasted.column).zip(cells) {
                cell.set(text);
            }
        }
    }
}
