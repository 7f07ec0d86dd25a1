//! A box to tick, with its word beside it.
//! Never acts by itself: it holds yes or no.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::live::{act, live, words};

/// The box.
#[component]
pub(crate) fn Check(#[prop(into)] label: TextProp, checked: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=live(move || checked.get())
                on:change=act(move |event| checked.set(event_target_checked(&event)))
            />
            <span>{words(label)}</span>
        </label>
    }
    .into_any()
}
