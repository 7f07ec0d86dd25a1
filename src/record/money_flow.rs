//! Receipts, allocations, refunds, write-offs and disputes (A4, A5).
//! Never amended: such facts are only added, retracted or reversed.

use serde::{Deserialize, Serialize};

use super::{DocumentRef, ItemRef};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::money::Money;

/// Money received 收款单.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    /// The customer's code as written.
    pub customer: String,
    /// Day of receipt.
    pub received_on: Date,
    /// What came in, positive.
    pub amount: Money,
    /// Cash, bank transfer, bill …
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub method: String,
    /// Bank reference.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// The invoice number that the payer named, kept as the payer's designation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub designation: Option<String>,
    /// The contract or order that it prepays (A12): a prepayment 预收款 until allocated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepayment_for: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
}

/// An imported receipt's identity (DESIGN 1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReceiptKey {
    /// Customer.
    pub customer: Key,
    /// Day of receipt.
    pub received_on: Date,
    /// Amount.
    pub amount: Money,
    /// Reference, normalised; empty when there is none.
    pub reference: Key,
    /// 1 for the first of equal rows in a file, 2 for the next: two equal receipts stay two.
    pub ordinal: u32,
}

/// What money is taken from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundRef {
    /// A receipt by the fact that recorded it.
    Receipt(FactId),
    /// A receipt from a table of receipts.
    Imported(ReceiptKey),
    /// The receipt that a running total of an imported table implies, by document and day.
    Implied {
        /// The document whose row stated the total.
        document: DocumentRef,
        /// The day of the implied receipt.
        received_on: Date,
    },
    /// A credit note.
    CreditNote(DocumentRef),
}

/// Part of a receipt or credit note applied to an item 收款核销.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Allocation {
    /// The customer of both.
    pub customer: Key,
    /// What the money is taken from.
    pub fund: FundRef,
    /// The item it settles.
    pub item: ItemRef,
    /// How much, positive.
    pub amount: Money,
    /// The day of the act, for cash that lay unapplied or prepaid; effective on the latest of this,
    /// the receipt's and the item's date (B2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

/// Money back to the customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refund {
    /// The customer.
    pub customer: Key,
    /// Which receipt or credit note it pays back.
    pub fund: FundRef,
    /// How much, positive.
    pub amount: Money,
    /// When.
    pub on: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A claim, or part of one, given up or deducted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WriteOff {
    /// The customer.
    pub customer: Key,
    /// The item.
    pub item: ItemRef,
    /// How much, positive.
    pub amount: Money,
    /// When.
    pub on: Date,
    /// Bad debt, small difference, bank fee …
    pub kind: WriteOffKind,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub approver: String,
}

/// Kind of a write-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteOffKind {
    /// Bad debt 坏账核销.
    BadDebt,
    /// A difference within the policy's tolerance.
    SmallDifference,
    /// A bank's fee kept from the receipt.
    BankFee,
    /// A difference of exchange.
    ExchangeDifference,
    /// The customer's own subtraction 扣款.
    Deduction,
}

/// Money that came after a write-off 坏账收回.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recovery {
    /// The customer.
    pub customer: Key,
    /// The write-off that it undoes in part or whole.
    pub write_off: FactId,
    /// How much, positive.
    pub amount: Money,
    /// When.
    pub received_on: Date,
    /// Bank reference.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

/// The customer contests an item 争议.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dispute {
    /// The customer.
    pub customer: Key,
    /// The item.
    pub item: ItemRef,
    /// How much of it; the whole item when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Reason code in the firm's words.
    pub reason: String,
    /// From which day.
    pub raised_on: Date,
}

/// A dispute came to an end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DisputeResolved {
    /// The customer.
    pub customer: Key,
    /// The fact that raised it.
    pub dispute: FactId,
    /// From which day it is settled.
    pub on: Date,
    /// How it ended.
    pub outcome: DisputeOutcome,
}

/// How a dispute ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisputeOutcome {
    /// The claim stands.
    Upheld,
    /// The customer was right: a credit note or write-off follows.
    Conceded,
    /// The customer withdrew it.
    Withdrawn,
}

/// What a reversal ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An allocation, refund, write-off, recovery or dispute, by its fact.
    Fact(FactId),
    /// A receipt that bounced, or a credit note taken back.
    Fund(FundRef),
    /// The payer's designation of a receipt: its money becomes unapplied.
    Designation(FundRef),
    /// An invoice or debit note reversed 红冲.
    Document(DocumentRef),
}
