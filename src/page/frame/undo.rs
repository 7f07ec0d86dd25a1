//! Undo and redo in the bar, with the name of what they undo.
//! Never hears a key: the registry of actions does.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::FrameSession;
use crate::page::label::{self, Label};
use crate::page::part::icon::{self, Icon};
use crate::page::part::live::{act, live};
use crate::page::speech::use_speech;

/// Both buttons.
pub(super) fn undo(session: FrameSession) -> AnyView {
    let undo = (label::frame::UNDO, label::frame::UNDO_NAMED);
    let redo = (label::frame::REDO, label::frame::REDO_NAMED);
    view! {
        <div class="undo">
            {button(Icon::Undo, undo, session.undo_name, session.on_undo)}
            {button(Icon::Redo, redo, session.redo_name, session.on_redo)}
        </div>
    }
    .into_any()
}

/// A button that names what it would do; disabled when there is nothing.
fn button(
    icon: Icon,
    (bare, named): (Label, Label),
    name: Signal<Option<String>>,
    on_press: UnsyncCallback<()>,
) -> AnyView {
    let speech = use_speech();
    let word: TextProp = (move || match name.get() {
        Some(name) => speech.fill(named, &[&name]),
        None => speech.now(bare).to_owned(),
    })
    .into();
    let (title, spoken) = (word.clone(), word.clone());
    let shown = live(move || name.with(Option::is_some).then(|| word.get().into_owned()));
    view! {
        <button
            type="button"
            class="button quiet"
            disabled=live(move || name.with(Option::is_none))
            title=title
            aria-label=spoken
            on:click=act(move |_| on_press.run(()))
        >
            {icon::draw(icon)}
            <span class="word">{shown}</span>
        </button>
    }
    .into_any()
}
