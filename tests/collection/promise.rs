//! The published promise cases, and the rules of FIGURES on promises.
//! Never decides a promise before its tolerance is over.

use huikuan::id::Key;
use huikuan::rule::agreement::{Fate, promises};
use rstest::rstest;

use crate::laptop::{Laptop, date, item, promise, received, share};

fn owes_100() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-01", "2025-02-01", "100"]);
    mei
}

/// Fate and level of every promise as of a day, with a tolerance of two days.
fn read(mei: &Laptop, as_of: &str) -> Vec<(Fate, u32)> {
    let account = mei.book.ledger().account(&Key::of("C1")).unwrap();
    let states = promises(account, 2, date(as_of));
    states.into_iter().map(|state| (state.fate, state.level)).collect()
}

/// 2025-03-08 is a Saturday: promised for it, received so much on a day, read on another.
#[rstest]
#[case("100 2025-03-10", "2025-03-11", Fate::Kept)]
#[case("100 2025-03-08", "2025-03-10", Fate::Open)]
#[case("100 2025-03-11", "2025-03-11", Fate::Broken)]
#[case("60 2025-03-10", "2025-03-11", Fate::PartlyKept)]
#[case("", "2025-03-10", Fate::Open)]
#[case("", "2025-03-11", Fate::Broken)]
#[case("100 2025-02-28", "2025-03-11", Fate::Broken)]
fn a_promise_is_judged_by_what_came_in_time(
    #[case] came: &str,
    #[case] as_of: &str,
    #[case] fate: Fate,
) {
    let mut mei = owes_100();
    mei.promised(promise("C1", ["2025-03-01", "2025-03-08", "100"]));
    if let Some((amount, on)) = came.split_once(' ') {
        mei.receives(received("C1", on, amount), Vec::new());
    }
    assert_eq!(read(&mei, as_of), [(fate, 1)]);
}

#[test]
fn a_new_promise_after_a_broken_one_is_level_2() {
    let mut mei = owes_100();
    mei.promised(promise("C1", ["2025-03-01", "2025-03-08", "100"]));
    mei.promised(promise("C1", ["2025-03-12", "2025-03-20", "100"]));
    assert_eq!(read(&mei, "2025-03-12"), [(Fate::Broken, 1), (Fate::Open, 2)]);
}

#[test]
fn withdrawing_an_open_promise_counts_as_unkept() {
    let mut mei = owes_100();
    let first = mei.promised(promise("C1", ["2025-03-01", "2025-03-08", "100"]));
    mei.ends("C1", first, "2025-03-05");
    mei.promised(promise("C1", ["2025-03-05", "2025-03-20", "100"]));
    assert_eq!(read(&mei, "2025-03-05"), [(Fate::Withdrawn, 1), (Fate::Open, 2)]);
    assert_eq!(read(&mei, "2025-03-04"), [(Fate::Open, 1)]);
}

#[test]
fn a_kept_promise_for_a_part_leaves_the_rest_at_level_1() {
    let mut mei = owes_100();
    mei.promised(promise("C1", ["2025-03-01", "2025-03-08", "40"]));
    mei.receives(received("C1", "2025-03-07", "40"), vec![share("C1", "INV-1", "40")]);
    mei.promised(promise("C1", ["2025-03-12", "2025-03-20", "60"]));
    assert_eq!(read(&mei, "2025-03-12"), [(Fate::Kept, 1), (Fate::Open, 1)]);
}

#[test]
fn each_cent_serves_the_earliest_promise_first() {
    let mut mei = owes_100();
    mei.promised(promise("C1", ["2025-03-01", "2025-03-08", "60"]));
    mei.promised(promise("C1", ["2025-03-01", "2025-03-07", "40"]));
    mei.receives(received("C1", "2025-03-07", "70"), Vec::new());
    assert_eq!(read(&mei, "2025-03-11"), [(Fate::PartlyKept, 1), (Fate::Kept, 2)]);
}

#[test]
fn a_promise_on_an_item_looks_at_what_was_allocated_to_it() {
    let mut mei = owes_100();
    mei.invoices("C1", "INV-2", ["2025-01-01", "2025-02-01", "50"]);
    let items = vec![item("C1", "INV-1", 0)];
    mei.promised(huikuan::record::Promise {
        items,
        ..promise("C1", ["2025-03-01", "2025-03-08", "100"])
    });
    mei.receives(received("C1", "2025-03-07", "50"), vec![share("C1", "INV-2", "50")]);
    assert_eq!(read(&mei, "2025-03-11"), [(Fate::Broken, 1)]);
    mei.receives(received("C1", "2025-03-08", "100"), vec![share("C1", "INV-1", "100")]);
    assert_eq!(read(&mei, "2025-03-11"), [(Fate::Kept, 1)]);
}

#[test]
fn a_bounce_after_the_tolerance_leaves_the_earlier_days_as_they_were() {
    let mut mei = owes_100();
    mei.promised(promise("C1", ["2025-03-01", "2025-03-08", "100"]));
    let fund = mei.receives(received("C1", "2025-03-07", "100"), Vec::new());
    mei.reverses("C1", huikuan::record::ReverseSubject::Fund(fund), "2025-03-20");
    assert_eq!(read(&mei, "2025-03-19"), [(Fate::Kept, 1)]);
    assert_eq!(read(&mei, "2025-03-20"), [(Fate::Broken, 1)]);
}
