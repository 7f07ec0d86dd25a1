//! The page's end of the Web Worker: bytes out, bytes back, matched by number.
//! Never looks into a message; `job` in the library says what the bytes mean.
//!
//! A message to the worker is `[number, request bytes, File or bytes or null]`, an answer is
//! `[number, kind, bytes]` with kind 0 for progress, 1 for the result and 2 for "ready": a message
//! that comes before the worker listens would be lost, so messages wait here until then.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, set_timeout};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use super::file::ChosenFile;
use super::local_storage::words;
use super::once::{Receiver, Sender, once};

/// Where Trunk puts the worker's start script, beside the page.
const SCRIPT: &str = "worker_loader.js";
/// An element with this id holds the worker's address in the single-file edition, which carries
/// the worker itself.
const ADDRESS: &str = "worker-address";

/// Kinds of answers.
const PROGRESS: f64 = 0.0;
const READY: f64 = 2.0;

/// A worker that is not ready after this will not be.
const START_SECONDS_MAX: u64 = 30;

/// Why a job has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WorkerFault {
    /// The person cancelled it, or another job whose cancelling took the worker away.
    Cancelled,
    /// The worker could not be started or broke down, in the browser's own words.
    Broken(String),
}

/// What travels beside a request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Payload<'a> {
    Nothing,
    /// A file, whose bytes the worker reads itself.
    File(&'a ChosenFile),
    Bytes(&'a [u8]),
}

type Answer = Result<Vec<u8>, WorkerFault>;

struct Waiting {
    on_progress: Rc<dyn Fn(&[u8])>,
    done: Sender<Answer>,
}

#[derive(Default)]
struct Desk {
    worker: RefCell<Option<Worker>>,
    /// Messages for a worker that is still starting; `None` once it is ready.
    unsent: RefCell<Option<Vec<Array>>>,
    waiting: RefCell<BTreeMap<u32, Waiting>>,
    last: Cell<u32>,
}

/// The worker, kept for all jobs.
#[derive(Clone, Default)]
pub(crate) struct WorkerDesk(Rc<Desk>);

impl WorkerDesk {
    /// A desk whose worker is loaded as soon as the page stands, so that nothing has to be asked of
    /// the network later. A worker that does not start is told of when a job needs it.
    pub(crate) fn loading() -> Self {
        let desk = Self::default();
        let soon = desk.clone();
        set_timeout(move || drop(soon.started()), Duration::ZERO);
        desk
    }

    /// Sends a request with what belongs to it, and gives what to wait for. `on_progress` hears
    /// every progress message until then.
    pub(crate) fn ask(
        &self,
        request: &[u8],
        payload: Payload<'_>,
        on_progress: impl Fn(&[u8]) + 'static,
    ) -> Receiver<Answer> {
        let (done, waiting) = once();
        let worker = match self.started() {
            Ok(worker) => worker,
            Err(fault) => {
                done.send(Err(fault));
                return waiting;
            }
        };
        let number = self.0.last.get().wrapping_add(1);
        self.0.last.set(number);
        let entry = Waiting { on_progress: Rc::new(on_progress), done };
        self.0.waiting.borrow_mut().insert(number, entry);
        let bytes = Uint8Array::from(request);
        let payload = match payload {
            Payload::Nothing => JsValue::NULL,
            Payload::File(file) => file.handle().into(),
            Payload::Bytes(bytes) => Uint8Array::from(bytes).into(),
        };
        let message = Array::of3(&JsValue::from(number), &bytes, &payload);
        match self.0.unsent.borrow_mut().as_mut() {
            Some(unsent) => unsent.push(message),
            None => self.send(&worker, &message),
        }
        waiting
    }

    /// Stops whatever runs, if anything does. A worker is busy while it works and hears nothing, so
    /// it is ended as a whole, and a new one is started from the browser's cache.
    pub(crate) fn cancel(&self) {
        if self.0.waiting.borrow().is_empty() {
            return;
        }
        self.end(&WorkerFault::Cancelled);
        drop(self.started());
    }

    fn started(&self) -> Result<Worker, WorkerFault> {
        if let Some(worker) = self.0.worker.borrow().as_ref() {
            return Ok(worker.clone());
        }
        let address = document()
            .get_element_by_id(ADDRESS)
            .and_then(|element| element.get_attribute("href"))
            .unwrap_or_else(|| SCRIPT.to_owned());
        self.0.unsent.replace(Some(Vec::new()));
        let worker = Worker::new(&address).map_err(|e| WorkerFault::Broken(words(&e)))?;
        let desk = self.clone();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            desk.hear(&event);
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
        let desk = self.clone();
        let broke = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            desk.end(&WorkerFault::Broken(message_of(&event)));
        });
        worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
        broke.forget();
        self.0.worker.replace(Some(worker.clone()));
        self.give_up_on(worker.clone());
        Ok(worker)
    }

    /// Ends the worker if it has not said "ready" in time: a failure to load is not always told.
    fn give_up_on(&self, worker: Worker) {
        let desk = self.clone();
        set_timeout(
            move || {
                let is_same = desk.0.worker.borrow().as_ref() == Some(&worker);
                if is_same && desk.0.unsent.borrow().is_some() {
                    desk.end(&WorkerFault::Broken("the worker did not start".to_owned()));
                }
            },
            Duration::from_secs(START_SECONDS_MAX),
        );
    }

    fn send(&self, worker: &Worker, message: &Array) {
        let bytes: Uint8Array = message.get(1).unchecked_into();
        if let Err(thrown) =
            worker.post_message_with_transfer(message, &Array::of1(&bytes.buffer()))
            && let Some(number) = number_of(&message.get(0))
        {
            self.finish(number, Err(WorkerFault::Broken(words(&thrown))));
        }
    }

    fn hear(&self, event: &MessageEvent) {
        let Ok(message) = event.data().dyn_into::<Array>() else { return };
        if message.get(1).as_f64() == Some(READY) {
            let unsent = self.0.unsent.take().unwrap_or_default();
            let worker = self.0.worker.borrow().clone();
            if let Some(worker) = worker {
                unsent.iter().for_each(|message| self.send(&worker, message));
            }
            return;
        }
        let Some(number) = number_of(&message.get(0)) else { return };
        let bytes = Uint8Array::new(&message.get(2)).to_vec();
        if message.get(1).as_f64() == Some(PROGRESS) {
            let heard =
                self.0.waiting.borrow().get(&number).map(|entry| Rc::clone(&entry.on_progress));
            if let Some(heard) = heard {
                heard(&bytes);
            }
        } else {
            self.finish(number, Ok(bytes));
        }
    }

    fn finish(&self, number: u32, answer: Answer) {
        let entry = self.0.waiting.borrow_mut().remove(&number);
        if let Some(entry) = entry {
            entry.done.send(answer);
        }
    }

    fn end(&self, fault: &WorkerFault) {
        if let Some(worker) = self.0.worker.take() {
            worker.terminate();
        }
        for (_, entry) in self.0.waiting.take() {
            entry.done.send(Err(fault.clone()));
        }
    }
}

/// What an error event says; one about a script that did not load says nothing.
fn message_of(event: &Event) -> String {
    let message = js_sys::Reflect::get(event, &JsValue::from_str("message")).ok();
    let message = message.and_then(|message| message.as_string());
    message.unwrap_or_else(|| "the worker could not be loaded".to_owned())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the worker sends back the number it was given"
)]
fn number_of(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}
