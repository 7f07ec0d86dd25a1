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

/// Resolves all statements about one subject, given in the order in which they stand (a restored
/// one stands where its restoration does).
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
        let states = |statement: &&Said<'_, F>| statement.fields.stated().contains(&field);
        let mut replaced = BTreeSet::new();
        for statement in counting().filter(states) {
            mark_replaced(said, statement, &mut replaced);
        }
        let mut heads: Vec<&Said<'_, F>> = Vec::new();
        for statement in counting().filter(states) {
            if replaced.contains(&(statement.fact, statement.recorded)) {
                continue;
            }
            heads.retain(|head| !head.fields.agrees(statement.fields, field));
            heads.push(statement);
        }
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

/// Marks what a statement replaces, following through statements that do not count.
fn mark_replaced<F>(
    said: &[Said<'_, F>],
    statement: &Said<'_, F>,
    replaced: &mut BTreeSet<(FactId, Order)>,
) {
    for earlier in said.iter().filter(|earlier| earlier.recorded < statement.recorded) {
        let named = match statement.replaces {
            Replaces::Nothing => false,
            Replaces::Facts(facts) => facts.contains(&earlier.fact),
            Replaces::Imports(imports) => earlier.import.is_some_and(|import| imports.has(import)),
        };
        if named && replaced.insert((earlier.fact, earlier.recorded)) && !earlier.counts {
            mark_replaced(said, earlier, replaced);
        }
    }
}
