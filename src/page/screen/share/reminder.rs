//! The reminder that a workbook has changed much since its last copy (I5).
//! Never in the way: it stands above the screen, and can be put off until tomorrow.

use leptos::prelude::*;

use super::export;
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::maybe;
use crate::page::part::notice::{Notice, Tone};
use crate::page::session::backup::use_backup;
use crate::page::speech::use_speech;

/// The reminder, while it is due.
pub(crate) fn reminder() -> impl IntoView {
    let (speech, backup) = (use_speech(), use_backup());
    let due = Memo::new(move |_| backup.is_due());
    let words = move || {
        let lag = backup.lag();
        let is_made = backup.last().is_some_and(|last| last.is_made);
        let label = if is_made { label::storage::REMIND } else { label::storage::REMIND_NEVER };
        speech.fill(label, &[&lag.days.to_string(), &lag.changes.to_string()])
    };
    let later = UnsyncCallback::new(move |()| backup.put_off());
    maybe(move || {
        let notice = || {
            view! {
                <Notice tone=Tone::Warn>
                    <p>{words}</p>
                    {export::buttons(ButtonLook::Plain)}
                    <Button
                        label=speech.text(label::storage::LATER)
                        on_press=later look=ButtonLook::Quiet
                    />
                </Notice>
            }
            .into_any()
        };
        due.get().then(notice)
    })
}
