//! A batch of letters: what each says is gathered in slices, the worker writes them, and all are
//! printed and recorded together.
//! Never draws anything.

use huikuan::id::Key;
use huikuan::job::{ComposeRequest, LetterOrder, Progress as Done, Rendered};
use huikuan::letter::field::LetterData;
use huikuan::record::Contact;
use huikuan::say::{self, Language};
use huikuan::view::letter::{Gathering, Template, proposed, purpose, sent};
use huikuan::workbook::Command;
use leptos::prelude::*;

use super::desk::{Desk, title};
use crate::page::browser::task::{Slices, next_task};
use crate::page::browser::{clock, document};
use crate::page::label;
use crate::page::route::Screen;
use crate::page::session::refusal;

/// Letters that are drawn before anybody prints them.
const DRAWN_FIRST: usize = 3;

/// A letter of the batch.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Made {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) letter: Rendered,
    pub(super) data: LetterData,
    contact: Contact,
}

/// The batch; copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Batch {
    pub(super) desk: Desk,
    pub(super) customers: RwSignal<Vec<Key>>,
    /// The template for all; that of each customer's step when it is empty.
    pub(super) template: RwSignal<String>,
    pub(super) progress: RwSignal<Option<Done>>,
    pub(super) fault: RwSignal<Option<String>>,
    pub(super) made: RwSignal<Vec<Made>>,
    /// How many letters are drawn.
    pub(super) drawn: RwSignal<usize>,
}

impl Batch {
    /// A batch to everybody selected, of which nothing is written yet.
    pub(super) fn begin_with(desk: Desk, customers: RwSignal<Vec<Key>>) -> Self {
        Self {
            desk,
            customers,
            template: RwSignal::new(String::new()),
            progress: RwSignal::new(None),
            fault: RwSignal::new(None),
            made: RwSignal::new(Vec::new()),
            drawn: RwSignal::new(0),
        }
    }

    /// Gathers what each letter says, in slices, and has them written.
    pub(super) async fn write(self) {
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
    pub(super) fn cancel(self) {
        self.progress.set(None);
        self.desk.jobs.cancel();
    }

    /// Draws every letter, in slices, and prints them.
    pub(super) async fn print(self) {
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

    /// Records all of them as sent, in one step, and goes back to the list.
    pub(super) fn record(self) {
        let made = self.made.get_untracked();
        let count = made.len().to_string();
        let contacts = made.into_iter().map(|made| made.contact).collect();
        let speech = self.desk.speech;
        match self.desk.session.apply(Command::LogContacts(contacts)) {
            Ok(()) => {
                let words = || speech.fill(label::letter::RECORDED_ALL, &[&count]);
                self.desk.toaster.say(untrack(words));
                self.made.set(Vec::new());
                let here = self.desk.navigation.route_untracked();
                self.desk.navigation.go(&here.turn(Screen::Today));
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
