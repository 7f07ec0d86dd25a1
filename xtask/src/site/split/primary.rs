//! The primary module: the whole one, with a placeholder for each function of the secondary one
//! that it may call. Never keeps a body that belongs to the secondary module.

use walrus::ir::Value;
use walrus::{
    ConstExpr, FunctionBuilder, FunctionId, FunctionKind, GlobalId, LocalFunction, Module, ValType,
    passes,
};

use super::parts::Parts;
use super::{Common, LOAD, LOADED, cannot, fill, name};
use crate::failure::Outcome;

pub(super) fn reduce(module: &mut Module, parts: &Parts) -> Outcome<()> {
    let kind = module.types.add(&[], &[]);
    let (load, _) = module.add_import_func(LOAD.0, LOAD.1, kind);
    let zero = ConstExpr::Value(Value::I32(0));
    let loaded = module.globals.add_local(ValType::I32, true, false, zero);
    module.exports.add(LOADED, loaded);
    for (function, slots) in &parts.placed {
        let slot = slots.first().copied().unwrap_or_default();
        let body = placeholder(module, parts, (*function, slot), Loading { load, loaded })?;
        module.funcs.get_mut(*function).kind = FunctionKind::Local(body);
    }
    place(module, parts)?;
    share(module, parts);
    // Nothing here calls the other bodies of the secondary module any more.
    passes::gc::run(module);
    Ok(())
}

/// What a placeholder asks for the secondary module with.
#[derive(Debug, Clone, Copy)]
struct Loading {
    load: FunctionId,
    loaded: GlobalId,
}

/// A function that sees to it that the secondary module is there, then calls what now stands in
/// the slot with what it was called with.
fn placeholder(
    module: &mut Module,
    parts: &Parts,
    (function, slot): (FunctionId, u64),
    Loading { load, loaded }: Loading,
) -> Outcome<LocalFunction> {
    let slot = i32::try_from(slot).map_err(|error| cannot("count", &error))?;
    let kind = module.funcs.get(function).ty();
    let (takes, gives) = module.types.params_results(kind);
    let (takes, gives) = (takes.to_vec(), gives.to_vec());
    let given: Vec<_> = takes.iter().map(|taken| module.locals.add(*taken)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    let mut body = builder.func_body();
    body.global_get(loaded).if_else(
        None,
        |_| {},
        |missing| {
            missing.call(load);
        },
    );
    for local in &given {
        body.local_get(*local);
    }
    body.i32_const(slot).call_indirect(kind, parts.table);
    Ok(builder.local_func(given))
}

/// Gives a slot to each function of the secondary module that had none and is called directly.
fn place(module: &mut Module, parts: &Parts) -> Outcome<()> {
    let mut added: Vec<(u64, FunctionId)> = Vec::new();
    for (function, slots) in &parts.placed {
        let new = slots.iter().filter(|slot| **slot >= parts.slots);
        added.extend(new.map(|slot| (*slot, *function)));
    }
    added.sort_unstable();
    let table = module.tables.get_mut(parts.table);
    table.initial = parts.slots + added.len() as u64;
    table.maximum = table.maximum.map(|maximum| maximum.max(table.initial));
    let functions = added.into_iter().map(|(_, function)| function).collect();
    fill(module, parts.table, parts.slots, functions)
}

/// Exports what the secondary module imports.
fn share(module: &mut Module, parts: &Parts) {
    for function in &parts.shared {
        module.exports.add(&name('f', function.index()), *function);
    }
    let common = Common::of(module);
    for memory in common.memories {
        module.exports.add(&name('m', memory.index()), memory);
    }
    for table in common.tables {
        module.exports.add(&name('t', table.index()), table);
    }
    for global in common.globals {
        module.exports.add(&name('g', global.index()), global);
    }
}
