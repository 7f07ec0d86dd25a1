//! The people at a customer, as rows to type into or paste (A1).
//! Never keeps an empty row: only the form reads them, and leaves those out.

use huikuan::view::customer_form::{ContactColumn, FormMistake};
use huikuan::view::sheet::paste;
use leptos::prelude::*;

use crate::page::label::{self, Label};
use crate::page::part::button::Button;
use crate::page::part::id;
use crate::page::part::notice::Tone;
use crate::page::part::sheet::{Pasted, Sheet, SheetHead, SheetRow, focus_new};
use crate::page::speech::Speech;

/// The rows; copies are the same rows.
#[derive(Clone, Copy)]
pub(super) struct Contacts {
    speech: Speech,
    name: StoredValue<String>,
    rows: RwSignal<Vec<SheetRow>>,
    last_row: StoredValue<u32>,
    owner: StoredValue<Option<Owner>, LocalStorage>,
}

impl Contacts {
    /// No rows yet; they live as long as the present owner.
    pub(super) fn begin(speech: Speech) -> Self {
        Self {
            speech,
            name: StoredValue::new(id::next("contact")),
            rows: RwSignal::new(Vec::new()),
            last_row: StoredValue::new(0),
            owner: StoredValue::new_local(Owner::current()),
        }
    }

    /// Shows these people and one empty row.
    pub(super) fn fill(self, contacts: Vec<Vec<String>>) {
        let blank = ContactColumn::ALL.map(|_| String::new()).to_vec();
        let rows = contacts.into_iter().chain([blank]).map(|cells| self.make_row(cells));
        self.rows.set(rows.collect());
    }

    /// What stands in the rows.
    pub(super) fn cells(self) -> Vec<Vec<String>> {
        self.rows.with_untracked(|rows| rows.iter().map(SheetRow::texts).collect())
    }

    /// Marks the cells that cannot be read, and says why at the end of the row.
    pub(super) fn show(self, mistakes: &[FormMistake]) {
        for (at, row) in self.rows.get_untracked().iter().enumerate() {
            let own: Vec<ContactColumn> = mistakes
                .iter()
                .filter_map(|mistake| match mistake {
                    FormMistake::Contact { row, column } if *row == at => Some(*column),
                    FormMistake::Contact { .. }
                    | FormMistake::NotALimit
                    | FormMistake::NotDays
                    | FormMistake::NotADayOfMonth
                    | FormMistake::CannotBeEmptied(_) => None,
                })
                .collect();
            let place =
                |column: &ContactColumn| ContactColumn::ALL.iter().position(|held| held == column);
            row.wrong.set(own.iter().filter_map(place).collect());
            let words = own.first().map(|column| match column {
                ContactColumn::VerifiedOn => label::item::NOT_A_DATE,
                ContactColumn::Name
                | ContactColumn::Role
                | ContactColumn::Phone
                | ContactColumn::Email
                | ContactColumn::Wechat => label::customer::NOT_AN_EMAIL,
            });
            let say = |words: Label| untrack(|| self.speech.now(words).to_owned());
            row.note.set(words.map(|words| (Tone::Bad, say(words))));
        }
    }

    /// The rows with their heading, and the way to one more.
    pub(super) fn view(self, save: UnsyncCallback<()>) -> AnyView {
        let speech = self.speech;
        let heads = Signal::derive(move || {
            let head = |column: &ContactColumn| SheetHead {
                label: speech.now(word(*column)).to_owned(),
                figure: false,
                list: None,
            };
            ContactColumn::ALL.iter().map(head).collect::<Vec<_>>()
        });
        let on_enter = UnsyncCallback::new(move |(_,): (u32,)| save.run(()));
        let on_paste = UnsyncCallback::new(move |(pasted,): (Pasted,)| self.paste(&pasted));
        let on_escape = UnsyncCallback::new(|()| {});
        let add = UnsyncCallback::new(move |()| {
            let id = self.add_row();
            self.name.with_value(|name| focus_new(name, id, 0));
        });
        view! {
            <div class="contacts">
                <h2>{speech.text(label::customer::CONTACTS)}</h2>
                <Sheet
                    label=speech.text(label::customer::CONTACTS)
                    name=self.name.get_value()
                    heads
                    rows=self.rows
                    on_enter
                    on_paste
                    on_escape
                />
                <Button label=speech.text(label::customer::ADD_CONTACT) on_press=add/>
            </div>
        }
        .into_any()
    }

    fn add_row(self) -> u32 {
        let row = self.make_row(ContactColumn::ALL.map(|_| String::new()).to_vec());
        let id = row.id;
        self.rows.update(|rows| rows.push(row));
        id
    }

    fn make_row(self, texts: Vec<String>) -> SheetRow {
        let id = self.last_row.get_value() + 1;
        self.last_row.set_value(id);
        match self.owner.with_value(Clone::clone) {
            Some(owner) => owner.with(|| SheetRow::new(id, texts)),
            None => SheetRow::new(id, texts),
        }
    }

    /// Writes pasted cells from the cell on, into new rows where there are none.
    fn paste(self, pasted: &Pasted) {
        let from = self.rows.with_untracked(|rows| rows.iter().position(|r| r.id == pasted.row));
        for (at, cells) in (from.unwrap_or(0)..).zip(paste::rows(&pasted.text)) {
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

/// What a column is called.
const fn word(column: ContactColumn) -> Label {
    match column {
        ContactColumn::Name => label::customer::CONTACT_NAME,
        ContactColumn::Role => label::customer::ROLE,
        ContactColumn::Phone => label::customer::PHONE,
        ContactColumn::Email => label::customer::EMAIL,
        ContactColumn::Wechat => label::customer::WECHAT,
        ContactColumn::VerifiedOn => label::customer::VERIFIED_ON,
    }
}
