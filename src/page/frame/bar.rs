//! The bar above every screen: workbook, reporting day, search, undo, saved state, language, theme.
//! Never holds what belongs to one screen.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::FrameSession;
use super::{as_of, book, offer, saved, search, undo};
use crate::page::label;
use crate::page::part::icon::{self, Icon};
use crate::page::part::live::{act, live, maybe};
use crate::page::speech::use_speech;
use crate::page::theme::Theme;

/// The bar; a day other than today tints it.
pub(super) fn bar(session: FrameSession) -> AnyView {
    let is_past = as_of::is_elsewhere(session);
    let is_open = Memo::new(move |_| session.book.with(Option::is_some));
    let of_book = maybe(move || {
        let parts = || {
            offer::of_book(session);
            view! { {as_of::as_of(session)} {search::search(session)} {undo::undo(session)} }
                .into_any()
        };
        is_open.get().then(parts)
    });
    view! {
        <header class="bar" class:past=live(move || is_past.get())>
            {book::switcher(session)}
            {of_book}
            <span class="push"></span>
            {saved::saved(session)}
            {language()}
            {theme()}
        </header>
    }
    .into_any()
}

/// The button that changes the language; it says the other one, in that language.
fn language() -> AnyView {
    let speech = use_speech();
    view! {
        <button
            type="button"
            class="button quiet"
            lang=speech.text(label::frame::OTHER_LANGUAGE_TAG)
            on:click=act(move |_| speech.switch())
        >
            {speech.text(label::frame::OTHER_LANGUAGE)}
        </button>
    }
    .into_any()
}

/// The button that steps through light, dark and the system's choice.
fn theme() -> AnyView {
    let speech = use_speech();
    let theme = use_context::<RwSignal<Theme>>().unwrap_or_else(Theme::provide);
    offer::of_page(theme);
    let name = TextProp::from(move || {
        let now = speech.now(theme.get().label());
        format!("{}: {now}", speech.now(label::frame::THEME))
    });
    view! {
        <button
            type="button"
            class="button quiet icon-only"
            aria-label=name.clone()
            title=name
            on:click=act(move |_| theme.update(|theme| *theme = theme.next()))
        >
            {icon::draw(Icon::Theme)}
        </button>
    }
    .into_any()
}
