//! The offers in force, a sentence each, and the ways to make, change and withdraw one (E1).
//! Never changes what was granted: a grant keeps the rule by which it was taken.

use huikuan::record::{DiscountOffer, SettingFields};
use huikuan::say;
use huikuan::view::discount::OfferForm;
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::offer::{Edited, offer_dialog};
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::live::{each, maybe};
use crate::page::part::toast::use_toaster;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The panel.
pub(super) fn policy() -> AnyView {
    let (session, speech) = (use_session(), use_speech());
    let offers = Memo::new(move |_| {
        let offers = session.read(|book| book.ledger().policy().discount_offers.clone());
        offers.unwrap_or_default()
    });
    let edited = RwSignal::new(None::<Edited>);
    let new = UnsyncCallback::new(move |()| {
        edited.set(Some(Edited { place: None, form: OfferForm::default() }));
    });
    let cards =
        each(move || offers.get().into_iter().enumerate().map(|it| card(it, edited)).collect());
    let nothing = maybe(move || {
        offers.with(Vec::is_empty).then(|| {
            view! {
                <div class="empty">
                    <h2>{speech.now(label::discount::NO_OFFERS_TITLE)}</h2>
                    <p>{speech.now(label::discount::NO_OFFERS_TEXT)}</p>
                </div>
            }
            .into_any()
        })
    });
    view! {
        <div class="stack">
            <p class="hint">{speech.text(label::discount::POLICY_HINT)}</p>
            {nothing}
            {cards}
            <div class="actions">
                <Button
                    label=speech.text(label::discount::NEW_OFFER)
                    on_press=new
                    look=ButtonLook::Main
                />
            </div>
        </div>
        {offer_dialog(edited)}
    }
    .into_any()
}

fn card((place, offer): (usize, DiscountOffer), edited: RwSignal<Option<Edited>>) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let (name, told) = (offer.name.clone(), offer.clone());
    let sentence = move || say::discount_offer(&told, speech.language());
    let edit = UnsyncCallback::new(move |()| {
        edited.set(Some(Edited { place: Some(place), form: OfferForm::of(&offer) }));
    });
    let remove = UnsyncCallback::new(move |()| {
        let held = session.read_untracked(|book| book.ledger().policy().discount_offers.clone());
        let mut offers = held.unwrap_or_default();
        if place < offers.len() {
            offers.remove(place);
        }
        let fields = SettingFields { discount_offers: Some(offers), ..SettingFields::default() };
        match session.apply(Command::SetPolicy(fields)) {
            Ok(()) => toaster.say(untrack(|| speech.now(label::discount::REMOVED))),
            Err(rejection) => toaster.alarm(untrack(|| refusal(speech, &rejection))),
        }
    });
    view! {
        <Card title=move || name.clone()>
            <div class="stack">
                <p>{sentence}</p>
                <div class="actions">
                    <Button label=speech.text(label::discount::REMOVE) on_press=remove/>
                    <Button label=speech.text(label::discount::EDIT) on_press=edit/>
                </div>
            </div>
        </Card>
    }
    .into_any()
}
