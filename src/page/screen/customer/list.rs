//! The list of customers with their figures.
//! Never computes a figure: `view` does.

use std::collections::BTreeMap;
use std::sync::Arc;

use huikuan::money::Currency;
use huikuan::rule::balance::aging::Figures;
use huikuan::view::Sorting;
use huikuan::view::amount::{figure, figure_or_dash};
use huikuan::view::customer::{CustomerLine, CustomerOrder, lines, ordered};
use huikuan::view::drill::Sum;
use leptos::prelude::*;

use super::new::NewCustomer;
use crate::page::action::{Wish, use_actions};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::empty::EmptyState;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::notice::Tone;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::choice::kept_sort;
use crate::page::part::table::column::{Column, Sort, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::route::Screen;
use crate::page::screen::explanation::{Asked, explanation};
use crate::page::session::use_session;
use crate::page::speech::{Speech, keep_title, use_speech};

/// The list of customers.
#[component]
pub(crate) fn CustomerList() -> impl IntoView {
    let (session, navigation, speech) = (use_session(), use_navigation(), use_speech());
    keep_title(move || speech.now(label::customer::TITLE).to_owned());
    let recording = RwSignal::new(false);
    use_actions().fulfil(Wish::Customer, move || recording.set(true));
    let all = Memo::new(move |_| {
        let base = session.read(|workbook| workbook.ledger().policy().base_currency)?;
        session.report(|ledger, buckets, as_of| lines(ledger, buckets, as_of, base))
    });
    let is_empty = Memo::new(move |_| all.with(|all| all.as_ref().is_none_or(Vec::is_empty)));
    let new = move || {
        view! {
            <Button
                label=speech.text(label::customer::NEW)
                on_press=UnsyncCallback::new(move |()| recording.set(true))
                look=ButtonLook::Plain
            />
        }
    };
    let body = move || {
        if is_empty.get() {
            let to_import = navigation.route().turn(Screen::Share).hash();
            view! {
                <EmptyState
                    title=speech.text(label::customer::NOTHING_TITLE)
                    text=speech.text(label::customer::NOTHING_TEXT)
                >
                    <a class="button main" href=to_import>
                        {speech.text(label::customer::TO_IMPORT)}
                    </a>
                    {new()}
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <Card
                    main=true
                    title=speech.text(label::customer::TITLE)
                    head=move || new().into_any()
                >
                    {table(all)}
                </Card>
            }
            .into_any()
        }
    };
    view! { {body} <NewCustomer open=recording/> }
}

fn table(all: Memo<Option<Vec<CustomerLine>>>) -> impl IntoView {
    let (session, navigation, speech) = (use_session(), use_navigation(), use_speech());
    let query = RwSignal::new(String::new());
    let sort = kept_sort("customers", Sort { column: "balance".to_owned(), descending: true });
    let base = Memo::new(move |_| {
        session.read(|workbook| workbook.ledger().policy().base_currency).unwrap_or(Currency::CNY)
    });
    let foreign = Memo::new(move |_| {
        let base = base.get();
        all.with(|all| all.iter().flatten().any(|line| line.currency != base))
    });
    let rows = Memo::new(move |_| -> Rows {
        let (sort, query) = (sort.get(), query.get());
        let sorting = Sorting { column: order(&sort.column), descending: sort.descending };
        all.with(|all| Arc::from(ordered(all.as_deref().unwrap_or(&[]), &query, sorting)))
    });
    let columns = Signal::derive(move || columns(speech, foreign.get()));
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let route = navigation.route();
        all.with(|all| match all.as_ref().and_then(|all| all.get(row as usize)) {
            Some(line) => {
                let to = route.turn(Screen::Customer(line.customer.to_string()));
                cells(line, foreign.get(), to.hash(), speech)
            }
            None => Vec::new(),
        })
    });
    let totals = Signal::derive(move || {
        all.with(|all| {
            let lines = all.as_deref().unwrap_or(&[]);
            rows.with(|rows| totals(lines, rows, foreign.get(), speech))
        })
    });
    let asked = RwSignal::new(None::<Asked>);
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        let line = all
            .with_untracked(|all| all.as_ref().and_then(|a| a.get(opened.row as usize).cloned()));
        let Some(line) = line else { return };
        match sum(&opened.column) {
            Some(sum) => {
                let policy = session.read_untracked(|book| book.ledger().policy().aging.clone());
                asked.set(policy.map(|aging| Asked {
                    name: line.name,
                    customers: vec![line.customer],
                    currency: line.currency,
                    sum,
                    aging,
                    anchor: opened.anchor,
                }));
            }
            None => {
                let to = Screen::Customer(line.customer.to_string());
                navigation.go(&navigation.route_untracked().turn(to));
            }
        }
    });
    let on_sort = UnsyncCallback::new(move |(wanted,): (Sort,)| sort.set(wanted));
    view! {
        <div class="toolbar">
            <TextField
                label=speech.text(label::customer::SEARCH)
                value=query
                kind=TextKind::Search
            />
        </div>
        <Table
            label=speech.text(label::customer::TITLE)
            columns
            rows
            cells
            on_open
            sort=Signal::derive(move || Some(sort.get()))
            on_sort
            remember="customers"
            totals
        />
        {explanation(asked)}
    }
}

/// The figure of a column that explains itself.
fn sum(column: &str) -> Option<Sum> {
    match column {
        "balance" => Some(Sum::Balance),
        "overdue" => Some(Sum::Overdue),
        "oldest" => Some(Sum::Oldest),
        _ => None,
    }
}

fn order(column: &str) -> CustomerOrder {
    match column {
        "code" => CustomerOrder::Code,
        "name" => CustomerOrder::Name,
        "owner" => CustomerOrder::Owner,
        "region" => CustomerOrder::Region,
        "overdue" => CustomerOrder::Overdue,
        "oldest" => CustomerOrder::OldestDays,
        _ => CustomerOrder::Balance,
    }
}

fn columns(speech: Speech, foreign: bool) -> Vec<Column> {
    let text = |id, label, width| Column::text(id, speech.now(label), width).sortable();
    let mut columns = vec![
        text("code", label::customer::CODE, Width::Figure),
        text("name", label::customer::NAME, Width::Name),
        text("owner", label::customer::OWNER, Width::Short),
        text("region", label::customer::REGION, Width::Short),
    ];
    if foreign {
        columns.push(Column::text(
            "currency",
            speech.now(label::customer::CURRENCY),
            Width::Narrow,
        ));
    }
    columns.extend([
        Column::figure("balance", speech.now(label::customer::BALANCE)).sortable(),
        Column::figure("overdue", speech.now(label::customer::OVERDUE)).sortable(),
        Column::number("oldest", speech.now(label::customer::OLDEST)).sortable(),
    ]);
    columns
}

fn cells(line: &CustomerLine, foreign: bool, href: String, speech: Speech) -> Vec<Cell> {
    let text = |text: &str| if text.is_empty() { Cell::dash() } else { Cell::text(text) };
    let mut cells = vec![
        text(&line.code),
        Cell::text(line.name.clone()).link(href),
        text(&line.owner),
        text(&line.region),
    ];
    if foreign {
        cells.push(Cell::text(line.currency.code()));
    }
    let overdue = line.figures.overdue();
    let oldest = match line.oldest_days {
        0 => Cell::dash(),
        days => Cell::text(speech.fill(label::customer::DAYS, &[&days.to_string()])).opening(),
    };
    let amount = |minor: i64| match minor {
        0 => Cell::dash(),
        minor => Cell::text(figure(minor, line.currency)).opening(),
    };
    let tone = if overdue > 0 { Tone::Bad } else { Tone::Neutral };
    cells.extend([amount(line.figures.balance()), amount(overdue).tone(tone), oldest]);
    cells
}

/// A line of totals for each currency of what is filtered.
fn totals(lines: &[CustomerLine], rows: &[u32], foreign: bool, speech: Speech) -> Vec<Vec<Cell>> {
    let mut sums: BTreeMap<Currency, (usize, Figures)> = BTreeMap::new();
    for line in rows.iter().filter_map(|row| lines.get(*row as usize)) {
        let (count, figures) = sums.entry(line.currency).or_default();
        *count += 1;
        figures.add_line(&line.figures);
    }
    let total = |(currency, (count, figures)): (Currency, (usize, Figures))| {
        let count = speech.fill(label::customer::COUNT, &[&count.to_string()]);
        let mut cells = vec![Cell::text(""), Cell::text(count), Cell::text(""), Cell::text("")];
        if foreign {
            cells.push(Cell::text(currency.code()));
        }
        cells.extend([
            Cell::text(figure(figures.balance(), currency)),
            Cell::text(figure_or_dash(figures.overdue(), currency)),
            Cell::text(""),
        ]);
        cells
    };
    sums.into_iter().map(total).collect()
}
