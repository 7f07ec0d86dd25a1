//! The Web Worker: bytes in, progress and bytes out, so that long work never holds up the page.
//! Never reads storage (workers have none) and never keeps anything between two jobs.
//!
//! The envelope is the page's `browser/worker.rs`; what the bytes mean is the library's `job`.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

/// Kinds of answers, as the page knows them.
const PROGRESS: u8 = 0;
const RESULT: u8 = 1;
const READY: u8 = 2;

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let own = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Err(thrown) = answer(&own, &event) {
            wasm_bindgen::throw_val(thrown);
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    if let Err(thrown) = post(&scope, &JsValue::from(0), READY, &[]) {
        wasm_bindgen::throw_val(thrown);
    }
}

/// Works on one message and posts its answer.
fn answer(scope: &DedicatedWorkerGlobalScope, event: &MessageEvent) -> Result<(), JsValue> {
    let message: Array = event.data().dyn_into()?;
    let number = message.get(0);
    let request = Uint8Array::new(&message.get(1)).to_vec();
    let payload = bytes_of(message.get(2))?;
    let mut thrown = Ok(());
    let reply = huikuan::job::perform(&request, payload, &mut |progress: &[u8]| {
        if let Err(fault) = post(scope, &number, PROGRESS, progress) {
            thrown = Err(fault);
        }
    });
    thrown?;
    post(scope, &number, RESULT, &reply)
}

/// The bytes that came beside a request: of a file, as they are, or none.
fn bytes_of(payload: JsValue) -> Result<Vec<u8>, JsValue> {
    if let Some(file) = payload.dyn_ref::<File>() {
        let buffer: JsValue = FileReaderSync::new()?.read_as_array_buffer(file)?.into();
        return Ok(Uint8Array::new(&buffer).to_vec());
    }
    Ok(payload.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default())
}

fn post(
    scope: &DedicatedWorkerGlobalScope,
    number: &JsValue,
    kind: u8,
    bytes: &[u8],
) -> Result<(), JsValue> {
    let bytes = Uint8Array::from(bytes);
    let message = Array::of3(number, &JsValue::from(kind), &bytes);
    scope.post_message_with_transfer(&message, &Array::of1(&bytes.buffer()))
}
