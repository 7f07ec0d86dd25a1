//! Everything that happened with one customer on one line of time: contacts, promises with what
//! became of them, plans, decisions, documents and money (D4; SCREENS, customer page).
//! Never shows what lies after the reporting day, and never judges what rules judge.

mod collect;

use crate::calendar::AsOf;
use crate::id::FactId;
use crate::journal::Order;
use crate::ledger::{Account, Dealing, Document, Fund};
use crate::money::Money;
use crate::record::{Approval, Contact, Fact, Plan, Promise};
use crate::rule::agreement::{ApprovalState, PlanState, PromiseState};
use crate::workbook::Workbook;

/// What a line of the timeline is about, for filtering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimelineKind {
    /// Contacts, appointments.
    Contact,
    /// Promises, plans, holds.
    Agreement,
    /// Cases, their stages, evidence.
    Case,
    /// Statements and return slips.
    Statement,
    /// Overrides, evaluations, decisions, alerts, assessments.
    Credit,
    /// Disputes.
    Dispute,
    /// Invoices and notes.
    Document,
    /// Receipts, refunds, write-offs.
    Money,
}

impl TimelineKind {
    /// All of them, in the order of the filter.
    pub const ALL: [Self; 8] = [
        Self::Contact,
        Self::Agreement,
        Self::Case,
        Self::Statement,
        Self::Credit,
        Self::Dispute,
        Self::Document,
        Self::Money,
    ];
}

/// A line of the timeline.
#[derive(Clone, Debug)]
pub struct TimelineEntry<'a> {
    /// Day number on which it happened.
    pub day: i32,
    /// Where it was recorded.
    pub recorded: Order,
    /// What it is about.
    pub kind: TimelineKind,
    /// The fact that recorded it.
    pub fact: FactId,
    /// Who recorded it; empty when nobody signed.
    pub by: &'a str,
    /// What happened.
    pub told: Told<'a>,
    /// Where it stands in the approval chain, with the people whose turn it is (D8).
    pub approval: (ApprovalState, Vec<String>),
    /// What can be done about it now.
    pub offers: Vec<Offer>,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Told<'a> {
    /// A contact.
    Contact(&'a Contact),
    /// A promise, and what became of it.
    Promise(&'a Promise, PromiseState),
    /// A plan, and how it stands.
    Plan(&'a Plan, PlanState),
    /// A decision of the approval chain, and what it decides on.
    Approval(&'a Approval, &'a Fact),
    /// Anything else that a person recorded.
    Fact(&'a Fact),
    /// Something came to an end by a person's hand: what, and why.
    Ended(&'a Fact, &'a str),
    /// A document was issued, over so much.
    Document(&'a Document, Money),
    /// Money came in, or a credit note was issued.
    Money(&'a Fund),
}

/// What a line of the timeline offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To end it on a day.
    End,
    /// To say yes or no to it.
    Approve,
    /// To record what came back of a statement.
    Answer,
    /// To record the next stage of a case.
    Stage,
    /// To record that a perk was given.
    Fulfill,
    /// The visit sheet to print.
    VisitSheet,
    /// The written promise to print.
    PromiseSheet,
    /// The evidence pack to print.
    Pack,
}

/// The timeline of an account at the close of a day, the latest first.
#[must_use]
pub fn timeline<'a>(
    workbook: &'a Workbook,
    account: &'a Account,
    as_of: AsOf,
) -> Vec<TimelineEntry<'a>> {
    let mut entries = collect::Collector::new(workbook, account, as_of).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.day, entry.recorded, entry.fact.index)));
    entries
}

/// The contacts of an account at the close of a day as the tracking sheet lists them, the earliest
/// first, each with who recorded it.
#[must_use]
pub fn tracking_sheet<'a>(
    workbook: &'a Workbook,
    account: &'a Account,
    as_of: AsOf,
) -> Vec<(&'a Dealing<Contact>, &'a str)> {
    let contacts = account.dealings.contacts_until(as_of.number());
    contacts.map(|held| (held, recorded_by(workbook, held.fact))).collect()
}

/// Who recorded a fact; empty when nobody signed.
fn recorded_by(workbook: &Workbook, fact: FactId) -> &str {
    workbook.journal().get(fact.entry).map_or("", |entry| &entry.by)
}

#[cfg(test)]
mod tests;
