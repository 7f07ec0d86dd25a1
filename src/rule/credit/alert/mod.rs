//! Alerts 预警: what somebody should look at, unless it was dismissed or put off (C4).
//! Never forgets: an alert that was dismissed comes back when there is a new cause.

mod raising;

use super::report::{CreditReport, CustomerCredit};
use crate::calendar::{AsOf, Date};
use crate::id::{FactId, Key};
use crate::ledger::{Account, Ledger};
use crate::money::Money;
use crate::policy::Policy;
use crate::record::{AlertKind, CreditClass};
use raising::Raising;

/// One alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// The customer.
    pub customer: Key,
    /// The item in [`Account::parts`] that it is about, where it is about one.
    pub part: Option<u32>,
    /// What it is about.
    pub cause: Cause,
    /// Day number of its newest cause: what was dismissed before comes back.
    pub since_day: i32,
}

/// What an alert is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Items overdue for more days than policy allows.
    OverdueDays {
        /// How many items.
        items: u32,
        /// The oldest, in days.
        worst_days: i32,
    },
    /// More is overdue than policy allows.
    OverdueAmount {
        /// How much.
        amount: Money,
    },
    /// A promise was broken, or kept only in part.
    PromiseBroken {
        /// The fact that recorded the promise.
        promise: FactId,
        /// Its amount.
        amount: Money,
        /// Its day.
        promised_on: Date,
    },
    /// More is owed than the limit allows.
    LimitExceeded {
        /// Open parts in the limit's currency.
        outstanding: Money,
        /// The limit.
        limit: Money,
    },
    /// The class is worse than at the last evaluation.
    ClassWorsened {
        /// The class then.
        from: CreditClass,
        /// The class now.
        to: CreditClass,
    },
    /// A contract says nothing of late payment.
    ContractWithoutLateClause {
        /// Its number, normalised.
        contract: Key,
    },
    /// The limitation period of an item ends soon, or has ended.
    LimitationNear {
        /// The last day.
        last_on: Date,
        /// Days left; negative when it is over.
        days_left: i32,
    },
    /// No statement was confirmed for too long.
    StatementUnconfirmed {
        /// The last day on which one was.
        confirmed_on: Option<Date>,
    },
}

impl Alert {
    /// Which rule raised it.
    #[must_use]
    pub const fn kind(&self) -> AlertKind {
        match self.cause {
            Cause::OverdueDays { .. } => AlertKind::OverdueDays,
            Cause::OverdueAmount { .. } => AlertKind::OverdueAmount,
            Cause::PromiseBroken { .. } => AlertKind::PromiseBroken,
            Cause::LimitExceeded { .. } => AlertKind::LimitExceeded,
            Cause::ClassWorsened { .. } => AlertKind::ClassWorsened,
            Cause::ContractWithoutLateClause { .. } => AlertKind::ContractWithoutLateClause,
            Cause::LimitationNear { .. } => AlertKind::LimitationNear,
            Cause::StatementUnconfirmed { .. } => AlertKind::StatementUnconfirmed,
        }
    }
}

/// All kinds, in the order of the list.
pub const ALERT_KINDS: [AlertKind; 8] = [
    AlertKind::OverdueDays,
    AlertKind::OverdueAmount,
    AlertKind::PromiseBroken,
    AlertKind::LimitExceeded,
    AlertKind::ClassWorsened,
    AlertKind::ContractWithoutLateClause,
    AlertKind::LimitationNear,
    AlertKind::StatementUnconfirmed,
];

/// The alerts of the book on the day of the report, by kind, then by customer.
#[must_use]
pub fn alerts(ledger: &Ledger, report: &CreditReport) -> Vec<Alert> {
    let mut alerts = Vec::new();
    for (account, credit) in ledger.accounts().zip(&report.customers) {
        alerts_of(account, credit, ledger.policy(), report.as_of, &mut alerts);
    }
    alerts.sort_by_key(Alert::kind);
    alerts
}

/// How many alerts there are of each kind, in the order of [`ALERT_KINDS`].
#[must_use]
pub fn alert_counts(alerts: &[Alert]) -> [usize; 8] {
    ALERT_KINDS.map(|kind| alerts.iter().filter(|alert| alert.kind() == kind).count())
}

/// Adds the alerts of one account.
pub fn alerts_of(
    account: &Account,
    credit: &CustomerCredit,
    policy: &Policy,
    as_of: AsOf,
    alerts: &mut Vec<Alert>,
) {
    Raising::of(account, credit, policy, as_of).all(alerts);
}
