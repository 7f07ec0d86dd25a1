//! A wholesaler's invoices and credit notes that stand alone, some rows without a customer.
//! Never compares a figure that the published ones do not have.

use huikuan::workbook::field::Field;
use huikuan::workbook::problem::ProblemKind;

use crate::aging::{Subset, same};
use crate::book::{Reading, as_of, import, oracle, whole};
use crate::kpi::Case;

#[test]
fn credit_notes_stand_apart() {
    let Some(oracle) = oracle("retail_with_credit_notes.oracle.json") else { return };
    let reading = Reading {
        file: "retail_with_credit_notes.csv",
        day: "2011-12-09",
        currency: "GBP",
        map: &[(Field::DueOn, "DueDate_assumed_net30")],
    };
    let Some((workbook, problems)) = import(&reading) else { return };
    let unknown = problems.iter().filter(|held| held.kind == ProblemKind::UnknownCustomer).count();
    assert_eq!(problems.len(), unknown, "other problems than unknown customers");
    assert_eq!(i64::try_from(unknown), Ok(whole(&oracle["no_customer_id"]["invoices"])));
    let scenarios = oracle["scenarios"].as_object().unwrap();
    assert_eq!(scenarios.len(), 2);
    for (name, scenario) in scenarios {
        let as_of = as_of(name);
        same(workbook.ledger(), "GBP", as_of, Subset::All, scenario);
        Case { ledger: workbook.ledger(), currency: "GBP", as_of, scenario }.same();
    }
}
