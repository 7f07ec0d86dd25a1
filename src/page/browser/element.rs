//! Measuring, focusing and showing elements.
//! Never creates or removes one.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, HtmlInputElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// An element's place in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// Where the element called `id` is, if it is there.
pub(crate) fn place_of(id: &str) -> Option<Place> {
    let rect = by_id(id)?.get_bounding_client_rect();
    Some(Place { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() })
}

/// The width and height of the window in CSS pixels.
pub(crate) fn window_size() -> (f64, f64) {
    let side = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0)
    };
    (side(window().inner_width()), side(window().inner_height()))
}

/// Moves the focus to the element called `id`, if it is there.
pub(crate) fn focus(id: &str) {
    if let Some(element) = html_by_id(id) {
        // An element that cannot take focus leaves it where it is.
        drop(element.focus());
    }
}

/// Takes the focus from whatever has it.
pub(crate) fn leave() {
    let held = document().active_element().and_then(|held| held.dyn_into::<HtmlElement>().ok());
    if let Some(held) = held {
        // An element that cannot let go of the focus keeps it.
        drop(held.blur());
    }
}

/// Writes `text` into the input called `id`, in place of what was typed.
pub(crate) fn set_value(id: &str, text: &str) {
    if let Some(input) = by_id(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(text);
    }
}

/// Clicks the element called `id`, as a person would: opens a file chooser, say.
pub(crate) fn click(id: &str) {
    if let Some(element) = html_by_id(id) {
        element.click();
    }
}

/// Opens the browser's own picker of an input; does nothing where it has none.
pub(crate) fn show_picker(id: &str) {
    if let Some(input) = by_id(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        drop(input.show_picker());
    }
}

/// Shows a dialog above everything and keeps the focus in it.
pub(crate) fn show_modal(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Fails only for a dialog outside the document, which Leptos does not hand out.
        drop(dialog.show_modal());
    }
}

/// Whether some dialog is shown, which then has the keys to itself.
pub(crate) fn is_dialog_open() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

/// Shows an element with `popover` in the top layer.
pub(crate) fn show_popover(element: &HtmlElement) {
    drop(element.show_popover());
}

/// Hides an element with `popover`.
pub(crate) fn hide_popover(element: &HtmlElement) {
    drop(element.hide_popover());
}

/// Whether an element with `popover` is shown.
pub(crate) fn is_popover_open(element: &HtmlElement) -> bool {
    element.matches(":popover-open").unwrap_or(false)
}

/// Scrolls the element called `id` into sight, by as little as possible.
pub(crate) fn reveal(id: &str) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    if let Some(element) = by_id(id) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Puts an element at a place in the window, in CSS pixels from its left and top.
pub(crate) fn move_to(element: &HtmlElement, left: f64, top: f64) {
    let style = element.style();
    // Whole pixels; texts of fractions would bring their formatting into the page.
    #[expect(clippy::cast_possible_truncation, reason = "saturates far outside any window")]
    let (left, top) = (left.round() as i32, top.round() as i32);
    // A style property set through the DOM cannot fail for a length.
    drop(style.set_property("left", &format!("{left}px")));
    drop(style.set_property("top", &format!("{top}px")));
}

fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

fn html_by_id(id: &str) -> Option<HtmlElement> {
    by_id(id)?.dyn_into().ok()
}
