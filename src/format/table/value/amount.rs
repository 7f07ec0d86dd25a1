//! Amounts in the spellings of accounting packages and spreadsheets (A7, BROWSERS).
//! Never a floating-point number, and never more rounding than undoes a spreadsheet's own noise.

use super::currency::{self, Sign};
use super::{is_null, narrowed};
use crate::format::table::grid::Nature;
use crate::money::{Currency, Money, MoneyError};
use crate::workbook::problem::ProblemKind;

/// An amount as it stands: `digits` ÷ 10^`scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    digits: i128,
    scale: u32,
    /// The currency that a sign beside it names.
    pub(crate) sign: Option<Sign>,
}

/// Which mark the amounts of a file use for decimals, as their spelling tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Some amount can only have a decimal point.
    pub(crate) point: bool,
    /// Some amount can only have a decimal comma.
    pub(crate) comma: bool,
}

impl Marks {
    /// Learns from one more cell.
    pub(crate) fn learn(&mut self, cell: &str, nature: Nature) {
        if nature == Nature::Text && cell.contains([',', '.', '，', '．']) {
            match Written::of(cell).and_then(|written| decimal_mark(&written.number)) {
                Some(Mark::Point) => self.point = true,
                Some(Mark::Comma) => self.comma = true,
                Some(Mark::None | Mark::Either(_)) | None => {}
            }
        }
    }

    /// The amount of a cell; `Ok(None)` when it is blank, zero for a bare dash.
    pub(crate) fn read(self, cell: &str, nature: Nature) -> Result<Option<Figure>, ProblemKind> {
        if let Some(figure) = plain(cell, nature) {
            return Ok(Some(figure));
        }
        if matches!(cell, "-" | "—" | "--" | "——" | "–") {
            return Ok(Some(Figure { digits: 0, scale: 0, sign: None }));
        }
        if is_null(cell) {
            return Ok(None);
        }
        let written = Written::of(cell).ok_or(ProblemKind::NotAnAmount)?;
        let mark = match decimal_mark(&written.number).ok_or(ProblemKind::NotAnAmount)? {
            Mark::Either(_) if self.point && self.comma => {
                return Err(ProblemKind::AmbiguousAmount);
            }
            // The file's other amounts decide; without any, as most of the world reads it.
            Mark::Either(mark) if self.comma == (mark == ',') => Some(mark),
            Mark::Either(_) | Mark::None => None,
            Mark::Point => Some('.'),
            Mark::Comma => Some(','),
        };
        written.figure(mark).map(Some)
    }
}

impl Figure {
    /// Minor units of that currency. Noise of binary fractions (`445.1400000000003`) is rounded
    /// away when it is below a millionth of the minor unit, or below the fifteenth digit.
    pub(crate) fn money(self, currency: Currency) -> Result<Money, ProblemKind> {
        let decimals = currency.decimals();
        let minor = if self.scale <= decimals {
            10_i128
                .checked_pow(decimals - self.scale)
                .and_then(|factor| self.digits.checked_mul(factor))
                .ok_or(ProblemKind::AmountBeyondLimit)?
        } else {
            self.without_noise(self.scale - decimals)
                .ok_or(ProblemKind::TooManyDecimals { currency })?
        };
        let minor = i64::try_from(minor).map_err(|_| ProblemKind::AmountBeyondLimit)?;
        Money::new(minor, currency).map_err(|error| match error {
            MoneyError::BeyondLimit => ProblemKind::AmountBeyondLimit,
            MoneyError::TooManyDecimals => ProblemKind::TooManyDecimals { currency },
            MoneyError::NotAnAmount => ProblemKind::NotAnAmount,
        })
    }

    /// The figure in units of that power of ten.
    pub(crate) fn times_power(self, power: u32) -> Result<Self, ProblemKind> {
        let factor = 10_i128.checked_pow(power.saturating_sub(self.scale));
        let digits = factor.and_then(|factor| self.digits.checked_mul(factor));
        let digits = digits.ok_or(ProblemKind::AmountBeyondLimit)?;
        Ok(Self { digits, scale: self.scale.saturating_sub(power), ..self })
    }

    /// The nearest whole number of `10^excess` units, when what is left over is noise.
    fn without_noise(self, excess: u32) -> Option<i128> {
        let unit = 10_i128.checked_pow(excess)?;
        let whole = self.digits.div_euclid(unit);
        let over = self.digits.rem_euclid(unit);
        let (nearest, distance) =
            if over * 2 >= unit { (whole + 1, unit - over) } else { (whole, over) };
        let millionth = distance.checked_mul(1_000_000)? <= unit;
        let fifteenth_digit = distance
            .checked_mul(1_000_000_000_000_000)
            .is_some_and(|distance| distance <= self.digits.abs());
        (millionth || fifteenth_digit && distance * 100 <= unit).then_some(nearest)
    }
}

/// Longest cell, in bytes, that may be an amount.
const AMOUNT_BYTES_MAX: usize = 256;
/// Digits of one amount that are looked at; further decimals are far below any noise.
const DIGITS_MAX: usize = 30;

/// `-1234.56`, the commonest spelling, without more ado; `None` when it needs a closer look.
fn plain(cell: &str, nature: Nature) -> Option<Figure> {
    let unsigned = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    // Three decimals may be thousands in a text file.
    if nature == Nature::Text && decimals.len() == 3 || unsigned.len() > 18 || whole.is_empty() {
        return None;
    }
    let digits = whole.bytes().chain(decimals.bytes()).try_fold(0_i128, |number, byte| {
        byte.is_ascii_digit().then(|| number * 10 + i128::from(byte - b'0'))
    })?;
    let negative = unsigned.len() < cell.len();
    let scale = u32::try_from(decimals.len()).ok()?;
    Some(Figure { digits: if negative { -digits } else { digits }, scale, sign: None })
}

/// An amount taken apart: what stands around the number, and the number with its marks.
struct Written {
    number: String,
    negative: bool,
    sign: Option<Sign>,
    /// Power of ten of a unit such as 万.
    power: u32,
}

impl Written {
    /// `None` when what stands around the number belongs to no amount.
    fn of(cell: &str) -> Option<Self> {
        if cell.len() > AMOUNT_BYTES_MAX {
            return None;
        }
        let narrow = narrowed(cell);
        let narrow = narrow.replace(['−', '–', '—', '﹣'], "-").replace('，', ",");
        let mut rest = narrow.trim();
        let mut written = Self { number: String::new(), negative: false, sign: None, power: 0 };
        let is_bare = |text: &str| {
            let digit = |c: char| c.is_ascii_digit();
            text.starts_with(digit) && text.ends_with(digit)
        };
        while !is_bare(rest) {
            let before = rest;
            rest = written.take_minus(rest)?;
            rest = written.take_sign(rest)?;
            rest = written.take_unit(rest)?;
            if rest == before {
                break;
            }
        }
        let of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,'’eE".contains(c);
        let is_number = rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))
            && rest.contains(|c: char| c.is_ascii_digit())
            && rest.chars().all(of_number);
        written.number = rest.to_owned();
        is_number.then_some(written)
    }

    /// Brackets, and a minus before or behind; twice negative is nothing that a program writes.
    fn take_minus<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let bracketed = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
        let credit = text.strip_suffix("CR").or_else(|| text.strip_suffix("Cr"));
        let negative = bracketed
            .or_else(|| text.strip_prefix('-'))
            .or_else(|| text.strip_suffix('-'))
            .or_else(|| {
                credit.filter(|before| before.ends_with(|c: char| c == ' ' || c.is_ascii_digit()))
            });
        let Some(rest) = negative else {
            let debit = text.strip_suffix("DR").or_else(|| text.strip_suffix("Dr"));
            return Some(debit.or_else(|| text.strip_prefix('+')).unwrap_or(text).trim());
        };
        if std::mem::replace(&mut self.negative, true) {
            return None;
        }
        Some(rest.trim())
    }

    fn take_sign<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let Some((sign, rest)) = currency::leading(text).or_else(|| currency::trailing(text))
        else {
            return Some(text);
        };
        match self.sign {
            // `¥1,200元`: two signs of one currency.
            Some(before) if !before.fits(sign.currency()) && !sign.fits(before.currency()) => None,
            _ => {
                self.sign = Some(sign);
                Some(rest.trim())
            }
        }
    }

    fn take_unit<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let unit = [("万", 4), ("亿", 8), ("千", 3)];
        let found = unit.iter().find_map(|(unit, power)| Some((text.strip_suffix(unit)?, power)));
        match found {
            Some(_) if self.power > 0 => None,
            Some((rest, power)) => {
                self.power = *power;
                Some(rest.trim())
            }
            None => Some(text),
        }
    }

    /// The figure, with `mark` before its decimals and every other mark between its thousands.
    fn figure(self, mark: Option<char>) -> Result<Figure, ProblemKind> {
        let (number, exponent) = exponent(&self.number).ok_or(ProblemKind::NotAnAmount)?;
        let (whole, decimals) =
            mark.and_then(|mark| number.split_once(mark)).unwrap_or((number, ""));
        if !grouped_by_thousands(whole) || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ProblemKind::NotAnAmount);
        }
        let whole = whole.chars().filter(char::is_ascii_digit);
        let mut digits = 0_i128;
        let mut count = 0;
        for digit in whole.skip_while(|digit| *digit == '0') {
            count += 1;
            if count > DIGITS_MAX {
                return Err(ProblemKind::AmountBeyondLimit);
            }
            digits = digits * 10 + i128::from(digit.to_digit(10).unwrap_or(0));
        }
        let mut scale = 0;
        for digit in decimals.bytes().take(DIGITS_MAX - count) {
            scale += 1;
            digits = digits * 10 + i128::from(digit - b'0');
        }
        let digits = if self.negative { -digits } else { digits };
        Figure { digits, scale, sign: self.sign }.times_power(self.power + exponent)
    }
}

/// A number and the power of ten behind `E`, as some programs write large amounts (`1.25E7`).
/// With a plus sign (`1.25E+7`) it is what a spreadsheet shows when digits are lost: `None`.
fn exponent(number: &str) -> Option<(&str, u32)> {
    match number.split_once(['e', 'E']) {
        None => Some((number, 0)),
        Some((number, power)) => {
            let power = power.parse::<u32>().ok().filter(|power| *power <= 20)?;
            Some((number, power))
        }
    }
}

/// Which mark stands before the decimals of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// No mark.
    None,
    /// The point, or commas between thousands.
    Point,
    /// The comma, or points between thousands.
    Comma,
    /// One mark, given here, with three digits behind it: decimals or thousands.
    Either(char),
}

/// What the marks of a number tell; `None` when they make no number.
fn decimal_mark(number: &str) -> Option<Mark> {
    let count = |mark| number.matches(mark).count();
    let (points, commas) = (count('.'), count(','));
    match (points, commas) {
        (0, 0) => Some(Mark::None),
        (1, 0) | (0, 1) => {
            let mark = if points == 1 { '.' } else { ',' };
            let known = if points == 1 { Mark::Point } else { Mark::Comma };
            let (whole, decimals) = number.split_once(mark)?;
            let thousands = decimals.len() == 3
                && decimals.bytes().all(|byte| byte.is_ascii_digit())
                && (1..=3).contains(&whole.len())
                && whole.bytes().all(|byte| byte.is_ascii_digit())
                && !whole.starts_with('0');
            Some(if thousands { Mark::Either(mark) } else { known })
        }
        (0, _) => Some(Mark::Point),
        (_, 0) => Some(Mark::Comma),
        (1, _) if number.rfind('.') > number.rfind(',') => Some(Mark::Point),
        (_, 1) if number.rfind(',') > number.rfind('.') => Some(Mark::Comma),
        (_, _) => None,
    }
}

/// True for digits without marks, or with marks between thousands (or, as in India, hundreds of
/// thousands): `1,234,567`, `1 234`, `12,34,567`.
fn grouped_by_thousands(whole: &str) -> bool {
    let is_mark = |c: char| !c.is_ascii_digit();
    let mut groups = whole.split(is_mark);
    let Some(first) = groups.next() else { return false };
    let rest: Vec<&str> = groups.collect();
    let marks = whole.chars().filter(|c| is_mark(*c));
    let alike = whole.chars().find(|c| is_mark(*c)).is_none_or(|m| marks.clone().all(|c| c == m));
    match rest.split_last() {
        None => true,
        Some((last, middle)) => {
            alike
                && (1..=3).contains(&first.len())
                && last.len() == 3
                && middle.iter().all(|group| (2..=3).contains(&group.len()))
        }
    }
}

#[cfg(test)]
mod tests;
