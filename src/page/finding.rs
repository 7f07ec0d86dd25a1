//! What the search box finds, from an index that is drawn up in slices when it is first needed.
//! Never answers from an index of other facts than are shown.

use huikuan::record::DocumentKind;
use huikuan::search::{Building, Found, FoundKind, Index, found};
use huikuan::view::amount::with_currency;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::browser::task::Slices;
use crate::page::label;
use crate::page::part::combobox::Suggestion;
use crate::page::route::{Route, Screen};
use crate::page::session::Session;
use crate::page::speech::Speech;

/// The query and what it finds; copies are the same finder.
#[derive(Clone, Copy)]
pub(crate) struct Finder {
    session: Session,
    /// What is typed.
    pub(crate) query: RwSignal<String>,
    found: RwSignal<Vec<Found>>,
    /// Whether the answer to what is typed is still to come.
    is_looking: RwSignal<bool>,
    index: StoredValue<Option<(u32, Index)>>,
    is_building: StoredValue<bool>,
}

impl Finder {
    /// A finder that follows the query and the facts from now on.
    pub(crate) fn new(session: Session) -> Self {
        let finder = Self {
            session,
            query: RwSignal::new(String::new()),
            found: RwSignal::new(Vec::new()),
            is_looking: RwSignal::new(false),
            index: StoredValue::new(None),
            is_building: StoredValue::new(false),
        };
        Effect::new(move |_| {
            let is_asked = finder.query.with(|query| !query.trim().is_empty());
            let revision = session.revision();
            if !is_asked {
                finder.found.set(Vec::new());
            } else if !finder.answer(revision) {
                finder.is_looking.set(true);
                finder.build();
            }
        });
        finder
    }

    /// Answers when there is an index of that revision.
    fn answer(self, revision: u32) -> bool {
        let query = self.query.get_untracked();
        let answer = self.index.with_value(|index| match index {
            Some((of, index)) if *of == revision => Some(index.search(&query)),
            Some(_) | None => None,
        });
        let Some(answer) = answer else { return false };
        let all = self.session.read_untracked(|workbook| {
            let ledger = workbook.ledger();
            let document = FoundKind::Document(DocumentKind::Invoice);
            let mut all = found(ledger, FoundKind::Customer, &answer.customers);
            all.extend(found(ledger, document, &answer.documents));
            all.extend(found(ledger, FoundKind::Receipt, &answer.receipts));
            all
        });
        self.found.set(all.unwrap_or_default());
        self.is_looking.set(false);
        true
    }

    /// Draws the index up while the page goes on, then answers; anew when the facts change
    /// meanwhile.
    fn build(self) {
        if self.is_building.get_value() {
            return;
        }
        self.is_building.set_value(true);
        spawn_local(async move {
            let slices = Slices::begin();
            loop {
                let revision = untrack(|| self.session.revision());
                if let Some(index) = self.index_of(revision, &slices).await {
                    self.index.set_value(index.map(|index| (revision, index)));
                    let is_answered = index_is_none(self.index) || self.answer(revision);
                    if is_answered {
                        break;
                    }
                }
            }
            self.is_building.set_value(false);
        });
    }

    /// The index of the facts at a revision, or `Some(None)` when no workbook is open; `None` when
    /// they changed meanwhile.
    async fn index_of(self, revision: u32, slices: &Slices) -> Option<Option<Index>> {
        let mut building = Building::default();
        loop {
            if untrack(|| self.session.revision()) != revision {
                return None;
            }
            match self.session.read_untracked(|workbook| building.step(workbook.ledger())) {
                None => return Some(None),
                Some(false) => return Some(Some(building.end())),
                Some(true) => slices.pause_when_long().await,
            }
        }
    }

    /// Whether the answer to what is typed is still to come.
    pub(crate) fn is_looking(self) -> bool {
        self.is_looking.get()
    }

    /// What is found, as lines of the list.
    pub(crate) fn suggestions(self, speech: Speech) -> Vec<Suggestion> {
        self.found.with(|all| all.iter().map(|found| suggestion(found, speech)).collect())
    }

    /// Where the find at a place is shown.
    pub(crate) fn address(self, place: usize, from: &Route) -> Option<Route> {
        self.found.with_untracked(|all| all.get(place).map(|found| address(found, from)))
    }
}

fn index_is_none(index: StoredValue<Option<(u32, Index)>>) -> bool {
    index.with_value(Option::is_none)
}

fn suggestion(found: &Found, speech: Speech) -> Suggestion {
    let group = speech.now(match found.kind {
        FoundKind::Customer => label::finding::CUSTOMERS,
        FoundKind::Document(_) => label::finding::DOCUMENTS,
        FoundKind::Receipt => label::finding::RECEIPTS,
    });
    let of_customer = matches!(found.kind, FoundKind::Customer);
    let text = match (of_customer, found.number.as_str()) {
        (true, _) => found.customer_name.clone(),
        (false, "") => speech.now(label::finding::UNNUMBERED).to_owned(),
        (false, number) => number.to_owned(),
    };
    let whose = if of_customer { &found.customer_code } else { &found.customer_name };
    let on = found.on.map(|on| on.to_string());
    let amount = found.amount.map(with_currency);
    let detail: Vec<String> = [Some(whose.clone()), on, amount].into_iter().flatten().collect();
    Suggestion { group: group.to_owned(), text, detail: detail.join(" · "), key: String::new() }
}

/// A customer's page, or the items with that number; what has none is among its customer's items.
fn address(found: &Found, from: &Route) -> Route {
    let kind = match found.kind {
        FoundKind::Customer => return from.turn(Screen::Customer(found.customer.to_string())),
        FoundKind::Document(DocumentKind::CreditNote) => "credit-notes",
        FoundKind::Document(DocumentKind::Invoice | DocumentKind::DebitNote) => "invoices",
        FoundKind::Receipt => "receipts",
    };
    let screen = match found.number.as_str() {
        "" => from.turn(Screen::Customer(found.customer.to_string())),
        number => from.turn(Screen::Items).with("search", number),
    };
    screen.with("kind", kind).with("filter", "all")
}
