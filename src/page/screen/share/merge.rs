//! Taking in an exported workbook: reading it, showing what it brings, merging it.
//! Never changes anything before the person accepts.

use huikuan::id::WorkbookId;
use huikuan::job::Progress as Done;
use huikuan::journal::Damage;
use huikuan::say;
use huikuan::view::amount::with_currency;
use huikuan::workbook::{BalanceChange, MergePreview, Workbook};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::browser::file::ChosenFile;
use crate::page::job::{Book, JobFault, Jobs, use_jobs};
use crate::page::label;
use crate::page::navigation::{Navigation, use_navigation};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::progress::Progress;
use crate::page::part::scroll::scroll;
use crate::page::part::toast::{Toaster, use_toaster};
use crate::page::route::{Route, Screen};
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// Balances and findings listed in a preview.
const LISTED_MAX: usize = 100;

/// What a preview shows.
#[derive(Clone, Debug, PartialEq)]
struct Summary {
    name: String,
    new_entries: u32,
    known_entries: u32,
    /// By customer, as people know them.
    balances: Vec<(String, BalanceChange)>,
    findings: Vec<(String, String)>,
    set_aside: Vec<String>,
}

/// The file that is being taken in; a context, so that a file dropped anywhere starts it.
#[derive(Clone, Copy)]
pub(crate) struct Merging {
    preview: StoredValue<Option<MergePreview>, LocalStorage>,
    /// Entries of a file that wait until their workbook is open.
    waiting: StoredValue<Option<(String, Book)>, LocalStorage>,
    /// Another one with every file, and with every cancelling.
    turn: StoredValue<u32, LocalStorage>,
    summary: RwSignal<Option<Summary>>,
    done: RwSignal<Option<Done>>,
    error: RwSignal<Option<String>>,
    session: Session,
    jobs: Jobs,
    speech: Speech,
    toaster: Toaster,
    navigation: Navigation,
}

/// The desk for exported workbooks.
pub(crate) fn use_merging() -> Merging {
    expect_context()
}

impl Merging {
    /// Provides the desk; nothing is under way.
    pub(crate) fn provide() -> Self {
        let merging = Self {
            preview: StoredValue::new_local(None),
            waiting: StoredValue::new_local(None),
            turn: StoredValue::new_local(0),
            summary: RwSignal::new(None),
            done: RwSignal::new(None),
            error: RwSignal::new(None),
            session: use_session(),
            jobs: use_jobs(),
            speech: use_speech(),
            toaster: use_toaster(),
            navigation: use_navigation(),
        };
        provide_context(merging);
        Effect::new(move |_| {
            // A book that was waited for is open now.
            if merging.session.read(Workbook::id).is_some() {
                let waiting = merging.waiting.try_update_value(Option::take).flatten();
                if let Some((name, book)) = waiting {
                    untrack(|| merging.offer(name, book));
                }
            }
        });
        merging
    }

    /// Reads a file and shows what it brings.
    pub(crate) fn start(self, file: ChosenFile) {
        self.leave();
        self.done.set(Some(Done::default()));
        spawn_local(async move {
            let done = self.done;
            let read = self.jobs.read_book(&file, move |now| done.set(Some(now))).await;
            self.done.set(None);
            match read {
                Ok(book) => self.offer(file.name(), book),
                Err(JobFault::Cancelled) => {}
                Err(JobFault::Broken(why)) => {
                    self.fail(untrack(|| self.speech.fill(label::share::NOT_READ, &[&why])));
                }
                Err(JobFault::Refused(error)) => {
                    let language = untrack(|| self.speech.language());
                    self.fail(say::file_error(error, language));
                }
            }
        });
    }

    fn fail(self, sentence: String) {
        self.error.set(Some(sentence.clone()));
        self.toaster.alarm(sentence);
    }

    /// Shows what a book brings, opening its workbook first when it is another one.
    fn offer(self, name: String, book: Book) {
        let Some(id) = book.read.workbook else {
            let sentence = untrack(|| self.speech.now(label::share::NO_WORKBOOK));
            return self.fail(sentence.to_owned());
        };
        let open = self.session.read_untracked(Workbook::id);
        if open == Some(id) {
            return self.show(name, book);
        }
        let address = id.to_string();
        let is_here =
            self.session.books.with_untracked(|books| books.iter().any(|held| held.id == address));
        if is_here {
            self.waiting.set_value(Some((name, book)));
            self.navigation.go(&Route::to(&address, Screen::Share));
            return;
        }
        self.open_beside(id, book, &address);
    }

    /// A workbook that is not here yet is opened as its own.
    fn open_beside(self, id: WorkbookId, book: Book, address: &str) {
        self.session.open_new(id, book.entries, book.packed);
        self.toaster.say(untrack(|| self.speech.now(label::share::OTHER_BOOK)));
        self.navigation.go(&Route::to(address, Screen::Aging));
    }

    /// Compares a book with the open workbook, then shows what it brings.
    fn show(self, name: String, book: Book) {
        let as_of = self.session.as_of_untracked();
        let turn = self.turn.get_value();
        self.done.set(Some(Done::default()));
        spawn_local(async move {
            let preview = self.session.preview_merge(book.entries, as_of).await;
            // Who cancelled or took another file meanwhile wants to see nothing of it.
            if self.turn.get_value() != turn {
                return;
            }
            self.done.set(None);
            if let Some(preview) = preview {
                self.sum_up(name, &book.read.damages, preview);
            }
        });
    }

    fn sum_up(self, name: String, damages: &[Damage], preview: MergePreview) {
        let language = untrack(|| self.speech.language());
        let shown = self.session.read_untracked(|workbook| {
            let sentence = |finding| {
                let subject = say::finding_subject(finding, workbook.ledger(), language);
                (subject, say::finding(finding, language))
            };
            let named = |change: &BalanceChange| {
                let account = workbook.ledger().account(&change.customer);
                let name = account.map_or("", |account| account.customer.name());
                (format!("{} {name}", change.customer), change.clone())
            };
            Summary {
                name,
                new_entries: preview.new_entries,
                known_entries: preview.known_entries,
                balances: preview.balances.iter().map(named).collect(),
                findings: preview.findings.iter().map(sentence).collect(),
                set_aside: damages.iter().map(|held| say::damage(held, language)).collect(),
            }
        });
        let Some(summary) = shown else { return };
        self.preview.set_value(Some(preview));
        self.summary.set(Some(summary));
        let here = self.navigation.route_untracked();
        self.navigation.go(&here.turn(Screen::Share));
    }

    fn accept(self) {
        let Some(preview) = self.preview.try_update_value(Option::take).flatten() else { return };
        let count = preview.new_entries.to_string();
        let merged = self.session.change(|workbook, _| Ok(workbook.accept_merge(preview)));
        match merged {
            Ok(()) => {
                self.toaster.say(untrack(|| self.speech.fill(label::share::MERGED, &[&count])));
                self.leave();
            }
            Err(rejection) => {
                self.fail(say::rejection(&rejection, untrack(|| self.speech.language())));
            }
        }
    }

    fn leave(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.preview.set_value(None);
        self.summary.set(None);
        self.error.set(None);
        self.done.set(None);
    }
}

/// The preview, while a file is being taken in.
pub(super) fn preview() -> impl IntoView {
    let (merging, speech) = (use_merging(), use_speech());
    let cancel = UnsyncCallback::new(move |()| {
        merging.jobs.cancel();
        merging.leave();
    });
    let permille = Signal::derive(move || {
        let done = merging.done.get()?;
        u32::try_from(done.done.saturating_mul(1_000).checked_div(done.total)?).ok()
    });
    let reading = Memo::new(move |_| merging.done.with(Option::is_some));
    view! {
        {move || reading.get().then(|| view! {
            <Progress
                label=speech.text(label::share::IMPORT) done_permille=permille on_cancel=cancel
            />
        })}
        {move || merging.error.get().map(|sentence| view! {
            <Notice tone=Tone::Bad>{sentence}</Notice>
        })}
        {move || merging.summary.get().map(|summary| card(merging, summary, cancel))}
    }
}

fn card(merging: Merging, summary: Summary, cancel: UnsyncCallback<()>) -> impl IntoView {
    let speech = merging.speech;
    let title = speech.fill(label::share::MERGE_TITLE, &[&summary.name]);
    let accept = UnsyncCallback::new(move |()| merging.accept());
    let count = move |label: label::Label, number: usize, class: &'static str| {
        let words = speech.fill(label, &[&number.to_string()]);
        (number > 0).then(|| view! { <li class=class>{words}</li> })
    };
    let aside = summary.set_aside.len().to_string();
    let lost = summary.set_aside.iter().map(|lost| view! { <li>{lost.clone()}</li> });
    let lost = lost.collect_view();
    let aside = (!summary.set_aside.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warn>
                {speech.fill(label::share::SET_ASIDE, &[&aside])}
                <ul>{lost}</ul>
            </Notice>
        }
    });
    let findings = summary.findings.iter().take(LISTED_MAX).map(|(subject, sentence)| {
        view! { <li class="warn"><b>{subject.clone()}</b> " " {sentence.clone()}</li> }
    });
    let findings = findings.collect_view();
    let merge = (summary.new_entries > 0).then(|| {
        view! {
            <Button label=speech.text(label::share::MERGE) on_press=accept look=ButtonLook::Main/>
        }
    });
    let nothing = (summary.new_entries == 0)
        .then(|| view! { <p class="hint">{speech.now(label::share::NOTHING_NEW)}</p> });
    view! {
        <Card title=title>
            <div class="import">
                <ul class="counts" aria-live="polite">
                    {count(label::share::NEW_ENTRIES, summary.new_entries as usize, "good")}
                    {count(label::share::KNOWN_ENTRIES, summary.known_entries as usize, "neutral")}
                    {count(label::share::NEW_FINDINGS, summary.findings.len(), "warn")}
                </ul>
                {nothing}
                {aside}
                {balances(&summary.balances, speech)}
                <ul class="problems">{findings}</ul>
                <div class="actions">
                    <Button label=speech.text(label::share::CANCEL) on_press=cancel/>
                    {merge}
                </div>
            </div>
        </Card>
    }
}

fn balances(changes: &[(String, BalanceChange)], speech: Speech) -> AnyView {
    if changes.is_empty() {
        return view! { <p class="hint">{speech.now(label::share::NO_BALANCES)}</p> }.into_any();
    }
    let row = |(customer, change): &(String, BalanceChange)| {
        view! {
            <tr>
                <td>{customer.clone()}</td>
                <td class="figure">{with_currency(change.before)}</td>
                <td class="figure">{with_currency(change.after)}</td>
            </tr>
        }
    };
    let table = view! {
        <table class="table">
            <caption>{speech.now(label::share::BALANCES)}</caption>
            <thead><tr>
                <th>{speech.now(label::share::CUSTOMER)}</th>
                <th class="figure">{speech.now(label::share::BEFORE)}</th>
                <th class="figure">{speech.now(label::share::AFTER)}</th>
            </tr></thead>
            <tbody>{changes.iter().take(LISTED_MAX).map(row).collect_view()}</tbody>
        </table>
    };
    scroll(speech.text(label::share::BALANCES), "preview", table)
}
