//! What happens when the page breaks down: its last message is kept, a reload and the raw data
//! are offered.
//! Never tries to go on: what a panic left half done must not be written over what is stored.

use std::cell::Cell;
use std::panic::{PanicHookInfo, set_hook};

use huikuan::id::WorkbookId;
use huikuan::job::to_bytes;
use huikuan::store;

use crate::page::browser::last_card::{LastCard, show};
use crate::page::browser::{history, preference};
use crate::page::label;
use crate::page::route::{Place, Route};
use crate::page::session::local::Local;
use crate::page::speech;

/// The preference that holds the last message of a page that broke down.
const LAST_MESSAGE: &str = "last-message";

thread_local! {
    /// One card says enough: what comes after a first panic follows from it.
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// Answers a panic from now on.
pub(crate) fn listen() {
    set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if !SHOWN.replace(true) {
            answer(info);
        }
    }));
}

/// The message of the page that broke down before this one, told once.
pub(crate) fn last_message() -> Option<String> {
    let message = preference::get(LAST_MESSAGE).filter(|message| !message.is_empty())?;
    preference::set(LAST_MESSAGE, "");
    Some(message)
}

fn answer(info: &PanicHookInfo<'_>) {
    let message = info.to_string();
    preference::set(LAST_MESSAGE, &message);
    let language = speech::preferred();
    let raw = open_book().and_then(|book| {
        let records = store::raw(&Local::probe(), book).ok()?;
        Some((format!("huikuan-{book}-raw.json"), to_bytes(&records)?))
    });
    show(&LastCard {
        title: label::session::BROKE_DOWN.text(language),
        text: label::session::BROKE_DOWN_TEXT.text(language),
        message: &message,
        reload: label::session::RELOAD.text(language),
        save: raw.as_ref().map(|(name, bytes)| {
            (label::session::SAVE_RAW.text(language), name.as_str(), bytes.as_slice())
        }),
    });
}

/// The workbook that the address names; the session may be what broke down.
fn open_book() -> Option<WorkbookId> {
    match Route::parse(&history::hash()).place {
        Place::Book { book, .. } => book.parse().ok(),
        Place::Welcome | Place::Unknown => None,
    }
}
