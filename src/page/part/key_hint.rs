//! A key to press, shown beside what it does.
//! Never listens to keys.

use leptos::prelude::*;

/// A key such as `/` or `Ctrl K`.
#[component]
pub(crate) fn KeyHint(#[prop(into)] keys: String) -> impl IntoView {
    view! { <kbd>{keys}</kbd> }
}
