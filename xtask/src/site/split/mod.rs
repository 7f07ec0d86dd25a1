//! Cuts the page's wasm in two, so that a first visit waits for a fraction of it: the primary
//! module holds what a profile of a first visit calls, the secondary the rest, loaded after.
//! Both share one memory and one table. Never decides what the profile holds, never writes a file.

mod parts;
mod primary;
pub(crate) mod profile;
mod secondary;
pub(crate) mod weight;

use std::fmt::Display;

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionId, GlobalId, MemoryId, Module, ModuleConfig,
    TableId,
};

use crate::failure::{Failure, Outcome};
use parts::Parts;
use profile::Profile;

/// The import that a placeholder calls, of a module of this name.
const LOAD: (&str, &str) = ("secondary", "load_secondary");
/// The exported global that is 1 as soon as the secondary module stands in the table.
const LOADED: &str = "secondary_loaded";
/// What the secondary module imports from: the exports of the primary one.
const PRIMARY: &str = "primary";

/// The two modules, without the names of their functions.
#[derive(Debug)]
pub(crate) struct Split {
    pub(crate) primary: Vec<u8>,
    pub(crate) secondary: Vec<u8>,
}

/// Splits a module that still has its function names. A function of the secondary module that the
/// primary one may call, directly or by the table, has a placeholder there, which loads the
/// secondary module if need be and calls on.
pub(crate) fn split(wasm: &[u8], profile: &Profile) -> Outcome<Split> {
    // Identifiers belong to one reading; the order of the functions is that of the file in both.
    let mut primary = read(wasm)?;
    let parts = Parts::of(&primary, profile)?;
    primary::reduce(&mut primary, &parts)?;
    let mut secondary = read(wasm)?;
    let parts = Parts::of(&secondary, profile)?;
    secondary::reduce(&mut secondary, &parts)?;
    Ok(Split { primary: primary.emit_wasm(), secondary: secondary.emit_wasm() })
}

/// The module without the names of its functions.
pub(crate) fn without_names(wasm: &[u8]) -> Outcome<Vec<u8>> {
    Ok(read(wasm)?.emit_wasm())
}

fn read(wasm: &[u8]) -> Outcome<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(wasm).map_err(|error| cannot("read", &error))
}

/// Fills slots of the table, from `first` on, when the module starts.
fn fill(
    module: &mut Module,
    table: TableId,
    first: u64,
    functions: Vec<FunctionId>,
) -> Outcome<()> {
    let first = i32::try_from(first).map_err(|error| cannot("count", &error))?;
    let offset = ConstExpr::Value(Value::I32(first));
    let kind = ElementKind::Active { table, offset };
    let element = module.elements.add(kind, ElementItems::Functions(functions));
    module.tables.get_mut(table).elem_segments.insert(element);
    Ok(())
}

/// What is not a function, and belongs to both modules.
#[derive(Debug)]
struct Common {
    memories: Vec<MemoryId>,
    tables: Vec<TableId>,
    globals: Vec<GlobalId>,
}

impl Common {
    fn of(module: &Module) -> Self {
        Self {
            memories: module.memories.iter().map(walrus::Memory::id).collect(),
            tables: module.tables.iter().map(walrus::Table::id).collect(),
            globals: module.globals.iter().map(walrus::Global::id).collect(),
        }
    }
}

/// The name under which the primary module exports to the secondary one: what kind of thing it is,
/// and its place in the whole module.
fn name(kind: char, index: usize) -> String {
    format!("{kind}{index}")
}

fn cannot(what: &str, error: &dyn Display) -> Failure {
    Failure::new(format!("the page's wasm: cannot {what}: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, FunctionKind, ImportKind, ModuleConfig, ValType};

    /// `first` calls `second`, which calls the import `ask` and `first`; `third` stands in the
    /// table alone.
    fn whole() -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        let table = module.tables.add_local(false, 1, Some(1), walrus::RefType::FUNCREF);
        let kind = module.types.add(&[ValType::I32], &[ValType::I32]);
        let (ask, _) = module.add_import_func("./page_bg.js", "ask", kind);
        let mut add = |name: &str, calls: &[FunctionId]| {
            let number = module.locals.add(ValType::I32);
            let mut builder =
                FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
            builder.name(name.to_owned()).func_body().local_get(number);
            for called in calls {
                builder.func_body().call(*called);
            }
            builder.finish(vec![number], &mut module.funcs)
        };
        let third = add("third[0f]", &[]);
        let second = add("second[0f]", &[ask, third]);
        let first = add("first[0f]", &[second]);
        module.exports.add("first", first);
        module.exports.add("memory", memory);
        fill(&mut module, table, 0, vec![third]).unwrap();
        module.emit_wasm()
    }

    fn of(hashes: &str) -> Split {
        split(&whole(), &hashes.parse().unwrap()).unwrap()
    }

    fn local_functions(wasm: &[u8]) -> usize {
        read(wasm).unwrap().funcs.iter_local().count()
    }

    #[test]
    fn what_is_not_in_the_profile_is_left_to_the_secondary_module() {
        let Split { primary, secondary } = of("");
        let whole = Module::from_buffer(&secondary).unwrap();
        assert_eq!(local_functions(&secondary), 2, "the second and the third");
        let from: Vec<&str> = whole.imports.iter().map(|import| import.module.as_str()).collect();
        assert!(from.iter().all(|module| *module == PRIMARY), "{from:?}");
        assert_eq!((whole.exports.iter().count(), whole.data.iter().count()), (0, 0));
        let first = Module::from_buffer(&primary).unwrap();
        let load = first.imports.find(LOAD.0, LOAD.1).expect("a placeholder asks for it");
        assert!(matches!(first.imports.get(load).kind, ImportKind::Function(_)));
        // What is exported is there from the start, whatever a profile says.
        let export = first.exports.get_func("first").unwrap();
        assert!(matches!(first.funcs.get(export).kind, FunctionKind::Local(_)));
    }

    #[test]
    fn each_import_of_the_secondary_module_is_exported_by_the_primary_one() {
        let Split { primary, secondary } = of("");
        let first = Module::from_buffer(&primary).unwrap();
        for import in Module::from_buffer(&secondary).unwrap().imports.iter() {
            let found = first.exports.iter().any(|export| export.name == import.name);
            assert!(found, "{} is not exported", import.name);
        }
    }

    #[test]
    fn what_is_placed_beyond_the_table_finds_room_in_it() {
        let Split { primary, secondary } = of("");
        let slots = |wasm: &[u8]| {
            let module = Module::from_buffer(wasm).unwrap();
            let table = module.tables.main_function_table().unwrap().unwrap();
            let table = module.tables.get(table);
            (table.initial, table.maximum)
        };
        assert_eq!(slots(&primary), (2, Some(2)), "the second function had no slot");
        assert_eq!(slots(&secondary), (1, None));
    }

    #[test]
    fn with_everything_in_the_profile_nothing_is_left() {
        let Split { primary, secondary } = split(&whole(), &Profile::Everything).unwrap();
        assert_eq!((local_functions(&primary), local_functions(&secondary)), (3, 0));
    }
}
