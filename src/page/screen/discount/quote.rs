//! The quote 优惠测算: what a customer pays by which day, and what that saves, to read, copy and
//! send (E2).
//! Never promises what an allocation would not give: both ask the same rule.

use std::collections::BTreeSet;
use std::sync::Arc;

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::money::{Currency, Decimal, Rate};
use huikuan::record::DiscountGain;
use huikuan::rule::incentive::discount::{NoDiscount, Quote, annualised, days_gained};
use huikuan::say;
use huikuan::view::amount::{figure, figure_or_dash, rate_percent};
use huikuan::view::discount::Desk;
use huikuan::view::typed;
use leptos::prelude::*;

use crate::page::browser::clipboard;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::Button;
use crate::page::part::field::TextField;
use crate::page::part::id;
use crate::page::part::live::maybe;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Width};
use crate::page::part::table::{Rows, Table};
use crate::page::part::toast::use_toaster;
use crate::page::screen::item::customer_field::{customer_list, meant};
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// The parameters that name the customer and the day.
const CUSTOMER: &str = "customer";
const ON: &str = "on";

/// A quote as a row shows it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    part: u32,
    number: String,
    due_on: String,
    currency: Currency,
    open_minor: i64,
    payable_minor: i64,
    discount_minor: i64,
    /// The step, or why there is none.
    step: String,
    last_on: String,
    annual: String,
}

/// What was asked and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Answer {
    customer_name: String,
    rows: Vec<Row>,
}

/// The panel.
pub(super) fn quote() -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let asked = navigation
        .aspect(|route| (route.parameter(CUSTOMER).to_owned(), route.parameter(ON).to_owned()));
    let day = Memo::new(move |_| {
        let (_, on) = asked.get();
        on.parse::<Date>().unwrap_or_else(|_| session.as_of())
    });
    let answer = Memo::new(move |_| quoted(session, &asked.get().0, day.get(), &[], speech));
    let no_offers = maybe(move || {
        let is_none = session.read(|book| book.ledger().policy().discount_offers.is_empty())?;
        is_none.then(|| {
            let to = navigation.route().with(super::VIEW, "").hash();
            let words = speech.now(label::discount::MAKE_OFFER);
            view! { <p class="hint nothing"><a href=to>{words}</a></p> }.into_any()
        })
    });
    view! {
        {question(asked, day)}
        {no_offers}
        {maybe(move || Some(answer.with(|answer| match answer {
            None => hint(speech.now(label::discount::CHOOSE_CUSTOMER)),
            Some(answer) if answer.rows.is_empty() => {
                hint(speech.now(label::discount::NOTHING_OPEN))
            }
            Some(answer) => {
                let (customer, on) = untrack(|| (asked.get().0, day.get()));
                table(answer.clone(), customer, on)
            }
        })))}
    }
    .into_any()
}

/// What some parts of a customer cost on a day when they are paid together, or all that is open.
fn quoted(
    session: Session,
    customer: &str,
    on: Date,
    parts: &[u32],
    speech: Speech,
) -> Option<Answer> {
    let found = session.read(|book| {
        let desk = Desk::of(book.ledger(), &Key::of(customer), on)?;
        let rows = desk.quotes(parts).iter().map(|held| row(&desk, held, on, speech)).collect();
        let customer_name = desk.account().customer.name().to_owned();
        Some(Answer { customer_name, rows })
    });
    found.flatten()
}

fn hint(words: &'static str) -> AnyView {
    view! { <p class="hint nothing">{words}</p> }.into_any()
}

/// The customer and the day, kept in the address.
fn question(asked: Memo<(String, String)>, day: Memo<Date>) -> AnyView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    let (customer, on) = untrack(|| (asked.get().0, day.get().to_string()));
    let (customer, on) = (RwSignal::new(customer), RwSignal::new(on));
    let wrong = RwSignal::new(None::<String>);
    let ask = move || {
        let code = meant(session, &customer.get_untracked());
        let read = typed::date(&on.get_untracked(), session.as_of_untracked());
        let complaint = || untrack(|| speech.now(label::discount::NOT_A_DATE).to_owned());
        wrong.set(read.is_none().then(complaint));
        let Some(read) = read else { return };
        let read = read.to_string();
        navigation.change(move |route| route.with(CUSTOMER, &code).with(ON, &read));
    };
    let on_enter = UnsyncCallback::new(move |()| ask());
    let on_leave = UnsyncCallback::new(move |(_,): (String,)| ask());
    let list = id::next("customers");
    view! {
        <div class="toolbar">
            <TextField
                label=speech.text(label::discount::CUSTOMER)
                value=customer list=list.clone() on_enter on_leave
            />
            {customer_list(session, list)}
            <TextField
                label=speech.text(label::discount::ON) value=on error=wrong on_enter on_leave
            />
        </div>
    }
    .into_any()
}

fn row(desk: &Desk<'_>, quote: &Quote, on: Date, speech: Speech) -> Row {
    let part = desk.account().parts.get(quote.part as usize);
    let document = part.and_then(|part| desk.account().documents.get(part.document as usize));
    let gained = part.and_then(|part| days_gained(part, on.number()));
    let annual = quote.offered.as_ref().ok().and_then(|held| {
        let rate = held.reduction.effective_rate().or_else(|| {
            Decimal::from(quote.discount.minor()).checked_div(quote.open.minor().into())
        })?;
        annualised(rate, gained?)
    });
    let step = match &quote.offered {
        Ok(held) => match held.step.gain {
            DiscountGain::Rate(rate) => rate_percent(rate),
            DiscountGain::Fixed(amount) => figure(amount.minor(), amount.currency()),
        },
        // Its day stands in a column of its own.
        Err(NoDiscount::Lapsed { .. }) => speech.now(label::discount::LAPSED).to_owned(),
        Err(why) => say::no_discount(*why, speech.language()),
    };
    Row {
        part: quote.part,
        number: document.map(|document| document.number.clone()).unwrap_or_default(),
        due_on: part.and_then(|part| part.due_on()).map(|on| on.to_string()).unwrap_or_default(),
        currency: quote.open.currency(),
        open_minor: quote.open.minor(),
        payable_minor: quote.payable.minor(),
        discount_minor: quote.discount.minor(),
        step,
        last_on: match &quote.offered {
            Ok(held) => held.last_on.to_string(),
            Err(NoDiscount::Lapsed { last_on }) => last_on.to_string(),
            Err(_) => String::new(),
        },
        annual: annual.map(|held| rate_percent(Rate(held.round_dp(4)))).unwrap_or_default(),
    }
}

/// The quote; with rows ticked, the totals and what is copied are of those alone.
fn table(all: Answer, customer: String, on: Date) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let rows: Rows = Arc::from_iter((0..).take(all.rows.len()));
    let parts: Vec<u32> = all.rows.iter().map(|row| row.part).collect();
    let selected = RwSignal::new(BTreeSet::<u32>::new());
    let taken = {
        let parts = parts.clone();
        Memo::new(move |_| {
            let ticked = selected.get();
            let ticked = ticked.iter().filter_map(|row| parts.get(*row as usize).copied());
            let ticked: Vec<u32> = ticked.collect();
            let of_ticked = match ticked.is_empty() {
                true => None,
                false => quoted(session, &customer, on, &ticked, speech),
            };
            of_ticked.unwrap_or_else(|| all.clone())
        })
    };
    let columns = Signal::derive(move || {
        let text = |id, words, width| Column::text(id, speech.now(words), width);
        let figure = |id, words| Column::figure(id, speech.now(words));
        vec![
            text("number", label::discount::NUMBER, Width::Name),
            text("due", label::discount::DUE_ON, Width::Short),
            figure("open", label::discount::OPEN),
            text("step", label::discount::STEP, Width::Name),
            text("last", label::discount::LAST_ON, Width::Short),
            figure("discount", label::discount::DISCOUNT),
            figure("payable", label::discount::PAYABLE),
            figure("annual", label::discount::ANNUAL),
        ]
    });
    let first = StoredValue::new(taken.get_untracked().rows);
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let place = row as usize;
        let own = taken.with(|taken| {
            let mut rows = taken.rows.iter();
            rows.find(|row| Some(&row.part) == parts.get(place)).map(cells_of)
        });
        let other = || first.with_value(|rows| rows.get(place).map(cells_of));
        own.or_else(other).unwrap_or_default()
    });
    let totals = Signal::derive(move || {
        let name = speech.now(label::discount::SUM);
        let line = |(currency, [open, discount, payable]): &(Currency, [i64; 3])| {
            let amount = |minor: i64| Cell::text(figure_or_dash(minor, *currency));
            let (open, discount, payable) = (amount(*open), amount(*discount), amount(*payable));
            let none = || Cell::text("");
            let code = Cell::text(format!("{name} {currency}"));
            vec![code, none(), open, none(), none(), discount, payable, none()]
        };
        taken.with(|taken| sums(&taken.rows).iter().map(line).collect::<Vec<_>>())
    });
    let copy = UnsyncCallback::new(move |()| {
        let text = untrack(|| taken.with(|taken| quote_text(taken, on, speech)));
        let said = speech;
        clipboard::write(&text, move |is_written| {
            if is_written {
                toaster.say(untrack(|| said.now(label::discount::COPIED)));
            }
        });
    });
    view! {
        <Table
            label=speech.text(label::discount::QUOTE_TABLE)
            columns
            rows=Signal::stored(rows)
            cells
            totals
            selected
        />
        <div class="stack">
            <div class="actions">
                <Button label=speech.text(label::discount::COPY) on_press=copy/>
            </div>
            <p class="hint">{speech.text(label::discount::TICK)}</p>
            <p class="hint">{speech.text(label::discount::RULE_WHOLE)}</p>
            <p class="hint">{speech.text(label::discount::RULE_ANNUAL)}</p>
        </div>
    }
    .into_any()
}

fn cells_of(row: &Row) -> Vec<Cell> {
    let amount = |minor| Cell::text(figure_or_dash(minor, row.currency));
    vec![
        Cell::text(row.number.clone()),
        Cell::text(row.due_on.clone()),
        amount(row.open_minor),
        Cell::text(row.step.clone()),
        Cell::text(row.last_on.clone()),
        amount(row.discount_minor),
        amount(row.payable_minor),
        Cell::text(row.annual.clone()),
    ]
}

/// Open, discount and payable of each currency.
fn sums(rows: &[Row]) -> Vec<(Currency, [i64; 3])> {
    let mut sums: Vec<(Currency, [i64; 3])> = Vec::new();
    for row in rows {
        let of = [row.open_minor, row.discount_minor, row.payable_minor];
        match sums.iter_mut().find(|(currency, _)| *currency == row.currency) {
            Some((_, held)) => {
                for (sum, minor) in held.iter_mut().zip(of) {
                    *sum += minor;
                }
            }
            None => sums.push((row.currency, of)),
        }
    }
    sums
}

/// The quote as lines to send: the sums first, then each item that a discount is open for.
fn quote_text(answer: &Answer, on: Date, speech: Speech) -> String {
    let mut lines = Vec::new();
    for (currency, [_, discount, payable]) in sums(&answer.rows) {
        let (payable, discount) = (figure(payable, currency), figure(discount, currency));
        let words = [&answer.customer_name, &on.to_string(), &payable, &discount];
        lines.push(speech.fill(label::discount::QUOTE_TEXT, &words.map(String::as_str)));
    }
    for row in answer.rows.iter().filter(|row| row.discount_minor > 0) {
        let amount = |minor| figure(minor, row.currency);
        let (open, payable) = (amount(row.open_minor), amount(row.payable_minor));
        let discount = amount(row.discount_minor);
        let words = [&row.number, &open, &row.last_on, &payable, &discount];
        lines.push(speech.fill(label::discount::QUOTE_LINE, &words.map(String::as_str)));
    }
    lines.join("\n")
}
