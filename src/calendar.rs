//! Civil dates, instants for people, and steps from one date to another.
//! Never knows what day it is: the reporting day is always passed in.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::id::serde_as_text;

/// A civil date without a time zone, in the years 1900 to 2999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// The day a report speaks about (B2).
pub type AsOf = Date;

/// A text that is not a date of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct DateError;

impl Date {
    /// The date, when the calendar has it and its year lies in 1900–2999.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::within)
    }

    fn within(date: NaiveDate) -> Option<Self> {
        (1900..=2999).contains(&date.year()).then_some(Self(date))
    }

    /// Days since 1 January 1900, which is 0: for dense columns.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0.num_days_from_ce() - FIRST_DAY_FROM_CE
    }

    /// The date with that number, if it lies in the supported years.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        NaiveDate::from_num_days_from_ce_opt(number.checked_add(FIRST_DAY_FROM_CE)?)
            .and_then(Self::within)
    }

    /// `self − earlier` in whole days, negative when `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.number() - earlier.number()
    }

    /// The date `days` later (earlier when negative); stays at the edge of the supported years.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        let step = Days::new(u64::from(days.unsigned_abs()));
        let moved =
            if days < 0 { self.0.checked_sub_days(step) } else { self.0.checked_add_days(step) };
        moved.and_then(Self::within).unwrap_or(self)
    }

    /// The same day of a later month, or that month's last day when it is shorter.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.0.checked_add_months(Months::new(months)).and_then(Self::within).unwrap_or(self)
    }

    /// The same day of an earlier month, or that month's last day when it is shorter.
    #[must_use]
    pub fn minus_months(self, months: u32) -> Self {
        self.0.checked_sub_months(Months::new(months)).and_then(Self::within).unwrap_or(self)
    }

    /// The last day of this date's month.
    #[must_use]
    pub fn month_end(self) -> Self {
        let first = self.0.with_day(1).unwrap_or(self.0);
        Self(first).plus_months(1).plus_days(-1)
    }

    /// The first date on or after this one that is the `day`th of its month, a shorter month
    /// standing in with its last day.
    #[must_use]
    pub fn next_day_of_month(self, day: u32) -> Self {
        let in_month_of = |date: Self| date.0.with_day(day).map_or_else(|| date.month_end(), Self);
        let here = in_month_of(self);
        if here >= self {
            return here;
        }
        let first = self.0.with_day(1).map_or(self, Self);
        in_month_of(first.plus_months(1))
    }

    /// Days since the last Monday: 0 on a Monday, 6 on a Sunday.
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// Year, month and day.
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }
}

/// Days from 1 January of year 1 to 1 January 1900, both counted from 1.
const FIRST_DAY_FROM_CE: i32 = 693_596;

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads exactly `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(place, b)| match place {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        let number = |range: std::ops::Range<usize>| {
            text.get(range).and_then(|part| part.parse::<u32>().ok()).ok_or(DateError)
        };
        if !shaped {
            return Err(DateError);
        }
        let year = i32::try_from(number(0..4)?).map_err(|_| DateError)?;
        Self::new(year, number(5..7)?, number(8..10)?).ok_or(DateError)
    }
}

/// A wall-clock instant as text, `2026-11-21T09:30:00Z`: for people, never for a rule of merging.
/// Always UTC with whole seconds, so that texts sort as instants do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Box<str>);

impl Instant {
    /// The day of the instant in UTC.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.0.get(..10)?.parse().ok()
    }

    /// The instant so many seconds after midnight of that day, in UTC; at most its last second.
    #[must_use]
    pub fn of_day(day: Date, seconds: u32) -> Self {
        let seconds = seconds.min(86_399);
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        Self(format!("{day}T{hour:02}:{minute:02}:{second:02}Z").into_boxed_str())
    }

    /// The instant as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Instant {
    type Err = DateError;

    /// Reads `YYYY-MM-DDTHH:MM:SSZ`, with or without a fraction of a second, which is dropped.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let (day, time) = text.split_once('T').ok_or(DateError)?;
        day.parse::<Date>()?;
        let time = time.strip_suffix('Z').ok_or(DateError)?;
        let whole = time.split_once('.').map_or(time, |(whole, _)| whole);
        chrono::NaiveTime::parse_from_str(whole, "%H:%M:%S").map_err(|_| DateError)?;
        Ok(Self(format!("{day}T{whole}Z").into_boxed_str()))
    }
}

/// A time of day without a date or a zone, to the minute, as text `09:30`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    /// Minutes since midnight, below 1,440.
    minute: u16,
}

impl TimeOfDay {
    /// That hour and minute; `None` for what no clock shows.
    #[must_use]
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self { minute: hour * 60 + minute }) } else { None }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minute / 60, self.minute % 60)
    }
}

impl FromStr for TimeOfDay {
    type Err = DateError;

    /// Reads exactly `HH:MM`.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let (hour, minute) = text.split_once(':').ok_or(DateError)?;
        let number = |part: &str| {
            let plain = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            part.parse().ok().filter(|_| plain).ok_or(DateError)
        };
        Self::new(number(hour)?, number(minute)?).ok_or(DateError)
    }
}

serde_as_text!(Date, Instant, TimeOfDay);

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2013-13-40", false)]
    #[case("2013-02-29", false)]
    #[case("2012-02-29", true)]
    #[case("1899-12-31", false)]
    #[case("2012-2-29", false)]
    fn only_real_dates_are_dates(#[case] text: &str, #[case] real: bool) {
        assert_eq!(text.parse::<Date>().is_ok(), real);
    }

    #[rstest]
    #[case("09:30", true)]
    #[case("24:00", false)]
    #[case("9:30", false)]
    #[case("09:60", false)]
    #[case("+9:30", false)]
    fn times_of_day_read_back_as_written(#[case] text: &str, #[case] real: bool) {
        let read = text.parse::<TimeOfDay>();
        assert_eq!(read.is_ok(), real);
        assert!(read.map_or(true, |time| time.to_string() == text));
    }

    #[test]
    fn numbers_count_days_from_1900() {
        assert_eq!(date("1900-01-01").number(), 0);
        assert_eq!(Date::from_number(date("2024-02-29").number()), Some(date("2024-02-29")));
        assert_eq!(Date::from_number(-1), None);
    }

    #[rstest]
    #[case("2025-01-31", 1, "2025-02-28")]
    #[case("2024-01-31", 1, "2024-02-29")]
    #[case("2011-10-01", 2, "2011-12-01")]
    fn months_stop_at_the_last_day(#[case] from: &str, #[case] months: u32, #[case] to: &str) {
        assert_eq!(date(from).plus_months(months), date(to));
    }

    #[rstest]
    #[case("2025-01-26", 25, "2025-02-25")]
    #[case("2025-01-25", 25, "2025-01-25")]
    #[case("2025-02-10", 31, "2025-02-28")]
    #[case("2025-12-31", 15, "2026-01-15")]
    fn the_next_day_of_month_may_be_today(#[case] from: &str, #[case] day: u32, #[case] to: &str) {
        assert_eq!(date(from).next_day_of_month(day), date(to));
    }
}
