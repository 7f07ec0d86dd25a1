//! Sharing: export, import, what is to be settled, who recorded what, and whether all adds up.
//! Never merges before the person has seen what a file brings.

pub(crate) mod book;
mod check;
mod entry;
mod export;
mod finding;
mod history;
pub(crate) mod identity;
pub(crate) mod merge;
pub(crate) mod reminder;
mod storage;

use leptos::prelude::*;

use crate::page::browser::document;
use crate::page::browser::file::ChosenFile;
use crate::page::label;
use crate::page::part::button::Button;
use crate::page::part::card::Card;
use crate::page::part::drop_zone::FileButton;
use crate::page::part::field::TextArea;
use crate::page::part::notice::{Notice, Tone};
use crate::page::screen::import::{Source, use_importing};
use crate::page::speech::{keep_title, use_speech};

/// The share screen.
#[component]
pub(crate) fn ShareScreen(
    #[prop(into)] on_files: UnsyncCallback<(Vec<ChosenFile>,)>,
) -> impl IntoView {
    let speech = use_speech();
    keep_title(move || speech.now(label::share::TITLE).to_owned());
    view! {
        <h1 class="screen-title">{speech.text(label::share::TITLE)}</h1>
        {merge::preview()}
        {where_data_lives()}
        <div class="share">
            {export::export_card()}
            {import_card(on_files)}
        </div>
        {finding::findings()}
        {identity::identity_card()}
        {storage::storage_card()}
        {check::checks()}
        {history::history()}
    }
}

/// What a page from a file has to tell: its data does not move with the file.
fn where_data_lives() -> Option<AnyView> {
    let sentence = use_speech().text(label::share::FROM_FILE);
    let notice = || view! { <Notice tone=Tone::Warn>{sentence}</Notice> }.into_any();
    document::is_from_file().then(notice)
}

fn import_card(on_files: UnsyncCallback<(Vec<ChosenFile>,)>) -> impl IntoView {
    let (speech, importing) = (use_speech(), use_importing());
    let pasted = RwSignal::new(String::new());
    let read = UnsyncCallback::new(move |()| {
        let text = pasted.get_untracked();
        if !text.trim().is_empty() {
            pasted.set(String::new());
            importing.start(Source::Pasted(text));
        }
    });
    view! {
        <Card title=speech.text(label::share::IMPORT)>
            <div class="block">
                <p>{speech.text(label::share::IMPORT_TEXT)}</p>
                <FileButton
                    on_files
                    label=speech.text(label::share::CHOOSE)
                    accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.json"
                />
                <details>
                    <summary>{speech.text(label::share::PASTE)}</summary>
                    <TextArea label=speech.text(label::share::PASTE_HINT) value=pasted rows=4/>
                    <Button label=speech.text(label::share::READ_PASTE) on_press=read/>
                </details>
            </div>
        </Card>
    }
}
