//! The drop-down select, and the same without a visible label for bars.
//! Never filters: for long lists use a search field.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::chip::{Choice, choose, place_of, texts_of};
use super::field::Field;
use super::id;
use super::live::{act, each, live, optional};

/// A select with its label above, or beside it for screen readers only (`bare`).
#[component]
pub(crate) fn Select<T>(
    #[prop(into)] label: TextProp,
    #[prop(into)] choices: Signal<Vec<Choice<T>>>,
    #[prop(into)] chosen: Signal<T>,
    #[prop(into)] on_choose: UnsyncCallback<(T,)>,
    #[prop(optional)] bare: bool,
    /// The sentence about what is wrong with the choice, if something is.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let texts = Signal::derive(move || choices.with(|all| texts_of(all)));
    let place = Signal::derive(move || choices.with(|all| place_of(all, &chosen.get())));
    let on_place = move |place: usize| choose(choices, place, on_choose);
    select(label, texts, place, on_place.into(), bare, error)
}

/// The select itself, by place: written once for all types of values.
fn select(
    label: TextProp,
    texts: Signal<Vec<String>>,
    chosen: Signal<Option<usize>>,
    on_choose: UnsyncCallback<(usize,)>,
    bare: bool,
    error: Signal<Option<String>>,
) -> AnyView {
    let id = id::next("select");
    // Every option asks for it.
    let chosen = Memo::new(move |_| chosen.get());
    let option = move |(place, text): (usize, String)| {
        let is_chosen = live(move || chosen.get() == Some(place));
        view! { <option value=place.to_string() prop:selected=is_chosen>{text}</option> }.into_any()
    };
    let options = each(move || texts.get().into_iter().enumerate().map(option).collect());
    let on_change = act(move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            on_choose.run((place,));
        }
    });
    let select = view! {
        <select
            id=id.clone()
            class="input"
            aria-label=optional(bare.then(|| label.clone()))
            aria-invalid=live(move || error.get().is_some().then_some("true"))
            on:change=on_change
        >
            {options}
        </select>
    };
    if bare {
        select.into_any()
    } else {
        view! { <Field id label error>{select}</Field> }.into_any()
    }
}
