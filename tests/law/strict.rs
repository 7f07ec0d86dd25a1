//! Commands are strict: on one laptop nothing that was accepted is left without its effect.
//! Never about merged journals: those are folded leniently.

use huikuan::ledger::Finding;
use huikuan::record::Fact;

use crate::command::Scope;
use crate::dice::Dice;
use crate::law;
use crate::world::World;
use proptest::prelude::*;

#[test]
fn an_accepted_command_has_its_whole_effect() {
    let scope = Scope { by_hand: true, ..Scope::default() };
    law("strict", &prop::collection::vec(any::<u64>(), 10..60), |seeds| {
        let mut world = World::new(1);
        let mut accepted = 0;
        let mut known: Vec<Finding> = Vec::new();
        for seed in seeds {
            let mut dice = Dice::new(seed);
            if !world.apply(0, &mut dice, scope) {
                continue;
            }
            accepted += 1;
            if dice.chance(15) {
                let stamp = world.stamp(0);
                world.laptops[0].undo(&stamp).unwrap();
                if dice.chance(50) {
                    world.laptops[0].redo(&stamp).unwrap();
                }
            }
            let book = &world.laptops[0];
            let last = book.journal().entries().last().unwrap();
            let is_contact = last.facts.iter().any(|fact| matches!(fact, Fact::Contact(_)));
            // Money that is recorded late can end a level under the steps that were done on it.
            let findings: Vec<&Finding> = book
                .ledger()
                .findings()
                .filter(|found| is_contact || !matches!(found, Finding::LevelsContradict { .. }))
                .filter(|found| !known.contains(*found))
                .collect();
            prop_assert!(findings.is_empty(), "{findings:?}");
            known = book.ledger().findings().cloned().collect();
        }
        Ok(accepted)
    });
}
