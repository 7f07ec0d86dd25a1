//! The team as recorded: people, duties and who is assigned which customers (D8).
//! Never a right: whoever opens the workbook can do everything in it.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::money::Money;
use crate::record::{CreditClass, Tier};

/// One of our own people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Name, as it stands in entries and as owner of customers.
    pub name: String,
    /// Duty.
    pub role: Role,
    /// What to collect in a month, in base currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month_target: Option<Money>,
    /// The last day in the team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// What somebody does in the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Collects.
    Collections,
    /// Sells.
    Sales,
    /// Serves customers.
    Service,
    /// Marketing.
    Marketing,
    /// Finance.
    Finance,
    /// Legal.
    Legal,
    /// Audit.
    Audit,
    /// Leads the team.
    Lead,
}

/// What the firm sends up a chain before it counts (D8): proposals wait until every duty of the
/// chain has said yes. An empty chain asks nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApprovalPolicy {
    /// The duties that have to say yes, in the order in which they are asked, none of them twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<Role>,
    /// What needs their approval.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<ApprovalKind>,
    /// Only what is dated on this day or later; everything when absent. A chain that is set up
    /// later undoes nothing that was agreed before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
}

/// What can need an approval: whatever changes what is demanded of a customer, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalKind {
    /// A plan of instalments or a deferral (D6).
    Plan,
    /// A hold (D2).
    Hold,
    /// A handover to lawyers or to an agency (D7).
    Case,
}

impl ApprovalKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Hold, Self::Case];
}

/// Who is responsible for customers that name nobody: the first rule that fits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssignmentRule {
    /// The person.
    pub owner: String,
    /// Only this region.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub region: String,
    /// Only this industry.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub industry: String,
    /// Only these tiers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    /// Only these classes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<CreditClass>,
    /// Only when this much is overdue or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_min: Option<Money>,
    /// Only when the oldest item is overdue for this many days or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue_days_min: Option<u32>,
}
