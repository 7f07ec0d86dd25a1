//! Texts to and from the clipboard.
//! Never reads the clipboard outside a paste that the person made.

use web_sys::ClipboardEvent;

/// Answers a copy event with `text` in place of what the browser would copy.
pub(crate) fn answer_copy(event: &ClipboardEvent, text: &str) {
    if let Some(data) = event.clipboard_data()
        && data.set_data("text/plain", text).is_ok()
    {
        event.prevent_default();
    }
}

/// The text of a paste event.
pub(crate) fn pasted(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}

/// Puts a text on the clipboard, and says whether the browser let us.
pub(crate) fn write(text: &str, done: impl FnOnce(bool) + 'static) {
    // Without a secure context there is no clipboard at all.
    let navigator = leptos::prelude::window().navigator();
    let has = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false);
    let clipboard = has.then(|| navigator.clipboard());
    let Some(clipboard) = clipboard.filter(|held| !held.is_undefined()) else {
        return done(false);
    };
    let written = clipboard.write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        done(wasm_bindgen_futures::JsFuture::from(written).await.is_ok());
    });
}
