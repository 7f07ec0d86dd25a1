//! Taking files: dropped anywhere on the window, or chosen with a button.
//! Never reads a file; it hands on what the person gave.

use leptos::ev;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::button::{Button, ButtonLook};
use super::icon::Icon;
use super::id;
use super::live::{act, maybe};
use crate::page::browser::element;
use crate::page::browser::file::{self, ChosenFile};
use crate::page::label;
use crate::page::speech::use_speech;

/// Makes the whole window take dropped files, and covers it with a word while one is dragged over.
/// Belongs into the page once.
#[component]
pub(crate) fn DropZone(
    #[prop(into)] on_files: UnsyncCallback<(Vec<ChosenFile>,)>,
) -> impl IntoView {
    let speech = use_speech();
    let over = RwSignal::new(false);
    let dragging = window_event_listener(ev::dragover, move |event| {
        if file::carries_files(&event) {
            // Without this the browser opens the file in place of the page.
            event.prevent_default();
            over.set(true);
        }
    });
    let leaving = window_event_listener(ev::dragleave, move |event| {
        // Only leaving the window itself has no element that is entered instead.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropping = window_event_listener(ev::drop, move |event| {
        if file::carries_files(&event) {
            event.prevent_default();
            over.set(false);
            on_files.run((file::dropped(&event),));
        }
    });
    on_cleanup(move || {
        dragging.remove();
        leaving.remove();
        dropping.remove();
    });
    maybe(move || {
        let word = speech.text(label::part::DROP_HERE);
        over.get().then(|| view! { <div class="drop-cover"><span>{word}</span></div> }.into_any())
    })
    .into_any()
}

/// A button that opens the browser's file chooser.
#[component]
pub(crate) fn FileButton(
    #[prop(into)] on_files: UnsyncCallback<(Vec<ChosenFile>,)>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional)] look: ButtonLook,
    /// Which files the chooser offers, such as `.csv,.tsv,.txt,.xlsx,.json`.
    #[prop(optional)]
    accept: Option<&'static str>,
    #[prop(optional)] multiple: bool,
) -> impl IntoView {
    let speech = use_speech();
    let id = id::next("file");
    let label = label.unwrap_or_else(|| speech.text(label::part::CHOOSE_FILE).into());
    let name = label.clone();
    let input = id.clone();
    let on_change = act(move |event| {
        let files = file::chosen(&event);
        if !files.is_empty() {
            on_files.run((files,));
        }
    });
    view! {
        <Button label look icon=Icon::Upload on_press=move || element::click(&input)/>
        <input
            class="visually-hidden"
            type="file"
            tabindex="-1"
            aria-label=name
            accept=accept
            multiple=multiple
            on:change=on_change
            id=id
        />
    }
    .into_any()
}
