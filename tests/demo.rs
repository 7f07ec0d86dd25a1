//! Demo books: every seed, day and language gives a book in which every column shows something.
//! Never compares with a book of another version: the story may change.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it should be, and says what it skipped"
)]

use huikuan::calendar::Date;
use huikuan::demo::{Size, book, diverged, invoice_table};
use huikuan::journal::Journal;
use huikuan::ledger::{Finding, Ledger};
use huikuan::record::Fact;
use huikuan::rule::balance::aging::aging;
use huikuan::rule::balance::bucket::{Buckets, Column};
use huikuan::say::Language;
use huikuan::workbook::Workbook;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn small(seed: u64, language: Language, today: &str) -> Workbook {
    book(Size::SMALL, seed, language, date(today)).unwrap()
}

#[test]
fn every_column_of_the_first_look_shows_something() {
    for language in [Language::Zh, Language::En] {
        for (seed, today) in [(1, "2026-03-31"), (2, "2025-12-28"), (3, "2024-02-29")] {
            for seed in (0..20).map(|round| seed + 10 * round) {
                let book = small(seed, language, today);
                let buckets = Buckets::of(&book.ledger().policy().aging);
                let report = aging(book.ledger(), &buckets, date(today));
                assert_eq!(report.currencies.len(), 2, "seed {seed} on {today}");
                let base = book.ledger().policy().base_currency;
                let section = report.currencies.iter().find(|s| s.currency == base).unwrap();
                for column in buckets.columns() {
                    let amount = section.total.amount(column);
                    let owed_to_customers = matches!(
                        column,
                        Column::Unapplied | Column::Prepayment | Column::StandingCredit
                    );
                    let expected = if owed_to_customers { -1 } else { 1 };
                    assert_eq!(amount.signum(), expected, "{column:?}: seed {seed} on {today}");
                }
            }
        }
    }
}

#[test]
fn the_first_look_has_every_kind_of_fact_and_nothing_to_settle() {
    let book = small(1, Language::Zh, "2026-03-31");
    let facts = || book.journal().entries().iter().flat_map(|entry| &entry.facts);
    let count = |is: fn(&Fact) -> bool| facts().filter(|fact| is(fact)).count();
    assert_eq!(book.ledger().accounts().count(), 18);
    assert!((110..130).contains(&count(|fact| matches!(fact, Fact::Document(_)))));
    assert!(count(|fact| matches!(fact, Fact::Receipt(_))) > 60);
    assert!(count(|fact| matches!(fact, Fact::Allocation(_))) > 60);
    let kinds: [fn(&Fact) -> bool; 9] = [
        |fact| matches!(fact, Fact::Refund(_)),
        |fact| matches!(fact, Fact::WriteOff(_)),
        |fact| matches!(fact, Fact::Recovery(_)),
        |fact| matches!(fact, Fact::Dispute(_)),
        |fact| matches!(fact, Fact::DisputeResolved(_)),
        |fact| matches!(fact, Fact::ExchangeRate(_)),
        |fact| matches!(fact, Fact::Amend(_)),
        |fact| matches!(fact, Fact::Reverse(_)),
        |fact| matches!(fact, Fact::Retract(_)),
    ];
    for (place, kind) in kinds.into_iter().enumerate() {
        assert!(count(kind) > 0, "kind {place}");
    }
    assert_eq!(book.ledger().findings().collect::<Vec<&Finding>>(), Vec::<&Finding>::new());
    let last = book.journal().entries().last().unwrap();
    assert!(last.recorded_at.day().unwrap() < date("2026-03-31"));
}

#[test]
fn one_seed_gives_one_book() {
    let book = small(1, Language::Zh, "2026-03-31");
    assert_eq!(small(1, Language::Zh, "2026-03-31").journal().entries(), book.journal().entries());
    for other in [
        small(2, Language::Zh, "2026-03-31"),
        small(1, Language::En, "2026-03-31"),
        small(1, Language::Zh, "2026-04-01"),
    ] {
        assert_ne!(other.id(), book.id());
    }
}

#[test]
fn a_larger_book_lives_on_tables_and_folds_to_what_it_was() {
    let today = date("2026-03-31");
    let book = book(Size::of(2_000), 1, Language::Zh, today).unwrap();
    let documents: usize = book.ledger().accounts().map(|held| held.documents.len()).sum();
    assert!((1_980..2_020).contains(&documents), "{documents} documents");
    let funds: usize = book.ledger().accounts().map(|held| held.funds.len()).sum();
    assert!((1_950..2_050).contains(&funds), "{funds} funds");
    assert_eq!(book.ledger().accounts().count(), 40);
    let mut journal = Journal::default();
    for entry in book.journal().entries().iter().rev() {
        journal.add(entry.clone());
    }
    assert!(Ledger::fold(&journal).same(book.ledger()));
}

#[test]
fn two_copies_went_separate_ways() {
    let today = date("2026-03-31");
    let book = book(Size::of(1_000), 1, Language::Zh, today).unwrap();
    let (mut left, right) = diverged(&book, 60, 5, Language::Zh, today).unwrap();
    let held = book.journal().entries().len();
    assert!(left.journal().entries().len() > held + 40);
    assert!(right.journal().entries().len() > held + 40);
    let new = left.add(right.journal().entries().to_vec());
    assert_eq!(new.len(), right.journal().entries().len() - held);
    let conflict = |finding: &&Finding| matches!(finding, Finding::FieldConflict { .. });
    assert!(left.ledger().findings().filter(conflict).count() > 0);
}

#[test]
fn a_table_has_a_heading_and_its_rows() {
    let table = invoice_table(500, 1, Language::Zh, date("2026-03-31"));
    assert_eq!(table.lines().count(), 501);
    assert!(table.lines().all(|line| line.split(',').count() == 8));
}
