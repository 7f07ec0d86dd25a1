//! Late charges: the published cases, the examples of FIGURES, every mode and its edges (E7).

use huikuan::record::LateChargePolicy;
use rstest::rstest;

use crate::charge::{by_360, charging, owed, rate, rules};
use crate::laptop::{claim, date, invoice, item, money, received, share};

const LPR: [&str; 4] =
    ["2023-08-21 0.0345", "2024-07-22 0.0335", "2024-10-21 0.0310", "2025-05-20 0.0300"];

/// 0.05 % a day with three days of grace.
fn daily(spares_grace: bool) -> LateChargePolicy {
    LateChargePolicy { grace_days: 3, spares_grace, ..rules("daily 0.0005") }
}

#[rstest]
#[case::from_the_first_day(false, "500.00")]
#[case::from_the_day_after_the_grace(true, "350.00")]
fn a_tenth_day_with_three_of_grace(#[case] spares_grace: bool, #[case] total: &str) {
    let mut mei = owed(daily(spares_grace), "2025-01-10", "100000");
    mei.receives(received("C1", "2025-01-20", "100000"), vec![share("C1", "A", "100000")]);
    for as_of in ["2025-01-20", "2025-06-30"] {
        assert_eq!(mei.total(as_of), total, "paid and still charged on {as_of}");
    }
}

#[rstest]
#[case("2025-01-13", "—")]
#[case("2025-01-14", "200.00")]
fn within_the_grace_nothing_is_charged(#[case] paid_on: &str, #[case] total: &str) {
    let mut mei = owed(daily(false), "2025-01-10", "100000");
    assert_eq!(mei.total("2025-01-13"), "—", "nothing is late yet");
    mei.receives(received("C1", paid_on, "100000"), vec![share("C1", "A", "100000")]);
    assert_eq!(mei.total("2025-06-30"), total);
}

#[test]
fn money_in_the_grace_spares_its_share() {
    let mut mei = owed(daily(false), "2025-01-10", "100000");
    mei.receives(received("C1", "2025-01-12", "40000"), vec![share("C1", "A", "40000")]);
    assert_eq!(mei.total("2025-01-20"), "300.00");
    assert_eq!(mei.periods("2025-01-20"), ["2025-01-11 2025-01-20 10 60000.00 0.0005"]);
}

#[rstest]
#[case::fixed("fixed 1.5", "51750.00", 1)]
#[case::floating("floating 1.5", "47564.38", 4)]
fn a_multiple_of_the_reference_rate(
    #[case] mode: &str,
    #[case] total: &str,
    #[case] periods: usize,
) {
    let mut mei = owed(rules(mode), "2024-06-30", "1000000");
    mei.reference(&LPR);
    assert_eq!(mei.total("2025-06-30"), total);
    let charge = mei.charge("A", "2025-06-30").unwrap();
    assert_eq!((charge.periods.len(), charge.days()), (periods, 365));
}

#[test]
fn the_periods_of_a_floating_rate() {
    let mut mei = owed(rules("floating 1.5"), "2024-06-30", "1000000");
    mei.reference(&LPR);
    let expected = [
        "2024-07-01 2024-07-21 21 1000000.00 0.0345",
        "2024-07-22 2024-10-20 91 1000000.00 0.0335",
        "2024-10-21 2025-05-19 211 1000000.00 0.0310",
        "2025-05-20 2025-06-30 42 1000000.00 0.0300",
    ];
    assert_eq!(mei.periods("2025-06-30"), expected);
}

#[test]
fn a_published_claim_with_a_fee() {
    let fixed_fee = Some(money("10"));
    let mei = owed(rules("annual 0.10"), "2025-01-01", "100");
    assert_eq!(mei.total("2025-01-16"), "0.41");
    let charging = LateChargePolicy { fixed_fee, ..rules("annual 0.10") };
    let mei = owed(charging, "2025-01-01", "100");
    let claim = mei.charge("A", "2025-01-16").unwrap();
    let total = claim.total.unwrap();
    assert_eq!((total, claim.fee), (money("10.41"), fixed_fee));
    assert_eq!(total.minor() + money("100").minor(), money("110.41").minor());
    assert_eq!(mei.total("2025-01-01"), "—", "in time there is no fee");
}

#[test]
fn a_published_claim_by_360_days() {
    let mei = owed(by_360(rules("annual 0.065")), "2025-01-01", "1500");
    assert_eq!(mei.total("2025-01-11"), "2.71");
}

/// From 2023-09-01 to 2024-02-29 both days count: 182, the day before being the due day.
#[rstest]
#[case::actual_365(rules("fixed 1.5"), "179937.61")]
#[case::actual_360(by_360(rules("fixed 1.5")), "182436.75")]
fn a_published_judgment(#[case] charging: LateChargePolicy, #[case] total: &str) {
    let mut mei = owed(charging, "2023-08-31", "6973215.42");
    mei.reference(&LPR);
    assert_eq!(mei.total("2024-02-29"), total);
    assert_eq!(mei.charge("A", "2024-02-29").unwrap().days(), 182);
}

#[test]
fn the_balance_falls_on_the_day_of_each_receipt() {
    let mut mei = owed(rules("annual 0.365"), "2025-01-10", "1000");
    mei.receives(received("C1", "2025-01-15", "400"), vec![share("C1", "A", "400")]);
    mei.writes_off(item("C1", "A", 0), "100", "2025-01-17");
    let expected = [
        "2025-01-11 2025-01-15 5 1000.00 0.365",
        "2025-01-16 2025-01-17 2 600.00 0.365",
        "2025-01-18 2025-01-20 3 500.00 0.365",
    ];
    assert_eq!(mei.periods("2025-01-20"), expected);
    // 0.1 % a day: 5.00 + 1.20 + 1.50.
    assert_eq!(mei.total("2025-01-20"), "7.70");
}

#[test]
fn it_is_rounded_once_and_half_up() {
    // 0.002 for the first day and 2 × 0.001 for the next two.
    let mut mei = owed(rules("daily 0.002"), "2025-01-10", "1.00");
    mei.receives(received("C1", "2025-01-11", "0.50"), vec![share("C1", "A", "0.50")]);
    assert_eq!(mei.total("2025-01-13"), "0.00");
    // 0.002 + 3 × 0.001 = 0.005, of which neither period alone makes a cent.
    assert_eq!(mei.total("2025-01-14"), "0.01");
}

#[test]
fn minimum_and_cap_come_after_the_fee() {
    let charging = |fixed_fee, minimum, cap| LateChargePolicy {
        fixed_fee: Some(money(fixed_fee)),
        minimum: Some(money(minimum)),
        cap: Some(rate(cap)),
        ..rules("daily 0.0005")
    };
    let total = |rules| owed(rules, "2025-01-10", "1000").total("2025-01-20");
    assert_eq!(total(charging("3", "1", "1")), "8.00");
    assert_eq!(total(charging("3", "20", "1")), "20.00");
    assert_eq!(total(charging("3", "20", "0.015")), "15.00");
}

#[test]
fn a_fee_of_another_currency_is_not_added() {
    let fixed_fee = Some(money("10.00 USD"));
    let mei = owed(LateChargePolicy { fixed_fee, ..rules("daily 0.0005") }, "2025-01-10", "1000");
    assert_eq!(mei.total("2025-01-20"), "5.00");
}

#[test]
fn without_a_reference_rate_it_is_not_known() {
    let mut mei = owed(rules("fixed 1.5"), "2024-06-30", "1000");
    assert_eq!(mei.total("2024-07-10"), "NoReferenceRate { on: 2024-07-01 }");
    mei.reference(&["2024-07-02 0.0335"]);
    assert_eq!(mei.total("2024-07-10"), "NoReferenceRate { on: 2024-07-01 }");
    mei.charges(rules("floating 1.5"));
    assert_eq!(mei.total("2024-07-10"), "NoReferenceRate { on: 2024-07-01 }");
    mei.reference(&["2024-07-01 0.0335"]);
    // 1,000 × 3.35 % × 1.5 × 10 ÷ 365 = 1.3767.
    assert_eq!(mei.total("2024-07-10"), "1.38");
}

#[test]
fn who_charges_nothing_charges_nothing() {
    let none = LateChargePolicy { fixed_fee: Some(money("10")), ..rules("none") };
    assert_eq!(owed(none, "2025-01-10", "1000").total("2026-01-10"), "—");
}

#[test]
fn an_invoice_without_due_date_is_never_late() {
    let mut mei = charging(rules("daily 0.0005"));
    let fields = claim("2025-01-10", "", "1000");
    mei.records(huikuan::record::DocumentKind::Invoice, "C1", "A", fields);
    assert_eq!(mei.total("2026-01-10"), "—");
}

#[test]
fn a_reversed_invoice_is_not_charged_from_then_on() {
    let mut mei = owed(rules("daily 0.0005"), "2025-01-10", "1000");
    let subject = huikuan::record::ReverseSubject::Document(invoice("C1", "A"));
    mei.reverses("C1", subject, "2025-01-20");
    assert_eq!(mei.total("2025-01-19"), "4.50");
    assert_eq!(mei.total("2025-01-20"), "—");
}

#[test]
fn every_item_counts_by_itself() {
    let mut mei = charging(rules("daily 0.0005"));
    mei.invoices("C1", "A", ["2025-01-10", "2025-01-20", "1000"]);
    mei.invoices("C1", "B", ["2025-01-10", "2025-01-10", "1000.00 USD"]);
    let ledger = mei.book.ledger();
    let account = ledger.account(&huikuan::id::Key::of("C1")).unwrap();
    let all = huikuan::rule::incentive::late_charge_so_far(ledger, account, date("2025-01-30"));
    let due: Vec<String> = all.iter().map(|charge| charge.due_on.to_string()).collect();
    assert_eq!(due, ["2025-01-10", "2025-01-20"]);
    let sums = huikuan::rule::incentive::late_charge_sums(&all);
    assert_eq!(sums, [money("5"), money("10.00 USD")]);
}
