//! Discounts that were taken, decisions on late charges, extended terms and perks (E1, E3, E5–E7).
//! Never amended: such facts are only added, retracted or reversed.

use serde::{Deserialize, Serialize};

use super::{DocumentRef, ItemRef};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::money::{Money, Rate};

/// An early-payment discount 现金折扣 that was taken (E3). Claiming it back is a reversal on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discount {
    /// The customer.
    pub customer: Key,
    /// The item that it settles in part.
    pub item: ItemRef,
    /// The day of the receipt that took it.
    pub on: Date,
    /// The allocation that earned it, with which it ends; none when the receipt was designated or
    /// comes from a running total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allocation: Option<FactId>,
    /// How much, and by which rule.
    pub taken: TakenDiscount,
    /// Why, when no rule gives it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub approver: String,
}

/// How much a discount is, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenDiscount {
    /// What is taken off, positive.
    pub amount: Money,
    /// What it is taken of: receipt and discount together settle so much of the item.
    pub base: Money,
    /// The offer by its name; empty when the document itself offers it, or nothing does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub offer: String,
    /// The rate of the step; none for a fixed amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// The last day on which it is earned; a later receipt takes it late. None: it cannot be late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_on: Option<Date>,
}

/// A discount that was taken late is accepted all the same (E3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscountAccepted {
    /// The customer.
    pub customer: Key,
    /// The fact that took it.
    pub discount: FactId,
    /// When.
    pub on: Date,
    /// Who decided it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Why.
    pub reason: String,
}

/// What was decided of the late charge of some items (E7). It books nothing: a debit note does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateChargeDecision {
    /// The customer.
    pub customer: Key,
    /// The items.
    pub items: Vec<ItemRef>,
    /// The charge up to and including this day.
    pub on: Date,
    /// How much it came to.
    pub amount: Money,
    /// Waived, kept or claimed.
    pub outcome: LateChargeOutcome,
    /// The debit note that claims it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debit_note: Option<DocumentRef>,
    /// Who decided it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What becomes of a late charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LateChargeOutcome {
    /// Given up up to that day: the charge begins anew on the next.
    Waived,
    /// Not given up: letters go on claiming it.
    Kept,
    /// A debit note claims it up to that day: the charge begins anew on the next.
    Claimed,
}

/// Longer terms for a customer 账期延长 (E5). Ending them early is a reversal on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermsExtension {
    /// The customer.
    pub customer: Key,
    /// The terms before, in days.
    pub from_days: u32,
    /// The terms now, in days; more than before.
    pub to_days: u32,
    /// Holds for items that fall due from this day.
    pub from: Date,
    /// Holds for items that fall due until this day.
    pub until: Date,
    /// Who granted it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A service, reward or rebate that a customer gets for paying early or on time (E6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perk {
    /// The customer.
    pub customer: Key,
    /// What kind.
    pub kind: PerkKind,
    /// What it is.
    pub name: String,
    /// What it is worth; counted in the budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// For what.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// When it was granted.
    pub granted_on: Date,
    /// Who granted it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// Kind of a perk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PerkKind {
    /// A value-added service.
    Service,
    /// A reward for paying on time.
    Reward,
    /// Money paid back after the receipt 返现.
    Rebate,
}

/// A perk was given to the customer (E6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerkFulfilled {
    /// The customer.
    pub customer: Key,
    /// The fact that granted it.
    pub perk: FactId,
    /// When.
    pub on: Date,
    /// What it cost, when that is not what it is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// Anything else: what shows that it was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
}
