//! The service worker that keeps the page for when the network is off, and its newer versions.
//! Never brings a newer version into use by itself: the page says when.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
    ServiceWorkerUpdateViaCache,
};

/// The build writes it beside the page.
const SCRIPT: &str = "service-worker.js";
/// The message at which a waiting worker takes over; the script knows it.
const TAKE_OVER: &str = "take over";

/// The worker of this page; nothing where the browser has none, as for a page from a file.
#[derive(Clone, Default)]
pub(crate) struct ServiceWorker {
    container: Option<ServiceWorkerContainer>,
    /// Whether the person asked for the newer version in this tab.
    is_wanted: Rc<Cell<bool>>,
}

impl ServiceWorker {
    /// Registers the worker, which then fetches the site's files. Calls `heard` whenever a newer
    /// version is whole and waits, or another tab has brought one into use.
    pub(crate) fn register(heard: impl Fn() + 'static) -> Self {
        let Some(container) = container() else { return Self::default() };
        let heard: Rc<dyn Fn()> = Rc::new(heard);
        let worker = Self { container: Some(container.clone()), is_wanted: Rc::default() };
        worker.reload_when_replaced(&container, Rc::clone(&heard));
        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registering = container.register_with_options(SCRIPT, &options);
        spawn_local(async move {
            // Without it the page still opens as long as its host answers: nothing is amiss that
            // the person could mend.
            if let Ok(registration) = JsFuture::from(registering).await {
                watch(&registration.unchecked_into(), heard);
            }
        });
        worker
    }

    /// Brings the newer version into use and loads the page again with it.
    pub(crate) fn use_newer(&self) {
        let Some(container) = self.container.clone() else { return };
        self.is_wanted.set(true);
        spawn_local(async move {
            let found = JsFuture::from(container.get_registration()).await.ok();
            let found = found.and_then(|found| found.dyn_into::<ServiceWorkerRegistration>().ok());
            let asked = found.and_then(|registration| registration.waiting());
            let asked = asked.map(|waiting| waiting.post_message(&JsValue::from_str(TAKE_OVER)));
            if !matches!(asked, Some(Ok(()))) {
                // None waits: another tab has brought it into use.
                reload();
            }
        });
    }

    /// Asks the host for a newer version, as the browser does by itself when the page is opened.
    pub(crate) fn look_for_newer(&self) {
        let Some(container) = self.container.clone() else { return };
        spawn_local(async move {
            let found = JsFuture::from(container.get_registration()).await.ok();
            let found = found.and_then(|found| found.dyn_into::<ServiceWorkerRegistration>().ok());
            if let Some(Ok(looking)) = found.map(|registration| registration.update()) {
                // Offline there is no answer, which is what this worker is for.
                drop(JsFuture::from(looking).await);
            }
        });
    }

    fn reload_when_replaced(&self, container: &ServiceWorkerContainer, heard: Rc<dyn Fn()>) {
        let is_wanted = Rc::clone(&self.is_wanted);
        // The first worker of all takes over as well, and is no newer version.
        let had_one = Cell::new(container.controller().is_some());
        let replaced = Closure::<dyn Fn()>::new(move || {
            if is_wanted.take() {
                reload();
            } else if had_one.replace(true) {
                heard();
            }
        });
        container.set_oncontrollerchange(Some(replaced.as_ref().unchecked_ref()));
        replaced.forget();
    }
}

/// The browser's service workers, where it offers them: over the network, in a safe context.
fn container() -> Option<ServiceWorkerContainer> {
    let protocol = window().location().protocol().ok()?;
    if !protocol.starts_with("http") {
        return None;
    }
    let name = JsValue::from_str("serviceWorker");
    js_sys::Reflect::get(&window().navigator(), &name).ok()?.dyn_into().ok()
}

/// Calls `heard` when a version waits, now or later.
fn watch(registration: &ServiceWorkerRegistration, heard: Rc<dyn Fn()>) {
    if registration.waiting().is_some() {
        heard();
    }
    watch_installing(registration, &heard);
    let own = registration.clone();
    let found = Closure::<dyn Fn()>::new(move || watch_installing(&own, &heard));
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
}

fn watch_installing(registration: &ServiceWorkerRegistration, heard: &Rc<dyn Fn()>) {
    let Some(installing) = registration.installing() else { return };
    let (registration, heard, own) = (registration.clone(), Rc::clone(heard), installing.clone());
    let changed = Closure::<dyn Fn()>::new(move || {
        // The first worker of all has nobody to wait for.
        if own.state() == ServiceWorkerState::Installed && registration.active().is_some() {
            heard();
        }
    });
    installing.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
}

fn reload() {
    // Fails only in a document that is going away.
    drop(window().location().reload());
}
