//! Escalation files: legal cases and agency placements, their stages and their evidence (D7).
//! Never legal advice: stages and deadlines are what a person entered.

use serde::{Deserialize, Serialize};

use super::ItemRef;
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::money::{Money, Rate};

/// A customer was handed over 移交: to lawyers or to an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseOpened {
    /// The customer.
    pub customer: Key,
    /// The day.
    pub on: Date,
    /// To whom.
    pub kind: CaseKind,
    /// The items; everything overdue when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemRef>,
    /// The counsel or the agency.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub handler: String,
    /// The facts of the case in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub facts: String,
    /// What it will cost, as estimated: court, counsel, preservation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// The agency's fee as a fraction of what it collects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee_rate: Option<Rate>,
}

/// To whom a customer is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// Lawyers and courts.
    Legal,
    /// A collection agency.
    Agency,
}

/// A case reached a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseStageReached {
    /// The customer.
    pub customer: Key,
    /// The fact that opened the case.
    pub case: FactId,
    /// The day.
    pub on: Date,
    /// The stage.
    pub stage: CaseStage,
    /// What the next deadline of this stage is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// What happened, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
}

/// The named stages of a case, in their usual order (D7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseStage {
    /// A pre-action letter 诉前催告函 was sent.
    PreActionLetter,
    /// A lawyer's letter 律师函 was sent.
    LawyersLetter,
    /// Assets are preserved 财产保全.
    Preservation,
    /// Suit was filed 起诉.
    Suit,
    /// Mediation or settlement in court 调解.
    Mediation,
    /// Judgment 判决.
    Judgment,
    /// Enforcement 强制执行.
    Enforcement,
    /// Placed with an agency 委外.
    Placed,
    /// Recalled from an agency.
    Recalled,
    /// Closed: nothing more is done.
    Closed,
}

/// A piece of evidence 证据, kept as a reference (A2, D7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The customer.
    pub customer: Key,
    /// What it proves.
    pub kind: EvidenceKind,
    /// The items; whatever the customer owes when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemRef>,
    /// The day on which it was taken to the file.
    pub on: Date,
    /// What it is, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Name of the file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_name: String,
    /// SHA-256 of the file in hexadecimal digits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_hash: String,
    /// Where the original is kept, and by whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kept_at: String,
}

/// The kinds of evidence on the checklist (D7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// Contract or order.
    Contract,
    /// Proof of delivery.
    Delivery,
    /// Invoice.
    Invoice,
    /// Statement with its signed slip.
    Statement,
    /// Letters and messages.
    Correspondence,
    /// A written promise or plan.
    Promise,
    /// Anything else.
    Other,
}

impl EvidenceKind {
    /// What the checklist asks for, in its order.
    pub const CHECKLIST: [Self; 5] =
        [Self::Contract, Self::Delivery, Self::Invoice, Self::Statement, Self::Correspondence];
}
