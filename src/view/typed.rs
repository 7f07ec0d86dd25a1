//! Dates and amounts as people type them (SCREENS, manners).
//! Never guesses: what can be read in two ways is not read.

use crate::calendar::{Date, TimeOfDay};
use crate::id::narrow;
use crate::money::{Currency, Decimal, Money, Rate};

/// A typed date: `2026-3-5`, `2026/3/5`, `2026.3.5`, `20260305`, `2026年3月5日`; `3/5` and `3-5` in
/// the year of `today`; `+7` and `-3` days from `today`; `today`, `tomorrow`, `yesterday`, `今天`,
/// `明天`, `昨天`. `None` for anything else.
#[must_use]
pub fn date(typed: &str, today: Date) -> Option<Date> {
    let text: String = typed.trim().chars().map(narrow).collect::<String>().to_lowercase();
    match text.as_str() {
        "今天" | "today" => return Some(today),
        "明天" | "tomorrow" => return Some(today.plus_days(1)),
        "昨天" | "yesterday" => return Some(today.plus_days(-1)),
        _ => {}
    }
    if let Some(days) = text.strip_prefix('+').or_else(|| text.strip_prefix('-')) {
        let sign = if text.starts_with('-') { -1 } else { 1 };
        return days.trim().parse::<i32>().ok().map(|days| today.plus_days(sign * days));
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
        let year = i32::try_from(number(0..4)?).ok()?;
        return Date::new(year, number(4..6)?, number(6..8)?);
    }
    let parts: Option<Vec<u32>> = text
        .split(['-', '/', '.', '年', '月', '日'])
        .filter(|part| !part.is_empty())
        .map(|part| part.trim().parse().ok())
        .collect();
    match parts?.as_slice() {
        [year, month, day] => Date::new(i32::try_from(*year).ok()?, *month, *day),
        [month, day] => Date::new(today.ymd().0, *month, *day),
        _ => None,
    }
}

/// A typed or pasted amount in `currency`: `1200`, `1,200.50`, `1.2万`, `¥1,200`, full-width digits;
/// negative as `-5`, `(5.00)` or `5-`. `None` for anything else, and for more decimals than the
/// currency has.
#[must_use]
pub fn amount(typed: &str, currency: Currency) -> Option<Money> {
    let text: String = typed
        .chars()
        .map(narrow)
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '¥' | '￥' | '元'))
        .collect();
    let text = text.strip_prefix(currency.code()).unwrap_or(&text);
    let bracketed = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let (text, sign) = match bracketed.or_else(|| text.strip_suffix('-')) {
        Some(text) if !text.starts_with('-') => (text, Decimal::NEGATIVE_ONE),
        Some(_) => return None,
        None => (text, Decimal::ONE),
    };
    let (digits, unit) = match text.strip_suffix('万') {
        Some(digits) => (digits, Decimal::from(10_000)),
        None => (text, Decimal::ONE),
    };
    let well_formed = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    if digits.is_empty() || !well_formed {
        return None;
    }
    let number = Decimal::from_str_exact(digits).ok()?.checked_mul(unit)?.checked_mul(sign)?;
    Money::from_decimal(number, currency).ok()
}

/// A typed amount in `currency`, or in the currency whose code stands before it.
#[must_use]
pub fn money(typed: &str, currency: Currency) -> Option<Money> {
    let own = typed.trim().get(..3).and_then(Currency::parse);
    amount(typed, own.unwrap_or(currency))
}

/// A typed percentage from 0 to 100 as a fraction of 1: `12.5`, `12.5%`. `None` for anything else.
#[must_use]
pub fn percent(typed: &str) -> Option<Rate> {
    let text: String = typed.trim().chars().map(narrow).collect();
    let percent = Decimal::from_str_exact(text.trim_end_matches('%').trim()).ok()?;
    let is_within = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent);
    is_within.then(|| Rate((percent / Decimal::ONE_HUNDRED).normalize()))
}

/// A typed time of day: `9:30`, `09:30`, `9`, with a full-width colon too. `None` for anything
/// else.
#[must_use]
pub fn time(typed: &str) -> Option<TimeOfDay> {
    let text: String = typed.chars().map(narrow).collect();
    let (hour, minute) = text.split_once(':').unwrap_or((&text, "00"));
    TimeOfDay::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?)
}

/// True for a number in scientific notation, such as `6.22E+18`: a spreadsheet turned a long number
/// into it and lost its last digits (A7).
#[must_use]
pub fn is_spoiled_number(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    let Some((digits, power)) = text.split_once("e+") else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_digits(power) && digits.split_once('.').is_some_and(|(a, b)| is_digits(a) && is_digits(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-3-5", "2026-03-05")]
    #[case("2026年3月5日", "2026-03-05")]
    #[case("２０２６／３／５", "2026-03-05")]
    #[case("20260305", "2026-03-05")]
    #[case("3/5", "2026-03-05")]
    #[case("明天", "2026-11-22")]
    #[case("+7", "2026-11-28")]
    #[case("-3", "2026-11-18")]
    #[case("3/50", "")]
    #[case("soon", "")]
    #[case("", "")]
    fn dates_are_read_as_typed(#[case] typed: &str, #[case] expected: &str) {
        let read = date(typed, "2026-11-21".parse().unwrap());
        assert_eq!(read.map(|date| date.to_string()).unwrap_or_default(), expected);
    }

    #[rstest]
    #[case("1,200", "1200.00 CNY")]
    #[case("1.2万", "12000.00 CNY")]
    #[case("¥ 1,200.50", "1200.50 CNY")]
    #[case("１２００", "1200.00 CNY")]
    #[case("(500.00)", "-500.00 CNY")]
    #[case("1,234-", "-1234.00 CNY")]
    #[case("-5", "-5.00 CNY")]
    #[case("(-5)", "")]
    #[case("-5-", "")]
    #[case("1.005", "")]
    #[case("12%", "")]
    #[case("", "")]
    fn amounts_are_read_as_typed(#[case] typed: &str, #[case] expected: &str) {
        let read = amount(typed, Currency::CNY);
        assert_eq!(read.map(|money| money.to_string()).unwrap_or_default(), expected);
    }

    #[rstest]
    #[case("9:30", "09:30")]
    #[case(" １４：００ ", "14:00")]
    #[case("8", "08:00")]
    #[case("24:00", "")]
    #[case("noon", "")]
    fn times_are_read_as_typed(#[case] typed: &str, #[case] expected: &str) {
        assert_eq!(time(typed).map(|time| time.to_string()).unwrap_or_default(), expected);
    }

    #[rstest]
    #[case("6.22E+18", true)]
    #[case("6.22e+18", true)]
    #[case("E+18", false)]
    #[case("INV-6.22E+18", false)]
    #[case("0815", false)]
    fn a_number_spoiled_by_a_spreadsheet_is_seen(#[case] text: &str, #[case] spoiled: bool) {
        assert_eq!(is_spoiled_number(text), spoiled);
    }
}
