//! Questions that plain parts ask of keyboard and mouse events.
//! Never acts on an event.

use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlInputElement, HtmlSelectElement, HtmlTableCellElement, HtmlTextAreaElement,
};

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

/// Whether the event comes from something that takes letters as text: a key alone is no call then.
/// Boxes and buttons take none.
pub(crate) fn takes_text(event: &ev::KeyboardEvent) -> bool {
    const NO_TEXT: [&str; 5] = ["checkbox", "radio", "button", "file", "submit"];
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    match input {
        Some(input) => !NO_TEXT.contains(&input.type_().as_str()),
        None => is_typing(event),
    }
}

/// Whether the focus that leaves an element stays within the one that listens.
pub(crate) fn stays_within(event: &ev::FocusEvent) -> bool {
    let element = |target: web_sys::EventTarget| target.dyn_into::<Element>().ok();
    let next = event.related_target().and_then(element);
    let listening = event.current_target().and_then(element);
    listening.zip(next).is_some_and(|(listening, next)| listening.contains(Some(&next)))
}

/// The table cell an event comes from: `data-row` of its row, and its place among the cells.
pub(crate) fn cell(event: &ev::MouseEvent) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell: HtmlTableCellElement = target.closest("td").ok().flatten()?.dyn_into().ok()?;
    let row = cell.closest("[data-row]").ok().flatten()?.get_attribute("data-row")?;
    Some((row.parse().ok()?, usize::try_from(cell.cell_index()).ok()?))
}

/// Whether what the event comes from, which opens and closes, is open now.
pub(crate) fn is_open(event: &ev::Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// Whether the event comes from a box to tick.
pub(crate) fn is_on_box(event: &ev::MouseEvent) -> bool {
    event.target().is_some_and(|target| target.has_type::<HtmlInputElement>())
}

/// Shows the whole text of a table cell on hover, where it is cut off.
pub(crate) fn show_whole(event: &ev::MouseEvent) {
    let cell = event.target().and_then(|target| target.dyn_into::<HtmlTableCellElement>().ok());
    if let Some(cell) = cell
        && cell.scroll_width() > cell.client_width()
    {
        cell.set_title(&cell.text_content().unwrap_or_default());
    }
}

/// Whether the event comes from a link or a control inside the element that listens.
pub(crate) fn is_on_control(event: &ev::MouseEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.closest("a, button, input, select").ok().flatten().is_some())
}
