//! What stands above the headings and in them about all amounts: unit and currency (A7).
//! Never a row of the ledger.

use super::grid::Row;
use super::heading::fold::bracketed;
use super::value::currency::currency;
use crate::id::narrow;
use crate::money::Currency;

/// What a title or a heading says of the amounts below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Amounts are in units of this power of ten: 0 for 元, 4 for 万元.
    pub power: Option<u32>,
    /// Amounts are in this currency.
    pub currency: Option<Currency>,
}

impl Unit {
    /// What the title rows say: `单位：万元`, `Currency: USD`.
    pub(super) fn of_titles<'a>(rows: impl Iterator<Item = Row<'a>>) -> Self {
        let mut unit = Self::default();
        for cell in rows.flat_map(Row::cells) {
            let plain: String = cell.chars().map(narrow).collect();
            let plain = plain.to_lowercase();
            let said = LABELS.iter().find_map(|label| {
                let (_, said) = plain.split_once(label)?;
                said.trim_start().strip_prefix(':').or_else(|| said.strip_prefix(' '))
            });
            if let Some(said) = said {
                let said = said.trim();
                let end = said.find([' ', ',', ';', ')', ']', '　']).unwrap_or(said.len());
                unit = unit.or(Self::of(said.get(..end).unwrap_or("")));
            }
        }
        unit
    }

    /// What the brackets of a heading say: `金额（万元）`, `Amount (USD)`.
    pub(super) fn of_heading(heading: &str) -> Self {
        bracketed(heading).map_or_else(Self::default, |said| Self::of(&said))
    }

    /// This one's, and where it says nothing the other's.
    pub(super) fn or(self, other: Self) -> Self {
        let power = self.power.or(other.power);
        Self { power, currency: self.currency.or(other.currency) }
    }

    fn of(said: &str) -> Self {
        let said = said.to_lowercase();
        let (rest, power) = UNITS
            .iter()
            .find_map(|(unit, power)| Some((said.strip_prefix(unit)?, *power)))
            .unwrap_or((&said, 0));
        let whole = currency(rest.trim());
        // `usd thousands`, `千美元`
        let words = said.split_whitespace();
        let by_word = words.clone().find_map(currency);
        let unit_by_word = words.filter_map(|word| {
            UNITS.iter().find(|(unit, _)| *unit == word).map(|(_, power)| *power)
        });
        let power = if power == 0 { unit_by_word.max().unwrap_or(0) } else { power };
        let currency = whole.or(by_word);
        Self { power: (power > 0 || currency.is_some()).then_some(power), currency }
    }
}

/// Words before what a title says of the amounts.
const LABELS: &[&str] =
    &["金额单位", "货币单位", "单位", "币种", "币别", "货币", "currency", "unit", "amounts in"];

/// Units with their powers of ten, longer ones before those that they begin with.
const UNITS: &[(&str, u32)] = &[
    ("百万", 6),
    ("千万", 7),
    ("万", 4),
    ("亿", 8),
    ("千", 3),
    ("thousands", 3),
    ("thousand", 3),
    ("'000", 3),
    ("000s", 3),
    ("millions", 6),
    ("million", 6),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::table::csv;
    use rstest::rstest;

    fn told(unit: Unit) -> (u32, String) {
        (
            unit.power.unwrap_or(0),
            unit.currency.map_or_else(String::new, |currency| currency.to_string()),
        )
    }

    #[rstest]
    #[case("金额", 0, "")]
    #[case("金额（元）", 0, "CNY")]
    #[case("金额（万元）", 4, "CNY")]
    #[case("金额(千美元)", 3, "USD")]
    #[case("Amount (USD)", 0, "USD")]
    #[case("Amount (USD thousands)", 3, "USD")]
    #[case("Amount ('000)", 3, "")]
    #[case("客户（全称）", 0, "")]
    fn headings_name_their_unit(#[case] heading: &str, #[case] power: u32, #[case] code: &str) {
        assert_eq!(told(Unit::of_heading(heading)), (power, code.to_owned()));
    }

    #[rstest]
    #[case("应收账款明细表,单位：万元\n", 4, "CNY")]
    #[case("编制单位：华美公司,,金额单位：元\n", 0, "CNY")]
    #[case("Open items\nCurrency: USD, as of today\n", 0, "USD")]
    #[case("币种：港币 日期：2024-01-01\n", 0, "HKD")]
    #[case("Open items\n", 0, "")]
    fn titles_name_the_unit(#[case] text: &str, #[case] power: u32, #[case] code: &str) {
        let grid = csv::read(text).unwrap();
        assert_eq!(told(Unit::of_titles(grid.rows_from(0))), (power, code.to_owned()));
    }
}
