//! The saved state in the bar: saved, safe, or not and what to do.
//! Never says "safe" for what is only in local storage.

use leptos::prelude::*;

use super::FrameSession;
use crate::page::label;
use crate::page::part::icon::{self, Icon};
use crate::page::part::live::maybe;
use crate::page::speech::use_speech;

/// How what was accepted stands (DESIGN 4). Sentences come in the present language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum SavedState {
    /// No workbook is open.
    #[default]
    Nothing,
    /// On its way into local storage or to disk.
    Saving,
    /// In local storage and on disk.
    Safe,
    /// In local storage only, with why and what to do.
    NotSafe(String),
    /// Nowhere but in this page, with why and what to do.
    NotSaved(String),
}

/// The state as a word with an icon; what is wrong is read out at once.
pub(super) fn saved(session: FrameSession) -> AnyView {
    let speech = use_speech();
    let shown = maybe(move || {
        let (class, icon, word, why) = match session.saved.get() {
            SavedState::Nothing => return None,
            SavedState::Saving => ("saved quiet", None, label::frame::SAVING, None),
            SavedState::Safe => ("saved good", Some(Icon::Check), label::frame::SAVED, None),
            SavedState::NotSafe(why) => {
                ("saved warn", Some(Icon::Warning), label::frame::NOT_SAFE, Some(why))
            }
            SavedState::NotSaved(why) => {
                ("saved bad", Some(Icon::Warning), label::frame::NOT_SAVED, Some(why))
            }
        };
        let icon = icon.map(icon::draw);
        let why = why.map(|why| view! { <span class="why">{why}</span> }.into_any());
        Some(view! { <span class=class>{icon} <b>{speech.now(word)}</b> {why}</span> }.into_any())
    });
    view! { <div class="saved-state" role="status" aria-live="polite">{shown}</div> }.into_any()
}
