//! Working days: Monday to Friday, but for the firm's list of days off and make-up days.
//! Never knows a country's holidays by itself: the list is a setting.

use crate::calendar::Date;
use crate::record::HolidayList;

/// True when people work on that day. A day that the list calls both off and worked is off.
#[must_use]
pub fn is_working_day(holidays: &HolidayList, day: Date) -> bool {
    let is_worked = day.weekday() < SATURDAY || holidays.worked.contains(&day);
    is_worked && !holidays.off.contains(&day)
}

/// That day when people work on it, else the first one after it on which they do (Civil Code 203).
#[must_use]
pub fn next_working_day(holidays: &HolidayList, day: Date) -> Date {
    if is_working_day(holidays, day) { day } else { plus_working_days(holidays, day, 1) }
}

/// The `days`th working day after that day, or before it when negative; the day itself for 0.
/// Stays at the edge of the supported years.
#[must_use]
pub fn plus_working_days(holidays: &HolidayList, day: Date, days: i32) -> Date {
    let (step, mut left) = (days.signum(), days.unsigned_abs());
    let mut at = day;
    while left > 0 {
        let next = at.plus_days(step);
        if next == at {
            break;
        }
        at = next;
        left -= u32::from(is_working_day(holidays, at));
    }
    at
}

/// The first day of a weekend, counted from Monday as 0.
const SATURDAY: u32 = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// National day of 2025: off until Wednesday the 8th, the 11th, a Saturday, worked instead.
    fn holidays() -> HolidayList {
        HolidayList {
            off: (1..=8).map(|day| Date::new(2025, 10, day).unwrap()).collect(),
            worked: vec![date("2025-10-11")],
        }
    }

    #[rstest]
    #[case("2025-09-30", "2025-09-30")]
    #[case("2025-10-01", "2025-10-09")]
    #[case("2025-10-11", "2025-10-11")]
    #[case("2025-10-12", "2025-10-13")]
    fn a_day_off_moves_to_the_next_working_day(#[case] day: &str, #[case] moved: &str) {
        assert_eq!(next_working_day(&holidays(), date(day)), date(moved));
    }

    #[rstest]
    #[case("2025-09-30", 0, "2025-09-30")]
    #[case("2025-09-30", 1, "2025-10-09")]
    #[case("2025-09-30", 4, "2025-10-13")]
    #[case("2025-10-13", -1, "2025-10-11")]
    #[case("2025-10-13", -4, "2025-09-30")]
    #[case("2025-10-12", -1, "2025-10-11")]
    #[case("2999-12-31", 7, "2999-12-31")]
    fn only_working_days_are_counted(#[case] day: &str, #[case] days: i32, #[case] then: &str) {
        assert_eq!(plus_working_days(&holidays(), date(day), days), date(then));
    }
}
