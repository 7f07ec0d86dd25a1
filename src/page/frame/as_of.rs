//! The reporting day in the bar: today, or another day with one click back.
//! Never computes with days.

use huikuan::calendar::Date;
use huikuan::view::typed::date;
use leptos::prelude::*;

use super::FrameSession;
use crate::page::browser::element;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::Button;
use crate::page::part::calendar::calendar;
use crate::page::part::id;
use crate::page::part::live::{act, live, shown};
use crate::page::speech::use_speech;

/// Whether the reporting day is another than today.
pub(super) fn is_elsewhere(session: FrameSession) -> Memo<bool> {
    let as_of = use_navigation().aspect(|route| route.as_of);
    Memo::new(move |_| as_of.get().is_some_and(|day| day != session.today.get()))
}

/// The day, to be changed in place: typed in any way that `view::typed` reads, or picked.
pub(super) fn as_of(session: FrameSession) -> AnyView {
    let speech = use_speech();
    let navigation = use_navigation();
    let id = id::next("as-of");
    let elsewhere = is_elsewhere(session);
    let as_of = navigation.aspect(|route| route.as_of);
    let day =
        Signal::derive(move || as_of.get().unwrap_or_else(|| session.today.get()).to_string());
    let misread = RwSignal::new(None::<String>);
    let go = move |day: Date| {
        let other = (day != session.today.get_untracked()).then_some(day);
        navigation.change(|route| route.on_day(other));
    };
    // What was typed stays until it reads as a day or another day comes.
    let typed = Signal::derive(move || misread.get().unwrap_or_else(|| day.get()));
    Effect::new(move |_| {
        day.track();
        misread.set(None);
    });
    let field = id.clone();
    let choose = act(move |event| {
        let text = event_target_value(&event);
        match date(&text, session.today.get_untracked()) {
            Some(chosen) => {
                misread.set(None);
                // Written out in full even where the day stays the same.
                element::set_value(&field, &chosen.to_string());
                go(chosen);
            }
            None => misread.set(Some(text)),
        }
    });
    let beside = shown(move || match (misread.get(), elsewhere.get()) {
        (Some(text), _) => {
            let why = speech.fill(label::frame::NOT_A_DAY, &[&text]);
            view! { <span class="bad" role="alert">{why}</span> }.into_any()
        }
        (None, true) => {
            let back = move || navigation.change(|route| route.on_day(None));
            view! { <Button label=speech.text(label::frame::BACK_TO_TODAY) on_press=back/> }
                .into_any()
        }
        (None, false) => {
            view! { <span class="quiet">{speech.text(label::frame::TODAY)}</span> }.into_any()
        }
    });
    view! {
        <div class="as-of">
            <label for=id.clone()>{speech.text(label::frame::AS_OF)}</label>
            <div class="input-row">
                <input
                    class="input"
                    type="text"
                    autocomplete="off"
                    aria-invalid=live(move || misread.with(Option::is_some).then_some("true"))
                    prop:value=typed
                    on:change=choose
                    id=id
                />
                {calendar(day, go)}
            </div>
            {beside}
        </div>
    }
    .into_any()
}
