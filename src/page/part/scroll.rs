//! A plain table in a box that scrolls when the table is wider or longer, by keyboard too.
//! Never draws a part of a table: for long ones there is `table`.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The box, named as its table is; `class` joins `table-scroll`.
pub(crate) fn scroll(
    name: impl Into<TextProp>,
    class: &'static str,
    table: impl IntoAny,
) -> AnyView {
    let name: TextProp = name.into();
    view! {
        <div class=format!("table-scroll {class}") role="region" tabindex="0" aria-label=name>
            {table.into_any()}
        </div>
    }
    .into_any()
}
