//! The change of each group's balance and overdue since the earlier day.
//! Never computes a figure: `view` does.

use std::sync::Arc;

use huikuan::calendar::Date;
use huikuan::money::Currency;
use huikuan::view::Sorting;
use huikuan::view::aging::Dimension;
use huikuan::view::aging::movement::{Moved, MovedOrder, moved};
use huikuan::view::amount::{figure, figure_or_dash};
use huikuan::view::drill::Sum;
use leptos::prelude::*;

use super::Compared;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::notice::Tone;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Sort, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::screen::aging::columns;
use crate::page::screen::aging::group::{cell, named, total_words, words};
use crate::page::screen::explanation::{Asked, explanation};
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The columns of figures with what they order by and read.
type Read = fn(&Moved) -> i64;
const FIGURES: [(&str, MovedOrder, Read); 6] = [
    ("balance-before", MovedOrder::BalanceBefore, |held| held.before.balance()),
    ("balance-after", MovedOrder::BalanceAfter, |held| held.after.balance()),
    ("balance-change", MovedOrder::BalanceChange, Moved::balance_change),
    ("overdue-before", MovedOrder::OverdueBefore, |held| held.before.overdue()),
    ("overdue-after", MovedOrder::OverdueAfter, |held| held.after.overdue()),
    ("overdue-change", MovedOrder::OverdueChange, Moved::overdue_change),
];

/// The heading and the table.
pub(super) fn change(compared: Compared) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let shown = compared.shown;
    let sort = RwSignal::new(Sort { column: "overdue-change".to_owned(), descending: true });
    let groups = Memo::new(move |_| -> Vec<Moved> {
        let Some(currency) = shown.currency.get() else { return Vec::new() };
        let (grouping, query, sort) = (shown.setting.get().grouping, shown.query.get(), sort.get());
        let found = FIGURES.into_iter().find(|(id, ..)| *id == sort.column);
        let column = found.map_or(MovedOrder::Name, |(_, order, _)| order);
        let sorting = Sorting { column, descending: sort.descending };
        let drawn = shown.report.with(|after| {
            let (before, after) = (compared.before.get()?, after.as_ref()?);
            shown.credit.with(|credit| {
                let dimension = Dimension { grouping, credit: credit.as_deref(), query: &query };
                session.read(|workbook| {
                    moved(workbook.ledger(), (&before, after), currency, &dimension, sorting)
                })
            })
        });
        drawn.unwrap_or_default()
    });
    let currency = move || shown.currency.get().unwrap_or(Currency::CNY);
    let days = move || [compared.earlier.get().to_string(), session.as_of().to_string()];
    let columns = Signal::derive(move || {
        let (_, first) = named(shown.setting.get().grouping);
        heads(speech.now(first), days(), speech)
    });
    let rows =
        Signal::derive(move || -> Rows { Arc::from_iter((0..).take(groups.with(Vec::len))) });
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let (route, currency) = (navigation.route(), currency());
        groups.with(|groups| {
            let Some(held) = groups.get(row as usize) else { return Vec::new() };
            let name = cell(&held.group, &held.name, &route, speech);
            let figures =
                FIGURES.into_iter().map(|(id, _, read)| changed(id, read(held), currency));
            std::iter::once(name).chain(figures).collect()
        })
    });
    let totals = Signal::derive(move || {
        groups.with(|groups| {
            let grouping = shown.setting.get().grouping;
            let name = Cell::text(total_words(grouping, groups.len(), speech));
            let sum = |read: Read| groups.iter().map(read).fold(0, i64::saturating_add);
            let currency = currency();
            let figures = FIGURES.into_iter().map(|(id, _, read)| changed(id, sum(read), currency));
            let figures = figures.map(|cell| Cell { opens: false, ..cell });
            vec![std::iter::once(name).chain(figures).collect::<Vec<_>>()]
        })
    });
    let asked = RwSignal::new(None::<Asked>);
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        let setting = shown.setting.get_untracked();
        let aging = session.read_untracked(|workbook| setting.policy(workbook.ledger()));
        let currency = shown.currency.get_untracked();
        let earlier = compared.earlier.get_untracked();
        asked.set(groups.with_untracked(|groups| {
            let held = groups.get(opened.row as usize)?;
            let (sum, as_of) = behind(&opened.column, earlier)?;
            Some(Asked {
                name: untrack(|| words(&held.group, &held.name, speech)),
                customers: held.customers.clone(),
                within: held.group.within(),
                currency: currency?,
                sum,
                aging: aging?,
                as_of,
                anchor: opened.anchor,
            })
        }));
    });
    let on_sort = UnsyncCallback::new(move |(wanted,): (Sort,)| sort.set(wanted));
    view! {
        <div class="stack"><h2>{speech.text(label::aging_view::CHANGE)}</h2></div>
        <Table
            label=speech.text(label::aging_view::CHANGE)
            columns
            rows
            cells
            sort=Signal::derive(move || Some(sort.get()))
            on_sort
            on_open
            totals
        />
        {explanation(asked)}
    }
    .into_any()
}

/// What stands behind a figure, and on which day; nothing but other figures behind a change.
fn behind(column: &str, earlier: Date) -> Option<(Sum, Option<Date>)> {
    match column {
        "balance-before" => Some((Sum::Balance, Some(earlier))),
        "balance-after" => Some((Sum::Balance, None)),
        "overdue-before" => Some((Sum::Overdue, Some(earlier))),
        "overdue-after" => Some((Sum::Overdue, None)),
        _ => None,
    }
}

fn heads(first: &str, [from, to]: [String; 2], speech: Speech) -> Vec<Column> {
    let on = |label: label::Label, day: &str| speech.fill(label, &[day]);
    let words = [
        on(label::aging_view::BALANCE_ON, &from),
        on(label::aging_view::BALANCE_ON, &to),
        speech.now(label::aging_view::BALANCE_CHANGE).to_owned(),
        on(label::aging_view::OVERDUE_ON, &from),
        on(label::aging_view::OVERDUE_ON, &to),
        speech.now(label::aging_view::OVERDUE_CHANGE).to_owned(),
    ];
    let name = Column::text(columns::NAME, first, Width::Name).sortable();
    let figure = |((id, ..), words): ((&str, MovedOrder, Read), String)| {
        Column { width: Width::Fitted(15), ..Column::figure(id, words) }.sortable()
    };
    std::iter::once(name).chain(FIGURES.into_iter().zip(words).map(figure)).collect()
}

/// A figure, which opens to its items; a change says its direction.
fn changed(id: &str, minor: i64, currency: Currency) -> Cell {
    let text = Cell::text(figure_or_dash(minor, currency));
    if minor == 0 {
        return text;
    }
    if !id.ends_with("change") {
        return text.opening();
    }
    if minor > 0 {
        let tone = if id == "overdue-change" { Tone::Bad } else { Tone::Neutral };
        return Cell::text(format!("+{}", figure(minor, currency))).tone(tone);
    }
    let tone = if id == "overdue-change" { Tone::Good } else { Tone::Neutral };
    Cell::text(figure(minor, currency)).tone(tone)
}
