//! Short messages that come and go, read out to screen readers.
//! Never holds what a person must act on for good: that belongs where it happened.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::icon::{self, Icon};
use super::live::{act, each};
use super::notice::Tone;
use crate::page::label;
use crate::page::speech::use_speech;

/// How long a message without a fault stays.
const STAY: Duration = Duration::from_secs(8);
/// Older messages go when more come.
const SHOWN_MAX: usize = 4;

/// One message.
#[derive(Clone)]
struct Toast {
    number: u64,
    tone: Tone,
    text: String,
    action: Option<(String, Arc<dyn Fn() + Send + Sync>)>,
}

/// Where messages are handed in; a context.
#[derive(Clone, Copy)]
pub(crate) struct Toaster {
    shown: RwSignal<Vec<Toast>>,
    last: StoredValue<u64>,
}

impl Toaster {
    /// Makes the one place for messages; `Toasts` shows them.
    pub(crate) fn provide() -> Self {
        let toaster = Self { shown: RwSignal::new(Vec::new()), last: StoredValue::new(0) };
        provide_context(toaster);
        toaster
    }

    /// Says that something was done.
    pub(crate) fn say(self, text: impl Into<String>) {
        self.put(Tone::Good, text.into(), None);
    }

    /// Says that something went wrong; stays until it is closed.
    pub(crate) fn alarm(self, text: impl Into<String>) {
        self.put(Tone::Bad, text.into(), None);
    }

    fn put(self, tone: Tone, text: String, action: Option<(String, Arc<dyn Fn() + Send + Sync>)>) {
        self.last.update_value(|last| *last += 1);
        let number = self.last.get_value();
        self.shown.update(|shown| {
            let excess = (shown.len() + 1).saturating_sub(SHOWN_MAX);
            shown.drain(..excess);
            shown.push(Toast { number, tone, text, action });
        });
        if tone != Tone::Bad {
            set_timeout(move || self.close(number), STAY);
        }
    }

    fn close(self, number: u64) {
        self.shown.update(|shown| shown.retain(|toast| toast.number != number));
    }
}

/// Where messages are handed in.
pub(crate) fn use_toaster() -> Toaster {
    use_context::<Toaster>().unwrap_or_else(Toaster::provide)
}

/// The messages, above the lower edge of the window. Belongs into the page once.
#[component]
pub(crate) fn Toasts() -> impl IntoView {
    let toaster = use_toaster();
    let toast = move |toast| toast_view(toaster, toast);
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {each(move || toaster.shown.get().into_iter().map(toast).collect())}
        </div>
    }
    .into_any()
}

fn toast_view(toaster: Toaster, toast: Toast) -> AnyView {
    let speech = use_speech();
    let number = toast.number;
    let icon = if toast.tone == Tone::Bad { Icon::Warning } else { Icon::Check };
    let action = toast.action.map(|(word, asked)| {
        let press = act(move |_| {
            asked();
            toaster.close(number);
        });
        view! { <button type="button" class="button" on:click=press>{word}</button> }.into_any()
    });
    view! {
        <div class=format!("toast {}", toast.tone.class())>
            {icon::draw(icon)}
            <span>{toast.text}</span>
            {action}
            <button
                type="button"
                class="button quiet icon-only"
                aria-label=speech.text(label::part::CLOSE)
                on:click=act(move |_| toaster.close(number))
            >
                {icon::draw(Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}
