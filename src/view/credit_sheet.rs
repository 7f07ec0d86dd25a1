//! Everything that the credit tab of a customer shows, with the arithmetic behind each figure
//! (C1–C5).
//! Never computes a figure: rules do.

use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::Rate;
use crate::record::Evaluation;
use crate::rule::credit::{
    Alert, CreditReport, CustomerCredit, EvaluationDue, Limitation, Line, Suggestion, alerts_of,
    evaluation_due, explain_class, explain_exposure, explain_score, explain_tier, last_evaluation,
    limitations, receivables, suggestion,
};

/// The credit of one customer on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditSheet {
    /// Score, class, tier, exposure.
    pub credit: CustomerCredit,
    /// The arithmetic of the score.
    pub score: Vec<Line>,
    /// Why the class is what it is.
    pub class: Vec<Line>,
    /// Why the tier is what it is; nothing where there is none.
    pub tier: Vec<Line>,
    /// The arithmetic of the exposure.
    pub exposure: Vec<Line>,
    /// What credit control suggests.
    pub suggestion: Suggestion,
    /// Why an evaluation is due.
    pub due: Option<EvaluationDue>,
    /// Open items with their limitation periods, the nearest first: number and period.
    pub limitations: Vec<(String, Limitation)>,
    /// Alerts that stand.
    pub alerts: Vec<Alert>,
}

/// Draws up the sheet of a customer from the credit of the whole book; `None` for a customer that
/// is not there.
#[must_use]
pub fn credit_sheet(ledger: &Ledger, report: &CreditReport, customer: &Key) -> Option<CreditSheet> {
    let (account, credit) = (ledger.account(customer)?, report.of(customer)?);
    let (policy, as_of) = (ledger.policy(), report.as_of);
    let mut periods: Vec<(String, Limitation)> = limitations(account, policy, as_of)
        .into_iter()
        .map(|period| (number_of(account, period.part), period))
        .collect();
    periods.sort_by_key(|(_, period)| period.last_on);
    let mut alerts = Vec::new();
    alerts_of(account, credit, policy, as_of, &mut alerts);
    Some(CreditSheet {
        score: explain_score(account, policy, as_of),
        class: explain_class(account, policy, as_of),
        tier: explain_tier(credit, account, policy, as_of),
        exposure: explain_exposure(account, policy, as_of),
        suggestion: suggestion(account, credit, policy, as_of, receivables(report)),
        due: evaluation_due(account, credit, policy, as_of),
        limitations: periods,
        alerts,
        credit: credit.clone(),
    })
}

fn number_of(account: &Account, part: u32) -> String {
    let part = account.parts.get(part as usize);
    let document = part.and_then(|part| account.documents.get(part.document as usize));
    document.map(|document| document.number.clone()).unwrap_or_default()
}

/// The evaluation of a customer as it stands, to be recorded by a person.
#[must_use]
pub fn evaluation(account: &Account, credit: &CustomerCredit, as_of: AsOf, by: &str) -> Evaluation {
    Evaluation {
        customer: account.customer.key.clone(),
        on: as_of,
        from: last_evaluation(account, as_of).map(|held| held.what.to),
        to: credit.class.class,
        score: credit.score.value.map(Rate),
        by: by.to_owned(),
    }
}

#[cfg(test)]
mod tests;
