//! Where facts stand that were retracted for a while and came back.
//! Never says whether a fact counts: the journal does.

use super::route::{FactPlace, Row};
use crate::journal::{Absence, Entry, Journal, Order, Standing};
use crate::record::{Fact, FactGroup};

/// Where the facts at these places were recorded that can use money or claims, or bring them: what
/// they took while something was away, it does not get back. Empty when nothing was away.
pub(super) fn moves(places: &[FactPlace], journal: &Journal, standing: &Standing) -> Vec<Order> {
    if !places.iter().any(|at| standing.absences(at.entry).next().is_some()) {
        return Vec::new();
    }
    let counting = places.iter().filter(|at| {
        standing.counts(at.entry)
            && (at.row == Row::Whole || standing.closing(at.entry).is_some())
            && at.fact(journal).is_some_and(moves_money)
    });
    let entries = counting.filter_map(|at| journal.entries().get(at.entry as usize));
    let mut moves: Vec<Order> = entries.map(Entry::order).collect();
    moves.sort_unstable();
    moves
}

const fn moves_money(fact: &Fact) -> bool {
    match fact.group() {
        FactGroup::Document | FactGroup::Rows | FactGroup::Money => true,
        FactGroup::Customer
        | FactGroup::Dispute
        | FactGroup::Dealing
        | FactGroup::Credit
        | FactGroup::Office
        | FactGroup::Setting
        | FactGroup::Amend
        | FactGroup::Import
        | FactGroup::Layout
        | FactGroup::Reversal
        | FactGroup::TakenBack
        | FactGroup::Unknown => false,
    }
}

/// Where a fact stands that was away while money was recorded: where it was restored. One that
/// was undone and redone with nothing in between stands where it did.
pub(super) fn restored(at: FactPlace, standing: &Standing, moves: &[Order]) -> Option<Order> {
    let missed = |absence: &&Absence| {
        let first = moves.partition_point(|order| *order <= absence.from);
        moves.get(first).is_some_and(|order| *order < absence.until)
    };
    standing.absences(at.entry).filter(missed).map(|absence| absence.until).max()
}
