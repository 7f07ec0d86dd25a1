//! The document's own marks: language, theme, title, where it came from; and printing it.
//! Never touches what Leptos renders.

use leptos::ev;
use leptos::prelude::{document, window, window_event_listener};
use web_sys::VisibilityState;

/// Sets `<html lang>`, which fonts, hyphens and screen readers follow.
pub(crate) fn set_language(tag: &str) {
    set_root("lang", Some(tag));
}

/// Sets the theme by name, or leaves it to the system.
pub(crate) fn set_theme(name: Option<&str>) {
    set_root("data-theme", name);
}

/// Sets the title of the tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Whether it was opened from a file on this computer, as the single-file edition is.
pub(crate) fn is_from_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// Opens the browser's print dialog; where there is none, nothing happens.
pub(crate) fn print() {
    drop(window().print());
}

/// Calls `heard` whenever the person turns to another tab or window, as long as the page lives.
pub(crate) fn on_hidden(heard: impl Fn() + 'static) {
    let _listening = window_event_listener(ev::visibilitychange, move |_| {
        if document().visibility_state() == VisibilityState::Hidden {
            heard();
        }
    });
}

fn set_root(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    // Both names are valid attributes, so neither call can fail.
    match value {
        Some(value) => drop(root.set_attribute(name, value)),
        None => drop(root.remove_attribute(name)),
    }
}
