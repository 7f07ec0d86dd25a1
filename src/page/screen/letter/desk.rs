//! What every part of the letter screens needs: templates, the customer's fields, the worker.
//! Never draws anything.

use std::sync::Arc;

use huikuan::id::Key;
use huikuan::job::{ComposeFault, ComposeRequest, LetterOrder, Rendered};
use huikuan::letter::field::LetterData;
use huikuan::record::{Channel, Person};
use huikuan::rule::collection::Task;
use huikuan::say::{self, Language};
use huikuan::view::letter::{Gathering, Template, purpose, templates};
use huikuan::view::worklist::Day;
use leptos::prelude::*;

use super::LANGUAGE;
use crate::page::job::{JobFault, Jobs, use_jobs};
use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::part::chip::{Choice, choice};
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::route::Route;
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// The contexts of the letter screens; copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) session: Session,
    pub(super) speech: Speech,
    pub(super) navigation: Navigation,
    pub(super) toaster: Toaster,
    pub(super) jobs: Jobs,
    /// Credit and worklist of the day.
    pub(super) day: Memo<Option<Arc<Day>>>,
    /// The language of the letters.
    pub(super) language: Memo<Language>,
    /// The templates of the workbook.
    pub(super) templates: Memo<Vec<Template>>,
}

/// A customer to write to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) task: Option<Task>,
    /// What the task asks for, as templates name it.
    pub(super) purpose: String,
    pub(super) channel: Option<Channel>,
    /// Its people who are still there.
    pub(super) people: Vec<Person>,
    pub(super) data: LetterData,
}

impl Desk {
    pub(super) fn new() -> Self {
        let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
        let day = Memo::new(move |_| {
            let as_of = session.as_of();
            session.read(|workbook| Arc::new(Day::of(workbook.ledger(), as_of)))
        });
        let asked = navigation.aspect(language_of);
        let language = Memo::new(move |_| asked.get().unwrap_or_else(|| speech.language()));
        let templates = Memo::new(move |_| {
            let found = session.read(|workbook| {
                let ledger = workbook.ledger();
                templates(ledger.office(), &ledger.policy().playbook)
            });
            found.unwrap_or_default()
        });
        let (toaster, jobs) = (use_toaster(), use_jobs());
        Self { session, speech, navigation, toaster, jobs, day, language, templates }
    }

    /// A customer with the fields of a letter to it; whoever asks is run again on every change.
    pub(super) fn known(self, customer: &Key, language: Language) -> Option<Known> {
        let (as_of, by) = (self.session.as_of(), self.session.by.get());
        let day = self.day.get()?;
        let found = self.session.read(|workbook| {
            let (ledger, policy) = (workbook.ledger(), workbook.ledger().policy());
            let account = ledger.account(customer)?;
            let credit = day.credit.of(customer)?;
            let gathering = Gathering::begin(ledger, as_of, language, &by);
            let task = gathering.task(credit);
            let people = account.customer.fields.contacts.iter().flatten();
            let here = people.filter(|person| person.until.is_none_or(|until| until >= as_of));
            Some(Known {
                name: account.customer.name().to_owned(),
                purpose: purpose(task.as_ref(), policy).to_owned(),
                channel: task.as_ref().and_then(|task| task.channel(policy)),
                people: here.cloned().collect(),
                data: gathering.of(credit, task.as_ref())?,
                task,
            })
        });
        found.flatten()
    }

    /// Fills one template in.
    pub(super) async fn write(
        self,
        template: String,
        data: LetterData,
    ) -> Result<Rendered, String> {
        let letters = vec![LetterOrder { template: 0, data }];
        let request = ComposeRequest { templates: vec![template], letters };
        match self.jobs.compose(request, |_| ()).await {
            Ok(letters) => Ok(letters.into_iter().next().unwrap_or_default()),
            Err(fault) => Err(untrack(|| self.sentence(&fault))),
        }
    }

    /// Why no letter was made.
    pub(super) fn sentence(self, fault: &JobFault<ComposeFault>) -> String {
        match fault {
            JobFault::Cancelled => self.speech.now(label::import::CANCELLED).to_owned(),
            JobFault::Broken(why) => self.speech.fill(label::letter::BROKEN, &[why]),
            JobFault::Refused(fault) => say::template_error(&fault.error, self.speech.language()),
        }
    }

    /// The choice of the language of letters.
    pub(super) fn languages(self) -> Signal<Vec<Choice<Language>>> {
        Signal::derive(move || {
            vec![
                choice(Language::Zh, self.speech.now(label::letter::CHINESE)),
                choice(Language::En, self.speech.now(label::letter::ENGLISH)),
            ]
        })
    }

    /// Puts the language of letters into the address.
    pub(super) fn speak(self, language: Language) {
        let word = match language {
            Language::Zh => "zh",
            Language::En => "en",
        };
        self.navigation.change(|route| route.with(LANGUAGE, word));
    }

    /// The templates by what they are for, to choose from.
    pub(super) fn template_choices(self) -> Vec<Choice<Key>> {
        let language = self.speech.language();
        let told = self.session.read(|workbook| {
            let playbook = &workbook.ledger().policy().playbook;
            self.templates.with(|all| {
                let told = all.iter().map(|template| {
                    let purpose = say::purpose(template.purpose(playbook), language);
                    let channel = say::channel(template.channel, language);
                    let title = title(template, language);
                    choice(template.key.clone(), format!("{purpose} · {title}（{channel}）"))
                });
                told.collect::<Vec<_>>()
            })
        });
        told.unwrap_or_default()
    }
}

/// What a template is called; its name while it has no title.
pub(super) fn title(template: &Template, language: Language) -> String {
    match template.title.text(language) {
        "" => template.key.to_string(),
        title => title.to_owned(),
    }
}

fn language_of(route: &Route) -> Option<Language> {
    match route.parameter(LANGUAGE) {
        "zh" => Some(Language::Zh),
        "en" => Some(Language::En),
        _ => None,
    }
}
