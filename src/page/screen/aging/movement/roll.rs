//! The roll rates as a table: what stood in each bucket, and where it stands now.
//! Never computes a rate: the rule does.

use std::sync::Arc;

use huikuan::money::Currency;
use huikuan::rule::balance::bucket::{Buckets, Column as Age};
use huikuan::rule::balance::roll::{RollRates, RollRow};
use huikuan::view::aging::Dimension;
use huikuan::view::aging::movement::{Became, RolledItem, items, rates};
use huikuan::view::amount::{figure, percent};
use leptos::prelude::*;

use super::Compared;
use crate::page::label;
use crate::page::part::live::maybe;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::screen::aging::columns::{self, heading};
use crate::page::screen::aging::told::{Teller, Told, ToldItem, told};
use crate::page::speech::Speech;

const AMOUNT: &str = "amount";
const SETTLED: &str = "settled";

/// The rates on screen with what is needed to draw them: only columns in which anything stands.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    rates: RollRates,
    rows: Vec<RollRow>,
    /// Columns of the later day, with their places in a row.
    to: Vec<(usize, Age)>,
    buckets: Buckets,
}

impl Shown {
    fn of(rates: RollRates, buckets: Buckets) -> Self {
        let is_plain = |age: Age| matches!(age, Age::NotDue | Age::Bucket(_));
        let rows: Vec<RollRow> = rates
            .rows
            .iter()
            .filter(|row| row.amount_minor != 0 || is_plain(row.from))
            .cloned()
            .collect();
        let stands = |place: usize| {
            rows.iter().any(|row| row.to_minor.get(place).is_some_and(|minor| *minor != 0))
        };
        let all = rates.columns.iter().copied().enumerate();
        let to = all.filter(|(place, age)| is_plain(*age) || stands(*place)).collect();
        Self { rates, rows, to, buckets }
    }

    fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.amount_minor == 0)
    }
}

/// The heading, the table and the sheet beside an opened cell.
pub(super) fn roll(compared: Compared) -> AnyView {
    let teller = Teller::begin();
    let Teller { session, speech, .. } = teller;
    let Compared { shown, earlier, .. } = compared;
    let drawn = Memo::new(move |_| {
        let (currency, setting) = (shown.currency.get()?, shown.setting.get());
        let (earlier, query) = (earlier.get(), shown.query.get());
        shown.credit.with(|credit| {
            let dimension =
                Dimension { grouping: setting.grouping, credit: credit.as_deref(), query: &query };
            session.report(|ledger, _, as_of| {
                let buckets = setting.buckets(ledger);
                let rates = rates(ledger, &buckets, (earlier, as_of), currency, &dimension);
                Shown::of(rates, buckets)
            })
        })
    });
    let columns = Signal::derive(move || {
        drawn
            .with(|drawn| drawn.as_ref().map(|held| heads(held, compared, speech)))
            .unwrap_or_default()
    });
    let rows = Signal::derive(move || -> Rows {
        let count = drawn.with(|drawn| drawn.as_ref().map_or(0, |held| held.rows.len()));
        Arc::from_iter((0..).take(count))
    });
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        drawn.with(|drawn| {
            let held = drawn.as_ref();
            let row = held.and_then(|held| Some((held, held.rows.get(row as usize)?)));
            row.map(|(held, row)| cells(held, row, speech)).unwrap_or_default()
        })
    });
    let totals = Signal::derive(move || {
        let sums = |held: &Shown| vec![total(held, speech)];
        drawn.with(|drawn| drawn.as_ref().map(sums).unwrap_or_default())
    });
    let asked = RwSignal::new(None::<Told>);
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        asked.set(untrack(|| opened_cell(compared, drawn, opened, teller)));
    });
    let days = move || [earlier.get().to_string(), session.as_of().to_string()];
    let title = move || {
        let [from, to] = days();
        speech.fill(label::aging_view::ROLL, &[&from, &to])
    };
    let hint = move || {
        let [from, to] = days();
        speech.fill(label::aging_view::ROLL_HINT, &[&from, &to])
    };
    let nothing = maybe(move || {
        let is_empty = drawn.with(|drawn| drawn.as_ref().is_none_or(Shown::is_empty));
        let words =
            || speech.fill(label::aging_view::NOTHING_EARLIER, &[&earlier.get().to_string()]);
        is_empty.then(|| view! { <p class="hint"><b>{words()}</b></p> }.into_any())
    });
    view! {
        <div class="stack">
            <h2>{title}</h2>
            <p class="hint">{hint}</p>
            {nothing}
        </div>
        <Table label=speech.text(label::aging_view::ROLL_TABLE) columns rows cells on_open totals/>
        {told(asked)}
    }
    .into_any()
}

fn heads(held: &Shown, compared: Compared, speech: Speech) -> Vec<Column> {
    let from = speech.fill(label::aging_view::FROM, &[&compared.earlier.get().to_string()]);
    let words = |label: label::Label| speech.now(label).to_owned();
    let mut named = vec![(AMOUNT.to_owned(), words(label::aging_view::AMOUNT))];
    let to = held.to.iter();
    named.extend(to.map(|(_, age)| (columns::id(*age), heading(*age, &held.buckets, speech))));
    named.push((SETTLED.to_owned(), words(label::aging_view::SETTLED)));
    // Each as wide as its widest cell.
    let mut cells: Vec<Vec<Cell>> = held.rows.iter().map(|row| cells(held, row, speech)).collect();
    cells.push(total(held, speech));
    let fitted = |(place, (id, label)): (usize, (String, String))| {
        let texts = cells.iter().filter_map(|row| row.get(place + 1));
        let widest = texts.map(|cell| cell.text.chars().count()).max().unwrap_or(0);
        let width = Width::Fitted(u16::try_from(widest).unwrap_or(u16::MAX));
        Column { width, ..Column::figure(&id, label) }
    };
    let name = Column::text(columns::NAME, from, Width::Fitted(16));
    std::iter::once(name).chain(named.into_iter().enumerate().map(fitted)).collect()
}

fn cells(held: &Shown, row: &RollRow, speech: Speech) -> Vec<Cell> {
    let currency = held.rates.currency;
    let share = |minor: i64| match minor {
        0 => Cell::dash(),
        minor => {
            let words = [figure(minor, currency), percent(minor, row.amount_minor)];
            let [amount, rate] = &words;
            Cell::text(speech.fill(label::aging_view::CELL, &[amount, rate])).opening()
        }
    };
    let amount = match row.amount_minor {
        0 => Cell::dash(),
        minor => Cell::text(figure(minor, currency)).opening(),
    };
    let to = held.to.iter().map(|(place, _)| share(row.to_minor.get(*place).copied().unwrap_or(0)));
    let name = Cell::text(heading(row.from, &held.buckets, speech));
    [name, amount].into_iter().chain(to).chain([share(row.settled_minor)]).collect()
}

/// The row of sums; it opens nothing, each row above it does.
fn total(held: &Shown, speech: Speech) -> Vec<Cell> {
    let mut cells = cells(held, &held.rates.total(), speech);
    if let Some(name) = cells.first_mut() {
        *name = Cell::text(speech.now(label::aging_view::SUM));
    }
    cells.into_iter().map(|cell| Cell { opens: false, ..cell }).collect()
}

/// Which cell a column of a row is; none for its name.
fn cell_of(held: &Shown, row: &RollRow, column: &str) -> Option<(Became, i64)> {
    match column {
        AMOUNT => Some((Became::Anything, row.amount_minor)),
        SETTLED => Some((Became::Settled, row.settled_minor)),
        id => {
            let found = held.to.iter().find(|(_, age)| columns::id(*age) == id);
            found.and_then(|(place, age)| Some((Became::In(*age), *row.to_minor.get(*place)?)))
        }
    }
}

fn opened_cell(
    compared: Compared,
    drawn: Memo<Option<Shown>>,
    opened: Opened,
    teller: Teller,
) -> Option<Told> {
    let Teller { session, speech, .. } = teller;
    let shown = compared.shown;
    let (setting, query) = (shown.setting.get(), shown.query.get());
    let held = drawn.get()?;
    let row = held.rows.get(opened.row as usize)?;
    let (became, minor) = cell_of(&held, row, &opened.column).filter(|(_, minor)| *minor != 0)?;
    let currency = held.rates.currency;
    let found = shown.credit.with(|credit| {
        let grouping = setting.grouping;
        let dimension = Dimension { grouping, credit: credit.as_deref(), query: &query };
        session.report(|ledger, _, as_of| {
            let days = (compared.earlier.get(), as_of);
            items(ledger, &held.buckets, days, currency, &dimension, (row.from, became))
        })
    });
    let from = heading(row.from, &held.buckets, speech);
    let title = match became {
        Became::Anything => from,
        Became::In(age) => {
            let to = heading(age, &held.buckets, speech);
            speech.fill(label::aging_view::ROLL_OF, &[&from, &to])
        }
        Became::Settled => speech
            .fill(label::aging_view::ROLL_OF, &[&from, speech.now(label::aging_view::SETTLED)]),
    };
    let amounts = [minor, row.amount_minor].map(|minor| figure(minor, currency));
    let [part, whole] = &amounts;
    let share = percent(minor, row.amount_minor);
    let formula = match became {
        Became::Anything => whole.clone(),
        Became::In(_) | Became::Settled => {
            speech.fill(label::aging_view::SHARE, &[part, whole, &share])
        }
    };
    let items = told_items(&found?, currency, teller);
    let rule = speech.now(label::aging_view::ROLL_RULE).to_owned();
    Some(Told { title, formula, rule, items, anchor: opened.anchor })
}

fn told_items(items: &[RolledItem], currency: Currency, teller: Teller) -> Vec<ToldItem> {
    let route = teller.route();
    let one = |item: &RolledItem| {
        let whose = (&item.customer, item.customer_name.as_str());
        let what = (item.number.as_str(), item.subject.as_ref());
        ToldItem::of(&route, whose, what, (item.amount_minor, currency))
    };
    items.iter().map(one).collect()
}
