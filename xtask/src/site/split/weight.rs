//! What the code of the two modules weighs, by the crate that a function was written in.
//! Never weighs what a host sends: that is packed, and a crate's share of it is nobody's.

use std::collections::BTreeMap;

use super::parts::Parts;
use super::profile::Profile;
use super::read;
use crate::failure::Outcome;

/// Bytes of one crate's functions, before they are packed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CrateWeight {
    pub(crate) primary_bytes: usize,
    pub(crate) secondary_bytes: usize,
}

/// Every crate with its weight, the heaviest in the primary module first. A generic function counts
/// for the crate that wrote it, not for the one that asked for it.
pub(crate) fn by_crate(named: &[u8], profile: &Profile) -> Outcome<Vec<(String, CrateWeight)>> {
    let module = read(named)?;
    let parts = Parts::of(&module, profile)?;
    let mut weights: BTreeMap<String, CrateWeight> = BTreeMap::new();
    for (id, function) in module.funcs.iter_local() {
        let bytes = function.original_range.as_ref().map_or(0, ExactSizeIterator::len);
        let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
        let weight = weights.entry(crate_of(name).to_owned()).or_default();
        match parts.secondary.contains(&id) {
            true => weight.secondary_bytes += bytes,
            false => weight.primary_bytes += bytes,
        }
    }
    let mut weights: Vec<_> = weights.into_iter().collect();
    weights.sort_by_key(|(_, weight)| {
        std::cmp::Reverse((weight.primary_bytes, weight.secondary_bytes))
    });
    Ok(weights)
}

/// The first crate in a name; compilers mark it with a hash: `<core[0f3a]::fmt::Arguments>::new`.
fn crate_of(name: &str) -> &str {
    let before = name.split('[').next().filter(|before| before.len() < name.len());
    let start = |text: &str| {
        text.rfind(|letter: char| !letter.is_alphanumeric() && letter != '_').map_or(0, |at| at + 1)
    };
    let own = before.and_then(|before| before.get(start(before)..)).unwrap_or_default();
    if own.is_empty() { "without a name" } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_counts_for_the_crate_that_wrote_it() {
        for (name, own) in [
            ("core[0f3a]::fmt::write", "core"),
            ("<&mut alloc[1]::vec::Vec<book[2]::Row>>::push", "alloc"),
            ("__externref_table_alloc", "without a name"),
            ("<[u8] as core[3]::fmt::Debug>::fmt", "without a name"),
        ] {
            assert_eq!(crate_of(name), own, "{name}");
        }
    }
}
