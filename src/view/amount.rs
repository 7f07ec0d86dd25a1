//! Amounts as people read them: thousands separated, a true minus sign, a dash for nothing.
//! Never rounds.

use crate::money::{Currency, Money, amount_text};

/// `1,234.50`, with the currency's decimals and the minus sign U+2212 before negative amounts.
#[must_use]
pub fn figure(amount_minor: i64, currency: Currency) -> String {
    let plain = amount_text(amount_minor, currency);
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", plain.as_str()),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::with_capacity(digits.len() + 8);
    out.push_str(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
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
