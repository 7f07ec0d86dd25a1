//! The rows that were asked for, in their order, kept up with the ledger: an edit moves only the
//! rows of the customers that it concerns. Never sorts a book anew because of one of them.

use std::sync::Arc;

use super::row::{self, Rank, Row};
use super::{ItemLine, ItemOrder, ItemTotal, Quick, Segment, summed};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::view::{Sorting, matches};

/// When more than one account in so many changed, ordering all rows is less work than moving some.
const MOVED_SHARE_MAX: usize = 8;

/// What a table of items shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemAsked {
    /// The reporting day.
    pub as_of: AsOf,
    /// Claims, credit notes or receipts.
    pub segment: Segment,
    /// Which of them.
    pub quick: Quick,
    /// Words that number or customer must hold.
    pub query: String,
    /// One customer's only, when one is named.
    pub customer: Option<Key>,
    /// The order; equal rows stand by number.
    pub sorting: Sorting<ItemOrder>,
}

/// The rows of what was asked for.
#[derive(Clone, Debug)]
pub struct ItemTable {
    asked: ItemAsked,
    /// By key.
    accounts: Vec<Arc<Account>>,
    rows: Vec<Row>,
}

impl ItemTable {
    /// Draws up the rows at the close of the day.
    #[must_use]
    pub fn of(ledger: &Ledger, asked: ItemAsked) -> Self {
        let accounts = accounts(ledger, &asked);
        let mut ranks = Vec::new();
        for (place, account) in (0..).zip(&accounts) {
            gather(&asked, place, account, &mut ranks);
        }
        let rows = ordered(ranks, &asked);
        Self { asked, accounts, rows }
    }

    /// The rows of the same question as the ledger has them now, with whether any of them changed.
    #[must_use]
    pub fn follow(self, ledger: &Ledger) -> (Self, bool) {
        let now = accounts(ledger, &self.asked);
        let Moves { places, fresh } = Moves::between(&self.accounts, &now);
        if fresh.is_empty() && places.iter().all(Option::is_some) {
            return (Self { accounts: now, ..self }, false);
        }
        if fresh.len() > now.len() / MOVED_SHARE_MAX {
            return (Self::of(ledger, self.asked), true);
        }
        let is_same = self.accounts.len() == now.len()
            && fresh.iter().all(|&at| match (self.accounts.get(at), now.get(at)) {
                (Some(one), Some(other)) => same(one, other),
                _ => false,
            });
        let Self { asked, mut rows, .. } = self;
        let count = rows.len();
        rows.retain_mut(|row| match places.get(row.account as usize).copied().flatten() {
            Some(place) => {
                row.account = place;
                true
            }
            None => false,
        });
        let mut ranks = Vec::new();
        for &at in &fresh {
            if let (Some(account), Ok(place)) = (now.get(at), u32::try_from(at)) {
                gather(&asked, place, account, &mut ranks);
            }
        }
        let added = ordered(ranks, &asked);
        let is_same = is_same || (added.is_empty() && rows.len() == count);
        let rows = merged(rows, &added, &now, asked.sorting);
        (Self { asked, accounts: now, rows }, !is_same)
    }

    /// What it answers.
    #[must_use]
    pub const fn asked(&self) -> &ItemAsked {
        &self.asked
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row at a place, with its texts; `None` beyond the last.
    #[must_use]
    pub fn line(&self, place: usize) -> Option<ItemLine> {
        let row = self.rows.get(place)?;
        row.line(self.accounts.get(row.account as usize)?, self.asked.as_of)
    }

    /// The totals of all rows, by currency, in minor units.
    #[must_use]
    pub fn totals(&self) -> Vec<ItemTotal> {
        summed(self.rows.iter().map(|row| (row.currency, row.amount_minor, row.open_minor)))
    }
}

/// The accounts that a question is about.
fn accounts(ledger: &Ledger, asked: &ItemAsked) -> Vec<Arc<Account>> {
    let wanted = |account: &&Arc<Account>| match &asked.customer {
        Some(customer) => account.customer.key == *customer,
        None => true,
    };
    ledger.shared_accounts().filter(wanted).cloned().collect()
}

/// An account that was folded again may read as before.
fn same(one: &Arc<Account>, other: &Arc<Account>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

/// Where accounts of an earlier list stand in a later one.
struct Moves {
    /// By place in the earlier list: the new place; `None` for one that changed or is gone.
    places: Vec<Option<u32>>,
    /// Places in the later list of those that changed or are new.
    fresh: Vec<usize>,
}

impl Moves {
    /// Both lists are by key.
    fn between(before: &[Arc<Account>], now: &[Arc<Account>]) -> Self {
        let mut moves = Self { places: Vec::with_capacity(before.len()), fresh: Vec::new() };
        let mut held = before.iter().peekable();
        for (at, account) in now.iter().enumerate() {
            let key = &account.customer.key;
            while held.next_if(|gone| gone.customer.key < *key).is_some() {
                moves.places.push(None);
            }
            let earlier = held.next_if(|earlier| earlier.customer.key == *key);
            let kept = earlier.map(|earlier| Arc::ptr_eq(earlier, account));
            moves.places.extend(kept.map(|kept| u32::try_from(at).ok().filter(|_| kept)));
            if kept != Some(true) {
                moves.fresh.push(at);
            }
        }
        moves.places.extend(held.map(|_| None));
        moves
    }
}

/// Adds the rows of one account that were asked for.
fn gather<'a>(asked: &ItemAsked, place: u32, account: &'a Account, ranks: &mut Vec<Rank<'a>>) {
    let ItemAsked { as_of, segment, quick, ref query, sorting, .. } = *asked;
    row::each((place, account), segment, quick, as_of, |row| {
        if matches(query, &[row.name(account), account.customer.name()]) {
            ranks.push(row.rank(account, sorting.column));
        }
    });
}

fn ordered(mut ranks: Vec<Rank<'_>>, asked: &ItemAsked) -> Vec<Row> {
    ranks.sort_unstable_by(|one, other| one.compare(other, asked.sorting));
    ranks.iter().map(Rank::row).collect()
}

/// Few rows put into many, both in order. Each finds its place by halving, so that not every row
/// of a book is looked up for the sake of some.
fn merged(
    rows: Vec<Row>,
    added: &[Row],
    accounts: &[Arc<Account>],
    sorting: Sorting<ItemOrder>,
) -> Vec<Row> {
    let rank = |row: &Row| {
        let account = accounts.get(row.account as usize)?;
        Some(row.rank(account, sorting.column))
    };
    let mut merged = Vec::with_capacity(rows.len() + added.len());
    let mut rest = rows.as_slice();
    for row in added {
        let Some(new) = rank(row) else { continue };
        let before =
            |held: &Row| rank(held).is_some_and(|held| held.compare(&new, sorting).is_lt());
        let (first, later) = rest.split_at(rest.partition_point(before));
        merged.extend_from_slice(first);
        merged.push(*row);
        rest = later;
    }
    merged.extend_from_slice(rest);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{Size, book, diverged};
    use crate::record::Language;

    /// Every segment, filter and order there is, for all customers and for one.
    fn questions(customer: &Key, day: AsOf) -> Vec<ItemAsked> {
        let orders = [
            ItemOrder::Number,
            ItemOrder::Customer,
            ItemOrder::On,
            ItemOrder::Due,
            ItemOrder::Amount,
            ItemOrder::Open,
            ItemOrder::OverdueDays,
        ];
        let quicks = [
            Quick::Open,
            Quick::NotDue,
            Quick::DueSoon,
            Quick::Overdue,
            Quick::Over90,
            Quick::Disputed,
            Quick::All,
        ];
        let mut questions = Vec::new();
        for segment in [Segment::Claims, Segment::CreditNotes, Segment::Receipts] {
            for (at, column) in orders.into_iter().enumerate() {
                for quick in quicks {
                    questions.push(ItemAsked {
                        as_of: day,
                        segment,
                        quick,
                        query: if at == 3 { "1".to_owned() } else { String::new() },
                        customer: (at == 4).then(|| customer.clone()),
                        sorting: Sorting { column, descending: at % 2 == 1 },
                    });
                }
            }
        }
        questions
    }

    fn lines(table: &ItemTable) -> Vec<ItemLine> {
        (0..table.len()).map(|place| table.line(place).unwrap()).collect()
    }

    #[test]
    fn follows_what_drawing_it_up_anew_gives() {
        let day: AsOf = "2026-06-30".parse().unwrap();
        let mut mine = book(Size::SMALL, 1, Language::En, day).unwrap();
        let (_, other) = diverged(&mine, 6, 1, Language::En, day).unwrap();
        let customer = mine.ledger().accounts().nth(2).unwrap().customer.key.clone();
        let mut tables: Vec<ItemTable> = questions(&customer, day)
            .into_iter()
            .map(|asked| ItemTable::of(mine.ledger(), asked))
            .collect();
        let shown = tables.iter().filter(|table| !table.is_empty()).count();
        assert!(shown > 60, "only {shown} of the tables show anything");
        let (mut moved, mut kept) = (0, 0);
        for entry in other.journal().all_in_order() {
            if mine.add(vec![entry.clone()]).is_empty() {
                continue;
            }
            tables = tables
                .into_iter()
                .map(|table| {
                    let before = table.clone();
                    let (table, changed) = table.follow(mine.ledger());
                    let anew = ItemTable::of(mine.ledger(), table.asked().clone());
                    assert_eq!(lines(&table), lines(&anew), "{:?}", table.asked());
                    assert_eq!(table.totals(), anew.totals());
                    let is_same = lines(&before) == lines(&table);
                    assert!(changed || is_same, "{:?}", table.asked());
                    moved += u32::from(!is_same);
                    kept += u32::from(!changed);
                    table
                })
                .collect();
        }
        assert!(moved > 60 && kept > 60, "{moved} tables changed, {kept} did not");
    }

    #[test]
    fn rows_stand_in_the_order_asked_for() {
        let day: AsOf = "2026-06-30".parse().unwrap();
        let mine = book(Size::SMALL, 1, Language::En, day).unwrap();
        let key = mine.ledger().accounts().next().unwrap().customer.key.clone();
        for asked in questions(&key, day) {
            let ItemAsked { sorting, .. } = asked;
            let lines = lines(&ItemTable::of(mine.ledger(), asked));
            let ordered = lines.is_sorted_by(|one, next| {
                let ordering = match sorting.column {
                    ItemOrder::Number => one.number.cmp(&next.number),
                    ItemOrder::Customer => one.customer_name.cmp(&next.customer_name),
                    ItemOrder::On => one.on.cmp(&next.on),
                    ItemOrder::Due => {
                        let due = |line: &ItemLine| (line.due_on.is_none(), line.due_on);
                        due(one).cmp(&due(next))
                    }
                    ItemOrder::Amount => one.amount_minor.cmp(&next.amount_minor),
                    ItemOrder::Open => one.open_minor.cmp(&next.open_minor),
                    ItemOrder::OverdueDays => one.overdue_days.cmp(&next.overdue_days),
                };
                let ordering = if sorting.descending { ordering.reverse() } else { ordering };
                ordering.then_with(|| one.number.cmp(&next.number)).is_le()
            });
            assert!(ordered, "{sorting:?}");
        }
    }
}
