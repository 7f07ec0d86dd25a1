//! Whether the browser may clear this page's storage when room runs short, and asking it not to.
//! Never asks unless the person wants it: some browsers put the question to the person.

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Whether the browser keeps the storage until the person clears it; `None` where it does not say.
pub(crate) async fn is_granted() -> Option<bool> {
    answer(window().navigator().storage().persisted()).await
}

/// Asks the browser to keep it, and gives its answer.
pub(crate) async fn ask() -> Option<bool> {
    answer(window().navigator().storage().persist()).await
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<bool> {
    JsFuture::from(asked.ok()?).await.ok()?.as_bool()
}
