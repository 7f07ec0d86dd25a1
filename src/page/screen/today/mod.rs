//! Today 今日: whom to contact, how and why, and the card on which the result is recorded.
//! Never decides who is on the list, and keeps no filter of its own: all stand in the address.

mod bulk;
mod card;
mod filter;
mod list;
mod reason;
mod script;

use std::sync::Arc;

use huikuan::id::Key;
use huikuan::rule::collection::TaskState;
use huikuan::view::amount::figure;
use huikuan::view::worklist::{Day, RowFilter, progress};
use leptos::prelude::*;

use self::filter::{filter_of, filters};
use self::list::list;
use crate::page::action::{Key as KeyStroke, use_actions};
use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::part::card::Card;
use crate::page::part::empty::EmptyState;
use crate::page::part::live::{live, maybe, shown};
use crate::page::part::notice::Notice;
use crate::page::route::Screen;
use crate::page::session::use_session;
use crate::page::speech::{keep_title, use_speech};

/// The setting of the address that names the customer whose card is shown.
const CUSTOMER: &str = "customer";

/// What all parts of the screen share; copies are the same.
#[derive(Clone, Copy)]
struct Desk {
    day: Memo<Option<Arc<Day>>>,
    filter: Memo<RowFilter>,
    /// The customers that the filter admits, in the order of the list.
    shown: Memo<Vec<Key>>,
    /// The customer whose card is shown.
    chosen: Memo<Option<Key>>,
    navigation: Navigation,
}

impl Desk {
    fn new() -> Self {
        let (session, navigation) = (use_session(), use_navigation());
        let day = Memo::new(move |_| session.day());
        let filter = navigation.aspect(filter_of);
        let shown = Memo::new(move |_| {
            let (filter, on) = (filter.get(), session.as_of().number());
            let found = session.read(|workbook| {
                let ledger = workbook.ledger();
                day.with(|day| {
                    let rows = day.iter().flat_map(|day| &day.rows);
                    let admitted = rows.filter(|row| filter.admits(row, ledger, on));
                    admitted.map(|row| row.customer.clone()).collect::<Vec<_>>()
                })
            });
            found.unwrap_or_default()
        });
        let named = navigation.aspect(|route| route.parameter(CUSTOMER).to_owned());
        let chosen = Memo::new(move |_| {
            let key = Key::of(&named.get());
            let is_there = |key: &Key| day.with(|day| day.iter().any(|it| it.row(key).is_some()));
            if !key.is_empty() && is_there(&key) {
                return Some(key);
            }
            let due = |key: &&Key| {
                let row = |day: &Arc<Day>| Some(day.row(key)?.task.state == TaskState::Due);
                day.with(|day| day.as_ref().and_then(row)) == Some(true)
            };
            shown.with(|shown| shown.iter().find(due).or(shown.first()).cloned())
        });
        Self { day, filter, shown, chosen, navigation }
    }

    /// Shows another customer's card.
    fn choose(self, customer: &Key) {
        self.navigation.change(|route| route.with(CUSTOMER, customer.as_str()));
    }

    /// The customer `step` places on in the list; after the last comes the first.
    fn beside(self, step: isize) -> Option<Key> {
        let chosen = self.chosen.get_untracked();
        self.shown.with_untracked(|shown| {
            let at = shown.iter().position(|key| Some(key) == chosen.as_ref());
            let count = isize::try_from(shown.len()).ok().filter(|count| *count > 0)?;
            let at = at.map_or(0, |at| isize::try_from(at).unwrap_or(0) + step);
            shown.get(usize::try_from(at.rem_euclid(count)).ok()?).cloned()
        })
    }

    /// The next customer who is still to be contacted today, after the chosen one; else the one
    /// beside it.
    fn next_due(self) -> Option<Key> {
        let chosen = self.chosen.get_untracked();
        let day = self.day.get_untracked()?;
        self.shown.with_untracked(|shown| {
            let at = shown.iter().position(|key| Some(key) == chosen.as_ref()).unwrap_or(0);
            let later = shown.iter().skip(at + 1).chain(shown.iter().take(at));
            let is_due =
                |key: &&Key| day.row(key).is_some_and(|row| row.task.state == TaskState::Due);
            later.clone().find(is_due).cloned()
        })
    }
}

/// The screen.
#[component]
pub(crate) fn TodayScreen() -> impl IntoView {
    let (session, speech) = (use_session(), use_speech());
    keep_title(move || speech.now(label::today::TITLE).to_owned());
    let desk = Desk::new();
    let step = move |by: isize| {
        move || {
            if let Some(customer) = desk.beside(by) {
                desk.choose(&customer);
            }
        }
    };
    use_actions().offer(label::today::NEXT_CUSTOMER, Some(KeyStroke::alone("j")), step(1));
    use_actions().offer(label::today::PREVIOUS_CUSTOMER, Some(KeyStroke::alone("k")), step(-1));
    let nobody =
        Memo::new(move |_| desk.day.with(|day| day.as_ref().is_none_or(|day| day.rows.is_empty())));
    let progress_text = move || {
        let base = session.read(|workbook| workbook.ledger().policy().base_currency);
        let (Some(day), Some(base)) = (desk.day.get(), base) else { return String::new() };
        let made = progress(&day.rows, base);
        let (done, total) = (made.done.to_string(), made.total.to_string());
        let covered = figure(made.covered_minor, base);
        let amount = figure(made.total_minor, base);
        let first = speech.fill(label::today::DONE_OF, &[&done, &total]);
        format!("{first} · {}", speech.fill(label::today::COVERED, &[&covered, &amount]))
    };
    let promised = move || {
        maybe(move || {
            let count = desk.day.with(|day| day.as_ref().map_or(0, |day| day.promised_today.len()));
            let words = speech.fill(label::today::PROMISED_TODAY, &[&count.to_string()]);
            (count > 0).then(|| view! { <Notice>{words}</Notice> }.into_any())
        })
    };
    shown(move || {
        if nobody.get() {
            return nobody_today(desk);
        }
        let head = move || {
            let to = |screen: fn() -> Screen| {
                desk.navigation.aspect(move |route| route.turn(screen()).hash())
            };
            let (meeting, playbook) = (to(|| Screen::Meeting), to(|| Screen::Playbook));
            let (alerts, handbook) = (to(|| Screen::Alerts), to(|| Screen::Handbook));
            let letters = to(|| Screen::Letters);
            view! {
                <span class="quiet" aria-live="polite">{progress_text}</span>
                <span class="push"></span>
                <a href=live(move || alerts.get())>{speech.text(label::credit::ALERTS)}</a>
                <a href=live(move || meeting.get())>{speech.text(label::meeting::TITLE)}</a>
                <a href=live(move || playbook.get())>{speech.text(label::playbook::TITLE)}</a>
                <a href=live(move || handbook.get())>{speech.text(label::handbook::TITLE)}</a>
                <a href=live(move || letters.get())>{speech.text(label::letter::TITLE)}</a>
            }
            .into_any()
        };
        view! {
            <div class="today">
                <Card main=true title=speech.text(label::today::TITLE) head>
                    {promised()}
                    {filters(desk)}
                    {list(desk)}
                </Card>
                {card::card(desk)}
            </div>
        }
        .into_any()
    })
}

/// What stands there while nobody is on the list at all.
fn nobody_today(desk: Desk) -> AnyView {
    let speech = use_speech();
    let route = desk.navigation.route();
    let (customers, share) =
        (route.turn(Screen::Customers).hash(), route.turn(Screen::Share).hash());
    view! {
        <h1 class="visually-hidden">{speech.text(label::today::TITLE)}</h1>
        <EmptyState
            title=speech.text(label::today::NONE_TITLE)
            text=speech.text(label::today::NONE_TEXT)
        >
            <a class="button main" href=customers>{speech.text(label::customer::ALL_CUSTOMERS)}</a>
            <a class="button" href=share>{speech.text(label::customer::TO_IMPORT)}</a>
        </EmptyState>
    }
    .into_any()
}
