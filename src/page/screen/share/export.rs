//! Exporting the whole workbook as JSON.
//! Never says that a backup was made: the browser does not tell.

use huikuan::format::json::{Heading, export};
use huikuan::journal::Digest;
use leptos::prelude::*;

use crate::page::browser::{clock, file};
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::toast::use_toaster;
use crate::page::session::{Session, use_session};
use crate::page::speech::use_speech;

/// The card with the button.
pub(super) fn export_card() -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let press = UnsyncCallback::new(move |()| match write(session) {
        Some(Ok(name)) => toaster.say(untrack(|| speech.fill(label::share::EXPORTED, &[&name]))),
        Some(Err(why)) => {
            toaster.alarm(untrack(|| speech.fill(label::share::NOT_EXPORTED, &[&why])));
        }
        None => {}
    });
    view! {
        <Card title=speech.text(label::share::EXPORT)>
            <div class="block">
                <p>{speech.text(label::share::EXPORT_TEXT)}</p>
                <Button
                    label=speech.text(label::share::EXPORT_BUTTON)
                    on_press=press look=ButtonLook::Main
                />
            </div>
        </Card>
    }
}

/// Writes the file and gives its name; `None` while no workbook is open.
fn write(session: Session) -> Option<Result<String, String>> {
    let written = session.read_untracked(|workbook| {
        let title = workbook.ledger().policy().title.clone();
        let heading = Heading { workbook: Some(workbook.id()), title: title.clone() };
        let text = export(&heading, workbook.journal()).map_err(|fault| fault.to_string())?;
        Ok((title, text))
    })?;
    Some(written.and_then(|(title, text)| {
        let name = name(&title, &text);
        let saved = file::download(&name, "application/json", text.as_bytes());
        saved.map(|()| name).map_err(|fault| fault.0)
    }))
}

/// Book, time and a short hash, so that two files of one day are told apart.
fn name(title: &str, text: &str) -> String {
    let safe: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let time = clock::now().map(|now| now.as_str().replace([':', 'T', 'Z'], "-"));
    let hash = Digest::of(&text).map(|digest| digest.to_string()).unwrap_or_default();
    let hash: String = hash.chars().take(6).collect();
    format!("{safe}-{}{hash}.json", time.unwrap_or_default())
}
