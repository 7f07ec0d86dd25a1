//! The secondary module: only the bodies that belong to it. Everything else it takes from the
//! primary module's exports, and it puts itself where the placeholders stand in the table.

use walrus::{
    DataKind, FunctionId, FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module, passes,
};

use super::parts::Parts;
use super::{Common, PRIMARY, fill, name};
use crate::failure::{Failure, Outcome};

pub(super) fn reduce(module: &mut Module, parts: &Parts) -> Outcome<()> {
    forget(module)?;
    import_functions(module, parts);
    import_common(module);
    let placed = parts.placed.iter();
    let mut slots: Vec<(u64, FunctionId)> =
        placed.flat_map(|(function, slots)| slots.iter().map(|slot| (*slot, *function))).collect();
    slots.sort_unstable();
    for run in slots.chunk_by(|(left, _), (right, _)| left + 1 == *right) {
        let first = run.first().map_or(0, |(slot, _)| *slot);
        fill(module, parts.table, first, run.iter().map(|(_, function)| *function).collect())?;
    }
    passes::gc::run(module);
    Ok(())
}

/// Drops what the primary module does once for both: exports, the start, contents of memory and
/// table.
fn forget(module: &mut Module) -> Outcome<()> {
    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    for export in exports {
        module.exports.delete(export);
    }
    if module.data.iter().any(|data| !matches!(data.kind, DataKind::Active { .. })) {
        return Err(Failure::new("the page's wasm fills its memory in an unknown way."));
    }
    let contents: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for data in contents {
        module.data.delete(data);
    }
    let elements: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for element in elements {
        module.elements.delete(element);
    }
    Ok(())
}

fn import_functions(module: &mut Module, parts: &Parts) {
    for import in module.imports.iter_mut() {
        if let ImportKind::Function(function) = import.kind {
            PRIMARY.clone_into(&mut import.module);
            import.name = name('f', function.index());
        }
    }
    let own: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for function in own.into_iter().filter(|function| !parts.secondary.contains(function)) {
        let import = module.imports.add(
            PRIMARY,
            &name('f', function.index()),
            ImportKind::Function(function),
        );
        let ty = module.funcs.get(function).ty();
        module.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
}

fn import_common(module: &mut Module) {
    let common = Common::of(module);
    for memory in common.memories {
        let import = name('m', memory.index());
        let import = module.imports.add(PRIMARY, &import, ImportKind::Memory(memory));
        let imported = module.memories.get_mut(memory);
        imported.import = Some(import);
        imported.data_segments.clear();
    }
    for table in common.tables {
        let import = name('t', table.index());
        let import = module.imports.add(PRIMARY, &import, ImportKind::Table(table));
        let imported = module.tables.get_mut(table);
        imported.import = Some(import);
        imported.elem_segments.clear();
        // The primary module has added slots, so the limit here would be too low.
        imported.maximum = None;
    }
    for global in common.globals {
        let import = name('g', global.index());
        let import = module.imports.add(PRIMARY, &import, ImportKind::Global(global));
        module.globals.get_mut(global).kind = GlobalKind::Import(import);
    }
}
