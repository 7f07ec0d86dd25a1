//! What is due soon, overdue, and overdue for long, with sums by any dimension (B4).
//! Never by the basis of the aging: a due date is what it is.

use std::collections::BTreeMap;

use super::group::{Dimension, Group};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, BriefKind, Ledger, NEVER};
use crate::money::Currency;
use crate::rule::balance::aging::PositionSource;
use crate::view::Sorting;

/// A list of open items by their days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// Due within seven days, today included.
    Soon,
    /// Overdue.
    Past,
    /// Overdue by more than 90 days.
    Long,
}

/// The lists, in their order.
pub const DUES: [Due; 3] = [Due::Soon, Due::Past, Due::Long];

const SOON_DAYS: i32 = 7;
const LONG_DAYS: i32 = 90;

impl Due {
    /// True for an item that is so many days overdue; before its due date the days are negative.
    #[must_use]
    pub fn holds(self, overdue_days: i32) -> bool {
        match self {
            Self::Soon => (-SOON_DAYS..=0).contains(&overdue_days),
            Self::Past => overdue_days > 0,
            Self::Long => overdue_days > LONG_DAYS,
        }
    }
}

/// What is due of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueLine {
    /// What it stands for.
    pub group: Group,
    /// What people call it; empty as in the aging.
    pub name: String,
    /// The customers behind it.
    pub customers: Vec<Key>,
    /// Sums in minor units, in the order of [`DUES`].
    pub sums_minor: [i64; 3],
    /// Items, in the same order.
    pub counts: [u32; 3],
}

impl DueLine {
    /// The sum of a list, in minor units.
    #[must_use]
    pub fn minor(&self, due: Due) -> i64 {
        self.sums_minor.get(due as usize).copied().unwrap_or(0)
    }
}

/// Hands every item of an account that is in one of the lists to `take`: its part, what is open of
/// it, its days overdue.
fn each_due(account: &Account, currency: Currency, day: i32, mut take: impl FnMut(u32, i64, i32)) {
    for brief in account.briefs.iter().filter(|brief| brief.currency == currency) {
        let demanded = match brief.kind {
            BriefKind::Part => brief.due_day != NEVER,
            BriefKind::Retention => brief.due_day <= day,
            BriefKind::Unapplied | BriefKind::Prepayment | BriefKind::StandingCredit => false,
        };
        let days = day.saturating_sub(brief.due_day);
        if demanded && DUES.iter().any(|due| due.holds(days)) {
            let open_minor = account.left(brief, day);
            if open_minor > 0 {
                take(brief.index, open_minor, days);
            }
        }
    }
}

/// Adds a number to those of the lists in which an item of so many days stands.
fn add<T: std::ops::AddAssign + Copy>(sums: &mut [T; 3], number: T, overdue_days: i32) {
    for (due, sum) in DUES.iter().zip(sums) {
        if due.holds(overdue_days) {
            *sum += number;
        }
    }
}

/// The sums of the lists over all customers in one currency, in minor units and in the order of
/// [`DUES`].
#[must_use]
pub fn due_sums(ledger: &Ledger, currency: Currency, as_of: AsOf) -> [i64; 3] {
    let mut sums = [0_i64; 3];
    for account in ledger.accounts() {
        each_due(account, currency, as_of.number(), |_, minor, days| add(&mut sums, minor, days));
    }
    sums
}

/// What the lines are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueOrder {
    /// Name of the group.
    Name,
    /// Sum of a list.
    Sum(Due),
}

/// The groups in which anything is due soon or overdue at the close of a day, in one currency.
/// Retention before its day is left out: nothing is demanded of it (A11).
#[must_use]
pub fn due_lines(
    ledger: &Ledger,
    currency: Currency,
    as_of: AsOf,
    dimension: &Dimension<'_>,
    sorting: Sorting<DueOrder>,
) -> Vec<DueLine> {
    let day = as_of.number();
    let mut lines: BTreeMap<Group, DueLine> = BTreeMap::new();
    for account in ledger.accounts() {
        let Some(placed) = dimension.place(ledger, account) else { continue };
        each_due(account, currency, day, |part, open_minor, days| {
            let source = PositionSource::Part(part);
            let Some((group, name)) = dimension.group(&placed, account, source) else { return };
            let line = lines.entry(group.clone()).or_insert_with(|| DueLine {
                group,
                name,
                customers: Vec::new(),
                sums_minor: [0; 3],
                counts: [0; 3],
            });
            if line.customers.last() != Some(&account.customer.key) {
                line.customers.push(account.customer.key.clone());
            }
            add(&mut line.sums_minor, open_minor, days);
            add(&mut line.counts, 1, days);
        });
    }
    let mut lines: Vec<DueLine> = lines.into_values().collect();
    lines.sort_by(|a, b| {
        let ordering = match sorting.column {
            DueOrder::Name => (&a.name, &a.group).cmp(&(&b.name, &b.group)),
            DueOrder::Sum(due) => a.minor(due).cmp(&b.minor(due)),
        };
        if sorting.descending { ordering.reverse() } else { ordering }
    });
    lines
}

/// The sums of all lines, and their items.
#[must_use]
pub fn due_total(lines: &[DueLine]) -> ([i64; 3], [u32; 3]) {
    let (mut sums, mut counts) = ([0_i64; 3], [0_u32; 3]);
    for line in lines {
        for (sum, minor) in sums.iter_mut().zip(line.sums_minor) {
            *sum = sum.saturating_add(minor);
        }
        for (count, own) in counts.iter_mut().zip(line.counts) {
            *count += own;
        }
    }
    (sums, counts)
}
