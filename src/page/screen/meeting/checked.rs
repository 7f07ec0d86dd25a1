//! Whether finance has checked the receipts, and the act that says so (D3).
//! Never checks anything itself: a person answers for it by name.

use huikuan::record::SignOff;
use huikuan::view::meeting::MeetingPack;
use huikuan::view::typed;
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;

use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::card::Card;
use crate::page::part::field::TextField;
use crate::page::part::live::maybe;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::toast::use_toaster;
use crate::page::session::{refusal, use_session};
use crate::page::speech::{Speech, use_speech};

/// Up to which day, and by whom.
pub(super) fn checked(pack: &MeetingPack, speech: Speech) -> AnyView {
    let words = match &pack.checked {
        Some(held) => speech.fill(label::meeting::CHECKED, &[&held.on.to_string(), &held.by]),
        None => speech.now(label::meeting::NOT_CHECKED).to_owned(),
    };
    view! { <p class="hint">{words}</p> }.into_any()
}

/// The card on which finance says so.
pub(super) fn sign_off() -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let on = RwSignal::new(session.as_of_untracked().to_string());
    let by = RwSignal::new(session.by.get_untracked());
    let none = || RwSignal::new(None::<String>);
    let (day_wrong, by_wrong, refused) = (none(), none(), none());
    let say = move |is_wrong: bool, word: label::Label| {
        is_wrong.then(|| untrack(|| speech.now(word).to_owned()))
    };
    let save = UnsyncCallback::new(move |()| {
        let today = session.today.get_untracked();
        let (day, name) = (typed::date(&on.get_untracked(), today), by.get_untracked());
        day_wrong.set(match day {
            None => say(true, label::meeting::NOT_A_DATE),
            Some(day) => say(day > today, label::meeting::NOT_YET),
        });
        by_wrong.set(say(name.trim().is_empty(), label::meeting::NO_CHECKER));
        let is_wrong =
            day_wrong.with_untracked(Option::is_some) || by_wrong.with_untracked(Option::is_some);
        let Some(on) = day.filter(|_| !is_wrong) else { return };
        let sign_off = SignOff { on, by: name.trim().to_owned() };
        match session.apply(Command::SignOff(sign_off)) {
            Ok(()) => {
                refused.set(None);
                toaster.say(untrack(|| speech.now(label::meeting::SIGNED_OFF)));
            }
            Err(why @ Rejection::PersonGone { .. }) => {
                by_wrong.set(Some(untrack(|| refusal(speech, &why))));
            }
            Err(why) => refused.set(Some(untrack(|| refusal(speech, &why)))),
        }
    });
    let notice = maybe(move || {
        refused.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    view! {
        <div class="screen-only">
            <Card title=speech.text(label::meeting::SIGN_OFF)>
                <div class="stack">
                    <p class="hint">{speech.text(label::meeting::SIGN_OFF_HINT)}</p>
                    <div class="form">
                        <TextField
                            label=speech.text(label::meeting::UP_TO) value=on error=day_wrong
                        />
                        <TextField
                            label=speech.text(label::meeting::CHECKED_BY)
                            value=by error=by_wrong on_enter=save
                        />
                    </div>
                    {notice}
                    <div class="actions">
                        <Button label=speech.text(label::meeting::DO_SIGN_OFF) on_press=save/>
                    </div>
                </div>
            </Card>
        </div>
    }
    .into_any()
}
