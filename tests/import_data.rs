//! The published tables that this project is judged by, read as a newcomer would drop them.
//! Never copies a row of them: they stay outside the project, and without them the tests say so.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it must be, and says what it skipped"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use huikuan::calendar::Date;
use huikuan::format::table::{self, Options};
use huikuan::id::Key;
use huikuan::money::Currency;
use huikuan::record::DocumentKind;
use huikuan::say::{self, Language};
use huikuan::workbook::draft::{Draft, TableKind};
use huikuan::workbook::problem::ProblemKind;

/// The draft of a shared file as of that day; `None`, said aloud, without the shared data.
fn draft(file: &str, day: &str, currency: &str) -> Option<Draft> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(file);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("skipped: no shared data ({file})");
        return None;
    };
    let day: Date = day.parse().unwrap();
    let options = Options::new(file, day, Currency::parse(currency).unwrap());
    let draft = table::draft(&bytes, &options)
        .unwrap_or_else(|error| panic!("{file}: {}", say::table_error(&error, Language::En)));
    assert_eq!(draft.kind, TableKind::Invoices);
    assert_eq!(draft.rows_total, draft.rows_taken + draft.rows_refused + draft.rows_skipped);
    Some(draft)
}

/// Kinds of problems with how often they occur.
fn problems(draft: &Draft) -> BTreeMap<String, usize> {
    let mut kinds = BTreeMap::new();
    for problem in &draft.problems {
        *kinds.entry(format!("{:?}", problem.kind)).or_insert(0) += 1;
    }
    kinds
}

/// Minor units claimed and received, by currency and kind.
fn totals(draft: &Draft) -> BTreeMap<(Currency, DocumentKind), (usize, i64, i64)> {
    let mut totals = BTreeMap::new();
    for row in &draft.documents {
        let claim = row.fields.claim.unwrap().amount;
        let sums = totals.entry((claim.currency(), row.kind)).or_insert((0, 0, 0));
        sums.0 += 1;
        sums.1 += claim.minor();
        sums.2 += row.progress.map_or(0, |progress| progress.received.minor());
    }
    totals
}

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

#[test]
fn invoices_settled_on_a_day() {
    let Some(draft) = draft("ibm_invoices.csv", "2014-01-31", "USD") else { return };
    assert_eq!((draft.rows_taken, draft.rows_refused, draft.customers.len()), (2466, 0, 100));
    assert_eq!(problems(&draft), BTreeMap::new());
    let of_invoices = (currency("USD"), DocumentKind::Invoice);
    assert_eq!(totals(&draft), [(of_invoices, (2466, 14_770_318, 14_770_318))].into());
    let disputed = draft.documents.iter().filter(|row| row.fields.disputed == Some(true));
    assert_eq!(disputed.count(), 561);
    let first = &draft.documents[0];
    assert_eq!((first.row, first.number.as_str()), (2, "0000611365"));
    assert_eq!(first.fields.issued_on, Date::new(2013, 1, 2));
    assert_eq!(first.progress.map(|progress| progress.on), Date::new(2013, 1, 15));
}

#[test]
fn fifty_five_thousand_invoices() {
    let Some(draft) = draft("invoices_55k.csv", "2026-06-30", "USD") else { return };
    assert_eq!((draft.rows_taken, draft.rows_refused, draft.customers.len()), (55_000, 0, 500));
    assert_eq!(problems(&draft), BTreeMap::new());
    let (invoiced, outstanding) = (277_570_732_715, 4_256_988_382);
    let of_invoices = (currency("USD"), DocumentKind::Invoice);
    let expected = (55_000, invoiced, invoiced - outstanding);
    assert_eq!(totals(&draft), [(of_invoices, expected)].into());
    let partial = draft
        .documents
        .iter()
        .filter(|row| row.progress.unwrap().received != row.fields.claim.unwrap().amount);
    assert_eq!(partial.count(), 3_345);
}

#[test]
fn credit_notes_stand_apart() {
    let Some(draft) = draft("retail_with_credit_notes.csv", "2011-12-09", "GBP") else { return };
    assert_eq!((draft.rows_taken, draft.rows_refused), (25_900, 0));
    let expected = [(format!("{:?}", ProblemKind::UnknownCustomer), 3_710)];
    assert_eq!(problems(&draft), expected.into());
    let pound = currency("GBP");
    let credits = 89_681_249 + 2 * 1_106_206;
    let invoices = 1_065_562_248 + 1_106_206;
    let expected = [
        ((pound, DocumentKind::Invoice), (22_062, invoices, 0)),
        ((pound, DocumentKind::CreditNote), (3_838, credits, 0)),
    ];
    assert_eq!(totals(&draft), expected.into());
    let zero = draft.documents.iter().filter(|row| row.fields.claim.unwrap().amount.minor() == 0);
    assert_eq!(zero.count(), 2_102);
    assert!(draft.customers.iter().any(|customer| customer.code == "17850"));
}

/// What a document is, whatever the file spelled.
type Facts = (Key, Key, Option<Date>, Option<Date>, i64, Currency);

fn facts(draft: &Draft) -> Vec<Facts> {
    let mut facts: Vec<Facts> = draft
        .documents
        .iter()
        .map(|row| {
            let claim = row.fields.claim.unwrap().amount;
            let due_on = row.fields.schedule.as_ref().and_then(|schedule| schedule.due_on);
            let (customer, number) = (Key::of(&row.customer), Key::of(&row.number));
            let issued_on = row.fields.issued_on;
            (customer, number, issued_on, due_on, claim.minor(), claim.currency())
        })
        .collect();
    facts.sort();
    facts
}

#[test]
fn six_spellings_give_one_ledger() {
    let read = |file: &str| draft(file, "2020-05-31", "CNY");
    let Some(first) = read("b2b_open_items.csv") else { return };
    assert_eq!((first.rows_taken, first.rows_refused, first.customers.len()), (9_700, 0, 664));
    let due_before_issue = [(format!("{:?}", ProblemKind::DueBeforeIssue), 32)];
    assert_eq!(problems(&first), due_before_issue.clone().into());
    let canadian = totals(&first)[&(currency("CAD"), DocumentKind::Invoice)];
    assert_eq!(canadian, (747, 4_447_100_908, 0));
    let facts_of_first = facts(&first);
    for spelling in ["compact_float_dates.csv", "gbk.csv", "utf16le.tsv", "utf8bom.csv", "xlsx"] {
        if spelling == "xlsx" && !cfg!(feature = "xlsx") {
            continue;
        }
        let Some(other) = read(&format!("b2b_open_items_cn.{spelling}")) else { return };
        assert_eq!(problems(&other), due_before_issue.clone().into(), "{spelling}");
        assert_eq!(facts(&other), facts_of_first, "{spelling}");
        assert!(other.documents.iter().all(|row| row.progress.is_some()), "{spelling}");
    }
}
