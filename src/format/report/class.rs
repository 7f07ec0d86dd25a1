//! Scores and classes as a file, each with its arithmetic (C1; DESIGN 8).
//! Never a class without its reason.

use serde::Serialize;

use super::sheet::{Align, one_table};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::{Currency, Decimal, Money, ratio_text};
use crate::record::CreditClass;
use crate::rule::credit::{
    ClassReason, CustomerCredit, Line, credit, explain_class, explain_score,
};
use crate::say::{self, Language, ReportWord, credit_line};
use crate::view::amount::with_currency;

/// The classes of all customers, or of one.
#[derive(Clone, Debug, Serialize)]
pub struct Classes {
    as_of: AsOf,
    base: Currency,
    customers: Vec<Customer>,
}

/// A customer's class: percentages and points as texts with four decimals, the score with one.
#[derive(Clone, Debug, Serialize)]
struct Customer {
    code: String,
    name: String,
    class: CreditClass,
    computed_class: CreditClass,
    why: &'static str,
    until: Option<Date>,
    score: Option<String>,
    parts_considered: u32,
    points: Points,
    currency: Currency,
    outstanding: String,
    limit: Option<Money>,
    explanation: Vec<String>,
    #[serde(skip)]
    shown: CustomerCredit,
}

/// The points of each part, 0–100; `null` where it does not apply.
#[derive(Clone, Debug, Serialize)]
struct Points {
    paid_on_time: Option<String>,
    days_late: Option<String>,
    worst_overdue: Option<String>,
    promises_kept: Option<String>,
    limit_used: Option<String>,
}

impl Classes {
    /// The classes at the close of `as_of`; of one customer only, when one is named.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, customer: Option<&Key>, language: Language) -> Self {
        let report = credit(ledger, as_of);
        let base = report.base;
        let customers = report
            .with_accounts(ledger, customer)
            .map(|(account, held)| Customer::of(ledger, account, held, as_of, language))
            .collect();
        Self { as_of, base, customers }
    }

    /// The report as aligned text, a customer a line.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let columns = [
            (Align::Left, ReportWord::Code),
            (Align::Left, ReportWord::Name),
            (Align::Left, ReportWord::Class),
            (Align::Right, ReportWord::Score),
            (Align::Right, ReportWord::Considered),
            (Align::Right, ReportWord::Outstanding),
            (Align::Left, ReportWord::Why),
        ];
        let rows = self.customers.iter().map(|held| {
            vec![
                held.code.clone(),
                held.name.clone(),
                say::class(held.class, language).to_owned(),
                held.score.clone().unwrap_or_else(|| "—".to_owned()),
                held.parts_considered.to_string(),
                with_currency(held.shown.exposure.outstanding),
                held.explanation.last().cloned().unwrap_or_default(),
            ]
        });
        one_table((ReportWord::Classes, self.as_of), &columns, rows, language)
    }
}

impl Customer {
    fn of(
        ledger: &Ledger,
        account: &Account,
        shown: CustomerCredit,
        as_of: AsOf,
        language: Language,
    ) -> Self {
        let mut lines: Vec<Line> = explain_score(account, ledger.policy(), as_of);
        lines.extend(explain_class(account, ledger.policy(), as_of));
        let [paid_on_time, days_late, worst_overdue, promises_kept, limit_used] =
            shown.score.points.map(|points: Option<Decimal>| points.map(ratio_text));
        let (why, until) = match shown.class.why {
            ClassReason::Score => ("score", None),
            ClassReason::TooLittleHistory => ("too_little_history", None),
            ClassReason::OldDebt { .. } => ("old_debt", None),
            ClassReason::Override { until, .. } => ("override", Some(until)),
        };
        let exposure = shown.exposure;
        Self {
            code: account.customer.code.clone(),
            name: account.customer.name().to_owned(),
            class: shown.class.class,
            computed_class: shown.class.computed,
            why,
            until,
            score: shown.score.value.map(|score| score.to_string()),
            parts_considered: shown.score.parts,
            points: Points { paid_on_time, days_late, worst_overdue, promises_kept, limit_used },
            currency: exposure.outstanding.currency(),
            outstanding: exposure.outstanding.amount_text(),
            limit: exposure.limit,
            explanation: lines.iter().map(|line| credit_line(line, language)).collect(),
            shown,
        }
    }
}
