//! Where facts stand that were retracted for a while and came back.
//! Never says whether a fact counts: the journal does.

use super::route::{FactPlace, Row};
use crate::journal::{Absence, Entry, Journal, Order, Standing};
use crate::record::Fact;

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
    match fact {
        Fact::Document(_)
        | Fact::Rows(_)
        | Fact::Receipt(_)
        | Fact::Allocation(_)
        | Fact::Refund(_)
        | Fact::WriteOff(_)
        | Fact::Recovery(_) => true,
        Fact::Customer(_)
        | Fact::Amend(_)
        | Fact::Contact(_)
        | Fact::Appointment(_)
        | Fact::Promise(_)
        | Fact::Plan(_)
        | Fact::Hold(_)
        | Fact::CaseOpened(_)
        | Fact::CaseStageReached(_)
        | Fact::Evidence(_)
        | Fact::StatementSent(_)
        | Fact::StatementAnswered(_)
        | Fact::Override(_)
        | Fact::Evaluation(_)
        | Fact::CreditDecision(_)
        | Fact::AlertAnswer(_)
        | Fact::Assessment(_)
        | Fact::Contract(_)
        | Fact::Article(_)
        | Fact::Training(_)
        | Fact::MeetingDecision(_)
        | Fact::SignOff(_)
        | Fact::Dispute(_)
        | Fact::DisputeResolved(_)
        | Fact::Reverse(_)
        | Fact::Created(_)
        | Fact::Imported(_)
        | Fact::Layout(_)
        | Fact::ExchangeRate(_)
        | Fact::Retract(_)
        | Fact::Restore(_)
        | Fact::Unknown(_) => false,
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
