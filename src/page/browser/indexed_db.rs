//! The IndexedDB shadow: text records that are on disk once the call returns.
//! Never decides what to keep and never deletes what it was not told to.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::local_storage::words;
use super::once::{Receiver, once};

const DATABASE: &str = "huikuan";
const STORE: &str = "record";
const VERSION: u32 = 1;
/// Keys are text; no key of ours starts with this after its prefix.
const AFTER_ALL: char = '\u{ffff}';

/// Why IndexedDB did not do what was asked, in the browser's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShadowFault(pub(crate) String);

/// One record of the shadow.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ShadowRecord {
    /// The full key, as in local storage.
    pub key: String,
    /// The value, as in local storage.
    pub value: String,
    /// When it was put here, in milliseconds since 1970 by this laptop's clock.
    pub put_at_ms: f64,
}

/// An open shadow.
#[derive(Clone)]
pub(crate) struct IndexedDb(IdbDatabase);

impl IndexedDb {
    /// Opens the shadow, making it on the first visit. Fails where the browser has none.
    pub(crate) async fn open() -> Result<Self, ShadowFault> {
        let factory = window()
            .indexed_db()
            .map_err(fault)?
            .ok_or_else(|| ShadowFault("IndexedDB is not available".to_owned()))?;
        let request = factory.open_with_u32(DATABASE, VERSION).map_err(fault)?;
        let upgrade = Closure::once_into_js(|event: Event| {
            let database = event
                .target()
                .and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok())
                .and_then(|request| request.result().ok())
                .and_then(|result| result.dyn_into::<IdbDatabase>().ok());
            if let Some(database) = database {
                // A failure here aborts the opening, which then answers with the reason.
                drop(database.create_object_store(STORE));
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = answer(&request).await?.unchecked_into();
        let closing = database.clone();
        // A newer page in another tab must not wait for this one for ever.
        let on_newer = Closure::<dyn Fn()>::new(move || closing.close());
        database.set_onversionchange(Some(on_newer.as_ref().unchecked_ref()));
        on_newer.forget();
        Ok(Self(database))
    }

    /// Puts all records in one transaction with strict durability: when this returns, they are on
    /// disk, or none of them is.
    pub(crate) async fn put_all(&self, records: &[ShadowRecord]) -> Result<(), ShadowFault> {
        let (transaction, store) = self.begin(IdbTransactionMode::Readwrite)?;
        for record in records {
            let value =
                Array::of2(&JsValue::from_str(&record.value), &JsValue::from_f64(record.put_at_ms));
            store.put_with_key(&value, &JsValue::from_str(&record.key)).map_err(fault)?;
        }
        finished(&transaction).await
    }

    /// The records under these keys; absent ones are left out.
    pub(crate) async fn some(&self, keys: &[String]) -> Result<Vec<ShadowRecord>, ShadowFault> {
        let (_transaction, store) = self.begin(IdbTransactionMode::Readonly)?;
        // All are asked for at once: a transaction ends when nothing of it is under way.
        let asked = keys.iter().map(|key| store.get(&JsValue::from_str(key)).map_err(fault));
        let asked: Vec<IdbRequest> = asked.collect::<Result<_, _>>()?;
        let waiting: Vec<_> = asked.iter().map(waiting_for).collect();
        let mut records = Vec::new();
        for (key, waiting) in keys.iter().zip(waiting) {
            records.extend(record_of(key.clone(), waiting.await?));
        }
        Ok(records)
    }

    /// Puts something that is no record, such as a file's handle, on disk under a key.
    pub(crate) async fn put_value(&self, key: &str, value: &JsValue) -> Result<(), ShadowFault> {
        let (transaction, store) = self.begin(IdbTransactionMode::Readwrite)?;
        store.put_with_key(value, &JsValue::from_str(key)).map_err(fault)?;
        finished(&transaction).await
    }

    /// What was put under a key, if it is there.
    pub(crate) async fn value(&self, key: &str) -> Result<Option<JsValue>, ShadowFault> {
        let (_transaction, store) = self.begin(IdbTransactionMode::Readonly)?;
        let request = store.get(&JsValue::from_str(key)).map_err(fault)?;
        Ok(Some(answer(&request).await?).filter(|value| !value.is_undefined()))
    }

    /// All keys that start with `prefix`, sorted.
    pub(crate) async fn keys(&self, prefix: &str) -> Result<Vec<String>, ShadowFault> {
        let (_transaction, store) = self.begin(IdbTransactionMode::Readonly)?;
        let request = store.get_all_keys_with_key(&range_of(prefix)?).map_err(fault)?;
        let keys: Array = answer(&request).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Deletes the records under these keys; absent keys are no fault.
    pub(crate) async fn delete_all(&self, keys: &[String]) -> Result<(), ShadowFault> {
        let (transaction, store) = self.begin(IdbTransactionMode::Readwrite)?;
        for key in keys {
            store.delete(&JsValue::from_str(key)).map_err(fault)?;
        }
        finished(&transaction).await
    }

    /// Deletes every record whose key starts with `prefix`.
    pub(crate) async fn delete_prefix(&self, prefix: &str) -> Result<(), ShadowFault> {
        let (transaction, store) = self.begin(IdbTransactionMode::Readwrite)?;
        store.delete(&range_of(prefix)?).map_err(fault)?;
        finished(&transaction).await
    }

    fn begin(
        &self,
        mode: IdbTransactionMode,
    ) -> Result<(IdbTransaction, IdbObjectStore), ShadowFault> {
        // web-sys offers the options only behind its unstable flag, so the method is called by
        // name.
        let options = Object::new();
        Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str("strict"))
            .map_err(fault)?;
        let begin: Function = Reflect::get(&self.0, &JsValue::from_str("transaction"))
            .map_err(fault)?
            .unchecked_into();
        let transaction: IdbTransaction = begin
            .call3(&self.0, &JsValue::from_str(STORE), &JsValue::from(mode), &options)
            .map_err(fault)?
            .unchecked_into();
        let store = transaction.object_store(STORE).map_err(fault)?;
        Ok((transaction, store))
    }
}

fn range_of(prefix: &str) -> Result<JsValue, ShadowFault> {
    let last = format!("{prefix}{AFTER_ALL}");
    IdbKeyRange::bound(&JsValue::from_str(prefix), &JsValue::from_str(&last))
        .map(JsValue::from)
        .map_err(fault)
}

/// A record as it is stored; `None` for what is none.
fn record_of(key: String, value: JsValue) -> Option<ShadowRecord> {
    let pair: Array = value.dyn_into().ok()?;
    Some(ShadowRecord { key, value: pair.get(0).as_string()?, put_at_ms: pair.get(1).as_f64()? })
}

/// Waits for a request's result.
async fn answer(request: &IdbRequest) -> Result<JsValue, ShadowFault> {
    waiting_for(request).await
}

/// A request's result, listened for from now on.
fn waiting_for(request: &IdbRequest) -> Receiver<Result<JsValue, ShadowFault>> {
    let (done, waiting) = once();
    let failed = done.clone();
    let asked = request.clone();
    let on_success = Closure::once_into_js(move || done.send(asked.result().map_err(fault)));
    let asked = request.clone();
    let on_error = Closure::once_into_js(move || {
        let why = asked.error().ok().flatten().map_or_else(String::new, |error| error.message());
        failed.send(Err(ShadowFault(why)));
    });
    request.set_onsuccess(Some(on_success.unchecked_ref()));
    request.set_onerror(Some(on_error.unchecked_ref()));
    waiting
}

/// Waits until a transaction is complete, which with strict durability means on disk.
async fn finished(transaction: &IdbTransaction) -> Result<(), ShadowFault> {
    let (done, waiting) = once();
    let failed = done.clone();
    let on_complete = Closure::once_into_js(move || done.send(Ok(())));
    let asked = transaction.clone();
    let on_abort = Closure::once_into_js(move || {
        let why = asked.error().map_or_else(String::new, |error| error.message());
        failed.send(Err(ShadowFault(why)));
    });
    transaction.set_oncomplete(Some(on_complete.unchecked_ref()));
    transaction.set_onabort(Some(on_abort.unchecked_ref()));
    waiting.await
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn fault(thrown: JsValue) -> ShadowFault {
    ShadowFault(words(&thrown))
}
