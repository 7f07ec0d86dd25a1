//! The page as a whole: contexts, frame, and the screen that the address names.
//! Never holds what only one screen needs.

use std::hint::black_box;
use std::time::Duration;

use huikuan::calendar::Date;
use huikuan::say;
use huikuan::store::{PORTABLE_UNITS_MAX, RoomLevel};
use leptos::ev;
use leptos::prelude::*;

use crate::page::action::Actions;
use crate::page::browser::clock;
use crate::page::browser::file::ChosenFile;
use crate::page::finding::Finder;
use crate::page::frame::{BookName, Frame, FrameSession};
use crate::page::job::Jobs;
use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::panic;
use crate::page::part::drop_zone::DropZone;
use crate::page::part::live::shown;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::route::{Place, Screen};
use crate::page::screen::aging::AgingScreen;
use crate::page::screen::alert::AlertScreen;
use crate::page::screen::customer::{CustomerList, CustomerPage};
use crate::page::screen::discount::DiscountScreen;
use crate::page::screen::handbook::HandbookScreen;
use crate::page::screen::import::{ImportScreen, Importing, Source};
use crate::page::screen::item::{Desks, ItemScreen};
use crate::page::screen::letter::{LetterScreen, Selected};
use crate::page::screen::meeting::MeetingScreen;
use crate::page::screen::opening::{self, OnFiles};
use crate::page::screen::playbook::PlaybookScreen;
use crate::page::screen::setting::SettingScreen;
use crate::page::screen::share::ShareScreen;
use crate::page::screen::share::merge::Merging;
use crate::page::screen::share::reminder::reminder;
use crate::page::screen::today::TodayScreen;
use crate::page::screen::welcome::Welcome;
use crate::page::session::backup::Backup;
use crate::page::session::books::{Books, use_books};
use crate::page::session::linked::Linked;
use crate::page::session::opening::Opening;
use crate::page::session::{Session, refusal};
use crate::page::speech::{Speech, use_speech};
use crate::page::theme::Theme;

/// How often the page looks whether a new day has come.
const DAY_CHECK: Duration = Duration::from_secs(60);

/// The page.
#[component]
pub(crate) fn App() -> impl IntoView {
    Speech::provide();
    provide_context(Theme::provide());
    Navigation::provide();
    Toaster::provide();
    Actions::provide();
    let Some(today) = clock::today() else {
        let sentence = use_speech().text(label::session::NO_CLOCK);
        return view! { <Notice tone=Tone::Bad>{sentence}</Notice> }.into_any();
    };
    let session = Session::provide(today);
    Jobs::provide();
    Backup::provide();
    Linked::provide();
    Desks::provide(session);
    Selected::provide();
    let importing = Importing::provide();
    let merging = Merging::provide();
    follow_day(session.today);
    follow_address(session);
    warn_of_room(session);
    if let Some(message) = panic::last_message() {
        let told = || use_speech().fill(label::session::BROKE_BEFORE, &[&message]);
        use_toaster().alarm(untrack(told));
    }
    let books = use_books();
    let on_files = UnsyncCallback::new(move |(files,): (Vec<ChosenFile>,)| {
        if let Some(file) = files.into_iter().next() {
            take(books, importing, merging, file);
        }
    });
    view! {
        <DropZone on_files/>
        <Frame session=frame_session(session)>
            {reminder()}
            {screen(session, importing, on_files)}
        </Frame>
    }
    .into_any()
}

/// Takes in a file that was dropped or chosen: an exported workbook is opened, a table imported,
/// into a new workbook when none is open.
fn take(books: Books, importing: Importing, merging: Merging, file: ChosenFile) {
    let name = file.name();
    if name.to_ascii_lowercase().ends_with(".json") {
        merging.start(file);
        return;
    }
    let is_open = books.session().opening.with_untracked(|opening| *opening == Opening::Open);
    let title = name.rsplit_once('.').map_or(name.as_str(), |(title, _)| title);
    if is_open || books.create(title).is_some() {
        importing.start(Source::File(file));
    }
}

/// Opens the workbook that the address names, now and on every change.
fn follow_address(session: Session) {
    let book = use_navigation().aspect(|route| match &route.place {
        Place::Book { book, .. } => Some(book.clone()),
        Place::Welcome | Place::Unknown => None,
    });
    Effect::new(move |_| match book.get() {
        Some(id) => session.open_book(&id),
        None => session.close(),
    });
}

/// Says once that room becomes scarce, and once more that it is nearly used up.
fn warn_of_room(session: Session) {
    let (speech, toaster) = (use_speech(), use_toaster());
    let level = Memo::new(move |_| session.room.with(|room| room.map(|room| room.level())));
    Effect::new(move |_| match level.get() {
        Some(RoomLevel::Scarce | RoomLevel::NearlyFull) => {
            let used = session.room.get_untracked().map_or(0, |room| room.portable_units);
            let percent = (used * 100 / PORTABLE_UNITS_MAX).to_string();
            let scarce = || speech.fill(label::session::SCARCE, &[&percent]);
            toaster.alarm(untrack(scarce));
        }
        Some(RoomLevel::Ample) | None => {}
    });
}

/// Notices midnight, also after the laptop slept.
fn follow_day(today: RwSignal<Date>) {
    let look = move || {
        if let Some(now) = clock::today()
            && today.get_untracked() != now
        {
            today.set(now);
        }
    };
    set_interval(look, DAY_CHECK);
    let _listening = window_event_listener(ev::focus, move |_| look());
}

/// What the frame shows of the session.
fn frame_session(session: Session) -> FrameSession {
    let (speech, toaster) = (use_speech(), use_toaster());
    let book = Memo::new(move |_| {
        session.read(|workbook| BookName {
            id: workbook.id().to_string(),
            title: workbook.ledger().policy().title.clone(),
            archived: false,
        })
    });
    let undoable = Memo::new(move |_| session.read(|workbook| workbook.undoable()).flatten());
    let redoable = Memo::new(move |_| session.read(|workbook| workbook.redoable()).flatten());
    let say = move |result: Result<(), _>| {
        if let Err(rejection) = result {
            toaster.alarm(untrack(|| refusal(speech, &rejection)));
        }
    };
    FrameSession {
        book: book.into(),
        books: session.books.into(),
        today: session.today.into(),
        undo_name: Signal::derive(move || {
            undoable.get().map(|step| say::undo_step(step, speech.language()))
        }),
        redo_name: Signal::derive(move || {
            redoable.get().map(|step| say::undo_step(step, speech.language()))
        }),
        saved: Signal::derive(move || session.saved.with(|saved| saved.shown(speech))),
        on_undo: UnsyncCallback::new(move |()| say(session.undo())),
        on_redo: UnsyncCallback::new(move |()| say(session.redo())),
        finder: Finder::new(session),
    }
}

/// The screen that the address names, or what stands in its place.
fn screen(session: Session, importing: Importing, on_files: OnFiles) -> impl IntoView {
    let place = use_navigation().aspect(|route| route.place.clone());
    shown(move || match place.get() {
        Place::Welcome => view! { <Welcome on_files/> }.into_any(),
        Place::Unknown => opening::nowhere(),
        Place::Book { screen, .. } => match session.opening.get() {
            Opening::Open if importing.is_under_way() => view! { <ImportScreen/> }.into_any(),
            Opening::Open => of_book(screen, on_files),
            other => opening::not_open(other, on_files),
        },
    })
}

/// Draws a screen of the open workbook. The call goes through a pointer, which nothing can write
/// out in place: what is behind the welcome stays a function of its own, and a first visit does
/// not wait for it.
fn of_book(screen: Screen, on_files: OnFiles) -> AnyView {
    let draw: fn(OnFiles) -> AnyView = match screen {
        Screen::Today => |_| view! { <TodayScreen/> }.into_any(),
        Screen::Meeting => |_| view! { <MeetingScreen/> }.into_any(),
        Screen::Alerts => |_| view! { <AlertScreen/> }.into_any(),
        Screen::Playbook => |_| view! { <PlaybookScreen/> }.into_any(),
        Screen::Customers => |_| view! { <CustomerList/> }.into_any(),
        Screen::Customer(_) => |_| view! { <CustomerPage/> }.into_any(),
        Screen::Items => |_| view! { <ItemScreen/> }.into_any(),
        Screen::Aging => |_| view! { <AgingScreen/> }.into_any(),
        Screen::Discounts => |_| view! { <DiscountScreen/> }.into_any(),
        Screen::Share => |on_files| view! { <ShareScreen on_files/> }.into_any(),
        Screen::Settings => |_| view! { <SettingScreen/> }.into_any(),
        Screen::Handbook => |_| view! { <HandbookScreen/> }.into_any(),
        Screen::Letters => |_| view! { <LetterScreen/> }.into_any(),
    };
    black_box(draw)(on_files)
}
