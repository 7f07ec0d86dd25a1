//! Sorts one customer's facts by what they speak about, dropping nothing that counts.
//! Never computes an amount.

use std::collections::BTreeMap;

use super::away::{moves, restored};
use super::implied::Total;
use super::route::{FactPlace, Row, document_row, receipt_row};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::journal::{Entry, ImportSet, Journal, Order, Replaces, Said, Standing};
use crate::record::{
    Allocation, AmendSubject, ContractFields, CustomerFields, Discount, Dispute, DisputeResolved,
    DocumentFields, DocumentKind, DocumentRef, Fact, FundRef, Receipt, Recovery, Refund, Reverse,
    WriteOff,
};

/// A fact with its name and place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'a, T> {
    pub(super) fact: FactId,
    /// Where it was recorded: references to something later do not count.
    pub(super) recorded: Order,
    /// Where it stands if it was restored after money was recorded elsewhere.
    pub(super) restored: Option<Order>,
    pub(super) what: &'a T,
}

/// Everything that was said of one document.
#[derive(Default)]
pub(super) struct DocumentFacts<'a> {
    pub(super) written: Option<(DocumentKind, &'a str)>,
    pub(super) said: Vec<Said<'a, DocumentFields>>,
    pub(super) brought_by: Vec<FactId>,
    pub(super) place: Option<Place>,
    pub(super) totals: Vec<Total>,
}

/// From where in the canonical order something is there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Where it was first recorded: what was recorded before cannot refer to it.
    pub(super) recorded: Order,
    /// Where it stands: later than it was recorded when all that brought it was restored after
    /// money was recorded elsewhere.
    pub(super) stands: Order,
}

impl Place {
    /// The earlier of two that brought the same thing.
    pub(super) fn or(self, other: Self) -> Self {
        let recorded = self.recorded.min(other.recorded);
        Self { recorded, stands: self.stands.min(other.stands) }
    }

    /// The place of what needs both.
    pub(super) fn and(self, other: Self) -> Self {
        let recorded = self.recorded.max(other.recorded);
        Self { recorded, stands: self.stands.max(other.stands) }
    }

    /// Where it was restored, if it was not there in between.
    pub(super) fn restored(self) -> Option<Order> {
        Some(self.stands).filter(|stands| *stands > self.recorded)
    }
}

impl<T> Told<'_, T> {
    pub(super) fn place(&self) -> Place {
        let stands = self.restored.unwrap_or(self.recorded);
        Place { recorded: self.recorded, stands }
    }
}

/// One customer's facts.
#[derive(Default)]
pub(super) struct Gathered<'a> {
    pub(super) code: Option<&'a str>,
    pub(super) customer: Vec<Said<'a, CustomerFields>>,
    pub(super) documents: BTreeMap<DocumentRef, DocumentFacts<'a>>,
    pub(super) receipts: BTreeMap<FundRef, Vec<Told<'a, Receipt>>>,
    pub(super) allocations: Vec<Told<'a, Allocation>>,
    pub(super) refunds: Vec<Told<'a, Refund>>,
    pub(super) write_offs: Vec<Told<'a, WriteOff>>,
    pub(super) recoveries: Vec<Told<'a, Recovery>>,
    pub(super) discounts: Vec<Told<'a, Discount>>,
    pub(super) disputes: Vec<Told<'a, Dispute>>,
    pub(super) resolutions: Vec<Told<'a, DisputeResolved>>,
    pub(super) reversals: Vec<Told<'a, Reverse>>,
    pub(super) contracts: BTreeMap<Key, ContractFacts<'a>>,
    /// Contacts, promises, plans and their kin.
    pub(super) dealings: Vec<Told<'a, Fact>>,
}

/// Everything that was said of one contract.
#[derive(Default)]
pub(super) struct ContractFacts<'a> {
    pub(super) written: Option<(&'a str, FactId)>,
    pub(super) said: Vec<Said<'a, ContractFields>>,
}

/// What is known of a fact besides what it says.
struct Context<'a> {
    fact: FactId,
    recorded: Order,
    restored: Option<Order>,
    counts: bool,
    import: Option<u32>,
    replaced_imports: Option<&'a ImportSet>,
    /// The day that its table speaks about.
    file_day: Option<Date>,
}

impl<'a> Context<'a> {
    fn of(
        at: FactPlace,
        journal: &'a Journal,
        standing: &'a Standing,
        moves: &[Order],
    ) -> Option<Self> {
        let entry = journal.entries().get(at.entry as usize)?;
        let fact = at.id(journal)?;
        let mut context = Self {
            fact,
            recorded: entry.order(),
            restored: restored(at, standing, moves),
            counts: standing.counts(at.entry),
            import: None,
            replaced_imports: None,
            file_day: None,
        };
        if at.row != Row::Whole {
            let closing = standing.closing(at.entry);
            context.counts &= closing.is_some();
            let closing = closing.and_then(|closing| journal.entries().get(closing as usize));
            if let Some(closing) = closing {
                context.import = standing.import_number(closing.id);
                context.replaced_imports = standing.replaced_imports(closing.id);
                context.file_day = closing.facts.iter().find_map(|fact| {
                    if let Fact::Imported(imported) = fact { Some(imported.day) } else { None }
                });
            }
        }
        Some(context)
    }

    fn said<F>(&self, fields: &'a F, replaces: Replaces<'a>) -> Said<'a, F> {
        Said {
            fact: self.fact,
            recorded: self.recorded,
            counts: self.counts,
            import: self.import,
            fields,
            replaces,
        }
    }

    fn told<T>(&self, what: &'a T) -> Told<'a, T> {
        Told { fact: self.fact, recorded: self.recorded, restored: self.restored, what }
    }

    fn imports(&self) -> Replaces<'a> {
        self.replaced_imports.map_or(Replaces::Nothing, Replaces::Imports)
    }
}

/// Gathers the facts at these places, in the order in which they were recorded: what was undone and
/// redone is told where it was. Only money looks at where a restored fact stands.
pub(super) fn gather<'a>(
    places: &[FactPlace],
    journal: &'a Journal,
    standing: &'a Standing,
) -> Gathered<'a> {
    let recorded = |at: &FactPlace| journal.entries().get(at.entry as usize).map(Entry::order);
    let mut placed: Vec<(Option<Order>, FactPlace)> =
        places.iter().map(|at| (recorded(at), *at)).collect();
    if !placed.is_sorted_by_key(|(order, at)| (*order, at.fact, at.row)) {
        placed.sort_unstable_by_key(|(order, at)| (*order, at.fact, at.row));
    }
    let moves = moves(places, journal, standing);
    let mut gathered = Gathered::default();
    for (_, at) in placed {
        let (Some(context), Some(fact)) =
            (Context::of(at, journal, standing, &moves), at.fact(journal))
        else {
            continue;
        };
        match at.row {
            Row::Whole => gathered.take_fact(&context, fact),
            Row::Customer(_) | Row::Document(_) | Row::Receipt(_) => {
                gathered.take_row(&context, fact, at.row);
            }
        }
    }
    gathered
}

impl<'a> Gathered<'a> {
    /// Takes in an entry that is not in the journal yet, as far as it concerns a customer.
    pub(super) fn take_entry(&mut self, customer: &Key, entry: &'a Entry) {
        for (index, fact) in (0..).zip(&entry.facts) {
            let context = Context {
                fact: FactId { entry: entry.id, index },
                recorded: entry.order(),
                restored: None,
                counts: true,
                import: None,
                replaced_imports: None,
                file_day: None,
            };
            if fact.customer().as_ref() == Some(customer) {
                self.take_fact(&context, fact);
            }
        }
    }

    fn take_row(&mut self, context: &Context<'a>, fact: &'a Fact, row: Row) {
        match row {
            Row::Whole => {}
            Row::Customer(index) => {
                let Fact::Rows(rows) = fact else { return };
                let Some(statement) = rows.customers.get(index as usize) else { return };
                if context.counts {
                    self.code.get_or_insert(&statement.code);
                }
                self.customer.push(context.said(&statement.fields, context.imports()));
            }
            Row::Document(index) => {
                let Some(row) = document_row(fact, index) else { return };
                let facts = self.documents.entry(row.document()).or_default();
                facts.said.push(context.said(&row.fields, context.imports()));
                if context.counts {
                    self.code.get_or_insert(&row.customer);
                    facts.bring(context, row.kind, &row.number);
                    facts.totals.extend(row.progress.map(|progress| Total {
                        progress,
                        file_day: context.file_day.unwrap_or(progress.on),
                        fact: context.fact,
                        place: context.told(&()).place(),
                    }));
                }
            }
            Row::Receipt(index) => {
                let Some(row) = receipt_row(fact, index).filter(|_| context.counts) else { return };
                self.code.get_or_insert(&row.receipt.customer);
                self.receipts
                    .entry(FundRef::Imported(row.key()))
                    .or_default()
                    .push(context.told(&row.receipt));
            }
        }
    }

    fn take_fact(&mut self, context: &Context<'a>, fact: &'a Fact) {
        if let Fact::Amend(amend) = fact {
            let replaces = Replaces::Facts(&amend.replaces);
            match &amend.subject {
                AmendSubject::Settings(_) | AmendSubject::Article { .. } => {}
                AmendSubject::Contract { number, fields, .. } => {
                    let facts = self.contracts.entry(number.clone()).or_default();
                    facts.said.push(context.said(fields.as_ref(), replaces));
                }
                AmendSubject::Customer { fields, .. } => {
                    self.customer.push(context.said(fields.as_ref(), replaces));
                }
                AmendSubject::Document { document, fields } => {
                    let facts = self.documents.entry(document.clone()).or_default();
                    facts.said.push(context.said(fields.as_ref(), replaces));
                }
            }
            return;
        }
        match fact {
            Fact::Customer(statement) => {
                if context.counts {
                    self.code.get_or_insert(&statement.code);
                }
                self.customer.push(context.said(&statement.fields, Replaces::Nothing));
            }
            Fact::Document(statement) => {
                let facts = self.documents.entry(statement.document(context.fact)).or_default();
                facts.said.push(context.said(&statement.fields, Replaces::Nothing));
                if context.counts {
                    self.code.get_or_insert(&statement.customer);
                    let number = statement.number.as_deref().unwrap_or_default();
                    facts.bring(context, statement.kind, number);
                }
            }
            Fact::Contract(statement) => {
                let facts = self.contracts.entry(Key::of(&statement.number)).or_default();
                facts.said.push(context.said(&statement.fields, Replaces::Nothing));
                if context.counts {
                    facts.written.get_or_insert((&statement.number, context.fact));
                }
            }
            _ if context.counts => self.take_act(context, fact),
            _ => {}
        }
    }

    fn take_act(&mut self, context: &Context<'a>, fact: &'a Fact) {
        match fact {
            Fact::Receipt(receipt) => {
                self.code.get_or_insert(&receipt.customer);
                self.receipts
                    .entry(FundRef::Receipt(context.fact))
                    .or_default()
                    .push(context.told(receipt));
            }
            Fact::Allocation(what) => self.allocations.push(context.told(what)),
            Fact::Refund(what) => self.refunds.push(context.told(what)),
            Fact::WriteOff(what) => self.write_offs.push(context.told(what)),
            Fact::Recovery(what) => self.recoveries.push(context.told(what)),
            Fact::Discount(what) => self.discounts.push(context.told(what)),
            Fact::Dispute(what) => self.disputes.push(context.told(what)),
            Fact::DisputeResolved(what) => self.resolutions.push(context.told(what)),
            Fact::Reverse(what) => self.reversals.push(context.told(what)),
            Fact::Contact(_)
            | Fact::Appointment(_)
            | Fact::Promise(_)
            | Fact::Plan(_)
            | Fact::Hold(_)
            | Fact::CaseOpened(_)
            | Fact::CaseStageReached(_)
            | Fact::Approval(_)
            | Fact::Evidence(_)
            | Fact::StatementSent(_)
            | Fact::StatementAnswered(_)
            | Fact::Override(_)
            | Fact::Evaluation(_)
            | Fact::CreditDecision(_)
            | Fact::AlertAnswer(_)
            | Fact::Assessment(_)
            | Fact::DiscountAccepted(_)
            | Fact::LateChargeDecision(_)
            | Fact::TermsExtension(_)
            | Fact::Perk(_)
            | Fact::PerkFulfilled(_) => self.dealings.push(context.told(fact)),
            Fact::Customer(_)
            | Fact::Document(_)
            | Fact::Contract(_)
            | Fact::Article(_)
            | Fact::Training(_)
            | Fact::MeetingDecision(_)
            | Fact::SignOff(_)
            | Fact::Amend(_)
            | Fact::Created(_)
            | Fact::Rows(_)
            | Fact::Imported(_)
            | Fact::Layout(_)
            | Fact::ExchangeRate(_)
            | Fact::Retract(_)
            | Fact::Restore(_)
            | Fact::Unknown(_) => {}
        }
    }
}

impl<'a> DocumentFacts<'a> {
    fn bring(&mut self, context: &Context<'a>, kind: DocumentKind, number: &'a str) {
        self.written.get_or_insert((kind, number));
        if !self.brought_by.contains(&context.fact) {
            self.brought_by.push(context.fact);
        }
        let place = context.told(&()).place();
        self.place = Some(self.place.map_or(place, |held| held.or(place)));
    }
}
