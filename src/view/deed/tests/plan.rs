//! Plans of instalments: what they cover, how they are split (D6).

use super::*;
use crate::record::{Delay, DocumentFields, Schedule, Share, Terms, TermsLine, TermsStart};
use crate::rule::collection::demands;
use crate::view::contact_form::equal_parts;

#[test]
fn who_asks_for_a_plan_may_leave_it_open_or_agree_one() {
    let mut desk = Desk::new();
    let open = desk.record(&contact(), &[(F::Result, ASKS_FOR_PLAN)]).unwrap();
    assert!(matches!(open.as_slice(), [Fact::Contact(_)]), "{open:?}");
    let rows = "2026-4-1|60;2026-5-1|40;|";
    let filled = [(F::Result, ASKS_FOR_PLAN), (F::Instalments, rows), (F::GraceDays, "3")];
    let agreed = desk.record(&contact(), &filled).unwrap();
    let [Fact::Contact(_), Fact::Plan(plan)] = agreed.as_slice() else { panic!("{agreed:?}") };
    assert_eq!((plan.instalments.len(), plan.items.len(), plan.grace_days), (2, 1, 3));
}

#[test]
fn a_sum_is_split_into_equal_months_and_the_last_takes_the_rest() {
    let sum = "100.00 CNY".parse().unwrap();
    let parts = equal_parts(sum, 3, day("2026-01-31"));
    let text: Vec<String> = parts.iter().map(|(on, amount)| format!("{on} {amount}")).collect();
    let expected = ["2026-01-31 33.33 CNY", "2026-02-28 33.33 CNY", "2026-03-31 33.34 CNY"];
    assert_eq!(text, expected);
    assert!(equal_parts(sum, 0, today()).is_empty());
}

/// A-1 with 90.00 due on 31 January and 10.00 of retention due on 2 March.
fn with_retention() -> Desk {
    let mut desk = Desk::new();
    let line =
        |share, days, retention| TermsLine { share, delay: vec![Delay::Days(days)], retention };
    let terms = Terms {
        start: TermsStart::Issue,
        lines: vec![
            line(Share::OfTotal("0.9".parse().unwrap()), 30, false),
            line(Share::Rest, 60, true),
        ],
    };
    let schedule = Schedule { terms: Some(terms), ..Schedule::default() };
    let document = desk.account().documents[0].reference.clone();
    let fields = DocumentFields { schedule: Some(schedule), ..DocumentFields::default() };
    desk.apply(Command::AmendDocument { document, fields, reason: None }).unwrap();
    desk
}

#[test]
fn retention_whose_day_is_over_is_part_of_the_plan_of_all_that_is_overdue() {
    let mut desk = with_retention();
    assert_eq!(desk.begin(&Deed::Plan).plan_owed(), "100.00 CNY".parse().unwrap());
    desk.record(&Deed::Plan, &[]).unwrap();
    let policy = desk.book.ledger().policy();
    let demanded = demands(desk.account(), policy, today());
    let minor: Vec<(i64, i64)> =
        demanded.items.iter().map(|item| (item.planned_minor, item.demanded_minor)).collect();
    assert_eq!(minor, [(9_000, 0), (1_000, 0)]);
}

#[test]
fn retention_before_its_day_is_in_no_plan_of_what_is_overdue() {
    let desk = with_retention();
    let before = day("2026-03-01");
    let form = Form::begin(&Deed::Plan, desk.book.ledger(), desk.account(), before, "Ann");
    assert_eq!(form.plan_owed(), "90.00 CNY".parse().unwrap());
}
