//! The instalments of a plan as rows to type into.
//! Never keeps an empty row in what is recorded: reading leaves those out.

use huikuan::say;
use huikuan::view::amount::with_currency;
use huikuan::view::deed::{FormField, Mistake};
use leptos::prelude::*;

use super::typed::Typed;
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::live::{live, maybe};
use crate::page::part::rows::{Rows, Wrong};
use crate::page::part::sheet::SheetHead;
use crate::page::speech::Speech;

/// The rows with these days and amounts.
pub(super) fn begin(rows: &[[String; 2]]) -> Rows {
    let own = Rows::begin(2);
    own.fill(rows.iter().map(|cells| cells.to_vec()).collect());
    own
}

/// What stands in the rows; whoever asks is run again when a cell changes.
pub(super) fn cells(rows: Rows) -> Vec<[String; 2]> {
    let pair = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        [cells.next().unwrap_or_default(), cells.next().unwrap_or_default()]
    };
    rows.cells().into_iter().map(pair).collect()
}

/// Keeps the cells marked that cannot be read.
pub(super) fn follow(rows: Rows, mistakes: Memo<Vec<Mistake>>, speech: Speech) {
    Effect::new(move |_| {
        let language = speech.language();
        let wrong: Vec<Wrong> = mistakes.with(|all| {
            let own = all.iter().filter(|mistake| mistake.field == FormField::Instalments);
            own.filter_map(|mistake| {
                let (row, column) = mistake.cell?;
                Some((row, column, say::fault(&mistake.fault, language)))
            })
            .collect()
        });
        rows.mark(&wrong);
    });
}

/// The rows with their sum, the way to split equally and to one more row.
pub(super) fn instalments(typed: Typed, save: UnsyncCallback<()>) -> AnyView {
    let (rows, speech) = (typed.instalments, typed.speech);
    let heads = Signal::derive(move || {
        let head =
            |word, figure| SheetHead { label: speech.now(word).to_owned(), figure, list: None };
        vec![head(label::deed::DUE_ON, false), head(label::deed::INSTALMENT_AMOUNT, true)]
    });
    let split = UnsyncCallback::new(move |()| {
        let mut form = typed.form.get_untracked();
        form.split(typed.session.today.get_untracked());
        rows.fill(form.instalments.iter().map(|cells| cells.to_vec()).collect());
    });
    let add = UnsyncCallback::new(move |()| rows.add());
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
            {rows.sheet(speech.text(label::deed::INSTALMENTS), heads, save)}
            <p class="note" aria-live="polite">{error} " " <span class="hint">{sum}</span></p>
            <div class="actions">
                <Button label=speech.text(label::deed::SPLIT) on_press=split/>
                <Button label=speech.text(label::deed::ADD_ROW) on_press=add/>
            </div>
        </div>
    }
    .into_any()
}
