//! Dates as they come in files, each with its day or why it is refused.
//! Never a rule: those are beside it.

use super::*;
use rstest::rstest;

fn read(cell: &str, order: Option<DayOrder>) -> String {
    let reading = DateReading { order, ..DateReading::default() };
    match reading.read(cell, true) {
        Ok(Some(date)) => date.to_string(),
        Ok(None) => "blank".to_owned(),
        Err(kind) => format!("{kind:?}"),
    }
}

#[rstest]
#[case("2020-02-27", "2020-02-27")]
#[case("2020/2/27", "2020-02-27")]
#[case("2020.02.27", "2020-02-27")]
#[case("2020年2月27日", "2020-02-27")]
#[case("2020 年 2 月 27 日", "2020-02-27")]
#[case("２０２０年０２月２７日", "2020-02-27")]
#[case("2020年2月27号 10:30", "2020-02-27")]
#[case("20200227", "2020-02-27")]
#[case("20200227.0", "2020-02-27")]
#[case("2011-12-01 08:26:00", "2011-12-01")]
#[case("2011-12-01T08:26:00.000Z", "2011-12-01")]
#[case("2011-12-01T08:26:00+08:00", "2011-12-01")]
#[case("2011/12/1 8:26", "2011-12-01")]
#[case("2011/12/1 下午 3:26:00", "2011-12-01")]
#[case("12/1/2011 12:00:00 AM", "2011-12-01")]
#[case("20111201 08:26:00", "2011-12-01")]
#[case("1/2/2013", "2013-01-02")]
#[case("1/15/2013", "2013-01-15")]
#[case("01-15-2013", "2013-01-15")]
#[case("1/15/13", "2013-01-15")]
#[case("1/15/99", "1999-01-15")]
#[case("13.01.2013", "2013-01-13")]
#[case("1.2.2013", "2013-02-01")]
#[case("13-Jan-2013", "2013-01-13")]
#[case("13-Jan-13", "2013-01-13")]
#[case("13 January 2013", "2013-01-13")]
#[case("Jan 13, 2013", "2013-01-13")]
#[case("January 13 2013", "2013-01-13")]
#[case("Sept 3, 2013", "2013-09-03")]
#[case("2013-Jan-13", "2013-01-13")]
#[case("Sun, 13 Jan 2013 10:00:00", "2013-01-13")]
#[case("43888", "2020-02-27")]
#[case("43888.0", "2020-02-27")]
#[case("43888.351", "2020-02-27")]
#[case("", "blank")]
#[case("-", "blank")]
#[case("NULL", "blank")]
#[case("NaT", "blank")]
#[case("0000-00-00 00:00:00", "blank")]
#[case("9999-12-31", "blank")]
#[case("00:00.0", "DateDestroyed")]
#[case("26:00.0", "DateDestroyed")]
#[case("00:00:00", "DateDestroyed")]
#[case("#######", "DateDestroyed")]
#[case("2013-13-40", "NotADate")]
#[case("2013-02-29", "NotADate")]
#[case("20130229", "NotADate")]
#[case("13/13/2013", "NotADate")]
#[case("30/2/2013", "NotADate")]
#[case("2013-01", "NotADate")]
#[case("2013", "NotADate")]
#[case("1/2", "NotADate")]
#[case("1/2-2013", "NotADate")]
#[case("1/2/2013/4", "NotADate")]
#[case("2013-01-13 and later", "NotADate")]
#[case("13 Foo 2013", "NotADate")]
#[case("19999", "NotADate")]
#[case("438880", "NotADate")]
#[case("1899-12-30", "NotADate")]
#[case("12%", "NotADate")]
#[case("tomorrow", "NotADate")]
fn dates_are_read_as_they_come(#[case] cell: &str, #[case] expected: &str) {
    assert_eq!(read(cell, Some(DayOrder::MonthFirst)), expected);
}

#[rstest]
#[case("1/2/2013", Some(DayOrder::DayFirst), "2013-02-01")]
#[case("31/12/2013", Some(DayOrder::DayFirst), "2013-12-31")]
#[case("12/31/2013", Some(DayOrder::DayFirst), "NotADate")]
#[case("1/2/13", Some(DayOrder::DayFirst), "2013-02-01")]
#[case("1/2/2013", None, "2013-01-02")]
#[case("31/12/2013", None, "2013-12-31")]
#[case("12/31/2013", None, "2013-12-31")]
fn the_order_decides(#[case] cell: &str, #[case] order: Option<DayOrder>, #[case] date: &str) {
    assert_eq!(read(cell, order), date);
}

#[test]
fn a_mixed_file_refuses_what_could_be_either() {
    let reading = DateReading { mixed: true, ..DateReading::default() };
    assert_eq!(reading.read("1/2/2013", false), Err(ProblemKind::MixedDayOrder));
    assert_eq!(reading.read("3/3/2013", false), Ok(Date::new(2013, 3, 3)));
    assert_eq!(reading.read("31/1/2013", false), Ok(Date::new(2013, 1, 31)));
}

#[test]
fn the_year_may_stand_first() {
    let reading = DateReading { short_year_first: true, ..DateReading::default() };
    assert_eq!(reading.read("20-02-27", false), Ok(Date::new(2020, 2, 27)));
}

#[test]
fn a_count_of_days_needs_a_column_of_them() {
    assert_eq!(DateReading::default().read("43888", false), Err(ProblemKind::NotADate));
}
