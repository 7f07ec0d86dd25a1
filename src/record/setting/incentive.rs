//! Offers of early-payment discounts, the late charge, reference rates (E1, E7).
//! Never a rate of the program's own: the table of reference rates is empty until it is entered.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::record::{CreditClass, Tier};

/// An offer of early-payment discounts 现金折扣政策 (E1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscountOffer {
    /// Its name, unique: grants refer to it.
    pub name: String,
    /// The steps; of those still open the one that gives most counts.
    pub steps: Vec<DiscountStep>,
    /// For receipts from this day; from ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// For receipts until this day; for ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Only for these classes; for any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<CreditClass>,
    /// Only for these tiers and for customers with nothing overdue; for any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    /// What a rate is taken of.
    pub base: DiscountBase,
    /// Only for a receipt that settles the whole item.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full_payment_only: bool,
    /// Also while another item of the customer stays overdue after the receipt.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub while_overdue: bool,
    /// Paid back after the receipt 返现 instead of taken off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub as_rebate: bool,
    /// Most that all grants of it may come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
}

/// One step of an offer: so much for a receipt by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscountStep {
    /// By which day.
    pub window: DiscountWindow,
    /// How much.
    pub gain: DiscountGain,
}

/// The last day of a step, inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiscountWindow {
    /// So many days before the due day, or earlier.
    BeforeDue(u32),
    /// Within so many days after the invoice date.
    AfterIssue(u32),
}

/// What a step gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiscountGain {
    /// This fraction of the base.
    Rate(Rate),
    /// This amount for an item that is settled whole.
    Fixed(Money),
}

/// What the rate of a discount is taken of (FIGURES, early-payment discount).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiscountBase {
    /// The amount without tax: a cash discount leaves output tax as it is.
    #[default]
    WithoutTax,
    /// The amount with tax.
    WithTax,
}

/// How a late charge 违约金、逾期利息 comes about (E7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateChargePolicy {
    /// The rate.
    pub rate: LateChargeRate,
    /// Days of a year, for rates of a year.
    pub year: YearDays,
    /// Days after the due day within which a receipt costs nothing.
    #[serde(default)]
    pub grace_days: u32,
    /// After the grace the charge runs from its next day on, instead of from the first day overdue.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spares_grace: bool,
    /// What it is called in letters.
    pub nature: LateChargeNature,
    /// Added once to each item that is charged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_fee: Option<Money>,
    /// At least so much for each item that is charged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Money>,
    /// At most this fraction of the item's amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Rate>,
}

/// The rate of a late charge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LateChargeRate {
    /// No charge.
    #[default]
    None,
    /// This fraction a day.
    Daily(Rate),
    /// This fraction a year.
    Annual(Rate),
    /// A multiple of the reference rate.
    Reference {
        /// How many times.
        multiple: Rate,
        /// Follows the table through the days, instead of standing at the first day overdue.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        floating: bool,
    },
}

/// Days of a year in a day count, the days themselves as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearDays {
    /// Actual/365.
    #[default]
    Days365,
    /// Actual/360.
    Days360,
}

/// What a late charge is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LateChargeNature {
    /// A contractual penalty 违约金.
    #[default]
    Penalty,
    /// Interest 逾期利息.
    Interest,
}

/// A reference rate from a day on, a year, as a fraction (LPR).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceRate {
    /// From this day on.
    pub on: Date,
    /// A year.
    pub rate: Rate,
}

impl YearDays {
    /// How many days.
    #[must_use]
    pub const fn days(self) -> u32 {
        match self {
            Self::Days365 => 365,
            Self::Days360 => 360,
        }
    }
}
