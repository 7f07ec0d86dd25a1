//! Every problem of a row and of a file, with the sentence that a person reads.
//! Never a sentence without row, column and value, where there is one.

use super::*;
use crate::workbook::problem::{FileFormat, ProblemKind, TableError};
use rstest::rstest;

/// A table, and what is said of it. Together the cases show every kind of problem.
const CASES: &[(&str, &str)] = &[
    (
        "Customer,Invoice No,Invoice Date,Due Date,Amount\n\
         A,1,2013-01-05,2013-13-40,5\n\
         A,2,00:00.0,2013-02-04,5\n\
         A,3,,2013-02-04,5\n\
         A,4,2013-01-05,2013-01-04,5\n",
        "row 2: due date \"2013-13-40\" is not a date\n\
         row 3: invoice date \"00:00.0\" is what a spreadsheet left of a date: export the \
         column as text\n\
         row 4: invoice date is missing\n\
         row 5: due date \"2013-01-04\" is before the invoice date; taken as it stands",
    ),
    (
        "Customer,Invoice No,Invoice Date,Amount\nA,1,1/2/2013,5\nA,2,3/4/2013,5\n",
        "row 2: invoice date \"1/2/2013\" could be day/month or month/day; read as month/day",
    ),
    (
        "Customer,Invoice No,Invoice Date,Amount\nA,1,13/2/2013,5\n\
         A,2,2/13/2013,5\nA,3,3/4/2013,5\n",
        "row 4: invoice date \"3/4/2013\" could be day/month or month/day: the file uses both",
    ),
    (
        "Customer,Invoice No,Amount\n\
         A,1,five\nA,2,12%\nA,3,0.125\nA,4,90071992547409.92\nA,5,\nA,6,USD 5\nA,7,-\n",
        "row 2: amount \"five\" is not an amount\n\
         row 3: amount \"12%\" is not an amount\n\
         row 4: amount \"0.125\" has more decimals than CNY\n\
         row 5: amount \"90071992547409.92\" is beyond the largest amount\n\
         row 6: amount is missing",
    ),
    (
        "Customer;Invoice No;Amount\nA;1;1.234,5\nA;2;1,234.5\nA;3;1.234\n",
        "row 4: amount \"1.234\" could be thousands or decimals",
    ),
    (
        "Customer,Invoice No,Amount,Currency\nA,1,5,XXQ\nA,2,€5,USD\nA,3,$5,USD\n",
        "row 2: currency \"XXQ\" is not a currency\n\
         row 3: amount \"€5\" is not in USD",
    ),
    (
        "Customer,Invoice No,Amount\nA,6.22E+18,5\nB,1234567890123456.0,5\n",
        "row 2: number \"6.22E+18\" is what a spreadsheet left of a long number: \
         export the column as text\n\
         row 3: number \"1234567890123456.0\" is what a spreadsheet left of a long number: \
         export the column as text",
    ),
    (
        "Customer,Invoice No,Amount\nA,1,5\nA,1,5\nA,2,5\nB,1,5\nA,2,6\n",
        "row 3: number \"1\": the same row as row 2, kept once\n\
         row 4: number \"2\" also stands in row 6 with different content\n\
         row 6: number \"2\" also stands in row 4 with different content",
    ),
    (
        "Customer,Invoice No,Amount\nA,1,1,234.56\nA,2\nA,3,\"5\nA,4,5\n",
        "row 2: 4 cells under 3 headings; first extra cell \"234.56\"\n\
         row 3: 2 cells under 3 headings; the missing ones count as blank\n\
         row 3: amount is missing\n\
         row 4: the quotation mark before amount \"\"5\" is never closed; the row is not taken",
    ),
    (
        "Customer,Invoice No,Amount,Received,Balance\n\
         A,1,100,40,70\nA,2,100,-40,\nA,3,100,,120\nA,4,100,130,-30\nA,5,100,,\n",
        "row 2: amount 100.00 less received 40.00 is not the outstanding 70.00\n\
         row 3: amount received \"-40\" has not the sign of the amount\n\
         row 4: amount outstanding \"120\" is more than the amount\n\
         row 5: amount received \"130\" is more than the amount; the excess is unapplied",
    ),
    (
        "Customer Code,Customer Name,Invoice No,Amount\n,,1,5\n,Acme,2,5\n",
        "row 2: no customer code and no name; taken under \"unknown customer\"",
    ),
    (
        "Customer,Invoice No,Amount,Terms,Disputed,Doc type\n\
         A,1,5,NAA8,maybe,AB\nA,2,5,net 30,yes,AB\nA,3,5,,no,XY\n",
        "row 2: document kind \"AB\" is not a kind known here; taken by the sign of its amount\n\
         row 2: payment terms \"NAA8\" are not terms known here; taken without a due date\n\
         row 2: disputed \"maybe\" is neither yes nor no; taken as undisputed\n\
         row 4: document kind \"XY\" is not a kind known here; taken by the sign of its amount",
    ),
    (
        "Customer,Invoice No,Invoice Date,Amount\nA,1,2013-01-05,5\n小计,,,5\n\
         Customer,Invoice No,Invoice Date,Amount\nA,2,2013-01-05,5\nTotal for A,,,10\n",
        "row 3: customer name \"小计\" is a total; skipped\n\
         row 4: the headings again; skipped\n\
         row 6: customer name \"Total for A\" is a total; skipped",
    ),
    (
        "Customer,Receipt Date,Amount received,Method\nA,2013-01-05,-5,cash\n\
         A,,5,cash\nA,2013-01-05,,\n",
        "row 2: amount \"-5\" is not more than zero: record a bounce or refund as such\n\
         row 3: receipt date is missing\n\
         row 4: amount is missing",
    ),
    (
        "Customer Code,Customer Name,Phone,Credit limit\nA,Acme,1,x\n,,2,\nA,Acme,3,5\n",
        "row 2: credit limit \"x\" is not an amount\n\
         row 3: no customer code and no name\n\
         row 4: customer code \"A\" is listed in row 2 already; that row counts",
    ),
];

#[test]
fn every_problem_is_said_with_row_column_and_value() {
    for (table, expected) in CASES {
        assert_eq!(said(&drafted(table)), *expected, "\n{table}");
    }
}

#[test]
fn characters_that_cannot_be_decoded_are_said() {
    let mut bytes = "Customer,Invoice No,Amount\nAcm\u{e9},1,5\n".as_bytes().to_vec();
    bytes.extend(b"Acm\xff,2,5\n");
    let draft = draft(&bytes, &options()).unwrap();
    let sentence = said(&draft);
    assert!(sentence.contains("row 3: customer name \"Acm\u{fffd}"), "{sentence}");
    assert!(sentence.ends_with("has characters that could not be read"), "{sentence}");
    assert_eq!(draft.rows_taken, 2);
}

/// A kind's place; a new kind does not compile until it is counted here.
fn place(kind: &ProblemKind) -> usize {
    use ProblemKind as Kind;
    match kind {
        Kind::NotADate => 0,
        Kind::DateDestroyed => 1,
        Kind::AmbiguousDate => 2,
        Kind::MixedDayOrder => 3,
        Kind::BlankDate => 4,
        Kind::NotAnAmount => 5,
        Kind::AmbiguousAmount => 6,
        Kind::TooManyDecimals { .. } => 7,
        Kind::AmountBeyondLimit => 8,
        Kind::BlankAmount => 9,
        Kind::ReceiptNotPositive => 10,
        Kind::DestroyedId => 11,
        Kind::DuplicateRow { .. } => 12,
        Kind::DuplicateNumberDiffers { .. } => 13,
        Kind::TooManyCells { .. } => 14,
        Kind::TooFewCells { .. } => 15,
        Kind::UnclosedQuote => 16,
        Kind::ColumnsContradict { .. } => 17,
        Kind::SignContradicts => 18,
        Kind::OutstandingExceedsAmount => 19,
        Kind::ReceivedExceedsAmount => 20,
        Kind::UnknownCurrency => 21,
        Kind::CurrencyContradicts { .. } => 22,
        Kind::UnknownCustomer => 23,
        Kind::BlankCustomer => 24,
        Kind::CustomerRepeated { .. } => 25,
        Kind::DueBeforeIssue => 26,
        Kind::TermsNotUnderstood => 27,
        Kind::NotYesOrNo => 28,
        Kind::KindNotUnderstood => 29,
        Kind::SubtotalSkipped => 30,
        Kind::HeadingRepeated => 31,
        Kind::DamagedText => 32,
    }
}

#[test]
fn the_cases_show_every_kind_of_problem() {
    let mut shown = [false; 33];
    shown[32] = true; // Shown by a test of its own: it needs bytes that are no text.
    for (table, _) in CASES {
        for problem in &drafted(table).problems {
            shown[place(&problem.kind)] = true;
            let chinese = crate::say::problem(problem, Language::Zh);
            assert!(chinese.starts_with(&format!("第 {} 行：", problem.row)), "{chinese}");
        }
    }
    let missing: Vec<usize> = (0..shown.len()).filter(|place| !shown[*place]).collect();
    assert_eq!(missing, Vec::<usize>::new());
}

#[test]
fn a_problem_in_chinese() {
    let draft = drafted("客户,发票号,发票日期,到期日,金额\nA,1,2013-01-05,2013-13-40,5\n");
    let sentence = problem(&draft.problems[0], Language::Zh);
    assert_eq!(sentence, "第 2 行：到期日“2013-13-40”不是日期");
    assert_eq!(draft.problems[0].column.as_deref(), Some("到期日"));
}

#[test]
fn refused_rows_do_not_stop_the_rest() {
    let draft = drafted(CASES[0].0);
    assert_eq!((draft.rows_taken, draft.rows_refused, draft.rows_skipped), (2, 2, 0));
    assert_eq!(draft.refusals().count(), 2);
}

fn missing(field: Field, headings: &[&str]) -> TableError {
    let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
    TableError::MissingColumn { field, headings }
}

#[rstest]
#[case::empty("", TableError::Empty)]
#[case::prose("Dear all\nplease find attached\n", TableError::NotATable)]
#[case::prose_with_commas("Dear all, hello\nplease, find\n", TableError::NoHeading)]
#[case::json("{\"a\": 1}", TableError::Unsupported { format: FileFormat::Json })]
#[case::only_headings("Customer,Invoice No,Amount\n", TableError::NoRows)]
#[case::no_amount("Customer,Invoice No,Due Date\nA,1,2013-01-05\n",
    missing(Field::Amount, &["Customer", "Invoice No", "Due Date"]))]
fn a_file_that_gives_nothing_says_why(#[case] text: &str, #[case] error: TableError) {
    assert_eq!(draft(text.as_bytes(), &options()).err(), Some(error.clone()));
    assert!(!table_error(&error, Language::Zh).is_empty());
}

#[test]
fn a_large_file_is_refused_by_its_size() {
    let error = check_size(200_000_000).unwrap_err();
    assert!(table_error(&error, Language::En).contains("200 MB"));
    assert_eq!(check_size(FILE_BYTES_MAX), Ok(()));
}

#[test]
fn a_mapped_heading_must_exist() {
    let map = vec![(Field::Amount, "Sum".to_owned())];
    let options = Options { map, ..options() };
    let error = draft(b"Customer,Invoice No,Amount\nA,1,5\n", &options).unwrap_err();
    assert_eq!(table_error(&error, Language::En), "there is no heading \"Sum\" for amount");
}

#[cfg(feature = "xlsx")]
#[rstest]
#[case(b"PK\x03\x04 no archive at all".to_vec())]
#[case(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook at all".to_vec())]
fn a_damaged_spreadsheet_is_named(#[case] bytes: Vec<u8>) {
    let error = draft(&bytes, &options()).unwrap_err();
    assert!(matches!(error, TableError::Damaged { .. }), "{error:?}");
}
