//! The worklist: a row of two lines for each customer, with the reason under the action.
//! Never drawn beyond what somebody asked to see: a long list grows on demand.

use std::collections::BTreeSet;

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::record::Tier;
use huikuan::rule::collection::{Line, TaskState};
use huikuan::say;
use huikuan::view::worklist::{Row, amounts_text};
use leptos::prelude::*;

use super::Desk;
use super::bulk::bulk;
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::icon::{self, Icon};
use crate::page::part::live::{act, live, maybe, shown};
use crate::page::part::notice::{Badge, Tone};
use crate::page::route::Route;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// How many rows are drawn at first, and how many more at a time.
const ROWS_STEP: usize = 60;

/// The list.
pub(super) fn list(desk: Desk) -> AnyView {
    let speech = use_speech();
    let limit = RwSignal::new(ROWS_STEP);
    let selected = RwSignal::new(BTreeSet::new());
    // The address without the customer, to which each row adds its own.
    let place = desk.navigation.aspect(|route| route.with(super::CUSTOMER, ""));
    let in_sight = Memo::new(move |_| {
        let limit = limit.get();
        desk.shown.with(|shown| shown.iter().take(limit).cloned().collect::<Vec<Key>>())
    });
    let more = Memo::new(move |_| {
        let beyond = desk.shown.with(Vec::len).saturating_sub(limit.get());
        beyond.min(ROWS_STEP)
    });
    let grow = UnsyncCallback::new(move |()| limit.update(|limit| *limit += ROWS_STEP));
    let heading = move |label, class: &'static str| {
        view! { <th scope="col" class=class>{speech.text(label)}</th> }.into_any()
    };
    let nothing = maybe(move || {
        let is_empty = desk.shown.with(Vec::is_empty);
        let words = speech.text(label::today::NONE_OF_FILTER);
        is_empty.then(|| view! { <p class="hint nothing">{words}</p> }.into_any())
    });
    view! {
        {bulk(desk, selected)}
        {nothing}
        <div class="table-scroll">
            <table class="worklist" aria-label=speech.text(label::today::TITLE)>
                <thead><tr>
                    <th scope="col" class="select">{select_all(desk, selected)}</th>
                    {heading(label::today::TIER, "tier")}
                    {heading(label::today::CUSTOMER, "who")}
                    {heading(label::today::OVERDUE, "figure")}
                    {heading(label::today::OLDEST, "figure days")}
                    {heading(label::today::NEXT, "next")}
                    {heading(label::today::LAST, "last")}
                    {heading(label::today::OWNER, "owner")}
                </tr></thead>
                <tbody>
                    <For each=move || in_sight.get() key=Key::clone let:customer>
                        {row(desk, customer, place, selected)}
                    </For>
                </tbody>
            </table>
        </div>
        {maybe(move || {
            let count = more.get();
            let words = move || speech.fill(label::today::MORE, &[&count.to_string()]);
            (count > 0).then(|| view! {
                <div class="stack"><Button label=words on_press=grow/></div>
            }.into_any())
        })}
    }
    .into_any()
}

/// The box that selects whoever passes the filter, in sight or not.
fn select_all(desk: Desk, selected: RwSignal<BTreeSet<Key>>) -> AnyView {
    let name = use_speech().text(label::part::SELECT_ALL);
    let are_all = live(move || {
        desk.shown.with(|shown| {
            !shown.is_empty() && selected.with(|held| shown.iter().all(|key| held.contains(key)))
        })
    });
    let select = act(move |event| {
        let all = desk.shown.get_untracked().into_iter();
        selected.set(if event_target_checked(&event) { all.collect() } else { BTreeSet::new() });
    });
    view! { <input type="checkbox" aria-label=name prop:checked=are_all on:change=select/> }
        .into_any()
}

/// One row; drawn anew only when the customer's own task changes.
fn row(
    desk: Desk,
    customer: Key,
    place: Memo<Route>,
    selected: RwSignal<BTreeSet<Key>>,
) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let own = {
        let customer = customer.clone();
        Memo::new(move |_| desk.day.with(|day| day.as_ref()?.row(&customer).cloned()))
    };
    let is_chosen = {
        let customer = customer.clone();
        Memo::new(move |_| desk.chosen.with(|chosen| chosen.as_ref() == Some(&customer)))
    };
    let cells = shown(move || {
        let told = session.read_untracked(|workbook| {
            let policy = workbook.ledger().policy();
            own.with(|row| {
                let row = row.as_ref()?;
                let next = say::action(&row.task, policy, speech.language());
                let amounts = amounts_text(&row.amounts, policy.base_currency);
                Some((next, if amounts.is_empty() { "—".to_owned() } else { amounts }))
            })
        });
        let Some((next, amounts)) = told.flatten() else { return ().into_any() };
        own.with(|row| match row {
            Some(row) => cells(row, next, amounts, place, speech),
            None => ().into_any(),
        })
    });
    let name = {
        let name = move || own.with(|row| row.as_ref().map(|row| row.name.clone()));
        move || speech.fill(label::today::SELECT, &[&name().unwrap_or_default()])
    };
    let is_selected = {
        let customer = customer.clone();
        live(move || selected.with(|selected| selected.contains(&customer)))
    };
    let select = act(move |event| {
        let customer = customer.clone();
        selected.update(|selected| {
            if event_target_checked(&event) {
                selected.insert(customer);
            } else {
                selected.remove(&customer);
            }
        });
    });
    view! {
        <tr aria-current=live(move || is_chosen.get().then_some("true"))>
            <td class="select">
                <input type="checkbox" aria-label=name prop:checked=is_selected on:change=select/>
            </td>
            {cells}
        </tr>
    }
    .into_any()
}

fn cells(row: &Row, next: String, amounts: String, place: Memo<Route>, speech: Speech) -> AnyView {
    let language = speech.language();
    let customer = row.customer.clone();
    let href =
        live(move || place.with(|route| route.with(super::CUSTOMER, customer.as_str()).hash()));
    let days = match row.oldest_days {
        0 => "—".to_owned(),
        days => speech.fill(label::today::DAYS, &[&days.to_string()]),
    };
    let last = row.last_contact.and_then(|(day, channel, _)| {
        let on = Date::from_number(day)?;
        Some((on.to_string(), say::channel(channel, language)))
    });
    let (last_on, last_by) = last.unwrap_or_else(|| ("—".to_owned(), ""));
    let is_done = row.task.state == TaskState::Done;
    let done = is_done.then(|| speech.now(label::today::STATE_DONE).to_owned());
    let is_due = row.task.state == TaskState::Due;
    // A reason about the next date names it by itself.
    let is_told = matches!(row.task.reason, Line::Spaced { .. });
    let next_on = Date::from_number(row.task.due_day).filter(|_| !is_due && !is_told);
    let next_on = next_on.map(|on| speech.fill(label::today::NEXT_ON, &[&on.to_string()]));
    let reason = say::worklist_line(&row.task.reason, language);
    let told: Vec<String> = done.into_iter().chain(next_on).chain([reason]).collect();
    let told = told.join(" · ");
    let check = is_done.then(|| icon::draw(Icon::Check));
    view! {
        <td class="tier">{row.tier.map(|tier| badge(tier, speech))}</td>
        <td class="who">
            <a href=href>{row.name.clone()}</a>
            <small>{say::class(row.class, language)}</small>
        </td>
        <td class="figure">{amounts}</td>
        <td class="figure days">{days}</td>
        <td class="next"><b>{check} {next}</b> <small title=told.clone()>{told.clone()}</small></td>
        <td class="last">{last_on} <small>{last_by}</small></td>
        <td class="owner">{row.owner.clone()}</td>
    }
    .into_any()
}

/// The letter of a tier in its box.
pub(super) fn badge(tier: Tier, speech: Speech) -> AnyView {
    let tone = match tier {
        Tier::A => Tone::Bad,
        Tier::B => Tone::Warn,
        Tier::C => Tone::Neutral,
    };
    let meaning = format!("{} {tier:?}", speech.now(label::today::TIER));
    view! { <Badge text=format!("{tier:?}") tone meaning/> }.into_any()
}
