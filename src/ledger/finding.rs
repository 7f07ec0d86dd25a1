//! Named problems that folding found and that a person can settle (I4).
//! Never stops the fold: a finding stands beside figures, it does not replace them.

use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};
use crate::money::Money;
use crate::record::{
    ArticleField, ContractField, CustomerField, DocumentField, DocumentRef, SettingField,
};

/// A named problem in the data.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Several values of a field remain; the last of `heads` is shown.
    FieldConflict {
        /// Which field of what.
        field: ConflictField,
        /// The facts that state the values, one for each value.
        heads: Vec<FactId>,
    },
    /// More was allocated than the item owed or the money had; the rest is unapplied.
    Contested {
        /// The act that got less than it asked for.
        fact: FactId,
        /// Its customer.
        customer: Key,
        /// What it asked for.
        wanted: Money,
        /// What it got.
        granted: Money,
    },
    /// A fact leans on something that is not there, and has no effect until it is.
    Inert {
        /// The fact.
        fact: FactId,
        /// Its customer.
        customer: Key,
        /// What is missing.
        why: Inert,
    },
    /// Two people overrode a class or a tier differently without knowing of each other; the later
    /// in canonical order counts (C1, C2).
    OverridesContradict {
        /// The customer.
        customer: Key,
        /// The facts, the one that counts last.
        facts: [FactId; 2],
    },
    /// Two people of one duty decided on a proposal, one yes and one no, without knowing of each
    /// other; the one of the earlier day counts, of one day the first in canonical order (D8).
    ApprovalsContradict {
        /// The customer.
        customer: Key,
        /// The facts, the one that counts first.
        facts: [FactId; 2],
    },
    /// A step of the playbook was recorded by somebody who did not know that another one, above it,
    /// was done by then (D2).
    LevelsContradict {
        /// The customer.
        customer: Key,
        /// The contact.
        fact: FactId,
        /// The level that it reached.
        recorded: u32,
        /// The level that stood.
        stands: u32,
    },
    /// A discount was taken by a receipt after its last day; to be accepted or claimed back (E3).
    DiscountTakenLate {
        /// The customer.
        customer: Key,
        /// The fact that took it.
        fact: FactId,
        /// How much.
        amount: Money,
        /// Its last day.
        last_on: Date,
        /// The day of the receipt.
        on: Date,
    },
    /// A document lacks its amount or its date, so that it does not count yet.
    IncompleteDocument {
        /// The document.
        document: DocumentRef,
    },
    /// An entry holds something of a newer version: figures may be incomplete.
    UnknownContent {
        /// The entry.
        entry: EntryId,
    },
    /// Two valid contents stand under one id; one of them counts.
    RivalContent {
        /// The id.
        entry: EntryId,
    },
    /// An entry's clock is beyond the limit; it is kept and does not count.
    ClockBeyondLimit {
        /// The entry.
        entry: EntryId,
    },
    /// An entry is missing: a later one of the same page start is here.
    MissingEntry {
        /// The id that must exist.
        entry: EntryId,
    },
}

/// A field of which several values remain, with its subject.
#[derive(Clone, Debug, PartialEq)]
pub enum ConflictField {
    /// A field of a customer.
    Customer(Key, CustomerField),
    /// A field of a document.
    Document(DocumentRef, DocumentField),
    /// A field of a contract, by customer and number.
    Contract(Key, Key, ContractField),
    /// A field of an article of the handbook.
    Article(Key, ArticleField),
    /// A setting of the workbook.
    Setting(SettingField),
}

/// Why a fact has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inert {
    /// The receipt or credit note that it uses is not recorded, or was retracted.
    FundMissing,
    /// The item that it concerns is not recorded, or was retracted.
    ItemMissing,
    /// What it reverses or resolves is not recorded, or was retracted.
    SubjectMissing,
    /// It refers to something that stands later in the journal.
    RefersToLater,
    /// Receipt and item are of different currencies.
    OtherCurrency,
    /// Its amount is not positive.
    NotPositive,
}
