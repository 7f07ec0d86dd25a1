//! A past day reads the same whatever is recorded later with a later date (B2).
//! Never about what is recorded with an earlier date: that belongs to the past.

use huikuan::calendar::Date;
use huikuan::ledger::Ledger;
use proptest::prelude::*;

use crate::command::Scope;
use crate::dice::Dice;
use crate::figures::{differences, figures};
use crate::law;
use crate::world::{Kind, World, moves, stories};

const NONE: Vec<String> = Vec::new();

#[test]
fn a_past_day_reads_the_same_whatever_comes_later() {
    let kind = prop_oneof![
        10 => Just(Kind::Command),
        1 => Just(Kind::TakeAll),
        1 => Just(Kind::TakeSome),
        1 => Just(Kind::Accept),
    ];
    let later = prop::collection::vec(moves(kind), 4..25);
    law("past", &(stories(25), later, any::<u64>()), |(story, later, seed)| {
        let mut world = World::after(&story, Scope::default());
        world.exchange_all();
        let day = Dice::new(seed).day();
        let days: Vec<Date> = [0, -1, -30, -200].map(|back| day.plus_days(back)).to_vec();
        let read = figures(world.laptops[0].ledger(), &days);
        let scope = Scope { after: Some(day), ..Scope::default() };
        for step in &later {
            let who = world.make(step, scope);
            let now = figures(world.laptops[who].ledger(), &days);
            prop_assert_eq!(differences(&read, &now), NONE);
        }
        world.exchange_all();
        for book in &world.laptops {
            prop_assert_eq!(differences(&read, &figures(book.ledger(), &days)), NONE);
            prop_assert!(book.ledger().same(&Ledger::fold(book.journal())));
        }
        Ok((later.len() + world.laptops.len()) as u64)
    });
}
