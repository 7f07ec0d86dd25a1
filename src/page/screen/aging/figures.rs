//! The figures above the aging: balance, overdue, due soon, DSO and CEI.
//! Never rounds a ratio itself: `view` does.

use huikuan::money::Currency;
use huikuan::rule::kpi::{Kpi, Window, kpi};
use huikuan::say::{self, KpiName, Language};
use huikuan::view::aging::due::due_sums;
use huikuan::view::amount::{figure, one_decimal, percent};
use leptos::prelude::*;

use super::Shown;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::card::{Behind, Figure, FigureStrip};
use crate::page::route::Screen;
use crate::page::session::{Session, use_session};
use crate::page::speech::use_speech;

const WINDOW_DAYS: u32 = 90;

/// The strip of figures.
pub(super) fn figures(shown: Shown) -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let navigation = use_navigation();
    let rates = Memo::new(move |_| rates(session, shown.currency.get()?, speech.language()));
    let figures = Signal::derive(move || {
        let Some(currency) = shown.currency.get() else { return Vec::new() };
        let total = shown.report.with(|report| {
            let sections = report.iter().flat_map(|report| &report.currencies);
            let mut of_currency = sections.filter(|section| section.currency == currency);
            of_currency.next().map(|section| section.total)
        });
        let total = total.unwrap_or_default();
        let rates = rates.get().unwrap_or_default();
        let (dso, cei) = (&rates.dso, &rates.cei);
        let overdue =
            speech.fill(label::aging::OVERDUE, &[&percent(total.overdue(), total.balance())]);
        let days = speech.fill(label::aging::DAYS, &[dso]);
        let words = |label| speech.now(label).to_owned();
        let route = navigation.route();
        let items = |filter: &str| route.turn(Screen::Items).with("filter", filter).hash();
        let one = |value: String, words: String, filter: &str| Figure {
            value,
            words,
            behind: Behind::Address(items(filter)),
        };
        let computed = |value: String, words: String, why: &[String]| Figure {
            value,
            words,
            behind: Behind::Lines(why.to_vec()),
        };
        vec![
            one(figure(total.balance(), currency), words(label::aging::RECEIVABLES), "open"),
            one(figure(total.overdue(), currency), overdue, "overdue"),
            one(figure(rates.long, currency), words(label::aging_view::OVER_90), "over-90"),
            one(figure(rates.soon, currency), words(label::aging::DUE_SOON), "due-soon"),
            computed(days, words(label::aging::DSO), &rates.dso_why),
            computed(format!("{cei}%"), words(label::aging::CEI), &rates.cei_why),
        ]
    });
    view! { <FigureStrip figures/> }
}

/// What falls due soon and what is overdue for long, in minor units; DSO and CEI as texts, with how
/// they are computed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Rates {
    soon: i64,
    long: i64,
    dso: String,
    dso_why: Vec<String>,
    cei: String,
    cei_why: Vec<String>,
}

fn rates(session: Session, currency: Currency, language: Language) -> Option<Rates> {
    session.report(|ledger, _, as_of| {
        let all = kpi(ledger, Window::ending(as_of, WINDOW_DAYS));
        let of_currency = all.into_iter().find(|kpi| kpi.currency == currency);
        let text = |rate: fn(&Kpi) -> Option<_>| one_decimal(of_currency.as_ref().and_then(rate));
        let inputs = of_currency.as_ref().map(|kpi| kpi.inputs).unwrap_or_default();
        let amount = |name: KpiName, minor: i64| {
            format!("{} {}", say::kpi_name(name, language), figure(minor, currency))
        };
        let dso_inputs = vec![
            say::kpi_formula(KpiName::Dso, language).to_owned(),
            amount(KpiName::Receivables, inputs.receivables),
            amount(KpiName::Sales, inputs.sales),
        ];
        let cei_inputs = vec![
            say::kpi_formula(KpiName::Cei, language).to_owned(),
            amount(KpiName::ReceivablesBefore, inputs.receivables_before),
            amount(KpiName::Sales, inputs.sales),
            amount(KpiName::Receivables, inputs.receivables),
            amount(KpiName::NotDue, inputs.not_due),
        ];
        let [soon, _, long] = due_sums(ledger, currency, as_of);
        Rates {
            soon,
            long,
            dso: text(Kpi::dso),
            dso_why: dso_inputs,
            cei: text(Kpi::cei),
            cei_why: cei_inputs,
        }
    })
}
