//! Giving the browser a turn between two slices of long work.
//! Never waits longer than the browser needs for what is due.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MessageChannel;

use super::clock::elapsed_ms;
use super::once::once;

/// Work for longer than this without a turn would be felt (DESIGN 5 allows 25 ms).
const SLICE_MS: f64 = 16.0;

/// A stopwatch over the present slice of long work.
#[derive(Debug)]
pub(crate) struct Slices(Cell<f64>);

impl Slices {
    /// Begins the first slice.
    pub(crate) fn begin() -> Self {
        Self(Cell::new(elapsed_ms()))
    }

    /// Gives the browser a turn when the slice has become long, and begins the next one.
    pub(crate) async fn pause_when_long(&self) {
        if self.is_long() {
            self.pause().await;
        }
    }

    /// Whether the present slice should end.
    pub(crate) fn is_long(&self) -> bool {
        elapsed_ms() - self.0.get() > SLICE_MS
    }

    /// Gives the browser a turn and begins the next slice.
    pub(crate) async fn pause(&self) {
        next_task().await;
        self.0.set(elapsed_ms());
    }
}

/// Waits until the browser has handled what was due. A message to oneself comes back at once, while
/// a timer of zero is held back by four milliseconds.
pub(crate) async fn next_task() {
    // Where there is no channel, going on at once is slower to the eye but not wrong.
    let Ok(channel) = MessageChannel::new() else { return };
    let (done, waiting) = once();
    let heard = Closure::once_into_js(move || done.send(()));
    channel.port1().set_onmessage(Some(heard.unchecked_ref()));
    if channel.port2().post_message(&wasm_bindgen::JsValue::NULL).is_ok() {
        waiting.await;
    }
    channel.port1().close();
}
