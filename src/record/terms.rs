//! Payment terms: lines with a share of the total and a sequence of steps to the due date (A3).
//! Never computes a due date: `policy::terms` does.

use serde::{Deserialize, Serialize};

use crate::money::{Money, Rate};

/// Payment terms: when which share of a claim falls due (FIGURES, terms).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The event that the terms run from, when its date is given; else the invoice date.
    #[serde(default)]
    pub start: TermsStart,
    /// The lines in order; the last one takes the cents.
    pub lines: Vec<TermsLine>,
}

/// What starts the terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermsStart {
    /// The invoice date.
    #[default]
    Issue,
    /// Delivery of the goods.
    Delivery,
    /// Acceptance by the customer.
    Acceptance,
    /// The reconciliation 对账.
    Reconciliation,
}

/// One line of payment terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermsLine {
    /// Which share of the claim.
    pub share: Share,
    /// Steps from the start to the due date, taken in order; none means due at the start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delay: Vec<Delay>,
    /// Retention 质保金: not demanded before its day (A11).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retention: bool,
}

/// The share of a claim that a line takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// This fraction of the whole claim, rounded half up to the minor unit.
    OfTotal(Rate),
    /// This fraction of what the lines before left, rounded half up to the minor unit.
    OfRemainder(Rate),
    /// This amount.
    Fixed(Money),
    /// What is left.
    Rest,
}

/// A step from one date to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delay {
    /// So many days later.
    Days(u32),
    /// The same day so many months later, or that month's last day.
    Months(u32),
    /// The last day of the month.
    MonthEnd,
    /// The next such day of a month, today included: a cut-off day or a fixed day of payment.
    DayOfMonth(u32),
}

impl Terms {
    /// The whole claim after these steps.
    #[must_use]
    pub fn single(delay: Vec<Delay>) -> Self {
        let line = TermsLine { share: Share::Rest, delay, retention: false };
        Self { start: TermsStart::Issue, lines: vec![line] }
    }

    /// The whole claim so many days after the invoice date.
    #[must_use]
    pub fn net(days: u32) -> Self {
        Self::single(if days == 0 { Vec::new() } else { vec![Delay::Days(days)] })
    }
}
