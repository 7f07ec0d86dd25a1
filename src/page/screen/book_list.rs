//! The workbooks of this browser, with what can be done to each of them (A9).
//! Never deletes one: that is asked where its content can be seen and exported.

use leptos::prelude::*;

use crate::page::frame::BookName;
use crate::page::label;
use crate::page::part::card::Card;
use crate::page::part::live::{act, each, maybe};
use crate::page::route::{Route, Screen};
use crate::page::screen::share::book::{DELETE, MANAGE};
use crate::page::session::books::use_books;
use crate::page::speech::{Speech, use_speech};

/// The card of workbooks; nothing on a first visit.
pub(super) fn book_list() -> impl IntoView {
    let (speech, books) = (use_speech(), use_books());
    let some = move |archived: bool| {
        books.list().into_iter().filter(move |book| book.archived == archived)
    };
    let is_empty = Memo::new(move |_| books.list().is_empty());
    let any_archived = Memo::new(move |_| some(true).next().is_some());
    maybe(move || {
        let books = || {
            view! {
                <Card title=speech.text(label::welcome::BOOKS)>
                    <ul class="books">
                        {each(move || some(false).map(|book| item(book, speech)).collect())}
                    </ul>
                    {maybe(move || any_archived.get().then(archived))}
                </Card>
            }
            .into_any()
        };
        (!is_empty.get()).then(books)
    })
}

/// Those that were put away, folded in.
fn archived() -> AnyView {
    let (speech, books) = (use_speech(), use_books());
    let list = each(move || {
        let away = books.list().into_iter().filter(|book| book.archived);
        away.map(|book| item(book, speech)).collect()
    });
    view! {
        <details class="block">
            <summary>{speech.text(label::storage::ARCHIVED)}</summary>
            <ul class="books">{list}</ul>
        </details>
    }
    .into_any()
}

/// A workbook: its title leads into it, the buttons say in their names what they act on.
fn item(book: BookName, speech: Speech) -> AnyView {
    let books = use_books();
    let href = Route::to(&book.id, Screen::Aging).hash();
    let share = Route::to(&book.id, Screen::Share);
    let (rename, delete) = (share.hash(), share.with(MANAGE, DELETE).hash());
    let named = move |words, title: &str| speech.fill(words, &[title]);
    let title = book.title.clone();
    let (id, archived) = (book.id, book.archived);
    let put_away = act(move |_| books.session().archive_book(&id, !archived));
    let (word, name) = if archived {
        (label::storage::BRING_BACK, named(label::storage::BRING_BACK_NAMED, &title))
    } else {
        (label::storage::ARCHIVE, named(label::storage::ARCHIVE_NAMED, &title))
    };
    view! {
        <li>
            <a class="title" href=href>{book.title}</a>
            <a class="button quiet" href=rename aria-label=named(label::storage::RENAME_NAMED, &title)>
                {speech.text(label::storage::RENAME)}
            </a>
            <button type="button" class="button quiet" aria-label=name on:click=put_away>
                {speech.text(word)}
            </button>
            <a class="button quiet" href=delete aria-label=named(label::storage::DELETE_NAMED, &title)>
                {speech.text(label::storage::DELETE)}
            </a>
        </li>
    }
    .into_any()
}
