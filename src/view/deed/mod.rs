//! What a person does and agrees with a customer, as forms to fill in, and the command that a
//! filled-in form asks for (A2, A6, C1–C3, D2, D4–D7).
//! Never records anything: the workbook checks and records.

mod begin;
mod choice;
mod field;
mod read;
mod refusal;
mod shown;

use std::collections::{BTreeMap, BTreeSet};

pub use choice::{
    ANSWERS, Action, Answer, CASE_KINDS, CASE_STAGES, CHANNELS, CREDIT_ACTIONS, EVIDENCE_KINDS,
    PERK_KINDS, RESULTS, SUPPLY_TERMS, VERDICTS, Verdict,
};
pub use field::{FieldKind, FormField};
pub use read::read;
pub use refusal::{Fault, Mistake, refused};
pub(super) use shown::plan as plan_fields;
pub use shown::shown;

use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::money::{Currency, Money, Rate};
use crate::record::{ItemRef, LateChargeOutcome};
use crate::view::contact_form::Proposal;

/// Something a person does or agrees with a customer.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Logs a contact, with what it led to (D4).
    Contact(Box<Proposal>),
    /// Records a promise to pay (D5).
    Promise,
    /// Agrees a plan of instalments (D6).
    Plan,
    /// Puts collection on hold (D2).
    Hold,
    /// Agrees a visit or meeting (D4).
    Appointment,
    /// Sets the class by hand (C1).
    SetClass,
    /// Sets the tier by hand (C2).
    SetTier,
    /// Decides on credit (C3).
    Decide,
    /// Assesses by itself what will not be paid (B4).
    Assess,
    /// Hands the customer over to lawyers or to an agency (D7).
    OpenCase,
    /// A case reached a stage (D7).
    ReachStage(FactId),
    /// Adds a piece of evidence (D7).
    AddEvidence,
    /// A statement of account was sent (A6).
    SendStatement,
    /// What came back of a statement (A6).
    AnswerStatement(FactId),
    /// Records a contract, or changes the one of that number (A2).
    Contract(Option<Key>),
    /// Records what somebody else reports on the customer's credit (A1).
    AddCreditReport,
    /// Says yes or no to a plan, a hold or a handover (D8).
    Approve(FactId),
    /// Waives, keeps or claims the late charge of an item (E7).
    LateCharge {
        /// The item.
        item: ItemRef,
        /// What becomes of it.
        outcome: LateChargeOutcome,
    },
    /// Grants longer terms (E5).
    ExtendTerms,
    /// Grants a service, a reward or a rebate (E6).
    GrantPerk,
    /// A perk was given to the customer (E6).
    FulfillPerk(FactId),
    /// Ends a promise, plan, hold, appointment or override on a day, with the reason.
    End(FactId),
}

/// A form as it is filled in: texts as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The customer.
    pub customer: Key,
    /// Currency of amounts without a code of their own.
    pub currency: Currency,
    /// What is typed, by field.
    pub texts: BTreeMap<FormField, String>,
    /// Which choice is made, by its place in the list of the field.
    pub places: BTreeMap<FormField, usize>,
    /// The boxes that are ticked.
    pub flags: BTreeSet<FormField>,
    /// Open items, the oldest due first.
    pub items: Vec<FormItem>,
    /// Instalments as typed: day and amount.
    pub instalments: Vec<[String; 2]>,
}

/// An open item that the form can name.
#[derive(Clone, Debug, PartialEq)]
pub struct FormItem {
    /// Which.
    pub item: ItemRef,
    /// Number of its document.
    pub number: String,
    /// Its due date, if it has one.
    pub due_on: Option<Date>,
    /// What is open of it.
    pub open: Money,
    /// True when it is overdue.
    pub overdue: bool,
    /// True when the form names it.
    pub ticked: bool,
}

impl Form {
    /// What is typed into a field, without blanks around it.
    #[must_use]
    pub fn text(&self, field: FormField) -> &str {
        self.texts.get(&field).map_or("", |text| text.trim())
    }

    /// The chosen place of a field; the first when none was chosen.
    #[must_use]
    pub fn place(&self, field: FormField) -> usize {
        self.places.get(&field).copied().unwrap_or(0)
    }

    /// True when the box of a field is ticked.
    #[must_use]
    pub fn is_ticked(&self, field: FormField) -> bool {
        self.flags.contains(&field)
    }

    /// The amount typed into a field, in the form's currency unless it has a code of its own;
    /// `None` where it cannot be read.
    #[must_use]
    pub fn amount(&self, field: FormField) -> Option<Money> {
        crate::view::typed::money(self.text(field), self.currency)
    }

    /// The percentage from 0 to 100 typed into a field, as a fraction of 1; `None` where it cannot
    /// be read.
    #[must_use]
    pub fn fraction(&self, field: FormField) -> Option<Rate> {
        crate::view::typed::percent(self.text(field))
    }

    /// The items that are ticked.
    pub fn ticked(&self) -> impl Iterator<Item = &FormItem> {
        self.items.iter().filter(|item| item.ticked)
    }

    /// The items that a plan covers: those that are ticked, else all that is overdue, else all that
    /// is open, in one currency.
    pub fn plan_items(&self) -> impl Iterator<Item = &FormItem> {
        let currency = self.item_currency();
        let own = move |item: &&FormItem| item.open.currency() == currency;
        let none = self.ticked().next().is_none();
        let overdue = self.items.iter().filter(own).any(|item| item.overdue);
        self.items
            .iter()
            .filter(own)
            .filter(move |item| item.ticked || (none && (item.overdue || !overdue)))
    }

    /// What the items of a plan owe.
    #[must_use]
    pub fn plan_owed(&self) -> Money {
        let currency = self.item_currency();
        let minor = self.plan_items().map(|item| item.open.minor()).sum();
        Money::new(minor, currency).unwrap_or(Money::zero(currency))
    }

    /// The sum of the instalments that can be read.
    #[must_use]
    pub fn instalment_sum(&self) -> Money {
        let currency = self.item_currency();
        let amounts = self
            .instalments
            .iter()
            .filter_map(|[_, amount]| crate::view::typed::amount(amount, currency));
        let minor = amounts.map(Money::minor).fold(0, i64::saturating_add);
        Money::new(minor, currency).unwrap_or(Money::zero(currency))
    }

    /// The currency of the ticked items, or of the form when none is ticked.
    #[must_use]
    pub fn item_currency(&self) -> Currency {
        self.ticked().next().map_or(self.currency, |item| item.open.currency())
    }
}

#[cfg(test)]
mod tests;
