//! Texts to and from the clipboard.
//! Never reads the clipboard outside a paste that the person made.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;
use web_sys::ClipboardEvent;

/// Puts `text` on the clipboard from a button; `false` where the browser refuses.
pub(crate) async fn write(text: &str) -> bool {
    let navigator = window().navigator();
    // Pages that are not from a secure origin have no clipboard at all.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if !clipboard.is_ok_and(|value| value.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Answers a copy event with `text` in place of what the browser would copy.
pub(crate) fn answer_copy(event: &ClipboardEvent, text: &str) {
    if let Some(data) = event.clipboard_data()
        && data.set_data("text/plain", text).is_ok()
    {
        event.prevent_default();
    }
}

/// The plain text of a paste event.
pub(crate) fn pasted(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}
