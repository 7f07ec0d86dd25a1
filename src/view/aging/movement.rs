//! What moved since an earlier day: each group's balance and overdue then and now, the roll rates
//! of the customers looked at, and the items behind each of them (B4).
//! Never counts in a roll rate what was claimed after the earlier day.

use std::collections::BTreeMap;

use super::group::{Dimension, Group, Placed};
use super::{AgingOrder, lines};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::Currency;
use crate::rule::balance::aging::{AgingReport, Figures, PositionSource};
use crate::rule::balance::bucket::{Buckets, Column};
use crate::rule::balance::roll::{RollRates, Rolled, each_rolled};
use crate::view::Sorting;
use crate::view::subject::Subject;

/// What moved of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// What it stands for.
    pub group: Group,
    /// What people call it; empty as in the aging.
    pub name: String,
    /// The customers behind it on either day.
    pub customers: Vec<Key>,
    /// Its figures on the earlier day.
    pub before: Figures,
    /// Its figures on the later day.
    pub after: Figures,
}

impl Moved {
    /// By how much the balance changed, in minor units.
    #[must_use]
    pub fn balance_change(&self) -> i64 {
        self.after.balance().saturating_sub(self.before.balance())
    }

    /// By how much what is overdue changed, in minor units.
    #[must_use]
    pub fn overdue_change(&self) -> i64 {
        self.after.overdue().saturating_sub(self.before.overdue())
    }
}

/// What the groups are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MovedOrder {
    /// Name.
    Name,
    /// Balance on the earlier day.
    BalanceBefore,
    /// Balance on the later day.
    BalanceAfter,
    /// Change of the balance.
    BalanceChange,
    /// Overdue on the earlier day.
    OverdueBefore,
    /// Overdue on the later day.
    OverdueAfter,
    /// Change of what is overdue.
    OverdueChange,
}

/// Every group of either report in one currency. Class, tier and who is responsible are those of
/// the credit in `dimension`: a customer stands in the same group on both days.
#[must_use]
pub fn moved(
    ledger: &Ledger,
    (before, after): (&AgingReport, &AgingReport),
    currency: Currency,
    dimension: &Dimension<'_>,
    sorting: Sorting<MovedOrder>,
) -> Vec<Moved> {
    let plain = Sorting { column: AgingOrder::Name, descending: false };
    let mut groups: BTreeMap<Group, Moved> = BTreeMap::new();
    for (report, is_later) in [(before, false), (after, true)] {
        for line in lines(ledger, report, currency, dimension, plain) {
            let held = groups.entry(line.group.clone()).or_insert_with(|| Moved {
                group: line.group,
                name: line.name,
                customers: Vec::new(),
                before: Figures::default(),
                after: Figures::default(),
            });
            held.customers.extend(line.customers);
            if is_later {
                held.after = line.figures;
            } else {
                held.before = line.figures;
            }
        }
    }
    let mut moved: Vec<Moved> = groups.into_values().collect();
    for held in &mut moved {
        held.customers.sort_unstable();
        held.customers.dedup();
    }
    let key = |held: &Moved| match sorting.column {
        MovedOrder::Name => 0,
        MovedOrder::BalanceBefore => held.before.balance(),
        MovedOrder::BalanceAfter => held.after.balance(),
        MovedOrder::BalanceChange => held.balance_change(),
        MovedOrder::OverdueBefore => held.before.overdue(),
        MovedOrder::OverdueAfter => held.after.overdue(),
        MovedOrder::OverdueChange => held.overdue_change(),
    };
    moved.sort_by(|a, b| {
        let by_name = || (&a.name, &a.group).cmp(&(&b.name, &b.group));
        let ordering = key(a).cmp(&key(b));
        let ordering = if sorting.column == MovedOrder::Name { by_name() } else { ordering };
        if sorting.descending { ordering.reverse() } else { ordering }
    });
    moved
}

/// What became of an item that stood in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// Whatever it was.
    Anything,
    /// It is open in this column.
    In(Column),
    /// It is not open any more, in part or whole.
    Settled,
}

/// An item behind a cell of the roll rates.
#[derive(Clone, Debug, PartialEq)]
pub struct RolledItem {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub customer_name: String,
    /// Number of the document.
    pub number: String,
    /// The item by a name that an edit does not move.
    pub subject: Option<Subject>,
    /// What of it goes into the cell, in minor units.
    pub amount_minor: i64,
}

/// The roll rates of what the dimension's query leaves in, in one currency.
#[must_use]
pub fn rates(
    ledger: &Ledger,
    buckets: &Buckets,
    days: (AsOf, AsOf),
    currency: Currency,
    dimension: &Dimension<'_>,
) -> RollRates {
    let mut rates = RollRates::empty(currency, buckets);
    each_of(ledger, buckets, days, currency, dimension, |_, rolled| rates.add(&rolled));
    rates
}

/// The items behind a cell: they add up to it.
#[must_use]
pub fn items(
    ledger: &Ledger,
    buckets: &Buckets,
    days: (AsOf, AsOf),
    currency: Currency,
    dimension: &Dimension<'_>,
    (from, became): (Column, Became),
) -> Vec<RolledItem> {
    let mut items = Vec::new();
    each_of(ledger, buckets, days, currency, dimension, |account, rolled| {
        if rolled.was != from {
            return;
        }
        let amount_minor = match became {
            Became::Anything => rolled.amount_minor,
            Became::In(column) if column == rolled.is => rolled.open_minor,
            Became::In(_) => 0,
            Became::Settled => rolled.amount_minor - rolled.open_minor,
        };
        if amount_minor != 0 {
            items.push(RolledItem {
                customer: account.customer.key.clone(),
                customer_name: account.customer.name().to_owned(),
                number: number_of(account, rolled.part),
                subject: Subject::of(account, PositionSource::Part(rolled.part)),
                amount_minor,
            });
        }
    });
    items.sort_by_key(|item| std::cmp::Reverse(item.amount_minor));
    items
}

/// The number of a part's document; empty when it has none.
pub(super) fn number_of(account: &Account, part: u32) -> String {
    let part = account.parts.get(part as usize);
    let document = part.and_then(|part| account.documents.get(part.document as usize));
    document.map(|document| document.number.clone()).unwrap_or_default()
}

fn each_of<'a>(
    ledger: &'a Ledger,
    buckets: &Buckets,
    days: (AsOf, AsOf),
    currency: Currency,
    dimension: &Dimension<'_>,
    mut take: impl FnMut(&'a Account, Rolled),
) {
    // Where an account goes is asked once, not for each of its items.
    let mut last: Option<(Key, Option<Placed>)> = None;
    each_rolled(ledger, buckets, days, |account, rolled| {
        let key = &account.customer.key;
        if last.as_ref().is_none_or(|(held, _)| held != key) {
            last = Some((key.clone(), dimension.place(ledger, account)));
        }
        let Some((_, Some(placed))) = &last else { return };
        let source = PositionSource::Part(rolled.part);
        if rolled.currency == currency && dimension.group(placed, account, source).is_some() {
            take(account, rolled);
        }
    });
}
