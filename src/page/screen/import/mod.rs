//! Importing a table: reading it in the worker, mapping its columns, showing what it would change.
//! Never records anything before the person accepts.

mod mapper;
mod review;
mod run;

use std::sync::Arc;

use huikuan::calendar::Date;
use huikuan::job::{Progress as Done, TableLook};
use huikuan::record::{DocumentRow, ReceiptRow};
use huikuan::workbook::ImportPlan;
use huikuan::workbook::draft::{Draft, TableKind};
use huikuan::workbook::field::Field;
use huikuan::workbook::problem::Problem;
use huikuan::workbook::question::{Answers, Question};
use leptos::prelude::*;

use crate::page::browser::file::ChosenFile;
use crate::page::job::{Jobs, use_jobs};
use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::progress::Progress;
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// Where a table comes from.
#[derive(Clone)]
pub(crate) enum Source {
    /// A file.
    File(ChosenFile),
    /// Text pasted from a spreadsheet.
    Pasted(String),
}

/// What a draft would change, with what is shown of the draft.
#[derive(Clone, Debug, PartialEq)]
struct Outcome {
    shown: Shown,
    plan: ImportPlan,
}

/// What the review shows of a draft, whose rows went into the plan.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    documents: Vec<DocumentRow>,
    receipts: Vec<ReceiptRow>,
    problems: Vec<Problem>,
    questions: Vec<Question>,
    rows_refused: u32,
}

impl Shown {
    /// Copies the first rows and takes what no plan is made of.
    fn of(draft: &mut Draft) -> Self {
        Self {
            documents: draft.documents.iter().take(review::PREVIEW_ROWS).cloned().collect(),
            receipts: draft.receipts.iter().take(review::PREVIEW_ROWS).cloned().collect(),
            problems: std::mem::take(&mut draft.problems),
            questions: std::mem::take(&mut draft.questions),
            rows_refused: draft.rows_refused,
        }
    }
}

/// The import that is under way; a context, so that a file dropped anywhere starts it.
#[derive(Clone, Copy)]
pub(crate) struct Importing {
    source: StoredValue<Option<Source>, LocalStorage>,
    /// Name of the file; set while an import is under way.
    name: RwSignal<Option<String>>,
    day: RwSignal<Option<Date>>,
    kind: RwSignal<Option<TableKind>>,
    map: RwSignal<Vec<(Field, String)>>,
    answers: RwSignal<Answers>,
    /// Everything that was asked so far, answered or not: an answer can be changed.
    asked: RwSignal<Vec<Question>>,
    look: RwSignal<Option<TableLook>>,
    outcome: RwSignal<Option<Arc<Outcome>>>,
    done: RwSignal<Option<Done>>,
    error: RwSignal<Option<String>>,
    session: Session,
    jobs: Jobs,
    speech: Speech,
    toaster: Toaster,
    navigation: Navigation,
}

impl Importing {
    /// Provides a desk for imports; nothing is under way.
    pub(crate) fn provide() -> Self {
        let importing = Self {
            source: StoredValue::new_local(None),
            name: RwSignal::new(None),
            day: RwSignal::new(None),
            kind: RwSignal::new(None),
            map: RwSignal::new(Vec::new()),
            answers: RwSignal::new(Answers::default()),
            asked: RwSignal::new(Vec::new()),
            look: RwSignal::new(None),
            outcome: RwSignal::new(None),
            done: RwSignal::new(None),
            error: RwSignal::new(None),
            session: use_session(),
            jobs: use_jobs(),
            speech: use_speech(),
            toaster: use_toaster(),
            navigation: use_navigation(),
        };
        provide_context(importing);
        importing
    }

    /// True while an import is under way.
    pub(crate) fn is_under_way(self) -> bool {
        self.name.with(Option::is_some)
    }

    /// Starts with a file or a paste.
    pub(crate) fn start(self, source: Source) {
        let name = match &source {
            Source::File(file) => file.name(),
            Source::Pasted(_) => String::from("TSV"),
        };
        self.source.set_value(Some(source));
        self.day.set(Some(self.session.as_of_untracked()));
        self.kind.set(None);
        self.map.set(Vec::new());
        self.answers.set(Answers::default());
        self.asked.set(Vec::new());
        self.look.set(None);
        self.name.set(Some(name));
        self.read();
    }

    /// Leaves the import without recording anything.
    pub(crate) fn leave(self) {
        self.jobs.cancel();
        self.source.set_value(None);
        self.outcome.set(None);
        self.look.set(None);
        self.error.set(None);
        self.done.set(None);
        self.name.set(None);
    }
}

/// Adds what is asked now to what was asked before; a question of the same sort takes its place.
fn ask_also(asked: &mut Vec<Question>, now: &[Question]) {
    for question in now {
        let sort = std::mem::discriminant(question);
        match asked.iter_mut().find(|held| std::mem::discriminant(*held) == sort) {
            Some(held) => *held = question.clone(),
            None => asked.push(question.clone()),
        }
    }
}

/// The desk for imports.
pub(crate) fn use_importing() -> Importing {
    expect_context()
}

/// The import that is under way, in place of the screen.
#[component]
pub(crate) fn ImportScreen() -> impl IntoView {
    let (importing, speech) = (use_importing(), use_speech());
    let title = Signal::derive(move || {
        let name = importing.name.get().unwrap_or_default();
        speech.fill(label::import::TITLE, &[&name])
    });
    let permille = Signal::derive(move || {
        let done = importing.done.get()?;
        let permille = done.done.saturating_mul(1_000).checked_div(done.total)?;
        u32::try_from(permille).ok()
    });
    let figure = Signal::derive(move || {
        let done = importing.done.get().unwrap_or_default();
        speech.fill(label::import::ROWS_OF, &[&done.done.to_string(), &done.total.to_string()])
    });
    let reading = Signal::derive(move || {
        speech.fill(label::import::READING, &[&importing.name.get().unwrap_or_default()])
    });
    let cancel = UnsyncCallback::new(move |()| importing.leave());
    let running = Memo::new(move |_| importing.done.with(Option::is_some));
    view! {
        <Card main=true title=title>
            <div class="import">
                {move || running.get().then(|| view! {
                    <Progress
                        label=reading done_permille=permille figure=figure on_cancel=cancel
                    />
                })}
                {move || importing.error.get().map(|sentence| view! {
                    <Notice tone=Tone::Bad>{sentence}</Notice>
                })}
                {mapper::mapper(importing)}
                {review::review(importing)}
                <div class="actions">
                    <Button label=speech.text(label::import::CANCEL) on_press=cancel/>
                    {move || accept_button(importing)}
                </div>
            </div>
        </Card>
    }
}

fn accept_button(importing: Importing) -> Option<AnyView> {
    let outcome = importing.outcome.get()?;
    let speech = importing.speech;
    if outcome.plan.is_empty() {
        return Some(
            view! { <span class="hint">{speech.now(label::import::NOTHING_NEW)}</span> }.into_any(),
        );
    }
    let accept = UnsyncCallback::new(move |()| importing.accept());
    let button = view! {
        <Button
            label=speech.text(label::import::ACCEPT) on_press=accept look=ButtonLook::Main
        />
    };
    Some(button.into_any())
}
