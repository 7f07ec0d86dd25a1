//! Files that the person lets the page write to, where the browser offers that: then it also says
//! that the file is closed, and the page may keep the handle for the next time.
//! Never says that a file is written before the browser does.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

use super::file::FileFault;
use super::indexed_db::{IndexedDb, ShadowFault};
use super::local_storage::words;

const PICKER: &str = "showSaveFilePicker";

/// A file that the person chose.
#[derive(Clone)]
pub(crate) struct FileHandle(JsValue);

/// Whether the browser has such a picker.
pub(crate) fn is_offered() -> bool {
    method(&window(), PICKER).is_ok()
}

/// Lets the person choose a file; `None` when none was chosen.
pub(crate) async fn choose(name: &str) -> Result<Option<FileHandle>, FileFault> {
    let asked = async {
        let options = Object::new();
        Reflect::set(&options, &JsValue::from_str("suggestedName"), &JsValue::from_str(name))?;
        call(&window(), PICKER, &options).await
    };
    match asked.await {
        Ok(handle) => Ok(Some(FileHandle(handle))),
        Err(thrown) if is_abort(&thrown) => Ok(None),
        Err(thrown) => Err(fault(&thrown)),
    }
}

impl FileHandle {
    /// The file's name, without its folder.
    pub(crate) fn name(&self) -> String {
        let name = Reflect::get(&self.0, &JsValue::from_str("name")).ok();
        name.and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Writes the file anew and waits until it is closed.
    pub(crate) async fn write(&self, bytes: &[u8]) -> Result<(), FileFault> {
        let written = async {
            let stream = call(&self.0, "createWritable", &JsValue::UNDEFINED).await?;
            call(&stream, "write", &Uint8Array::from(bytes)).await?;
            call(&stream, "close", &JsValue::UNDEFINED).await
        };
        written.await.map(|_| ()).map_err(|thrown| fault(&thrown))
    }

    /// Whether the page may write it; with `ask`, the browser puts the question to the person.
    pub(crate) async fn may_write(&self, ask: bool) -> bool {
        let options = Object::new();
        let mode = (JsValue::from_str("mode"), JsValue::from_str("readwrite"));
        let question = if ask { "requestPermission" } else { "queryPermission" };
        // A handle that cannot be asked is not to be written.
        Reflect::set(&options, &mode.0, &mode.1).is_ok()
            && call(&self.0, question, &options).await.is_ok_and(|answer| answer == "granted")
    }

    /// Keeps the handle under a name for the next page start.
    pub(crate) async fn keep(&self, name: &str) -> Result<(), ShadowFault> {
        IndexedDb::open().await?.put_value(name, &self.0).await
    }

    /// The handle that an earlier page kept under that name.
    pub(crate) async fn kept(name: &str) -> Result<Option<Self>, ShadowFault> {
        Ok(IndexedDb::open().await?.value(name).await?.map(Self))
    }

    /// Forgets the handle under that name; the file stays.
    pub(crate) async fn forget(name: &str) -> Result<(), ShadowFault> {
        IndexedDb::open().await?.delete_all(&[name.to_owned()]).await
    }
}

// web-sys offers these only behind its unstable flag, so they are called by name.
fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &JsValue::from_str(name))?.dyn_into::<Function>()
}

async fn call(on: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let arguments = if with.is_undefined() { Array::new() } else { Array::of1(with) };
    let asked = Reflect::apply(&method(on, name)?, on, &arguments)?;
    JsFuture::from(asked.dyn_into::<Promise>()?).await
}

fn fault(thrown: &JsValue) -> FileFault {
    FileFault(words(thrown))
}

fn is_abort(thrown: &JsValue) -> bool {
    thrown.dyn_ref::<DomException>().is_some_and(|exception| exception.name() == "AbortError")
}
