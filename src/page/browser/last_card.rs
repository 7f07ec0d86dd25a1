//! A card over everything, made without the page's own machinery: for when that has stopped.
//! Never relies on anything that a panic may have left half done.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Document, Element, HtmlElement, Url};

/// What stands on the card.
#[derive(Debug)]
pub(crate) struct LastCard<'a> {
    pub title: &'a str,
    pub text: &'a str,
    /// What the page said last.
    pub message: &'a str,
    pub reload: &'a str,
    /// The word, name and bytes of a file to save.
    pub save: Option<(&'a str, &'a str, &'a [u8])>,
}

/// Shows the card. A browser that cannot leaves the message on its console.
pub(crate) fn show(card: &LastCard<'_>) {
    drop(build(card));
}

fn build(card: &LastCard<'_>) -> Result<(), JsValue> {
    let missing = || JsValue::from_str("no document");
    let document = web_sys::window().and_then(|window| window.document()).ok_or_else(missing)?;
    let body = document.body().ok_or_else(missing)?;
    let place = document.create_element("div")?;
    place.set_attribute("class", "last-card")?;
    place.set_attribute("role", "alertdialog")?;
    place.set_attribute("aria-label", card.title)?;
    put(&document, &place, "h2", "", card.title)?;
    put(&document, &place, "p", "", card.text)?;
    // A long message scrolls, by keyboard too.
    put(&document, &place, "pre", "", card.message)?.set_attribute("tabindex", "0")?;
    if let Some((word, name, bytes)) = card.save {
        // A link to bytes that are ready needs nothing of the page to be followed.
        let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
        let link = put(&document, &place, "a", "button", word)?;
        link.set_attribute("href", &Url::create_object_url_with_blob(&blob)?)?;
        link.set_attribute("download", name)?;
    }
    let reload = put(&document, &place, "button", "button main", card.reload)?;
    let pressed = Closure::<dyn Fn()>::new(|| {
        if let Some(window) = web_sys::window() {
            drop(window.location().reload());
        }
    });
    let reload: HtmlElement = reload.unchecked_into();
    reload.set_onclick(Some(pressed.as_ref().unchecked_ref()));
    pressed.forget();
    body.append_child(&place)?;
    reload.focus()
}

fn put(
    document: &Document,
    place: &Element,
    tag: &str,
    class: &str,
    text: &str,
) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    if !class.is_empty() {
        element.set_attribute("class", class)?;
    }
    element.set_text_content(Some(text));
    place.append_child(&element)?;
    Ok(element)
}
