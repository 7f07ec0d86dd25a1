//! What a person prefers on this laptop: language and theme, apart from every workbook.
//! Never fails: without storage a preference lasts as long as the page.

use leptos::prelude::window;

use super::local_storage::LocalStorage;

const PREFIX: &str = "huikuan/preference/";

/// The stored preference called `name`.
pub(crate) fn get(name: &str) -> Option<String> {
    LocalStorage::probe().ok()?.get(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Stores a preference; a full or blocked store leaves it to the life of the page.
pub(crate) fn set(name: &str, value: &str) {
    if let Ok(storage) = LocalStorage::probe() {
        drop(storage.set(&format!("{PREFIX}{name}"), value));
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
