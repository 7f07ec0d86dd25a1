//! Who recorded what when: the whole history as a table, the latest first.
//! Never removes a line: what is retracted stays and says so.

use std::sync::Arc;

use huikuan::id::Key;
use huikuan::journal::Entry;
use huikuan::say;
use huikuan::view::history::{
    HISTORY_KINDS, HistoryFilter, HistoryKind, customer, latest_first, people,
};
use huikuan::view::matches;
use huikuan::workbook::Workbook;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::entry::entry_dialog;
use crate::page::browser::clock;
use crate::page::browser::task::Slices;
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::card::Card;
use crate::page::part::chip::choice;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::shown;
use crate::page::part::notice::Tone;
use crate::page::part::select::Select;
use crate::page::part::table::cell::Cell;
use crate::page::part::table::column::{Column, Width};
use crate::page::part::table::{Opened, Rows, Table};
use crate::page::route::Screen;
use crate::page::session::{Session, use_session};
use crate::page::speech::{Speech, use_speech};

/// Entries looked at before the clock is asked whether the page should get a turn.
const LOOKED_AT_ONCE: usize = 64;

/// What is asked of the history, and what was found: a row is an entry's place in the journal.
#[derive(Clone, Copy)]
struct Search {
    session: Session,
    speech: Speech,
    filter: RwSignal<HistoryFilter>,
    query: RwSignal<String>,
    found: RwSignal<Rows>,
    searching: RwSignal<bool>,
    /// Rises with every question, so that the answer to an earlier one is dropped.
    turn: StoredValue<u32>,
}

impl Search {
    fn begin() -> Self {
        let search = Self {
            session: use_session(),
            speech: use_speech(),
            filter: RwSignal::default(),
            query: RwSignal::new(String::new()),
            found: RwSignal::new(Arc::from([])),
            searching: RwSignal::new(false),
            turn: StoredValue::new(0),
        };
        Effect::new(move |_| {
            let all = search.session.read(|workbook| latest_first(workbook.journal()));
            let (filter, query) = (search.filter.get(), search.query.get());
            // Sentences are searched in the language that they are shown in.
            search.speech.language();
            search.turn.update_value(|turn| *turn = turn.wrapping_add(1));
            search.searching.set(true);
            let turn = search.turn.get_value();
            spawn_local(search.answer(turn, all.unwrap_or_default(), filter, query));
        });
        search
    }

    /// Goes through all entries in slices: a long history must not stop the page.
    async fn answer(self, turn: u32, all: Vec<u32>, filter: HistoryFilter, query: String) {
        let slices = Slices::begin();
        let mut found = Vec::new();
        for some in all.chunks(LOOKED_AT_ONCE) {
            slices.pause_when_long().await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            let fitting = self.session.read_untracked(|workbook| {
                let fits = |place: &&u32| {
                    let entry = workbook.journal().entries().get(**place as usize);
                    entry.is_some_and(|entry| {
                        filter.admits(entry) && self.reads(workbook, entry, &query)
                    })
                };
                some.iter().filter(fits).copied().collect::<Vec<u32>>()
            });
            found.extend(fitting.unwrap_or_default());
        }
        self.found.try_set(Arc::from(found));
        self.searching.try_set(false);
    }

    /// Whether what is shown of an entry holds the words of the query.
    fn reads(self, workbook: &Workbook, entry: &Entry, query: &str) -> bool {
        if query.trim().is_empty() {
            return true;
        }
        let language = untrack(|| self.speech.language());
        let what = say::entry_within(entry, workbook.journal(), language);
        let (at, name) = (clock::local_text(&entry.recorded_at), concerned(workbook, entry));
        matches(query, &[&what, &entry.by, &at, &name.map(|(_, name)| name).unwrap_or_default()])
    }
}

/// The customer that an entry concerns, with the name that people know it by.
fn concerned(workbook: &Workbook, entry: &Entry) -> Option<(Key, String)> {
    let key = customer(workbook.journal(), entry)?;
    let account = workbook.ledger().account(&key);
    let name =
        account.map_or_else(|| key.to_string(), |account| account.customer.name().to_owned());
    Some((key, name))
}

/// The card of the history.
pub(super) fn history() -> impl IntoView {
    let speech = use_speech();
    let search = Search::begin();
    let opened = RwSignal::new(None::<u32>);
    let count = shown(move || {
        let words = if search.searching.get() {
            speech.now(label::history::SEARCHING).to_owned()
        } else {
            let count = search.found.with(|found| found.len());
            speech.fill(label::history::COUNT, &[&count.to_string()])
        };
        view! { <span class="hint" role="status">{words}</span> }.into_any()
    });
    view! {
        <Card title=speech.text(label::history::TITLE)>
            <div class="toolbar">
                <TextField
                    label=speech.text(label::history::SEARCH)
                    value=search.query kind=TextKind::Search
                />
                {choices(search)}
                {count}
            </div>
            {table(search, opened)}
        </Card>
        {entry_dialog(opened)}
    }
}

/// The choice of a person and of a kind.
fn choices(search: Search) -> impl IntoView {
    let (session, speech) = (search.session, search.speech);
    let persons = Signal::derive(move || {
        let all = session.read(|workbook| people(workbook.journal())).unwrap_or_default();
        let named = |by: String| match by.as_str() {
            "" => choice(Some(by), speech.now(label::history::SOMEBODY)),
            _ => choice(Some(by.clone()), by),
        };
        let everybody = choice(None, speech.now(label::history::EVERYBODY));
        std::iter::once(everybody).chain(all.into_iter().map(named)).collect::<Vec<_>>()
    });
    let kinds = Signal::derive(move || {
        let any = choice(None, speech.now(label::history::ANY_KIND));
        let one = |kind| choice(Some(kind), speech.now(kind_label(kind)));
        std::iter::once(any).chain(HISTORY_KINDS.map(one)).collect::<Vec<_>>()
    });
    let filter = search.filter;
    let by = Signal::derive(move || filter.with(|filter| filter.by.clone()));
    let kind = Signal::derive(move || filter.with(|filter| filter.kind));
    let on_person = UnsyncCallback::new(move |(by,): (Option<String>,)| {
        filter.update(|filter| filter.by = by);
    });
    let on_kind = UnsyncCallback::new(move |(kind,): (Option<HistoryKind>,)| {
        filter.update(|filter| filter.kind = kind);
    });
    view! {
        <Select
            label=speech.text(label::history::PERSON)
            choices=persons chosen=by on_choose=on_person
        />
        <Select
            label=speech.text(label::history::KIND) choices=kinds chosen=kind on_choose=on_kind
        />
    }
}

fn kind_label(kind: HistoryKind) -> Label {
    match kind {
        HistoryKind::Customer => label::history::CUSTOMERS,
        HistoryKind::Document => label::history::DOCUMENTS,
        HistoryKind::Money => label::history::MONEY,
        HistoryKind::Dispute => label::history::DISPUTES,
        HistoryKind::Collection => label::history::COLLECTION,
        HistoryKind::Credit => label::history::CREDIT,
        HistoryKind::Import => label::history::IMPORTS,
        HistoryKind::Setting => label::history::SETTINGS,
        HistoryKind::TakenBack => label::history::TAKEN_BACK,
    }
}

fn table(search: Search, opened: RwSignal<Option<u32>>) -> impl IntoView {
    let (session, speech, navigation) = (search.session, search.speech, use_navigation());
    let columns = Signal::derive(move || {
        let text = |id, label, width| Column::text(id, speech.now(label), width);
        vec![
            text("when", label::history::WHEN, Width::Fitted(17)),
            text("who", label::history::WHO, Width::Short),
            text("what", label::history::WHAT, Width::Name),
            text("customer", label::history::CONCERNS, Width::Figure),
            text("state", label::history::STATE, Width::Short),
        ]
    });
    let cells = UnsyncCallback::new(move |(place,): (u32,)| {
        let language = speech.language();
        let route = navigation.route();
        let cells = session.read(|workbook| {
            let journal = workbook.journal();
            let entry = journal.entries().get(place as usize)?;
            let customer = concerned(workbook, entry).map_or_else(Cell::dash, |(key, name)| {
                Cell::text(name).link(route.turn(Screen::Customer(key.to_string())).hash())
            });
            let state = if workbook.ledger().standing().counts(place) {
                Cell::text(label::history::OPEN_ENTRY.text(language))
            } else {
                Cell::text(label::history::RETRACTED.text(language)).tone(Tone::Warn)
            };
            let by = if entry.by.is_empty() { "—" } else { &entry.by };
            Some(vec![
                Cell::text(clock::local_text(&entry.recorded_at)),
                Cell::text(by),
                Cell::text(say::entry_within(entry, journal, language)).opening(),
                customer,
                state.opening(),
            ])
        });
        cells.flatten().unwrap_or_default()
    });
    let on_open = UnsyncCallback::new(move |(asked,): (Opened,)| opened.set(Some(asked.row)));
    view! {
        <Table label=speech.text(label::history::TITLE) columns rows=search.found cells on_open/>
    }
}
