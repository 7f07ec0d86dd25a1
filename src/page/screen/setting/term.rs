//! Payment terms of customers without their own, and the tolerance of small differences (A3, A4).
//! Never changes the due date of a recorded document.

use huikuan::money::Currency;
use huikuan::record::SettingFields;
use huikuan::view::amount::figure;
use huikuan::view::setting::{TermsKind, kind_of, terms};
use huikuan::view::typed;
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label::{self, Label};
use crate::page::part::chip::choice;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::maybe;
use crate::page::part::select::Select;

/// The terms that can be chosen without writing them out, and what they are called.
pub(crate) const TERMS_KINDS: [(TermsKind, Label); 3] = [
    (TermsKind::Net, label::setting::NET),
    (TermsKind::MonthEnd, label::setting::MONTH_END),
    (TermsKind::NextMonthEnd, label::setting::NEXT_MONTH_END),
];

/// Both cards.
pub(super) fn term(desk: Desk) -> AnyView {
    view! { {default_terms(desk)} {tolerance(desk)} }.into_any()
}

fn default_terms(desk: Desk) -> AnyView {
    let (session, speech) = (desk.session, desk.speech);
    let shown = Memo::new(move |_| {
        session.read(|book| kind_of(&book.ledger().policy().default_terms)).flatten()
    });
    let kind = RwSignal::new(TermsKind::Net);
    Effect::new(move |_| {
        if let Some((held, _)) = shown.get() {
            kind.set(held);
        }
    });
    let days = following(move || shown.get().map(|(_, days)| days.to_string()).unwrap_or_default());
    let (wrong, refused) = (RwSignal::new(None::<String>), RwSignal::new(None));
    let save = UnsyncCallback::new(move |()| {
        let read = days.get_untracked().trim().parse::<u32>().ok();
        let complaint = || untrack(|| speech.now(label::setting::NOT_WHOLE).to_owned());
        wrong.set(read.is_none().then(complaint));
        let Some(read) = read else { return };
        let terms = Some(terms(kind.get_untracked(), read));
        desk.set(SettingFields { default_terms: terms, ..SettingFields::default() }, refused);
    });
    let kinds = Signal::derive(move || {
        TERMS_KINDS.map(|(kind, words)| choice(kind, speech.now(words))).to_vec()
    });
    let on_choose = UnsyncCallback::new(move |(held,): (TermsKind,)| kind.set(held));
    let own = maybe(move || {
        let words = || view! { <p class="hint">{speech.now(label::setting::OWN_TERMS)}</p> };
        shown.get().is_none().then(|| words().into_any())
    });
    let fields = view! {
        <Select label=speech.text(label::setting::TERMS) choices=kinds chosen=kind on_choose/>
        <TextField
            label=speech.text(label::setting::DAYS)
            value=days error=wrong kind=TextKind::Figure on_enter=save
        />
        {own}
    };
    let words = (label::setting::TERMS, label::setting::TERMS_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}

fn tolerance(desk: Desk) -> AnyView {
    let (session, speech) = (desk.session, desk.speech);
    let base = move || {
        let base = session.read_untracked(|book| book.ledger().policy().base_currency);
        base.unwrap_or(Currency::CNY)
    };
    let amount = following(move || {
        let shown = session.read(|book| {
            let policy = book.ledger().policy();
            let held = policy.tolerance(policy.base_currency);
            figure(held.minor(), held.currency())
        });
        shown.unwrap_or_default()
    });
    let (wrong, refused) = (RwSignal::new(None::<String>), RwSignal::new(None));
    let save = UnsyncCallback::new(move |()| {
        let read = typed::amount(&amount.get_untracked(), base()).filter(|m| m.minor() >= 0);
        let complaint = || untrack(|| speech.now(label::item::NOT_AN_AMOUNT).to_owned());
        wrong.set(read.is_none().then(complaint));
        let Some(read) = read else { return };
        // Tolerances in other currencies stay as they are.
        let held = session.read_untracked(|book| book.ledger().policy().small_difference.clone());
        let mut all = held.unwrap_or_default();
        all.retain(|money| money.currency() != read.currency());
        all.push(read);
        let fields = SettingFields { small_difference: Some(all), ..SettingFields::default() };
        desk.set(fields, refused);
    });
    let fields = view! {
        <TextField
            label=speech.text(label::item::AMOUNT)
            value=amount error=wrong kind=TextKind::Figure on_enter=save
        />
    };
    let words = (label::setting::TOLERANCE, label::setting::TOLERANCE_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}
