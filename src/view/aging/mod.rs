//! The aging as a table: lines by customer, owner, region, class, tier or contract, in any order,
//! and its other views: what is due, what moved, what is allowed for (B4).
//! Never adds anything up that the report has not: groups are sums of its positions.

pub mod due;
mod group;
pub mod movement;
pub mod provision;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use self::group::Placed;
pub use self::group::{Dimension, Group, Grouping, Within};
use super::Sorting;
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::Ledger;
use crate::money::Currency;
use crate::rule::balance::aging::{AgingReport, Figures, positions};
use crate::rule::balance::bucket::{Buckets, Column};

/// What the lines are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgingOrder {
    /// Name of the line.
    Name,
    /// Amount in a column.
    Column(Column),
    /// Balance.
    Balance,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct AgingLine {
    /// What it stands for.
    pub group: Group,
    /// What people call it; empty for a group without a name, and for classes and tiers.
    pub name: String,
    /// The customers behind it.
    pub customers: Vec<Key>,
    /// Its figures.
    pub figures: Figures,
}

/// The lines of one currency in the order asked for; equal ones by group.
#[must_use]
pub fn lines(
    ledger: &Ledger,
    report: &AgingReport,
    currency: Currency,
    dimension: &Dimension<'_>,
    sorting: Sorting<AgingOrder>,
) -> Vec<AgingLine> {
    let section = report.currencies.iter().find(|section| section.currency == currency);
    let mut lines: BTreeMap<Group, AgingLine> = BTreeMap::new();
    for line in section.into_iter().flat_map(|section| &section.customers) {
        let Some(account) = ledger.account(&line.customer) else { continue };
        match dimension.place(ledger, account) {
            None => {}
            Some(Placed::Whole(group, name)) => {
                held(&mut lines, group, name, &line.customer).add_line(&line.figures);
            }
            Some(Placed::ByContract) => {
                positions(account, &report.buckets, report.as_of, |position| {
                    if position.currency == currency
                        && let Some((group, name)) = dimension.contract(account, position.source)
                    {
                        held(&mut lines, group, name, &line.customer).add_position(&position);
                    }
                });
            }
        }
    }
    let mut lines: Vec<AgingLine> = lines.into_values().collect();
    lines.sort_by(|a, b| {
        let ordering = compare(a, b, sorting.column);
        if sorting.descending { ordering.reverse() } else { ordering }
    });
    lines
}

/// The figures of a group, begun where there are none.
fn held<'a>(
    lines: &'a mut BTreeMap<Group, AgingLine>,
    group: Group,
    name: String,
    customer: &Key,
) -> &'a mut Figures {
    let line = lines.entry(group.clone()).or_insert_with(|| AgingLine {
        group,
        name,
        customers: Vec::new(),
        figures: Figures::default(),
    });
    if line.customers.last() != Some(customer) {
        line.customers.push(customer.clone());
    }
    &mut line.figures
}

fn compare(a: &AgingLine, b: &AgingLine, order: AgingOrder) -> Ordering {
    match order {
        AgingOrder::Name => (&a.name, &a.group).cmp(&(&b.name, &b.group)),
        AgingOrder::Column(column) => a.figures.amount(column).cmp(&b.figures.amount(column)),
        AgingOrder::Balance => a.figures.balance().cmp(&b.figures.balance()),
    }
}

/// The sum of lines.
#[must_use]
pub fn total(lines: &[AgingLine]) -> Figures {
    let mut total = Figures::default();
    for line in lines {
        total.add_line(&line.figures);
    }
    total
}

/// The share of each claim column in all claims, in basis points that add up to 10,000: for the
/// stacked bar. Largest remainders take the rest.
#[must_use]
pub fn shares(figures: &Figures, columns: &[Column]) -> Vec<u32> {
    let amounts: Vec<i128> =
        columns.iter().map(|column| i128::from(figures.amount(*column).max(0))).collect();
    let total: i128 = amounts.iter().sum();
    if total == 0 {
        return vec![0; columns.len()];
    }
    let mut shares: Vec<i128> = amounts.iter().map(|amount| amount * 10_000 / total).collect();
    let mut by_rest: Vec<usize> = (0..columns.len()).collect();
    let rest = |place: &usize| amounts.get(*place).map(|amount| amount * 10_000 % total);
    by_rest.sort_by_key(|place| std::cmp::Reverse(rest(place)));
    let missing = 10_000 - shares.iter().sum::<i128>();
    let missing = usize::try_from(missing).unwrap_or(0);
    for place in by_rest.into_iter().take(missing) {
        if let Some(share) = shares.get_mut(place) {
            *share += 1;
        }
    }
    shares.into_iter().map(|share| u32::try_from(share).unwrap_or(0)).collect()
}

/// How many open items stand in another column by `other` than by `present` (B5).
#[must_use]
pub fn moved(ledger: &Ledger, present: &Buckets, other: &Buckets, as_of: AsOf) -> u32 {
    if present == other {
        return 0;
    }
    let day = as_of.number();
    let mut count = 0;
    for account in ledger.accounts() {
        let open = account.briefs.iter().filter(|brief| account.left(brief, day) != 0);
        count +=
            open.filter(|brief| present.column(brief, day) != other.column(brief, day)).count();
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
