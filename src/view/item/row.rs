//! One row as numbers: where it stands in the ledger, what it sums to, and how it is ordered.
//! Never holds a text: a text is read from the account when it is needed.

use std::cmp::Ordering;

use super::{ItemKind, ItemLine, ItemOrder, Quick, Segment};
use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, FundSource, NEVER, Part};
use crate::money::Currency;
use crate::record::DocumentKind;
use crate::rule::balance::aging::PositionSource;
use crate::rule::incentive::extended_due_day;
use crate::view::Sorting;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Place of the account in the table's list.
    pub(super) account: u32,
    pub(super) source: PositionSource,
    pub(super) currency: Currency,
    pub(super) amount_minor: i64,
    pub(super) open_minor: i64,
}

/// What a row is ordered by: a number, then texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rank<'a> {
    number: i64,
    text: &'a str,
    /// Equal rows stand by their numbers, and after that as the ledger has them.
    name: &'a str,
    row: Row,
}

/// Hands every row of an account that is there at the close of `as_of` and passes the quick filter
/// to `take`.
pub(super) fn each(
    (place, account): (u32, &Account),
    segment: Segment,
    quick: Quick,
    as_of: AsOf,
    mut take: impl FnMut(Row),
) {
    let day = as_of.number();
    if segment == Segment::Claims {
        for (index, part) in (0..).zip(&account.parts).filter(|(_, part)| part.issued_day <= day) {
            let open_minor = account.outstanding(part, day);
            let disputed = || account.disputed(index, open_minor, day) > 0;
            if passes(quick, open_minor, Some((part, day)), disputed) {
                take(Row {
                    account: place,
                    source: PositionSource::Part(index),
                    currency: part.balance.currency,
                    amount_minor: part.balance.amount_minor,
                    open_minor,
                });
            }
        }
        return;
    }
    for (index, fund) in (0..).zip(&account.funds).filter(|(_, fund)| fund.day <= day) {
        let is_note = fund.source == FundSource::CreditNote;
        let open_minor = account.remaining(fund, day);
        if is_note == (segment == Segment::CreditNotes) && passes(quick, open_minor, None, || false)
        {
            take(Row {
                account: place,
                source: PositionSource::Fund(index),
                currency: fund.balance.currency,
                amount_minor: fund.balance.amount_minor,
                open_minor,
            });
        }
    }
}

fn passes(
    quick: Quick,
    open_minor: i64,
    part: Option<(&Part, i32)>,
    disputed: impl Fn() -> bool,
) -> bool {
    let open = open_minor != 0;
    let part = part.filter(|(part, _)| part.due_day != NEVER);
    let overdue = part.map(|(part, day)| day - part.due_day);
    // Before its day nothing is demanded of retention (A11): it does not fall due soon.
    let is_soon = |(part, day): (&Part, i32)| {
        (-7..=0).contains(&(day - part.due_day)) && (!part.retention || part.due_day <= day)
    };
    match quick {
        Quick::All => true,
        Quick::Open => open,
        Quick::NotDue => open && overdue.is_some_and(|days| days <= 0),
        Quick::DueSoon => open && part.is_some_and(is_soon),
        Quick::Overdue => open && overdue.is_some_and(|days| days > 0),
        Quick::Over90 => open && overdue.is_some_and(|days| days > 90),
        Quick::Disputed => open && disputed(),
    }
}

impl Row {
    /// What its number column shows.
    pub(super) fn name(self, account: &Account) -> &str {
        match self.source {
            PositionSource::Part(index) => {
                let part = account.parts.get(index as usize);
                let document = part.and_then(|part| account.documents.get(part.document as usize));
                document.map_or("", |document| &document.number)
            }
            PositionSource::Fund(index) => {
                account.funds.get(index as usize).map_or("", |fund| &fund.note)
            }
        }
    }

    /// Its day and its due day, as day numbers.
    fn days(self, account: &Account) -> (i32, i32) {
        match self.source {
            PositionSource::Part(index) => account
                .parts
                .get(index as usize)
                .map_or((0, NEVER), |part| (part.issued_day, part.due_day)),
            PositionSource::Fund(index) => {
                account.funds.get(index as usize).map_or((0, NEVER), |fund| (fund.day, NEVER))
            }
        }
    }

    pub(super) fn rank(self, account: &Account, order: ItemOrder) -> Rank<'_> {
        let name = self.name(account);
        let (on, due) = self.days(account);
        let (number, text) = match order {
            ItemOrder::Number => (0, name),
            ItemOrder::Customer => (0, account.customer.name()),
            ItemOrder::On => (i64::from(on), ""),
            // What has no due date stands after all that have one.
            ItemOrder::Due => (i64::from(due), ""),
            ItemOrder::Amount => (self.amount_minor, ""),
            ItemOrder::Open => (self.open_minor, ""),
            // The later due, the fewer days; without a due date none at all.
            ItemOrder::OverdueDays => (-i64::from(due), ""),
        };
        Rank { number, text, name, row: self }
    }

    /// The row with its texts; `None` for a row of another account.
    pub(super) fn line(self, account: &Account, as_of: AsOf) -> Option<ItemLine> {
        let day = as_of.number();
        let Self { source, currency, amount_minor, open_minor, .. } = self;
        let (kind, part, disputed_minor) = match source {
            PositionSource::Part(index) => {
                let part = account.parts.get(index as usize)?;
                let document = account.documents.get(part.document as usize)?;
                let several = document.parts.len > 1;
                (
                    ItemKind::Document(document.kind),
                    several.then_some((part.index + 1, document.parts.len)),
                    account.disputed(index, open_minor, day),
                )
            }
            PositionSource::Fund(index) => match account.funds.get(index as usize)?.source {
                FundSource::CreditNote => (ItemKind::Document(DocumentKind::CreditNote), None, 0),
                source => (ItemKind::Money(source), None, 0),
            },
        };
        let (on, due) = self.days(account);
        Some(ItemLine {
            customer: account.customer.key.clone(),
            source,
            kind,
            number: self.name(account).to_owned(),
            customer_name: account.customer.name().to_owned(),
            on: Date::from_number(on),
            due_on: Date::from_number(due),
            extended_to: self.extended_to(account, day),
            part,
            currency,
            amount_minor,
            open_minor,
            overdue_days: (due != NEVER).then(|| day - due),
            disputed_minor,
        })
    }
}

impl Row {
    /// The due date with longer terms, where that is another one than its own.
    fn extended_to(self, account: &Account, day: i32) -> Option<Date> {
        let PositionSource::Part(index) = self.source else { return None };
        let part = account.parts.get(index as usize)?;
        let due_day = extended_due_day(account, part, day);
        Date::from_number(due_day).filter(|_| due_day != part.due_day)
    }
}

impl Rank<'_> {
    pub(super) const fn row(&self) -> Row {
        self.row
    }

    /// Which of two rows comes first. No two rows are equal, so that an order is one order however
    /// it was come by.
    pub(super) fn compare(&self, other: &Self, sorting: Sorting<ItemOrder>) -> Ordering {
        let ordering = self.number.cmp(&other.number).then_with(|| self.text.cmp(other.text));
        let ordering = if sorting.descending { ordering.reverse() } else { ordering };
        ordering
            .then_with(|| self.name.cmp(other.name))
            .then_with(|| self.row.place().cmp(&other.row.place()))
    }
}

impl Row {
    /// Where the ledger has it.
    const fn place(self) -> (u32, u32) {
        match self.source {
            PositionSource::Part(index) | PositionSource::Fund(index) => (self.account, index),
        }
    }
}
