//! The rates of the provision, one for each bucket of the aging (B4).
//! Never a rate that nobody entered: empty fields allow for nothing.

use huikuan::money::Rate;
use huikuan::record::{ProvisionPolicy, SettingFields};
use huikuan::rule::balance::bucket::{BUCKET_COUNT_MAX, Buckets, Column};
use huikuan::view::setting::{provision_columns, provision_rates};
use leptos::prelude::*;

use super::{Desk, following};
use crate::page::label;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::each;
use crate::page::screen::aging::heading;

/// A rate as it is typed, with what is wrong with it.
#[derive(Clone, Copy)]
struct Typed {
    text: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
}

/// The card.
pub(super) fn provision(desk: Desk) -> AnyView {
    let (session, speech) = (desk.session, desk.speech);
    let held = Memo::new(move |_| {
        session.read(|book| {
            let policy = book.ledger().policy();
            (Buckets::of(&policy.aging), policy.provision.rates_percent.clone())
        })
    });
    // As many as there can be; those are shown that the aging has columns for.
    let typed: Vec<Typed> = (0..=BUCKET_COUNT_MAX)
        .map(|place| {
            let rate = move || held.with(|held| held.as_ref()?.1.get(place).map(Rate::to_string));
            let text = following(move || rate().unwrap_or_default());
            Typed { text, wrong: RwSignal::new(None) }
        })
        .collect();
    let columns = Memo::new(move |_| {
        held.with(|held| held.as_ref().map(|(buckets, _)| provision_columns(buckets)))
            .unwrap_or_default()
    });
    let (refused, saved) = (RwSignal::new(None), typed.clone());
    let save = UnsyncCallback::new(move |()| {
        let fields = saved.iter().take(columns.with_untracked(Vec::len));
        let texts: Vec<String> = fields.clone().map(|field| field.text.get_untracked()).collect();
        let read = provision_rates(&texts);
        let complaint = untrack(|| speech.now(label::setting::NOT_A_PERCENTAGE).to_owned());
        for (place, field) in fields.enumerate() {
            let is_wrong = read.as_ref().is_err_and(|places| places.contains(&place));
            field.wrong.set(is_wrong.then(|| complaint.clone()));
        }
        if let Ok(rates_percent) = read {
            let provision = Some(ProvisionPolicy { rates_percent });
            desk.set(SettingFields { provision, ..SettingFields::default() }, refused);
        }
    });
    let field = move |(column, typed): (Column, &Typed)| {
        let Typed { text, wrong } = *typed;
        let label = move || {
            let name = |held: &Option<(Buckets, Vec<Rate>)>| {
                held.as_ref().map(|(buckets, _)| heading(column, buckets, speech))
            };
            format!("{} %", held.with(name).unwrap_or_default())
        };
        view! {
            <TextField label value=text error=wrong kind=TextKind::Figure on_enter=save/>
        }
        .into_any()
    };
    let fields = each(move || columns.get().into_iter().zip(&typed).map(field).collect());
    let words = (label::setting::PROVISION, label::setting::PROVISION_HINT);
    desk.section(words, view! { {fields} }.into_any(), refused, (label::part::SAVE, save))
}
