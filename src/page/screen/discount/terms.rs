//! The monitor of longer terms: who has them, what they cost, who uses them without ever paying
//! early (E5).
//! Never grants or ends them: the customer's page does.

use std::sync::Arc;

use huikuan::view::amount::{rate_percent, with_currency};
use huikuan::view::discount::{ExtensionRow, extension_rows};
use leptos::prelude::*;

use super::listed;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::live::live;
use crate::page::part::notice::Tone;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Width};
use crate::page::part::table::{Rows, Table};
use crate::page::route::Screen;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The panel.
pub(super) fn terms() -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let held = Memo::new(move |_| {
        session.report(|ledger, _, as_of| extension_rows(ledger, as_of)).unwrap_or_default()
    });
    let columns = Signal::derive(move || {
        let text = |id, words, width| Column::text(id, speech.now(words), width);
        let number = |id, words| Column::number(id, speech.now(words));
        vec![
            text("customer", label::discount::CUSTOMER, Width::Name),
            text("days", label::discount::FROM_TO, Width::Figure),
            text("period", label::discount::PERIOD, Width::Name),
            number("items", label::discount::ITEMS),
            number("used", label::discount::USED),
            number("early", label::discount::EARLY),
            Column::figure("cost", speech.now(label::discount::TERMS_COST)),
            text("state", label::discount::STATE, Width::Short),
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
    let hint = live(move || {
        let rate = session.report(|ledger, _, _| ledger.policy().cost_of_money);
        speech.fill(label::discount::TERMS_HINT, &[&rate.map(rate_percent).unwrap_or_default()])
    });
    let is_empty = Memo::new(move |_| held.with(Vec::is_empty));
    let list = listed(is_empty, label::discount::NO_TERMS, move || {
        view! {
            <Table label=speech.text(label::discount::TERMS_TABLE) columns rows cells/>
        }
        .into_any()
    });
    view! {
        <p class="stack hint">{hint}</p>
        {list}
    }
    .into_any()
}

fn cells_of(row: &ExtensionRow, page: String, speech: Speech) -> Vec<Cell> {
    let what = &row.extension;
    let days = [what.from_days, what.to_days].map(|days| days.to_string());
    let cost: Vec<String> = row.used.costs.iter().map(|cost| with_currency(*cost)).collect();
    let state = match (row.used.is_for_review, row.runs) {
        (true, _) => Cell::text(speech.now(label::discount::FOR_REVIEW)).tone(Tone::Warn),
        (false, true) => Cell::text(speech.now(label::discount::RUNS)),
        (false, false) => Cell::text(speech.now(label::discount::OVER)),
    };
    vec![
        Cell::text(row.customer_name.clone()).link(page),
        Cell::text(speech.fill(label::discount::FROM_TO_DAYS, &[&days[0], &days[1]])),
        Cell::text(format!("{} – {}", what.from, what.until)),
        Cell::text(row.used.items.to_string()),
        Cell::text(row.used.used_items.to_string()),
        Cell::text(row.used.early_items.to_string()),
        if cost.is_empty() { Cell::dash() } else { Cell::text(cost.join(" · ")) },
        state,
    ]
}
