//! When a customer's credit is to be evaluated again (C1).
//! Never evaluates: a person does, and that is recorded.

use super::report::CustomerCredit;
use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, Dealing};
use crate::policy::Policy;
use crate::record::{CreditClass, Evaluation};

/// Why an evaluation is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvaluationDue {
    /// There was none yet.
    First,
    /// The last one is too long ago.
    Again {
        /// The day of the last one.
        last_on: Date,
        /// The day from which the next one is due.
        due_on: Date,
    },
    /// The class is worse than at the last one.
    Worsened {
        /// The class then.
        from: CreditClass,
        /// The class now.
        to: CreditClass,
    },
}

/// The last evaluation by the close of a day.
#[must_use]
pub fn last_evaluation(account: &Account, as_of: AsOf) -> Option<&Dealing<Evaluation>> {
    let mut evaluations = account.dealings.evaluations.iter().rev();
    evaluations.find(|held| held.stands(as_of.number()))
}

/// Why a customer's credit is to be evaluated on a day, if it is. A customer of whom nothing was
/// ever due needs no first evaluation.
#[must_use]
pub fn evaluation_due(
    account: &Account,
    credit: &CustomerCredit,
    policy: &Policy,
    as_of: AsOf,
) -> Option<EvaluationDue> {
    let Some(last) = last_evaluation(account, as_of) else {
        return (credit.score.parts > 0).then_some(EvaluationDue::First);
    };
    let (from, to) = (last.what.to, credit.class.class);
    if to > from {
        return Some(EvaluationDue::Worsened { from, to });
    }
    let last_on = last.what.on;
    let due_on = last_on.plus_months(policy.score.evaluation_months);
    (due_on <= as_of).then_some(EvaluationDue::Again { last_on, due_on })
}
