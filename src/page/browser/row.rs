//! The cells of a table row, drawn by hand: a view of a dozen cells a row is too slow for scrolling
//! through a long table.
//! Never reads markup: every text becomes a text node.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// A row of a table.
pub(crate) type Row = web_sys::HtmlTableRowElement;

/// One cell as it is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Drawn<'a> {
    /// The classes of the cell.
    pub class: &'a str,
    pub text: &'a str,
    /// The address the text leads to.
    pub href: Option<&'a str>,
}

/// What stands before the cells of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lead<'a> {
    /// Nothing: rows cannot be selected.
    None,
    /// An empty cell under the boxes of other rows.
    Blank,
    /// A box that selects the row, by its name.
    Box(&'a str),
}

/// What sets a row or one of its cells apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The cursor's place among the cells, with the id its cell takes.
    pub cursor: Option<(usize, String)>,
    /// Whether the row is selected; `None` where rows cannot be.
    pub selected: Option<bool>,
    pub is_current: bool,
}

/// Puts cells into a row in place of those it has.
pub(crate) fn fill<'a>(row: &Row, lead: Lead<'_>, cells: impl Iterator<Item = Drawn<'a>>) {
    row.set_text_content(None);
    match lead {
        Lead::None => {}
        Lead::Blank => append(row, Drawn { class: "select", ..Drawn::default() }),
        Lead::Box(name) => append_box(row, name),
    }
    for cell in cells {
        append(row, cell);
    }
}

/// Marks a row that `fill` has filled.
pub(crate) fn mark(row: &Row, mark: &Mark) {
    let mut class = String::new();
    if mark.selected == Some(true) {
        class.push_str("selected ");
    }
    if mark.is_current {
        class.push_str("current");
    }
    row.set_class_name(&class);
    if let Some(selected) = mark.selected {
        set(row, "aria-selected", if selected { "true" } else { "false" });
        let tick = row.query_selector("input").ok().flatten();
        if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<HtmlInputElement>().ok()) {
            tick.set_checked(selected);
        }
    }
    if let Ok(Some(before)) = row.query_selector(".cursor") {
        // Both names are valid, so neither call can fail.
        drop(before.class_list().remove_1("cursor"));
        drop(before.remove_attribute("id"));
    }
    if let Some((place, id)) = &mark.cursor {
        let place = place + usize::from(mark.selected.is_some());
        let cell = u32::try_from(place).ok().and_then(|place| row.children().item(place));
        if let Some(cell) = cell {
            drop(cell.class_list().add_1("cursor"));
            cell.set_id(id);
        }
    }
}

fn append(row: &Element, cell: Drawn<'_>) {
    let Some(td) = child(row, "td") else { return };
    if !cell.class.is_empty() {
        td.set_class_name(cell.class);
    }
    let Some(href) = cell.href else { return td.set_text_content(Some(cell.text)) };
    if let Some(link) = child(&td, "a") {
        set(&link, "href", href);
        set(&link, "tabindex", "-1");
        link.set_text_content(Some(cell.text));
    }
}

fn append_box(row: &Element, name: &str) {
    let Some(td) = child(row, "td") else { return };
    td.set_class_name("select");
    if let Some(tick) = child(&td, "input") {
        set(&tick, "type", "checkbox");
        set(&tick, "tabindex", "-1");
        set(&tick, "aria-label", name);
    }
}

/// A new last child; only a page that is being torn down has none.
fn child(parent: &Element, tag: &str) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    parent.append_child(&element).ok()?;
    Some(element)
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails only for names that are no attribute names; ours are fixed.
    drop(element.set_attribute(name, value));
}
