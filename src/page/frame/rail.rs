//! The rail: one link for each screen of the open workbook; a bar at the foot of a phone.
//! Never links to a screen that does not exist.

use leptos::prelude::*;

use super::FrameSession;
use crate::page::browser::preference;
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::icon::{self, Icon};
use crate::page::part::live::{act, each, live};
use crate::page::route::{Place, Screen};
use crate::page::speech::use_speech;

const PREFERENCE: &str = "rail";
const COLLAPSED: &str = "collapsed";

/// The screens in the order of the rail.
const ENTRIES: [(Icon, Label, fn() -> Screen); 7] = [
    (Icon::Today, label::frame::TODAY_SCREEN, || Screen::Today),
    (Icon::Customers, label::frame::CUSTOMERS, || Screen::Customers),
    (Icon::Items, label::frame::ITEMS, || Screen::Items),
    (Icon::Aging, label::frame::AGING, || Screen::Aging),
    (Icon::Discounts, label::discount::TITLE, || Screen::Discounts),
    (Icon::Share, label::frame::SHARE, || Screen::Share),
    (Icon::Settings, label::frame::SETTINGS, || Screen::Settings),
];

/// The rail, which is empty while no workbook is open.
pub(super) fn rail(session: FrameSession) -> AnyView {
    let speech = use_speech();
    let collapsed = RwSignal::new(preference::get(PREFERENCE).as_deref() == Some(COLLAPSED));
    let toggle = act(move |_| {
        collapsed.update(|collapsed| *collapsed = !*collapsed);
        preference::set(PREFERENCE, if collapsed.get_untracked() { COLLAPSED } else { "" });
    });
    let is_open = Memo::new(move |_| session.book.with(Option::is_some));
    let links = each(move || {
        let entries = ENTRIES.iter().filter(|_| is_open.get());
        entries.map(|(icon, word, screen)| link(*icon, *word, *screen)).collect()
    });
    view! {
        <nav
            class="rail"
            class:collapsed=live(move || collapsed.get())
            aria-label=speech.text(label::frame::SCREENS)
        >
            {links}
            <button
                type="button"
                class="button quiet icon-only collapse"
                aria-label=speech.text(label::frame::COLLAPSE)
                aria-expanded=live(move || Some(if collapsed.get() { "false" } else { "true" }))
                title=speech.text(label::frame::COLLAPSE)
                on:click=toggle
            >
                {icon::draw(Icon::Collapse)}
            </button>
        </nav>
    }
    .into_any()
}

fn link(icon: Icon, word: Label, screen: fn() -> Screen) -> AnyView {
    let speech = use_speech();
    let navigation = use_navigation();
    let href = navigation.aspect(move |route| route.turn(screen()).hash());
    let is_here = navigation.aspect(move |route| match &route.place {
        Place::Book { screen: here, .. } => is_under(here, &screen()),
        Place::Welcome | Place::Unknown => false,
    });
    view! {
        <a
            href=live(move || href.get())
            title=speech.text(word)
            aria-current=live(move || is_here.get().then_some("page"))
        >
            {icon::draw(icon)}
            <span>{speech.text(word)}</span>
        </a>
    }
    .into_any()
}

/// Whether a screen belongs to an entry of the rail: a customer's page to the customers.
fn is_under(here: &Screen, entry: &Screen) -> bool {
    match here {
        Screen::Customer(_) => *entry == Screen::Customers,
        Screen::Handbook => *entry == Screen::Settings,
        // They are reached from the worklist.
        Screen::Meeting | Screen::Playbook | Screen::Alerts | Screen::Letters => {
            *entry == Screen::Today
        }
        Screen::Today
        | Screen::Customers
        | Screen::Items
        | Screen::Aging
        | Screen::Discounts
        | Screen::Share
        | Screen::Settings => here == entry,
    }
}
