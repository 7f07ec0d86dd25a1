//! Discounts that were taken: earned, late, accepted, claimed back, bounced (E3).

use huikuan::id::{FactId, Key};
use huikuan::record::{Discount, DiscountAccepted, ReverseSubject, TakenDiscount};
use huikuan::rule::incentive::discount::{GrantState, grants};
use huikuan::workbook::{Command, Rejection};

use crate::laptop::{Laptop, date, item, money, received, share};
use crate::shop::{account, offer, proposed, shop, within};

/// An invoice of 1,000 with 2 % within ten days, of which 490 came in time.
fn half_paid() -> Laptop {
    let mut mei = shop(offer(vec![within(10, "0.02")]));
    mei.invoices("C1", "INV-1", ["2026-01-10", "2026-02-09", "1000"]);
    let shares = proposed(&mei, "2026-01-20", "490");
    mei.receives(received("C1", "2026-01-20", "490"), shares);
    mei
}

/// The rest less its discount came two days late.
fn late(mei: &mut Laptop) -> FactId {
    let mut rest = share("C1", "INV-1", "490");
    rest.discount = Some(TakenDiscount {
        amount: money("10"),
        base: money("500"),
        offer: "早付优惠".to_owned(),
        rate: Some("0.02".parse().unwrap()),
        last_on: Some(date("2026-01-20")),
    });
    mei.receives(received("C1", "2026-01-22", "490"), vec![rest]);
    account(mei).dealings.discounts[1].fact
}

fn states(mei: &Laptop, as_of: &str) -> Vec<(GrantState, String)> {
    let told = grants(account(mei), date(as_of)).into_iter();
    told.map(|grant| (grant.state, grant.taken.amount.amount_text())).collect()
}

const LATE: &str = "C1 took 10.00 on 2026-01-22, after 2026-01-20";

#[test]
fn paid_and_discount_and_open_are_what_was_invoiced() {
    let mei = half_paid();
    mei.reads("2026-01-19", &["C1 INV-1: 1000.00 not due", "C1 = 1000.00"]);
    mei.reads("2026-01-20", &["C1 INV-1: 500.00 not due", "C1 = 500.00"]);
    assert_eq!(states(&mei, "2026-01-20"), [(GrantState::Earned, "10.00".to_owned())]);
    mei.finds(&[]);
}

#[test]
fn a_late_one_is_a_finding_until_it_is_accepted() {
    let mut mei = half_paid();
    let discount = late(&mut mei);
    mei.finds(&[LATE]);
    mei.reads("2026-01-22", &[]);
    assert_eq!(states(&mei, "2026-01-22")[1].0, GrantState::TakenLate);
    let accepted = |reason: &str| DiscountAccepted {
        customer: Key::of("C1"),
        discount,
        on: date("2026-01-25"),
        by: "刘总".to_owned(),
        reason: reason.to_owned(),
    };
    let without = Command::AcceptDiscount(accepted(" "));
    assert_eq!(mei.tries(without), Err(Rejection::ReasonMissing));
    mei.does(Command::AcceptDiscount(accepted("合作多年")));
    mei.finds(&[]);
    assert_eq!(states(&mei, "2026-01-24")[1].0, GrantState::TakenLate);
    assert_eq!(states(&mei, "2026-01-25")[1].0, GrantState::Accepted);
}

#[test]
fn a_late_one_that_is_claimed_back_is_owed_again_from_that_day() {
    let mut mei = half_paid();
    let discount = late(&mut mei);
    mei.reverses("C1", ReverseSubject::Fact(discount), "2026-01-26");
    mei.finds(&[]);
    mei.reads("2026-01-25", &[]);
    mei.reads("2026-01-26", &["C1 INV-1: 10.00 not due", "C1 = 10.00"]);
    assert_eq!(states(&mei, "2026-01-26")[1].0, GrantState::Ended);
}

#[test]
fn a_bounce_takes_the_discount_with_it() {
    let mut mei = half_paid();
    let fund = account(&mei).funds[0].reference.clone();
    mei.reverses("C1", ReverseSubject::Fund(fund), "2026-01-28");
    mei.reads("2026-01-27", &["C1 INV-1: 500.00 not due", "C1 = 500.00"]);
    mei.reads("2026-01-28", &["C1 INV-1: 1000.00 not due", "C1 = 1000.00"]);
    assert_eq!(states(&mei, "2026-01-28"), [(GrantState::Ended, "10.00".to_owned())]);
}

#[test]
fn a_retracted_receipt_takes_the_discount_with_it() {
    let mut mei = half_paid();
    mei.undoes();
    mei.reads("2026-01-20", &["C1 INV-1: 1000.00 not due", "C1 = 1000.00"]);
    assert_eq!(states(&mei, "2026-01-20"), []);
    mei.redoes();
    mei.reads("2026-01-20", &["C1 INV-1: 500.00 not due", "C1 = 500.00"]);
}

#[test]
fn one_without_a_rule_needs_a_reason_and_a_name() {
    let mut mei = half_paid();
    let grant = |reason: &str, approver: &str| {
        Command::GrantDiscount(Discount {
            customer: Key::of("C1"),
            item: item("C1", "INV-1", 0),
            on: date("2026-01-25"),
            allocation: None,
            taken: TakenDiscount {
                amount: money("1"),
                base: money("500"),
                offer: String::new(),
                rate: None,
                last_on: None,
            },
            reason: reason.to_owned(),
            approver: approver.to_owned(),
        })
    };
    assert_eq!(mei.tries(grant("", "刘总")), Err(Rejection::ReasonMissing));
    assert_eq!(mei.tries(grant("样品", "")), Err(Rejection::ApproverMissing));
    mei.does(grant("样品", "刘总"));
    mei.reads("2026-01-25", &["C1 INV-1: 499.00 not due", "C1 = 499.00"]);
}
