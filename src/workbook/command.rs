//! What a person can do to a workbook: verbs with what they need (VOCABULARY, commands).
//! Never checks anything: applying a command does.

use super::import::ImportPlan;
use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};
use crate::money::Money;
use crate::record::{
    CustomerFields, Dispute, DisputeOutcome, DocumentFields, DocumentKind, DocumentRef,
    ExchangeRate, FundRef, ItemRef, Receipt, Recovery, Refund, ReverseSubject, SettingFields,
    WriteOff,
};

/// A change that a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Records a customer (A1).
    RecordCustomer {
        /// The code as written.
        code: String,
        /// What is known of it.
        fields: CustomerFields,
    },
    /// Gives fields of a customer new values; also settles a conflict between heads.
    AmendCustomer {
        /// The customer.
        customer: Key,
        /// The new values.
        fields: CustomerFields,
    },
    /// Records an invoice, debit note or credit note (A3).
    RecordDocument {
        /// Kind.
        kind: DocumentKind,
        /// The customer's code as written; an unknown one is recorded with it.
        customer: String,
        /// The number, if it has one.
        number: Option<String>,
        /// Date, amount, terms …
        fields: DocumentFields,
    },
    /// Gives fields of a document new values; also settles a conflict between heads.
    AmendDocument {
        /// The document.
        document: DocumentRef,
        /// The new values.
        fields: DocumentFields,
        /// Why.
        reason: Option<String>,
    },
    /// Records a receipt with its allocations (A4).
    RecordReceipt {
        /// The receipt.
        receipt: Receipt,
        /// What it settles, and with how much.
        allocations: Vec<Share>,
    },
    /// Allocates what is left of a receipt or credit note (A4).
    Allocate {
        /// The customer.
        customer: Key,
        /// The money.
        fund: FundRef,
        /// What it settles, and with how much.
        shares: Vec<Share>,
        /// The day of the act; absent when it belongs to the receipt itself.
        on: Option<Date>,
    },
    /// Pays money back (A4).
    Refund(Refund),
    /// Gives up a claim or part of it (A4, A5).
    WriteOff(WriteOff),
    /// Records money after a write-off (A5).
    RecordRecovery(Recovery),
    /// Notes that the customer contests an item (A5).
    RaiseDispute(Dispute),
    /// Ends a dispute (A5).
    ResolveDispute {
        /// The customer.
        customer: Key,
        /// The fact that raised it.
        dispute: FactId,
        /// From which day.
        on: Date,
        /// How it ended.
        outcome: DisputeOutcome,
    },
    /// Ends something that happened, on a day: bounce, un-allocation, red-letter reversal (A4).
    Reverse {
        /// The customer.
        customer: Key,
        /// What ends.
        subject: ReverseSubject,
        /// From which day.
        on: Date,
        /// Why.
        reason: String,
    },
    /// Gives settings new values; also settles a conflict between heads.
    SetPolicy(SettingFields),
    /// Records a rate of exchange (A8).
    RecordRate(ExchangeRate),
    /// Records what an imported table changed (A7).
    ImportDocuments(Box<ImportPlan>),
    /// Takes an entry back as recorded in error.
    Retract {
        /// The entry.
        entry: EntryId,
        /// Why.
        reason: String,
    },
    /// Takes the retractions of an entry back.
    Restore {
        /// The entry.
        entry: EntryId,
    },
}

/// A share of money for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The item.
    pub item: ItemRef,
    /// How much, positive.
    pub amount: Money,
}
