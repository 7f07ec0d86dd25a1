//! Reports from exported workbooks: one, several of one workbook, as known on a day.
//! Never merges two workbooks.

use huikuan::calendar::Date;
use huikuan::format::json::{Heading, Reader, export};
use huikuan::id::Letters;
use huikuan::journal::Journal;
use huikuan::money::Currency;
use huikuan::record::{Claim, DocumentFields, DocumentKind};
use huikuan::workbook::{Command, Stamp, Workbook};

use crate::command::Folder;

fn stamp(day: &str) -> Stamp {
    Stamp { at: format!("{day}T09:00:00Z").parse().unwrap(), by: "Anna".to_owned() }
}

fn book(id: u64) -> Workbook {
    let (id, replica) = (Letters::from_bits(id), Letters::from_bits(77));
    Workbook::create(id, replica, "Book", Currency::CNY, &stamp("2026-01-01"))
}

/// The same workbook opened by another page start.
fn elsewhere(workbook: &Workbook, replica: u64) -> Workbook {
    let copy: Journal = workbook.journal().clone();
    Workbook::open(workbook.id(), Letters::from_bits(replica), copy)
}

fn invoice(workbook: &mut Workbook, number: &str, amount: &str, recorded_on: &str) {
    let fields = DocumentFields {
        issued_on: Date::new(2026, 1, 5),
        claim: Some(Claim { amount: amount.parse().unwrap(), tax: None }),
        ..DocumentFields::default()
    };
    let command = Command::RecordDocument {
        kind: DocumentKind::Invoice,
        customer: "K1".to_owned(),
        number: Some(number.to_owned()),
        fields,
    };
    workbook.apply(command, &stamp(recorded_on)).unwrap();
}

fn json(workbook: &Workbook) -> String {
    let heading = Heading { workbook: Some(workbook.id()), title: "Book".to_owned() };
    export(&heading, workbook.journal()).unwrap()
}

fn balance(folder: &Folder, words: &str) -> String {
    let all = format!("{words} --as-of 2026-03-31 --report aging --format json");
    let json = folder.run(&all).json();
    json["currencies"][0]["total"]["balance"].as_str().unwrap().to_owned()
}

#[test]
fn two_files_of_one_workbook_are_merged() {
    let mut first = book(1);
    invoice(&mut first, "1", "100.00 CNY", "2026-01-05");
    let mut second = elsewhere(&first, 5);
    invoice(&mut first, "2", "20.00 CNY", "2026-01-06");
    invoice(&mut second, "3", "3.00 CNY", "2026-01-07");
    let folder = Folder::new("merged").with("a.json", json(&first)).with("b.json", json(&second));
    assert_eq!(balance(&folder, "--book a.json"), "120.00");
    assert_eq!(balance(&folder, "--book a.json --book b.json"), "123.00");
    assert_eq!(balance(&folder, "--book b.json --book a.json"), "123.00");
}

#[test]
fn files_of_two_workbooks_are_refused() {
    let folder =
        Folder::new("two_books").with("a.json", json(&book(1))).with("b.json", json(&book(2)));
    let run = folder.run("--book a.json --book b.json --as-of 2026-03-31 --report check");
    let (status, sentence) = run.refusal();
    assert_eq!(status, 1);
    assert!(sentence.starts_with("the books are of two workbooks"), "{sentence}");
}

#[test]
fn a_book_reads_as_it_was_known_on_a_day() {
    let mut book = book(1);
    invoice(&mut book, "1", "100.00 CNY", "2026-01-05");
    invoice(&mut book, "2", "20.00 CNY", "2026-02-20");
    let folder = Folder::new("known_on").with("a.json", json(&book));
    assert_eq!(balance(&folder, "--book a.json --known-on 2026-02-19"), "100.00");
    assert_eq!(balance(&folder, "--book a.json --known-on 2026-02-20"), "120.00");
}

#[test]
fn tables_are_taken_into_the_book() {
    let mut book = book(1);
    invoice(&mut book, "1", "100.00 CNY", "2026-01-05");
    let receipts = "customer,date,amount,invoice no,reference\nk1,2026-02-01,30.00,1,x\n";
    let folder = Folder::new("book_and_table").with("a.json", json(&book)).with("r.csv", receipts);
    assert_eq!(balance(&folder, "--book a.json --receipts r.csv"), "70.00");
}

#[test]
fn a_damaged_line_is_named_and_the_rest_reported() {
    let mut book = book(1);
    invoice(&mut book, "1", "100.00 CNY", "2026-01-05");
    invoice(&mut book, "2", "20.00 CNY", "2026-01-06");
    let damaged = json(&book).replace("20.00", "2000.00");
    assert_eq!(
        Reader::open(damaged.clone().into_bytes()).unwrap().filter(Result::is_err).count(),
        1
    );
    let folder = Folder::new("damaged").with("a.json", damaged);
    let run = folder.run("--book a.json --as-of 2026-03-31 --report aging");
    assert_eq!(run.status, 0);
    assert!(run.problems.contains("was changed after it was written"), "{}", run.problems);
    assert!(run.out.contains("100.00") && !run.out.contains("2,000.00"), "{}", run.out);
}
