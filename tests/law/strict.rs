//! Commands are strict: on one laptop nothing that was accepted is left without its effect.
//! Never about merged journals: those are folded leniently.

use huikuan::ledger::Finding;

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
            let findings: Vec<&Finding> = world.laptops[0].ledger().findings().collect();
            prop_assert!(findings.is_empty(), "{findings:?}");
        }
        Ok(accepted)
    });
}
