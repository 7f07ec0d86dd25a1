//! The button.
//! Never acts by itself and never holds state.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::icon::{self, Icon};
use super::live::{act, live, optional, words};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ButtonLook {
    /// Bordered.
    #[default]
    Plain,
    /// The one thing to do next; at most one in sight.
    Main,
    /// Without a border, in bars and tables.
    Quiet,
}

impl ButtonLook {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Main => "button main",
            Self::Quiet => "button quiet",
        }
    }
}

/// A button with a word, an icon, or an icon whose word is its accessible name (`icon_only`).
#[component]
pub(crate) fn Button(
    #[prop(into)] label: TextProp,
    #[prop(into)] on_press: UnsyncCallback<()>,
    #[prop(optional)] look: ButtonLook,
    #[prop(optional)] icon: Option<Icon>,
    #[prop(optional)] icon_only: bool,
    /// More words on hover, such as why it cannot be pressed.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Whether it is held down, for buttons that switch something.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
) -> impl IntoView {
    let name = icon_only.then(|| label.clone());
    let title = hint.or_else(|| name.clone());
    let is_pressed =
        live(move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" }));
    let word = (!icon_only).then(|| view! { <span>{words(label)}</span> }.into_any());
    view! {
        <button
            type="button"
            class=look.class()
            class:icon-only=icon_only
            disabled=disabled
            aria-label=optional(name)
            aria-pressed=is_pressed
            title=optional(title)
            on:click=act(move |_| on_press.run(()))
        >
            {icon.map(icon::draw)}
            {word}
        </button>
    }
    .into_any()
}
