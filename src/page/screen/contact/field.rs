//! One field of a form, drawn as it is filled in.
//! Never judges what is typed: the form says what is wrong.

use huikuan::view::amount::with_currency;
use huikuan::view::deed::{Deed, FieldKind, FormField, FormItem};
use leptos::prelude::*;

use super::instalment::instalments;
use super::result::results;
use super::typed::Typed;
use super::word::{choices, field_name, field_name_in};
use crate::page::label;
use crate::page::part::check::Check;
use crate::page::part::chip::choice;
use crate::page::part::field::{TextArea, TextField, TextKind};
use crate::page::part::live::{each, maybe};
use crate::page::part::select::Select;

/// The field; Enter in a line of it saves.
pub(super) fn field(typed: Typed, field: FormField, save: UnsyncCallback<()>) -> AnyView {
    match field.kind() {
        FieldKind::Text => line(typed, field, save, TextKind::Text, None),
        FieldKind::Figure => line(typed, field, save, TextKind::Figure, None),
        FieldKind::Day => line(typed, field, save, TextKind::Text, None),
        FieldKind::Theirs => {
            let list = typed.id(field) + "-list";
            let names = move || people(typed);
            let field = line(typed, field, save, TextKind::Text, Some(list.clone()));
            view! { <div>{field} {datalist(list, names)}</div> }.into_any()
        }
        FieldKind::Ours => {
            let list = typed.id(field) + "-list";
            let names = move || team(typed);
            let field = line(typed, field, save, TextKind::Text, Some(list.clone()));
            view! { <div>{field} {datalist(list, names)}</div> }.into_any()
        }
        FieldKind::Lines => {
            let (label, error) = (typed.speech.text(field_name(field)), typed.error(field));
            let value = typed.text(field);
            view! {
                <div class="wide"><TextArea label value error rows=2/></div>
            }
            .into_any()
        }
        FieldKind::Flag => {
            let (label, checked) = (typed.speech.text(field_name(field)), typed.flag(field));
            view! { <Check label checked/> }.into_any()
        }
        FieldKind::Choice if field == FormField::Result => results(typed),
        FieldKind::Choice => select(typed, field),
        FieldKind::Items => items(typed),
        FieldKind::OneItem => one_item(typed, field),
        FieldKind::Instalments => instalments(typed, save),
    }
}

fn line(
    typed: Typed,
    field: FormField,
    save: UnsyncCallback<()>,
    kind: TextKind,
    list: Option<String>,
) -> AnyView {
    let speech = typed.speech;
    let (value, error, id) = (typed.text(field), typed.error(field), typed.id(field));
    let on_leave = UnsyncCallback::new(move |(text,): (String,)| typed.leave(field, &text));
    let hint = match field {
        FormField::FollowUpOn => Some(label::deed::NEXT_HINT),
        FormField::PromisedOn | FormField::MeetOn | FormField::Until | FormField::FirstOn => {
            Some(label::deed::DATE_HINT)
        }
        _ => None,
    };
    let hint = hint.map(|hint| speech.text(hint));
    let label = speech.text(typed.deed.with_value(|deed| field_name_in(deed, field)));
    match (hint, list) {
        (Some(hint), _) => view! {
            <TextField label value error hint kind on_enter=save on_leave id=id/>
        }
        .into_any(),
        (None, Some(list)) => view! {
            <TextField label value error kind on_enter=save on_leave id=id list=list/>
        }
        .into_any(),
        (None, None) => {
            view! { <TextField label value error kind on_enter=save on_leave id=id/> }.into_any()
        }
    }
}

fn select(typed: Typed, field: FormField) -> AnyView {
    let (speech, chosen) = (typed.speech, typed.place(field));
    let all = Signal::derive(move || {
        let words = choices(field, speech).into_iter().enumerate();
        words.map(|(at, word)| choice(at, word)).collect::<Vec<_>>()
    });
    let at = Signal::derive(move || chosen.get().unwrap_or(0));
    let on_choose = UnsyncCallback::new(move |(at,): (usize,)| chosen.set(Some(at)));
    view! {
        <Select
            label=speech.text(field_name(field))
            choices=all
            chosen=at
            on_choose
            error=typed.error(field)
        />
    }
    .into_any()
}

/// `A-1 · 2026-01-31 · CNY 1,200.00`.
fn words(item: &FormItem) -> String {
    let due = item.due_on.map_or_else(|| "—".to_owned(), |on| on.to_string());
    format!("{} · {due} · {}", item.number, with_currency(item.open))
}

/// A box for each open item.
fn items(typed: Typed) -> AnyView {
    let speech = typed.speech;
    let boxes = each(move || {
        let tick = |(item, checked): (&FormItem, RwSignal<bool>)| {
            let label = words(item);
            view! { <Check label=label checked/> }.into_any()
        };
        typed.begun().items.iter().zip(typed.ticks()).map(tick).collect()
    });
    let is_plan = move || typed.shown.with(|all| all.contains(&FormField::Instalments));
    let hint = move || {
        let plan = is_plan() && typed.deed.with_value(|deed| !matches!(deed, Deed::Promise));
        let case = typed.deed.with_value(|deed| matches!(deed, Deed::OpenCase));
        let is_overdue = plan || case;
        let word = if is_overdue { label::deed::PLAN_ITEMS_HINT } else { label::deed::ITEMS_HINT };
        speech.now(word)
    };
    let error = typed.error(FormField::Items);
    let error =
        maybe(move || error.get().map(|why| view! { <span class="error">{why}</span> }.into_any()));
    view! {
        <fieldset class="allocation items wide">
            <legend>{speech.text(label::deed::ITEMS)} " " <span class="hint">{hint}</span></legend>
            {boxes}
            <p class="note" aria-live="polite">{error}</p>
        </fieldset>
    }
    .into_any()
}

/// One item of a list, or none.
fn one_item(typed: Typed, field: FormField) -> AnyView {
    let (speech, chosen) = (typed.speech, typed.place(field));
    let all = Signal::derive(move || {
        let none = choice(0, speech.now(label::deed::NO_ITEM));
        let items = typed.begun().items;
        let items = (1..).zip(&items).map(|(at, item)| choice(at, words(item)));
        std::iter::once(none).chain(items).collect::<Vec<_>>()
    });
    let at = Signal::derive(move || chosen.get().unwrap_or(0));
    let on_choose = UnsyncCallback::new(move |(at,): (usize,)| chosen.set(Some(at)));
    view! {
        <Select
            label=speech.text(field_name(field))
            choices=all
            chosen=at
            on_choose
            error=typed.error(field)
        />
    }
    .into_any()
}

fn datalist(id: String, names: impl Fn() -> Vec<String> + Send + 'static) -> AnyView {
    let option = |name: String| view! { <option value=name></option> }.into_any();
    let options = each(move || names().into_iter().map(option).collect());
    view! { <datalist id=id>{options}</datalist> }.into_any()
}

/// The customer's people who have not left.
fn people(typed: Typed) -> Vec<String> {
    let customer = typed.begun().customer;
    let today = typed.session.today.get_untracked();
    let found = typed.session.read_untracked(|workbook| {
        let account = workbook.ledger().account(&customer)?;
        let people = account.customer.fields.contacts.clone().unwrap_or_default().into_iter();
        let here = people.filter(|person| person.until.is_none_or(|until| until >= today));
        Some(here.map(|person| person.name).collect())
    });
    found.flatten().unwrap_or_default()
}

/// The people of the team who have not left.
fn team(typed: Typed) -> Vec<String> {
    let today = typed.session.today.get_untracked();
    let found = typed.session.read_untracked(|workbook| {
        let team = workbook.ledger().policy().team.iter();
        let here = team.filter(|member| member.until.is_none_or(|until| until >= today));
        here.map(|member| member.name.clone()).collect()
    });
    found.unwrap_or_default()
}
