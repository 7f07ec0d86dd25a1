//! The aging as a table: lines by customer, owner or region, in any order (B4).
//! Never adds anything up that the report has not: groups are sums of its lines.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{Sorting, matches};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{BriefKind, Ledger};
use crate::money::Currency;
use crate::rule::balance::aging::{AgingReport, Figures};
use crate::rule::balance::bucket::{Buckets, Column};

/// What a line of the aging stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// A customer.
    #[default]
    Customer,
    /// Everything of one person's customers.
    Owner,
    /// Everything of one region's customers.
    Region,
}

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
    /// The customer's code; for a group its name, empty for customers without one.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// The customers behind it.
    pub customers: Vec<Key>,
    /// Its figures.
    pub figures: Figures,
}

/// The lines of one currency, those that match `query`, in the order asked for; equal ones by name.
#[must_use]
pub fn lines(
    ledger: &Ledger,
    report: &AgingReport,
    currency: Currency,
    grouping: Grouping,
    query: &str,
    sorting: Sorting<AgingOrder>,
) -> Vec<AgingLine> {
    let section = report.currencies.iter().find(|section| section.currency == currency);
    let mut lines: BTreeMap<String, AgingLine> = BTreeMap::new();
    for line in section.into_iter().flat_map(|section| &section.customers) {
        let Some(account) = ledger.account(&line.customer) else { continue };
        let customer = &account.customer;
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let (key, name) = match grouping {
            Grouping::Customer => (line.customer.to_string(), customer.name().to_owned()),
            Grouping::Owner => (text(&customer.fields.owner), text(&customer.fields.owner)),
            Grouping::Region => (text(&customer.fields.region), text(&customer.fields.region)),
        };
        if !matches(query, &[&key, &name, &customer.code]) {
            continue;
        }
        let held = lines.entry(key.clone()).or_insert_with(|| AgingLine {
            key,
            name,
            customers: Vec::new(),
            figures: Figures::default(),
        });
        held.figures.add_line(&line.figures);
        held.customers.push(line.customer.clone());
    }
    let mut lines: Vec<AgingLine> = lines.into_values().collect();
    lines.sort_by(|a, b| {
        let ordering = compare(a, b, sorting.column);
        if sorting.descending { ordering.reverse() } else { ordering }
    });
    lines
}

fn compare(a: &AgingLine, b: &AgingLine, order: AgingOrder) -> Ordering {
    match order {
        AgingOrder::Name => a.name.cmp(&b.name),
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

/// What falls due from `as_of` until `days` later, both days in, in minor units of a currency.
#[must_use]
pub fn due_within(ledger: &Ledger, currency: Currency, as_of: AsOf, days: i32) -> i64 {
    let today = as_of.number();
    let until = today..=today.saturating_add(days);
    let mut sum = 0_i64;
    for account in ledger.accounts() {
        let due = account.briefs.iter().filter(|brief| {
            let is_due = brief.kind == BriefKind::Part && until.contains(&brief.due_day);
            is_due && brief.currency == currency
        });
        sum = due.fold(sum, |sum, brief| sum.saturating_add(account.left(brief, today)));
    }
    sum
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
