//! The screen of letters in bulk: which template, how far, what is missing, print and record.
//! Never draws more letters than one looks at until they are printed.

use huikuan::say::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::batch::Batch;
use super::desk::Desk;
use super::first::{first, offer};
use super::paper::paper;
use super::use_selected;
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::chip::choice;
use crate::page::part::live::{live, maybe};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::progress::Progress;
use crate::page::part::select::Select;

/// Customers with missing fields that are named.
const NAMED_MAX: usize = 12;

/// The screen of a batch.
pub(super) fn bulk() -> AnyView {
    let desk = Desk::new();
    let batch = Batch::begin_with(desk, use_selected().0);
    let speech = desk.speech;
    let offered = offer(desk, first(desk));
    let head = move || {
        let count = move || {
            let count = batch.customers.with(Vec::len).to_string();
            speech.fill(label::letter::BULK_COUNT, &[&count])
        };
        view! { <span class="quiet">{count}</span> }.into_any()
    };
    view! {
        <Card main=true title=speech.text(label::letter::BULK_TITLE) head>
            {offered}
            <div class="letter-fields screen-only">{choices(batch)} {state(batch)}</div>
            {letters(batch)}
        </Card>
    }
    .into_any()
}

/// Template and language, and the button that begins.
fn choices(batch: Batch) -> AnyView {
    let desk = batch.desk;
    let speech = desk.speech;
    let templates = Signal::derive(move || {
        let own = choice(String::new(), speech.now(label::letter::BULK_BY_STEP));
        let all = desk.template_choices().into_iter();
        let all = all.map(|held| choice(held.value.to_string(), held.text));
        [own].into_iter().chain(all).collect::<Vec<_>>()
    });
    let on_template = UnsyncCallback::new(move |(name,): (String,)| batch.template.set(name));
    let on_language = UnsyncCallback::new(move |(language,): (Language,)| desk.speak(language));
    let write = UnsyncCallback::new(move |()| spawn_local(batch.write()));
    let nobody = Signal::derive(move || {
        batch.customers.with(Vec::is_empty) || batch.progress.with(Option::is_some)
    });
    let none = maybe(move || {
        let words = speech.text(label::letter::BULK_NONE);
        batch
            .customers
            .with(Vec::is_empty)
            .then(|| view! { <p class="hint">{words}</p> }.into_any())
    });
    view! {
        {none}
        <Select
            label=speech.text(label::letter::TEMPLATE)
            choices=templates chosen=batch.template on_choose=on_template
        />
        <Select
            label=speech.text(label::letter::LANGUAGE)
            choices=desk.languages() chosen=desk.language on_choose=on_language
        />
        <div class="actions toolbar">
            <Button
                label=speech.text(label::letter::BULK_MAKE) on_press=write
                look=ButtonLook::Main disabled=nobody
            />
        </div>
    }
    .into_any()
}

/// How far it is, what is wrong, and what can be done once the letters are written.
fn state(batch: Batch) -> AnyView {
    let speech = batch.desk.speech;
    let cancel = UnsyncCallback::new(move |()| batch.cancel());
    let permille = Signal::derive(move || {
        let done = batch.progress.get()?;
        u32::try_from((done.done * 1000).checked_div(done.total)?).ok()
    });
    let progress = maybe(move || {
        batch.progress.with(Option::is_some).then(|| {
            view! {
                <Progress
                    label=speech.text(label::letter::WORKING)
                    done_permille=permille on_cancel=cancel
                />
            }
            .into_any()
        })
    });
    let fault = maybe(move || {
        batch.fault.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    let missing = maybe(move || {
        let named = batch.made.with(|made| {
            let lacking = made.iter().filter(|made| !made.letter.missing.is_empty());
            let told = lacking.take(NAMED_MAX).map(|made| {
                let names = made.letter.missing.join(", ");
                speech.fill(label::letter::BULK_MISSING, &[&made.name, &names])
            });
            told.collect::<Vec<_>>()
        });
        (!named.is_empty())
            .then(|| view! { <Notice tone=Tone::Warn>{named.join(" · ")}</Notice> }.into_any())
    });
    let print = UnsyncCallback::new(move |()| spawn_local(batch.print()));
    let record = UnsyncCallback::new(move |()| batch.record());
    let done = maybe(move || {
        let count = batch.made.with(Vec::len);
        let total = batch.customers.with(Vec::len).to_string();
        (count > 0).then(|| {
            let words = speech.fill(label::letter::BULK_DONE, &[&count.to_string(), &total]);
            view! {
                <p aria-live="polite">{words}</p>
                <div class="actions toolbar">
                    <Button label=speech.text(label::letter::BULK_PRINT) on_press=print/>
                    <Button
                        label=speech.text(label::letter::BULK_RECORD) on_press=record
                        look=ButtonLook::Main
                    />
                </div>
            }
            .into_any()
        })
    });
    view! { {progress} {fault} {missing} {done} }.into_any()
}

/// The letters that are drawn, each on its own page.
fn letters(batch: Batch) -> AnyView {
    let language = batch.desk.language;
    let name = batch.desk.speech.text(label::letter::PREVIEW);
    let places = move || {
        let all = batch.made.with(Vec::len);
        0..batch.drawn.get().min(all)
    };
    let draw = move |place: usize| {
        maybe(move || {
            batch.made.with(|made| {
                let made = made.get(place)?;
                let text = &made.letter.text;
                Some(paper(&made.title, text, &made.data, language.get_untracked()))
            })
        })
    };
    let is_busy = live(move || batch.progress.with(Option::is_some).then_some("true"));
    view! {
        <section aria-label=name aria-busy=is_busy>
            <For each=places key=|place| *place let:place>{draw(place)}</For>
        </section>
    }
    .into_any()
}
