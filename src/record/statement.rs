//! Statements of account that were sent, and what came back (A6).
//! Never holds figures that the ledger gives: only what the customer was told.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::money::Money;

/// A statement of account 对账单 was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementSent {
    /// The customer.
    pub customer: Key,
    /// The day as of which it is drawn up.
    pub as_of: Date,
    /// The day on which it was sent.
    pub sent_on: Date,
    /// Who sent it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sent_by: String,
    /// The balances that it states, one for each currency.
    pub balances: Vec<Money>,
}

/// The return slip 回执 of a statement came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementAnswered {
    /// The customer.
    pub customer: Key,
    /// The fact that recorded the statement.
    pub statement: FactId,
    /// The day.
    pub on: Date,
    /// What the slip says.
    pub answer: StatementAnswer,
    /// Signed or stamped: it counts as evidence and restarts the limitation period (C5).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed: bool,
}

/// What a return slip says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatementAnswer {
    /// The customer agrees.
    Confirmed,
    /// The customer's books differ.
    Differs {
        /// By how much: theirs less ours.
        amount: Money,
        /// Why.
        reason: String,
    },
}
