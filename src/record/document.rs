//! What is recorded of invoices, debit notes and credit notes (A3), and how they are referred to.
//! Never says what is still owed: the ledger does.

use serde::{Deserialize, Serialize};

use super::{DiscountStep, Terms, statement_fields};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::money::Money;

/// An invoice or note as somebody recorded it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentStatement {
    /// Invoice, debit note or credit note.
    pub kind: DocumentKind,
    /// The customer's code as written.
    pub customer: String,
    /// The number as written; a document without one is identified by its entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What is stated of it.
    pub fields: DocumentFields,
}

/// Kind of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A claim 应收单据.
    Invoice,
    /// Increases what is owed 应收调增单.
    DebitNote,
    /// Reduces what is owed 红字应收单; its amount is recorded positive.
    CreditNote,
}

statement_fields! {
    /// What can be stated of a document; a field that is absent says nothing.
    DocumentFields / DocumentField {
        /// Invoice date 开票日期.
        issued_on / IssuedOn: Date,
        /// The amount with its tax.
        claim / Claim: Claim,
        /// Due date or terms.
        schedule / Schedule: Schedule,
        /// Contract or order.
        contract / Contract: String,
        /// The invoice that a credit note is for: the customer's designation.
        applies_to / AppliesTo: String,
        /// Number of the tax invoice 发票号码, 20 digits; text, never a number.
        tax_invoice_no / TaxInvoiceNo: String,
        /// Number of the red-letter confirmation.
        red_letter_no / RedLetterNo: String,
        /// Early-payment discounts that the document itself offers: 2/10, 1/20 (E1).
        early_discount / EarlyDiscount: Vec<DiscountStep>,
        /// The person responsible for this document.
        owner / Owner: String,
        /// An opening balance 期初: no sale of any window.
        opening / Opening: bool,
        /// An imported table marks it as disputed.
        disputed / Disputed: bool,
        /// Anything else.
        memo / Memo: String,
    }
}

/// An amount and what belongs to it; one field, since only together do they make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The amount with tax; positive for notes of both kinds.
    pub amount: Money,
    /// The tax within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Money>,
}

/// When a claim falls due; one field (DESIGN 1). A due date, when given, wins over terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The due date of the whole claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// Payment terms that yield due parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// The day of delivery, acceptance or reconciliation that the terms run from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_on: Option<Date>,
}

/// A document's identity: two records with the same one are the same document (DESIGN 1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentRef {
    /// By kind, customer and normalised number.
    Numbered {
        /// Kind.
        kind: DocumentKind,
        /// Customer.
        customer: Key,
        /// Number.
        number: Key,
    },
    /// A document without a number, by the fact that recorded it.
    Recorded {
        /// Customer.
        customer: Key,
        /// The fact.
        fact: FactId,
    },
}

impl DocumentRef {
    /// The customer it belongs to.
    #[must_use]
    pub fn customer(&self) -> &Key {
        match self {
            Self::Numbered { customer, .. } | Self::Recorded { customer, .. } => customer,
        }
    }
}

impl DocumentStatement {
    /// The identity of the document that this statement, recorded as `fact`, speaks about.
    #[must_use]
    pub fn document(&self, fact: FactId) -> DocumentRef {
        let customer = Key::of(&self.customer);
        match self.number.as_deref().map(Key::of).filter(|number| !number.is_empty()) {
            Some(number) => DocumentRef::Numbered { kind: self.kind, customer, number },
            None => DocumentRef::Recorded { customer, fact },
        }
    }
}

/// A due part of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemRef {
    /// The document.
    pub document: DocumentRef,
    /// Which of its due parts, from 0.
    #[serde(default)]
    pub part: u32,
}
