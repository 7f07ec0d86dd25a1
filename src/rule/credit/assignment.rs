//! Who is responsible for a customer: the person that it names, else the first rule that fits (D8).
//! Never a right: whoever opens the workbook can do everything in it.

use super::exchange::limit_minor;
use super::report::CustomerCredit;
use crate::calendar::AsOf;
use crate::ledger::Account;
use crate::policy::Policy;
use crate::record::AssignmentRule;

/// The person responsible for a customer on a day: its own owner; else the owner of the first rule
/// that fits, leaving out people who have left the team. `None` when nobody is.
#[must_use]
pub fn owner<'a>(
    account: &'a Account,
    credit: &CustomerCredit,
    policy: &'a Policy,
    as_of: AsOf,
) -> Option<&'a str> {
    let own = account.customer.fields.owner.as_deref().map(str::trim);
    if let Some(own) = own.filter(|own| !own.is_empty()) {
        return Some(own);
    }
    let is_here = |name: &str| {
        let left = policy.team.iter().find(|member| member.name == name);
        left.and_then(|member| member.until).is_none_or(|until| as_of <= until)
    };
    let mut rules = policy.assignment.iter().filter(|rule| is_here(&rule.owner));
    rules.find(|rule| fits(rule, account, credit)).map(|rule| rule.owner.as_str())
}

/// True when everything holds that a rule asks for. Its amount is everything overdue, in the
/// currency in which that is told.
fn fits(rule: &AssignmentRule, account: &Account, credit: &CustomerCredit) -> bool {
    let fields = &account.customer.fields;
    let says = |field: &Option<String>, wanted: &str| {
        let is_any = wanted.trim().is_empty();
        is_any || field.as_deref().is_some_and(|held| held.trim() == wanted.trim())
    };
    let overdue = &credit.overdue;
    let tier = credit.tier.map(|verdict| verdict.tier);
    let amount_min = rule.amount_min.map(|limit| limit_minor(limit, overdue.currency));
    says(&fields.region, &rule.region)
        && says(&fields.industry, &rule.industry)
        && (rule.tiers.is_empty() || tier.is_some_and(|tier| rule.tiers.contains(&tier)))
        && (rule.classes.is_empty() || rule.classes.contains(&credit.class.class))
        && amount_min.is_none_or(|minor| overdue.amount_minor >= minor)
        && rule.overdue_days_min.is_none_or(|days| overdue.worst_days.unsigned_abs() >= days)
}
