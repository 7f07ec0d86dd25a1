//! The templates: listed by purpose, changed in both languages beside a letter to a real customer,
//! and given their standard text again.
//! Never changes a template that nobody saves.

use huikuan::id::Key;
use huikuan::letter::field::{Fields, LetterData};
use huikuan::record::ArticleStatement;
use huikuan::say::{self, Language};
use huikuan::view::letter::Template;
use leptos::prelude::*;

use super::desk::{Desk, title};
use super::first::{first, offer};
use super::paper::paper;
use super::typed::Typed;
use super::{CUSTOMER, TEMPLATE};
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::chip::{Choice, choice};
use crate::page::part::field::{TextArea, TextField};
use crate::page::part::live::{each, live, maybe};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::select::Select;
use crate::page::route::Screen;

/// Customers that a preview can be made for.
const SAMPLES_MAX: usize = 50;

/// The screen of the templates.
pub(super) fn editor() -> AnyView {
    let desk = Desk::new();
    let speech = desk.speech;
    let first = first(desk);
    let asked = desk.navigation.aspect(|route| Key::of(route.parameter(TEMPLATE)));
    let read = Memo::new(move |_| {
        let asked = asked.get();
        desk.templates.with(|all| all.iter().find(|it| it.key == asked).cloned())
    });
    let list = each(move || {
        let mut last = String::new();
        let language = speech.language();
        let told = desk.session.read(|workbook| {
            let playbook = &workbook.ledger().policy().playbook;
            desk.templates.with(|all| {
                let told = all.iter().map(|template| {
                    let purpose = say::purpose(template.purpose(playbook), language);
                    let channel = say::channel(template.channel, language);
                    let words = format!("{}（{channel}）", title(template, language));
                    (purpose.to_owned(), template.key.to_string(), words)
                });
                told.collect::<Vec<_>>()
            })
        });
        let items = told.unwrap_or_default().into_iter().map(|(purpose, key, words)| {
            let head = (purpose != last).then(|| {
                last.clone_from(&purpose);
                view! { <h2>{purpose}</h2> }.into_any()
            });
            let to = desk.navigation.route().with(TEMPLATE, &key).hash();
            let is_read = live(move || {
                read.with(|read| read.as_ref().is_some_and(|read| read.key.as_str() == key))
                    .then_some("true")
            });
            view! { <li>{head} <a href=to aria-current=is_read>{words}</a></li> }.into_any()
        });
        items.collect()
    });
    let template = maybe(move || {
        Some(match read.get() {
            Some(template) => form(desk, template, first),
            None => view! { <p class="hint">{speech.text(label::letter::CHOOSE)}</p> }.into_any(),
        })
    });
    view! {
        <Card main=true title=speech.text(label::letter::TITLE)>
            {offer(desk, first)}
            <div class="handbook">
                <nav class="handbook-list screen-only" aria-label=speech.text(label::letter::TEMPLATES)>
                    <ul>{list}</ul>
                </nav>
                <div>{template}</div>
            </div>
        </Card>
    }
    .into_any()
}

fn form(desk: Desk, template: Template, first: RwSignal<Vec<ArticleStatement>>) -> AnyView {
    let speech = desk.speech;
    let typed = Typed::of(desk, &template);
    let samples = samples(desk, typed.sample);
    let on_sample = UnsyncCallback::new(move |(code,): (String,)| typed.sample.set(code));
    let on_language =
        UnsyncCallback::new(move |(language,): (Language,)| typed.language.set(language));
    let save = UnsyncCallback::new(move |()| typed.save());
    let key = template.key;
    let reset = UnsyncCallback::new(move |()| {
        let standard = first.with_untracked(|all| all.iter().find(|it| it.article == key).cloned());
        match standard {
            Some(standard) => typed.reset(&standard),
            None => desk.toaster.say(untrack(|| speech.now(label::letter::NO_STANDARD).to_owned())),
        }
    });
    let notices = each(move || {
        let absent = typed.absent.with(|names| names.join(", "));
        let missing = (!absent.is_empty())
            .then(|| (Tone::Warn, speech.fill(label::letter::MISSING, &[&absent])));
        let told = [typed.fault.get(), typed.refused.get()].into_iter().flatten();
        let told = told.map(|why| (Tone::Bad, why)).chain(missing);
        told.map(|(tone, words)| view! { <Notice tone=tone>{words}</Notice> }.into_any()).collect()
    });
    let texts = maybe(move || {
        let words = match typed.language.get() {
            Language::Zh => [label::letter::NAME_ZH, label::letter::TEXT_ZH],
            Language::En => [label::letter::NAME_EN, label::letter::TEXT_EN],
        };
        let [name, text] = words.map(|word| speech.text(word));
        let (titled, typed) = (typed.in_language(typed.titles), typed.in_language(typed.texts));
        let name = view! { <TextField label=name value=titled/> };
        Some(view! { {name} <TextArea label=text value=typed rows=18/> }.into_any())
    });
    view! {
        <div class="letter-desk">
            <div class="letter-fields screen-only">
                <Select
                    label=speech.text(label::letter::LANGUAGE)
                    choices=desk.languages() chosen=typed.language on_choose=on_language
                />
                <Select
                    label=speech.text(label::letter::SAMPLE)
                    choices=samples chosen=typed.sample on_choose=on_sample
                />
                {texts}
                <div class="stack" aria-live="polite">{notices}</div>
                <div class="actions toolbar">
                    <Button label=speech.text(label::letter::RESET) on_press=reset/>
                    {use_link(desk, typed)}
                    <Button
                        label=speech.text(label::letter::SAVE) on_press=save look=ButtonLook::Main
                    />
                </div>
                {names(desk)}
            </div>
            {preview(typed)}
        </div>
    }
    .into_any()
}

/// The way to a letter of this template to the customer of the preview.
fn use_link(desk: Desk, typed: Typed) -> AnyView {
    let speech = desk.speech;
    let to = live(move || {
        let route = desk.navigation.route().turn(Screen::Letters);
        let route = route.with(TEMPLATE, typed.key.get_value().as_str());
        route.with(CUSTOMER, &typed.sample.get()).hash()
    });
    view! { <a class="button" href=to>{speech.text(label::letter::LETTER)}</a> }.into_any()
}

/// Customers for the preview: those of the day's list first, one of them chosen.
fn samples(desk: Desk, sample: RwSignal<String>) -> Signal<Vec<Choice<String>>> {
    let found = Memo::new(move |_| {
        let day = desk.day.get();
        let found = desk.session.read(|workbook| {
            let listed = day.iter().flat_map(|day| &day.rows).map(|row| row.customer.clone());
            let accounts = workbook.ledger().accounts();
            let others = accounts.map(|account| account.customer.key.clone());
            let mut all: Vec<(String, String)> = Vec::new();
            for key in listed.chain(others) {
                if all.len() >= SAMPLES_MAX {
                    break;
                }
                let Some(account) = workbook.ledger().account(&key) else { continue };
                let code = key.to_string();
                if all.iter().all(|(held, _)| *held != code) {
                    all.push((code, account.customer.name().to_owned()));
                }
            }
            all
        });
        found.unwrap_or_default()
    });
    Effect::new(move |_| {
        let is_empty = sample.with_untracked(String::is_empty);
        if let Some((code, _)) = found.with(|all| all.first().cloned()).filter(|_| is_empty) {
            sample.set(code);
        }
    });
    Signal::derive(move || found.get().into_iter().map(|(code, name)| choice(code, name)).collect())
}

/// The letter as it would print.
fn preview(typed: Typed) -> AnyView {
    let speech = typed.desk.speech;
    let letter = maybe(move || {
        let language = typed.language.get();
        let title = typed.in_language(typed.titles).get();
        typed.letter.with(|letter| {
            let (text, data) = letter.as_ref()?;
            Some(paper(&title, text, data, language))
        })
    });
    view! { <section aria-label=speech.text(label::letter::PREVIEW)>{letter}</section> }.into_any()
}

/// The names of the fields, to look up.
fn names(desk: Desk) -> AnyView {
    let speech = desk.speech;
    let names = LetterData::default().names().join(" · ");
    let hint = move || {
        let written = ["{{ amount }}", "{% if days %}…{% endif %}"];
        speech.fill(label::letter::FIELDS_HINT, &written)
    };
    view! {
        <details>
            <summary>{speech.text(label::letter::FIELDS)}</summary>
            <p class="hint">{hint}</p>
            <p class="hint">{names}</p>
        </details>
    }
    .into_any()
}
