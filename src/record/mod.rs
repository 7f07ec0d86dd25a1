//! Plain data of every fact that a journal can hold, in the words of the field.
//! Never computes, and knows no file format beyond its serde derives.

mod customer;
mod document;
mod import;
mod money_flow;
mod setting;
mod terms;

use serde::{Deserialize, Serialize};

pub use customer::{CustomerField, CustomerFields, CustomerStatement, DebtorKind, Person};
pub use document::{
    Claim, DocumentField, DocumentFields, DocumentKind, DocumentRef, DocumentStatement, ItemRef,
    Schedule,
};
pub use import::{DocumentRow, Imported, MissingItem, Progress, ReceiptRow, Rows};
pub use money_flow::{
    Allocation, Dispute, DisputeOutcome, DisputeResolved, FundRef, Receipt, ReceiptKey, Recovery,
    Refund, Subject as ReverseSubject, WriteOff, WriteOffKind,
};
pub use setting::{
    AgingBasis, AgingConvention, AgingPolicy, AllocationOrder, Created, ExchangeRate, Firm,
    HolidayList, Layout, SettingField, SettingFields,
};
pub use terms::{Delay, Share, Terms, TermsLine, TermsStart};

use crate::calendar::Date;
use crate::id::{EntryId, FactId, Key};

/// What one line of the journal records (DESIGN 1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The workbook began, with every default it began with.
    Created(Box<Created>),
    /// A customer was recorded (A1).
    Customer(Box<CustomerStatement>),
    /// An invoice, debit note or credit note was recorded (A3).
    Document(Box<DocumentStatement>),
    /// Money was received (A4).
    Receipt(Box<Receipt>),
    /// Part of a receipt or credit note was applied to an item (A4).
    Allocation(Box<Allocation>),
    /// Money went back to the customer (A4).
    Refund(Box<Refund>),
    /// A claim or part of it was given up or deducted (A4, A5).
    WriteOff(Box<WriteOff>),
    /// Money came after a write-off (A5).
    Recovery(Box<Recovery>),
    /// The customer contests an item (A5).
    Dispute(Box<Dispute>),
    /// A dispute came to an end (A5).
    DisputeResolved(Box<DisputeResolved>),
    /// What some rows of a table state; counts once an [`Imported`] names its entry (A7).
    Rows(Box<Rows>),
    /// An import is complete: these rows count from here (A7).
    Imported(Box<Imported>),
    /// How a table of this layout is read, remembered for the next one (A7).
    Layout(Box<Layout>),
    /// A rate of exchange to the base currency, on a day (A8).
    ExchangeRate(ExchangeRate),
    /// New values for fields, naming the values that they replace.
    Amend(Box<Amend>),
    /// Something that happened was undone in the world on a day: a bounce, an un-allocation.
    Reverse(Box<Reverse>),
    /// Recorded in error: treated as never recorded.
    Retract(Retract),
    /// A retracted entry counts again, standing where this restoration stands.
    Restore(Restore),
    /// A fact of a newer version, kept as it was read and exported as it was.
    #[serde(skip)]
    Unknown(Unknown),
}

/// `Amend { subject, field, value, replaces }` of DESIGN 1; one amendment may carry several fields
/// of one subject.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amend {
    /// What is amended, with the new values.
    pub subject: AmendSubject,
    /// The statements whose values of these fields the new ones replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<FactId>,
    /// Why, in the person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What an amendment speaks about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmendSubject {
    /// The workbook's settings and policy.
    Settings(Box<SettingFields>),
    /// A customer.
    Customer {
        /// Which customer.
        customer: Key,
        /// The new values.
        fields: Box<CustomerFields>,
    },
    /// An invoice or note.
    Document {
        /// Which document.
        document: DocumentRef,
        /// The new values.
        fields: Box<DocumentFields>,
    },
}

/// A dated event that ends an earlier one: red-letter reversal, bounce, un-allocation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reverse {
    /// The customer concerned.
    pub customer: Key,
    /// What ends.
    pub subject: ReverseSubject,
    /// From this day on it is undone; earlier days read as they were.
    pub on: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Takes an entry back as recorded in error. It has no date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Retract {
    /// The entry that is treated as never recorded.
    pub target: EntryId,
    /// Why; empty for a plain undo.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Takes retractions of an entry back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Restore {
    /// The entry that counts again.
    pub target: EntryId,
    /// Every retraction of it that counted when this was recorded.
    pub retractions: Vec<EntryId>,
}

/// A fact that this version does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// Its name in the file.
    pub kind: Box<str>,
}

impl Fact {
    /// The customer whose account this fact concerns; `None` for facts of the whole workbook, and
    /// for rows, which concern many.
    #[must_use]
    pub fn customer(&self) -> Option<Key> {
        match self {
            Self::Customer(statement) => Some(Key::of(&statement.code)),
            Self::Document(statement) => Some(Key::of(&statement.customer)),
            Self::Receipt(receipt) => Some(Key::of(&receipt.customer)),
            Self::Allocation(allocation) => Some(allocation.customer.clone()),
            Self::Refund(refund) => Some(refund.customer.clone()),
            Self::WriteOff(write_off) => Some(write_off.customer.clone()),
            Self::Recovery(recovery) => Some(recovery.customer.clone()),
            Self::Dispute(dispute) => Some(dispute.customer.clone()),
            Self::DisputeResolved(resolved) => Some(resolved.customer.clone()),
            Self::Reverse(reverse) => Some(reverse.customer.clone()),
            Self::Amend(amend) => match &amend.subject {
                AmendSubject::Settings(_) => None,
                AmendSubject::Customer { customer, .. } => Some(customer.clone()),
                AmendSubject::Document { document, .. } => Some(document.customer().clone()),
            },
            Self::Created(_)
            | Self::Rows(_)
            | Self::Imported(_)
            | Self::Layout(_)
            | Self::ExchangeRate(_)
            | Self::Retract(_)
            | Self::Restore(_)
            | Self::Unknown(_) => None,
        }
    }
}

/// Defines a struct of optional fields together with the list of their names, so that the rules of
/// heads can be written once for every kind of subject.
macro_rules! statement_fields {
    ($(#[$meta:meta])* $fields:ident / $name:ident {
        $($(#[$doc:meta])* $field:ident / $variant:ident : $type:ty),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $fields {
            $($(#[$doc])* #[serde(default, skip_serializing_if = "Option::is_none")]
            pub $field: Option<$type>,)+
        }

        #[doc = concat!("The name of a field of [`", stringify!($fields), "`].")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl crate::record::Fields for $fields {
            type Name = $name;

            fn stated(&self) -> Vec<$name> {
                let mut names = Vec::new();
                $(if self.$field.is_some() { names.push($name::$variant); })+
                names
            }

            fn agrees(&self, other: &Self, name: $name) -> bool {
                match name { $($name::$variant => self.$field == other.$field,)+ }
            }

            fn take(&mut self, other: &Self, name: $name) {
                match name { $($name::$variant => self.$field.clone_from(&other.$field),)+ }
            }
        }
    };
}
pub(crate) use statement_fields;

/// What the rules of heads need to know of a struct of optional fields.
pub trait Fields: Clone + Default {
    /// The names of its fields.
    type Name: Copy + Ord;
    /// Names of the fields that have a value here.
    fn stated(&self) -> Vec<Self::Name>;
    /// True when both have an equal value of that field, or both none.
    fn agrees(&self, other: &Self, name: Self::Name) -> bool;
    /// Takes over the other's value of that field.
    fn take(&mut self, other: &Self, name: Self::Name);
}
