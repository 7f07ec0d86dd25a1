//! The columns of the aging are the balance, at every day and after every merge (B3).
//! Never trusts the engine's own sums alone: a naive model reckons beside it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use huikuan::calendar::Date;
use huikuan::id::Key;
use huikuan::ledger::{Account, FundColumn, Ledger, NEVER, Part};
use huikuan::money::Currency;
use huikuan::policy::Policy;
use huikuan::rule::balance::aging::{aging, customer_aging};
use huikuan::rule::balance::bucket::{Buckets, Column};
use huikuan::rule::balance::check::check;
use proptest::prelude::*;

use crate::command::Scope;
use crate::dice::Dice;
use crate::law;
use crate::model::Model;
use crate::world::{World, days, stories};

#[test]
fn the_columns_are_the_balance_on_every_day() {
    law("balance", &(stories(40), any::<u64>()), |(story, seed)| {
        let mut world = World::after(&story, Scope::default());
        world.exchange_all();
        let buckets = Buckets::of(&Policy::default().aging);
        let mut compared = 0;
        for day in days(&mut Dice::new(seed)) {
            for book in &world.laptops {
                prop_assert_eq!(check(book.ledger(), &buckets, day), Vec::new());
                compared += 1;
            }
        }
        Ok(compared)
    });
}

#[test]
fn the_balance_is_what_documents_and_money_say() {
    law("model", &(stories(40), any::<u64>()), |(story, seed)| {
        let world = World::after(&story, Scope::default());
        let buckets = Buckets::of(&Policy::default().aging);
        let days = days(&mut Dice::new(seed));
        let mut compared = 0;
        for book in &world.laptops {
            let model = Model::of(book);
            for account in book.ledger().accounts() {
                for &day in &days {
                    let Some(expected) = model.balances(&account.customer.key, day) else {
                        continue;
                    };
                    let lines = customer_aging(account, &buckets, day);
                    let found = lines.iter().map(|(currency, line)| (*currency, line.balance()));
                    let found: Vec<_> = found.filter(|(_, balance)| *balance != 0).collect();
                    let mut sorted = found.clone();
                    sorted.sort();
                    prop_assert_eq!(sorted, expected, "{} on {}", account.customer.key, day);
                    compared += 1;
                }
            }
        }
        Ok(compared + 1)
    });
}

#[test]
fn the_report_is_what_parts_and_funds_say() {
    law("report", &(stories(25), any::<u64>()), |(story, seed)| {
        let mut world = World::after(&story, Scope::default());
        world.exchange_all();
        let buckets = Buckets::of(&Policy::default().aging);
        let mut compared = 0;
        for day in days(&mut Dice::new(seed)) {
            for book in &world.laptops {
                prop_assert_eq!(report(book.ledger(), &buckets, day), reckoned(book.ledger(), day));
                compared += 1;
            }
        }
        Ok(compared)
    });
}

/// A currency, a customer, its amounts by column, and how many items are open.
type Line = (Currency, Key, Vec<(Column, i64)>, u32);

fn report(ledger: &Ledger, buckets: &Buckets, day: Date) -> Vec<Line> {
    let mut lines = Vec::new();
    for section in aging(ledger, buckets, day).currencies {
        for line in section.customers {
            let amounts = buckets.columns().map(|column| (column, line.figures.amount(column)));
            let amounts = amounts.filter(|(_, amount)| *amount != 0).collect();
            lines.push((section.currency, line.customer, amounts, line.figures.open_items));
        }
    }
    lines
}

/// The same, part by part and fund by fund, each asked for all that ever happened to it.
fn reckoned(ledger: &Ledger, on: Date) -> Vec<Line> {
    let day = on.number();
    let mut lines = Vec::new();
    for account in ledger.accounts() {
        let mut sums: BTreeMap<Currency, (BTreeMap<Column, i64>, u32)> = BTreeMap::new();
        let mut add = |currency, column, amount, items| {
            let (amounts, open_items) = sums.entry(currency).or_default();
            *amounts.entry(column).or_default() += amount;
            *open_items += items;
        };
        for part in account.parts.iter().filter(|part| part.issued_day <= day) {
            let open = part.balance.amount_minor - used(account, part, day);
            add(part.balance.currency, age(part, day), open, u32::from(open != 0));
        }
        for fund in account.funds.iter().filter(|fund| fund.day <= day) {
            let effects = fund.balance.effects.of(&account.fund_effects).iter();
            let until = effects.filter(|effect| effect.day <= day);
            let used: i64 = until.map(|effect| effect.amount_minor).sum();
            let column = match fund.column {
                FundColumn::Unapplied => Column::Unapplied,
                FundColumn::Prepayment => Column::Prepayment,
                FundColumn::StandingCredit => Column::StandingCredit,
            };
            add(fund.balance.currency, column, used - fund.balance.amount_minor, 0);
        }
        for (currency, (amounts, open_items)) in sums {
            let amounts: Vec<_> = amounts.into_iter().filter(|(_, sum)| *sum != 0).collect();
            if open_items > 0 || !amounts.is_empty() {
                lines.push((currency, account.customer.key.clone(), amounts, open_items));
            }
        }
    }
    lines.sort_by_key(|(currency, customer, amounts, _)| {
        let balance: i64 = amounts.iter().map(|(_, amount)| amount).sum();
        (*currency, Reverse(balance), customer.clone())
    });
    lines
}

fn used(account: &Account, part: &Part, day: i32) -> i64 {
    let effects = part.balance.effects.of(&account.part_effects).iter();
    effects.filter(|effect| effect.day <= day).map(|effect| effect.amount_minor).sum()
}

/// The columns of the first policy, by the due date.
fn age(part: &Part, day: i32) -> Column {
    if part.retention && part.due_day > day {
        return Column::Retention;
    }
    if part.due_day == NEVER {
        return Column::NoDueDate;
    }
    match day - part.due_day {
        ..=0 => Column::NotDue,
        1..=30 => Column::Bucket(0),
        31..=60 => Column::Bucket(1),
        61..=90 => Column::Bucket(2),
        91..=180 => Column::Bucket(3),
        181.. => Column::Bucket(4),
    }
}
