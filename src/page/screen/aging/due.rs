//! What is due soon, overdue and overdue for long, with sums by group.
//! Never computes a figure: `view` does.

use std::sync::Arc;

use huikuan::money::Currency;
use huikuan::view::Sorting;
use huikuan::view::aging::Dimension;
use huikuan::view::aging::due::{DUES, Due, DueLine, DueOrder, due_lines, due_total};
use huikuan::view::amount::{figure, figure_or_dash};
use huikuan::view::drill::Sum;
use leptos::prelude::*;

use super::group::{cell, named, total_words, words};
use super::{Shown, columns};
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::live::{each, maybe};
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Sort, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::route::Screen;
use crate::page::screen::explanation::{Asked, explanation};
use crate::page::session::use_session;
use crate::page::speech::use_speech;

/// The lists with their column, the filter of the items that shows the same, and their words.
const LISTS: [(Due, &str, &str, Label); 3] = [
    (Due::Soon, "soon", "due-soon", label::aging::DUE_SOON),
    (Due::Past, "past", "overdue", label::aging_view::PAST),
    (Due::Long, "long", "over-90", label::aging_view::OVER_90),
];

fn due_of(column: &str) -> Option<Due> {
    LISTS.into_iter().find(|(_, id, ..)| *id == column).map(|(due, ..)| due)
}

/// The panel.
pub(super) fn due(shown: Shown) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let sort = RwSignal::new(Sort { column: "past".to_owned(), descending: true });
    let lines = Memo::new(move |_| -> Vec<DueLine> {
        let Some(currency) = shown.currency.get() else { return Vec::new() };
        let (grouping, query, sort) = (shown.setting.get().grouping, shown.query.get(), sort.get());
        let column = due_of(&sort.column).map_or(DueOrder::Name, DueOrder::Sum);
        let sorting = Sorting { column, descending: sort.descending };
        let found = shown.credit.with(|credit| {
            let dimension = Dimension { grouping, credit: credit.as_deref(), query: &query };
            session
                .report(|ledger, _, as_of| due_lines(ledger, currency, as_of, &dimension, sorting))
        });
        found.unwrap_or_default()
    });
    let currency = move || shown.currency.get().unwrap_or(Currency::CNY);
    let columns = Signal::derive(move || {
        let first = speech.now(named(shown.setting.get().grouping).1);
        let name = Column::text(columns::NAME, first, Width::Name).sortable();
        let figures = LISTS
            .into_iter()
            .map(|(_, id, _, label)| Column::figure(id, speech.now(label)).sortable());
        std::iter::once(name).chain(figures).collect::<Vec<_>>()
    });
    let rows = Signal::derive(move || -> Rows { Arc::from_iter((0..).take(lines.with(Vec::len))) });
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let (route, currency) = (navigation.route(), currency());
        lines.with(|lines| {
            let Some(line) = lines.get(row as usize) else { return Vec::new() };
            let sum = |due: Due| match line.minor(due) {
                0 => Cell::dash(),
                minor => Cell::text(figure(minor, currency)).opening(),
            };
            let name = cell(&line.group, &line.name, &route, speech);
            std::iter::once(name).chain(DUES.map(sum)).collect()
        })
    });
    let totals = Signal::derive(move || {
        lines.with(|lines| {
            let grouping = shown.setting.get().grouping;
            let name = Cell::text(total_words(grouping, lines.len(), speech));
            let (sums, _) = due_total(lines);
            let sums = sums.map(|minor| Cell::text(figure_or_dash(minor, currency())));
            vec![std::iter::once(name).chain(sums).collect::<Vec<_>>()]
        })
    });
    let asked = RwSignal::new(None::<Asked>);
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        let setting = shown.setting.get_untracked();
        let aging = session.read_untracked(|workbook| setting.policy(workbook.ledger()));
        let currency = shown.currency.get_untracked();
        asked.set(lines.with_untracked(|lines| {
            let line = lines.get(opened.row as usize)?;
            Some(Asked {
                name: untrack(|| words(&line.group, &line.name, speech)),
                customers: line.customers.clone(),
                within: line.group.within(),
                currency: currency?,
                sum: Sum::Due(due_of(&opened.column)?),
                aging: aging?,
                as_of: None,
                anchor: opened.anchor,
            })
        }));
    });
    let on_sort = UnsyncCallback::new(move |(wanted,): (Sort,)| sort.set(wanted));
    let nothing = maybe(move || {
        let words =
            move || view! { <p class="hint nothing">{speech.now(label::aging_view::DUE_NONE)}</p> };
        lines.with(Vec::is_empty).then(|| words().into_any())
    });
    let links = each(move || {
        let items = navigation.route().turn(Screen::Items);
        let link = |(_, _, filter, label): (Due, &str, &str, Label)| {
            let to = items.with("filter", filter).hash();
            view! { <a href=to>{speech.now(label)}</a> }.into_any()
        };
        LISTS.into_iter().map(link).collect()
    });
    view! {
        <div class="toolbar">
            {super::search(shown)}
            <span class="hint">{speech.text(label::aging_view::AS_ITEMS)}</span>
            {links}
        </div>
        {nothing}
        <Table
            label=speech.text(label::aging_view::DUE)
            columns
            rows
            cells
            on_open
            sort=Signal::derive(move || Some(sort.get()))
            on_sort
            totals
        />
        {explanation(asked)}
    }
    .into_any()
}
