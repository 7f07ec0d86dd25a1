//! Money in minor units, currencies and rates, with every rounding by name.
//! Never a floating-point number, and never two currencies added.

use std::fmt;
use std::str::FromStr;

pub use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;

/// The largest absolute amount in minor units, 2^53 − 1 (DESIGN 3): every amount is also exact in
/// a spreadsheet and in a script.
pub const AMOUNT_MINOR_MAX: i64 = (1 << 53) - 1;

/// An ISO 4217 currency code in capitals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Chinese yuan, the default base currency (A8).
    pub const CNY: Self = Self(*b"CNY");

    /// Three ASCII letters, in any case; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 3] = text.trim().as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(bytes.map(|b| b.to_ascii_uppercase())))
    }

    /// The code, for example `CNY`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// Decimals of the minor unit by ISO 4217: 2 unless listed here.
    #[must_use]
    pub fn decimals(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount of one currency in its minor units, |amount| ≤ [`AMOUNT_MINOR_MAX`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    amount_minor: i64,
    currency: Currency,
}

/// Why an amount is not money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Beyond [`AMOUNT_MINOR_MAX`].
    #[error("the amount is beyond the limit of 2^53 − 1 minor units")]
    BeyondLimit,
    /// More decimals than the currency has.
    #[error("the amount has more decimals than its currency")]
    TooManyDecimals,
    /// Not a decimal number followed by a currency code.
    #[error("not an amount")]
    NotAnAmount,
}

impl Money {
    /// Money of `amount_minor` minor units; refuses amounts beyond the limit.
    pub fn new(amount_minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        if amount_minor.unsigned_abs() > AMOUNT_MINOR_MAX.unsigned_abs() {
            return Err(MoneyError::BeyondLimit);
        }
        Ok(Self { amount_minor, currency })
    }

    /// Nothing, in that currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self { amount_minor: 0, currency }
    }

    /// Exact conversion from major units; refuses fractions of the minor unit.
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let minor = amount
            .checked_mul(Decimal::from(10_i64.pow(currency.decimals())))
            .ok_or(MoneyError::BeyondLimit)?;
        if !minor.fract().is_zero() {
            return Err(MoneyError::TooManyDecimals);
        }
        Self::new(minor.to_i64().ok_or(MoneyError::BeyondLimit)?, currency)
    }

    /// Minor units (for CNY: fen).
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.amount_minor
    }

    /// The currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The same currency with another number of minor units.
    pub fn with_minor(self, amount_minor: i64) -> Result<Self, MoneyError> {
        Self::new(amount_minor, self.currency)
    }

    /// Major units as an exact decimal.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.amount_minor, self.currency.decimals())
    }

    /// The amount as a plain decimal text with the currency's decimals: `1200.00`.
    #[must_use]
    pub fn amount_text(self) -> String {
        amount_text(self.amount_minor, self.currency)
    }
}

/// Minor units as a plain decimal text with the currency's decimals: `-1200.00`.
#[must_use]
pub fn amount_text(amount_minor: i64, currency: Currency) -> String {
    AmountText(amount_minor, currency.decimals()).to_string()
}

/// Minor units that are shown as major ones with so many decimals.
struct AmountText(i64, u32);

impl fmt::Display for AmountText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(minor, decimals) = *self;
        let unit = 10_u64.pow(decimals);
        let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
        let sign = if minor < 0 { "-" } else { "" };
        match decimals {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{part:0width$}", width = decimals as usize),
        }
    }
}

/// Minor units of a plain amount such as `1200.00`; `None` for anything that needs a second look.
fn plain_minor(amount: &str, decimals: u32) -> Option<i64> {
    let digits = amount.strip_prefix('-').unwrap_or(amount);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let shown = u32::try_from(part.len()).ok().filter(|shown| *shown <= decimals)?;
    if whole.is_empty() || whole.len() > 14 || !plain(whole) || !plain(part) {
        return None;
    }
    let part: i64 = if part.is_empty() { 0 } else { part.parse().ok()? };
    let part = part * 10_i64.pow(decimals - shown);
    let minor = whole.parse::<i64>().ok()? * 10_i64.pow(decimals) + part;
    Some(if digits.len() < amount.len() { -minor } else { minor })
}

/// Rounds half away from zero to a whole minor unit (FIGURES, rounding and signs).
#[must_use]
pub fn round_minor(amount_minor: Decimal) -> Option<i64> {
    amount_minor.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()
}

/// `numerator ÷ denominator`, unrounded; `None` for a zero denominator (FIGURES, KPIs).
#[must_use]
pub fn ratio(numerator: Decimal, denominator: Decimal) -> Option<Decimal> {
    numerator.checked_div(denominator)
}

/// A ratio as text with exactly four decimals, half away from zero (DESIGN 8).
#[must_use]
pub fn ratio_text(ratio: Decimal) -> String {
    format!("{:.4}", ratio.round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero))
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = AmountText(self.amount_minor, self.currency.decimals());
        write!(f, "{amount} {}", self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let (amount, code) = text.split_once(' ').ok_or(MoneyError::NotAnAmount)?;
        let currency = Currency::parse(code).ok_or(MoneyError::NotAnAmount)?;
        if let Some(minor) = plain_minor(amount, currency.decimals()) {
            return Self::new(minor, currency);
        }
        let amount = Decimal::from_str_exact(amount).map_err(|_| MoneyError::NotAnAmount)?;
        Self::from_decimal(amount, currency)
    }
}

crate::id::serde_as_text!(Money, Currency);

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        Self::parse(text).ok_or(MoneyError::NotAnAmount)
    }
}

/// A rate as an exact fraction: 0.02 is two percent. Serialised as a decimal text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(pub Decimal);

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Rate {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        Decimal::from_str_exact(text).map(Self).map_err(|_| MoneyError::NotAnAmount)
    }
}

crate::id::serde_as_text!(Rate);

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("1200.00 CNY", 120_000)]
    #[case("-0.05 USD", -5)]
    #[case("7 JPY", 7)]
    #[case("1.005 KWD", 1_005)]
    #[case("90071992547409.91 CNY", AMOUNT_MINOR_MAX)]
    #[case("-90071992547409.91 CNY", -AMOUNT_MINOR_MAX)]
    fn text_and_money_are_the_same_thing(#[case] text: &str, #[case] minor: i64) {
        let money: Money = text.parse().unwrap();
        assert_eq!(money.minor(), minor);
        assert_eq!(money.to_string(), text);
    }

    #[rstest]
    #[case("1.005 CNY", MoneyError::TooManyDecimals)]
    #[case("90071992547409.92 CNY", MoneyError::BeyondLimit)]
    #[case("12 yuan", MoneyError::NotAnAmount)]
    #[case("- CNY", MoneyError::NotAnAmount)]
    #[case("--1 CNY", MoneyError::NotAnAmount)]
    #[case("1.+5 CNY", MoneyError::NotAnAmount)]
    #[case("1,200.00 CNY", MoneyError::NotAnAmount)]
    #[case("1200.00", MoneyError::NotAnAmount)]
    fn what_is_not_money_is_refused(#[case] text: &str, #[case] error: MoneyError) {
        assert_eq!(text.parse::<Money>(), Err(error));
    }

    #[rstest]
    #[case("155254.5", 155_255)]
    #[case("-155254.5", -155_255)]
    #[case("0.4", 0)]
    fn halves_round_away_from_zero(#[case] amount: &str, #[case] rounded: i64) {
        assert_eq!(round_minor(Decimal::from_str_exact(amount).unwrap()), Some(rounded));
    }
}
