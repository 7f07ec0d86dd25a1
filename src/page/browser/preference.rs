//! What a person prefers on this laptop: language and theme, and what this browser remembers of
//! each workbook without opening it. Apart from every workbook.
//! Never fails: without storage a preference lasts as long as the page.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::window;

use super::local_storage::LocalStorage;

const PREFIX: &str = "huikuan/preference/";

thread_local! {
    /// What storage did not take.
    static KEPT: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// The stored preference called `name`.
pub(crate) fn get(name: &str) -> Option<String> {
    let kept = KEPT.with_borrow(|kept| kept.get(name).cloned());
    kept.or_else(|| LocalStorage::probe().ok()?.get(&format!("{PREFIX}{name}")).ok().flatten())
}

/// Stores a preference; a full or blocked store leaves it to the life of the page.
pub(crate) fn set(name: &str, value: &str) {
    let stored = LocalStorage::probe()
        .is_ok_and(|storage| storage.set(&format!("{PREFIX}{name}"), value).is_ok());
    KEPT.with_borrow_mut(|kept| match stored {
        true => drop(kept.remove(name)),
        false => drop(kept.insert(name.to_owned(), value.to_owned())),
    });
}

/// Forgets a preference.
pub(crate) fn remove(name: &str) {
    KEPT.with_borrow_mut(|kept| drop(kept.remove(name)));
    if let Ok(storage) = LocalStorage::probe() {
        // What cannot be removed is a preference that nobody reads any more.
        drop(storage.remove(&format!("{PREFIX}{name}")));
    }
}

/// The languages the browser asks for, the best first, such as `zh-CN`.
pub(crate) fn browser_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Whether the system asks for a dark page.
pub(crate) fn system_is_dark() -> bool {
    window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Whether the laptop is a Mac, whose command key is another.
pub(crate) fn is_mac() -> bool {
    window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac OS"))
}
