//! A sentence with blanks to fill in.
//! Never more than one line of thought: its words come from a label with places.

use leptos::prelude::*;

use crate::page::label::Label;
use crate::page::part::live::{act, each, live};
use crate::page::speech::use_speech;

/// A blank of a sentence.
#[derive(Clone, Copy)]
pub(super) struct Blank {
    /// What stands in it; its accessible name.
    pub(super) words: Label,
    pub(super) value: Signal<String>,
    pub(super) write: UnsyncCallback<(String,)>,
    pub(super) wrong: Signal<bool>,
}

/// The sentence: text, and an input at each place `{0}`, `{1}` …
pub(super) fn sentence(words: Label, blanks: Vec<Blank>) -> AnyView {
    let speech = use_speech();
    let pieces = each(move || {
        let mut views = Vec::new();
        let mut rest = speech.now(words);
        while let Some((before, after)) = rest.split_once('{') {
            views.push(view! { <span>{before}</span> }.into_any());
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            let blank = place.parse::<usize>().ok().and_then(|place| blanks.get(place));
            views.extend(blank.map(|blank| input(*blank)));
            rest = after;
        }
        views.push(view! { <span>{rest}</span> }.into_any());
        views
    });
    view! { <p class="sentence">{pieces}</p> }.into_any()
}

/// One blank.
pub(super) fn input(blank: Blank) -> AnyView {
    let speech = use_speech();
    let Blank { words, value, write, wrong } = blank;
    view! {
        <input
            class="input blank"
            inputmode="decimal"
            aria-label=speech.text(words)
            aria-invalid=live(move || wrong.get().then_some("true"))
            prop:value=live(move || value.get())
            on:input=act(move |event| write.run((event_target_value(&event),)))
        />
    }
    .into_any()
}
