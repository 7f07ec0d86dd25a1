//! Longer terms: the new due day, what they cost, who is to be looked at (E5).

use huikuan::id::Key;
use huikuan::record::TermsExtension;
use huikuan::rule::incentive::{extended_due_day, extension_use};
use huikuan::workbook::Command;

use crate::laptop::{Laptop, date, received, share};
use crate::shop::{account, rate};

/// Thirty days more for what falls due in 2026.
fn extended() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2026-01-01", "2026-01-31", "36500"]);
    mei.invoices("C1", "INV-2", ["2026-02-01", "2026-03-03", "100"]);
    mei.does(Command::ExtendTerms(TermsExtension {
        customer: Key::of("C1"),
        from_days: 30,
        to_days: 60,
        from: date("2026-01-01"),
        until: date("2026-12-31"),
        by: "刘总".to_owned(),
        reason: String::new(),
    }));
    mei
}

#[test]
fn the_new_due_day_stands_beside_the_old_one() {
    let mei = extended();
    let account = account(&mei);
    let day = date("2026-02-10").number();
    let new = extended_due_day(account, &account.parts[0], day);
    assert_eq!(new, date("2026-03-02").number());
    assert_eq!(account.parts[0].due_on(), Some(date("2026-01-31")));
}

/// 36,500 for 10 days and 18,250 for 20 more, at 6 %: (365,000 + 365,000) × 6 % ÷ 365 = 120.00.
#[test]
fn the_days_beyond_the_old_due_day_cost_money() {
    let mut mei = extended();
    mei.receives(received("C1", "2026-02-10", "18250"), vec![share("C1", "INV-1", "18250")]);
    let account = account(&mei);
    let held = &account.dealings.extensions[0];
    let used = extension_use(account, held, rate("0.06"), date("2026-03-02"));
    assert_eq!(used.costs[0].amount_text(), "120.00");
    // Days beyond the new due day are late, not used.
    let later = extension_use(account, held, rate("0.06"), date("2026-03-03"));
    assert_eq!(later.costs[0].amount_text(), "120.00");
    assert_eq!((used.items, used.used_items, used.early_items), (2, 1, 0));
    assert!(used.is_for_review);
}

#[test]
fn who_paid_something_early_is_not_for_review() {
    let mut mei = extended();
    mei.receives(received("C1", "2026-03-03", "100"), vec![share("C1", "INV-2", "100")]);
    let account = account(&mei);
    let used =
        extension_use(account, &account.dealings.extensions[0], rate("0.06"), date("2026-04-01"));
    assert_eq!(used.early_items, 1);
    assert!(!used.is_for_review);
}
