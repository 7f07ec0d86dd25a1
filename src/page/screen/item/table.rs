//! The table of items with the totals of what is filtered.
//! Never computes a figure: `view` does.

use std::collections::BTreeSet;
use std::sync::Arc;

use huikuan::id::Key;
use huikuan::ledger::FundSource;
use huikuan::money::{Currency, Money};
use huikuan::view::Sorting;
use huikuan::view::amount::{figure, figure_or_dash, in_book};
use huikuan::view::item::{ItemAsked, ItemKind, ItemLine, ItemOrder, ItemTable, Segment};
use huikuan::view::subject::Subject;
use leptos::prelude::*;

use super::Filter;
use super::bulk::bulk;
use super::card::{Card, card};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::notice::Tone;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::choice::kept_sort;
use crate::page::part::table::column::{Column, Sort, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::route::Screen;
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// The table; of one customer only, when one is named.
pub(super) fn table(filter: Memo<Filter>, customer: Option<Key>) -> impl IntoView {
    let (session, navigation, speech) = (use_session(), use_navigation(), use_speech());
    let query = super::query();
    let sort = kept_sort("items", Sort { column: "due".to_owned(), descending: false });
    let with_customer = customer.is_none();
    let all = Memo::new_owning(move |before: Option<Option<ItemTable>>| {
        let (filter, sort) = (filter.get(), sort.get());
        let asked = ItemAsked {
            as_of: session.as_of(),
            segment: filter.segment,
            quick: filter.quick,
            query: query.get(),
            customer: customer.clone(),
            sorting: Sorting { column: order(&sort.column), descending: sort.descending },
        };
        let now = session.read(|workbook| match before.flatten() {
            Some(before) if *before.asked() == asked => before.follow(workbook.ledger()),
            Some(_) | None => (ItemTable::of(workbook.ledger(), asked), true),
        });
        now.map_or((None, true), |(table, changed)| (Some(table), changed))
    });
    let line_at = move |row: u32| {
        all.with(|all: &Option<ItemTable>| all.as_ref().and_then(|all| all.line(row as usize)))
    };
    let count = move || all.with(|all| all.as_ref().map_or(0, ItemTable::len));
    let base = Memo::new(move |_| {
        session.read(|workbook| workbook.ledger().policy().base_currency).unwrap_or(Currency::CNY)
    });
    let rows = Memo::new(move |_| -> Rows { Arc::from_iter((0..).take(count())) });
    let columns = Signal::derive(move || columns(filter.get().segment, with_customer, speech));
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let route = navigation.route();
        let address = |code: &Key| route.turn(Screen::Customer(code.to_string())).hash();
        let Some(line) = line_at(row) else { return Vec::new() };
        let mut cells = cells(&line, base.get(), speech);
        if with_customer {
            cells.insert(1, Cell::text(&line.customer_name).link(address(&line.customer)));
        }
        cells
    });
    let sums = Signal::derive(move || {
        let segment = filter.get().segment;
        let total = |total: &huikuan::view::item::ItemTotal| {
            let count = total.count.to_string();
            let words = speech.fill(label::item::TOTAL_IN, &[&count, total.currency.code()]);
            let mut cells = vec![Cell::text(words)];
            let blank = usize::from(with_customer) + 1 + usize::from(segment == Segment::Claims);
            cells.extend(std::iter::repeat_n(Cell::text(""), blank));
            cells.push(Cell::text(figure(total.amount_minor, total.currency)));
            cells.push(Cell::text(figure_or_dash(total.open_minor, total.currency)));
            if segment == Segment::Claims {
                cells.push(Cell::text(""));
            }
            cells
        };
        let totals = all.with(|all| all.as_ref().map(ItemTable::totals).unwrap_or_default());
        totals.iter().map(total).collect::<Vec<_>>()
    });
    let on_sort = UnsyncCallback::new(move |(wanted,): (Sort,)| sort.set(wanted));
    let selected = RwSignal::new(BTreeSet::new());
    let shown = Card::new();
    let on_open = UnsyncCallback::new(move |(opened,): (Opened,)| {
        let line = untrack(|| line_at(opened.row));
        let Some(ItemLine { customer, source, .. }) = line else { return };
        let subject = session
            .read_untracked(|workbook| Subject::of(workbook.ledger().account(&customer)?, source));
        if let Some(subject) = subject.flatten() {
            shown.open(&subject);
        }
    });
    let is_empty = Memo::new(move |_| count() == 0);
    view! {
        <div class="toolbar">
            <TextField label=speech.text(label::item::SEARCH) value=query kind=TextKind::Search/>
        </div>
        {move || is_empty.get().then(|| view! {
            <p class="hint nothing">
                <b>{speech.now(label::item::NOTHING_TITLE)}</b> " "
                {speech.now(label::item::NOTHING_TEXT)}
            </p>
        })}
        {bulk(Signal::derive(move || filter.get().segment), all, selected)}
        <Table
            label=speech.text(label::item::TITLE)
            columns
            rows
            cells
            sort=Signal::derive(move || Some(sort.get()))
            on_sort
            remember="items"
            on_open
            selected
            totals=sums
        />
        {card(shown)}
    }
}

fn order(column: &str) -> ItemOrder {
    match column {
        "number" => ItemOrder::Number,
        "customer" => ItemOrder::Customer,
        "on" => ItemOrder::On,
        "amount" => ItemOrder::Amount,
        "open" => ItemOrder::Open,
        "days" => ItemOrder::OverdueDays,
        _ => ItemOrder::Due,
    }
}

fn columns(segment: Segment, with_customer: bool, speech: Speech) -> Vec<Column> {
    let claims = segment == Segment::Claims;
    let receipts = segment == Segment::Receipts;
    let number = if receipts { label::item::REFERENCE } else { label::item::NUMBER };
    let on = if receipts { label::item::RECEIVED_ON } else { label::item::ISSUED };
    let open = if claims { label::item::OUTSTANDING } else { label::item::UNAPPLIED };
    let text = |id, label, width| Column::text(id, speech.now(label), width).sortable();
    let mut columns = vec![text("number", number, Width::Name)];
    if with_customer {
        columns.push(text("customer", label::item::CUSTOMER, Width::Name));
    }
    columns.push(text("on", on, Width::Short));
    if claims {
        columns.push(text("due", label::item::DUE, Width::Short));
    }
    columns.push(Column::figure("amount", speech.now(label::item::AMOUNT)).sortable());
    columns.push(Column::figure("open", speech.now(open)).sortable());
    if claims {
        columns.push(Column::number("days", speech.now(label::item::DAYS)).sortable());
    }
    columns
}

fn cells(line: &ItemLine, base: Currency, speech: Speech) -> Vec<Cell> {
    let day = |on: Option<huikuan::calendar::Date>| {
        on.map_or_else(Cell::dash, |on| Cell::text(on.to_string()))
    };
    let amount = |minor: i64| {
        let money = Money::new(minor, line.currency).unwrap_or(Money::zero(line.currency));
        Cell::text(in_book(money, base))
    };
    let is_claim = line.is_claim();
    let mut cells = vec![number_cell(line, speech).opening(), day(line.on)];
    if is_claim {
        cells.push(day(line.due_on));
    }
    cells.push(amount(line.amount_minor));
    cells.push(match line.open_minor {
        0 if is_claim => Cell::text(speech.now(label::item::SETTLED)).tone(Tone::Good).opening(),
        0 => Cell::text(speech.now(label::item::USED_UP)).tone(Tone::Good).opening(),
        open => amount(open).opening(),
    });
    if is_claim {
        let overdue = line.overdue_days.filter(|days| *days > 0 && line.open_minor != 0);
        cells.push(match overdue {
            Some(days) => Cell::text(days.to_string()).tone(Tone::Bad),
            None => Cell::dash(),
        });
    }
    cells
}

fn number_cell(line: &ItemLine, speech: Speech) -> Cell {
    let cell = |text: String| match line.extended_to {
        Some(on) => Cell::text(speech.fill(label::item::EXTENDED, &[&text, &on.to_string()])),
        None => Cell::text(text),
    };
    let implied = match line.kind {
        ItemKind::Money(FundSource::Implied { .. }) => Some(speech.now(label::item::IMPLIED)),
        ItemKind::Money(FundSource::Receipt | FundSource::Recovery | FundSource::CreditNote)
        | ItemKind::Document(_) => None,
    };
    match (line.part, implied) {
        (Some((part, of)), _) => {
            let words = [line.number.as_str(), &part.to_string(), &of.to_string()];
            cell(speech.fill(label::item::PART, &words))
        }
        (None, Some(implied)) if line.number.is_empty() => Cell::text(implied),
        (None, _) if line.number.is_empty() => Cell::dash(),
        (None, _) => cell(line.number.clone()),
    }
}
