//! Which function goes into which of the two modules, and what each needs of the other.
//! Never changes a module.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, LocalFunction,
    Module, TableId,
};

use super::cannot;
use super::profile::Profile;
use crate::failure::{Failure, Outcome};

/// The cut of one module.
#[derive(Debug)]
pub(super) struct Parts {
    /// The one table of functions.
    pub(super) table: TableId,
    /// Slots of the table before the cut.
    pub(super) slots: u64,
    /// Functions of the secondary module that the primary one may call, with their slots.
    pub(super) placed: BTreeMap<FunctionId, Vec<u64>>,
    /// Functions of the secondary module.
    pub(super) secondary: BTreeSet<FunctionId>,
    /// Functions of the primary module, imported ones included, that the secondary one calls.
    pub(super) shared: BTreeSet<FunctionId>,
}

impl Parts {
    pub(super) fn of(module: &Module, profile: &Profile) -> Outcome<Self> {
        let table = module.tables.main_function_table().map_err(|error| cannot("use", &error))?;
        let table = table.ok_or_else(|| Failure::new("the page's wasm has no function table."))?;
        let slots = module.tables.get(table).initial;
        let kept = roots(module);
        let is_first = |id: FunctionId| {
            // Glue that tools made has no name, and is small.
            let name = module.funcs.get(id).name.as_deref();
            let instructions = || match &module.funcs.get(id).kind {
                FunctionKind::Local(body) => body.size(),
                FunctionKind::Import(_) | FunctionKind::Uninitialized(_) => 0,
            };
            kept.contains(&id) || name.is_none_or(|name| profile.holds(name, instructions()))
        };
        let secondary: BTreeSet<FunctionId> =
            module.funcs.iter_local().map(|(id, _)| id).filter(|id| !is_first(*id)).collect();
        let mut placed: BTreeMap<FunctionId, Vec<u64>> = BTreeMap::new();
        for (slot, function) in table_contents(module)? {
            if secondary.contains(&function) {
                placed.entry(function).or_default().push(slot);
            }
        }
        let (mut next, mut shared) = (slots, BTreeSet::new());
        for (id, body) in module.funcs.iter_local() {
            let is_secondary = secondary.contains(&id);
            for called in calls(body) {
                match (is_secondary, secondary.contains(&called)) {
                    (true, false) => {
                        shared.insert(called);
                    }
                    (false, true) => {
                        placed.entry(called).or_insert_with(|| {
                            next += 1;
                            vec![next - 1]
                        });
                    }
                    (true, true) | (false, false) => {}
                }
            }
        }
        Ok(Self { table, slots, placed, secondary, shared })
    }
}

/// What must be there from the start: functions that the bindings call and the start itself.
fn roots(module: &Module) -> BTreeSet<FunctionId> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        ExportItem::Table(_)
        | ExportItem::Memory(_)
        | ExportItem::Global(_)
        | ExportItem::Tag(_) => None,
    });
    exported.chain(module.start).collect()
}

/// Every function in the table by its slot.
fn table_contents(module: &Module) -> Outcome<Vec<(u64, FunctionId)>> {
    let mut contents = Vec::new();
    for element in module.elements.iter() {
        let first = match &element.kind {
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } => {
                u64::try_from(*offset).ok()
            }
            ElementKind::Declared => continue,
            ElementKind::Active { .. } | ElementKind::Passive => None,
        };
        match (&element.items, first) {
            (ElementItems::Functions(functions), Some(first)) => {
                contents.extend((first..).zip(functions.iter().copied()));
            }
            _ => return Err(Failure::new("the page's wasm fills its table in an unknown way.")),
        }
    }
    Ok(contents)
}

/// Functions that a body calls or names.
fn calls(body: &LocalFunction) -> BTreeSet<FunctionId> {
    #[derive(Default)]
    struct Calls(BTreeSet<FunctionId>);
    impl<'a> Visitor<'a> for Calls {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.insert(*function);
        }
    }
    let mut calls = Calls::default();
    dfs_in_order(&mut calls, body, body.entry_block());
    calls.0
}
