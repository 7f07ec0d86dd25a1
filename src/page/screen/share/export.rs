//! Exporting the whole workbook as JSON, and what is known of its last copy.
//! Never says that a backup was made before the person or the file picker does.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::browser::file;
use crate::page::browser::file_picker;
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::live::{maybe, shown};
use crate::page::part::notice::Notice;
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::session::backup::{Backup, Offered, use_backup};
use crate::page::session::book_file::{BookFile, MEDIA_TYPE};
use crate::page::session::linked::{Link, use_linked};
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// What exporting needs; copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Exporter {
    session: Session,
    backup: Backup,
    speech: Speech,
    toaster: Toaster,
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
        let Some(file) = self.written() else { return };
        spawn_local(async move {
            let saved = match file_picker::choose(&file.name).await {
                Ok(Some(handle)) => {
                    handle.write(file.text.as_bytes()).await.map(|()| handle.name())
                }
                // The person closed the picker.
                Ok(None) => return,
                Err(fault) => Err(fault),
            };
            match saved {
                Ok(name) => {
                    self.backup.made(file.book, file.entries);
                    self.say(label::storage::SAVED_AS, &name);
                }
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
    fn written(self) -> Option<BookFile> {
        self.session.book_file()?.map_err(|why| self.alarm(&why)).ok()
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
                {file_picker::is_offered().then(linked_file)}
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

/// The file that follows the workbook, where the browser lets a page keep one.
fn linked_file() -> AnyView {
    let (speech, linked) = (use_speech(), use_linked());
    let choose = UnsyncCallback::new(move |()| linked.choose());
    let wake = UnsyncCallback::new(move |()| linked.wake());
    let unlink = UnsyncCallback::new(move |()| linked.unlink());
    shown(move || {
        let (words, name, is_asleep) = match linked.link.get() {
            Link::None => {
                let label = speech.text(label::storage::LINK);
                return view! { <Button label on_press=choose/> }.into_any();
            }
            Link::Asleep(name) => (label::storage::LINK_ASLEEP, [name, String::new()], true),
            Link::Behind(name) => (label::storage::LINK_BEHIND, [name, String::new()], false),
            Link::UpToDate(name) => (label::storage::LINK_CURRENT, [name, String::new()], false),
            Link::Failed(name, why) => (label::storage::LINK_FAILED, [name, why], true),
        };
        let words = speech.fill(words, &name.each_ref().map(String::as_str));
        let again = is_asleep.then(|| {
            let label = speech.text(label::storage::LINK_WAKE);
            view! { <Button label on_press=wake look=ButtonLook::Main/> }.into_any()
        });
        view! {
            <p>{words}</p>
            <div class="actions">
                {again}
                <Button
                    label=speech.text(label::storage::UNLINK)
                    on_press=unlink look=ButtonLook::Quiet
                />
            </div>
        }
        .into_any()
    })
    .into_any()
}
