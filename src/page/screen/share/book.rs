//! Putting the open workbook away, and deleting it from this browser (A9).
//! Never deletes before the person was offered an export and said so.

use huikuan::say;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::export;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::check::Check;
use crate::page::part::dialog::Dialog;
use crate::page::part::toast::use_toaster;
use crate::page::route::{Place, Route};
use crate::page::session::use_session;
use crate::page::speech::use_speech;

/// The setting of the address that opens the question whether to delete.
pub(crate) const MANAGE: &str = "manage";
/// Its value for that.
pub(crate) const DELETE: &str = "delete";

/// Both buttons, and the dialog of the second.
pub(super) fn actions() -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let navigation = use_navigation();
    let asked = navigation.aspect(|route| route.parameter(MANAGE) == DELETE);
    let asking = RwSignal::new(false);
    Effect::new(move |_| {
        if asked.get() {
            asking.set(true);
            navigation.change(|route| route.with(MANAGE, ""));
        }
    });
    let archive = UnsyncCallback::new(move |()| {
        let open = session.read_untracked(|workbook| {
            (workbook.id().to_string(), workbook.ledger().policy().title.clone())
        });
        if let Some((id, title)) = open {
            session.archive_book(&id, true);
            toaster.say(untrack(|| speech.fill(label::storage::ARCHIVED_TOAST, &[&title])));
            navigation.go(&Route::at(Place::Welcome));
        }
    });
    let ask = UnsyncCallback::new(move |()| asking.set(true));
    view! {
        <div class="stack">
            <div class="actions">
                <Button label=speech.text(label::storage::ARCHIVE) on_press=archive/>
                <Button label=speech.text(label::storage::DELETE) on_press=ask/>
            </div>
        </div>
        {deletion(asking)}
    }
}

/// The question, which names the workbook and what goes with it.
fn deletion(open: RwSignal<bool>) -> impl IntoView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let navigation = use_navigation();
    let sure = RwSignal::new(false);
    let book = Memo::new(move |_| {
        session.read(|workbook| {
            let title = workbook.ledger().policy().title.clone();
            (workbook.id(), title, workbook.journal().entries().len().to_string())
        })
    });
    Effect::new(move |_| {
        // What was ticked for one question is no answer to the next.
        open.track();
        sure.set(false);
    });
    let named = move |words| {
        let (_, title, entries) = book.get()?;
        Some(speech.fill(words, &[&title, &entries]))
    };
    let delete = UnsyncCallback::new(move |()| {
        let Some((id, title, _)) = book.get_untracked() else { return };
        open.set(false);
        navigation.go(&Route::at(Place::Welcome));
        spawn_local(async move {
            match session.delete_book(id).await {
                Ok(()) => {
                    toaster.say(untrack(|| speech.fill(label::storage::DELETED, &[&title])));
                }
                Err(fault) => {
                    let why = untrack(|| say::store_fault(&fault, speech.language()));
                    let failed = || speech.fill(label::storage::NOT_DELETED, &[&why]);
                    toaster.alarm(untrack(failed));
                }
            }
        });
    });
    let question = Signal::derive(move || named(label::storage::DELETE_NAMED).unwrap_or_default());
    view! {
        <Dialog title=move || question.get() open>
            <p>{move || named(label::storage::DELETE_TEXT)}</p>
            {export::buttons(ButtonLook::Plain)}
            <Check label=speech.text(label::storage::DELETE_SURE) checked=sure/>
            <div class="actions">
                <Button
                    label=move || question.get()
                    on_press=delete
                    look=ButtonLook::Main
                    disabled=Signal::derive(move || !sure.get())
                />
            </div>
        </Dialog>
    }
}
