//! The published dunning cases (one item of 100, levels at 5, 20 and 40 days), and the level rules
//! of D2.
//! Never a level that a contact did not reach.

use huikuan::ledger::Finding;
use huikuan::record::Tier;
use rstest::rstest;

use crate::desk::{bare, step_done};
use crate::laptop::{Laptop, call, date, log, received, share};

/// An item of 100 that fell due on 2025-01-01, and levels at 5, 20 and 40 days.
fn item_of_100() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.plays(bare(&[5, 20, 40]));
    mei.invoices("C1", "INV-1", ["2024-12-01", "2025-01-01", "100"]);
    mei
}

/// The day on which the item is overdue for so many days.
fn day(overdue_days: i32) -> String {
    date("2025-01-01").plus_days(overdue_days).to_string()
}

/// What the person did, by days overdue: `done N`, `hold FROM TO`, `paid N`.
#[rstest]
#[case("", 4, "waiting step 1 from 2025-01-06")]
#[case("", 5, "due step 1")]
#[case("", 30, "due step 1")]
#[case("done 30", 30, "done, then step 2")]
#[case("done 30", 31, "due step 2")]
#[case("done 10,hold 30 40", 30, "waiting nothing to demand from 2025-02-11")]
#[case("done 10,hold 29 29", 30, "due step 2")]
#[case("done 5,hold 10 44", 45, "due step 2")]
#[case("done 5,paid 7", 45, "nothing")]
fn an_item_of_100_with_levels_at_5_20_and_40_days(
    #[case] done: &str,
    #[case] overdue_days: i32,
    #[case] next: &str,
) {
    let mut mei = item_of_100();
    let mut level = 0;
    for act in done.split(',').filter(|act| !act.is_empty()) {
        let words: Vec<&str> = act.split(' ').collect();
        let on = |place: usize| day(words[place].parse().unwrap());
        match words[0] {
            "done" => {
                level += 1;
                mei.contacts(step_done("C1", &on(1), level));
            }
            "hold" => {
                mei.holds("C1", [&on(1), &on(2)]);
            }
            _ => {
                let paid = received("C1", &on(1), "100");
                mei.receives(paid, vec![share("C1", "INV-1", "100")]);
            }
        }
    }
    assert_eq!(mei.next("C1", Tier::B, &day(overdue_days)), next);
    mei.is_sound();
}

#[test]
fn a_customer_who_was_never_contacted_starts_at_the_first_step() {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2024-12-01", "2025-01-01", "100000"]);
    for tier in Tier::ALL {
        assert_eq!(mei.next("C1", tier, &day(200)), "due step 1");
    }
}

#[test]
fn asking_again_and_after_two_weeks_gives_one_action() {
    let mei = item_of_100();
    let first = mei.task("C1", Some(Tier::C), &day(5));
    assert_eq!(mei.task("C1", Some(Tier::C), &day(5)), first);
    assert_eq!(mei.next("C1", Tier::C, &day(19)), "due step 1");
}

#[test]
fn a_change_of_tier_goes_on_at_the_same_place() {
    let mut mei = item_of_100();
    mei.contacts(step_done("C1", &day(5), 1));
    assert_eq!(mei.next("C1", Tier::C, &day(25)), "due step 2");
    assert_eq!(mei.next("C1", Tier::A, &day(25)), "due step 2");
}

#[test]
fn a_level_ends_when_nothing_is_overdue_and_begins_anew() {
    let mut mei = item_of_100();
    mei.invoices("C1", "INV-2", ["2025-01-01", "2025-03-01", "70"]);
    mei.contacts(step_done("C1", &day(5), 1));
    mei.receives(received("C1", &day(10), "100"), vec![share("C1", "INV-1", "100")]);
    let account = |mei: &Laptop| {
        let key = huikuan::id::Key::of("C1");
        mei.book.ledger().account(&key).unwrap().dealings.clone()
    };
    let level = |on: &str| account(&mei).level(date(on).number());
    assert_eq!(level(&day(9)), 1);
    assert_eq!(level(&day(10)), 0);
    assert_eq!(mei.next("C1", Tier::C, "2025-03-06"), "due step 1");
}

#[test]
fn a_level_stays_while_anything_is_overdue() {
    let mut mei = item_of_100();
    mei.invoices("C1", "INV-2", ["2024-12-01", "2025-01-05", "70"]);
    mei.contacts(step_done("C1", &day(6), 1));
    mei.receives(received("C1", &day(10), "100"), vec![share("C1", "INV-1", "100")]);
    assert_eq!(mei.next("C1", Tier::C, "2025-01-25"), "due step 2");
}

#[test]
fn a_failed_attempt_does_not_complete_the_step() {
    let mut mei = item_of_100();
    mei.contacts(call("C1", &day(5)));
    assert_eq!(mei.next("C1", Tier::C, &day(6)), "due step 1");
}

#[test]
fn a_step_out_of_order_is_refused() {
    let mut mei = item_of_100();
    let refused = mei.tries(log(step_done("C1", &day(5), 2)));
    let why = huikuan::workbook::Rejection::LevelOutOfOrder { level: 2, stands: 0 };
    assert_eq!(refused, Err(why));
    mei.contacts(step_done("C1", &day(5), 1));
    assert!(mei.tries(log(step_done("C1", &day(6), 1))).is_err());
}

#[test]
fn two_collectors_keep_both_contacts_and_one_next_step() {
    let mut mei = item_of_100();
    let mut tao = mei.copied_to("tao");
    mei.contacts(step_done("C1", &day(5), 1));
    tao.contacts(step_done("C1", &day(6), 1));
    mei.exchanges(&mut tao);
    let key = huikuan::id::Key::of("C1");
    assert_eq!(mei.book.ledger().account(&key).unwrap().dealings.contacts.len(), 2);
    assert_eq!(mei.next("C1", Tier::C, &day(20)), "due step 2");
    mei.finds(&[]);
}

#[test]
fn a_step_back_after_a_merge_raises_a_finding() {
    let mut mei = item_of_100();
    let mut tao = mei.copied_to("tao");
    mei.contacts(step_done("C1", &day(5), 1));
    mei.contacts(step_done("C1", &day(20), 2));
    tao.contacts(step_done("C1", &day(22), 1));
    mei.exchanges(&mut tao);
    let contradicts = |finding: &&Finding| {
        matches!(finding, Finding::LevelsContradict { recorded: 1, stands: 2, .. })
    };
    assert_eq!(mei.findings().iter().filter(|it| contradicts(it)).count(), 1);
    assert_eq!(mei.next("C1", Tier::C, &day(40)), "due step 3");
}
