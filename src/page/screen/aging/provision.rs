//! The provision matrix: what is allowed for, bucket by bucket, and individual assessments apart.
//! Never computes an allowance: the rule does.

use std::sync::Arc;

use huikuan::money::Currency;
use huikuan::rule::balance::bucket::Buckets;
use huikuan::rule::balance::provision::{Provision, ProvisionRow, provision as drawn_up};
use huikuan::view::aging::provision::{AssessedLine, Behind, ProvidedItem, assessed, items};
use huikuan::view::amount::{figure, figure_or_dash, percent};
use leptos::prelude::*;

use super::Shown;
use super::columns::{NAME, heading};
use super::told::{Teller, Told, ToldItem, told};
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::live::{live, maybe};
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::route::{Route, Screen};
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The provision on screen with what is needed to draw it.
#[derive(Clone, Debug, PartialEq)]
struct Matrix {
    provision: Provision,
    rows: Vec<ProvisionRow>,
    assessed: Vec<AssessedLine>,
    buckets: Buckets,
    /// No rate was ever entered.
    without_rates: bool,
}

impl Matrix {
    fn currency(&self) -> Currency {
        self.provision.currency
    }
}

/// The panel.
pub(super) fn provision(shown: Shown) -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let matrix = Memo::new(move |_| {
        let (currency, setting) = (shown.currency.get()?, shown.setting.get());
        let drawn = session.report(|ledger, _, as_of| {
            let buckets = setting.buckets(ledger);
            let all = drawn_up(ledger, &buckets, as_of).into_iter();
            let provision = { all }.find(|held| held.currency == currency)?;
            let rated = |row: &&ProvisionRow| row.open_minor != 0 || row.rate_percent.is_some();
            let rows = provision.rows.iter().filter(rated).copied().collect();
            let assessed = assessed(ledger, &provision);
            let without_rates = ledger.policy().provision.rates_percent.is_empty();
            Some(Matrix { provision, rows, assessed, buckets, without_rates })
        });
        drawn.flatten()
    });
    let asked = RwSignal::new(None::<Told>);
    let summary = move || {
        matrix.with(|held| {
            let Some(held) = held else { return String::new() };
            let (allowed, open) = (held.provision.allowance_minor(), held.provision.open_minor());
            let words = [allowed, open].map(|minor| figure(minor, held.currency()));
            let [allowed_text, open_text] = &words;
            let share = percent(allowed, open);
            speech.fill(label::aging_view::ALLOWED, &[allowed_text, open_text, &share])
        })
    };
    view! {
        <div class="stack">
            <p><b>{summary}</b></p>
            {rates_hint(matrix)}
            <h2>{speech.text(label::aging_view::BY_RATE)}</h2>
        </div>
        {by_rate(matrix, asked)}
        <div class="stack">
            <h2>{speech.text(label::aging_view::INDIVIDUAL)}</h2>
            {maybe(move || {
                let is_empty = |held: &Matrix| held.assessed.is_empty();
                let none = matrix.with(|held| held.as_ref().is_none_or(is_empty));
                let words = || speech.now(label::aging_view::NO_INDIVIDUAL);
                none.then(|| view! { <p class="hint">{words()}</p> }.into_any())
            })}
        </div>
        {maybe(move || {
            let some = matrix.with(|held| held.as_ref().is_some_and(|it| !it.assessed.is_empty()));
            some.then(|| individual(matrix, asked))
        })}
        {told(asked)}
    }
    .into_any()
}

/// Where the rates are entered; with a sentence while there are none.
fn rates_hint(matrix: Memo<Option<Matrix>>) -> AnyView {
    let speech = use_speech();
    let to = use_navigation().aspect(|route: &Route| route.turn(Screen::Settings).hash());
    let nothing = maybe(move || {
        let without = matrix.with(|held| held.as_ref().is_some_and(|held| held.without_rates));
        without.then(|| {
            view! {
                <p class="hint">
                    <b>{speech.now(label::aging_view::NO_RATES_TITLE)}</b> " "
                    {speech.now(label::aging_view::NO_RATES_TEXT)}
                </p>
            }
            .into_any()
        })
    });
    view! {
        {nothing}
        <div class="actions">
            <a class="button" href=live(move || to.get())>
                {speech.text(label::aging_view::TO_RATES)}
            </a>
        </div>
    }
    .into_any()
}

fn by_rate(matrix: Memo<Option<Matrix>>, asked: RwSignal<Option<Told>>) -> AnyView {
    let teller = Teller::begin();
    let speech = teller.speech;
    let columns = Signal::derive(move || {
        vec![
            Column::text(NAME, speech.now(label::aging_view::COLUMN), Width::Name),
            Column::figure("open", speech.now(label::aging_view::OPEN)),
            Column::figure("rate", speech.now(label::aging_view::RATE)),
            Column::figure("allowance", speech.now(label::aging_view::ALLOWANCE)),
        ]
    });
    let rows = rows_of(matrix, |held| held.rows.len());
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        matrix.with(|held| {
            let held = held.as_ref();
            let row = held.and_then(|held| Some((held, held.rows.get(row as usize)?)));
            row.map(|(held, row)| row_cells(held, row, speech)).unwrap_or_default()
        })
    });
    let totals = Signal::derive(move || {
        matrix.with(|held| {
            let Some(held) = held else { return Vec::new() };
            let sum = |read: fn(&ProvisionRow) -> i64| held.rows.iter().map(read).sum::<i64>();
            let amount = |minor| Cell::text(figure(minor, held.currency()));
            let (open, allowed) = (sum(|row| row.open_minor), sum(|row| row.allowance_minor));
            let name = Cell::text(speech.now(label::aging_view::SUM));
            vec![vec![name, amount(open), Cell::text(percent(allowed, open)), amount(allowed)]]
        })
    });
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        asked.set(untrack(|| {
            let held = matrix.get()?;
            let row = held.rows.get(opened.row as usize)?;
            let name = heading(row.column, &held.buckets, speech);
            let amount = |minor| figure(minor, held.currency());
            let open = amount(row.open_minor);
            let formula = match row.rate_percent {
                Some(rate) => speech.fill(
                    label::aging_view::ALLOWANCE_OF,
                    &[&open, &rate.to_string(), &amount(row.allowance_minor)],
                ),
                None => speech.fill(label::aging_view::ALLOWANCE_NONE, &[&open]),
            };
            told_of(teller, &held, Behind::Row(row.column), (name, formula), opened.anchor)
        }));
    });
    view! {
        <Table
            label=speech.text(label::aging_view::PROVISION) columns rows cells on_open totals
        />
    }
    .into_any()
}

fn rows_of(matrix: Memo<Option<Matrix>>, count: fn(&Matrix) -> usize) -> Signal<Rows> {
    Signal::derive(move || -> Rows {
        Arc::from_iter((0..).take(matrix.with(|held| held.as_ref().map_or(0, count))))
    })
}

fn row_cells(held: &Matrix, row: &ProvisionRow, speech: Speech) -> Vec<Cell> {
    let amount = |minor: i64| match minor {
        0 => Cell::dash(),
        minor => Cell::text(figure(minor, held.currency())).opening(),
    };
    let rate = match row.rate_percent {
        Some(rate) => format!("{rate}%"),
        None => speech.now(label::aging_view::NO_RATE).to_owned(),
    };
    vec![
        Cell::text(heading(row.column, &held.buckets, speech)),
        amount(row.open_minor),
        Cell::text(rate),
        amount(row.allowance_minor),
    ]
}

fn individual(matrix: Memo<Option<Matrix>>, asked: RwSignal<Option<Told>>) -> AnyView {
    let teller = Teller::begin();
    let (speech, navigation) = (teller.speech, use_navigation());
    let columns = Signal::derive(move || {
        let text = |id, label: Label, width| Column::text(id, speech.now(label), width);
        vec![
            text(NAME, label::aging::CUSTOMER, Width::Name),
            text("item", label::aging_view::ITEM, Width::Figure),
            Column::figure("open", speech.now(label::aging_view::OPEN)),
            Column::figure("allowance", speech.now(label::aging_view::ALLOWANCE)),
            text("since", label::aging_view::SINCE, Width::Short),
            text("reason", label::aging_view::REASON, Width::Name),
        ]
    });
    let rows = rows_of(matrix, |held| held.assessed.len());
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let route = navigation.route();
        matrix.with(|held| {
            let held = held.as_ref();
            let line = held.and_then(|held| Some((held, held.assessed.get(row as usize)?)));
            let Some((held, line)) = line else { return Vec::new() };
            let amount = |minor| Cell::text(figure_or_dash(minor, held.currency())).opening();
            let page = route.turn(Screen::Customer(line.customer.to_string()));
            let all = || speech.now(label::aging_view::ALL_ELSE).to_owned();
            vec![
                Cell::text(line.customer_name.clone()).link(page.with("tab", "credit").hash()),
                Cell::text(line.number.clone().unwrap_or_else(all)),
                amount(line.open_minor),
                amount(line.allowance_minor),
                Cell::text(line.on.to_string()),
                Cell::text(line.reason.clone()),
            ]
        })
    });
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        asked.set(untrack(|| {
            let held = matrix.get()?;
            let line = held.assessed.get(opened.row as usize)?;
            let words = [
                line.on.to_string(),
                figure(line.allowance_minor, held.currency()),
                line.reason.clone(),
            ];
            let [on, amount, reason] = &words;
            let formula = speech.fill(label::aging_view::ASSESSED_AS, &[on, amount, reason]);
            let title = (line.customer_name.clone(), formula);
            told_of(teller, &held, Behind::Assessed(line.fact), title, opened.anchor)
        }));
    });
    view! { <Table label=speech.text(label::aging_view::INDIVIDUAL) columns rows cells on_open/> }
        .into_any()
}

/// The sheet of a figure with the items behind it.
fn told_of(
    teller: Teller,
    held: &Matrix,
    behind: Behind,
    (title, formula): (String, String),
    anchor: String,
) -> Option<Told> {
    let currency = held.currency();
    let found = teller
        .session
        .report(|ledger, _, as_of| items(ledger, &held.buckets, as_of, currency, behind))?;
    let route = teller.route();
    let one = |item: &ProvidedItem| {
        let whose = (&item.customer, item.customer_name.as_str());
        let what = (item.number.as_str(), item.subject.as_ref());
        ToldItem::of(&route, whose, what, (item.open_minor, currency))
    };
    let rule = teller.speech.now(label::aging_view::RULE_PROVISION).to_owned();
    Some(Told { title, formula, rule, items: found.iter().map(one).collect(), anchor })
}
