//! Perks and rewards: what was granted, for what, and whether it was given (E6).
//! Never grants one: the customer's page does.

use std::sync::Arc;

use huikuan::id::Key;
use huikuan::say;
use huikuan::view::amount::with_currency;
use huikuan::view::deed::Deed;
use huikuan::view::discount::{PerkRow, PerkState, perk_rows, perk_sums};
use leptos::prelude::*;

use super::listed;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::dialog::{Dialog, open_while};
use crate::page::part::live::maybe;
use crate::page::part::notice::Tone;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::route::Screen;
use crate::page::screen::contact::{self, Asked};
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The panel.
pub(super) fn perks() -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let held = Memo::new(move |_| {
        session.report(|ledger, _, as_of| perk_rows(ledger, as_of)).unwrap_or_default()
    });
    let columns = Signal::derive(move || {
        let text = |id, words, width| Column::text(id, speech.now(words), width);
        let figure = |id, words| Column::figure(id, speech.now(words));
        vec![
            text("customer", label::discount::CUSTOMER, Width::Name),
            text("name", label::discount::PERK_NAME, Width::Name),
            text("kind", label::discount::PERK_KIND, Width::Short),
            text("condition", label::discount::CONDITION, Width::Name),
            text("on", label::discount::GRANTED_ON, Width::Short),
            figure("value", label::discount::VALUE),
            figure("cost", label::discount::PERK_COST),
            text("state", label::discount::STATE, Width::Figure),
        ]
    });
    let rows = Signal::derive(move || -> Rows { Arc::from_iter((0..).take(held.with(Vec::len))) });
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let route = navigation.route();
        held.with(|rows| {
            let Some(row) = rows.get(row as usize) else { return Vec::new() };
            let page = route.turn(Screen::Customer(row.customer.to_string())).hash();
            cells_of(row, page, speech)
        })
    });
    let summary = move || {
        let sums = held.with(|rows| perk_sums(rows));
        let told = sums.into_iter().map(|(state, sum)| {
            format!("{} {}", say::perk_state(state, speech.language()), with_currency(sum))
        });
        told.collect::<Vec<_>>().join(" · ")
    };
    let asked = RwSignal::new(None::<(Deed, Key)>);
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        let row = held.with_untracked(|rows| rows.get(opened.row as usize).cloned());
        let due = row.filter(|row| row.state == PerkState::Due);
        asked.set(due.map(|row| (Deed::FulfillPerk(row.fact), row.customer)));
    });
    let is_empty = Memo::new(move |_| held.with(Vec::is_empty));
    let list = listed(is_empty, label::discount::NO_PERKS, move || {
        view! {
            <Table label=speech.text(label::discount::PERK_TABLE) columns rows cells on_open/>
        }
        .into_any()
    });
    view! {
        <p class="stack"><b>{summary}</b></p>
        {list}
        {fulfilling(asked)}
    }
    .into_any()
}

fn cells_of(row: &PerkRow, page: String, speech: Speech) -> Vec<Cell> {
    let language = speech.language();
    let money = |money: Option<_>| match money {
        Some(money) => Cell::text(with_currency(money)),
        None => Cell::dash(),
    };
    let state = say::perk_state(row.state, language);
    vec![
        Cell::text(row.customer_name.clone()).link(page),
        Cell::text(row.perk.name.clone()),
        Cell::text(say::perk_kind(row.perk.kind, language)),
        Cell::text(row.perk.condition.clone()),
        Cell::text(row.perk.granted_on.to_string()),
        money(row.perk.value),
        money(row.cost),
        match row.state {
            PerkState::Due => Cell::text(format!("{state}…")).tone(Tone::Warn).opening(),
            PerkState::Fulfilled | PerkState::Withdrawn => Cell::text(state),
        },
    ]
}

/// The dialog that records that a perk was given.
fn fulfilling(asked: RwSignal<Option<(Deed, Key)>>) -> AnyView {
    let speech = use_speech();
    let open = open_while(asked);
    let close = UnsyncCallback::new(move |()| open.set(false));
    view! {
        <Dialog title=speech.text(label::discount::FULFILL) open>
            {maybe(move || {
                let what = Signal::stored(Some(asked.get()?));
                let asked = Asked { what, on_saved: close, on_cancel: Some(close), keys: false };
                Some(contact::form(asked))
            })}
        </Dialog>
    }
    .into_any()
}
