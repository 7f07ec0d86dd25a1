//! Credit control: suggested limit and terms, warnings, watch list, suggested actions (C3).
//! Never changes anything: a person decides, with reason and approver.

use super::evaluation::last_evaluation;
use super::exchange::{Exchange, money};
use super::report::{CreditReport, CustomerCredit, credit_of};
use crate::calendar::AsOf;
use crate::ledger::{Account, NEVER};
use crate::money::{AMOUNT_MINOR_MAX, Currency, Decimal, Money, ratio, round_minor};
use crate::policy::Policy;
use crate::record::{CreditClass, CreditTerms, DocumentKind, Tier};

/// What credit control says of a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Trailing sales, from which the limit is suggested.
    pub sales: Money,
    /// Suggested limit, in the currency of the limit that it has, else the base: months of policy
    /// × trailing sales ÷ 12, rounded once. None when policy names nothing for the class.
    pub limit: Option<Money>,
    /// Longest terms in days; none when policy names nothing for the class.
    pub net_days_max: Option<u32>,
    /// What is out of bounds.
    pub warnings: Vec<Warning>,
    /// Not overdue yet, but worsening.
    pub watch: Option<Watch>,
    /// What could be decided, the mildest first; what is in force already is left out.
    pub actions: Vec<SuggestedAction>,
}

/// What is out of bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Warning {
    /// More is owed than the limit allows.
    OverLimit {
        /// By how much.
        beyond: Money,
    },
    /// Open items have longer terms than the class allows.
    OverTerms {
        /// The longest, in days.
        days: i32,
        /// Allowed.
        days_max: u32,
    },
    /// Too large a share of all receivables.
    Concentration {
        /// The share in percent, unrounded.
        percent: Decimal,
        /// Allowed.
        percent_max: u32,
    },
}

/// Why a customer that is not overdue is watched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Watch {
    /// The class is worse than at the last evaluation.
    ClassWorsened {
        /// The class then.
        from: CreditClass,
        /// The class now.
        to: CreditClass,
    },
    /// The score is lower than it was one term of evaluation ago.
    ScoreFell {
        /// The score then.
        from: Decimal,
        /// The score now.
        to: Decimal,
    },
}

/// What could be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestedAction {
    /// Terms of at most so many days.
    ShortenTerms {
        /// Days.
        days: u32,
    },
    /// Payment before delivery.
    RequirePrepayment,
    /// A guarantee or other security.
    AddSecurity,
    /// Supply only within the limit.
    RestrictSupply,
    /// No supply.
    SuspendSupply,
    /// On the firm's own blacklist.
    Blacklist,
}

/// What all customers owe, in base currency: those whose currency has no rate are left out.
#[must_use]
pub fn receivables(report: &CreditReport) -> Money {
    let totals = report.customers.iter().map(|held| held.exposure.total);
    let in_base = totals.filter(|total| total.currency() == report.base);
    money(in_base.fold(0_i64, |sum, total| sum.saturating_add(total.minor())), report.base)
}

/// What credit control says of a customer of a report, `receivables` being what all customers owe.
#[must_use]
pub fn suggestion(
    account: &Account,
    credit: &CustomerCredit,
    policy: &Policy,
    as_of: AsOf,
    receivables: Money,
) -> Suggestion {
    let terms = policy.credit_terms.iter().find(|terms| terms.class == credit.class.class);
    let exchange = Exchange::on(policy, as_of);
    let currency = credit.exposure.limit.map_or(exchange.base(), Money::currency);
    let sales = sales(account, currency, exchange, policy, as_of);
    let warnings = warnings(account, credit, terms, policy, as_of, receivables);
    let actions = actions(account, credit, terms, &warnings);
    Suggestion {
        sales,
        limit: terms.map(|terms| suggested_limit(terms, sales)),
        net_days_max: terms.map(|terms| terms.net_days_max),
        watch: watch(account, credit, policy, as_of),
        warnings,
        actions,
    }
}

fn suggested_limit(terms: &CreditTerms, sales: Money) -> Money {
    const MONTHS: i64 = 12;
    let months = Decimal::from(sales.minor()).saturating_mul(terms.limit_months.0);
    let minor = ratio(months, Decimal::from(MONTHS)).and_then(round_minor);
    money(minor.unwrap_or(AMOUNT_MINOR_MAX), sales.currency())
}

/// Invoices and debit notes of the twelve months that end with a day, before credit notes, in a
/// currency; those that cannot be converted are left out.
fn sales(
    account: &Account,
    into: Currency,
    exchange: Exchange<'_>,
    policy: &Policy,
    as_of: AsOf,
) -> Money {
    const MONTHS: u32 = 12;
    let after = as_of.minus_months(MONTHS);
    let sold = account.documents.iter().filter_map(|document| {
        let (issued_on, claim) = (document.fields.issued_on?, document.fields.claim?);
        let is_sale = match document.kind {
            DocumentKind::Invoice | DocumentKind::DebitNote => claim.amount.minor() > 0,
            DocumentKind::CreditNote => false,
        };
        let is_opening = document.fields.opening == Some(true);
        let is_reversed = document.reversed_on.is_some_and(|on| on <= as_of);
        let in_window = after < issued_on && issued_on <= as_of;
        let counts = is_sale && in_window && !is_opening && !is_reversed;
        counts.then_some((claim.amount.currency(), i128::from(claim.amount.minor())))
    });
    // Only into the base is anything converted; a limit in another currency counts its own sales.
    let known = sold.filter(|(from, _)| *from == into || into == policy.base_currency);
    money(exchange.rounded_sum(into, known), into)
}

fn warnings(
    account: &Account,
    credit: &CustomerCredit,
    terms: Option<&CreditTerms>,
    policy: &Policy,
    as_of: AsOf,
    receivables: Money,
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let (exposure, day) = (credit.exposure, as_of.number());
    if let Some(limit) = exposure.limit.filter(|_| exposure.beyond_minor() > 0) {
        let beyond = money(exposure.beyond_minor(), limit.currency());
        warnings.push(Warning::OverLimit { beyond });
    }
    let open = account.briefs.iter().filter(|brief| {
        let is_dated = brief.kind == crate::ledger::BriefKind::Part && brief.due_day != NEVER;
        is_dated && account.left(brief, day) > 0
    });
    let longest = open.map(|brief| brief.due_day - brief.from_day).max();
    if let (Some(days), Some(terms)) = (longest, terms)
        && i64::from(days) > i64::from(terms.net_days_max)
    {
        warnings.push(Warning::OverTerms { days, days_max: terms.net_days_max });
    }
    let own = Decimal::from(exposure.total.minor()).saturating_mul(Decimal::ONE_HUNDRED);
    let share = ratio(own, Decimal::from(receivables.minor()));
    let percent_max = policy.alerts.concentration_percent;
    let is_comparable = exposure.total.currency() == receivables.currency();
    let share = share.filter(|share| is_comparable && *share > Decimal::from(percent_max));
    warnings.extend(share.map(|percent| Warning::Concentration { percent, percent_max }));
    warnings
}

/// Worsening is what the class or the score says; how far back the score is compared is the term
/// after which an evaluation is due.
fn watch(
    account: &Account,
    credit: &CustomerCredit,
    policy: &Policy,
    as_of: AsOf,
) -> Option<Watch> {
    if credit.overdue.worst_days > 0 || credit.exposure.total.minor() == 0 {
        return None;
    }
    let (last, to) = (last_evaluation(account, as_of), credit.class.class);
    if let Some(last) = last.filter(|last| to > last.what.to) {
        return Some(Watch::ClassWorsened { from: last.what.to, to });
    }
    let before = as_of.minus_months(policy.score.evaluation_months);
    let (from, to) = (credit_of(account, policy, before).score.value?, credit.score.value?);
    (to < from).then_some(Watch::ScoreFell { from, to })
}

/// What the warnings, the class and the tier ask for, but for what is in force already.
fn actions(
    account: &Account,
    credit: &CustomerCredit,
    terms: Option<&CreditTerms>,
    warnings: &[Warning],
) -> Vec<SuggestedAction> {
    let fields = &account.customer.fields;
    let is_risk = credit.class.class == CreditClass::Risk;
    let is_gravest = credit.tier.is_some_and(|verdict| verdict.tier == Tier::A);
    let is_suspended = fields.supply_suspended == Some(true);
    let is_blacklisted = fields.blacklisted == Some(true);
    let pays_before = fields.prepayment_share.is_some_and(|share| !share.0.is_zero());
    let is_secured = fields.security.as_deref().is_some_and(|held| !held.trim().is_empty());
    let over_terms = warnings.iter().any(|held| matches!(held, Warning::OverTerms { .. }));
    let over_limit = warnings.iter().any(|held| matches!(held, Warning::OverLimit { .. }));
    let concentrated = warnings.iter().any(|held| matches!(held, Warning::Concentration { .. }));
    let shorter = terms.filter(|_| over_terms);
    let shorter = shorter.map(|terms| SuggestedAction::ShortenTerms { days: terms.net_days_max });
    let asked = [
        (is_risk && !pays_before, SuggestedAction::RequirePrepayment),
        ((is_risk || concentrated) && !is_secured, SuggestedAction::AddSecurity),
        (over_limit && !is_suspended, SuggestedAction::RestrictSupply),
        (is_risk && is_gravest && !is_suspended, SuggestedAction::SuspendSupply),
        (is_risk && is_gravest && is_suspended && !is_blacklisted, SuggestedAction::Blacklist),
    ];
    let asked = asked.into_iter().filter(|(holds, _)| *holds).map(|(_, action)| action);
    shorter.into_iter().chain(asked).collect()
}
