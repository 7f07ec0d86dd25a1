//! What the hours of the day say before a contact (D9).
//! Never a contact that is stopped: it is warned about, or another hour proposed.

use huikuan::calendar::TimeOfDay;
use huikuan::id::Key;
use huikuan::record::SettingFields;
use huikuan::rule::collection::{Warning, warnings};
use huikuan::say::{Language, warning};
use huikuan::workbook::Command;
use rstest::rstest;

use crate::laptop::{Laptop, date};

/// The hours of the policy are 8:00–21:00, the best ones 10:00–12:00 and 14:00–17:00, ends in.
#[rstest]
#[case("07:59", Some("Outside the hours for contacts, 08:00–21:00."))]
#[case("08:00", Some("People are best reached at 10:00–12:00, 14:00–17:00."))]
#[case("10:00", None)]
#[case("12:00", None)]
#[case("12:01", Some("People are best reached at 10:00–12:00, 14:00–17:00."))]
#[case("17:00", None)]
#[case("21:00", Some("People are best reached at 10:00–12:00, 14:00–17:00."))]
#[case("21:01", Some("Outside the hours for contacts, 08:00–21:00."))]
fn another_hour_is_proposed(#[case] now: &str, #[case] told: Option<&str>) {
    let mei = owing();
    assert_eq!(hours(&mei, now).as_deref(), told);
}

/// A firm that prefers no hours is told of none.
#[test]
fn without_better_hours_none_is_proposed() {
    let mut mei = owing();
    let mut compliance = mei.book.ledger().policy().compliance.clone();
    compliance.preferred_hours.clear();
    let fields = SettingFields { compliance: Some(compliance), ..SettingFields::default() };
    mei.does(Command::SetPolicy(fields));
    assert_eq!(hours(&mei, "08:00"), None);
}

fn owing() -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.invoices("C1", "INV-1", ["2025-01-01", "2025-02-01", "100"]);
    mei
}

fn hours(mei: &Laptop, now: &str) -> Option<String> {
    let ledger = mei.book.ledger();
    let account = ledger.account(&Key::of("C1")).unwrap();
    let now: TimeOfDay = now.parse().unwrap();
    let found = warnings(ledger, account, None, date("2025-03-10"), Some(now));
    let is_hour =
        |it: &&Warning| matches!(it, Warning::OutsideHours { .. } | Warning::NotPreferred(_));
    found.iter().find(is_hour).map(|it| warning(it, Language::En))
}
