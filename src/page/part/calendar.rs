//! The browser's own calendar behind a button, beside a field in which a day can be typed.
//! Never reads what is typed.

use huikuan::calendar::Date;
use leptos::prelude::*;

use super::icon::{self, Icon};
use super::id;
use super::live::act;
use crate::page::browser::element;
use crate::page::label;
use crate::page::speech::use_speech;

/// A button that opens the browser's own calendar at a day, written `2026-03-31`.
pub(crate) fn calendar(day: Signal<String>, on_pick: impl Fn(Date) + Send + 'static) -> AnyView {
    let speech = use_speech();
    let id = id::next("picker");
    let picker = id.clone();
    let pick = act(move |event| {
        if let Ok(day) = event_target_value(&event).parse() {
            on_pick(day);
        }
    });
    view! {
        <button
            type="button"
            class="button icon-only"
            aria-label=speech.text(label::part::OPEN_CALENDAR)
            on:click=act(move |_| element::show_picker(&picker))
        >
            {icon::draw(Icon::Calendar)}
        </button>
        <input
            class="picker"
            type="date"
            tabindex="-1"
            aria-hidden="true"
            prop:value=day
            on:change=pick
            id=id
        />
    }
    .into_any()
}
