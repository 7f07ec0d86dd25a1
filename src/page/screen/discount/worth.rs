//! Is it worth it? Assumptions on one line, what they come to, the curve and the arithmetic (E4).
//! Never records anything but the cost of money, and that only when it is saved.

use std::sync::Arc;

use huikuan::money::{Currency, Decimal, Rate};
use huikuan::record::{CreditClass, DiscountBase, SettingFields};
use huikuan::rule::credit::credit;
use huikuan::rule::incentive::discount::{CurvePoint, annualised};
use huikuan::say;
use huikuan::view::amount::{figure, rate_percent};
use huikuan::view::discount::{Assumed, Worth, currency, taken_up, worth as worked_out};
use huikuan::view::typed;
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;

use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::card::{Behind, Figure, FigureStrip};
use crate::page::part::check::Check;
use crate::page::part::curve::{Curve, Drawn};
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::maybe;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::Column;
use crate::page::part::table::{Rows, Table};
use crate::page::part::toast::use_toaster;
use crate::page::session::{refusal, use_session};
use crate::page::speech::{Speech, use_speech};

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    rate: RwSignal<String>,
    with_tax: RwSignal<bool>,
    shares: [RwSignal<String>; 3],
    cost: RwSignal<String>,
}

impl Typed {
    /// The assumptions; `None` where a field is no percentage.
    fn read(self) -> Option<Assumed> {
        let percent = |typed: RwSignal<String>| typed::percent(&typed.get());
        let [quality, regular, risk] = self.shares.map(percent);
        let rate = percent(self.rate).filter(|rate| rate.0 < Decimal::ONE)?;
        Some(Assumed {
            rate,
            base: match self.with_tax.get() {
                true => DiscountBase::WithTax,
                false => DiscountBase::WithoutTax,
            },
            shares: [quality?, regular?, risk?],
            cost_of_money: percent(self.cost)?,
        })
    }
}

/// The panel.
pub(super) fn worth() -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let held = session.read_untracked(|book| book.ledger().policy().cost_of_money);
    let cost = held.map(rate_percent).unwrap_or_default();
    let text = |text: &str| RwSignal::new(text.to_owned());
    let typed = Typed {
        rate: text("2%"),
        with_tax: RwSignal::new(false),
        shares: [text("50%"), text("30%"), text("10%")],
        cost: text(&cost),
    };
    let assumed = Memo::new(move |_| typed.read());
    let found = Memo::new(move |_| {
        let assumed = assumed.get()?;
        let found = session.report(|ledger, _, as_of| {
            let all = taken_up(ledger, &credit(ledger, as_of), as_of, &assumed);
            Some((worked_out(&assumed, &all)?, currency(ledger)))
        });
        found.flatten()
    });
    view! {
        {assumptions(typed, assumed)}
        {maybe(move || {
            let told = match (assumed.get(), found.get()) {
                (Some(assumed), Some((worth, currency))) => shown(assumed, worth, currency),
                (None, _) => hint(speech.now(label::discount::NOT_PERCENT)),
                (Some(_), None) => hint(speech.now(label::discount::NOTHING_NOT_DUE)),
            };
            Some(told)
        })}
    }
    .into_any()
}

fn hint(words: &'static str) -> AnyView {
    view! { <p class="hint nothing">{words}</p> }.into_any()
}

fn assumptions(typed: Typed, assumed: Memo<Option<Assumed>>) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let share = |(class, value): (CreditClass, RwSignal<String>)| {
        let label = move || {
            let class = say::class(class, speech.language());
            speech.fill(label::discount::TAKE_UP, &[class])
        };
        view! { <TextField label value kind=TextKind::Figure/> }.into_any()
    };
    let shares: Vec<AnyView> = CreditClass::ALL.into_iter().zip(typed.shares).map(share).collect();
    let save = UnsyncCallback::new(move |()| {
        let Some(held) = assumed.get_untracked() else { return };
        let cost_of_money = Some(held.cost_of_money);
        let fields = SettingFields { cost_of_money, ..SettingFields::default() };
        match session.apply(Command::SetPolicy(fields)) {
            Ok(()) | Err(Rejection::NothingChanged) => {
                toaster.say(untrack(|| speech.now(label::discount::COST_SAVED)));
            }
            Err(rejection) => toaster.alarm(untrack(|| refusal(speech, &rejection))),
        }
    });
    view! {
        <div class="stack">
            <p class="hint">{speech.text(label::discount::WORTH_HINT)}</p>
            <div class="form">
                <TextField
                    label=speech.text(label::discount::RATE) value=typed.rate kind=TextKind::Figure
                />
                {shares}
                <TextField
                    label=speech.text(label::discount::COST_OF_MONEY)
                    value=typed.cost kind=TextKind::Figure
                />
            </div>
            <div class="actions">
                <Check label=speech.text(label::discount::WITH_TAX) checked=typed.with_tax/>
                <Button label=speech.text(label::discount::SAVE_COST) on_press=save/>
            </div>
        </div>
    }
    .into_any()
}

fn shown(assumed: Assumed, worth: Worth, currency: Currency) -> AnyView {
    let speech = use_speech();
    let days = u32::try_from(worth.days.round().mantissa()).unwrap_or(0);
    let annual = annualised(assumed.rate.0, days).map(told).unwrap_or_else(|| "—".to_owned());
    let lines = StoredValue::new(arithmetic(&assumed, &worth, currency));
    let held = worth.clone();
    let figures = Signal::derive(move || {
        let told_lines = lines.with_value(|lines| lines.iter().map(|line| line(speech)).collect());
        figures(&held, currency, &annual, told_lines, speech)
    });
    let even = worth.breakeven.map(told).unwrap_or_else(|| "—".to_owned());
    let curve_points = worth.curve.clone();
    let drawn = Signal::derive(move || drawn(&worth, currency, speech));
    let label = move || speech.fill(label::discount::CURVE, &[&even]);
    view! {
        <FigureStrip figures/>
        <div class="stack">
            <Curve label=label.clone() drawn/>
            <p class="hint">{label}</p>
        </div>
        {points(curve_points, currency, speech)}
    }
    .into_any()
}

/// A fraction in percent with two decimals.
fn told(fraction: Decimal) -> String {
    rate_percent(Rate(fraction.round_dp(4)))
}

type Line = Box<dyn Fn(Speech) -> String + Send + Sync>;

/// How the figures come about, line by line.
fn arithmetic(assumed: &Assumed, worth: &Worth, currency: Currency) -> Vec<Line> {
    let amount = |minor| figure(minor, currency);
    let by_class = CreditClass::ALL.into_iter().zip(worth.open_minor).zip(assumed.shares);
    let mut lines: Vec<Line> = Vec::new();
    for ((class, open), share) in by_class {
        let words = (amount(open), rate_percent(share));
        lines.push(Box::new(move |speech| {
            let class = say::class(class, speech.language());
            speech.fill(label::discount::LINE_CLASS, &[class, &words.0, &words.1])
        }));
    }
    let simulated = worth.simulated;
    let cost = (rate_percent(assumed.rate), amount(simulated.cost_minor));
    lines
        .push(Box::new(move |speech| speech.fill(label::discount::LINE_COST, &[&cost.0, &cost.1])));
    let saved = (
        amount(simulated.forward_minor),
        told(assumed.cost_of_money.0),
        amount(simulated.saved_minor),
    );
    lines.push(Box::new(move |speech| {
        speech.fill(label::discount::LINE_SAVED, &[&saved.0, &saved.1, &saved.2])
    }));
    let net = amount(simulated.net_minor);
    lines.push(Box::new(move |speech| speech.fill(label::discount::LINE_NET, &[&net])));
    lines
}

fn figures(
    worth: &Worth,
    currency: Currency,
    annual: &str,
    lines: Vec<String>,
    speech: Speech,
) -> Vec<Figure> {
    let held = worth.simulated;
    let of = |value: String, words: label::Label| Figure {
        value,
        words: speech.now(words).to_owned(),
        behind: Behind::Lines(lines.clone()),
    };
    let amount = |minor| figure(minor, currency);
    let even = worth.breakeven.map(told).unwrap_or_else(|| "—".to_owned());
    vec![
        of(amount(held.forward_minor), label::discount::FORWARD),
        of(amount(held.cost_minor), label::discount::COST),
        of(amount(held.saved_minor), label::discount::SAVED_MONEY),
        of(amount(held.net_minor), label::discount::NET),
        of(annual.to_owned(), label::discount::ANNUAL_RATE),
        of(even, label::discount::BREAK_EVEN),
    ]
}

/// The curve in parts of its picture: its lowest point at the foot, its highest at the top.
fn drawn(worth: &Worth, currency: Currency, speech: Speech) -> Drawn {
    let nets = worth.curve.iter().map(|point| point.net_minor);
    let (low, high) = (nets.clone().min().unwrap_or(0).min(0), nets.max().unwrap_or(0).max(0));
    let span = (high - low).max(1);
    let height =
        |minor: i64| i32::try_from((minor - low).saturating_mul(1_000) / span).unwrap_or(0);
    let last = worth.curve.last().map_or(Decimal::ONE, |point| point.rate.0);
    let across = |rate: Decimal| {
        let part = (rate * Decimal::ONE_THOUSAND).checked_div(last).unwrap_or_default();
        i32::try_from(part.round().mantissa()).unwrap_or(0)
    };
    let even = worth.breakeven.map(|rate| {
        let words = speech.fill(label::discount::EVEN_AT, &[&told(rate)]);
        (across(rate), words)
    });
    Drawn {
        line: worth.curve.iter().map(|it| (across(it.rate.0), height(it.net_minor))).collect(),
        zero: height(0),
        mark: even,
        ends: ["0%".to_owned(), told(last)],
        heights: [figure(high, currency), figure(low, currency)],
    }
}

/// The table behind the curve, a row for every fourth point.
fn points(curve: Vec<CurvePoint>, currency: Currency, speech: Speech) -> AnyView {
    let some: Vec<CurvePoint> = curve.into_iter().step_by(4).collect();
    let rows: Rows = Arc::from_iter((0..).take(some.len()));
    let columns = Signal::derive(move || {
        vec![
            Column::figure("rate", speech.now(label::discount::RATE)),
            Column::figure("net", speech.now(label::discount::NET)),
        ]
    });
    let cells = UnsyncCallback::new(move |(row,): (u32,)| {
        let Some(point) = some.get(row as usize) else { return Vec::new() };
        vec![Cell::text(told(point.rate.0)), Cell::text(figure(point.net_minor, currency))]
    });
    view! {
        <Table
            label=speech.text(label::discount::CURVE_TABLE) columns rows=Signal::stored(rows) cells
        />
    }
    .into_any()
}
