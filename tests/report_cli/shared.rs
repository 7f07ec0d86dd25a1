//! The published tables through the command line, beside their oracles.
//! Never copies a figure of them; without them the tests say so.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::command::Folder;

/// The path of a shared table and its oracle; `None`, said aloud, without the shared data.
fn shared(table: &str, oracle: &str) -> Option<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let Ok(bytes) = fs::read(folder.join(oracle)) else {
        println!("skipped: no shared data ({table})");
        return None;
    };
    let path = folder.join(table).to_str().unwrap().to_owned();
    Some((path, serde_json::from_slice(&bytes).unwrap()))
}

#[test]
fn aging_and_key_figures_of_a_published_table() {
    let Some((path, oracle)) = shared("ibm_invoices.csv", "ibm.oracle.json") else { return };
    let scenario = &oracle["scenarios"]["asof_2013-06-30"];
    let folder = Folder::new("shared_ibm");
    let run = |report| {
        let all = ["--as-of", "2013-06-30", "--format", "json", "--invoices", &path, "--report"];
        folder.run_words(&[&all[..], &[report]].concat()).json()
    };
    let total = run("aging")["currencies"][0]["total"].clone();
    assert_eq!(total["balance"], scenario["open_total"]);
    assert_eq!(total["open_items"], scenario["open_invoices"]);
    assert_eq!(total["not_due"], scenario["buckets"]["not_due"]["amount"]);
    assert_eq!(total["buckets"][0]["amount"], scenario["buckets"]["d1_30"]["amount"]);
    let kpi = run("kpi")["currencies"][0].clone();
    assert_eq!(kpi["dso"], scenario["dso"]["n90"]["dso_days"]["rounded_4dp"]);
    assert_eq!(kpi["cei"], scenario["cei_n90"]["cei_percent"]["rounded_4dp"]);
    let late = &scenario["days_late"]["n90"];
    assert_eq!(kpi["days_late_signed"], late["avg_days_late_signed"]["rounded_4dp"]);
    assert_eq!(kpi["days_late_floored"], late["avg_days_late_clamped"]["rounded_4dp"]);
    assert_eq!(kpi["collected"], scenario["collected"]["n90"]["amount"]);
}

#[test]
fn receipts_left_out_by_an_empty_mapping() {
    let Some((path, oracle)) = shared("ibm_invoices.csv", "ibm.oracle.json") else { return };
    let scenario = &oracle["scenarios"]["asof_2013-12-31_payments_ignored"];
    let words = [
        "--as-of=2013-12-31",
        "--report=aging",
        "--format=json",
        "--map=settled_on=",
        "--invoices",
        &path,
    ];
    let total = Folder::new("shared_left_out").run_words(&words).json()["currencies"][0].clone();
    assert_eq!(total["total"]["balance"], scenario["open_total"]);
    assert_eq!(total["total"]["open_items"], scenario["open_invoices"]);
}
