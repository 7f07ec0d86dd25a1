//! Browser local storage behind a probe that can fail.
//! Never clears it, never rewrites a key on its own and never reads another site's prefix.

use gloo_storage::Storage as _;
use leptos::ev;
use leptos::prelude::window_event_listener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

const PROBE: &str = "huikuan/probe";

/// Why local storage did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StorageFault {
    /// The browser grants this page no local storage (settings, private mode, policy).
    Blocked(String),
    /// The room of this origin is used up; the old value of the key is still there.
    Full,
    /// Anything else, in the browser's own words.
    Failed(String),
}

/// Local storage that answered a probe.
#[derive(Clone)]
pub(crate) struct LocalStorage(Storage);

impl LocalStorage {
    /// Local storage, or why there is none. A full store passes: it can still be read.
    pub(crate) fn probe() -> Result<Self, StorageFault> {
        let window = web_sys::window().ok_or_else(|| StorageFault::Blocked(String::new()))?;
        match window.local_storage() {
            Ok(Some(_)) => {}
            Ok(None) => return Err(StorageFault::Blocked(String::new())),
            Err(fault) => return Err(StorageFault::Blocked(words(&fault))),
        }
        // `raw` panics without storage, hence the look above.
        let storage = Self(gloo_storage::LocalStorage::raw());
        match storage.set(PROBE, "1") {
            Ok(()) => storage.remove(PROBE)?,
            Err(StorageFault::Full) => {}
            Err(StorageFault::Blocked(why) | StorageFault::Failed(why)) => {
                return Err(StorageFault::Blocked(why));
            }
        }
        Ok(storage)
    }

    /// The value under `key`, if there is one.
    pub(crate) fn get(&self, key: &str) -> Result<Option<String>, StorageFault> {
        self.0.get_item(key).map_err(|fault| fault_of(&fault))
    }

    /// Writes `value` under `key`; on a fault the old value stays.
    pub(crate) fn set(&self, key: &str, value: &str) -> Result<(), StorageFault> {
        self.0.set_item(key, value).map_err(|fault| fault_of(&fault))
    }

    /// Removes `key`; an absent key is no fault.
    pub(crate) fn remove(&self, key: &str) -> Result<(), StorageFault> {
        self.0.remove_item(key).map_err(|fault| fault_of(&fault))
    }

    /// All keys of the origin, in the browser's order, which means nothing.
    pub(crate) fn keys(&self) -> Result<Vec<String>, StorageFault> {
        let count = self.0.length().map_err(|fault| fault_of(&fault))?;
        let mut keys = Vec::new();
        for place in 0..count {
            if let Some(key) = self.0.key(place).map_err(|fault| fault_of(&fault))? {
                keys.push(key);
            }
        }
        Ok(keys)
    }
}

/// A change that another tab made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StorageChange {
    /// The key, or `None` when the other tab cleared everything.
    pub key: Option<String>,
    /// The new value, or `None` when the key was removed.
    pub value: Option<String>,
}

/// Calls `heard` for every change another tab makes, as long as the page lives. A tab never hears
/// of its own writes.
pub(crate) fn on_change(heard: impl Fn(StorageChange) + 'static) {
    let _listening = window_event_listener(ev::storage, move |event| {
        heard(StorageChange { key: event.key(), value: event.new_value() });
    });
}

fn fault_of(fault: &JsValue) -> StorageFault {
    let Some(exception) = fault.dyn_ref::<DomException>() else {
        return StorageFault::Failed(words(fault));
    };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageFault::Full,
        "SecurityError" => StorageFault::Blocked(exception.message()),
        _ => StorageFault::Failed(exception.message()),
    }
}

/// What a thrown value says of itself.
pub(super) fn words(thrown: &JsValue) -> String {
    if let Some(exception) = thrown.dyn_ref::<DomException>() {
        return exception.message();
    }
    match thrown.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => thrown.as_string().unwrap_or_default(),
    }
}
