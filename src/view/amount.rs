//! Amounts as people read them: thousands separated, a true minus sign, a dash for nothing.
//! Never rounds.

use rust_decimal::RoundingStrategy;

use crate::money::{Currency, Decimal, Money, Rate, amount_text, ratio};

/// `1,234.50`, with the currency's decimals and the minus sign U+2212 before negative amounts.
#[must_use]
pub fn figure(amount_minor: i64, currency: Currency) -> String {
    let plain = amount_text(amount_minor, currency);
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", plain.as_str()),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = format!("{sign}{}", grouped(whole));
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// The same digits with their thousands separated: `1,234,567`.
#[must_use]
pub fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + 8);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The same with a dash for zero, as matrices show it.
#[must_use]
pub fn figure_or_dash(amount_minor: i64, currency: Currency) -> String {
    if amount_minor == 0 { "—".to_owned() } else { figure(amount_minor, currency) }
}

/// The amount with its currency before it: `USD 1,234.50`.
#[must_use]
pub fn with_currency(money: Money) -> String {
    format!("{} {}", money.currency(), figure(money.minor(), money.currency()))
}

/// The amount as people read it, with the currency only where it is not the base.
#[must_use]
pub fn in_book(money: Money, base: Currency) -> String {
    if money.currency() == base { figure(money.minor(), base) } else { with_currency(money) }
}

/// A number of days or a percentage with one decimal, half away from zero; a dash when undefined.
#[must_use]
pub fn one_decimal(value: Option<Decimal>) -> String {
    let rounded =
        |value: Decimal| value.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    value.map_or_else(|| "—".to_owned(), |value| format!("{:.1}", rounded(value)))
}

/// A share of a whole in percent with one decimal; a dash when the whole is nothing.
#[must_use]
pub fn percent(part_minor: i64, whole_minor: i64) -> String {
    let hundred = Decimal::from(part_minor) * Decimal::ONE_HUNDRED;
    match ratio(hundred, Decimal::from(whole_minor)) {
        Some(share) => format!("{}%", one_decimal(Some(share))),
        None => "—".to_owned(),
    }
}

/// A fraction in percent, without needless zeros: `2%`.
#[must_use]
pub fn rate_percent(rate: Rate) -> String {
    format!("{}%", (rate.0 * Decimal::ONE_HUNDRED).normalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("0.00 CNY", "0.00")]
    #[case("-20000.00 CNY", "\u{2212}20,000.00")]
    #[case("999.99 CNY", "999.99")]
    #[case("1234567.00 CNY", "1,234,567.00")]
    #[case("1234567 JPY", "1,234,567")]
    fn thousands_are_separated(#[case] money: &str, #[case] shown: &str) {
        let money: Money = money.parse().unwrap();
        assert_eq!(figure(money.minor(), money.currency()), shown);
    }
}
