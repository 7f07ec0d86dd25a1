//! From which day on something is undone by a dated event, and which such events undo nothing.
//! Never counts an event that was recorded before what it ends.

use std::collections::BTreeMap;

use super::Builder;
use crate::id::FactId;
use crate::journal::Order;
use crate::ledger::account::NEVER;
use crate::ledger::finding::Inert;
use crate::ledger::gather::Gathered;
use crate::record::{DocumentRef, FundRef, ReverseSubject};

/// The day of an event that ends something, and where it was recorded.
type End = (i32, Order);

/// All events that end something, by what they end.
#[derive(Default)]
pub(super) struct Ends {
    facts: BTreeMap<FactId, Vec<End>>,
    funds: BTreeMap<FundRef, Vec<End>>,
    designations: BTreeMap<FundRef, Vec<End>>,
    documents: BTreeMap<DocumentRef, Vec<End>>,
}

impl Ends {
    pub(super) fn of(gathered: &Gathered<'_>) -> Self {
        let mut ends = Self::default();
        for told in &gathered.reversals {
            let end = (told.what.on.number(), told.recorded);
            match told.what.subject.clone() {
                ReverseSubject::Fact(fact) => ends.facts.entry(fact).or_default().push(end),
                // A credit note is a document and a fund: it ends as both.
                ReverseSubject::Fund(FundRef::CreditNote(document))
                | ReverseSubject::Document(document) => {
                    ends.documents.entry(document).or_default().push(end);
                }
                ReverseSubject::Fund(fund) => ends.funds.entry(fund).or_default().push(end),
                ReverseSubject::Designation(fund) => {
                    ends.designations.entry(fund).or_default().push(end);
                }
            }
        }
        // The money of a recovery ends with the fact that recorded it.
        for told in &gathered.recoveries {
            if let Some(own) = ends.facts.get(&told.fact) {
                ends.funds.entry(FundRef::Receipt(told.fact)).or_default().extend(own);
            }
        }
        ends
    }

    /// The first day on which an act or dispute recorded at `recorded` is undone, or never.
    pub(super) fn of_fact(&self, fact: FactId, recorded: Order) -> i32 {
        first_after(self.facts.get(&fact), recorded)
    }

    /// The same of a receipt or credit note.
    pub(super) fn of_fund(&self, fund: &FundRef, recorded: Order) -> i32 {
        match fund {
            FundRef::CreditNote(document) => self.of_document(document, recorded),
            FundRef::Receipt(_) | FundRef::Imported(_) | FundRef::Implied { .. } => {
                first_after(self.funds.get(fund), recorded)
            }
        }
    }

    /// The same of a payer's designation.
    pub(super) fn of_designation(&self, fund: &FundRef, recorded: Order) -> i32 {
        first_after(self.designations.get(fund), recorded)
    }

    /// The same of an invoice or note.
    pub(super) fn of_document(&self, document: &DocumentRef, recorded: Order) -> i32 {
        first_after(self.documents.get(document), recorded)
    }
}

fn first_after(ends: Option<&Vec<End>>, recorded: Order) -> i32 {
    let after = ends.into_iter().flatten().filter(|(_, order)| *order > recorded);
    after.map(|(day, _)| *day).min().unwrap_or(NEVER)
}

impl Builder {
    /// Reversals of what is not there raise a finding; they count when it comes back.
    pub(super) fn inert_reversals(&mut self, gathered: &Gathered<'_>) {
        for told in &gathered.reversals {
            let recorded = match &told.what.subject {
                ReverseSubject::Fact(fact) => self.acts.get(fact).copied(),
                ReverseSubject::Fund(fund) | ReverseSubject::Designation(fund) => {
                    self.funds.get(fund).map(|(_, place)| place.recorded)
                }
                ReverseSubject::Document(document) => {
                    self.documents.get(document).map(|(_, place)| place.recorded)
                }
            };
            match recorded {
                None => self.inert(told.fact, Inert::SubjectMissing),
                Some(recorded) if recorded > told.recorded => {
                    self.inert(told.fact, Inert::RefersToLater);
                }
                Some(_) => {}
            }
        }
    }
}
