//! Letters and messages: one to a customer, many at once, and the templates they are made of.
//! Never sends anything: it prints, copies, and opens the person's own programs.

mod batch;
mod bulk;
mod composer;
mod desk;
mod editor;
mod first;
mod message;
mod output;
mod paper;
mod typed;

use huikuan::id::Key;
use leptos::prelude::*;

use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::live::shown;
use crate::page::route::{Route, Screen};
use crate::page::speech::{keep_title, use_speech};

/// The parameter that names the customer to write to.
const CUSTOMER: &str = "customer";
/// The parameter that names the template.
const TEMPLATE: &str = "template";
/// The parameter that holds the language of the letter.
const LANGUAGE: &str = "language";
/// The parameter that asks for letters to everybody selected.
const BULK: &str = "bulk";

/// The address of a letter to a customer, with the template that fits.
pub(crate) fn address(route: &Route, customer: &Key) -> String {
    route.turn(Screen::Letters).with(CUSTOMER, customer.as_str()).hash()
}

/// The address of letters to everybody selected.
pub(crate) fn bulk_address(route: &Route) -> Route {
    route.turn(Screen::Letters).with(BULK, "selected")
}

/// The customers who were selected for letters in bulk; copies are the same.
#[derive(Clone, Copy)]
pub(crate) struct Selected(RwSignal<Vec<Key>>);

impl Selected {
    /// Provides an empty selection.
    pub(crate) fn provide() {
        provide_context(Self(RwSignal::new(Vec::new())));
    }

    /// Selects these customers.
    pub(crate) fn choose(self, customers: Vec<Key>) {
        self.0.set(customers);
    }
}

/// The selection of the page.
pub(crate) fn use_selected() -> Selected {
    expect_context()
}

/// The screen.
#[component]
pub(crate) fn LetterScreen() -> impl IntoView {
    let (speech, navigation) = (use_speech(), use_navigation());
    keep_title(move || speech.now(label::letter::TITLE).to_owned());
    let asked = navigation.aspect(|route| {
        let is_bulk = !route.parameter(BULK).is_empty();
        (is_bulk, Key::of(route.parameter(CUSTOMER)))
    });
    shown(move || match asked.get() {
        (true, _) => bulk::bulk(),
        (false, customer) if !customer.is_empty() => composer::composer(customer),
        (false, _) => editor::editor(),
    })
}
