//! The columns of the list of customers: headings, cells, totals, and what an opened cell asks for.
//! Never computes a figure: `view` does.

use std::collections::BTreeMap;

use huikuan::calendar::Date;
use huikuan::ledger::NEVER;
use huikuan::money::Currency;
use huikuan::record::{CreditClass, Tier};
use huikuan::rule::agreement::Fate;
use huikuan::rule::balance::aging::Figures;
use huikuan::say;
use huikuan::view::amount::{figure, figure_or_dash, one_decimal};
use huikuan::view::customer::{CustomerLine, CustomerOrder};
use huikuan::view::customer_state::PromiseSeen;
use huikuan::view::drill::Sum;

use super::told::Told;
use crate::page::label;
use crate::page::part::notice::Tone;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Width};
use crate::page::speech::Speech;

/// What a cell opens.
pub(super) enum Opens {
    /// The positions behind a figure.
    Positions(Sum),
    /// What a rule tells.
    Told(Told),
    /// The customer's page.
    Page,
}

/// What the cells of a column open.
pub(super) fn opens(column: &str) -> Opens {
    match column {
        "balance" => Opens::Positions(Sum::Balance),
        "overdue" => Opens::Positions(Sum::Overdue),
        "oldest" => Opens::Positions(Sum::Oldest),
        "class" => Opens::Told(Told::Class),
        "tier" => Opens::Told(Told::Tier),
        "used" => Opens::Told(Told::LimitUsed),
        "promise" => Opens::Told(Told::Promise),
        "next" => Opens::Told(Told::Next),
        _ => Opens::Page,
    }
}

/// The order that a column asks for.
pub(super) fn order(column: &str) -> CustomerOrder {
    match column {
        "code" => CustomerOrder::Code,
        "name" => CustomerOrder::Name,
        "owner" => CustomerOrder::Owner,
        "region" => CustomerOrder::Region,
        "class" => CustomerOrder::Class,
        "tier" => CustomerOrder::Tier,
        "overdue" => CustomerOrder::Overdue,
        "oldest" => CustomerOrder::OldestDays,
        "used" => CustomerOrder::LimitUsed,
        "promise" => CustomerOrder::Promise,
        "next" => CustomerOrder::Next,
        _ => CustomerOrder::Balance,
    }
}

/// The headings; the currency only where there are several.
pub(super) fn columns(speech: Speech, foreign: bool) -> Vec<Column> {
    let text = |id, label, width| Column::text(id, speech.now(label), width).sortable();
    let mut columns = vec![
        text("code", label::customer::CODE, Width::Short),
        text("name", label::customer::NAME, Width::Name),
        text("owner", label::customer::OWNER, Width::Narrow),
        text("class", label::customer::CLASS, Width::Narrow),
        text("tier", label::customer::TIER, Width::Narrow),
    ];
    if foreign {
        let words = speech.now(label::customer::CURRENCY);
        columns.push(Column::text("currency", words, Width::Narrow));
    }
    columns.extend([
        Column::figure("balance", speech.now(label::customer::BALANCE)).sortable(),
        Column::figure("overdue", speech.now(label::customer::OVERDUE)).sortable(),
        Column::number("oldest", speech.now(label::customer::OLDEST)).sortable(),
        Column::number("used", speech.now(label::customer::LIMIT_USED)).sortable(),
        text("region", label::customer::REGION, Width::Narrow),
        text("promise", label::customer::PROMISE, Width::Fitted(17)),
        // In sight however wide the table is: it is what the list is opened for.
        Column { pinned: true, ..text("next", label::today::NEXT, Width::Fitted(20)) },
    ]);
    columns
}

/// The cells of a line; `next` names its next action.
pub(super) fn cells(
    line: &CustomerLine,
    next: Option<String>,
    foreign: bool,
    href: String,
    speech: Speech,
) -> Vec<Cell> {
    let state = &line.state;
    let text = |text: &str| if text.is_empty() { Cell::dash() } else { Cell::text(text) };
    let class = Cell::text(say::class(state.class, speech.language()));
    let mut cells = vec![
        text(&line.code),
        Cell::text(line.name.clone()).link(href),
        text(&state.owner),
        class.tone(class_tone(state.class)).opening(),
        state.tier.map_or_else(Cell::dash, tier_cell),
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
    let used = state.limit_used.map_or_else(Cell::dash, |used| {
        let tone =
            if used > huikuan::money::Decimal::ONE_HUNDRED { Tone::Bad } else { Tone::Neutral };
        Cell::text(format!("{}%", one_decimal(Some(used)))).tone(tone).opening()
    });
    cells.extend([
        amount(line.figures.balance()),
        amount(overdue).tone(tone),
        oldest,
        used,
        text(&line.region),
        state.promise.map_or_else(Cell::dash, |held| promise_cell(&held, speech)),
        next.map_or_else(Cell::dash, |next| Cell::text(next).opening()),
    ]);
    cells
}

/// The next action in words, with its day unless that has come.
pub(super) fn next_words(line: &CustomerLine, action: String, day: i32) -> String {
    let next_day = line.state.next_day;
    let is_later = next_day > day && next_day != NEVER;
    match Date::from_number(next_day).filter(|_| is_later) {
        Some(on) => format!("{action} · {on}"),
        None => action,
    }
}

const fn class_tone(class: CreditClass) -> Tone {
    match class {
        CreditClass::Risk => Tone::Bad,
        CreditClass::Regular => Tone::Neutral,
        CreditClass::Quality => Tone::Good,
    }
}

fn tier_cell(tier: Tier) -> Cell {
    let tone = match tier {
        Tier::A => Tone::Bad,
        Tier::B => Tone::Warn,
        Tier::C => Tone::Neutral,
    };
    Cell::text(format!("{tier:?}")).tone(tone).opening()
}

fn promise_cell(held: &PromiseSeen, speech: Speech) -> Cell {
    let tone = match held.fate {
        Fate::Open => Tone::Neutral,
        Fate::Kept => Tone::Good,
        Fate::PartlyKept | Fate::Withdrawn => Tone::Warn,
        Fate::Broken => Tone::Bad,
    };
    let fate = say::fate(held.fate, speech.language());
    Cell::text(format!("{} {fate}", held.promised_on)).tone(tone).opening()
}

/// A line of totals for each currency of what is filtered.
pub(super) fn totals(
    lines: &[CustomerLine],
    rows: &[u32],
    foreign: bool,
    speech: Speech,
) -> Vec<Vec<Cell>> {
    let mut sums: BTreeMap<Currency, (usize, Figures)> = BTreeMap::new();
    for line in rows.iter().filter_map(|row| lines.get(*row as usize)) {
        let (count, figures) = sums.entry(line.currency).or_default();
        *count += 1;
        figures.add_line(&line.figures);
    }
    let blank = |count| std::iter::repeat_n(Cell::text(""), count);
    let total = |(currency, (count, figures)): (Currency, (usize, Figures))| {
        let count = speech.fill(label::customer::COUNT, &[&count.to_string()]);
        let mut cells = vec![Cell::text(""), Cell::text(count)];
        cells.extend(blank(3));
        if foreign {
            cells.push(Cell::text(currency.code()));
        }
        cells.extend([
            Cell::text(figure(figures.balance(), currency)),
            Cell::text(figure_or_dash(figures.overdue(), currency)),
        ]);
        cells.extend(blank(5));
        cells
    };
    sums.into_iter().map(total).collect()
}
