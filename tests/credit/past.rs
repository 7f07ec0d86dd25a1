//! A past day reads as it would have read then: whatever is dated later changes nothing (B2).

use huikuan::ledger::Ledger;
use huikuan::record::{ScorePolicy, SettingFields};
use huikuan::rule::collection::{TaskMemory, worklist};
use huikuan::rule::credit::{CreditMemory, alerts, credit, limitations};
use huikuan::workbook::Command;

use crate::book::{add, book};
use crate::laptop::date;

/// A year of one customer, and of another beside it, each line with the day on which it happened.
const YEAR: [(&str, &str); 23] = [
    ("2025-02-01", "C1 invoice A 2025-02-01 2025-03-01 1000"),
    ("2025-02-01", "C1 limit 5000"),
    ("2025-02-10", "C2 invoice A 2025-02-10 2025-03-10 2000"),
    ("2025-03-01", "C1 invoice B 2025-03-01 2025-04-01 3000"),
    ("2025-03-20", "C1 promises 2025-03-20 2025-03-25 1000 written A"),
    ("2025-04-05", "C1 pays A 2025-04-05 600"),
    ("2025-04-10", "C2 pays A 2025-04-10 2000"),
    ("2025-05-01", "C1 demand 2025-05-01 delivered"),
    ("2025-05-10", "C1 disputes B 2025-05-10 500"),
    ("2025-05-20", "C1 class regular 2025-05-20 2025-12-31"),
    ("2025-06-01", "C1 evaluated 2025-06-01 regular"),
    ("2025-06-02", "C2 invoice B 2025-06-02 2025-06-30 700"),
    ("2025-06-20", "C1 plans 2025-06-20 A 2025-08-01:200 2025-10-01:200"),
    ("2025-07-05", "C1 pays A 2025-07-05 100"),
    ("2025-07-15", "C2 tier A 2025-07-15 2025-08-15"),
    ("2025-08-01", "C1 answers OverdueDays 2025-08-01 2025-09-01"),
    ("2025-08-10", "C1 gives-up B 2025-08-10 200"),
    ("2025-09-01", "C2 contract K1 2025-09-01"),
    ("2025-09-10", "C1 class risk 2025-09-10 2025-10-10"),
    ("2025-10-01", "C1 invoice D 2025-10-01 2025-10-31 9000"),
    ("2025-11-01", "C1 statement 2025-11-01 2025-11-01 signed"),
    ("2025-12-01", "C2 pays B 2025-12-01 700"),
    ("2026-01-10", "C1 answers LimitExceeded 2026-01-10 -"),
];

fn figures(ledger: &Ledger, as_of: &str) -> String {
    let day = date(as_of);
    let report = credit(ledger, day);
    let alerts = alerts(ledger, &report);
    let periods = ledger.accounts().map(|account| limitations(account, ledger.policy(), day));
    let periods: Vec<_> = periods.collect();
    format!("{:?}\n{alerts:?}\n{periods:?}", report.customers)
}

#[test]
fn a_past_day_reads_as_it_would_have_read_then() {
    let all: Vec<&str> = YEAR.iter().map(|(_, line)| *line).collect();
    let whole = book(&all);
    let mut growing = book(&[]);
    let mut compared = 0;
    for (place, (day, line)) in YEAR.iter().enumerate() {
        add(&mut growing, line);
        // Several lines of one day belong together.
        if YEAR.get(place + 1).is_none_or(|(next, _)| next != day) && place > 2 {
            let (then, now) =
                (figures(growing.book.ledger(), day), figures(whole.book.ledger(), day));
            assert_eq!(then, now, "on {day}");
            compared += 1;
        }
    }
    assert!(compared > 15, "only {compared} days were compared");
}

#[test]
fn what_is_remembered_of_accounts_is_what_reading_them_anew_gives() {
    let (mut memory, mut tasks) = (CreditMemory::default(), TaskMemory::default());
    let mut growing = book(&[]);
    for (day, line) in &YEAR {
        add(&mut growing, line);
        let ledger = growing.book.ledger();
        // The day moves on, and back.
        for as_of in [*day, "2026-03-31", "2026-03-31"] {
            let remembered = memory.credit(ledger, date(as_of));
            let whole = credit(ledger, date(as_of));
            assert_eq!(remembered, whole, "{line} as of {as_of}");
            let list = worklist(ledger, ledger.policy(), &whole, date(as_of));
            assert_eq!(tasks.worklist(ledger, &whole, date(as_of)), list, "{line} as of {as_of}");
        }
    }
    // A customer that comes before the others, one that goes, and another policy.
    let before = growing.invoices("A0", "A", ["2025-01-01", "2025-01-31", "9000"]);
    let day = date("2026-03-31");
    assert_eq!(memory.credit(growing.book.ledger(), day), credit(growing.book.ledger(), day));
    growing.retracts(before);
    assert_eq!(memory.credit(growing.book.ledger(), day), credit(growing.book.ledger(), day));
    let score = growing.book.ledger().policy().score.clone();
    let score = Some(ScorePolicy { window_months: 1, ..score });
    growing.does(Command::SetPolicy(SettingFields { score, ..SettingFields::default() }));
    assert_eq!(memory.credit(growing.book.ledger(), day), credit(growing.book.ledger(), day));
}
