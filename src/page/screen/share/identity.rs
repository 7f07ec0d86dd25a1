//! Whose book it is: the workbook's name and the person at this laptop, who stands in the history.
//! Never asks before it is needed: both can stay empty.

use leptos::prelude::*;

use crate::page::label;
use crate::page::part::card::Card;
use crate::page::part::field::TextField;
use crate::page::part::toast::use_toaster;
use crate::page::session::books::use_books;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The card with both names, each kept when its field is left.
pub(crate) fn identity_card() -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let books = use_books();
    let shown = Memo::new(move |_| {
        session.read(|workbook| workbook.ledger().policy().title.clone()).unwrap_or_default()
    });
    let title = RwSignal::new(String::new());
    Effect::new(move |_| title.set(shown.get()));
    let person = RwSignal::new(session.by.get_untracked());
    let rename = UnsyncCallback::new(move |(typed,): (String,)| {
        let typed = typed.trim().to_owned();
        if typed.is_empty() || typed == shown.get_untracked() {
            title.set(shown.get_untracked());
        } else if let Err(rejection) = books.session().rename_book(&typed) {
            toaster.alarm(untrack(|| refusal(speech, &rejection)));
        }
    });
    let sign = UnsyncCallback::new(move |(typed,): (String,)| session.name_person(typed.trim()));
    view! {
        <Card title=speech.text(label::share::IDENTITY)>
            <div class="details">
                <TextField
                    label=speech.text(label::share::BOOK_TITLE) value=title on_leave=rename
                />
                <TextField
                    label=speech.text(label::share::PERSON)
                    hint=speech.text(label::share::PERSON_HINT)
                    value=person on_leave=sign
                />
            </div>
            {super::book::actions()}
        </Card>
    }
}
