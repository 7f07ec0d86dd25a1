//! The instalments of a plan as rows to type into.
//! Never keeps an empty row in what is recorded: reading leaves those out.

use huikuan::say;
use huikuan::view::amount::with_currency;
use huikuan::view::deed::{Fault, FormField, Mistake};
use huikuan::view::sheet::paste;
use leptos::prelude::*;

use super::typed::Typed;
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::id;
use crate::page::part::live::{live, maybe};
use crate::page::part::notice::Tone;
use crate::page::part::sheet::{Pasted, Sheet, SheetHead, SheetRow, focus_new};
use crate::page::speech::Speech;

/// The rows; copies are the same rows.
#[derive(Clone, Copy)]
pub(super) struct Instalments {
    speech: Speech,
    name: StoredValue<String>,
    rows: RwSignal<Vec<SheetRow>>,
    last_row: StoredValue<u32>,
    owner: StoredValue<Option<Owner>, LocalStorage>,
}

impl Instalments {
    /// These rows; they live as long as the present owner.
    pub(super) fn begin(speech: Speech, rows: &[[String; 2]]) -> Self {
        let instalments = Self {
            speech,
            name: StoredValue::new(id::next("instalment")),
            rows: RwSignal::new(Vec::new()),
            last_row: StoredValue::new(0),
            owner: StoredValue::new_local(Owner::current()),
        };
        instalments.fill(rows);
        instalments
    }

    /// Shows these rows in place of the present ones.
    pub(super) fn fill(self, rows: &[[String; 2]]) {
        self.rows.set(rows.iter().map(|cells| self.make_row(cells.to_vec())).collect());
    }

    /// What stands in the rows; whoever asks is run again when a cell changes.
    pub(super) fn cells(self) -> Vec<[String; 2]> {
        let cell = |row: &SheetRow, at: usize| row.cells.get(at).map(|c| c.get());
        let pair =
            |row: &SheetRow| [cell(row, 0).unwrap_or_default(), cell(row, 1).unwrap_or_default()];
        self.rows.with(|rows| rows.iter().map(pair).collect())
    }

    /// Marks the cells that cannot be read, and says why at the end of the row.
    pub(super) fn follow(self, mistakes: Memo<Vec<Mistake>>) {
        let speech = self.speech;
        Effect::new(move |_| {
            let mistakes = mistakes.get();
            let language = speech.language();
            for (at, row) in self.rows.get_untracked().iter().enumerate() {
                let own: Vec<(usize, &Fault)> = mistakes
                    .iter()
                    .filter(|mistake| mistake.field == FormField::Instalments)
                    .filter_map(|mistake| Some((mistake.cell?, &mistake.fault)))
                    .filter(|((row, _), _)| *row == at)
                    .map(|((_, column), fault)| (column, fault))
                    .collect();
                row.wrong.set(own.iter().map(|(column, _)| *column).collect());
                let note = own.first().map(|(_, fault)| (Tone::Bad, say::fault(fault, language)));
                row.note.set(note);
            }
        });
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
        let row = self.make_row(vec![String::new(), String::new()]);
        let id = row.id;
        self.rows.update(|rows| rows.push(row));
        id
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

/// The rows with their sum, the way to split equally and to one more row.
pub(super) fn instalments(typed: Typed, save: UnsyncCallback<()>) -> AnyView {
    let (own, speech) = (typed.instalments, typed.speech);
    let heads = Signal::derive(move || {
        let head =
            |word, figure| SheetHead { label: speech.now(word).to_owned(), figure, list: None };
        vec![head(label::deed::DUE_ON, false), head(label::deed::INSTALMENT_AMOUNT, true)]
    });
    let split = UnsyncCallback::new(move |()| {
        let mut form = typed.form.get_untracked();
        form.split(typed.session.today.get_untracked());
        own.fill(&form.instalments);
    });
    let add = UnsyncCallback::new(move |()| {
        let id = own.add_row();
        own.name.with_value(|name| focus_new(name, id, 0));
    });
    let on_enter = UnsyncCallback::new(move |(_,): (u32,)| save.run(()));
    let on_paste = UnsyncCallback::new(move |(pasted,): (Pasted,)| own.paste(&pasted));
    let sum = live(move || {
        typed.form.with(|form| {
            let [sum, owed] = [form.instalment_sum(), form.plan_owed()].map(with_currency);
            speech.fill(label::deed::PLAN_SUM, &[&sum, &owed])
        })
    });
    let error = typed.error(FormField::Instalments);
    let error =
        maybe(move || error.get().map(|why| view! { <span class="error">{why}</span> }.into_any()));
    view! {
        <div class="instalments wide">
            <Sheet
                label=speech.text(label::deed::INSTALMENTS)
                name=own.name.get_value()
                heads
                rows=own.rows
                on_enter
                on_paste
                on_escape=UnsyncCallback::new(|()| {})
            />
            <p class="note" aria-live="polite">{error} " " <span class="hint">{sum}</span></p>
            <div class="actions">
                <Button label=speech.text(label::deed::SPLIT) on_press=split/>
                <Button label=speech.text(label::deed::ADD_ROW) on_press=add/>
            </div>
        </div>
    }
    .into_any()
}
