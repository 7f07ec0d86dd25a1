//! Questions that plain parts ask of keyboard and mouse events.
//! Never acts on an event.

use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// Whether the input method is composing: then Enter and arrows belong to it.
pub(crate) fn is_composing(event: &ev::KeyboardEvent) -> bool {
    // Safari reports the Enter that ends a composition with key code 229 and no flag.
    event.is_composing() || event.key_code() == 229
}

/// Whether Ctrl (or Command on a Mac) is held.
pub(crate) fn has_command(event: &ev::KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}

/// Whether the event comes from something one types in, where single keys are text.
pub(crate) fn is_typing(event: &ev::KeyboardEvent) -> bool {
    event.target().is_some_and(|target| {
        target.has_type::<HtmlInputElement>()
            || target.has_type::<HtmlTextAreaElement>()
            || target.has_type::<HtmlSelectElement>()
    })
}

/// The value of `data-<name>` on the event's target or the nearest element around it.
pub(crate) fn data(event: &ev::MouseEvent, name: &str) -> Option<String> {
    let attribute = format!("data-{name}");
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{attribute}]")).ok().flatten()?.get_attribute(&attribute)
}

/// Whether the event comes from a link or a control inside the element that listens.
pub(crate) fn is_on_control(event: &ev::MouseEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.closest("a, button, input, select").ok().flatten().is_some())
}
