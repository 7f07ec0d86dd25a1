//! The workbook's title in the bar, and changing to another.
//! Never opens a workbook itself: it leads to the address.

use leptos::prelude::*;

use super::{BookName, FrameSession};
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::icon::{self, Icon};
use crate::page::part::id;
use crate::page::part::live::{act, each, live, shown};
use crate::page::part::popover::Popover;
use crate::page::route::{Place, Route, Screen};
use crate::page::speech::use_speech;

/// The title as a button that lists the other workbooks; the page's name while none is open.
pub(super) fn switcher(session: FrameSession) -> AnyView {
    let speech = use_speech();
    let navigation = use_navigation();
    let id = id::next("book");
    let anchor = RwSignal::new(None::<String>);
    // Following a link in the list ends its purpose.
    let place = navigation.aspect(|route| route.place.clone());
    Effect::new(move |_| {
        place.track();
        anchor.set(None);
    });
    let title = Signal::derive(move || {
        let open = session.book.get().map(|book| book.title);
        open.unwrap_or_else(|| speech.now(label::frame::APP).to_owned())
    });
    let is_open = Memo::new(move |_| session.book.with(Option::is_some));
    let button_id = id.clone();
    let button = shown(move || {
        let (id, own) = (button_id.clone(), button_id.clone());
        if !is_open.get() {
            return view! { <strong class="book">{title}</strong> }.into_any();
        }
        view! {
            <button
                id=id
                type="button"
                class="button quiet book"
                aria-haspopup="true"
                aria-expanded=live(move || {
                    Some(if anchor.get().is_some() { "true" } else { "false" })
                })
                on:click=act(move |_| anchor.set(Some(own.clone())))
            >
                <span>{title}</span>
                {icon::draw(Icon::Down)}
            </button>
        }
        .into_any()
    });
    let entry = move |book: BookName| {
        let is_here = session.book.with(|open| open.as_ref().is_some_and(|o| o.id == book.id));
        let href = Route::to(&book.id, Screen::Aging).hash();
        view! {
            <li>
                <a href=href aria-current=is_here.then_some("true")>{book.title}</a>
            </li>
        }
        .into_any()
    };
    let all = Route::at(Place::Welcome).hash();
    view! {
        {button}
        <Popover label=speech.text(label::frame::WORKBOOK) anchor>
            <ul class="menu">
                {each(move || {
                    let in_use = session.books.get().into_iter().filter(|book| !book.archived);
                    in_use.map(entry).collect()
                })}
                <li><a href=all.clone()>{speech.text(label::frame::ALL_WORKBOOKS)}</a></li>
            </ul>
        </Popover>
    }
    .into_any()
}
