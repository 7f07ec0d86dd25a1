//! The actions that are there on every screen.
//! Never does what belongs to a screen: it leads there and leaves a wish.

use leptos::prelude::*;

use super::FrameSession;
use crate::page::action::{Key, Wish, use_actions};
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::route::{Place, Route, Screen};
use crate::page::speech::use_speech;
use crate::page::theme::Theme;

/// Where an action leads.
type To = fn() -> Screen;

const SCREENS: [(Label, To); 12] = [
    (label::frame::TODAY_SCREEN, || Screen::Today),
    (label::credit::ALERTS, || Screen::Alerts),
    (label::meeting::TITLE, || Screen::Meeting),
    (label::playbook::TITLE, || Screen::Playbook),
    (label::frame::CUSTOMERS, || Screen::Customers),
    (label::frame::ITEMS, || Screen::Items),
    (label::frame::AGING, || Screen::Aging),
    (label::frame::SHARE, || Screen::Share),
    (label::frame::SETTINGS, || Screen::Settings),
    (label::handbook::TITLE, || Screen::Handbook),
    (label::finding::IMPORT, || Screen::Share),
    (label::finding::EXPORT, || Screen::Share),
];

const RECORDS: [(Label, To, Wish); 3] = [
    (label::item::NEW_INVOICE, || Screen::Items, Wish::Invoice),
    (label::item::NEW_RECEIPT, || Screen::Items, Wish::Receipt),
    (label::customer::NEW, || Screen::Customers, Wish::Customer),
];

/// Offers what can be done while a workbook is open.
pub(super) fn of_book(session: FrameSession) {
    let (actions, navigation) = (use_actions(), use_navigation());
    let go = move |to: To| {
        let here = navigation.route_untracked();
        let there = here.turn(to());
        if here.place != there.place {
            navigation.go(&there);
        }
    };
    for (label, to, wish) in RECORDS {
        actions.offer(label, None, move || {
            go(to);
            actions.wish(wish);
        });
    }
    for (label, to) in SCREENS {
        actions.offer(label, None, move || go(to));
    }
    let undo = move || run(session.undo_name, session.on_undo);
    let redo = move || run(session.redo_name, session.on_redo);
    actions.offer(label::frame::UNDO, Some(Key::command("z")), undo);
    actions.offer(label::frame::REDO, Some(Key::command("y")), redo);
    // A Mac's key for the same; one line in the lists is enough.
    actions.offer_key(label::frame::REDO, Key::command("z").shift(), redo);
    actions.offer(label::frame::BACK_TO_TODAY, None, move || {
        navigation.change(|route| route.on_day(None));
    });
}

/// Offers what can always be done.
pub(super) fn of_page(theme: RwSignal<Theme>) {
    let (actions, navigation, speech) = (use_actions(), use_navigation(), use_speech());
    actions.offer(label::finding::SWITCH_LANGUAGE, None, move || speech.switch());
    let next = move || theme.update(|theme| *theme = theme.next());
    actions.offer(label::finding::SWITCH_THEME, None, next);
    actions.offer(label::finding::WORKBOOKS, None, move || {
        navigation.go(&Route::at(Place::Welcome));
    });
}

fn run(name: Signal<Option<String>>, act: UnsyncCallback<()>) {
    if name.with_untracked(Option::is_some) {
        act.run(());
    }
}
