//! The bar and the table of the aging.
//! Never computes a figure: lines and totals come from `view`.

use std::sync::Arc;

use huikuan::money::Currency;
use huikuan::rule::balance::aging::Figures;
use huikuan::rule::balance::bucket::{Buckets, Column as Age};
use huikuan::view::Sorting;
use huikuan::view::aging::{AgingLine, Dimension, lines, shares, total};
use huikuan::view::amount::{figure, figure_or_dash, percent};
use huikuan::view::drill::Sum;
use leptos::prelude::*;

use super::choice::convention;
use super::group::{cell as name_cell, named, total_words, words};
use super::{Shown, columns};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::bar_chart::{BarShare, StackedBar, UNGRADED};
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::Sort;
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::screen::explanation::{Asked, explanation};
use crate::page::session::use_session;
use crate::page::speech::use_speech;

/// The lines on screen with what is needed to draw them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    lines: Vec<AgingLine>,
    pub(super) total: Figures,
    pub(super) ages: Vec<Age>,
    pub(super) buckets: Buckets,
    pub(super) currency: Currency,
}

/// The panel.
pub(super) fn sheet(shown: Shown) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let sort = RwSignal::new(Sort { column: columns::BALANCE.to_owned(), descending: true });
    let asked: RwSignal<Option<Asked>> = RwSignal::new(None);
    let sheet = Memo::new(move |_| {
        let currency = shown.currency.get()?;
        let grouping = shown.setting.get().grouping;
        let (sort, query) = (sort.get(), shown.query.get());
        shown.report.with(|report| {
            let report = report.as_ref()?;
            let column = columns::order(&sort.column, &report.buckets);
            let sorting = Sorting { column, descending: sort.descending };
            let lines = shown.credit.with(|credit| {
                let dimension = Dimension { grouping, credit: credit.as_deref(), query: &query };
                session.read(|workbook| {
                    lines(workbook.ledger(), report, currency, &dimension, sorting)
                })
            })?;
            let total = total(&lines);
            let ages = columns::ages(&report.buckets, &total);
            Some(Sheet { lines, total, ages, buckets: report.buckets.clone(), currency })
        })
    });
    let with = move |read: &dyn Fn(&Sheet) -> Vec<Cell>| {
        sheet.with(|sheet| sheet.as_ref().map(read).unwrap_or_default())
    };
    let columns = Signal::derive(move || {
        let (_, first) = named(shown.setting.get().grouping);
        sheet.with(|sheet| {
            let of = |sheet: &Sheet| columns::columns(speech.now(first), sheet, speech);
            sheet.as_ref().map(of).unwrap_or_default()
        })
    });
    let rows = Signal::derive(move || -> Rows {
        let count = sheet.with(|sheet| sheet.as_ref().map_or(0, |sheet| sheet.lines.len()));
        Arc::from_iter((0..).take(count))
    });
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let route = navigation.route();
        with(&|sheet| match sheet.lines.get(row as usize) {
            Some(line) => {
                let mut cells = vec![name_cell(&line.group, &line.name, &route, speech)];
                cells.extend(figure_cells(&line.figures, sheet));
                cells
            }
            None => Vec::new(),
        })
    });
    let totals = Signal::derive(move || {
        let cells = with(&|sheet| {
            let grouping = shown.setting.get().grouping;
            let mut cells = vec![Cell::text(total_words(grouping, sheet.lines.len(), speech))];
            // A total opens nothing: each line above it does.
            let figures = figure_cells(&sheet.total, sheet).into_iter();
            cells.extend(figures.map(|cell| Cell { opens: false, ..cell }));
            cells
        });
        vec![cells]
    });
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        let setting = shown.setting.get_untracked();
        let aging = session.read_untracked(|workbook| setting.policy(workbook.ledger()));
        let found = sheet.with_untracked(|sheet| {
            let sheet = sheet.as_ref()?;
            let line = sheet.lines.get(opened.row as usize)?;
            let column = columns::age(&opened.column, &sheet.buckets);
            Some(Asked {
                name: untrack(|| words(&line.group, &line.name, speech)),
                customers: line.customers.clone(),
                within: line.group.within(),
                currency: sheet.currency,
                sum: column.map_or(Sum::Balance, Sum::Column),
                aging: aging?,
                as_of: None,
                anchor: opened.anchor,
            })
        });
        asked.set(found);
    });
    let on_sort = UnsyncCallback::new(move |(wanted,): (Sort,)| sort.set(wanted));
    view! {
        {bar(sheet)}
        <div class="toolbar">
            {super::search(shown)}
            {convention(shown)}
        </div>
            <Table
                label=speech.text(label::aging::TITLE)
                columns=columns
                rows=rows
                cells=cells
                on_open=on_open
                sort=Signal::derive(move || Some(sort.get()))
                on_sort=on_sort
                totals=totals
            />
        {explanation(asked)}
    }
    .into_any()
}

fn figure_cells(figures: &Figures, sheet: &Sheet) -> Vec<Cell> {
    let cell = |amount: i64| match amount {
        0 => Cell::dash(),
        amount => Cell::text(figure(amount, sheet.currency)).opening(),
    };
    let ages = sheet.ages.iter().map(|age| cell(figures.amount(*age)));
    let balance = Cell::text(figure_or_dash(figures.balance(), sheet.currency)).opening();
    ages.chain([balance]).collect()
}

/// The stacked bar of claims by age.
fn bar(sheet: Memo<Option<Sheet>>) -> impl IntoView {
    let speech = use_speech();
    let drawn = Signal::derive(move || {
        sheet.with(|sheet| {
            let Some(sheet) = sheet else { return Vec::new() };
            let claims: Vec<Age> = sheet
                .ages
                .iter()
                .copied()
                .filter(|age| matches!(age, Age::NotDue | Age::Bucket(_) | Age::NoDueDate))
                .collect();
            let shares = shares(&sheet.total, &claims);
            let whole = claims.iter().map(|age| sheet.total.amount(*age).max(0)).sum();
            let share = |(age, share_bps): (&Age, u32)| {
                let share = percent(sheet.total.amount(*age).max(0), whole);
                let heading = columns::heading(*age, &sheet.buckets, speech);
                let grade = match age {
                    Age::Bucket(index) => index.saturating_add(1),
                    Age::NoDueDate => UNGRADED,
                    _ => 0,
                };
                BarShare { text: format!("{heading} {share}"), share_bps, grade, href: None }
            };
            claims.iter().zip(shares).map(share).collect()
        })
    });
    view! { <StackedBar label=speech.text(label::aging::BAR) shares=drawn/> }
}
