//! Tabs over one panel.
//! Never keeps a hidden panel: the caller renders the chosen one.

use leptos::ev;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::chip::{Choice, choose, place_of, texts_of};
use super::id;
use super::live::{act, each, live};
use crate::page::browser::element;

/// A row of tabs and the panel of the chosen one. Left and right move, Home and End jump.
#[component]
pub(crate) fn Tabs<T>(
    #[prop(into)] label: TextProp,
    #[prop(into)] choices: Signal<Vec<Choice<T>>>,
    #[prop(into)] chosen: Signal<T>,
    #[prop(into)] on_choose: UnsyncCallback<(T,)>,
    /// The panel, which reads `chosen` itself.
    children: Children,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let texts = Signal::derive(move || choices.with(|all| texts_of(all)));
    let place =
        Signal::derive(move || choices.with(|all| place_of(all, &chosen.get())).unwrap_or(0));
    let on_place = move |place: usize| choose(choices, place, on_choose);
    tabs(label, texts, place, on_place.into(), children())
}

/// The tabs themselves, by place: written once for all types of values.
fn tabs(
    label: TextProp,
    texts: Signal<Vec<String>>,
    chosen: Signal<usize>,
    on_choose: UnsyncCallback<(usize,)>,
    panel: AnyView,
) -> AnyView {
    let id = id::next("tab");
    let panel_id = format!("{id}-panel");
    let tab_id = {
        let id = id.clone();
        move |place: usize| format!("{id}-{place}")
    };
    let on_key = {
        let tab_id = tab_id.clone();
        move |key: ev::KeyboardEvent| {
            let last = texts.with_untracked(Vec::len).saturating_sub(1);
            let now = chosen.get_untracked();
            let next = match key.key().as_str() {
                "ArrowRight" => {
                    if now >= last {
                        0
                    } else {
                        now + 1
                    }
                }
                "ArrowLeft" => {
                    if now == 0 {
                        last
                    } else {
                        now - 1
                    }
                }
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            key.prevent_default();
            on_choose.run((next,));
            element::focus(&tab_id(next));
        }
    };
    let one = {
        let (panel_id, tab_id) = (panel_id.clone(), tab_id.clone());
        move |(place, text): (usize, String)| {
            let is_chosen = move || chosen.get() == place;
            view! {
                <button
                    type="button"
                    role="tab"
                    class="tab"
                    id=tab_id(place)
                    aria-controls=panel_id.clone()
                    aria-selected=live(move || Some(if is_chosen() { "true" } else { "false" }))
                    tabindex=live(move || Some(if is_chosen() { "0" } else { "-1" }))
                    on:click=act(move |_| on_choose.run((place,)))
                >
                    {text}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=act(on_key)>
            {each(move || texts.get().into_iter().enumerate().map(&one).collect())}
        </div>
        <div
            class="tab-panel"
            role="tabpanel"
            id=panel_id
            aria-labelledby=live(move || tab_id(chosen.get()))
        >
            {panel}
        </div>
    }
    .into_any()
}
