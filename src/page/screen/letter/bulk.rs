//! Letters to everybody selected: written by the worker with progress and a way out, printed each
//! on its own page, recorded as sent in one step.
//! Never draws more letters than one looks at until they are printed.

use huikuan::id::Key;
use huikuan::job::{ComposeRequest, LetterOrder, Progress as Done, Rendered};
use huikuan::letter::field::LetterData;
use huikuan::record::Contact;
use huikuan::say::{self, Language};
use huikuan::view::letter::{Gathering, Template, proposed, purpose, sent};
use huikuan::workbook::Command;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, title};
use super::first::{first, offer};
use super::paper::paper;
use super::use_selected;
use crate::page::browser::task::{Slices, next_task};
use crate::page::browser::{clock, document};
use crate::page::label;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::chip::choice;
use crate::page::part::live::{live, maybe};
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::progress::Progress;
use crate::page::part::select::Select;
use crate::page::session::refusal;

/// Letters that are drawn before anybody prints them.
const DRAWN_FIRST: usize = 3;
/// Customers with missing fields that are named.
const NAMED_MAX: usize = 12;

/// A letter of the batch.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    name: String,
    title: String,
    letter: Rendered,
    data: LetterData,
    contact: Contact,
}

/// The batch; copies are the same.
#[derive(Clone, Copy)]
struct Batch {
    desk: Desk,
    customers: RwSignal<Vec<Key>>,
    /// The template for all; that of each customer's step when it is empty.
    template: RwSignal<String>,
    progress: RwSignal<Option<Done>>,
    fault: RwSignal<Option<String>>,
    made: RwSignal<Vec<Made>>,
    /// How many letters are drawn.
    drawn: RwSignal<usize>,
}

impl Batch {
    /// Gathers what each letter says, in slices, and has them written.
    async fn write(self) {
        self.fault.set(None);
        self.made.set(Vec::new());
        let customers = self.customers.get_untracked();
        self.progress.set(Some(Done { done: 0, total: customers.len() as u64 }));
        let language = self.desk.language.get_untracked();
        let all = self.desk.templates.get_untracked();
        let (mut orders, mut begun) = (Vec::new(), Vec::new());
        let slices = Slices::begin();
        for chunk in customers.chunks(20) {
            slices.pause_when_long().await;
            // Cancelled, or the screen was left.
            if self.progress.try_get_untracked().flatten().is_none() {
                return;
            }
            for (order, made) in self.begin(chunk, &all, language) {
                orders.push(order);
                begun.push(made);
            }
        }
        let templates = all.iter().map(|it| it.text.text(language).to_owned()).collect();
        let used = only_used(templates, &mut orders);
        let request = ComposeRequest { templates: used, letters: orders };
        let progress = self.progress;
        let on_progress = move |done| {
            // The screen may have been left meanwhile.
            let _ = progress.try_set(Some(done));
        };
        let written = self.desk.jobs.compose(request, on_progress).await;
        if self.progress.try_get_untracked().is_none() {
            return;
        }
        self.progress.set(None);
        match written {
            Ok(letters) => {
                for (made, letter) in begun.iter_mut().zip(letters) {
                    made.contact.said = say::letter_text(&letter.text, &made.data, language);
                    made.letter = letter;
                }
                self.drawn.set(DRAWN_FIRST.min(begun.len()));
                self.made.set(begun);
            }
            Err(fault) => self.fault.set(Some(untrack(|| self.desk.sentence(&fault)))),
        }
    }

    /// What the letters to some customers say, and the contacts that will record them.
    fn begin(
        self,
        customers: &[Key],
        templates: &[Template],
        language: Language,
    ) -> Vec<(LetterOrder, Made)> {
        let session = self.desk.session;
        let (as_of, by) = (session.as_of_untracked(), session.by.get_untracked());
        let (today, time) = (session.today.get_untracked(), clock::time_of_day());
        let named = Key::of(&self.template.get_untracked());
        let Some(day) = self.desk.day.get_untracked() else { return Vec::new() };
        let begun = session.read_untracked(|workbook| {
            let (ledger, policy) = (workbook.ledger(), workbook.ledger().policy());
            let gathering = Gathering::begin(ledger, as_of, language, &by);
            let one = |customer: &Key| {
                let account = ledger.account(customer)?;
                let credit = day.credit.of(customer)?;
                let task = gathering.task(credit);
                let task = task.as_ref();
                let channel = task.and_then(|task| task.channel(policy));
                let fits = || proposed(templates, purpose(task, policy), channel);
                let template = templates.iter().find(|it| it.key == named).or_else(fits)?;
                let place = templates.iter().position(|it| it.key == template.key)?;
                let data = gathering.of(credit, task)?;
                let how = (template.channel, today, Some(gathering.answer_by(task)));
                let mut contact = sent(account, task, template, policy, how, "");
                contact.time = time;
                contact.made_by.clone_from(&by);
                let made = Made {
                    name: account.customer.name().to_owned(),
                    title: title(template, language),
                    letter: Rendered::default(),
                    data: data.clone(),
                    contact,
                };
                Some((LetterOrder { template: place, data }, made))
            };
            customers.iter().filter_map(one).collect::<Vec<_>>()
        });
        begun.unwrap_or_default()
    }

    /// Stops the work.
    fn cancel(self) {
        self.progress.set(None);
        self.desk.jobs.cancel();
    }

    /// Draws every letter, in slices, and prints them.
    async fn print(self) {
        let total = self.made.with_untracked(Vec::len);
        while let Some(drawn) = self.drawn.try_get_untracked() {
            if drawn >= total {
                next_task().await;
                document::print();
                return;
            }
            self.drawn.set((drawn + 10).min(total));
            next_task().await;
        }
    }

    fn record(self) {
        let made = self.made.get_untracked();
        let count = made.len().to_string();
        let contacts = made.into_iter().map(|made| made.contact).collect();
        let speech = self.desk.speech;
        match self.desk.session.apply(Command::LogContacts(contacts)) {
            Ok(()) => {
                let words = || speech.fill(label::letter::RECORDED_ALL, &[&count]);
                self.desk.toaster.say(untrack(words));
                self.made.set(Vec::new());
                self.desk.navigation.back();
            }
            Err(why) => self.desk.toaster.alarm(untrack(|| refusal(speech, &why))),
        }
    }
}

/// Only the templates that some letter is made of: a bad one that nobody uses stops nothing.
fn only_used(templates: Vec<String>, orders: &mut [LetterOrder]) -> Vec<String> {
    let mut places: Vec<usize> = orders.iter().map(|order| order.template).collect();
    places.sort_unstable();
    places.dedup();
    for order in orders {
        order.template = places.binary_search(&order.template).unwrap_or_default();
    }
    let kept = templates.into_iter().enumerate();
    kept.filter(|(place, _)| places.binary_search(place).is_ok()).map(|(_, text)| text).collect()
}

/// The screen of a batch.
pub(super) fn bulk() -> AnyView {
    let desk = Desk::new();
    let batch = Batch {
        desk,
        customers: use_selected().0,
        template: RwSignal::new(String::new()),
        progress: RwSignal::new(None),
        fault: RwSignal::new(None),
        made: RwSignal::new(Vec::new()),
        drawn: RwSignal::new(0),
    };
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
