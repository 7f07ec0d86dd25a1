//! Plain data of every fact that a journal can hold, in the words of the field.
//! Never computes, and knows no file format beyond its serde derives.

mod approval;
mod case;
mod contact;
mod contract;
mod credit;
mod customer;
mod document;
mod group;
mod handbook;
mod import;
mod incentive;
mod language;
mod money_flow;
mod promise;
mod setting;
mod statement;
mod terms;

use serde::{Deserialize, Serialize};

pub use approval::Approval;
pub use case::{CaseKind, CaseOpened, CaseStage, CaseStageReached, Evidence, EvidenceKind};
pub use contact::{Appointment, Channel, Contact, ContactResult, StepDone};
pub use contract::{ContractField, ContractFields, ContractStatement};
pub use credit::{
    AlertAnswer, AlertKind, Assessment, CreditAction, CreditClass, CreditDecision, Evaluation,
    Override, OverrideValue, Tier,
};
pub use customer::{
    CreditReport, CustomerField, CustomerFields, CustomerStatement, DebtorKind, Person,
};
pub use document::{
    Claim, DocumentField, DocumentFields, DocumentKind, DocumentRef, DocumentStatement, ItemRef,
    Schedule,
};
pub use group::FactGroup;
pub use handbook::{
    ArticleField, ArticleFields, ArticleStatement, ArticleTopic, MeetingDecision, SignOff, Training,
};
pub use import::{DocumentRow, Imported, MissingItem, Progress, ReceiptRow, Rows};
pub use incentive::{
    Discount, DiscountAccepted, LateChargeDecision, LateChargeOutcome, Perk, PerkFulfilled,
    PerkKind, TakenDiscount, TermsExtension,
};
pub use language::{Bilingual, Language};
pub use money_flow::{
    Allocation, Dispute, DisputeOutcome, DisputeResolved, FundRef, Receipt, ReceiptKey, Recovery,
    Refund, Subject as ReverseSubject, WriteOff, WriteOffKind,
};
pub use promise::{Hold, Instalment, Plan, Promise};
pub use setting::{
    AfterResult, AgingBasis, AgingConvention, AgingPolicy, AlertPolicy, AllocationOrder, Applies,
    ApprovalKind, ApprovalPolicy, AssignmentRule, CompliancePolicy, Condition, Created,
    CreditTerms, DiscountBase, DiscountGain, DiscountOffer, DiscountStep, DiscountWindow,
    ExchangeRate, Firm, FollowUp, HolidayList, LateChargeNature, LateChargePolicy, LateChargeRate,
    Layout, LimitationPolicy, Member, Notice, Playbook, ProvisionPolicy, ReferenceRate, Role,
    ScorePolicy, SettingField, SettingFields, Step, TierAmounts, TierPolicy, YearDays,
};
pub use statement::{StatementAnswer, StatementAnswered, StatementSent};
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
    /// An early-payment discount was taken (E3).
    Discount(Box<Discount>),
    /// A discount that was taken late is accepted (E3).
    DiscountAccepted(Box<DiscountAccepted>),
    /// The customer contests an item (A5).
    Dispute(Box<Dispute>),
    /// A dispute came to an end (A5).
    DisputeResolved(Box<DisputeResolved>),
    /// A customer was contacted (D4).
    Contact(Box<Contact>),
    /// A visit or meeting was agreed (D4).
    Appointment(Box<Appointment>),
    /// A customer promised to pay (D5).
    Promise(Box<Promise>),
    /// Instalments were agreed (D6).
    Plan(Box<Plan>),
    /// Collection was put on hold (D2).
    Hold(Box<Hold>),
    /// A customer was handed over to lawyers or to an agency (D7).
    CaseOpened(Box<CaseOpened>),
    /// A case reached a stage (D7).
    CaseStageReached(Box<CaseStageReached>),
    /// Somebody of the approval chain decided on a proposal (D8).
    Approval(Box<Approval>),
    /// A piece of evidence (A2, D7).
    Evidence(Box<Evidence>),
    /// A statement of account was sent (A6).
    StatementSent(Box<StatementSent>),
    /// Its return slip came back (A6).
    StatementAnswered(Box<StatementAnswered>),
    /// A contract was recorded (A2).
    Contract(Box<ContractStatement>),
    /// A person's own class or tier (C1, C2).
    Override(Box<Override>),
    /// A class was evaluated (C1).
    Evaluation(Box<Evaluation>),
    /// A decision on credit (C3).
    CreditDecision(Box<CreditDecision>),
    /// An alert was dismissed or put off (C4).
    AlertAnswer(Box<AlertAnswer>),
    /// An individual assessment of a loss (B4).
    Assessment(Box<Assessment>),
    /// The late charge of some items was waived, kept or claimed (E7).
    LateChargeDecision(Box<LateChargeDecision>),
    /// A customer got longer terms (E5).
    TermsExtension(Box<TermsExtension>),
    /// A customer got a service, reward or rebate (E6).
    Perk(Box<Perk>),
    /// A perk was given (E6).
    PerkFulfilled(Box<PerkFulfilled>),
    /// An article of the handbook, or a template of letters, was recorded (D10, F1).
    Article(Box<ArticleStatement>),
    /// Somebody was trained (D8).
    Training(Box<Training>),
    /// A meeting decided something (D8).
    MeetingDecision(Box<MeetingDecision>),
    /// Finance has checked the receipts up to a day (D3).
    SignOff(Box<SignOff>),
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
    /// A contract.
    Contract {
        /// Its customer.
        customer: Key,
        /// Its number.
        number: Key,
        /// The new values.
        fields: Box<ContractFields>,
    },
    /// An article of the handbook.
    Article {
        /// Its name.
        article: Key,
        /// The new values.
        fields: Box<ArticleFields>,
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
            Self::Discount(discount) => Some(discount.customer.clone()),
            Self::DiscountAccepted(accepted) => Some(accepted.customer.clone()),
            Self::Dispute(dispute) => Some(dispute.customer.clone()),
            Self::DisputeResolved(resolved) => Some(resolved.customer.clone()),
            Self::Contact(contact) => Some(contact.customer.clone()),
            Self::Appointment(appointment) => Some(appointment.customer.clone()),
            Self::Promise(promise) => Some(promise.customer.clone()),
            Self::Plan(plan) => Some(plan.customer.clone()),
            Self::Hold(hold) => Some(hold.customer.clone()),
            Self::CaseOpened(case) => Some(case.customer.clone()),
            Self::CaseStageReached(stage) => Some(stage.customer.clone()),
            Self::Approval(approval) => Some(approval.customer.clone()),
            Self::Evidence(evidence) => Some(evidence.customer.clone()),
            Self::StatementSent(statement) => Some(statement.customer.clone()),
            Self::StatementAnswered(answered) => Some(answered.customer.clone()),
            Self::Contract(contract) => Some(contract.customer.clone()),
            Self::Override(held) => Some(held.customer.clone()),
            Self::Evaluation(evaluation) => Some(evaluation.customer.clone()),
            Self::CreditDecision(decision) => Some(decision.customer.clone()),
            Self::AlertAnswer(answer) => Some(answer.customer.clone()),
            Self::Assessment(assessment) => Some(assessment.customer.clone()),
            Self::LateChargeDecision(decision) => Some(decision.customer.clone()),
            Self::TermsExtension(extension) => Some(extension.customer.clone()),
            Self::Perk(perk) => Some(perk.customer.clone()),
            Self::PerkFulfilled(fulfilled) => Some(fulfilled.customer.clone()),
            Self::Reverse(reverse) => Some(reverse.customer.clone()),
            Self::Amend(amend) => match &amend.subject {
                AmendSubject::Settings(_) | AmendSubject::Article { .. } => None,
                AmendSubject::Customer { customer, .. }
                | AmendSubject::Contract { customer, .. } => Some(customer.clone()),
                AmendSubject::Document { document, .. } => Some(document.customer().clone()),
            },
            Self::Created(_)
            | Self::Article(_)
            | Self::Training(_)
            | Self::MeetingDecision(_)
            | Self::SignOff(_)
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
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize,
            serde::Deserialize,
        )]
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
