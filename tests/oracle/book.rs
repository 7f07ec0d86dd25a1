//! A shared table imported into a new workbook, the way the page does it.
//! Never names a column that the program should find by itself, unless the oracle asks for it.

use std::fs;
use std::path::PathBuf;

use huikuan::calendar::{AsOf, Date};
use huikuan::format::table::{Drafting, Options, Plan, read};
use huikuan::id::Letters;
use huikuan::money::Currency;
use huikuan::workbook::draft::TableKind;
use huikuan::workbook::field::Field;
use huikuan::workbook::problem::Problem;
use huikuan::workbook::{Command, Stamp, Workbook};
use serde_json::Value;

/// A shared file; `None`, said aloud, without the shared data.
pub(crate) fn shared(file: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(file);
    let bytes = fs::read(path).ok();
    if bytes.is_none() {
        println!("skipped: no shared data ({file})");
    }
    bytes
}

/// An oracle's figures.
pub(crate) fn oracle(file: &str) -> Option<Value> {
    shared(file).map(|bytes| serde_json::from_slice(&bytes).unwrap())
}

/// How a table is to be read beyond what its headings say.
pub(crate) struct Reading<'a> {
    pub(crate) file: &'a str,
    /// The day of totals that no row dates.
    pub(crate) day: &'a str,
    pub(crate) currency: &'a str,
    /// Fields that are mapped to a heading, or to none.
    pub(crate) map: &'a [(Field, &'a str)],
}

/// The workbook that a shared table of invoices gives, and what was wrong with its rows.
pub(crate) fn import(reading: &Reading<'_>) -> Option<(Workbook, Vec<Problem>)> {
    let bytes = shared(reading.file)?;
    let currency = Currency::parse(reading.currency).unwrap();
    let (named, left_out): (Vec<(Field, &str)>, Vec<_>) =
        reading.map.iter().partition(|(_, heading)| !heading.is_empty());
    let options = Options {
        kind: Some(TableKind::Invoices),
        map: named.into_iter().map(|(field, heading)| (field, heading.to_owned())).collect(),
        ..Options::new(reading.file, day(reading.day), currency)
    };
    let grid = read(&bytes).unwrap();
    let mut plan = Plan::of(&grid, &options).unwrap();
    for (field, _) in left_out {
        assert!(plan.columns.remove(&field).is_some(), "{field:?} was not recognised");
    }
    let draft = Drafting::new(&grid, plan, options).unwrap().finish(&grid);
    assert_eq!(draft.rows_refused, 0, "{:?}", draft.refusals().next());
    let name = Letters::from_bits(0);
    let stamp = Stamp { at: "2026-01-01T00:00:00Z".parse().unwrap(), by: "oracle".to_owned() };
    let mut workbook = Workbook::create(name, name, "", currency, &stamp);
    let import = workbook.plan_import(&draft);
    workbook.apply(Command::ImportDocuments(Box::new(import)), &stamp).unwrap();
    Some((workbook, draft.problems))
}

pub(crate) fn day(text: &str) -> AsOf {
    text.parse::<Date>().unwrap()
}

/// The day of a scenario, by its figures or by its name, `asof_2013-06-30_disputed_only`.
pub(crate) fn as_of(name: &str) -> AsOf {
    day(name.strip_prefix("asof_").unwrap().get(..10).unwrap())
}

/// An exact figure of an oracle.
pub(crate) fn whole(figures: &Value) -> i64 {
    figures.as_i64().unwrap_or_else(|| panic!("{figures} is no whole number"))
}
