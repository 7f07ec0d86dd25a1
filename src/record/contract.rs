//! What is recorded of contracts (A2).
//! Never the contract itself: its file is named, not held.

use serde::{Deserialize, Serialize};

use super::statement_fields;
use crate::calendar::Date;
use crate::id::Key;
use crate::money::{Money, Rate};

/// A contract as somebody recorded it; customer and normalised number identify it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContractStatement {
    /// The customer.
    pub customer: Key,
    /// The number as written.
    pub number: String,
    /// What is stated of it.
    #[serde(default)]
    pub fields: ContractFields,
}

statement_fields! {
    /// What can be stated of a contract; a field that is absent says nothing.
    ContractFields / ContractField {
        /// The day of signature.
        signed_on / SignedOn: Date,
        /// The amount.
        amount / Amount: Money,
        /// What it says of payment.
        payment_clause / PaymentClause: String,
        /// What it says of late payment, a year; an absent one says nothing.
        late_rate / LateRate: Rate,
        /// The share kept back as retention 质保金, as a fraction of 1.
        retention / Retention: Rate,
        /// Where originals and copies are kept, and by whom.
        kept_at / KeptAt: String,
        /// Name of the file.
        file_name / FileName: String,
        /// SHA-256 of the file in hexadecimal digits.
        file_hash / FileHash: String,
        /// Anything else.
        memo / Memo: String,
    }
}
