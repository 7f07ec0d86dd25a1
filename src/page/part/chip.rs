//! A group of chips of which one is chosen: a segmented control made of radio buttons.
//! Never allows none or two.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id;
use super::live::{act, each, live};

/// One choice of a chip group, a select or a row of tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice<T> {
    pub value: T,
    pub text: String,
}

/// A choice.
pub(crate) fn choice<T>(value: T, text: impl Into<String>) -> Choice<T> {
    Choice { value, text: text.into() }
}

/// Chips; the browser's own radio keys move between them.
#[component]
pub(crate) fn ChipGroup<T>(
    /// What is chosen here; for screen readers.
    #[prop(into)]
    label: TextProp,
    #[prop(into)] choices: Signal<Vec<Choice<T>>>,
    #[prop(into)] chosen: Signal<T>,
    #[prop(into)] on_choose: UnsyncCallback<(T,)>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let texts = Signal::derive(move || choices.with(|all| texts_of(all)));
    let place = Signal::derive(move || choices.with(|all| place_of(all, &chosen.get())));
    let on_place = move |place: usize| choose(choices, place, on_choose);
    chips(label, texts, place, on_place.into())
}

/// The texts of all choices, in order.
pub(super) fn texts_of<T>(choices: &[Choice<T>]) -> Vec<String> {
    choices.iter().map(|choice| choice.text.clone()).collect()
}

/// The place of the chosen value among the choices.
pub(super) fn place_of<T: PartialEq>(choices: &[Choice<T>], chosen: &T) -> Option<usize> {
    choices.iter().position(|choice| choice.value == *chosen)
}

/// Tells the caller which value stands at a place.
pub(super) fn choose<T>(
    choices: Signal<Vec<Choice<T>>>,
    place: usize,
    on_choose: UnsyncCallback<(T,)>,
) where
    T: Clone + Send + Sync + 'static,
{
    let value = choices.with_untracked(|all| all.get(place).map(|choice| choice.value.clone()));
    if let Some(value) = value {
        on_choose.run((value,));
    }
}

/// The chips themselves, by place: written once for all types of values.
fn chips(
    label: TextProp,
    texts: Signal<Vec<String>>,
    chosen: Signal<Option<usize>>,
    on_choose: UnsyncCallback<(usize,)>,
) -> AnyView {
    let name = id::next("chips");
    // Every chip asks for it.
    let chosen = Memo::new(move |_| chosen.get());
    let chip = move |(place, text): (usize, String)| {
        view! {
            <label class="chip">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=live(move || chosen.get() == Some(place))
                    on:change=act(move |_| on_choose.run((place,)))
                />
                <span>{text}</span>
            </label>
        }
        .into_any()
    };
    let chips = each(move || texts.get().into_iter().enumerate().map(&chip).collect());
    view! {
        <div class="chips" role="radiogroup" aria-label=label>
            {chips}
        </div>
    }
    .into_any()
}
