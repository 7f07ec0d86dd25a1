//! What stands in place of a whole screen where there is nothing yet.
//! Never leaves a person without a first action.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::live::words;

/// A title, a sentence on what goes here, and the first actions.
#[component]
pub(crate) fn EmptyState(
    #[prop(into)] title: TextProp,
    #[prop(into)] text: TextProp,
    /// The actions, buttons or links.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h1>{words(title)}</h1>
            <p>{words(text)}</p>
            <div class="actions">{children()}</div>
        </div>
    }
    .into_any()
}
