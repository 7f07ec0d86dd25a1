//! The policies of credit and collection as fields that a person fills in: score, tier, suggested
//! terms, limitation period, alerts, hours and counts of contacts (C1–C5, D9).
//! Never a default and never a judgement whether a policy is wise: the workbook checks and records.

mod field;
mod read;
mod text;
mod wording;

use std::collections::BTreeMap;

pub use field::{PolicyField, PolicyKind};
pub use read::read;
pub use text::texts;
pub use wording::avoided_words;

/// A group of settings that are saved together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyCard {
    /// How a score and a class come about (C1).
    Score,
    /// How a tier comes about (C2).
    Tier,
    /// Suggested limits and terms by class (C3).
    Terms,
    /// The limitation period (C5).
    Limitation,
    /// When alerts are raised (C4).
    Alerts,
    /// What contacts keep to (D9).
    Compliance,
}

impl PolicyCard {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Score, Self::Tier, Self::Terms, Self::Limitation, Self::Alerts, Self::Compliance];
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyFault {
    /// No whole number within what a number of days can be.
    NotWhole,
    /// No whole number above 0.
    NotAboveZero,
    /// More than 100.
    Above100,
    /// No amount.
    NotAnAmount,
    /// No number of months, such as 1.5.
    NotMonths,
    /// No percentage or multiple from 0 to 100.
    NotARate,
    /// No whole numbers with separators between them.
    NotDays,
    /// No time of day.
    NotATime,
    /// No pairs of times, each with the earlier one first.
    NotHours,
    /// Every weight is 0.
    NoWeight,
    /// Less than the field before it.
    BelowBefore,
    /// More than the field before it.
    AboveBefore,
    /// Not more than the field before it.
    NotBeyondBefore,
}

/// What is typed, by field.
pub type Texts = BTreeMap<PolicyField, String>;

/// The text of [`PolicyField::TierBasis`] where fixed amounts are chosen.
pub const BY_LIMITS: &str = "limits";

/// True where a field is filled in: amounts of tiers are shares of the book or fixed amounts, not
/// both.
#[must_use]
pub fn is_shown(field: PolicyField, by_limits: bool) -> bool {
    use PolicyField as F;
    match field {
        F::LargeBelowPercent | F::MediumBelowPercent => !by_limits,
        F::LargeFrom | F::MediumFrom => by_limits,
        _ => true,
    }
}

#[cfg(test)]
mod tests;
