//! What came of a contact: the nine commonest results as chips with their keys, the rest in a list.
//! Never chooses by itself.

use huikuan::view::contact_form::KEYED_RESULTS;
use huikuan::view::deed::FormField;
use leptos::ev;
use leptos::prelude::*;

use super::typed::Typed;
use super::word::choices;
use crate::page::action::{Key, use_actions};
use crate::page::browser::{element, event};
use crate::page::label::{self, Label};
use crate::page::part::chip::{ChipGroup, choice};
use crate::page::part::live::maybe;
use crate::page::part::select::Select;

/// The keys of the results, with what they are called in the list of keys.
const KEYS: [(&str, Label); KEYED_RESULTS] = [
    ("1", label::deed::RESULT_1),
    ("2", label::deed::RESULT_2),
    ("3", label::deed::RESULT_3),
    ("4", label::deed::RESULT_4),
    ("5", label::deed::RESULT_5),
    ("6", label::deed::RESULT_6),
    ("7", label::deed::RESULT_7),
    ("8", label::deed::RESULT_8),
    ("9", label::deed::RESULT_9),
];

/// Chips and list.
pub(super) fn results(typed: Typed) -> AnyView {
    let (speech, chosen) = (typed.speech, typed.place(FormField::Result));
    let keyed = Signal::derive(move || {
        let words = choices(FormField::Result, speech).into_iter().take(KEYED_RESULTS).enumerate();
        words.map(|(at, word)| choice(Some(at), format!("{} {word}", at + 1))).collect::<Vec<_>>()
    });
    let others = Signal::derive(move || {
        let none = choice(None, speech.now(label::deed::NO_OTHER));
        let words = choices(FormField::Result, speech).into_iter().enumerate().skip(KEYED_RESULTS);
        let words = words.map(|(at, word)| choice(Some(at), word));
        std::iter::once(none).chain(words).collect::<Vec<_>>()
    });
    let other = Signal::derive(move || chosen.get().filter(|at| *at >= KEYED_RESULTS));
    let on_choose = UnsyncCallback::new(move |(at,): (Option<usize>,)| chosen.set(at));
    let error = typed.error(FormField::Result);
    let error =
        maybe(move || error.get().map(|why| view! { <span class="error">{why}</span> }.into_any()));
    view! {
        <div class="results wide">
            <ChipGroup label=speech.text(label::deed::RESULT) choices=keyed chosen on_choose/>
            <Select
                label=speech.text(label::deed::OTHER_RESULT)
                choices=others
                chosen=other
                on_choose
                bare=true
            />
            <p class="note" aria-live="polite">{error}</p>
        </div>
    }
    .into_any()
}

/// Chooses a result by its key, and moves to the field that it asks for first.
fn choose(typed: Typed, at: usize) {
    typed.place(FormField::Result).set(Some(at));
    // The fields of the result come before what every contact asks.
    let first = typed.shown.with_untracked(|shown| {
        let asked = [
            FormField::PromisedOn,
            FormField::InstalmentCount,
            FormField::DisputedAmount,
            FormField::FollowUpOn,
        ];
        asked.into_iter().find(|field| shown.contains(field))
    });
    if let Some(first) = first {
        let id = typed.id(first);
        request_animation_frame(move || element::focus(&id));
    }
}

/// Offers the keys 1–9 on the whole screen while the form is shown.
pub(super) fn offer_keys(typed: Typed) {
    let actions = use_actions();
    for (at, (key, label)) in KEYS.into_iter().enumerate() {
        actions.offer(label, Some(Key::alone(key)), move || choose(typed, at));
    }
}

/// Hears 1–9 within the form, where no text is typed.
pub(super) fn pressed(typed: Typed, key: &ev::KeyboardEvent) -> bool {
    let is_alone = !event::has_command(key) && !key.alt_key() && !event::takes_text(key);
    let pressed = key.key();
    let at = KEYS.iter().position(|(held, _)| *held == pressed).filter(|_| is_alone);
    let Some(at) = at else { return false };
    let is_contact = typed.shown.with_untracked(|shown| shown.contains(&FormField::Result));
    if is_contact {
        choose(typed, at);
    }
    is_contact
}
