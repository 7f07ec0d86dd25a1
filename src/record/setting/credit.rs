//! Policy of credit as recorded: score, tier, limitation, alerts, suggestions, provision (C1–C5).
//! Never a default hidden in code: creation writes them all into the journal (DESIGN 1).

use serde::{Deserialize, Serialize};

use crate::money::{Money, Rate};

/// How a score and a class come about (C1; FIGURES, score and class).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScorePolicy {
    /// Months of the window that ends on the as-of day.
    pub window_months: u32,
    /// Weight of the share paid by the due day.
    pub paid_on_time_weight: u32,
    /// Weight of the days late.
    pub days_late_weight: u32,
    /// Days late, weighted by amount, at which that part comes to 0.
    pub days_late_zero: u32,
    /// Weight of the worst days overdue now.
    pub worst_overdue_weight: u32,
    /// Days overdue at which that part comes to 0.
    pub worst_overdue_zero: u32,
    /// Weight of the share of promises kept.
    pub promises_kept_weight: u32,
    /// Weight of the use of the credit limit.
    pub limit_used_weight: u32,
    /// Use of the limit in percent up to which that part is 100.
    pub limit_used_full_percent: u32,
    /// Use of the limit in percent from which that part is 0.
    pub limit_used_zero_percent: u32,
    /// A score from here on is quality.
    pub quality_from: u32,
    /// A score below is risk.
    pub risk_below: u32,
    /// With fewer due parts considered the class is regular.
    pub parts_count_min: u32,
    /// A debt older than this many days …
    pub old_debt_days: u32,
    /// … and larger than this is a risk, whatever the score.
    pub old_debt_min: Money,
    /// Months after which an evaluation is due again.
    pub evaluation_months: u32,
}

/// How a tier comes about (C2; FIGURES, tier).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierPolicy {
    /// What makes an overdue amount large or medium.
    pub amounts: TierAmounts,
    /// Days overdue above which they are long.
    pub long_over_days: u32,
    /// Days overdue above which they are medium.
    pub medium_over_days: u32,
    /// Weight of the points for amount, days and class, in this order.
    pub weights: [u32; 3],
    /// Points from which the tier is A.
    pub a_from_points: u32,
    /// Points from which it is B.
    pub b_from_points: u32,
    /// An overdue amount below this is never above C.
    pub amount_min: Money,
}

/// What makes an overdue amount large or medium.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TierAmounts {
    /// By the share of the whole book that larger ones make up.
    Shares {
        /// Large while the sum before is below this percentage of the total.
        large_below_percent: u32,
        /// Medium while it is below this one.
        medium_below_percent: u32,
    },
    /// By fixed limits.
    Limits {
        /// Large from here on.
        large_from: Money,
        /// Medium from here on.
        medium_from: Money,
    },
}

/// The limitation period 诉讼时效 (C5; Civil Code 188, 189, 195, 201–203).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitationPolicy {
    /// Years from the day after the due day, or after an interruption.
    pub years: u32,
    /// Years from the due day after which no interruption helps.
    pub years_max: u32,
    /// Days left at which an alert is raised, falling.
    pub alert_days: Vec<u32>,
}

/// When alerts are raised (C4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertPolicy {
    /// An item overdue for more days than this.
    pub overdue_days: u32,
    /// An overdue amount above this.
    pub overdue_amount: Money,
    /// Days after which a customer without a confirmed statement is listed (A6).
    pub statement_days: u32,
    /// A customer with more than this percentage of all receivables is a concentration (C3).
    pub concentration_percent: u32,
    /// Warn when no receipt was recorded for more days than this (D3).
    pub no_receipt_days: u32,
    /// Warn when finance has not signed off the figures for more days than this; never when 0.
    pub sign_off_days: u32,
}

/// What limit and terms are suggested for a class (C3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreditTerms {
    /// The class.
    pub class: crate::record::CreditClass,
    /// Suggested limit: so many months of the trailing year's average sales.
    pub limit_months: Rate,
    /// Longest terms, in days.
    pub net_days_max: u32,
}

/// The provision matrix (B4): expected loss by age.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionPolicy {
    /// Percent of the open amount: of what is not due first, then bucket by bucket. Empty until
    /// somebody entered them.
    pub rates_percent: Vec<Rate>,
}
