//! A dialog above everything, on the browser's own `<dialog>`: it keeps the focus, closes on Esc
//! and gives the focus back.
//! Never closes on a click beside it, which would lose what was typed.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::button::{Button, ButtonLook};
use super::icon::{self, Icon};
use super::id;
use super::live::{act, maybe, words};
use super::notice::{Notice, Tone};
use crate::page::browser::element;
use crate::page::label;
use crate::page::speech::use_speech;

/// The end of a dialog that records something: why it was refused, and the two ways out.
pub(crate) fn ending(
    refused: RwSignal<Option<String>>,
    open: RwSignal<bool>,
    on_save: UnsyncCallback<()>,
) -> AnyView {
    let speech = use_speech();
    let cancel = UnsyncCallback::new(move |()| open.set(false));
    let notice = maybe(move || {
        refused.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    view! {
        {notice}
        <div class="actions">
            <Button label=speech.text(label::part::CANCEL) on_press=cancel/>
            <Button label=speech.text(label::part::SAVE) on_press=on_save look=ButtonLook::Main/>
        </div>
    }
    .into_any()
}

/// Whether a dialog is open that shows what is asked for: it opens with it, and closing it ends the
/// asking.
pub(crate) fn open_while<T>(asked: RwSignal<Option<T>>) -> RwSignal<bool>
where
    T: Send + Sync + 'static,
{
    let open = RwSignal::new(false);
    // Each follows the other, and stops where both agree.
    Effect::new(move |_| {
        let is_asked = asked.with(Option::is_some);
        if open.get_untracked() != is_asked {
            open.set(is_asked);
        }
    });
    Effect::new(move |_| {
        if !open.get() && asked.with_untracked(Option::is_some) {
            asked.set(None);
        }
    });
    open
}

/// A dialog that shows its content while `open` is true, and sets it to false when it is closed.
#[component]
pub(crate) fn Dialog(
    #[prop(into)] title: TextProp,
    open: RwSignal<bool>,
    /// The content, made anew at each opening; buttons go into an element of class `actions`.
    children: ChildrenFn,
) -> impl IntoView {
    let speech = use_speech();
    let node = NodeRef::<html::Dialog>::new();
    let title_id = id::next("dialog");
    Effect::new(move |_| {
        let (Some(dialog), is_open) = (node.get(), open.get()) else { return };
        if is_open {
            // In the next frame, so that the first field is there to take the focus.
            request_animation_frame(move || {
                // Unless it was closed before it was ever drawn.
                if open.get_untracked() {
                    element::show_modal(&dialog);
                }
            });
        } else {
            dialog.close();
        }
    });
    let heading = title_id.clone();
    let body = maybe(move || {
        let (title, children, heading) = (title.clone(), children.clone(), heading.clone());
        open.get().then(move || {
            view! {
                <h2 id=heading>{words(title)}</h2>
                <div class="body">{children()}</div>
                <button
                    type="button"
                    class="button quiet icon-only close"
                    aria-label=speech.text(label::part::CLOSE)
                    on:click=act(move |_| open.set(false))
                >
                    {icon::draw(Icon::Close)}
                </button>
            }
            .into_any()
        })
    });
    view! {
        <dialog
            node_ref=node
            class="dialog"
            aria-labelledby=title_id
            on:close=act(move |_| open.set(false))
        >
            {body}
        </dialog>
    }
    .into_any()
}
