//! The figures above the aging: balance, overdue, due soon, DSO and CEI.
//! Never rounds a ratio itself: `view` does.

use huikuan::money::Currency;
use huikuan::rule::kpi::{Kpi, Window, kpi};
use huikuan::view::aging::due_within;
use huikuan::view::amount::{figure, one_decimal, percent};
use leptos::prelude::*;

use super::Shown;
use crate::page::label;
use crate::page::part::card::{Figure, FigureStrip};
use crate::page::session::{Session, use_session};
use crate::page::speech::use_speech;

const WINDOW_DAYS: u32 = 90;
const SOON_DAYS: i32 = 7;

/// The strip of figures.
pub(super) fn figures(shown: Shown) -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    let rates = Memo::new(move |_| rates(session, shown.currency.get()?));
    let figures = Signal::derive(move || {
        let Some(currency) = shown.currency.get() else { return Vec::new() };
        let total = shown.report.with(|report| {
            let sections = report.iter().flat_map(|report| &report.currencies);
            let mut of_currency = sections.filter(|section| section.currency == currency);
            of_currency.next().map(|section| section.total)
        });
        let total = total.unwrap_or_default();
        let (soon, dso, cei) = rates.get().unwrap_or_default();
        let overdue =
            speech.fill(label::aging::OVERDUE, &[&percent(total.overdue(), total.balance())]);
        let days = speech.fill(label::aging::DAYS, &[&dso]);
        let words = |label| speech.now(label).to_owned();
        let one = |value: String, words: String| Figure { value, words, href: None };
        vec![
            one(figure(total.balance(), currency), words(label::aging::RECEIVABLES)),
            one(figure(total.overdue(), currency), overdue),
            one(figure(soon, currency), words(label::aging::DUE_SOON)),
            one(days, words(label::aging::DSO)),
            one(format!("{cei}%"), words(label::aging::CEI)),
        ]
    });
    view! { <FigureStrip figures/> }
}

/// What falls due soon, DSO and CEI as texts.
fn rates(session: Session, currency: Currency) -> Option<(i64, String, String)> {
    session.report(|ledger, _, as_of| {
        let all = kpi(ledger, Window::ending(as_of, WINDOW_DAYS));
        let of_currency = all.into_iter().find(|kpi| kpi.currency == currency);
        let text = |rate: fn(&Kpi) -> Option<_>| one_decimal(of_currency.as_ref().and_then(rate));
        let soon = due_within(ledger, currency, as_of, SOON_DAYS);
        (soon, text(Kpi::dso), text(Kpi::cei))
    })
}
