//! What a customer promised or agreed, and what a person put on hold (D2, D5, D6).
//! Never says whether it was kept: that is derived from receipts.

use serde::{Deserialize, Serialize};

use super::ItemRef;
use crate::calendar::Date;
use crate::id::Key;
use crate::money::{Money, Rate};

/// A promise to pay 付款承诺. Withdrawing it is a reversal on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The customer.
    pub customer: Key,
    /// The day on which it was given.
    pub given_on: Date,
    /// How much.
    pub amount: Money,
    /// The day by which the money is to be here.
    pub promised_on: Date,
    /// For which items; for whatever the customer owes when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemRef>,
    /// Who gave it, of the customer's people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub person: String,
    /// In writing and signed: it counts as evidence (D5, C5).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub written: bool,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
}

/// A plan of instalments 分期 or a deferral 延期 (D6). Ending it early is a reversal on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The customer.
    pub customer: Key,
    /// The day on which it was agreed.
    pub agreed_on: Date,
    /// The items that it covers.
    pub items: Vec<ItemRef>,
    /// What is to be paid, and when; together what the items owed on the day of the agreement.
    pub instalments: Vec<Instalment>,
    /// Days after an instalment's day on which it still counts as paid on time.
    #[serde(default)]
    pub grace_days: u32,
    /// What was agreed besides.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub conditions: String,
    /// What follows when an instalment is missed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consequence: String,
    /// Late charge while on track, a year; none when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annual_rate: Option<Rate>,
    /// What the customer gets for paying it all early.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reward: String,
}

impl Promise {
    /// A promise by word of mouth of whatever the customer owes, every other field empty.
    #[must_use]
    pub const fn new(customer: Key, given_on: Date, amount: Money, promised_on: Date) -> Self {
        Self {
            customer,
            given_on,
            amount,
            promised_on,
            items: Vec::new(),
            person: String::new(),
            written: false,
            memo: String::new(),
        }
    }
}

impl Plan {
    /// A plan without grace, late charge and reward, every other field empty.
    #[must_use]
    pub const fn new(
        customer: Key,
        agreed_on: Date,
        items: Vec<ItemRef>,
        instalments: Vec<Instalment>,
    ) -> Self {
        Self {
            customer,
            agreed_on,
            items,
            instalments,
            grace_days: 0,
            conditions: String::new(),
            consequence: String::new(),
            annual_rate: None,
            reward: String::new(),
        }
    }
}

/// One payment of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// The last day that is on time, but for the plan's grace.
    pub due_on: Date,
    /// How much, positive.
    pub amount: Money,
}

/// A person stopped collection 暂缓催款. Releasing it early is a reversal on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// The customer.
    pub customer: Key,
    /// The items; everything of the customer when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemRef>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// Why.
    pub reason: String,
}
