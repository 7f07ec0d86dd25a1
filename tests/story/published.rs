//! Figures that others published, on the ledger as a whole; those of single rules stand with them.
//! Never netted: a credit note that settles nothing has its own column here.

use huikuan::record::DocumentKind;
use rstest::rstest;

use crate::laptop::{Laptop, claim, received, share};

/// A desktop accounting program's own case: six invoices, three receipts, one credit note.
fn published() -> Laptop {
    let mut mei = Laptop::begins("mei");
    for (number, issued_on, due_on, amount) in [
        ("A", "1980-01-13", "1980-03-18", "11.50"),
        ("B", "1980-02-13", "1980-04-18", "7.50"),
        ("C", "1980-03-13", "1980-05-18", "8.50"),
        ("D", "1980-04-13", "1980-06-18", "4.00"),
        ("E", "1980-04-18", "1980-04-18", "200.00"),
        ("F", "1980-05-13", "1980-07-18", "6.75"),
    ] {
        mei.invoices("C1", number, [issued_on, due_on, amount]);
    }
    for (number, received_on, amount) in
        [("A", "1980-03-18", "1.50"), ("A", "1980-03-20", "2.00"), ("E", "1980-04-19", "200.00")]
    {
        mei.receives(received("C1", received_on, amount), vec![share("C1", number, amount)]);
    }
    mei.records(DocumentKind::CreditNote, "C1", "CN", claim("1980-06-22", "", "3.00"));
    mei
}

#[rstest]
#[case::as_published(
    "1980-07-01",
    "A: 8.00 91–180 days · B: 7.50 61–90 days · C: 8.50 31–60 days · D: 4.00 1–30 days · \
     F: 6.75 not due · CN: -3.00 standing credit = 31.75"
)]
#[case::before_the_credit_note(
    "1980-06-21",
    "A: 8.00 91–180 days · B: 7.50 61–90 days · C: 8.50 31–60 days · D: 4.00 1–30 days · \
     F: 6.75 not due = 34.75"
)]
#[case::the_due_day_is_not_overdue(
    "1980-06-18",
    "A: 8.00 91–180 days · B: 7.50 61–90 days · \
     C: 8.50 31–60 days · D: 4.00 not due · F: 6.75 not due = 34.75"
)]
#[case::paid_the_day_after(
    "1980-04-19",
    "A: 8.00 31–60 days · B: 7.50 1–30 days · C: 8.50 not due · D: 4.00 not due = 28.00"
)]
#[case::due_on_its_own_day(
    "1980-04-18",
    "A: 8.00 31–60 days · B: 7.50 not due · C: 8.50 not due · D: 4.00 not due · \
     E: 200.00 not due = 228.00"
)]
#[case::between_two_receipts(
    "1980-03-19",
    "A: 10.00 1–30 days · B: 7.50 not due · C: 8.50 not due = 26.00"
)]
#[case::before_anything("1980-01-12", "")]
fn the_published_aging_reads_so_on_each_day(#[case] as_of: &str, #[case] expected: &str) {
    let lines = published().read(as_of);
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_start_matches("C1 ")).collect();
    let read = lines.join(" · ").replace(" · = ", " = ");
    assert_eq!(read, expected);
}

#[test]
fn the_published_totals_net_the_credit_note_into_its_bucket() {
    let mei = published();
    let amount = |line: &String| -> i64 {
        let words: Vec<&str> = line.split(' ').collect();
        words[2].replace('.', "").parse().unwrap()
    };
    let lines = mei.read("1980-07-01");
    let sum =
        |column: &str| lines.iter().filter(|line| line.ends_with(column)).map(amount).sum::<i64>();
    // Theirs: 1.00 in 1–30, and everything above ninety days in one bucket.
    assert_eq!(sum("1–30 days") + sum("standing credit"), 100);
    let others = [sum("not due"), sum("31–60 days"), sum("61–90 days"), sum("91–180 days")];
    assert_eq!(others, [675, 850, 750, 800]);
}
