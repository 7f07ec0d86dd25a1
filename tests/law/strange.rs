//! Entries that no command of this version writes: rivals, clocks out of bounds, newer facts.
//! Never of a form that reading a file would refuse.

use huikuan::id::{EntryId, Letters};
use huikuan::journal::{CLOCK_MAX, Digest, Entry, Journal};
use huikuan::record::{Fact, Restore, Retract, Unknown};

use crate::dice::Dice;
use crate::world::entries;

/// An entry of no ordinary kind.
pub(crate) fn strange_entry(journal: &Journal, dice: &mut Dice) -> Option<Entry> {
    let held = entries(journal);
    let like = dice.pick(&held)?.clone();
    let other = dice.pick(&held)?.clone();
    let elsewhere = EntryId { replica: Letters::from_bits(900 + dice.below(3) as u64), seq: 1 };
    match dice.below(7) {
        // Another content under an id that is taken.
        0 => Entry::seal(like.id, like.clock, like.recorded_at, "a twin", other.facts),
        // The same at another time.
        1 => Entry::seal(like.id, like.clock + 3, like.recorded_at, &like.by, like.facts),
        // A clock beyond the limit.
        2 => Entry::seal(elsewhere, CLOCK_MAX + 5, like.recorded_at, "a vandal", like.facts),
        // A fact of a newer version beside a known one.
        3 => Some(newer(elsewhere, &like, dice)),
        // A retraction of something that stands later.
        4 => {
            let retract = Retract { target: other.id, reason: String::new() };
            let facts = vec![Fact::Retract(retract)];
            Entry::seal(elsewhere, 1, like.recorded_at, "early", facts)
        }
        // An entry that retracts and restores at once, itself included.
        5 => {
            let retract = Retract { target: like.id, reason: String::new() };
            let restore = Restore { target: like.id, retractions: vec![elsewhere, other.id] };
            let facts = vec![Fact::Restore(restore), Fact::Retract(retract)];
            Entry::seal(elsewhere, like.clock + 1, like.recorded_at, "both", facts)
        }
        // A copy of somebody's facts under another name.
        _ => Entry::seal(elsewhere, like.clock + 2, like.recorded_at, "a copy", like.facts),
    }
}

fn newer(id: EntryId, like: &Entry, dice: &mut Dice) -> Entry {
    let digest = Digest(dice.below(1_000) as u128);
    let mut facts = like.facts.to_vec();
    facts.push(Fact::Unknown(Unknown { kind: "pledge".into() }));
    let verbatim = Some(format!("{{\"id\":\"{id}\",\"digest\":\"{digest}\"}}").into());
    Entry { id, facts: facts.into(), digest, verbatim, ..like.clone() }
}
