//! A sheet beside what it explains, on the browser's own `popover`: Esc and a click elsewhere close
//! it, and the focus goes back.
//! Never covers what it explains while there is room above or below.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::live::{act, maybe};
use crate::page::browser::element::{self, Place};

/// Room between the sheet, its anchor and the edges of the window, in CSS pixels.
const GAP: f64 = 6.0;

/// A sheet that shows while `anchor` holds the id of an element, beside that element.
#[component]
pub(crate) fn Popover(
    #[prop(into)] label: TextProp,
    /// Set to an element's id to open; set to `None` when the sheet closes.
    anchor: RwSignal<Option<String>>,
    /// The content, made anew at each opening.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(sheet) = node.get() else { return };
        let Some(id) = anchor.get() else {
            return element::hide_popover(&sheet);
        };
        // At once: a sheet closed by the click that asks for this one must not close it again.
        element::show_popover(&sheet);
        request_animation_frame(move || {
            let size = (f64::from(sheet.offset_width()), f64::from(sheet.offset_height()));
            if let Some(place) = element::place_of(&id) {
                let (left, top) = beside(place, size, element::window_size());
                element::move_to(&sheet, left, top);
            }
            // A sheet that cannot take the focus still reads with the cursor where it is.
            drop(sheet.focus());
        });
    });
    let closed = act(move |_| {
        if let Some(sheet) = node.get_untracked()
            && !element::is_popover_open(&sheet)
        {
            anchor.set(None);
        }
    });
    view! {
        <div
            node_ref=node
            class="popover"
            popover="auto"
            role="dialog"
            tabindex="-1"
            aria-label=label
            on:toggle=closed
        >
            {maybe(move || anchor.get().map(|_| children()))}
        </div>
    }
    .into_any()
}

/// Left and top of a sheet of `size` under its anchor, above it where there is no room below, and
/// within the window.
fn beside(anchor: Place, size: (f64, f64), window: (f64, f64)) -> (f64, f64) {
    let below = anchor.top + anchor.height + GAP;
    let above = anchor.top - size.1 - GAP;
    let top = if below + size.1 <= window.1 || above < 0.0 { below } else { above };
    let left = anchor.left.min(window.0 - size.0 - GAP).max(GAP);
    (left, top.min(window.1 - size.1 - GAP).max(GAP))
}
