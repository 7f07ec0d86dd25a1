//! The frame around every screen: rail, bar, and the place for the screen.
//! Never reads a workbook: what it shows comes in as `FrameSession`.

mod as_of;
mod bar;
mod book;
mod keys;
mod offer;
mod palette;
mod rail;
mod saved;
mod search;
mod undo;
mod update;

use huikuan::calendar::Date;
use leptos::prelude::*;

pub(crate) use self::saved::SavedState;
use crate::page::finding::Finder;
use crate::page::label;
use crate::page::part::live::act;
use crate::page::part::toast::Toasts;
use crate::page::speech::use_speech;

/// A workbook as the switcher shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BookName {
    /// The id, as it stands in the address.
    pub id: String,
    pub title: String,
    /// It was put away: still here, but not among those one works with.
    pub archived: bool,
}

/// What the frame shows of the session, and what it asks of it.
#[derive(Clone, Copy)]
pub(crate) struct FrameSession {
    /// The open workbook, if one is open.
    pub book: Signal<Option<BookName>>,
    /// All workbooks of this laptop.
    pub books: Signal<Vec<BookName>>,
    /// Today by the laptop's clock.
    pub today: Signal<Date>,
    /// What undo would take back, in the present language.
    pub undo_name: Signal<Option<String>>,
    /// What redo would bring back, in the present language.
    pub redo_name: Signal<Option<String>>,
    pub saved: Signal<SavedState>,
    pub on_undo: UnsyncCallback<()>,
    pub on_redo: UnsyncCallback<()>,
    /// What the search box asks.
    pub finder: Finder,
}

/// The id of the place for the screen, which the skip link jumps to.
const MAIN: &str = "main";

/// The frame with a screen in it.
#[component]
pub(crate) fn Frame(session: FrameSession, children: Children) -> impl IntoView {
    let speech = use_speech();
    let skip = move |event: leptos::ev::MouseEvent| {
        // The hash is the route, so the link names its target and does not follow itself.
        event.prevent_default();
        crate::page::browser::element::focus(MAIN);
    };
    view! {
        <a class="skip" href=format!("#{MAIN}") on:click=act(skip)>
            {speech.text(label::frame::SKIP)}
        </a>
        <div class="frame">
            {bar::bar(session)}
            {update::update(session)}
            {rail::rail(session)}
            <main id=MAIN tabindex="-1">{children()}</main>
        </div>
        {palette::palette()}
        {keys::keys()}
        <Toasts/>
    }
    .into_any()
}
