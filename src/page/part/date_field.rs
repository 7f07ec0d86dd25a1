//! A field for a day: typed in any way the caller reads (`3/5`, `明天`, `+7`) or picked from the
//! browser's calendar.
//! Never guesses: the caller reads the text and says what is wrong with it.

use huikuan::calendar::Date;
use leptos::ev;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{Field, note_id};
use super::icon::{self, Icon};
use super::id;
use super::live::{act, live};
use crate::page::browser::{element, event};
use crate::page::label;
use crate::page::speech::use_speech;

/// A day or the sentence about why the text is none; an empty text is `Ok(None)`.
pub(crate) type DayReading = Result<Option<Date>, String>;

/// A day field. While typing, `value` follows every text that reads as a day; on leaving or Enter
/// a read day is written out in full.
#[component]
pub(crate) fn DateField(
    #[prop(into)] label: TextProp,
    value: RwSignal<Option<Date>>,
    /// How a typed text reads.
    #[prop(into)]
    read: UnsyncCallback<(String,), DayReading>,
    /// What is wrong beyond the reading, such as a day before another.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let id = id::next("date");
    let typed = RwSignal::new(String::new());
    let misread = RwSignal::new(None::<String>);
    let written = move || value.get().map_or_else(String::new, |day| day.to_string());
    // A value set from outside shows at once; a half-typed text that does not read stays.
    Effect::new(move |_| {
        let written = written();
        let reads_so = read.run((typed.get_untracked(),)).ok() == Some(value.get_untracked());
        if !reads_so {
            typed.set(written);
            misread.set(None);
        }
    });
    let take = move |text: String| match read.run((text,)) {
        Ok(day) => {
            misread.set(None);
            value.set(day);
        }
        Err(why) => misread.set(Some(why)),
    };
    let settle = move || {
        if misread.get_untracked().is_none() {
            typed.set(written());
        }
    };
    let on_key = act(move |key: ev::KeyboardEvent| {
        if key.key() == "Enter" && !event::is_composing(&key) {
            settle();
        }
    });
    let on_input = act(move |event| {
        typed.set(event_target_value(&event));
        take(typed.get_untracked());
    });
    let on_pick = move |day: Date| {
        value.set(Some(day));
        misread.set(None);
        settle();
    };
    let shown = Signal::derive(move || misread.get().or_else(|| error.get()));
    view! {
        <Field id=id.clone() label error=shown required>
            <div class="input-row">
                <input
                    class="input"
                    type="text"
                    inputmode="text"
                    autocomplete="off"
                    placeholder="2026-03-31"
                    aria-describedby=note_id(&id)
                    aria-invalid=live(move || shown.get().is_some().then_some("true"))
                    prop:value=typed
                    on:input=on_input
                    on:blur=act(move |_| settle())
                    on:keydown=on_key
                    id=id
                />
                {calendar(Signal::derive(written), on_pick)}
            </div>
        </Field>
    }
    .into_any()
}

/// A button that opens the browser's own calendar at a day, written `2026-03-31`.
pub(crate) fn calendar(day: Signal<String>, on_pick: impl Fn(Date) + Send + 'static) -> AnyView {
    let speech = use_speech();
    let id = id::next("picker");
    let picker = id.clone();
    let pick = act(move |event| {
        if let Ok(day) = event_target_value(&event).parse() {
            on_pick(day);
        }
    });
    view! {
        <button
            type="button"
            class="button icon-only"
            aria-label=speech.text(label::part::OPEN_CALENDAR)
            on:click=act(move |_| element::show_picker(&picker))
        >
            {icon::draw(Icon::Calendar)}
        </button>
        <input
            class="picker"
            type="date"
            tabindex="-1"
            aria-hidden="true"
            prop:value=day
            on:change=pick
            id=id
        />
    }
    .into_any()
}
