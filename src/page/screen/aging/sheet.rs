//! The card with the choices, the bar and the table of the aging.
//! Never computes a figure: lines and totals come from `view`.

use std::sync::Arc;

use huikuan::money::Currency;
use huikuan::record::{AgingBasis, AgingConvention};
use huikuan::rule::balance::aging::Figures;
use huikuan::rule::balance::bucket::{Buckets, Column as Age};
use huikuan::view::Sorting;
use huikuan::view::aging::{AgingLine, Grouping, lines, moved, shares, total};
use huikuan::view::amount::{figure, figure_or_dash, percent};
use huikuan::view::drill::Sum;
use leptos::prelude::*;

use super::{BASIS, CONVENTION, CURRENCY, GROUPING, Shown, columns};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::bar_chart::{BarShare, StackedBar, UNGRADED};
use crate::page::part::card::Card;
use crate::page::part::chip::{ChipGroup, choice};
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::select::Select;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::Sort;
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::route::Screen;
use crate::page::screen::explanation::{Asked, explanation};
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The lines on screen with what is needed to draw them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    lines: Vec<AgingLine>,
    pub(super) total: Figures,
    pub(super) ages: Vec<Age>,
    pub(super) buckets: Buckets,
    pub(super) currency: Currency,
}

/// The card.
pub(super) fn sheet(shown: Shown) -> impl IntoView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let query = RwSignal::new(String::new());
    let sort = RwSignal::new(Sort { column: columns::BALANCE.to_owned(), descending: true });
    let asked: RwSignal<Option<Asked>> = RwSignal::new(None);
    let sheet = Memo::new(move |_| {
        let currency = shown.currency.get()?;
        let grouping = shown.setting.get().grouping;
        let (sort, query) = (sort.get(), query.get());
        shown.report.with(|report| {
            let report = report.as_ref()?;
            let column = columns::order(&sort.column, &report.buckets);
            let sorting = Sorting { column, descending: sort.descending };
            let lines = session.read(|workbook| {
                lines(workbook.ledger(), report, currency, grouping, &query, sorting)
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
        let first = match shown.setting.get().grouping {
            Grouping::Customer => label::aging::CUSTOMER,
            Grouping::Owner => label::aging::OWNER,
            Grouping::Region => label::aging::REGION,
        };
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
        let grouping = shown.setting.get().grouping;
        let route = navigation.route();
        with(&|sheet| match sheet.lines.get(row as usize) {
            Some(line) => {
                let mut cells = vec![name_cell(line, grouping, speech, |code| {
                    route.turn(Screen::Customer(code)).hash()
                })];
                cells.extend(figure_cells(&line.figures, sheet));
                cells
            }
            None => Vec::new(),
        })
    });
    let totals = Signal::derive(move || {
        let cells = with(&|sheet| {
            let count = sheet.lines.len().to_string();
            let mut cells = vec![Cell::text(speech.fill(label::aging::TOTAL, &[&count]))];
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
                name: line.name.clone(),
                customers: line.customers.clone(),
                currency: sheet.currency,
                sum: column.map_or(Sum::Balance, Sum::Column),
                aging: aging?,
                anchor: opened.anchor,
            })
        });
        asked.set(found);
    });
    let on_sort = UnsyncCallback::new(move |(wanted,): (Sort,)| sort.set(wanted));
    view! {
        <Card main=true title=speech.text(label::aging::TITLE) head=move || choices(shown)>
            {bar(sheet)}
            <div class="toolbar">
                <TextField
                    label=speech.text(label::aging::SEARCH)
                    value=query
                    kind=TextKind::Search
                />
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
        </Card>
        {explanation(asked)}
    }
}

fn name_cell(
    line: &AgingLine,
    grouping: Grouping,
    speech: Speech,
    address: impl Fn(String) -> String,
) -> Cell {
    match grouping {
        Grouping::Customer => Cell::text(line.name.clone()).link(address(line.key.clone())),
        Grouping::Owner if line.name.is_empty() => Cell::text(speech.now(label::aging::NO_OWNER)),
        Grouping::Region if line.name.is_empty() => Cell::text(speech.now(label::aging::NO_REGION)),
        Grouping::Owner | Grouping::Region => Cell::text(line.name.clone()),
    }
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

/// Basis, grouping and currency.
fn choices(shown: Shown) -> AnyView {
    let (speech, navigation) = (use_speech(), use_navigation());
    let set = move |name: &'static str, value: &str| navigation.change(|r| r.with(name, value));
    let bases = Signal::derive(move || {
        vec![
            choice("due", speech.now(label::aging::BY_DUE)),
            choice("issued", speech.now(label::aging::BY_ISSUE)),
        ]
    });
    let basis = Signal::derive(move || {
        shown.report.with(|report| match report.as_ref().map(|report| report.buckets.basis()) {
            Some(AgingBasis::IssuedOn) => "issued",
            Some(AgingBasis::DueOn) | None => "due",
        })
    });
    let groupings = Signal::derive(move || {
        vec![
            choice("customer", speech.now(label::aging::CUSTOMER)),
            choice("owner", speech.now(label::aging::OWNER)),
            choice("region", speech.now(label::aging::REGION)),
        ]
    });
    let grouping = Signal::derive(move || match shown.setting.get().grouping {
        Grouping::Customer => "customer",
        Grouping::Owner => "owner",
        Grouping::Region => "region",
    });
    let currencies = Signal::derive(move || {
        shown.report.with(|report| {
            let held = report.iter().flat_map(|report| &report.currencies);
            held.map(|held| choice(held.currency, held.currency.code())).collect::<Vec<_>>()
        })
    });
    let currency = Signal::derive(move || shown.currency.get().unwrap_or(Currency::CNY));
    let several = move || currencies.with(Vec::len) > 1;
    let on_basis = UnsyncCallback::new(move |(value,): (&'static str,)| set(BASIS, value));
    let on_grouping = UnsyncCallback::new(move |(value,): (&'static str,)| set(GROUPING, value));
    let on_currency = UnsyncCallback::new(move |(value,): (Currency,)| set(CURRENCY, value.code()));
    view! {
        <ChipGroup
            label=speech.text(label::aging::BASIS) choices=bases chosen=basis on_choose=on_basis
        />
        <ChipGroup
            label=speech.text(label::aging::GROUPING)
            choices=groupings chosen=grouping on_choose=on_grouping
        />
        {move || several().then(|| view! {
            <ChipGroup
                label=speech.text(label::aging::CURRENCY)
                choices=currencies chosen=currency on_choose=on_currency
            />
        })}
    }
    .into_any()
}

/// The edge rule, and how many items another one moves (B5).
fn convention(shown: Shown) -> impl IntoView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let choices = Signal::derive(move || {
        vec![
            choice("upper", speech.now(label::aging::OURS)),
            choice("zero", speech.now(label::aging::ZERO_IN_FIRST)),
            choice("lower", speech.now(label::aging::LOWER_INCLUSIVE)),
        ]
    });
    let policy = Memo::new(move |_| {
        session.read(|workbook| workbook.ledger().policy().aging.convention).unwrap_or_default()
    });
    let chosen = Signal::derive(move || {
        match shown.setting.get().convention.unwrap_or_else(|| policy.get()) {
            AgingConvention::UpperInclusive => "upper",
            AgingConvention::ZeroInFirst => "zero",
            AgingConvention::LowerInclusive => "lower",
        }
    });
    let moves = Memo::new(move |_| {
        let setting = shown.setting.get();
        session.report(|ledger, _, as_of| {
            let present = super::Setting { convention: None, ..setting }.buckets(ledger);
            moved(ledger, &present, &setting.buckets(ledger), as_of)
        })
    });
    let note = move || {
        let count = moves.get().filter(|count| *count > 0)?;
        Some(speech.fill(label::aging::MOVES, &[&count.to_string()]))
    };
    let on_choose = UnsyncCallback::new(move |(value,): (&'static str,)| {
        navigation.change(|route| route.with(CONVENTION, value));
    });
    view! {
        <Select label=speech.text(label::aging::CONVENTION) choices chosen on_choose/>
        <span class="hint">{note}</span>
    }
}
