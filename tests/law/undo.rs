//! Undo then redo: the figures are as if neither had happened (I4).
//! Never about the journal, which keeps both.

use huikuan::ledger::Ledger;
use proptest::prelude::*;

use crate::command::Scope;
use crate::dice::Dice;
use crate::figures::{differences, figures};
use crate::law;
use crate::world::{World, days, stories};

const NONE: Vec<String> = Vec::new();

#[test]
fn undo_then_redo_changes_no_figure() {
    let cases = (stories(25), prop::collection::vec(any::<u64>(), 1..8), any::<u64>());
    law("undo", &cases, |(story, seeds, seed)| {
        let mut world = World::after(&story, Scope::default());
        world.exchange_all();
        let mut dice = Dice::new(seed);
        let days = days(&mut dice);
        // What stood before each accepted command, the last one first.
        let mut before = Vec::new();
        for seed in seeds {
            let was = figures(world.laptops[0].ledger(), &days);
            if world.apply(0, &mut Dice::new(seed), Scope::default()) {
                before.push(was);
            }
        }
        let after = figures(world.laptops[0].ledger(), &days);
        let settings = world.laptops[0].ledger().policy().clone();
        let count = dice.below(before.len() + 1);
        // As many steps as commands, or all of them as one.
        let joined = count > 1 && dice.below(2) == 1;
        if joined {
            world.laptops[0].join_undo(count);
            before.drain(before.len() + 1 - count..);
        }
        let steps = if joined { 1 } else { count };
        for _ in 0..steps {
            let stamp = world.stamp(0);
            world.laptops[0].undo(&stamp).unwrap();
            let was = before.pop().unwrap();
            let now = figures(world.laptops[0].ledger(), &days);
            prop_assert_eq!(differences(&was, &now), NONE);
        }
        for _ in 0..steps {
            let stamp = world.stamp(0);
            world.laptops[0].redo(&stamp).unwrap();
        }
        let book = &world.laptops[0];
        prop_assert_eq!(differences(&after, &figures(book.ledger(), &days)), NONE);
        prop_assert_eq!(book.ledger().policy(), &settings);
        prop_assert!(book.ledger().same(&Ledger::fold(book.journal())));
        Ok(2 * count as u64 + 1)
    });
}
