//! A field: label, input, hint, and the message about what is wrong with it.
//! Never changes what was typed and never judges it: the caller gives the message.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id;
use super::live::{act, live, maybe, optional, words};
use crate::page::browser::event;
use crate::page::label;
use crate::page::speech::use_speech;

/// The frame of every field. The input inside carries `id`; its messages are in `<id>-note`.
#[component]
pub(crate) fn Field(
    id: String,
    #[prop(into)] label: TextProp,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: Option<TextProp>,
    #[prop(optional)] required: bool,
    children: Children,
) -> impl IntoView {
    let speech = use_speech();
    let note_id = note_id(&id);
    let note = maybe(move || match (error.get(), &hint) {
        (Some(why), _) => Some(view! { <span class="error">{why}</span> }.into_any()),
        (None, Some(hint)) => {
            Some(view! { <span class="hint">{words(hint.clone())}</span> }.into_any())
        }
        (None, None) => None,
    });
    let required = required.then(|| {
        view! { <span class="required" aria-hidden="true">" " {speech.text(label::part::REQUIRED)}</span> }.into_any()
    });
    view! {
        <div class="field">
            <label for=id>{words(label)} {required}</label>
            {children()}
            <div class="note" id=note_id aria-live="polite">{note}</div>
        </div>
    }
    .into_any()
}

/// The id of the messages that belong to a field.
pub(super) fn note_id(id: &str) -> String {
    format!("{id}-note")
}

/// What is typed into a text field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextKind {
    #[default]
    Text,
    /// An amount or a rate: aligned right, numeric keyboard.
    Figure,
    /// Text to search for.
    Search,
}

/// A text field over a signal that holds exactly what was typed.
#[component]
pub(crate) fn TextField(
    #[prop(into)] label: TextProp,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: Option<TextProp>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    #[prop(optional)] kind: TextKind,
    #[prop(optional)] required: bool,
    /// Heard when Enter is pressed outside an input method's composition.
    #[prop(optional, into)]
    on_enter: Option<UnsyncCallback<()>>,
    /// Heard when the field is left, with what it holds.
    #[prop(optional, into)]
    on_leave: Option<UnsyncCallback<(String,)>>,
    /// The element id, when the caller wants to move the focus here.
    #[prop(optional, into)]
    id: Option<String>,
    /// The id of a `datalist` with what could be meant.
    #[prop(optional, into)]
    list: Option<String>,
    #[prop(optional)] node: NodeRef<Input>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| id::next("field"));
    let (input_type, input_mode) = match kind {
        TextKind::Text => ("text", "text"),
        TextKind::Figure => ("text", "decimal"),
        TextKind::Search => ("search", "search"),
    };
    let on_key = act(move |key: ev::KeyboardEvent| {
        if key.key() == "Enter"
            && !event::is_composing(&key)
            && let Some(on_enter) = on_enter
        {
            key.prevent_default();
            on_enter.run(());
        }
    });
    let on_blur = act(move |_| {
        // A field that goes with its screen is left too, when nobody listens any more.
        if let (Some(on_leave), Some(text)) = (on_leave, value.try_get_untracked()) {
            let _heard = on_leave.try_run((text,));
        }
    });
    view! {
        <Field id=id.clone() label error hint=hint.unwrap_or_default() required>
            <input
                node_ref=node
                class="input"
                class:figure=kind == TextKind::Figure
                type=input_type
                inputmode=input_mode
                autocomplete="off"
                list=list
                aria-describedby=note_id(&id)
                aria-invalid=live(move || error.get().is_some().then_some("true"))
                aria-required=required.then_some("true")
                placeholder=optional(placeholder)
                prop:value=value
                on:input=act(move |event| value.set(event_target_value(&event)))
                on:keydown=on_key
                on:blur=on_blur
                id=id
            />
        </Field>
    }
    .into_any()
}

/// A field of several lines.
#[component]
pub(crate) fn TextArea(
    #[prop(into)] label: TextProp,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(default = 3)] rows: u32,
) -> impl IntoView {
    let id = id::next("area");
    view! {
        <Field id=id.clone() label error>
            <textarea
                class="input"
                rows=rows
                aria-describedby=note_id(&id)
                aria-invalid=live(move || error.get().is_some().then_some("true"))
                prop:value=value
                on:input=act(move |event| value.set(event_target_value(&event)))
                id=id
            ></textarea>
        </Field>
    }
    .into_any()
}
