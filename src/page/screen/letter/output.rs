//! The ways out of a letter: paper, clipboard, mail, message, call (F3).
//! Never sends anything itself.

use huikuan::record::{Channel, Person};
use huikuan::view::letter::{mail_link, phone_link, sms_link};
use leptos::prelude::*;

use super::desk::{Desk, Known};
use crate::page::browser::{clipboard, document};
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::{live, maybe};

/// Puts a text on the clipboard and says whether that worked.
pub(super) fn copy(desk: Desk, text: &str) {
    clipboard::write(text, move |is_copied| {
        let word = if is_copied { label::today::COPIED } else { label::today::NOT_COPIED };
        desk.toaster.say(untrack(|| desk.speech.now(word).to_owned()));
    });
}

/// The buttons and links; `plain` is the text as a message carries it, `subject` that of a mail.
pub(super) fn outputs(
    desk: Desk,
    known: Memo<Option<Known>>,
    channel: Signal<Channel>,
    (subject, plain): (Memo<String>, Memo<String>),
    record: UnsyncCallback<()>,
) -> AnyView {
    let speech = desk.speech;
    let print = UnsyncCallback::new(|()| document::print());
    let copy = UnsyncCallback::new(move |()| copy(desk, &plain.get_untracked()));
    let person = move |of: fn(&Person) -> &str| {
        known.with(|known| {
            let people = known.iter().flat_map(|known| &known.people);
            let mut texts = people.map(of).filter(|text| !text.is_empty());
            texts.next().map(str::to_owned)
        })
    };
    let mail = live(move || {
        let address = person(|person| &person.email).unwrap_or_default();
        subject.with(|subject| plain.with(|plain| mail_link(&address, subject, plain)))
    });
    let message = live(move || {
        let number = person(|person| &person.phone).unwrap_or_default();
        plain.with(|plain| sms_link(&number, plain))
    });
    let call = maybe(move || {
        let number = person(|person| &person.phone)?;
        let words = speech.fill(label::letter::CALL, &[&number]);
        Some(view! { <a class="button" href=phone_link(&number)>{words}</a> }.into_any())
    });
    // What came of a call is for the form of the result.
    let recorded = maybe(move || {
        (channel.get() != Channel::Phone).then(|| {
            let label = speech.text(label::letter::RECORD);
            view! { <Button label on_press=record look=ButtonLook::Main/> }.into_any()
        })
    });
    view! {
        <div class="actions toolbar">
            <Button label=speech.text(label::letter::PRINT) on_press=print/>
            <Button label=speech.text(label::letter::COPY) on_press=copy/>
            <a class="button" href=mail>{speech.text(label::letter::MAIL)}</a>
            <a class="button" href=message>{speech.text(label::letter::SMS)}</a>
            {call}
            {recorded}
        </div>
    }
    .into_any()
}
