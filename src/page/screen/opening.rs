//! What stands in the place of a screen while its workbook is not open, and why.
//! Never opens or repairs anything: it offers what a person can do.

use huikuan::id::WorkbookId;
use huikuan::journal::StoreFault;
use huikuan::say;
use leptos::prelude::*;

use crate::page::browser::file::ChosenFile;
use crate::page::label::{self, Label};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::drop_zone::FileButton;
use crate::page::part::empty::EmptyState;
use crate::page::part::progress::Progress;
use crate::page::part::toast::use_toaster;
use crate::page::route::{Place, Route};
use crate::page::session::opening::Opening;
use crate::page::session::use_session;
use crate::page::speech::{keep_title, use_speech};

/// Where a file goes that is chosen here.
pub(crate) type OnFiles = UnsyncCallback<(Vec<ChosenFile>,)>;

/// The workbook of the address, while it is not open.
pub(crate) fn not_open(opening: Opening, on_files: OnFiles) -> AnyView {
    let speech = use_speech();
    keep_title(String::new);
    match opening {
        Opening::Nothing | Opening::Open => ().into_any(),
        Opening::Reading { done, total } => {
            let permille = u32::try_from((done * 1_000).checked_div(total).unwrap_or(0)).ok();
            let label = speech.text(label::session::OPENING);
            view! { <Progress label done_permille=Signal::stored(permille)/> }.into_any()
        }
        Opening::Unknown => restore(label::welcome::GONE_TEXT, on_files),
        Opening::Gone => restore(label::session::DELETED_TEXT, on_files),
        Opening::Stopped(book) => stopped(book),
        Opening::Failed(fault) => failed(fault),
    }
}

/// A workbook that is not here, and how to have it back.
fn restore(text: Label, on_files: OnFiles) -> AnyView {
    let speech = use_speech();
    view! {
        <EmptyState title=speech.text(label::welcome::GONE_TITLE) text=speech.text(text)>
            <FileButton
                on_files
                label=speech.text(label::session::RESTORE)
                look=ButtonLook::Main
                accept=".json"
            />
            {home()}
        </EmptyState>
    }
    .into_any()
}

/// A workbook at which a page stopped: its raw values first, then another try.
fn stopped(book: WorkbookId) -> AnyView {
    let (speech, session, toaster) = (use_speech(), use_session(), use_toaster());
    let save = UnsyncCallback::new(move |()| {
        if let Err(why) = session.download_raw(book) {
            toaster.alarm(untrack(|| speech.fill(label::session::RAW_NOT_SAVED, &[&why])));
        }
    });
    let again = UnsyncCallback::new(move |()| session.open_again(book));
    view! {
        <EmptyState
            title=speech.text(label::session::STOPPED_TITLE)
            text=speech.text(label::session::STOPPED_TEXT)
        >
            <Button
                label=speech.text(label::session::SAVE_RAW) on_press=save look=ButtonLook::Main
            />
            <Button label=speech.text(label::session::OPEN_AGAIN) on_press=again/>
            {home()}
        </EmptyState>
    }
    .into_any()
}

/// A workbook that cannot be read, and what the browser says.
fn failed(fault: StoreFault) -> AnyView {
    let speech = use_speech();
    let text = move || match &fault {
        StoreFault::Blocked(why) | StoreFault::Failed(why) => {
            speech.fill(label::session::FAILED_TEXT, &[why])
        }
        StoreFault::Full | StoreFault::Gone | StoreFault::NotKept(_) => {
            say::store_fault(&fault, speech.language())
        }
    };
    view! {
        <EmptyState title=speech.text(label::session::FAILED_TITLE) text>{home()}</EmptyState>
    }
    .into_any()
}

/// An address that names no place.
pub(crate) fn nowhere() -> AnyView {
    let speech = use_speech();
    keep_title(String::new);
    view! {
        <EmptyState
            title=speech.text(label::welcome::UNKNOWN_TITLE)
            text=speech.text(label::welcome::UNKNOWN_TEXT)
        >
            {home()}
        </EmptyState>
    }
    .into_any()
}

fn home() -> AnyView {
    let href = Route::at(Place::Welcome).hash();
    view! { <a class="button" href=href>{use_speech().text(label::welcome::HOME)}</a> }.into_any()
}
