//! The reporting day in the bar: today, or another day with one click back.
//! Never computes with days.

use leptos::prelude::*;

use super::FrameSession;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::Button;
use crate::page::part::id;
use crate::page::part::live::{act, live, shown};
use crate::page::speech::use_speech;

/// Whether the reporting day is another than today.
pub(super) fn is_elsewhere(session: FrameSession) -> Memo<bool> {
    let as_of = use_navigation().aspect(|route| route.as_of);
    Memo::new(move |_| as_of.get().is_some_and(|day| day != session.today.get()))
}

/// The day, to be changed in place.
pub(super) fn as_of(session: FrameSession) -> AnyView {
    let speech = use_speech();
    let navigation = use_navigation();
    let id = id::next("as-of");
    let elsewhere = is_elsewhere(session);
    let as_of = navigation.aspect(|route| route.as_of);
    let day = live(move || as_of.get().unwrap_or_else(|| session.today.get()).to_string());
    let choose = act(move |event| {
        // A half-typed day reads as none and changes nothing.
        if let Ok(day) = event_target_value(&event).parse() {
            let other = (day != session.today.get_untracked()).then_some(day);
            navigation.change(|route| route.on_day(other));
        }
    });
    let beside = shown(move || {
        if elsewhere.get() {
            let back = move || navigation.change(|route| route.on_day(None));
            view! { <Button label=speech.text(label::frame::BACK_TO_TODAY) on_press=back/> }
                .into_any()
        } else {
            view! { <span class="quiet">{speech.text(label::frame::TODAY)}</span> }.into_any()
        }
    });
    view! {
        <div class="as-of">
            <label for=id.clone()>{speech.text(label::frame::AS_OF)}</label>
            <input id=id class="input" type="date" prop:value=day on:change=choose/>
            {beside}
        </div>
    }
    .into_any()
}
