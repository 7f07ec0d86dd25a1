//! The search box in the bar; on a phone a button that opens it over the bar.
//! Never searches itself: the finder does.

use leptos::ev;
use leptos::prelude::*;

use super::FrameSession;
use crate::page::action::{Key, use_actions};
use crate::page::browser::{element, event};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::combobox::Combobox;
use crate::page::part::icon::Icon;
use crate::page::part::id;
use crate::page::part::live::{act, live};
use crate::page::speech::use_speech;

/// The box with what it finds; `/` leads into it, Esc out of it.
pub(super) fn search(session: FrameSession) -> AnyView {
    let (speech, navigation, finder) = (use_speech(), use_navigation(), session.finder);
    let id = id::next("search");
    let is_open = RwSignal::new(false);
    let enter = {
        let id = id.clone();
        move || {
            is_open.set(true);
            let id = id.clone();
            // A box that was hidden takes the focus once it is drawn.
            request_animation_frame(move || element::focus(&id));
        }
    };
    use_actions().offer(label::finding::SEARCH_OPEN, Some(Key::alone("/")), enter.clone());
    let leave = move || {
        finder.query.set(String::new());
        is_open.set(false);
    };
    let on_choose = UnsyncCallback::new(move |(place,): (usize,)| {
        if let Some(route) = finder.address(place, &navigation.route_untracked()) {
            leave();
            element::focus(super::MAIN);
            navigation.go(&route);
        }
    });
    let on_key = act(move |key: ev::KeyboardEvent| {
        if key.key() == "Escape" && !event::is_composing(&key) {
            key.prevent_default();
            leave();
            element::focus(super::MAIN);
        }
    });
    let on_leave = act(move |left: ev::FocusEvent| {
        if !event::stays_within(&left) {
            leave();
        }
    });
    let suggestions = Signal::derive(move || finder.suggestions(speech));
    let nothing = Signal::derive(move || {
        let typed = finder.query.get();
        speech.fill(label::finding::NOTHING, &[typed.trim()])
    });
    // Shown only once the finder has looked.
    let nothing =
        Signal::derive(move || if finder.is_looking() { String::new() } else { nothing.get() });
    view! {
        <div
            class="search"
            role="search"
            class:open=live(move || is_open.get())
            on:keydown=on_key
            on:focusout=on_leave
        >
            <Button
                label=speech.text(label::finding::SEARCH_OPEN)
                on_press=UnsyncCallback::new(move |()| enter())
                look=ButtonLook::Quiet
                icon=Icon::Search
                icon_only=true
            />
            <div class="box">
                <Combobox
                    id
                    label=speech.text(label::finding::SEARCH)
                    query=finder.query
                    suggestions
                    on_choose
                    nothing
                />
            </div>
        </div>
    }
    .into_any()
}
