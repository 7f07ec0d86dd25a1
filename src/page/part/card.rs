//! A card: a sheet with a heading line, and the strip of large figures.
//! Never scrolls by itself.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::id;
use super::live::{act, each, words};
use super::popover::Popover;

/// A section with a heading; `head` stands to the right of the title.
#[component]
pub(crate) fn Card(
    #[prop(into)] title: TextProp,
    /// Chips, counts and actions on the heading line.
    #[prop(optional, into)]
    head: Option<ViewFn>,
    /// Its title is the screen's own: the one heading of the first level.
    #[prop(optional)]
    main: bool,
    children: Children,
) -> impl IntoView {
    let title = words(title);
    let title = match main {
        true => view! { <h1>{title}</h1> }.into_any(),
        false => view! { <h2>{title}</h2> }.into_any(),
    };
    view! {
        <section class="card">
            <div class="head">
                {title}
                {head.map(|head| head.run())}
            </div>
            {children()}
        </section>
    }
    .into_any()
}

/// A large figure with the words under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub value: String,
    pub words: String,
    pub behind: Behind,
}

/// What a figure opens to explain itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Behind {
    /// The address of what it adds up.
    Address(String),
    /// How it is computed, line by line.
    Lines(Vec<String>),
    /// What whoever shows the strip has to say of it.
    Asked,
}

/// The figures a screen opens with, in one line that wraps on narrow screens.
#[component]
pub(crate) fn FigureStrip(
    #[prop(into)] figures: Signal<Vec<Figure>>,
    /// Asked what is behind a figure, by its place and the element id of its button.
    #[prop(optional)]
    on_ask: Option<UnsyncCallback<(usize, String)>>,
) -> impl IntoView {
    let opened = RwSignal::new(None::<String>);
    let why = RwSignal::new((String::new(), Vec::new()));
    let one = move |(place, figure): (usize, Figure)| {
        let inner =
            view! { <b>{figure.value.clone()}</b> <span>{figure.words.clone()}</span> }.into_any();
        let id = id::next("figure");
        let (own, words) = (id.clone(), figure.words);
        let press = match figure.behind {
            Behind::Address(href) => {
                return view! { <li><a href=href>{inner}</a></li> }.into_any();
            }
            Behind::Lines(lines) => act(move |_| {
                why.set((words.clone(), lines.clone()));
                opened.set(Some(own.clone()));
            }),
            Behind::Asked => act(move |_| {
                if let Some(on_ask) = on_ask {
                    on_ask.run((place, own.clone()));
                }
            }),
        };
        view! {
            <li><button type="button" id=id aria-haspopup="dialog" on:click=press>
                {inner}
            </button></li>
        }
        .into_any()
    };
    let lines = move || {
        let line = |line: String| view! { <li>{line}</li> }.into_any();
        why.get().1.into_iter().map(line).collect::<Vec<_>>()
    };
    view! {
        <section class="card">
            <ul class="figures">{each(move || figures.get().into_iter().enumerate().map(one).collect())}</ul>
            <Popover label=move || why.get().0 anchor=opened>
                <div class="arithmetic">
                    <h3>{move || why.get().0}</h3>
                    <ul>{each(lines)}</ul>
                </div>
            </Popover>
        </section>
    }
    .into_any()
}
