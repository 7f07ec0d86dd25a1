//! The offer of a newer version of the page, once it is here whole.
//! Never changes the version by itself: the one in use goes on working.

use std::time::Duration;

use leptos::prelude::*;

use super::FrameSession;
use crate::page::browser::service_worker::ServiceWorker;
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::icon::Icon;
use crate::page::part::live::maybe;
use crate::page::speech::use_speech;

/// A line under the bar while a newer version waits, until it is taken or put off.
pub(super) fn update(session: FrameSession) -> AnyView {
    let speech = use_speech();
    let is_offered = RwSignal::new(false);
    let worker = StoredValue::new_local(ServiceWorker::default());
    // Once the page stands: keeping it for later must not hold up showing it.
    let register = move || {
        worker.set_value(ServiceWorker::register(move || is_offered.set(true)));
    };
    set_timeout(register, Duration::ZERO);
    // A tab that is never closed would never hear of a newer version otherwise.
    Effect::new(move |before: Option<_>| {
        let today = session.today.get();
        if before.is_some_and(|before| before != today) {
            worker.with_value(ServiceWorker::look_for_newer);
        }
        today
    });
    let take = UnsyncCallback::new(move |()| worker.with_value(ServiceWorker::use_newer));
    let put_off = UnsyncCallback::new(move |()| is_offered.set(false));
    let shown = maybe(move || {
        let offer = || {
            view! {
                <span>{speech.text(label::frame::NEWER)}</span>
                <Button
                    label=speech.text(label::frame::USE_NEWER)
                    on_press=take
                />
                <Button
                    label=speech.text(label::frame::LATER)
                    on_press=put_off look=ButtonLook::Quiet icon=Icon::Close icon_only=true
                />
            }
            .into_any()
        };
        is_offered.get().then(offer)
    });
    view! { <div class="offer" role="status" aria-live="polite">{shown}</div> }.into_any()
}
