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
