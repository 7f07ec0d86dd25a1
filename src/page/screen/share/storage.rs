//! How the browser's storage does: room, second copy, the browser's promise, what is damaged.
//! Never frees or clears anything by itself.

use huikuan::job::to_bytes;
use huikuan::journal::Damage;
use huikuan::say;
use huikuan::store::{PORTABLE_UNITS_MAX, Room, RoomLevel};
use huikuan::view::amount::grouped;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::browser::{file, persistence};
use crate::page::label::{self, Label};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::live::{maybe, shown};
use crate::page::part::notice::{Badge, Tone};
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::session::use_session;
use crate::page::speech::{Speech, use_speech};

/// Damaged values listed.
const LISTED_MAX: usize = 20;

/// The card.
pub(super) fn storage_card() -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    spawn_local(session.measure());
    let free = UnsyncCallback::new(move |()| {
        spawn_local(async move {
            let freed = session.free_room().await;
            let language = untrack(|| speech.language());
            match freed {
                Ok(0) => toaster.say(label::storage::NOTHING_FREED.text(language)),
                Ok(units) => {
                    let units = grouped(&units.to_string());
                    toaster.say(label::storage::FREED.fill(language, &[&units]));
                }
                Err(fault) => {
                    let why = say::store_fault(&fault, language);
                    toaster.alarm(label::storage::NOT_FREED.fill(language, &[&why]));
                }
            }
        });
    });
    let own = shown(move || used(session.book_room.get(), speech));
    let all = shown(move || used(session.room.get(), speech));
    let left = shown(move || left(session.room.get(), speech));
    let second = shown(move || {
        let copy = session.second_copy();
        let (words, tone) = match (copy.fault, copy.waiting) {
            (Some(why), _) => (speech.fill(label::storage::SECOND_FAILED, &[&why]), Tone::Bad),
            (None, 0) => (speech.now(label::storage::SECOND_FINE).to_owned(), Tone::Good),
            (None, waiting) => {
                let waiting = waiting.to_string();
                (speech.fill(label::storage::SECOND_WAITING, &[&waiting]), Tone::Warn)
            }
        };
        view! { <span class=tone.class()>{words}</span> }.into_any()
    });
    view! {
        <Card title=speech.text(label::storage::TITLE)>
            <dl class="facts">
                {line(speech, label::storage::OF_BOOK, own.into_any())}
                {line(speech, label::storage::OF_ALL, all.into_any())}
                {line(speech, label::storage::LEFT, left.into_any())}
                {line(speech, label::storage::SECOND_COPY, second.into_any())}
                {promise(speech, toaster)}
            </dl>
            <div class="block">
                <Button label=speech.text(label::storage::FREE) on_press=free/>
            </div>
            {maybe(move || {
                let damages = session.damages.get();
                (!damages.is_empty()).then(|| damaged(damages))
            })}
        </Card>
    }
}

fn line(speech: Speech, name: Label, value: AnyView) -> AnyView {
    view! { <dt>{speech.text(name)}</dt> <dd>{value}</dd> }.into_any()
}

/// Units in use, against what every browser grants.
fn used(room: Option<Room>, speech: Speech) -> AnyView {
    let Some(room) = room else { return speech.now(label::storage::MEASURING).into_any() };
    units(room.portable_units, speech).into_any()
}

/// Units that are left, with a word when they are few.
fn left(room: Option<Room>, speech: Speech) -> AnyView {
    let Some(room) = room else { return speech.now(label::storage::MEASURING).into_any() };
    let tone = match room.level() {
        RoomLevel::Ample => Tone::Good,
        RoomLevel::Scarce => Tone::Warn,
        RoomLevel::NearlyFull => Tone::Bad,
    };
    let words = units(PORTABLE_UNITS_MAX.saturating_sub(room.portable_units), speech);
    view! { <span class=tone.class()>{words}</span> }.into_any()
}

fn units(count: usize, speech: Speech) -> String {
    let percent = (count * 100 / PORTABLE_UNITS_MAX).to_string();
    speech.fill(label::storage::UNITS, &[&grouped(&count.to_string()), &percent])
}

/// What the browser promises, and asking it to.
fn promise(speech: Speech, toaster: Toaster) -> AnyView {
    let granted = RwSignal::new(None::<bool>);
    spawn_local(async move {
        let answer = persistence::is_granted().await;
        granted.try_set(answer);
    });
    let ask = UnsyncCallback::new(move |()| {
        spawn_local(async move {
            let answer = persistence::ask().await;
            granted.try_set(answer);
            let words = match answer {
                Some(true) => label::storage::ASKED_YES,
                Some(false) | None => label::storage::ASKED_NO,
            };
            toaster.say(untrack(|| speech.now(words)));
        });
    });
    let value = shown(move || {
        let words = match granted.get() {
            Some(true) => label::storage::KEPT_YES,
            Some(false) => label::storage::KEPT_NO,
            None => label::storage::KEPT_UNKNOWN,
        };
        speech.now(words).into_any()
    });
    let button = maybe(move || {
        let label = speech.text(label::storage::ASK);
        let button = || view! { " " <Button label on_press=ask/> }.into_any();
        (granted.get() != Some(true)).then(button)
    });
    line(speech, label::storage::KEPT, view! { {value} {button} }.into_any())
}

/// Values that could not be read, and all of them as a file.
fn damaged(damages: Vec<Damage>) -> AnyView {
    let (speech, toaster) = (use_speech(), use_toaster());
    let items: Vec<AnyView> = damages
        .iter()
        .take(LISTED_MAX)
        .map(|held| view! { <li>{say::damage(held, speech.language())}</li> }.into_any())
        .collect();
    let count = damages.len().to_string();
    let save = UnsyncCallback::new(move |()| {
        let bytes = to_bytes(&damages).unwrap_or_default();
        if let Err(fault) = file::download("huikuan-damaged.json", "application/json", &bytes) {
            let failed = || speech.fill(label::session::RAW_NOT_SAVED, &[&fault.0]);
            toaster.alarm(untrack(failed));
        }
    });
    view! {
        <div class="block">
            <h3>{speech.text(label::storage::DAMAGED)} " " <Badge text=count tone=Tone::Bad/></h3>
            <ul class="findings">{items}</ul>
            <Button
                label=speech.text(label::storage::SAVE_DAMAGED)
                on_press=save look=ButtonLook::Plain
            />
        </div>
    }
    .into_any()
}
