//! Demo books: every seed, day and language gives a book in which every column shows something.
//! Never compares with a book of another version: the story may change.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it should be, and says what it skipped"
)]

use huikuan::calendar::Date;
use huikuan::demo::{Size, book, diverged, invoice_table};
use huikuan::journal::Journal;
use huikuan::ledger::Dealings;
use huikuan::ledger::{Finding, Ledger};
use huikuan::record::{CaseKind, CaseStage, ContactResult, EvidenceKind, Fact, StatementAnswer};
use huikuan::rule::agreement::{Fate, PlanStatus, plans, promises};
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
    assert!((110..140).contains(&count(|fact| matches!(fact, Fact::Document(_)))));
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

/// What collectors find when they open the book: something of everything.
#[test]
fn the_first_look_is_lived_in() {
    for language in [Language::Zh, Language::En] {
        for (seed, today) in
            [(1, "2026-03-31"), (2, "2025-12-28"), (3, "2024-02-29"), (7, "2026-05-04")]
        {
            let book = small(seed, language, today);
            let told = format!("{language:?}, seed {seed} on {today}");
            looks_lived_in(&book, date(today), &told);
            assert_eq!(book.ledger().findings().collect::<Vec<&Finding>>(), Vec::<&Finding>::new());
        }
    }
}

fn looks_lived_in(book: &Workbook, today: Date, told: &str) {
    let day = today.number();
    let accounts: Vec<_> = book.ledger().accounts().collect();
    let dealings: Vec<&Dealings> = accounts.iter().map(|account| &account.dealings).collect();
    let overdue = accounts.iter().filter(|account| {
        let mut parts = account.parts.iter();
        parts.any(|part| part.due_day < day && account.outstanding(part, day) > 0)
    });
    assert!(overdue.count() >= 10, "{told}");

    let contacts: Vec<_> = dealings.iter().flat_map(|held| &held.contacts).collect();
    assert!(contacts.len() > 60, "{} contacts, {told}", contacts.len());
    let result = |wanted| contacts.iter().filter(|held| held.what.result == wanted).count();
    let results = [
        ContactResult::Promises,
        ContactResult::NoAnswer,
        ContactResult::AsksForPlan,
        ContactResult::LetterDelivered,
        ContactResult::VisitedMet,
        ContactResult::Sent,
    ];
    assert!(results.into_iter().all(|wanted| result(wanted) > 0), "{told}");
    assert!(dealings.iter().filter(|held| held.level(day) > 0).count() >= 3, "{told}");
    assert!(dealings.iter().any(|held| held.level(day) > 1), "{told}");

    let fates: Vec<(Fate, bool)> = accounts
        .iter()
        .flat_map(|account| promises(account, 2, today).into_iter().zip(std::iter::repeat(account)))
        .map(|(state, account)| (state.fate, state.of(account).unwrap().what.promised_on == today))
        .collect();
    for fate in [Fate::Kept, Fate::PartlyKept, Fate::Broken, Fate::Open] {
        assert!(fates.iter().any(|(held, _)| *held == fate), "{fate:?}: {told}");
    }
    assert!(fates.contains(&(Fate::Open, true)), "a promise for today: {told}");
    let states: Vec<PlanStatus> = accounts
        .iter()
        .flat_map(|account| plans(account, today))
        .map(|state| state.status)
        .collect();
    assert!(states.contains(&PlanStatus::OnTrack), "{states:?}: {told}");
    assert!(states.iter().any(|held| matches!(held, PlanStatus::Broken { .. })), "{told}");

    let any = |is: fn(&Dealings, i32) -> bool| dealings.iter().any(|held| is(held, day));
    let holds: [fn(&Dealings, i32) -> bool; 14] = [
        |held, day| held.holds.iter().any(|it| it.stands(day) && it.what.until.number() >= day),
        |held, day| held.appointments.iter().any(|it| it.what.on.number() >= day),
        |held, _| held.contacts.iter().any(|it| it.what.appointment.is_some()),
        |held, _| {
            held.statement_answers.iter().any(|it| it.what.answer == StatementAnswer::Confirmed)
        },
        |held, _| {
            held.statement_answers.iter().any(|it| it.what.answer != StatementAnswer::Confirmed)
        },
        |held, _| held.contracts.iter().any(|it| it.fields.late_rate.is_some()),
        |held, _| held.contracts.iter().any(|it| it.fields.late_rate.is_none()),
        |held, _| held.evaluations.len() > 1,
        |held, _| !held.decisions.is_empty(),
        |held, day| held.overrides.iter().any(|it| it.stands(day) && it.what.until.number() > day),
        |held, _| !held.alert_answers.is_empty(),
        at_law,
        |held, _| held.case_stages.iter().any(|it| it.what.stage == CaseStage::Placed),
        nearly_proven,
    ];
    for (place, is) in holds.into_iter().enumerate() {
        assert!(any(is), "dealing {place}: {told}");
    }
    let disputed = accounts.iter().flat_map(|account| &account.disputes);
    assert!(disputed.filter(|dispute| dispute.to_day > day).count() > 0, "{told}");
    let policy = book.ledger().policy();
    assert!(policy.team.iter().any(|member| member.until.is_some_and(|until| until < today)));
    assert!(policy.team.iter().any(|member| member.month_target.is_some()));
    assert!(policy.assignment.len() > 1);
    assert!(book.ledger().office().signed_off_until(today).is_some_and(|on| on < today));
}

/// A case at law with a deadline that is still to come.
fn at_law(held: &Dealings, day: i32) -> bool {
    let mut stages = held.case_stages.iter();
    held.cases.iter().any(|it| it.what.kind == CaseKind::Legal)
        && stages.any(|it| it.what.deadline.is_some_and(|by| by.number() > day))
}

/// A checklist that is nearly full: it says what is missing.
fn nearly_proven(held: &Dealings, _day: i32) -> bool {
    let there = |kind: &EvidenceKind| held.evidence.iter().any(|it| it.what.kind == *kind);
    EvidenceKind::CHECKLIST.iter().filter(|kind| there(kind)).count() == 4
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
    let contacts: usize = book.ledger().accounts().map(|held| held.dealings.contacts.len()).sum();
    assert!((1_000..1_400).contains(&contacts), "{contacts} contacts");
    let leveled = book.ledger().accounts().filter(|held| held.dealings.level(today.number()) > 0);
    assert!(leveled.count() > 10);
    let contradict = |finding: &&Finding| matches!(finding, Finding::LevelsContradict { .. });
    let found: Vec<&Finding> = book.ledger().findings().filter(contradict).collect();
    assert_eq!(found, Vec::<&Finding>::new());
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
