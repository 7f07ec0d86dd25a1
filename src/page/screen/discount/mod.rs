//! The discounts screen: the policy as sentences, quotes, the ledger of grants, whether it is
//! worth it, and what else a good payer gets: longer terms and perks (E1–E6).
//! Never keeps a choice of its own: view, customer and day stand in the address.

mod grant;
mod offer;
mod perk;
mod policy;
mod quote;
mod terms;
mod worth;

use leptos::prelude::*;

use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::chip::choice;
use crate::page::part::live::shown;
use crate::page::part::tab::Tabs;
use crate::page::route::Route;
use crate::page::speech::{keep_title, use_speech};

/// The parameter that names the view.
const VIEW: &str = "view";

/// A view of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    Policy,
    Quote,
    Grants,
    Worth,
    Terms,
    Perks,
}

/// The views with their word in the address and on the tab.
const PANES: [(Pane, &str, label::Label); 6] = [
    (Pane::Policy, "", label::discount::POLICY),
    (Pane::Quote, "quote", label::discount::QUOTE),
    (Pane::Grants, "grants", label::discount::GRANTS),
    (Pane::Worth, "worth", label::discount::WORTH),
    (Pane::Terms, "terms", label::discount::TERMS),
    (Pane::Perks, "perks", label::discount::PERKS),
];

fn pane_of(route: &Route) -> Pane {
    let word = route.parameter(VIEW);
    let found = PANES.into_iter().find(|(_, held, _)| *held == word);
    found.map(|(pane, ..)| pane).unwrap_or_default()
}

/// A table, or a sentence on how it fills while there is nothing.
fn listed(
    is_empty: Memo<bool>,
    nothing: label::Label,
    table: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let speech = use_speech();
    shown(move || match is_empty.get() {
        true => view! { <p class="hint nothing">{speech.text(nothing)}</p> }.into_any(),
        false => table(),
    })
    .into_any()
}

/// The screen.
#[component]
pub(crate) fn DiscountScreen() -> impl IntoView {
    let (speech, navigation) = (use_speech(), use_navigation());
    keep_title(move || speech.now(label::discount::TITLE).to_owned());
    let pane = navigation.aspect(pane_of);
    let choices = Signal::derive(move || {
        PANES.map(|(pane, _, words)| choice(pane, speech.now(words))).to_vec()
    });
    let on_choose = UnsyncCallback::new(move |(wanted,): (Pane,)| {
        let word = PANES.into_iter().find(|(pane, ..)| *pane == wanted).map(|(_, word, _)| word);
        navigation.change(|route| route.with(VIEW, word.unwrap_or_default()));
    });
    let panel = shown(move || match pane.get() {
        Pane::Policy => policy::policy(),
        Pane::Quote => quote::quote(),
        Pane::Grants => grant::grants(),
        Pane::Worth => worth::worth(),
        Pane::Terms => terms::terms(),
        Pane::Perks => perk::perks(),
    });
    view! {
        <h1 class="screen-title">{speech.text(label::discount::TITLE)}</h1>
        <Tabs label=speech.text(label::discount::VIEWS) choices chosen=pane on_choose>
            {panel}
        </Tabs>
    }
    .into_any()
}
