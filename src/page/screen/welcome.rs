//! The first visit: three ways to begin, and the workbooks that are here already.
//! Never creates anything before it is asked.

use leptos::prelude::*;

use crate::page::browser::file::ChosenFile;
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::drop_zone::FileButton;
use crate::page::screen::book_list::book_list;
use crate::page::session::books::{Beginning, use_books};
use crate::page::speech::{keep_title, use_speech};

/// The first visit.
#[component]
pub(crate) fn Welcome(#[prop(into)] on_files: UnsyncCallback<(Vec<ChosenFile>,)>) -> impl IntoView {
    let (speech, books) = (use_speech(), use_books());
    keep_title(String::new);
    let begin = move |how: Beginning| UnsyncCallback::new(move |()| books.begin(how));
    view! {
        <div class="welcome">
            <h1>{speech.text(label::welcome::TITLE)}</h1>
            <p>{speech.text(label::welcome::TEXT)}</p>
            <div class="ways">
                <section class="card">
                    <h2>{speech.text(label::welcome::IMPORT)}</h2>
                    <p>{speech.text(label::welcome::IMPORT_TEXT)}</p>
                    <FileButton
                        on_files=on_files
                        label=speech.text(label::welcome::IMPORT)
                        look=ButtonLook::Main
                        accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.json"
                    />
                </section>
                <section class="card">
                    <h2>{speech.text(label::welcome::EMPTY)}</h2>
                    <p>{speech.text(label::welcome::EMPTY_TEXT)}</p>
                    <Button
                        label=speech.text(label::welcome::EMPTY)
                        on_press=begin(Beginning::Empty)
                    />
                </section>
                <section class="card">
                    <h2>{speech.text(label::welcome::DEMO)}</h2>
                    <p>{speech.text(label::welcome::DEMO_TEXT)}</p>
                    <Button
                        label=speech.text(label::welcome::DEMO)
                        on_press=begin(Beginning::Demo)
                    />
                </section>
            </div>
            {move || books.making().map(|_| view! {
                <p class="hint" role="status">{speech.text(label::welcome::MAKING)}</p>
            })}
            {book_list()}
        </div>
    }
}
