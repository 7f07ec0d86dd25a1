//! Steps, payments of the whole and of a part, who is offered what (E1, E2).

use huikuan::money::Decimal;
use huikuan::record::{
    CreditClass, DiscountBase, DiscountGain, DiscountOffer, DiscountStep, DiscountWindow,
    DocumentFields, DocumentKind,
};
use huikuan::rule::incentive::discount::{Reduction, Settled};
use rstest::rstest;

use crate::laptop::{claim, money, received};
use crate::shop::{account, before, offer, proposed, quote_lines, rate, shop, taxed, within};

fn minor(amount: &str) -> i64 {
    money(amount).minor()
}

/// Payable and discount of a whole item, without tax in it.
#[rstest]
#[case("57.55", "0.1", "51.80", "5.75")]
#[case("1725.05", "0.1", "1552.55", "172.50")]
#[case("236", "0.1", "212.40", "23.60")]
#[case("0.01", "0.1", "0.01", "0")]
#[case("100", "1", "100", "0")]
fn the_whole_is_paid_with_the_discount_taken_off(
    #[case] open: &str,
    #[case] of: &str,
    #[case] payable: &str,
    #[case] discount: &str,
) {
    let reduction = Reduction::Rate { rate: rate(of), base_minor: 1, gross_minor: 1 };
    let whole = Settled { paid_minor: minor(payable), discount_minor: minor(discount) };
    assert_eq!(reduction.whole(minor(open)), whole);
}

/// Open, paid, rate, base of gross: what is used of the payment, and the discount.
#[rstest]
#[case("100", "49", "0.02", (1, 1), "49", "1")]
#[case("113", "111", "0.02", (100, 113), "111", "2")]
#[case("113", "55.50", "0.02", (100, 113), "55.50", "1")]
#[case("1000", "485", "0.02", (1, 1), "485", "9.90")]
#[case("100", "98", "0.02", (1, 1), "98", "2")]
#[case("100", "120", "0.02", (1, 1), "98", "2")]
fn a_part_payment_is_grossed_up(
    #[case] open: &str,
    #[case] paid: &str,
    #[case] of: &str,
    #[case] (base_minor, gross_minor): (i64, i64),
    #[case] used: &str,
    #[case] discount: &str,
) {
    let reduction = Reduction::Rate { rate: rate(of), base_minor, gross_minor };
    let settled = Settled { paid_minor: minor(used), discount_minor: minor(discount) };
    assert_eq!(reduction.settled(minor(open), minor(paid)), settled);
}

#[test]
fn a_fixed_amount_is_for_the_whole_only() {
    let reduction = Reduction::Fixed(500);
    assert_eq!(reduction.settled(10_000, 9_500).discount_minor, 500);
    assert_eq!(reduction.settled(10_000, 9_499), Settled { paid_minor: 9_499, discount_minor: 0 });
    assert_eq!(reduction.effective_rate(), None::<Decimal>);
}

#[test]
fn the_best_open_step_wins_and_its_day_is_inclusive() {
    let mut mei = shop(offer(vec![before(30, "0.02"), before(15, "0.01")]));
    mei.invoices("C1", "INV-1", ["2026-01-10", "2026-04-10", "1000"]);
    let says = |on: &str| quote_lines(&mei, on).remove(0);
    assert_eq!(says("2026-03-11"), "INV-1 980.00 20.00 until 2026-03-11");
    assert_eq!(says("2026-03-12"), "INV-1 990.00 10.00 until 2026-03-26");
    assert_eq!(says("2026-03-26"), "INV-1 990.00 10.00 until 2026-03-26");
    assert_eq!(says("2026-03-27"), "INV-1 1000.00 Lapsed { last_on: 2026-03-26 }");
}

#[test]
fn the_base_without_tax_leaves_output_tax_as_it_is() {
    let base = DiscountBase::WithoutTax;
    let mut mei = shop(DiscountOffer { base, ..offer(vec![within(10, "0.02")]) });
    taxed(&mut mei, "INV-1", ["2026-01-10", "2026-02-09", "113", "13"]);
    assert_eq!(quote_lines(&mei, "2026-01-20"), ["INV-1 111.00 2.00 until 2026-01-20"]);
}

/// 1 % in 14 days on each of three, the third also 2 % in 5 days.
fn three() -> crate::laptop::Laptop {
    let mut mei = shop(offer(vec![within(14, "0.01")]));
    mei.invoices("C1", "INV-1", ["2026-05-15", "2026-06-14", "1000"]);
    mei.invoices("C1", "INV-2", ["2026-06-25", "2026-07-25", "1000"]);
    let own = Some(vec![within(5, "0.02")]);
    let fields = claim("2026-06-25", "2026-07-25", "1000");
    let fields = DocumentFields { early_discount: own, ..fields };
    mei.records(DocumentKind::Invoice, "C1", "INV-3", fields);
    mei
}

#[test]
fn three_published_items_are_paid_in_full() {
    let mut mei = three();
    let lines = quote_lines(&mei, "2026-06-29");
    assert_eq!(
        lines,
        [
            "INV-1 1000.00 Lapsed { last_on: 2026-05-29 }",
            "INV-2 990.00 10.00 until 2026-07-09",
            "INV-3 980.00 20.00 until 2026-06-30",
        ]
    );
    let shares = proposed(&mei, "2026-06-29", "2970");
    mei.receives(received("C1", "2026-06-29", "2970"), shares);
    mei.reads("2026-06-29", &[]);
    mei.finds(&[]);
}

#[test]
fn of_equal_due_days_the_larger_discount_comes_first() {
    let mut mei = three();
    let shares = proposed(&mei, "2026-06-29", "1485");
    let told: Vec<String> = shares
        .iter()
        .map(|share| {
            let taken = share.discount.as_ref().map(|taken| taken.amount.amount_text());
            format!("{} {}", share.amount.amount_text(), taken.unwrap_or_default())
        })
        .collect();
    assert_eq!(told, ["1000.00 ", "485.00 9.90"]);
    mei.receives(received("C1", "2026-06-29", "1485"), shares);
    let left: Vec<i64> = account(&mei)
        .parts
        .iter()
        .map(|part| account(&mei).outstanding(part, crate::laptop::date("2026-06-29").number()))
        .collect();
    assert_eq!(left, [0, minor("1000"), minor("505.10")]);
}

#[test]
fn nothing_is_offered_while_another_item_stays_overdue() {
    let mut mei = three();
    // Too little for the first one: it stays overdue, so nothing is taken off the others.
    mei.invoices("C1", "INV-0", ["2026-01-01", "2026-01-31", "5000"]);
    let shares = proposed(&mei, "2026-06-29", "5990");
    assert!(shares.iter().all(|share| share.discount.is_none()), "{shares:?}");
    let shares = proposed(&mei, "2026-06-29", "6980");
    assert_eq!(shares.iter().filter(|share| share.discount.is_some()).count(), 1);
}

#[test]
fn a_disputed_item_and_a_class_outside_get_none() {
    let classes = vec![CreditClass::Quality];
    let mei = &mut shop(DiscountOffer { classes, ..offer(vec![within(10, "0.02")]) });
    mei.invoices("C1", "INV-1", ["2026-01-10", "2026-02-09", "100"]);
    assert_eq!(quote_lines(mei, "2026-01-12"), ["INV-1 100.00 OtherClass"]);
    let mut mei = shop(offer(vec![within(10, "0.02")]));
    let disputed =
        DocumentFields { disputed: Some(true), ..claim("2026-01-10", "2026-02-09", "100") };
    mei.records(DocumentKind::Invoice, "C1", "INV-1", disputed);
    assert_eq!(quote_lines(&mei, "2026-01-12"), ["INV-1 100.00 Disputed"]);
}

#[test]
fn a_budget_that_is_used_up_ends_the_offer() {
    let budget = Some(money("15"));
    let mut mei = shop(DiscountOffer { budget, ..offer(vec![within(10, "0.01")]) });
    for number in ["INV-1", "INV-2"] {
        mei.invoices("C1", number, ["2026-01-10", "2026-02-09", "1000"]);
    }
    let shares = proposed(&mei, "2026-01-12", "990");
    mei.receives(received("C1", "2026-01-12", "990"), shares);
    assert_eq!(quote_lines(&mei, "2026-01-13"), ["INV-2 1000.00 BudgetUsed"]);
    // The day before, nothing had been granted yet; INV-1 is not offered for what came later.
    assert_eq!(quote_lines(&mei, "2026-01-11"), ["INV-2 990.00 10.00 until 2026-01-20"]);
}

#[test]
fn full_payment_only_gives_a_part_payment_nothing() {
    let steps = vec![within(10, "0.02")];
    let mei = &mut shop(DiscountOffer { full_payment_only: true, ..offer(steps) });
    mei.invoices("C1", "INV-1", ["2026-01-10", "2026-02-09", "100"]);
    assert_eq!(proposed(mei, "2026-01-12", "97.99")[0].discount, None);
    assert!(proposed(mei, "2026-01-12", "98")[0].discount.is_some());
}

#[test]
fn a_fixed_step_is_offered_as_an_amount() {
    let (window, gain) = (DiscountWindow::AfterIssue(10), DiscountGain::Fixed(money("5")));
    let mei = &mut shop(offer(vec![DiscountStep { window, gain }, within(10, "0.02")]));
    mei.invoices("C1", "INV-1", ["2026-01-10", "2026-02-09", "100"]);
    mei.invoices("C1", "INV-2", ["2026-01-10", "2026-02-09", "1000"]);
    let lines = quote_lines(mei, "2026-01-12");
    assert_eq!(lines, ["INV-1 95.00 5.00 until 2026-01-20", "INV-2 980.00 20.00 until 2026-01-20"]);
}
