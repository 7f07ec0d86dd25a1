//! Days and amounts as a letter writes them, in either language.
//! Never rounds, and never leaves the currency out.

use crate::calendar::Date;
use crate::letter::capital::capital;
use crate::money::{Currency, Money};
use crate::record::Language;
use crate::view::amount::{figure, with_currency};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2026年3月31日` or `31 March 2026`.
#[must_use]
pub(super) fn day(on: Date, language: Language) -> String {
    let (year, month, day) = on.ymd();
    match language {
        Language::Zh => format!("{year}年{month}月{day}日"),
        Language::En => {
            let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month - 1));
            format!("{day} {} {year}", name.copied().unwrap_or_default())
        }
    }
}

/// `386,400.00元` or `CNY 386,400.00`; other currencies always by their code.
#[must_use]
pub(super) fn amount(money: Money, language: Language) -> String {
    match language {
        Language::Zh if money.currency() == Currency::CNY => {
            format!("{}元", figure(money.minor(), Currency::CNY))
        }
        Language::Zh | Language::En => with_currency(money),
    }
}

/// Sums of several currencies: `386,400.00元 + USD 1,000.00`; empty when there are none.
#[must_use]
pub(super) fn sums(sums: &[Money], language: Language) -> String {
    sums.iter().map(|sum| amount(*sum, language)).collect::<Vec<_>>().join(" + ")
}

/// The only sum in capital figures; empty when there are several, or another currency than yuan.
#[must_use]
pub(super) fn in_capitals(sums: &[Money]) -> String {
    match sums {
        [sum] => capital(*sum).unwrap_or_default(),
        _ => String::new(),
    }
}
