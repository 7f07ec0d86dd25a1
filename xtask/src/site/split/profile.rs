//! Which functions a first visit calls, by name: recorded by a module that notes what it calls,
//! kept as hashes. A name is free of what changes from build to build. A profile that is out of
//! date costs a first visitor time, never a result.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use walrus::ir::Value;
use walrus::{ConstExpr, FunctionId, GlobalId, ValType};

use super::read;
use crate::failure::{Failure, Outcome};

/// Starts the name of each export that notes a call; the hash follows.
const NOTE: &str = "called_";

/// Where the recorded profile is, from the folder of the workspace.
pub(crate) const PATH: &str = "xtask/src/site/split/first_visit.profile";
/// The first visit as it was recorded last.
const RECORDED: &str = include_str!("first_visit.profile");

/// Names of functions, as hashes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Named(BTreeSet<u32>),
    /// Every function, so that nothing is left for a secondary module.
    Everything,
}

impl Profile {
    /// The profile that builds use.
    pub(crate) fn recorded() -> Outcome<Self> {
        RECORDED.parse()
    }

    /// True when it names this function, of so many instructions.
    pub(super) fn holds(&self, name: &str, instructions: u64) -> bool {
        match self {
            Self::Named(hashes) => hashes.contains(&identity(name, instructions)),
            Self::Everything => true,
        }
    }
}

impl std::str::FromStr for Profile {
    type Err = Failure;

    /// One hash a line.
    fn from_str(text: &str) -> Outcome<Self> {
        let hashes = text.lines().map(|line| {
            u32::from_str_radix(line, 16)
                .map_err(|error| Failure::new(format!("a profile cannot hold {line}: {error}.")))
        });
        hashes.collect::<Outcome<_>>().map(Self::Named)
    }
}

/// The module with a global for every function, exported, that becomes 1 when it is called.
pub(crate) fn noting(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut module = read(wasm)?;
    let functions: Vec<(FunctionId, u32)> = module
        .funcs
        .iter_local()
        .map(|(id, body)| {
            let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
            (id, identity(name, body.size()))
        })
        .collect();
    let mut notes: BTreeMap<u32, GlobalId> = BTreeMap::new();
    for (function, hash) in functions {
        let note = *notes.entry(hash).or_insert_with(|| {
            let zero = ConstExpr::Value(Value::I32(0));
            let note = module.globals.add_local(ValType::I32, true, false, zero);
            module.exports.add(&format!("{NOTE}{hash:08x}"), note);
            note
        });
        let body = module.funcs.get_mut(function).kind.unwrap_local_mut();
        body.builder_mut().func_body().global_set_at(0, note).const_at(0, Value::I32(1));
    }
    Ok(module.emit_wasm())
}

/// The most instructions of a body that a compiler likes to share among the instances of a generic
/// function; which of their names is left changes with code that has nothing to do with them.
const SHARED_INSTRUCTIONS_MAX: u64 = 8;

/// What a function is known by: its name, of a small one the name without type arguments.
fn identity(name: &str, instructions: u64) -> u32 {
    match instructions <= SHARED_INSTRUCTIONS_MAX {
        true => hash(&without_arguments(name)),
        false => hash(name),
    }
}

/// The name without type arguments: `<Vec<A> as Drop>::drop::<B>` is `<Vec as Drop>::drop::`.
fn without_arguments(name: &str) -> String {
    let (mut kept, mut depth, mut begun, mut last) = (String::new(), 0_u32, 0_u32, ' ');
    for letter in name.chars() {
        // The end of an arrow is no bracket.
        let closes = letter == '>' && last != '-';
        last = letter;
        match letter {
            '<' => {
                // A `<` at the start of a path says whose the function is.
                let is_self =
                    depth == 0 && !kept.ends_with(|last: char| last != ' ' && last != '<');
                depth += u32::from(!is_self);
                begun += u32::from(is_self);
                if is_self {
                    kept.push(letter);
                }
            }
            _ if closes && depth > 0 => depth -= 1,
            _ if closes && begun > 0 => {
                begun -= 1;
                kept.push(letter);
            }
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

/// Starts the number of a closure among all those that JavaScript calls; another build counts them
/// anew.
const SHIM: &str = "shim_idx: ";

/// Of a name without what compilers write into it for one build: the hashes of crates, as in
/// `core[0f3a]::fmt`, the numbers of closures, and those of copies of one function, as in
/// `len.4711`.
fn hash(name: &str) -> u32 {
    let mut digest = Sha256::new();
    let mut rest = without_copy(name);
    if let Some((before, after)) = rest.split_once(SHIM) {
        digest.update(before);
        rest = after.trim_start_matches(|letter: char| letter.is_ascii_digit());
    }
    while let Some((before, after)) = rest.split_once('[') {
        digest.update(before);
        rest = match after.split_once(']') {
            Some((inner, outer)) if inner.chars().all(|letter| letter.is_ascii_hexdigit()) => outer,
            _ => {
                digest.update("[");
                after
            }
        };
    }
    digest.update(rest);
    digest.finalize().iter().take(4).fold(0, |hash, byte| hash << 8 | u32::from(*byte))
}

/// The name without the number of a copy at its end.
fn without_copy(name: &str) -> &str {
    let start = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    start.strip_suffix('.').filter(|_| start.len() < name.len()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_from_build_to_build() {
        assert_eq!(hash("<core[0f3a]::fmt>::new"), hash("<core[77]::fmt>::new"));
        assert_ne!(hash("<core[0f3a]::fmt>::new"), hash("<core[0f3a]::fmt>::old"));
        assert_ne!(hash("<[u8]>::len"), hash("<[i8]>::len"), "a slice is no hash");
        assert_eq!(hash("f { shim_idx: 590, ret: A }"), hash("f { shim_idx: 7, ret: A }"));
        assert_ne!(hash("f { shim_idx: 590, ret: A }"), hash("f { shim_idx: 590, ret: B }"));
        assert_eq!(hash("<alloc[77]>::grow.3141"), hash("<alloc[0f3a]>::grow.5462"));
        assert_eq!(hash("grow.3141"), hash("grow"), "another build may hold one copy alone");
        assert_ne!(hash("f64.9a"), hash("f64"));
    }

    #[test]
    fn a_small_function_is_known_without_its_type_arguments() {
        let drop = |of: &str| format!("<alloc::raw_vec::RawVec<{of}> as core::ops::Drop>::drop");
        let all = [drop("u8"), drop("dyn Fn(A) -> B"), drop("Vec<Box<dyn Any>>")];
        for name in &all {
            assert_eq!(
                without_arguments(name),
                "<alloc::raw_vec::RawVec as core::ops::Drop>::drop"
            );
            assert_eq!(identity(name, 5), identity(&all[0], 5));
        }
        assert_ne!(identity(&all[0], 500), identity(&all[2], 500));
        assert_eq!(without_arguments("drop_in_place::<Cow<str>>"), "drop_in_place::");
        assert_ne!(identity("a::<u8>::new", 5), identity("a::<u8>::old", 5));
    }

    #[test]
    fn the_recorded_profile_can_be_read() {
        let Ok(Profile::Named(hashes)) = Profile::recorded() else { panic!("unreadable") };
        assert!(hashes.len() > 500, "{} functions are no first visit", hashes.len());
        assert!("0123abcx".parse::<Profile>().is_err());
    }
}
