//! Exporting the whole workbook as JSON, and what is known of its last copy.
//! Never says that a backup was made before the person or the file picker does.

use huikuan::format::json::{Heading, export};
use huikuan::journal::Digest;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::browser::file_picker;
use crate::page::browser::{clock, file};
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::live::{maybe, shown};
use crate::page::part::notice::Notice;
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::session::backup::{Backup, Offered, use_backup};
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

const MEDIA_TYPE: &str = "application/json";

/// What exporting needs; copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Exporter {
    session: Session,
    backup: Backup,
    speech: Speech,
    toaster: Toaster,
}

/// A workbook as a file.
struct Written {
    name: String,
    text: String,
    entries: usize,
}

pub(super) fn use_exporter() -> Exporter {
    Exporter {
        session: use_session(),
        backup: use_backup(),
        speech: use_speech(),
        toaster: use_toaster(),
    }
}

impl Exporter {
    /// Offers the open workbook as a download, and asks whether it is there.
    pub(super) fn download(self) {
        let Some(written) = self.written() else { return };
        let saved = file::download(&written.name, MEDIA_TYPE, written.text.as_bytes());
        match saved {
            Ok(()) => {
                self.say(label::share::EXPORTED, &written.name);
                self.backup.offer(written.name, written.entries);
            }
            Err(fault) => self.alarm(&fault.0),
        }
    }

    /// Lets the person choose a file, which the browser confirms when it has closed it.
    pub(super) fn save_as(self) {
        let Some(written) = self.written() else { return };
        let Some(book) = self.session.read_untracked(huikuan::workbook::Workbook::id) else {
            return;
        };
        spawn_local(async move {
            match file_picker::save(&written.name, written.text.as_bytes()).await {
                Ok(true) => {
                    self.backup.made(book, written.entries);
                    self.say(label::storage::SAVED_AS, &written.name);
                }
                // The person closed the picker.
                Ok(false) => {}
                Err(fault) => self.alarm(&fault.0),
            }
        });
    }

    fn say(self, words: label::Label, name: &str) {
        self.toaster.say(untrack(|| self.speech.fill(words, &[name])));
    }

    fn alarm(self, why: &str) {
        self.toaster.alarm(untrack(|| self.speech.fill(label::share::NOT_EXPORTED, &[why])));
    }

    /// The open workbook as a file; says so where it cannot be written.
    fn written(self) -> Option<Written> {
        let written = self.session.read_untracked(|workbook| {
            let title = workbook.ledger().policy().title.clone();
            let heading = Heading { workbook: Some(workbook.id()), title: title.clone() };
            let text = export(&heading, workbook.journal()).map_err(|fault| fault.to_string())?;
            let entries = workbook.journal().entries().len();
            Ok(Written { name: name(&title, &text), text, entries })
        })?;
        written.map_err(|why: String| self.alarm(&why)).ok()
    }
}

/// The card with the button and what is known of the last copy.
pub(super) fn export_card() -> impl IntoView {
    let (speech, backup) = (use_speech(), use_backup());
    let last = shown(move || {
        let lag = backup.lag();
        let words = match backup.last().filter(|last| last.is_made) {
            None => speech.now(label::storage::NO_COPY).to_owned(),
            Some(last) => {
                let (on, changes) = (last.on.to_string(), lag.changes.to_string());
                speech.fill(label::storage::LAST_COPY, &[&on, &changes])
            }
        };
        view! { <p class="hint">{words}</p> }.into_any()
    });
    view! {
        <Card title=speech.text(label::share::EXPORT)>
            <div class="block">
                <p>{speech.text(label::share::EXPORT_TEXT)}</p>
                {last}
                {buttons(ButtonLook::Main)}
            </div>
        </Card>
    }
}

/// The ways to export, and the question after a download.
pub(super) fn buttons(look: ButtonLook) -> AnyView {
    let (speech, backup, exporter) = (use_speech(), use_backup(), use_exporter());
    let download = UnsyncCallback::new(move |()| exporter.download());
    let save_as = file_picker::is_offered().then(|| {
        let press = UnsyncCallback::new(move |()| exporter.save_as());
        view! { <Button label=speech.text(label::storage::SAVE_AS) on_press=press/> }.into_any()
    });
    view! {
        <div class="actions">
            <Button label=speech.text(label::share::EXPORT_BUTTON) on_press=download look/>
            {save_as}
        </div>
        {maybe(move || backup.offered.get().map(question))}
    }
    .into_any()
}

/// Whether a downloaded file is there.
fn question(offered: Offered) -> AnyView {
    let (speech, backup, toaster) = (use_speech(), use_backup(), use_toaster());
    let yes = UnsyncCallback::new(move |()| {
        backup.confirm();
        toaster.say(untrack(|| speech.now(label::storage::COPY_NOTED)));
    });
    let no = UnsyncCallback::new(move |()| backup.offered.set(None));
    view! {
        <Notice>
            <p>{speech.fill(label::storage::IS_IT_THERE, &[&offered.name])}</p>
            <div class="actions">
                <Button label=speech.text(label::storage::IT_IS) on_press=yes/>
                <Button
                    label=speech.text(label::storage::IT_IS_NOT) on_press=no look=ButtonLook::Quiet
                />
            </div>
        </Notice>
    }
    .into_any()
}

/// Book, time and a short hash, so that two files of one day are told apart.
fn name(title: &str, text: &str) -> String {
    let safe: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let time = clock::now().map(|now| now.as_str().replace([':', 'T', 'Z'], "-"));
    let hash = Digest::of(&text).map(|digest| digest.to_string()).unwrap_or_default();
    let hash: String = hash.chars().take(6).collect();
    format!("{safe}-{}{hash}.json", time.unwrap_or_default())
}
