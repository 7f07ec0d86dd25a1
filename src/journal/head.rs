//! Heads of fields: the values that no counting later statement replaced (DESIGN 1).
//! Never chooses silently: where two heads remain, both are named.

use std::collections::BTreeSet;

use super::{ImportSet, Order};
use crate::id::FactId;
use crate::record::Fields;

/// One statement about a subject, whether it counts or not.
#[derive(Debug)]
pub struct Said<'a, F> {
    /// The fact that states it.
    pub fact: FactId,
    /// Where it was recorded in the canonical order: only later ones can replace it.
    pub recorded: Order,
    /// Whether its entry counts.
    pub counts: bool,
    /// The import that states it, by its number among all imports.
    pub import: Option<u32>,
    /// What it states.
    pub fields: &'a F,
    /// Whose values it replaces.
    pub replaces: Replaces<'a>,
}

// Not derived: what is stated is borrowed, and need not be copied itself.
impl<F> Clone for Said<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Said<'_, F> {}

/// Whose values a statement replaces.
#[derive(Clone, Copy, Debug)]
pub enum Replaces<'a> {
    /// Nobody's: it is a first statement.
    Nothing,
    /// Those of the named facts.
    Facts(&'a [FactId]),
    /// Those of the named imports.
    Imports(&'a ImportSet),
}

/// A field of which several values remain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict<N> {
    /// The field.
    pub field: N,
    /// The statements of the remaining values, one for each value, in canonical order; the last
    /// one is shown.
    pub heads: Vec<FactId>,
}

/// The values that are shown, and what is left to settle.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved<F: Fields> {
    /// The shown values.
    pub fields: F,
    /// Fields of which several values remain.
    pub conflicts: Vec<Conflict<F::Name>>,
}

impl<F: Fields> Default for Resolved<F> {
    fn default() -> Self {
        Self { fields: F::default(), conflicts: Vec::new() }
    }
}

/// Resolves all statements about one subject, given in the order in which they were recorded: what
/// is undone and redone is shown, or not shown, as it was before.
#[must_use]
pub fn resolve<F: Fields>(said: &[Said<'_, F>]) -> Resolved<F> {
    if let [only] = said {
        let fields = if only.counts { only.fields.clone() } else { F::default() };
        return Resolved { fields, conflicts: Vec::new() };
    }
    let mut resolved = Resolved { fields: F::default(), conflicts: Vec::new() };
    let counting = || said.iter().filter(|statement| statement.counts);
    let names: BTreeSet<F::Name> =
        counting().flat_map(|statement| statement.fields.stated()).collect();
    for field in names {
        let heads = heads_of(said, field);
        if let Some(shown) = heads.last() {
            resolved.fields.take(shown.fields, field);
        }
        if heads.len() > 1 {
            let heads = heads.iter().map(|head| head.fact).collect();
            resolved.conflicts.push(Conflict { field, heads });
        }
    }
    resolved
}

/// The statements whose values of a field remain, one for each value, in the order given.
fn heads_of<'a, F: Fields>(said: &[Said<'a, F>], field: F::Name) -> Vec<Said<'a, F>> {
    let states = |statement: &&Said<'a, F>| statement.fields.stated().contains(&field);
    let stating: Vec<Said<'a, F>> = said.iter().filter(states).copied().collect();
    let mut named = vec![false; stating.len()];
    let mut restated = vec![false; stating.len()];
    for statement in stating.iter().filter(|statement| statement.counts) {
        let mut by_it = vec![false; stating.len()];
        mark_named(&stating, statement, &mut by_it);
        mark_restated(&stating, field, (statement, &by_it), &mut restated);
        for (named, by_it) in named.iter_mut().zip(by_it) {
            *named |= by_it;
        }
    }
    let remaining = |replaced: &dyn Fn(bool, bool) -> bool| {
        let mut heads: Vec<Said<'a, F>> = Vec::new();
        for (statement, (named, restated)) in stating.iter().zip(named.iter().zip(&restated)) {
            if statement.counts && !replaced(*named, *restated) {
                heads.retain(|head| !head.fields.agrees(statement.fields, field));
                heads.push(*statement);
            }
        }
        heads
    };
    let heads = remaining(&|named, restated| named || restated);
    // Files that contradict each other in a circle leave nothing: then only names replace.
    if heads.is_empty() { remaining(&|named, _| named) } else { heads }
}

/// Marks the statements that one names, following through statements that do not count.
fn mark_named<F>(stating: &[Said<'_, F>], statement: &Said<'_, F>, by_it: &mut [bool]) {
    for (place, earlier) in stating.iter().enumerate() {
        let is_new = by_it.get(place) == Some(&false);
        if !is_new || earlier.recorded >= statement.recorded || !names(statement, earlier) {
            continue;
        }
        if let Some(mark) = by_it.get_mut(place) {
            *mark = true;
        }
        if !earlier.counts {
            mark_named(stating, earlier, by_it);
        }
    }
}

fn names<F>(statement: &Said<'_, F>, earlier: &Said<'_, F>) -> bool {
    match statement.replaces {
        Replaces::Nothing => false,
        Replaces::Facts(facts) => facts.contains(&earlier.fact),
        Replaces::Imports(imports) => earlier.import.is_some_and(|import| imports.has(import)),
    }
}

/// Marks what other imports stated alike: two laptops that import one file state one value, and
/// who replaces it on one of them replaces it. An import that itself went on from the new value,
/// or knew of both, says something else.
fn mark_restated<F: Fields>(
    stating: &[Said<'_, F>],
    field: F::Name,
    (statement, by_it): (&Said<'_, F>, &[bool]),
    restated: &mut [bool],
) {
    let replaced = || stating.iter().zip(by_it).filter(|(_, by_it)| **by_it).map(|(held, _)| held);
    for (other, mark) in stating.iter().zip(restated) {
        let went_on = || {
            let mut before = stating.iter().filter(|earlier| names(other, earlier));
            before.any(|earlier| earlier.fields.agrees(statement.fields, field))
        };
        let alike = |held: &Said<'_, F>| {
            let apart = held.import != other.import && !names(other, held) && !names(held, other);
            held.import.is_some() && apart && held.fields.agrees(other.fields, field)
        };
        *mark |= other.import.is_some() && replaced().any(alike) && !went_on();
    }
}
