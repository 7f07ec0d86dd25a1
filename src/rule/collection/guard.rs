//! What a collector should know before contacting a customer (D3, D9).
//! Never blocks anything: it warns.

use super::reach::wrong_number;
use crate::calendar::{AsOf, TimeOfDay};
use crate::ledger::{Account, BriefKind, FundSource, Ledger, NEVER};
use crate::money::Money;
use crate::record::CompliancePolicy;
use crate::rule::incentive::collection_due_day;
use crate::rule::memory::AccountMemory;

/// A warning before a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Money of the customer's lies unapplied.
    UnappliedCash(Money),
    /// Part of what is overdue is disputed.
    Disputed(Money),
    /// No receipt of anybody was recorded since that day number, for more days than policy allows.
    NoReceipts {
        /// Day number of the last receipt; none when there is none.
        last_day: Option<i32>,
    },
    /// Finance has not checked the receipts since that day number.
    NotSignedOff {
        /// Day number of the last day checked; none when there is none.
        last_day: Option<i32>,
    },
    /// A number was wrong, and nobody answered or was recorded anew since.
    WrongNumber {
        /// Whom it was to reach; empty when nobody was named.
        person: String,
    },
    /// As many contacts as a day should have.
    ManyToday(u32),
    /// As many contacts as seven days should have.
    ManyThisWeek(u32),
    /// Outside the hours.
    OutsideHours {
        /// From.
        from: TimeOfDay,
        /// Until.
        until: TimeOfDay,
    },
    /// Within the hours, but not in those in which people are best reached: from and until of each.
    NotPreferred(Vec<[TimeOfDay; 2]>),
    /// Supply to the customer is suspended.
    SupplySuspended,
}

/// Everything that a collector should know before contacting a customer on a day, at a time when
/// one is given; with the day number of the last receipt of anybody.
#[must_use]
pub fn warnings(
    ledger: &Ledger,
    account: &Account,
    last_receipt: Option<i32>,
    as_of: AsOf,
    now: Option<TimeOfDay>,
) -> Vec<Warning> {
    let (day, policy) = (as_of.number(), ledger.policy());
    let mut warnings = Vec::new();
    unapplied(account, day, &mut warnings);
    disputed(account, day, &mut warnings);
    if account.customer.fields.supply_suspended == Some(true) {
        warnings.push(Warning::SupplySuspended);
    }
    let is_older = |last: Option<i32>, days: u32| {
        last.is_none_or(|last| day - last > i32::try_from(days).unwrap_or(i32::MAX))
    };
    if is_older(last_receipt, policy.alerts.no_receipt_days) {
        warnings.push(Warning::NoReceipts { last_day: last_receipt });
    }
    let signed = ledger.office().signed_off_until(as_of).map(|on| on.number());
    if policy.alerts.sign_off_days > 0 && is_older(signed, policy.alerts.sign_off_days) {
        warnings.push(Warning::NotSignedOff { last_day: signed });
    }
    contacts(ledger, account, day, &mut warnings);
    let hours = &policy.compliance;
    if now.is_some_and(|now| now < hours.hours_from || hours.hours_until < now) {
        let (from, until) = (hours.hours_from, hours.hours_until);
        warnings.push(Warning::OutsideHours { from, until });
    } else if let Some(now) = now {
        let preferred = &hours.preferred_hours;
        let is_preferred = preferred.iter().any(|[from, until]| (*from..=*until).contains(&now));
        if !is_preferred && !preferred.is_empty() {
            warnings.push(Warning::NotPreferred(preferred.clone()));
        }
    }
    warnings
}

/// The words of a text that sound like a threat, as the firm lists them, whatever their case (D9).
#[must_use]
pub fn words_to_avoid<'p>(text: &str, policy: &'p CompliancePolicy) -> Vec<&'p str> {
    let text = text.to_lowercase();
    let listed = policy.words_to_avoid.iter().map(|word| word.trim());
    listed.filter(|word| !word.is_empty() && text.contains(&word.to_lowercase())).collect()
}

fn unapplied(account: &Account, day: i32, warnings: &mut Vec<Warning>) {
    for (currency, briefs) in account.briefs_by_currency() {
        let cash = briefs.iter().filter(|brief| brief.kind == BriefKind::Unapplied);
        let left: i64 = cash.map(|brief| account.left(brief, day)).sum();
        // Money of the customer's stands negative in the account.
        let left = Money::new(left.saturating_abs(), currency).ok();
        warnings.extend(left.filter(|left| left.minor() > 0).map(Warning::UnappliedCash));
    }
}

fn disputed(account: &Account, day: i32, warnings: &mut Vec<Warning>) {
    if account.disputes.is_empty() {
        return;
    }
    for (currency, briefs) in account.briefs_by_currency() {
        let overdue = briefs
            .iter()
            .filter(|brief| brief.kind.is_part() && collection_due_day(account, brief, day) < day);
        let disputed = overdue.map(|brief| {
            let open = account.left(brief, day);
            account.disputed(brief.index, open, day)
        });
        let disputed = Money::new(disputed.sum(), currency).ok();
        warnings.extend(disputed.filter(|it| it.minor() > 0).map(Warning::Disputed));
    }
}

fn contacts(ledger: &Ledger, account: &Account, day: i32, warnings: &mut Vec<Warning>) {
    let policy = &ledger.policy().compliance;
    let count = |days: i32| {
        let recent = account.dealings.contacts_until(day).filter(|held| held.day > day - days);
        u32::try_from(recent.count()).unwrap_or(u32::MAX)
    };
    let (today, week) = (count(1), count(7));
    if today >= policy.contact_count_day_max {
        warnings.push(Warning::ManyToday(today));
    } else if week >= policy.contact_count_week_max {
        warnings.push(Warning::ManyThisWeek(week));
    }
    if let Some(told) = wrong_number(account, day) {
        warnings.push(Warning::WrongNumber { person: told.what.person.clone() });
    }
}

/// Day numbers of the last receipts of accounts as they were last read.
#[derive(Clone, Debug, Default)]
pub struct ReceiptMemory(AccountMemory<Option<i32>>);

impl ReceiptMemory {
    /// Day number of the last receipt of anybody until a day, reading only accounts that are other
    /// ones than last time.
    pub fn last_receipt(&mut self, ledger: &Ledger, as_of: AsOf) -> Option<i32> {
        let read = self.0.read(ledger, as_of, |account, known| {
            known.unwrap_or_else(|| last_receipt(account, as_of.number()))
        });
        read.copied().flatten().max()
    }
}

/// Day number of the last receipt of an account until a day.
fn last_receipt(account: &Account, day: i32) -> Option<i32> {
    let receipts = account.funds.iter().filter(|fund| fund.source != FundSource::CreditNote);
    receipts.map(|fund| fund.day).filter(|held| *held <= day && *held != NEVER).max()
}
