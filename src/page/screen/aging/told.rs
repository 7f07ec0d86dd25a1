//! The sheet beside a roll rate or an allowance: its formula, and the items that it adds up.
//! Never adds up on its own: `view` lists the items that the rule added.

use huikuan::id::Key;
use huikuan::money::Currency;
use huikuan::view::amount::figure;
use huikuan::view::subject::Subject;
use leptos::prelude::*;

use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::part::live::shown;
use crate::page::part::popover::Popover;
use crate::page::route::{Route, Screen};
use crate::page::screen::item::address_of;
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// More items than this are counted, not listed.
const LISTED_MAX: usize = 40;

/// What a handler needs to tell of a figure: taken at set-up, since a handler has no owner.
#[derive(Clone, Copy)]
pub(super) struct Teller {
    pub(super) session: Session,
    pub(super) speech: Speech,
    navigation: Navigation,
}

impl Teller {
    /// The session, the language and the address as they are from now on.
    pub(super) fn begin() -> Self {
        Self { session: use_session(), speech: use_speech(), navigation: use_navigation() }
    }

    /// Where the addresses of items begin.
    pub(super) fn route(self) -> Route {
        self.navigation.route_untracked()
    }
}

/// The figure that was opened, with everything that is said of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub(super) title: String,
    /// How it is computed.
    pub(super) formula: String,
    pub(super) rule: String,
    pub(super) items: Vec<ToldItem>,
    /// Element id of the figure.
    pub(super) anchor: String,
}

/// An item behind a figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ToldItem {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) amount: String,
}

impl ToldItem {
    /// An item with the address of its card.
    pub(super) fn of(
        route: &Route,
        (customer, customer_name): (&Key, &str),
        (number, subject): (&str, Option<&Subject>),
        (minor, currency): (i64, Currency),
    ) -> Self {
        let page = route.turn(Screen::Customer(customer.to_string()));
        let to = subject.map_or_else(|| page.clone(), |subject| address_of(&page, subject));
        Self {
            name: format!("{customer_name} · {number}"),
            href: to.hash(),
            amount: figure(minor, currency),
        }
    }
}

/// The sheet, open while a figure is asked for.
pub(super) fn told(asked: RwSignal<Option<Told>>) -> AnyView {
    let speech = use_speech();
    let anchor = RwSignal::new(None::<String>);
    Effect::new(move |_| anchor.set(asked.with(|asked| asked.as_ref().map(|a| a.anchor.clone()))));
    view! {
        <Popover label=speech.text(label::aging::ARITHMETIC) anchor=anchor>
            {shown(move || match asked.get() {
                Some(told) => sheet(told),
                None => ().into_any(),
            })}
        </Popover>
    }
    .into_any()
}

fn sheet(told: Told) -> AnyView {
    let speech = use_speech();
    let more = told.items.len().saturating_sub(LISTED_MAX);
    let one = |item: ToldItem| {
        view! {
            <li><p class="item">
                <a href=item.href>{item.name}</a> <b class="figure">{item.amount}</b>
            </p></li>
        }
        .into_any()
    };
    let items: Vec<AnyView> = told.items.into_iter().take(LISTED_MAX).map(one).collect();
    let more = (more > 0).then(|| {
        let words = speech.fill(label::aging::MORE, &[&more.to_string()]);
        view! { <p class="hint">{words}</p> }.into_any()
    });
    view! {
        <div class="arithmetic">
            <h2>{told.title}</h2>
            <p class="sum">{told.formula}</p>
            <ol tabindex="0" aria-label=speech.text(label::aging::ITEMS)>{items}</ol>
            {more}
            <p class="hint">{told.rule}</p>
        </div>
    }
    .into_any()
}
