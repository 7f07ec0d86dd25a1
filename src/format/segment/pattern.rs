//! Texts that are numbers in disguise: days, instants, amounts, serial numbers.
//! Never takes a text for one of them unless it comes back character by character.

use crate::calendar::Date;
use crate::money::{Currency, Money};

const SECONDS_PER_DAY: i64 = 86_400;
/// The most digits that surely fit a number.
const DIGITS_MAX: usize = 18;

/// The number of a day `2026-03-31`.
pub(super) fn day_number(text: &str) -> Option<i64> {
    text.parse::<Date>().ok().map(|day| i64::from(day.number()))
}

/// Adds the day of that number.
pub(super) fn push_day(out: &mut String, number: i64) -> Option<()> {
    let (year, month, day) = Date::from_number(i32::try_from(number).ok()?)?.ymd();
    push_padded(out, i64::from(year), 4);
    out.push('-');
    push_padded(out, i64::from(month), 2);
    out.push('-');
    push_padded(out, i64::from(day), 2);
    Some(())
}

/// Seconds of an instant `2026-03-31T09:30:00Z`, counted from the first day of [`Date::number`].
pub(super) fn instant_seconds(text: &str) -> Option<i64> {
    let (day, time) = text.split_once('T')?;
    let mut parts = time.strip_suffix('Z')?.split(':').map(|part| {
        let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<i64>().ok().filter(|_| digits)
    });
    let hour = parts.next()??;
    let minute = parts.next()??;
    let second = parts.next()??;
    let whole = parts.next().is_none() && hour < 24 && minute < 60 && second < 60;
    let seconds = (hour * 60 + minute) * 60 + second;
    whole.then_some(day_number(day)? * SECONDS_PER_DAY + seconds)
}

/// Adds the instant of so many seconds.
pub(super) fn push_instant(out: &mut String, seconds: i64) -> Option<()> {
    push_day(out, seconds.div_euclid(SECONDS_PER_DAY))?;
    let second = seconds.rem_euclid(SECONDS_PER_DAY);
    for (mark, part) in [('T', second / 3600), (':', second / 60 % 60), (':', second % 60)] {
        out.push(mark);
        push_padded(out, part, 2);
    }
    out.push('Z');
    Some(())
}

/// Minor units and currency of an amount `1200.00 CNY`.
pub(super) fn amount(text: &str) -> Option<(i64, &str)> {
    let money: Money = text.parse().ok()?;
    let currency = text.split_once(' ')?.1;
    let mut back = String::with_capacity(text.len());
    push_amount(&mut back, money.minor(), currency)?;
    (back == text).then_some((money.minor(), currency))
}

/// Adds so many minor units of that currency.
pub(super) fn push_amount(out: &mut String, minor: i64, currency: &str) -> Option<()> {
    let decimals = Currency::parse(currency)?.decimals();
    let unit = 10_u64.pow(decimals);
    let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    if minor < 0 {
        out.push('-');
    }
    push_padded(out, whole.cast_signed(), 1);
    if decimals > 0 {
        out.push('.');
        push_padded(out, part.cast_signed(), decimals);
    }
    out.push(' ');
    out.push_str(currency);
    Some(())
}

/// A text with digits: what stands before the last run of them, the number, what stands after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Serial<'t> {
    pub(super) prefix: &'t str,
    /// How many digits, leading zeros included.
    pub(super) digits: u32,
    pub(super) number: i64,
    pub(super) tail: &'t str,
    /// True when the number has no leading zero.
    pub(super) natural: bool,
}

/// The parts of a text with digits, at most the last eighteen of a run.
pub(super) fn serial(text: &str) -> Option<Serial<'_>> {
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, tail) = text.split_at_checked(end)?;
    let run = before.bytes().rev().take(DIGITS_MAX).take_while(u8::is_ascii_digit).count();
    let (prefix, digits) = before.split_at_checked(end - run)?;
    let natural = digits.len() == 1 || !digits.starts_with('0');
    let number = digits.parse().ok()?;
    Some(Serial { prefix, digits: run as u32, number, tail, natural })
}

/// Adds a number with at least so many digits.
pub(super) fn push_padded(out: &mut String, number: i64, digits: u32) {
    let mut text = [b'0'; 20];
    let mut rest = number.unsigned_abs();
    let mut length = 0;
    for (place, digit) in text.iter_mut().rev().enumerate() {
        if rest == 0 && place >= digits as usize {
            break;
        }
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        length = place + 1;
    }
    let shown = text.get(text.len() - length..).unwrap_or_default();
    out.push_str(std::str::from_utf8(shown).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("INV-000123", "INV-", 6, 123, "", false)]
    #[case("k3f9q2ma-12/", "k3f9q2ma-", 2, 12, "/", true)]
    #[case("24312000000012345678", "24", 18, 312_000_000_012_345_678, "", true)]
    #[case("合同2号", "合同", 1, 2, "号", true)]
    #[case("0", "", 1, 0, "", true)]
    fn a_serial_number_has_parts(
        #[case] text: &str,
        #[case] prefix: &str,
        #[case] digits: u32,
        #[case] number: i64,
        #[case] tail: &str,
        #[case] natural: bool,
    ) {
        assert_eq!(serial(text), Some(Serial { prefix, digits, number, tail, natural }));
        let mut back = prefix.to_owned();
        push_padded(&mut back, number, digits);
        assert_eq!(back + tail, text);
    }

    #[rstest]
    #[case("1200.00 CNY", true)]
    #[case("-0.05 CNY", true)]
    #[case("7 JPY", true)]
    #[case("1.005 KWD", true)]
    #[case("1200.0 CNY", false)]
    #[case("01.00 CNY", false)]
    #[case("-0.00 CNY", false)]
    #[case("1.00 cny", true)]
    #[case("1.00  CNY", true)]
    fn an_amount_comes_back_or_is_none(#[case] text: &str, #[case] taken: bool) {
        let back = amount(text).map(|(minor, currency)| {
            let mut back = String::new();
            push_amount(&mut back, minor, currency).unwrap();
            back
        });
        assert_eq!(back.as_deref(), taken.then_some(text));
    }

    #[rstest]
    #[case("2026-03-31T09:30:07Z", true)]
    #[case("2026-03-31T23:59:60Z", false)]
    #[case("2026-03-31T9:30:07Z", false)]
    #[case("2026-03-31T+9:30:07Z", false)]
    #[case("2026-03-31T09:30:07.5Z", false)]
    fn an_instant_comes_back_or_is_none(#[case] text: &str, #[case] taken: bool) {
        let back = instant_seconds(text).map(|seconds| {
            let mut back = String::new();
            push_instant(&mut back, seconds).unwrap();
            back
        });
        assert_eq!(back.as_deref(), taken.then_some(text));
    }
}
