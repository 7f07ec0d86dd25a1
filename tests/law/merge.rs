//! Laws of merging: the union of journals, and what any order of arrival adds up to (I1).
//! Never about figures being right, only about everybody seeing the same ones.

use huikuan::id::EntryId;
use huikuan::journal::{Digest, Journal};
use huikuan::ledger::Ledger;
use huikuan::workbook::Workbook;
use proptest::prelude::*;

use crate::command::Scope;
use crate::dice::Dice;
use crate::law;
use crate::world::{World, bytes, entries, journal_of, shuffle, stories};

fn union(journals: &[&Journal]) -> Journal {
    journal_of(&journals.iter().flat_map(|journal| entries(journal)).collect::<Vec<_>>())
}

fn names(journal: &Journal) -> Vec<(EntryId, Digest)> {
    journal.all_in_order().into_iter().map(|entry| (entry.id, entry.digest)).collect()
}

#[test]
fn the_union_is_commutative_associative_and_idempotent() {
    law("union", &stories(40), |story| {
        let world = World::after(&story, Scope::default());
        let a = world.laptops[0].journal();
        let b = world.laptops[1].journal();
        let c = world.laptops.last().unwrap().journal();
        let expected = union(&[a, b, c]);
        let others = [
            union(&[c, b, a]),
            union(&[&union(&[b, c]), a]),
            union(&[&union(&[a, b]), c, a, b]),
            union(&[&expected, &expected]),
        ];
        let ledger = bytes(&Ledger::fold(&expected));
        for other in &others {
            prop_assert_eq!(names(other), names(&expected));
            prop_assert_eq!(other.next_clock(), expected.next_clock());
            prop_assert_eq!(bytes(&Ledger::fold(other)), &*ledger);
        }
        Ok(others.len() as u64)
    });
}

#[test]
fn any_order_of_arrival_adds_up_alike() {
    law("arrival", &(stories(40), any::<u64>()), |(story, seed)| {
        let mut world = World::after(&story, Scope::default());
        world.exchange_all();
        let book = &world.laptops[0];
        let ledger = bytes(book.ledger());
        for other in &world.laptops {
            prop_assert_eq!(bytes(other.ledger()), &*ledger);
        }
        let mut dice = Dice::new(seed);
        let mut arriving = entries(book.journal());
        shuffle(&mut arriving, &mut dice);
        prop_assert_eq!(bytes(&Ledger::fold(&journal_of(&arriving))), &*ledger);
        let mut slow = Workbook::open(book.id(), book.replica(), Journal::default());
        let mut compared = world.laptops.len() as u64 + 1;
        while !arriving.is_empty() {
            let some = arriving.split_off(arriving.len() - (1 + dice.below(3)).min(arriving.len()));
            slow.add(some);
            prop_assert!(slow.ledger().same(&Ledger::fold(slow.journal())));
            compared += 1;
        }
        prop_assert_eq!(bytes(slow.ledger()), &*ledger);
        Ok(compared)
    });
}

#[test]
fn every_step_adds_up_like_the_whole() {
    law("step", &stories(40), |(laptops, moves)| {
        let mut world = World::new(laptops);
        for step in &moves {
            let who = world.make(step, Scope::default());
            let book = &world.laptops[who];
            prop_assert_eq!(bytes(book.ledger()), bytes(&Ledger::fold(book.journal())));
        }
        Ok(moves.len() as u64)
    });
}

#[test]
fn nothing_accepted_is_dropped() {
    law("kept", &stories(40), |story| {
        let mut world = World::after(&story, Scope::default());
        world.exchange_all();
        for book in &world.laptops {
            let held = entries(book.journal());
            for entry in &world.accepted {
                prop_assert!(held.contains(entry), "{} is gone", entry.id);
            }
        }
        Ok(world.accepted.len() as u64)
    });
}
