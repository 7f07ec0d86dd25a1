//! Plans: on track, broken, completed, ended (D6).
//! Never a plan that forgets a missed instalment.

use huikuan::id::Key;
use huikuan::record::{Plan, Tier};
use huikuan::rule::agreement::{PlanStatus, plans};
use huikuan::workbook::{Command, Rejection};

use crate::laptop::{Laptop, date, money, plan, received, share};

fn in_two() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-01", "2025-02-01", "100"]);
    let instalments = ["2025-03-31 50", "2025-04-30 50"];
    mei.does(Command::AgreePlan(agreed(&instalments)));
    mei
}

/// A plan for all of it, with two days of grace.
fn agreed(instalments: &[&str]) -> Plan {
    Plan { grace_days: 2, ..plan("C1", &["INV-1"], "2025-03-01", instalments) }
}

fn status(mei: &Laptop, as_of: &str) -> PlanStatus {
    let account = mei.book.ledger().account(&Key::of("C1")).unwrap();
    plans(account, date(as_of))[0].status
}

#[test]
fn a_plan_is_on_track_until_a_grace_is_over() {
    let mei = in_two();
    assert_eq!(status(&mei, "2025-04-02"), PlanStatus::OnTrack);
    let broken = PlanStatus::Broken { instalment: 0, day: date("2025-04-03").number() };
    assert_eq!(status(&mei, "2025-04-03"), broken);
    assert_eq!(mei.next("C1", Tier::B, "2025-04-02"), "waiting nothing to demand");
    assert_eq!(mei.next("C1", Tier::B, "2025-04-03"), "due step 1");
}

#[test]
fn instalments_that_come_in_time_keep_it_on_track_to_its_end() {
    let mut mei = in_two();
    mei.receives(received("C1", "2025-04-02", "50"), vec![share("C1", "INV-1", "50")]);
    assert_eq!(status(&mei, "2025-04-03"), PlanStatus::OnTrack);
    mei.receives(received("C1", "2025-04-20", "50"), vec![share("C1", "INV-1", "50")]);
    assert_eq!(status(&mei, "2025-04-20"), PlanStatus::Completed);
    assert_eq!(status(&mei, "2025-04-19"), PlanStatus::OnTrack);
}

#[test]
fn money_that_comes_late_does_not_mend_it() {
    let mut mei = in_two();
    mei.receives(received("C1", "2025-04-05", "50"), vec![share("C1", "INV-1", "50")]);
    assert!(matches!(status(&mei, "2025-04-06"), PlanStatus::Broken { instalment: 0, .. }));
}

#[test]
fn a_plan_that_does_not_add_up_is_refused() {
    let mut mei = in_two();
    let instalments = ["2025-03-31 50", "2025-04-30 49.99"];
    let refused = mei.tries(Command::AgreePlan(agreed(&instalments)));
    let why = Rejection::PlanDoesNotAddUp { instalments: money("99.99"), owed: money("100") };
    assert_eq!(refused, Err(why));
}
