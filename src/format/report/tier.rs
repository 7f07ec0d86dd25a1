//! Tiers as a file, in the order of the worklist, each with its arithmetic (C2; DESIGN 8).
//! Never a customer with nothing undisputed overdue.

use std::cmp::Reverse;

use serde::Serialize;

use super::sheet::{Align, one_table};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::Currency;
use crate::record::{CreditClass, Tier};
use crate::rule::credit::{CustomerCredit, Grade, TierReason, TierVerdict, credit, explain_tier};
use crate::say::{self, Language, ReportWord, credit_line};
use crate::view::amount::with_currency;

/// The tiers of all customers, or of one.
#[derive(Clone, Debug, Serialize)]
pub struct Tiers {
    as_of: AsOf,
    base: Currency,
    customers: Vec<Customer>,
}

/// A customer's tier; amounts in the currency that is named, urgency in its units × days.
#[derive(Clone, Debug, Serialize)]
struct Customer {
    code: String,
    name: String,
    tier: Tier,
    computed_tier: Tier,
    why: &'static str,
    until: Option<Date>,
    points: u32,
    amount_points: u32,
    days_points: u32,
    class_points: u32,
    class: CreditClass,
    currency: Currency,
    overdue: String,
    undisputed: String,
    overdue_days: i32,
    undisputed_days: i32,
    urgency: String,
    explanation: Vec<String>,
    #[serde(skip)]
    shown: CustomerCredit,
}

impl Tiers {
    /// The tiers at the close of `as_of`, by tier, then urgency, then code; of one customer only,
    /// when one is named, but ranked among all. Within a tier those in base currency come first,
    /// then each currency that has no rate: their urgencies do not compare.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, customer: Option<&Key>, language: Language) -> Self {
        let report = credit(ledger, as_of);
        let base = report.base;
        let graded = report.with_accounts(ledger, customer).filter_map(|(account, held)| {
            let tier = held.tier?;
            Some(Customer::of(ledger, account, held, tier, as_of, language))
        });
        let mut customers: Vec<Customer> = graded.collect();
        // Accounts come by code, and a stable sort leaves equals so.
        customers.sort_by_key(|held| {
            let other = Some(held.currency).filter(|currency| *currency != base);
            (held.tier, other, Reverse(held.shown.overdue.urgency))
        });
        Self { as_of, base, customers }
    }

    /// The report as aligned text, a customer a line.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let columns = [
            (Align::Left, ReportWord::Code),
            (Align::Left, ReportWord::Name),
            (Align::Left, ReportWord::Tier),
            (Align::Right, ReportWord::Points),
            (Align::Right, ReportWord::Undisputed),
            (Align::Right, ReportWord::OverdueDays),
            (Align::Left, ReportWord::Class),
            (Align::Left, ReportWord::Why),
        ];
        let rows = self.customers.iter().map(|held| {
            let points = [held.amount_points, held.days_points, held.class_points];
            vec![
                held.code.clone(),
                held.name.clone(),
                format!("{:?}", held.tier),
                points.map(|points| points.to_string()).join(" + "),
                with_currency(held.shown.overdue.undisputed()),
                held.undisputed_days.to_string(),
                say::class(held.class, language).to_owned(),
                held.explanation.last().cloned().unwrap_or_default(),
            ]
        });
        one_table((ReportWord::Tiers, self.as_of), &columns, rows, language)
    }
}

impl Customer {
    fn of(
        ledger: &Ledger,
        account: &Account,
        shown: CustomerCredit,
        tier: TierVerdict,
        as_of: AsOf,
        language: Language,
    ) -> Self {
        let lines = explain_tier(&shown, account, ledger.policy(), as_of);
        let (why, until) = match tier.why {
            TierReason::Points => ("points", None),
            TierReason::BelowMinimum => ("below_minimum", None),
            TierReason::Override { until, .. } => ("override", Some(until)),
        };
        let overdue = shown.overdue;
        let [amount_points, days_points, class_points] =
            [tier.amount, tier.days, tier.class].map(Grade::points);
        Self {
            code: account.customer.code.clone(),
            name: account.customer.name().to_owned(),
            tier: tier.tier,
            computed_tier: tier.computed,
            why,
            until,
            points: tier.points,
            amount_points,
            days_points,
            class_points,
            class: shown.class.class,
            currency: overdue.currency,
            overdue: overdue.amount().amount_text(),
            undisputed: overdue.undisputed().amount_text(),
            overdue_days: overdue.worst_days,
            undisputed_days: overdue.worst_undisputed_days,
            urgency: overdue.urgency_text(),
            explanation: lines.iter().map(|line| credit_line(line, language)).collect(),
            shown,
        }
    }
}
