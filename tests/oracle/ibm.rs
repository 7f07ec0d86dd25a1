//! 2,466 invoices with their settlement in the same row.
//! Never compares a figure that the published ones do not have.

use huikuan::workbook::field::Field;

use crate::aging::{Subset, same};
use crate::book::{Reading, as_of, import, oracle};
use crate::kpi::Case;

const READING: Reading<'_> =
    Reading { file: "ibm_invoices.csv", day: "2014-01-31", currency: "CNY", map: &[] };

#[test]
fn three_days_with_receipts() {
    let Some(oracle) = oracle("ibm.oracle.json") else { return };
    let Some((workbook, problems)) = import(&READING) else { return };
    assert_eq!(problems, []);
    for name in ["asof_2012-12-31", "asof_2013-06-30", "asof_2013-09-30"] {
        let scenario = &oracle["scenarios"][name];
        let as_of = as_of(name);
        same(workbook.ledger(), "CNY", as_of, Subset::All, scenario);
        Case { ledger: workbook.ledger(), currency: "CNY", as_of, scenario }.same();
    }
}

#[test]
fn receipts_left_out() {
    let Some(oracle) = oracle("ibm.oracle.json") else { return };
    let reading = Reading { map: &[(Field::SettledOn, "")], ..READING };
    let Some((workbook, _)) = import(&reading) else { return };
    let name = "asof_2013-12-31_payments_ignored";
    let scenario = &oracle["scenarios"][name];
    same(workbook.ledger(), "CNY", as_of(name), Subset::All, scenario);
    Case { ledger: workbook.ledger(), currency: "CNY", as_of: as_of(name), scenario }.same();
}

#[test]
fn disputed_items_alone() {
    let Some(oracle) = oracle("ibm.oracle.json") else { return };
    let Some((workbook, _)) = import(&READING) else { return };
    let name = "asof_2013-06-30_disputed_only";
    let scenario = &oracle["scenarios"][name];
    same(workbook.ledger(), "CNY", as_of(name), Subset::Disputed, scenario);
}
