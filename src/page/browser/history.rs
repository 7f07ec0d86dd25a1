//! The address in the browser's bar: the part after `#`, and listening to it.
//! Never parses it; `route` does.

use leptos::ev;
use leptos::prelude::{window, window_event_listener};
use wasm_bindgen::JsValue;

/// The hash with its `#`, or an empty text. Percent escapes stay as they are.
pub(crate) fn hash() -> String {
    // Some engines decode `location.hash`, so it is cut from the address.
    let href = window().location().href().unwrap_or_default();
    href.find('#').and_then(|at| href.get(at..)).unwrap_or_default().to_owned()
}

/// Goes to `hash` as a new step of the history; listeners hear of it. Says whether it could.
pub(crate) fn go(hash: &str) -> bool {
    window().location().set_hash(hash).is_ok()
}

/// Goes one step back; listeners hear of it. Says whether it could.
pub(crate) fn back() -> bool {
    window().history().and_then(|history| history.back()).is_ok()
}

/// Puts `hash` in place of the present step; listeners do not hear of it. Says whether it could.
pub(crate) fn replace(hash: &str) -> bool {
    window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(hash)))
        .is_ok()
}

/// Calls `heard` with the new hash whenever the address changes, as long as the page lives.
pub(crate) fn on_change(heard: impl Fn(String) + 'static) {
    let _listening = window_event_listener(ev::hashchange, move |_| heard(hash()));
}
