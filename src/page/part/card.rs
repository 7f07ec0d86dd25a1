//! A card: a sheet with a heading line, and the strip of large figures.
//! Never scrolls by itself.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::live::{each, words};

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
    /// The address of what it adds up, if it can be opened.
    pub href: Option<String>,
}

/// The figures a screen opens with, in one line that wraps on narrow screens.
#[component]
pub(crate) fn FigureStrip(#[prop(into)] figures: Signal<Vec<Figure>>) -> impl IntoView {
    let one = |figure: Figure| {
        let inner = view! { <b>{figure.value}</b> <span>{figure.words}</span> }.into_any();
        match figure.href {
            Some(href) => view! { <li><a href=href>{inner}</a></li> }.into_any(),
            None => view! { <li><div>{inner}</div></li> }.into_any(),
        }
    };
    view! {
        <section class="card">
            <ul class="figures">{each(move || figures.get().into_iter().map(one).collect())}</ul>
        </section>
    }
    .into_any()
}
