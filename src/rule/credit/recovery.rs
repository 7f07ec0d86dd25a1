//! What a case will probably bring, by age, against what it costs (D7).
//! Never a rate of its own: what will probably not be paid is the provision (B4).

use crate::calendar::AsOf;
use crate::ledger::{Account, Dealing};
use crate::money::{AMOUNT_MINOR_MAX, Currency, Decimal, Money, Rate, round_minor};
use crate::policy::Policy;
use crate::record::CaseOpened;
use crate::rule::balance::bucket::{Buckets, Column};
use crate::rule::balance::provision::{Provided, Provision, ProvisionRow};
use crate::rule::trace::Trace;

/// What a case will probably bring in one currency, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The currency of every amount here.
    pub currency: Currency,
    /// What is open of the items.
    pub open_minor: i64,
    /// What of it will probably come; none where policy names no rate for one of the ages.
    pub expected_minor: Option<i64>,
    /// What it costs; none where nobody estimated it in this currency, or where it is a share of
    /// what is not known.
    pub cost_minor: Option<i64>,
}

impl Recovery {
    /// What is left of it after the cost, negative where it costs more than it brings.
    #[must_use]
    pub const fn net_minor(&self) -> Option<i64> {
        match (self.expected_minor, self.cost_minor) {
            (Some(expected), Some(cost)) => Some(expected.saturating_sub(cost)),
            (None, _) | (_, None) => None,
        }
    }
}

/// What a case costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spending {
    /// Nobody estimated it.
    Unknown,
    /// So much, as estimated.
    Estimated(Money),
    /// This share of what comes, an agency's fee.
    Share(Rate),
}

/// A step of the arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryLine {
    /// What is open at one age, the percentage of it that will probably not come, and what will.
    Age {
        /// The age.
        column: Column,
        /// What is open.
        open: Money,
        /// Percent that will probably not come; none where policy names none.
        loss_percent: Option<Rate>,
        /// What will probably come.
        expected: Option<Money>,
    },
    /// What somebody assessed by itself: open, and what will probably come.
    Assessed {
        /// What is open.
        open: Money,
        /// What will probably come.
        expected: Money,
    },
    /// An agency's share of what comes.
    Fee {
        /// What will probably come.
        expected: Money,
        /// The share, as a fraction of 1.
        rate: Rate,
        /// The fee, rounded once to minor units.
        fee: Money,
    },
    /// What will probably come, less what it costs.
    Net {
        /// What will probably come.
        expected: Money,
        /// What it costs.
        cost: Money,
        /// What is left.
        net: Money,
    },
}

impl Spending {
    /// What a case costs, as it was recorded.
    #[must_use]
    pub fn of(case: &CaseOpened) -> Self {
        let share = case.fee_rate.map(Self::Share);
        share.or(case.cost.map(Self::Estimated)).unwrap_or(Self::Unknown)
    }
}

/// The parts that a case is about, by their places in [`Account::parts`]: those that it names, else
/// whatever is overdue at the close of the day.
#[must_use]
pub fn case_parts(account: &Account, case: &Dealing<CaseOpened>, as_of: AsOf) -> Vec<u32> {
    if !case.what.items.is_empty() {
        return case.parts.clone();
    }
    let day = as_of.number();
    let parts = (0..).zip(&account.parts);
    let overdue = parts.filter(|(_, part)| part.is_overdue(day));
    overdue.map(|(place, _)| place).collect()
}

/// What the parts will probably bring at the close of a day, for each currency in which anything is
/// open by its code: what is open at each age less its provision, rounded once for each age. An
/// individual assessment takes the place of the rates, and of one that stands for more than these
/// parts the whole is taken off, as far as they go.
#[must_use]
pub fn recovery(
    account: &Account,
    parts: &[u32],
    spending: Spending,
    policy: &Policy,
    as_of: AsOf,
    trace: &mut impl Trace<RecoveryLine>,
) -> Vec<Recovery> {
    let (day, buckets) = (as_of.number(), Buckets::of(&policy.aging));
    let mut found = Vec::new();
    for (currency, briefs) in account.briefs_by_currency() {
        let mut held = Provision::empty(currency, &buckets, &policy.provision.rates_percent);
        let own = briefs.iter().filter(|it| it.kind.is_part() && parts.contains(&it.index));
        for brief in own {
            let open_minor = account.left(brief, day);
            if open_minor > 0 {
                held.take(&Provided::of(account, brief, &buckets, day, open_minor));
            }
        }
        if held.open_minor() > 0 {
            held.rows.iter_mut().for_each(ProvisionRow::allow);
            found.push(of_currency(&held, spending, trace));
        }
    }
    found.sort_unstable_by_key(|held: &Recovery| held.currency);
    found
}

fn of_currency(
    held: &Provision,
    spending: Spending,
    trace: &mut impl Trace<RecoveryLine>,
) -> Recovery {
    let currency = held.currency;
    let money = |minor: i64| Money::new(minor, currency).unwrap_or(Money::zero(currency));
    let mut expected_minor = Some(0_i64);
    for row in held.rows.iter().filter(|row| row.open_minor > 0) {
        let comes = row.rate_percent.map(|_| row.open_minor - row.allowance_minor);
        expected_minor = expected_minor.zip(comes).map(|(sum, comes)| sum.saturating_add(comes));
        trace.note(|| RecoveryLine::Age {
            column: row.column,
            open: money(row.open_minor),
            loss_percent: row.rate_percent,
            expected: comes.map(money),
        });
    }
    for one in &held.individual {
        let comes = one.open_minor - one.allowance_minor.min(one.open_minor);
        expected_minor = expected_minor.map(|sum| sum.saturating_add(comes));
        trace.note(|| RecoveryLine::Assessed {
            open: money(one.open_minor),
            expected: money(comes),
        });
    }
    let cost_minor = match spending {
        Spending::Unknown => None,
        Spending::Estimated(cost) => (cost.currency() == currency).then(|| cost.minor()),
        Spending::Share(rate) => expected_minor.map(|expected| {
            let fee = Decimal::from(expected).checked_mul(rate.0).and_then(round_minor);
            let fee = fee.unwrap_or(AMOUNT_MINOR_MAX);
            let (expected, fee_of) = (money(expected), money(fee));
            trace.note(|| RecoveryLine::Fee { expected, rate, fee: fee_of });
            fee
        }),
    };
    let recovery = Recovery { currency, open_minor: held.open_minor(), expected_minor, cost_minor };
    if let (Some(expected), Some(cost), Some(net)) =
        (expected_minor, cost_minor, recovery.net_minor())
    {
        let (expected, cost, net) = (money(expected), money(cost), money(net));
        trace.note(|| RecoveryLine::Net { expected, cost, net });
    }
    recovery
}
