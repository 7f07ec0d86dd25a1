//! Saving into a file that the person chooses, where the browser offers that: then it also says
//! that the file is closed.
//! Never says so before the browser does.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

use super::file::FileFault;
use super::local_storage::words;

const PICKER: &str = "showSaveFilePicker";

/// Whether the browser has such a picker.
pub(crate) fn is_offered() -> bool {
    method(&window(), PICKER).is_ok()
}

/// Lets the person choose a file, writes it and waits until it is closed. `false` when the person
/// chose none.
pub(crate) async fn save(name: &str, bytes: &[u8]) -> Result<bool, FileFault> {
    match try_save(name, bytes).await {
        Ok(()) => Ok(true),
        Err(thrown) if is_abort(&thrown) => Ok(false),
        Err(thrown) => Err(FileFault(words(&thrown))),
    }
}

// web-sys offers these only behind its unstable flag, so they are called by name.
async fn try_save(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("suggestedName"), &JsValue::from_str(name))?;
    let handle = call(&window(), PICKER, &options).await?;
    let stream = call(&handle, "createWritable", &JsValue::UNDEFINED).await?;
    call(&stream, "write", &Uint8Array::from(bytes)).await?;
    call(&stream, "close", &JsValue::UNDEFINED).await?;
    Ok(())
}

fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &JsValue::from_str(name))?.dyn_into::<Function>()
}

async fn call(on: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let asked = if with.is_undefined() {
        Reflect::apply(&method(on, name)?, on, &Array::new())?
    } else {
        Reflect::apply(&method(on, name)?, on, &Array::of1(with))?
    };
    JsFuture::from(asked.dyn_into::<Promise>()?).await
}

fn is_abort(thrown: &JsValue) -> bool {
    thrown.dyn_ref::<DomException>().is_some_and(|exception| exception.name() == "AbortError")
}
