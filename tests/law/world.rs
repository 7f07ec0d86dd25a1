//! Several laptops with one workbook, and what happens on and between them.
//! Never decides what is right: the laws do.

use huikuan::calendar::{Date, Instant};
use huikuan::id::{Letters, WorkbookId};
use huikuan::journal::{Entry, Journal};
use huikuan::ledger::Ledger;
use huikuan::money::Currency;
use huikuan::workbook::{Stamp, Workbook};
use proptest::prelude::*;

use crate::command::{Scope, command};
use crate::dealing::chain;
use crate::dice::Dice;
use crate::strange::strange_entry;

/// Something that happens in a random story.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Move {
    /// Which laptop does it.
    pub(crate) who: u8,
    /// What it does.
    pub(crate) kind: Kind,
    /// From which its details are drawn.
    pub(crate) seed: u64,
}

/// What a laptop does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Gives a command, which may be refused.
    Command,
    /// Undoes its last command.
    Undo,
    /// Redoes what it undid last.
    Redo,
    /// Takes in everything another laptop has.
    TakeAll,
    /// Takes in some of what another laptop has, in any order: a damaged file, a slow tab.
    TakeSome,
    /// Previews a merge, gives a command, and accepts the preview.
    Accept,
    /// Takes in an entry of no ordinary kind.
    Strange,
}

/// Random stories of two to four laptops.
pub(crate) fn stories(longest: usize) -> impl Strategy<Value = (usize, Vec<Move>)> {
    let kind = prop_oneof![
        20 => Just(Kind::Command),
        2 => Just(Kind::Undo),
        2 => Just(Kind::Redo),
        3 => Just(Kind::TakeAll),
        2 => Just(Kind::TakeSome),
        1 => Just(Kind::Accept),
        1 => Just(Kind::Strange),
    ];
    (2..5_usize, prop::collection::vec(moves(kind), 4..longest))
}

/// Moves of that kind.
pub(crate) fn moves(kind: impl Strategy<Value = Kind>) -> impl Strategy<Value = Move> {
    (0..4_u8, kind, any::<u64>()).prop_map(|(who, kind, seed)| Move { who, kind, seed })
}

/// The laptops.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) laptops: Vec<Workbook>,
    /// Every entry that any laptop ever accepted.
    pub(crate) accepted: Vec<Entry>,
    clock: u32,
}

impl World {
    /// One laptop begins the workbook, the others take it over.
    pub(crate) fn new(laptops: usize) -> Self {
        let id: WorkbookId = Letters::from_bits(7);
        let mut world = Self { laptops: Vec::new(), accepted: Vec::new(), clock: 0 };
        let stamp = world.stamp(0);
        let mut first = Workbook::create(id, Letters::from_bits(1), "试", Currency::CNY, &stamp);
        first.apply(chain(), &stamp).unwrap();
        for number in 1..laptops {
            let replica = Letters::from_bits(1 + 97 * number as u64);
            world.laptops.push(Workbook::open(id, replica, first.journal().clone()));
        }
        world.laptops.push(first);
        world
    }

    /// What happened after all these moves.
    pub(crate) fn after((laptops, moves): &(usize, Vec<Move>), scope: Scope) -> Self {
        let mut world = Self::new(*laptops);
        for step in moves {
            world.make(step, scope);
        }
        world
    }

    /// Makes a move and gives the laptop that made it. What is refused changes nothing.
    pub(crate) fn make(&mut self, step: &Move, scope: Scope) -> usize {
        let who = usize::from(step.who) % self.laptops.len();
        let mut dice = match scope.after {
            Some(day) => Dice::after(step.seed, day),
            None => Dice::new(step.seed),
        };
        let stamp = self.stamp(who);
        let other = (who + 1 + dice.below(self.laptops.len() - 1)) % self.laptops.len();
        match step.kind {
            Kind::Command => {
                self.apply(who, &mut dice, scope);
            }
            Kind::Undo => {
                let undone = self.laptops[who].undo(&stamp);
                self.accepted.extend(undone.into_iter().flatten());
            }
            Kind::Redo => {
                let redone = self.laptops[who].redo(&stamp);
                self.accepted.extend(redone.into_iter().flatten());
            }
            Kind::TakeAll => {
                let all = entries(self.laptops[other].journal());
                self.laptops[who].add(all);
            }
            Kind::TakeSome => {
                let mut some = entries(self.laptops[other].journal());
                some.retain(|_| dice.chance(50));
                shuffle(&mut some, &mut dice);
                self.laptops[who].add(some);
            }
            Kind::Accept => {
                let all = entries(self.laptops[other].journal());
                let preview = self.laptops[who].preview_merge(all, dice.day());
                self.apply(who, &mut dice, scope);
                self.laptops[who].accept_merge(preview);
            }
            Kind::Strange => {
                let strange = strange_entry(self.laptops[other].journal(), &mut dice);
                self.accepted.extend(strange.clone());
                self.laptops[who].add(strange.into_iter().collect());
            }
        }
        who
    }

    /// Gives a random command; true when it was accepted.
    pub(crate) fn apply(&mut self, who: usize, dice: &mut Dice, scope: Scope) -> bool {
        let stamp = self.stamp(who);
        let command = command(&self.laptops[who], dice, scope);
        let answer = command.map(|command| self.laptops[who].apply(command, &stamp));
        let Some(Ok(entries)) = answer else { return false };
        self.accepted.extend(entries);
        true
    }

    /// When and by whom; the laptops' clocks go forward a minute a move.
    pub(crate) fn stamp(&mut self, who: usize) -> Stamp {
        self.clock += 1;
        let (hour, minute) = (self.clock / 60 % 24, self.clock % 60);
        let at: Instant = format!("2026-01-05T{hour:02}:{minute:02}:00Z").parse().unwrap();
        Stamp { at, by: format!("person {who}") }
    }

    /// Everybody takes in everything.
    pub(crate) fn exchange_all(&mut self) {
        let all: Vec<Entry> =
            self.laptops.iter().flat_map(|book| entries(book.journal())).collect();
        for book in &mut self.laptops {
            book.add(all.clone());
        }
    }
}

/// Everything a journal holds, as it would be sent.
pub(crate) fn entries(journal: &Journal) -> Vec<Entry> {
    journal.all_in_order().into_iter().cloned().collect()
}

/// The journal of these entries, added in this order.
pub(crate) fn journal_of(entries: &[Entry]) -> Journal {
    let mut journal = Journal::default();
    for entry in entries {
        journal.add(entry.clone());
    }
    journal
}

/// Puts a list into another order.
pub(crate) fn shuffle<T>(list: &mut [T], dice: &mut Dice) {
    for last in (1..list.len()).rev() {
        list.swap(last, dice.below(last + 1));
    }
}

/// All of a ledger as text, for equality to the byte.
pub(crate) fn bytes(ledger: &Ledger) -> String {
    let accounts: Vec<_> = ledger.accounts().collect();
    let findings: Vec<_> = ledger.findings().collect();
    format!("{accounts:?}\n{findings:?}\n{:?}\n{:?}", ledger.policy(), ledger.office())
}

/// Some days of a story, the first and the last included.
pub(crate) fn days(dice: &mut Dice) -> Vec<Date> {
    let edge = |year| Date::new(year, 1, 1).unwrap();
    vec![edge(2023), dice.day(), dice.day(), dice.day(), dice.day(), edge(2029)]
}
