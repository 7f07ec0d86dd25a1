//! How the aging is drawn up: basis, groups, currency, edge rule.
//! Never kept beside the address.

use huikuan::money::Currency;
use huikuan::record::{AgingBasis, AgingConvention};
use huikuan::view::aging::moved;
use leptos::prelude::*;

use super::group::{GROUPINGS, named};
use super::{BASIS, CONVENTION, CURRENCY, GROUPING, Pane, Setting, Shown};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::chip::{ChipGroup, choice};
use crate::page::part::live::maybe;
use crate::page::part::select::Select;
use crate::page::session::use_session;
use crate::page::speech::use_speech;

/// Basis, grouping and currency, as far as the present view goes by them.
pub(super) fn choices(shown: Shown) -> AnyView {
    let has_basis = maybe(move || (shown.pane.get() != Pane::Due).then(|| basis(shown)));
    let has_groups = maybe(move || (shown.pane.get() != Pane::Provision).then(|| groups(shown)));
    view! { {has_basis} {has_groups} {currency(shown)} }.into_any()
}

fn set(name: &'static str) -> impl Fn(&str) + Copy + Send + Sync + 'static {
    let navigation = use_navigation();
    move |value: &str| navigation.change(|route| route.with(name, value))
}

fn basis(shown: Shown) -> AnyView {
    let (speech, set) = (use_speech(), set(BASIS));
    let choices = Signal::derive(move || {
        vec![
            choice("due", speech.now(label::aging::BY_DUE)),
            choice("issued", speech.now(label::aging::BY_ISSUE)),
        ]
    });
    let chosen = Signal::derive(move || {
        shown.report.with(|report| match report.as_ref().map(|report| report.buckets.basis()) {
            Some(AgingBasis::IssuedOn) => "issued",
            Some(AgingBasis::DueOn) | None => "due",
        })
    });
    let on_choose = UnsyncCallback::new(move |(value,): (&'static str,)| set(value));
    view! { <ChipGroup label=speech.text(label::aging::BASIS) choices chosen on_choose/> }
        .into_any()
}

fn groups(shown: Shown) -> AnyView {
    let (speech, set) = (use_speech(), set(GROUPING));
    let choices = Signal::derive(move || {
        let all = GROUPINGS.into_iter();
        all.map(|(word, _, label)| choice(word, speech.now(label))).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || named(shown.setting.get().grouping).0);
    let on_choose = UnsyncCallback::new(move |(value,): (&'static str,)| set(value));
    view! { <ChipGroup label=speech.text(label::aging::GROUPING) choices chosen on_choose/> }
        .into_any()
}

fn currency(shown: Shown) -> AnyView {
    let (speech, set) = (use_speech(), set(CURRENCY));
    let choices = Signal::derive(move || {
        shown.report.with(|report| {
            let held = report.iter().flat_map(|report| &report.currencies);
            held.map(|held| choice(held.currency, held.currency.code())).collect::<Vec<_>>()
        })
    });
    let several = Memo::new(move |_| choices.with(Vec::len) > 1);
    let chosen = Signal::derive(move || shown.currency.get().unwrap_or(Currency::CNY));
    let on_choose = UnsyncCallback::new(move |(value,): (Currency,)| set(value.code()));
    let chips = move || {
        view! { <ChipGroup label=speech.text(label::aging::CURRENCY) choices chosen on_choose/> }
            .into_any()
    };
    view! { {maybe(move || several.get().then(chips))} }.into_any()
}

/// The edge rule, and how many items another one moves (B5).
pub(super) fn convention(shown: Shown) -> impl IntoView {
    let (session, speech, set) = (use_session(), use_speech(), set(CONVENTION));
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
            let present = Setting { convention: None, ..setting }.buckets(ledger);
            moved(ledger, &present, &setting.buckets(ledger), as_of)
        })
    });
    let note = move || {
        let count = moves.get().filter(|count| *count > 0)?;
        Some(speech.fill(label::aging::MOVES, &[&count.to_string()]))
    };
    let on_choose = UnsyncCallback::new(move |(value,): (&'static str,)| set(value));
    view! {
        <Select label=speech.text(label::aging::CONVENTION) choices chosen on_choose/>
        <span class="hint">{note}</span>
    }
}
