//! The page of one customer: figures, items, statement of account, details.
//! Never computes a figure: rules and views do.

use huikuan::id::Key;
use huikuan::ledger::Customer;
use huikuan::money::{Currency, Money};
use huikuan::rule::balance::aging::{Figures, customer_aging};
use huikuan::view::aging::Within;
use huikuan::view::amount::in_book;
use huikuan::view::customer::oldest_days;
use huikuan::view::drill::Sum;
use huikuan::view::timeline::TimelineKind;
use leptos::prelude::*;

use super::contract::contracts;
use super::credit::credit_tab;
use super::deed::{Deeds, deeds};
use super::details::details;
use super::late_charge::late_charge_tab;
use super::paper::{asked, paper};
use super::sent::sent;
use super::statement::statement;
use super::timeline::{lines, timeline_tab};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::card::{Behind, Figure, FigureStrip};
use crate::page::part::chip::choice;
use crate::page::part::empty::EmptyState;
use crate::page::part::live::shown;
use crate::page::part::notice::{Badge, Notice, Tone};
use crate::page::part::tab::Tabs;
use crate::page::route::{Place, Route, Screen};
use crate::page::screen::explanation::{Asked, explanation};
use crate::page::screen::item::customer_items;
use crate::page::screen::letter::address as letter_address;
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, keep_title, use_speech};

const TAB: &str = "tab";

/// The page of the customer that the address names.
#[component]
pub(crate) fn CustomerPage() -> impl IntoView {
    let (session, navigation, speech) = (use_session(), use_navigation(), use_speech());
    let code = navigation.aspect(|route| match &route.place {
        Place::Book { screen: Screen::Customer(code), .. } => code.clone(),
        Place::Book { .. } | Place::Welcome | Place::Unknown => String::new(),
    });
    let customer = Memo::new(move |_| {
        let key = Key::of(&code.get());
        session
            .read(|workbook| workbook.ledger().account(&key).map(|held| held.customer.clone()))
            .flatten()
    });
    keep_title(move || {
        customer.with(|c| c.as_ref().map(|c| c.name().to_owned()).unwrap_or_default())
    });
    let key = Memo::new(move |_| customer.with(|c| c.as_ref().map(|held| held.key.clone())));
    move || match key.get() {
        Some(key) => {
            let held = Deeds::begin();
            view! {
                {header(key.clone(), customer)}
                {deeds(held, key.clone())}
                {body(key, held)}
            }
            .into_any()
        }
        None => {
            let all = navigation.route().turn(Screen::Customers).hash();
            view! {
                <EmptyState
                    title=speech.text(label::customer::UNKNOWN_TITLE)
                    text=speech.text(label::customer::UNKNOWN_TEXT)
                >
                    <a class="button main" href=all>{speech.text(label::customer::ALL_CUSTOMERS)}</a>
                </EmptyState>
            }
            .into_any()
        }
    }
}

fn header(key: Key, customer: Memo<Option<Customer>>) -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let figures = {
        let key = key.clone();
        Memo::new(move |_| header_figures(session, &key, speech))
    };
    let letter = {
        let key = key.clone();
        use_navigation().aspect(move |route| letter_address(route, &key))
    };
    let asked = RwSignal::new(None::<Asked>);
    let ask = {
        let key = key.clone();
        UnsyncCallback::new(move |(place, anchor): (usize, String)| {
            let held = figures.with_untracked(|all| all.get(place).map(|held| (held.1, held.2)));
            let policy = session.read_untracked(|book| book.ledger().policy().aging.clone());
            let name = customer.with_untracked(|c| c.as_ref().map(|c| c.name().to_owned()));
            let found = held.zip(policy).map(|((currency, sum), aging)| Asked {
                name: name.unwrap_or_default(),
                customers: vec![key.clone()],
                within: Within::All,
                currency,
                sum,
                aging,
                as_of: None,
                anchor,
            });
            asked.set(found);
        })
    };
    let strip = Signal::derive(move || {
        figures.with(|all| all.iter().map(|(figure, ..)| figure.clone()).collect::<Vec<_>>())
    });
    let findings = Memo::new(move |_| {
        session
            .read(|workbook| workbook.ledger().account(&key).map(|held| held.findings.len()))
            .flatten()
            .unwrap_or(0)
    });
    let flags = move || {
        customer.with(|customer| {
            let fields = &customer.as_ref()?.fields;
            let flag = |on: Option<bool>, label, tone| {
                (on == Some(true)).then(|| view! { <Badge text=speech.now(label) tone/> })
            };
            Some(view! {
                {flag(fields.key_account, label::customer::KEY_ACCOUNT, Tone::Good)}
                {flag(fields.supply_suspended, label::customer::SUPPLY_SUSPENDED, Tone::Warn)}
                {flag(fields.blacklisted, label::customer::BLACKLISTED, Tone::Bad)}
            })
        })
    };
    let name = move || customer.with(|c| c.as_ref().map(|c| c.name().to_owned()));
    let code = move || customer.with(|c| c.as_ref().map(|c| c.code.clone()));
    let notice = move || {
        let count = findings.get();
        let words = speech.fill(label::customer::FINDINGS, &[&count.to_string()]);
        (count > 0).then(|| view! { <Notice tone=Tone::Warn>{words}</Notice> })
    };
    view! {
        <header class="customer-head">
            <h1>{name}</h1>
            <span class="hint">{code}</span>
            {flags}
            <a class="button screen-only" href=move || letter.get()>
                {speech.text(label::letter::LETTER)}
            </a>
        </header>
        {notice}
        <FigureStrip figures=strip on_ask=ask/>
        {explanation(asked)}
    }
}

/// A figure of the head, its currency, and what stands behind it.
type HeadFigure = (Figure, Currency, Sum);

/// Balance, overdue and oldest days of each currency.
fn header_figures(session: Session, key: &Key, speech: Speech) -> Vec<HeadFigure> {
    let found = session.report(|ledger, buckets, as_of| {
        let base = ledger.policy().base_currency;
        let account = ledger.account(key)?;
        let lines = customer_aging(account, buckets, as_of);
        let lines = if lines.is_empty() { vec![(base, Figures::default())] } else { lines };
        let of = |(currency, figures): (Currency, Figures)| {
            let oldest = oldest_days(account, currency, as_of);
            figures_of(currency, &figures, oldest, base, speech)
        };
        Some(lines.into_iter().flat_map(of).collect())
    });
    found.flatten().unwrap_or_default()
}

fn figures_of(
    currency: Currency,
    figures: &Figures,
    oldest: i32,
    base: Currency,
    speech: Speech,
) -> Vec<HeadFigure> {
    let amount =
        |minor: i64| in_book(Money::new(minor, currency).unwrap_or(Money::zero(currency)), base);
    let one = |value: String, label: label::Label, sum: Sum| {
        let words = speech.now(label).to_owned();
        (Figure { value, words, behind: Behind::Asked }, currency, sum)
    };
    let oldest = speech.fill(label::customer::DAYS, &[&oldest.to_string()]);
    vec![
        one(amount(figures.balance()), label::customer::BALANCE, Sum::Balance),
        one(amount(figures.overdue()), label::customer::OVERDUE, Sum::Overdue),
        one(oldest, label::customer::OLDEST, Sum::Oldest),
    ]
}

fn tab_of(route: &Route) -> &'static str {
    match route.parameter(TAB) {
        "timeline" => "timeline",
        "credit" => "credit",
        "late-charge" => "late-charge",
        "statement" => "statement",
        "details" => "details",
        _ => "items",
    }
}

/// The tabs, or the paper that the address asks for.
fn body(key: Key, deeds: Deeds) -> AnyView {
    let asked = use_navigation().aspect(asked);
    shown(move || match asked.get() {
        Some(asked) => paper(key.clone(), asked),
        None => tabs(key.clone(), deeds),
    })
    .into_any()
}

fn tabs(key: Key, deeds: Deeds) -> AnyView {
    let (navigation, speech) = (use_navigation(), use_speech());
    let chosen = navigation.aspect(tab_of);
    let choices = Signal::derive(move || {
        vec![
            choice("items", speech.now(label::customer::TAB_ITEMS)),
            choice("timeline", speech.now(label::timeline::TAB)),
            choice("credit", speech.now(label::timeline::TAB_CREDIT)),
            choice("late-charge", speech.now(label::late_charge::TAB)),
            choice("statement", speech.now(label::customer::TAB_STATEMENT)),
            choice("details", speech.now(label::customer::TAB_DETAILS)),
        ]
    });
    let on_choose = UnsyncCallback::new(move |(tab,): (&'static str,)| {
        navigation.change(|route| route.with(TAB, tab));
    });
    let panel = move || match chosen.get() {
        "timeline" => timeline_tab(key.clone(), deeds),
        "credit" => {
            let of_credit = Signal::stored(Some(TimelineKind::Credit));
            let recorded = lines(key.clone(), deeds, of_credit);
            view! { {credit_tab(key.clone(), deeds)} {recorded} }.into_any()
        }
        "late-charge" => late_charge_tab(key.clone(), deeds),
        "statement" => {
            let list = sent(key.clone(), deeds);
            view! { {statement(key.clone())} {list} }.into_any()
        }
        "details" => {
            let list = contracts(key.clone(), deeds);
            view! { {details(key.clone())} {list} }.into_any()
        }
        _ => customer_items(key.clone()).into_any(),
    };
    view! {
        <section class="card">
            <Tabs label=speech.text(label::customer::TABS) choices chosen on_choose>
                {panel}
            </Tabs>
        </section>
    }
    .into_any()
}
