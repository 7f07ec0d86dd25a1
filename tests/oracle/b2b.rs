//! 9,700 open items in two currencies, in the seller's own table and in five Chinese spellings.
//! Never compares a figure that the published ones do not have.

use huikuan::ledger::Ledger;
use huikuan::workbook::Workbook;

use crate::aging::{Subset, same};
use crate::book::{Reading, as_of, import, oracle};

const FILES: [&str; 6] = [
    "b2b_open_items.csv",
    "b2b_open_items_cn.gbk.csv",
    "b2b_open_items_cn.utf8bom.csv",
    "b2b_open_items_cn.utf16le.tsv",
    "b2b_open_items_cn.compact_float_dates.csv",
    "b2b_open_items_cn.xlsx",
];

fn book(file: &str) -> Option<Workbook> {
    let reading = Reading { file, day: "2020-12-31", currency: "CNY", map: &[] };
    import(&reading).map(|(workbook, _)| workbook)
}

#[test]
fn dollars_apart_on_every_day_in_every_spelling() {
    let Some(oracle) = oracle("b2b_open_items.oracle.json") else { return };
    for file in FILES.into_iter().filter(readable) {
        let Some(workbook) = book(file) else { return };
        for (currency, figures) in oracle["per_currency"].as_object().unwrap() {
            let days = figures.as_object().unwrap().iter();
            let days: Vec<_> = days.filter(|(name, _)| name.starts_with("asof_")).collect();
            assert_eq!(days.len(), 3);
            for (name, scenario) in days {
                same(workbook.ledger(), currency, as_of(name), Subset::All, scenario);
            }
        }
    }
}

#[test]
fn five_spellings_are_one_ledger() {
    let mut first: Option<Workbook> = None;
    for file in FILES.into_iter().skip(1).filter(readable) {
        let Some(workbook) = book(file) else { return };
        match &first {
            Some(first) => assert!(same_accounts(first.ledger(), workbook.ledger()), "{file}"),
            None => first = Some(workbook),
        }
    }
}

/// Accounts, documents, parts and money alike; the remembered layouts differ by their headings.
fn same_accounts(one: &Ledger, other: &Ledger) -> bool {
    one.accounts().eq(other.accounts())
}

/// A build without spreadsheets reads the text files alone.
fn readable(file: &&str) -> bool {
    cfg!(feature = "xlsx") || !file.ends_with(".xlsx")
}
