//! What people decided about a customer's credit: overrides, evaluations, decisions, assessments
//! (C1–C4, B4).
//! Never a score: rules compute it.

use serde::{Deserialize, Serialize};

use super::{ItemRef, Terms};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::money::{Money, Rate};

/// Class of a customer 客户分类 (C1), from the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditClass {
    /// 优质.
    Quality,
    /// 一般.
    Regular,
    /// 风险.
    Risk,
}

impl CreditClass {
    /// All of them, from the best.
    pub const ALL: [Self; 3] = [Self::Quality, Self::Regular, Self::Risk];
}

/// Grade of a customer with something overdue 逾期分级 (C2), from the gravest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Tier {
    /// The gravest.
    A,
    /// In between.
    B,
    /// The mildest.
    C,
}

impl Tier {
    /// All of them, from the gravest.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];
}

/// A person's own class or tier in the place of the computed one (C1, C2). Ending it early is a
/// reversal on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The customer.
    pub customer: Key,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// What stands in the place of the computed one.
    pub value: OverrideValue,
    /// Why.
    pub reason: String,
    /// The overrides that this one replaces from its first day on. Two that do not know of each
    /// other contradict each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<FactId>,
}

/// What an override says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverrideValue {
    /// This class.
    Class(CreditClass),
    /// This tier, while anything is overdue.
    Tier(Tier),
}

/// A recorded evaluation of a customer's class (C1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    /// The customer.
    pub customer: Key,
    /// The day.
    pub on: Date,
    /// The class of the evaluation before; none in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<CreditClass>,
    /// The class.
    pub to: CreditClass,
    /// The score, 0–100 with one decimal; none where too little was to be scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Rate>,
    /// Who evaluated.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// A decision on a customer's credit (C3), with what it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreditDecision {
    /// The customer.
    pub customer: Key,
    /// The day.
    pub on: Date,
    /// What was decided.
    pub action: CreditAction,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approver: String,
}

/// What can be decided on a customer's credit (C3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditAction {
    /// A new credit limit.
    SetLimit(Money),
    /// New terms for new invoices.
    SetTerms(Terms),
    /// A share of each order to be paid before delivery, as a fraction of 1.
    RequirePrepayment(Rate),
    /// A guarantee or other security, in words.
    AddSecurity(String),
    /// Supply only within the limit.
    RestrictSupply,
    /// No supply 暂停供货.
    SuspendSupply,
    /// Supply again.
    ResumeSupply,
    /// On the firm's own blacklist 黑名单.
    Blacklist,
    /// Off the blacklist.
    TakeOffBlacklist,
    /// Nothing changes.
    KeepAsIs,
}

/// What an alert warns of (C4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlertKind {
    /// Overdue for too many days.
    OverdueDays,
    /// Too much overdue.
    OverdueAmount,
    /// A promise was broken.
    PromiseBroken,
    /// The exposure is beyond the limit.
    LimitExceeded,
    /// The class is worse than at the last evaluation.
    ClassWorsened,
    /// A contract says nothing of late payment.
    ContractWithoutLateClause,
    /// The limitation period of an item ends soon, or has ended (C5).
    LimitationNear,
    /// No statement was confirmed for too long (A6).
    StatementUnconfirmed,
}

/// A person dismissed an alert, or put it off to a day (C4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertAnswer {
    /// The customer.
    pub customer: Key,
    /// Which alert.
    pub alert: AlertKind,
    /// The item that it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemRef>,
    /// The day.
    pub on: Date,
    /// The day on which it comes back; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// An individual assessment of what will not be paid (B4): it stands in the place of the rates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The customer.
    pub customer: Key,
    /// The item; everything that the customer owes in the amount's currency when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemRef>,
    /// The allowance.
    pub amount: Money,
    /// From which day.
    pub on: Date,
    /// Why.
    pub reason: String,
}
