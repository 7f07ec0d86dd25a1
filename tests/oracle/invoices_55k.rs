//! 55,000 invoices with one receipt each, some before the invoice, 3,345 of them partial.
//! Never compares a figure that the published ones do not have.

use crate::aging::{Subset, same};
use crate::book::{Reading, as_of, import, oracle};
use crate::kpi::Case;

#[test]
fn four_days() {
    let Some(oracle) = oracle("invoices_55k.oracle.json") else { return };
    let reading =
        Reading { file: "invoices_55k.csv", day: "2026-09-30", currency: "CNY", map: &[] };
    let Some((workbook, problems)) = import(&reading) else { return };
    assert_eq!(problems, []);
    let scenarios = oracle["scenarios"].as_object().unwrap();
    assert_eq!(scenarios.len(), 4);
    for (name, scenario) in scenarios {
        let as_of = as_of(name);
        same(workbook.ledger(), "CNY", as_of, Subset::All, scenario);
        Case { ledger: workbook.ledger(), currency: "CNY", as_of, scenario }.same();
    }
}
