//! Buckets, basis and edge rule of the aging (B1, B5).
//! Never moves a document: only the columns of the report change.

use huikuan::policy::{BUCKETS_BY_DAYS, BUCKETS_BY_YEARS};
use huikuan::record::{AgingBasis, AgingConvention, AgingPolicy, SettingFields};
use huikuan::view::setting::{upper_days, upper_days_text};
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::chip::choice;
use crate::page::part::field::TextField;
use crate::page::part::select::Select;

/// The card.
pub(super) fn aging(desk: Desk) -> AnyView {
    let (session, speech) = (desk.session, desk.speech);
    let policy = Memo::new(move |_| session.read(|book| book.ledger().policy().aging.clone()));
    let days = following(move || {
        policy
            .with(|held| held.as_ref().map(|p| upper_days_text(&p.upper_days)))
            .unwrap_or_default()
    });
    let basis = RwSignal::new(AgingBasis::DueOn);
    let convention = RwSignal::new(AgingConvention::UpperInclusive);
    Effect::new(move |_| {
        if let Some(held) = policy.get() {
            basis.set(held.basis);
            convention.set(held.convention);
        }
    });
    let (wrong, refused) = (RwSignal::new(None::<String>), RwSignal::new(None));
    let save = UnsyncCallback::new(move |()| {
        let read = upper_days(&days.get_untracked()).filter(|days| !days.is_empty());
        let complaint = || untrack(|| speech.now(label::setting::NOT_DAYS).to_owned());
        wrong.set(read.is_none().then(complaint));
        let Some(upper_days) = read else { return };
        let (basis, convention) = (basis.get_untracked(), convention.get_untracked());
        let aging = AgingPolicy { basis, upper_days, convention };
        desk.set(SettingFields { aging: Some(aging), ..SettingFields::default() }, refused);
    });
    let preset = move |edges: &'static [u32]| {
        UnsyncCallback::new(move |()| days.set(upper_days_text(edges)))
    };
    let bases = Signal::derive(move || {
        vec![
            choice(AgingBasis::DueOn, speech.now(label::aging::BY_DUE)),
            choice(AgingBasis::IssuedOn, speech.now(label::aging::BY_ISSUE)),
        ]
    });
    let conventions = Signal::derive(move || {
        vec![
            choice(AgingConvention::UpperInclusive, speech.now(label::aging::OURS)),
            choice(AgingConvention::ZeroInFirst, speech.now(label::aging::ZERO_IN_FIRST)),
            choice(AgingConvention::LowerInclusive, speech.now(label::aging::LOWER_INCLUSIVE)),
        ]
    });
    let on_basis = UnsyncCallback::new(move |(held,): (AgingBasis,)| basis.set(held));
    let on_rule = UnsyncCallback::new(move |(held,): (AgingConvention,)| convention.set(held));
    let fields = view! {
        <TextField
            label=speech.text(label::setting::UPPER_DAYS) value=days error=wrong on_enter=save
        />
        <div class="actions">
            <Button label=speech.text(label::setting::BY_MONTHS) on_press=preset(&BUCKETS_BY_DAYS)/>
            <Button label=speech.text(label::setting::BY_YEARS) on_press=preset(&BUCKETS_BY_YEARS)/>
        </div>
        <Select
            label=speech.text(label::aging::BASIS) choices=bases chosen=basis on_choose=on_basis
        />
        <Select
            label=speech.text(label::aging::CONVENTION)
            choices=conventions chosen=convention on_choose=on_rule
        />
    };
    let words = (label::setting::AGING, label::setting::AGING_HINT);
    desk.section(words, fields.into_any(), refused, (label::part::SAVE, save))
}
