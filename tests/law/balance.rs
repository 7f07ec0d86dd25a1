//! The columns of the aging are the balance, at every day and after every merge (B3).
//! Never trusts the engine's own sums alone: a naive model reckons beside it.

use huikuan::policy::Policy;
use huikuan::rule::balance::aging::customer_aging;
use huikuan::rule::balance::bucket::Buckets;
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
