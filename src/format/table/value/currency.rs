//! Currencies by code, by common name and by sign (A8).
//! Never takes any three letters for a currency: the code must be one of ISO 4217.

use super::narrowed;
use crate::format::table::heading::fold::fold;
use crate::money::Currency;

/// What a sign before or after an amount says of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// A code, name or sign of one currency.
    One(Currency),
    /// `$`: any dollar.
    Dollar,
    /// `¥`: yuan or yen.
    Yuan,
}

impl Sign {
    fn of(code: &str) -> Option<Self> {
        match code {
            "$" => Some(Self::Dollar),
            "¥" => Some(Self::Yuan),
            code => Currency::parse(code).map(Self::One),
        }
    }

    /// True when an amount with this sign can be of that currency.
    pub(crate) fn fits(self, currency: Currency) -> bool {
        match self {
            Self::One(one) => one == currency,
            Self::Dollar => DOLLARS.contains(&currency.code()),
            Self::Yuan => matches!(currency.code(), "CNY" | "JPY"),
        }
    }

    /// The currency that the sign means where nothing else is known.
    pub(crate) fn currency(self) -> Currency {
        match self {
            Self::One(one) => one,
            Self::Dollar => Currency::parse("USD").unwrap_or(Currency::CNY),
            Self::Yuan => Currency::CNY,
        }
    }
}

const DOLLARS: [&str; 12] =
    ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "BND", "FJD", "JMD", "TTD", "BBD"];

/// The currency that a cell names by code, common name or sign; `None` for anything else.
pub(crate) fn currency(cell: &str) -> Option<Currency> {
    let cell = narrowed(cell);
    if let Some(currency) = iso(cell.trim()) {
        return Some(currency);
    }
    let folded = fold(&cell);
    let sign = SIGNS.iter().find(|(sign, _)| cell.trim().eq_ignore_ascii_case(sign));
    let named = NAMES.iter().find(|(names, _)| names.split_whitespace().any(|n| n == folded));
    sign.and_then(|(_, code)| Sign::of(code).map(Sign::currency))
        .or_else(|| named.and_then(|(_, code)| Currency::parse(code)))
        // `CNY 人民币`, `人民币(CNY)`
        .or_else(|| cell.split(|c: char| !c.is_ascii_alphabetic()).find_map(iso))
}

/// The sign or code at the beginning of an amount, and the rest.
pub(crate) fn leading(amount: &str) -> Option<(Sign, &str)> {
    let by_sign = SIGNS.iter().find_map(|(sign, code)| {
        let head = amount.get(..sign.len())?;
        head.eq_ignore_ascii_case(sign).then(|| (*code, amount.get(sign.len()..)))
    });
    let (sign, rest) = match by_sign {
        Some((code, rest)) => (Sign::of(code)?, rest?),
        None => (Sign::One(iso(amount.get(..3)?)?), amount.get(3..)?),
    };
    (!rest.starts_with(|c: char| c.is_ascii_alphabetic())).then_some((sign, rest.trim_start()))
}

/// The sign, code or unit at the end of an amount, and what stands before it.
pub(crate) fn trailing(amount: &str) -> Option<(Sign, &str)> {
    let by_sign = SIGNS.iter().find_map(|(sign, code)| {
        let start = amount.len().checked_sub(sign.len())?;
        let tail = amount.get(start..)?;
        tail.eq_ignore_ascii_case(sign).then(|| (*code, amount.get(..start)))
    });
    let (sign, rest) = match by_sign {
        Some((code, rest)) => (Sign::of(code)?, rest?),
        None => {
            let start = amount.len().checked_sub(3)?;
            (Sign::One(iso(amount.get(start..)?)?), amount.get(..start)?)
        }
    };
    (!rest.ends_with(|c: char| c.is_ascii_alphabetic())).then_some((sign, rest.trim_end()))
}

fn iso(code: &str) -> Option<Currency> {
    let currency = Currency::parse(code).filter(|_| code.len() == 3)?;
    let (codes, _) = CODES.as_bytes().as_chunks::<4>();
    let by_code = |[a, b, c, _]: &[u8; 4]| [*a, *b, *c].as_slice().cmp(currency.code().as_bytes());
    codes.binary_search_by(by_code).is_ok().then_some(currency)
}

/// Active codes of ISO 4217 for money, and CNH for yuan outside the mainland, in order, each with
/// a blank behind it.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL \
    BSD BTN BWP BYN BZD CAD CDF CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB \
    EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD \
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT \
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR \
    RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND \
    TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL ";

/// Signs with their codes, longer ones before those that they contain.
const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("HK$", "HKD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("S$", "SGD"),
    ("NT$", "TWD"),
    ("RMB¥", "CNY"),
    ("CN¥", "CNY"),
    ("JP¥", "JPY"),
    ("RMB", "CNY"),
    ("人民币", "CNY"),
    ("美元", "USD"),
    ("欧元", "EUR"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("日元", "JPY"),
    ("英镑", "GBP"),
    ("元", "CNY"),
    ("圆", "CNY"),
    ("¥", "¥"),
    ("￥", "¥"),
    ("$", "$"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("￡", "GBP"),
    ("₩", "KRW"),
    ("₹", "INR"),
];

/// Names in folded form, by code.
const NAMES: &[(&str, &str)] = &[
    ("人民币 人民币元 人民幣 rmb 元 yuan renminbi chineseyuan cny人民币", "CNY"),
    ("美元 美金 usdollar usdollars dollar dollars 美币", "USD"),
    ("欧元 euro euros", "EUR"),
    ("港元 港币 港幣 hongkongdollar", "HKD"),
    ("日元 日币 日圆 yen japaneseyen", "JPY"),
    ("英镑 poundsterling sterling britishpound pound", "GBP"),
    ("加元 加币 加拿大元 canadiandollar", "CAD"),
    ("澳元 澳币 澳大利亚元 australiandollar", "AUD"),
    ("新加坡元 新币 singaporedollar", "SGD"),
    ("新台币 台币 新臺幣 臺幣", "TWD"),
    ("韩元 韩币 韩圆", "KRW"),
    ("瑞士法郎 瑞郎 swissfranc", "CHF"),
    ("澳门元 澳门币", "MOP"),
    ("泰铢", "THB"),
    ("卢布 俄罗斯卢布", "RUB"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn one(code: &str) -> Sign {
        Sign::One(Currency::parse(code).unwrap())
    }

    #[rstest]
    #[case("CNY", Some("CNY"))]
    #[case("usd", Some("USD"))]
    #[case("ＵＳＤ", Some("USD"))]
    #[case("人民币", Some("CNY"))]
    #[case("人民币(CNY)", Some("CNY"))]
    #[case("RMB", Some("CNY"))]
    #[case("HK$", Some("HKD"))]
    #[case("US Dollar", Some("USD"))]
    #[case("¥", Some("CNY"))]
    #[case("ABC", None)]
    #[case("本位币", None)]
    #[case("1", None)]
    fn currencies_are_known_by_code_and_name(#[case] cell: &str, #[case] code: Option<&str>) {
        assert_eq!(currency(cell).as_ref().map(Currency::code), code);
    }

    #[test]
    fn codes_are_in_order() {
        let codes: Vec<&str> = CODES.split_whitespace().collect();
        assert!(codes.is_sorted() && CODES.len() == 4 * codes.len());
        assert!(codes.iter().all(|code| iso(code).is_some()));
    }

    #[rstest]
    #[case("US$1", Some((one("USD"), "1")))]
    #[case("cny 1", Some((one("CNY"), "1")))]
    #[case("$1", Some((Sign::Dollar, "1")))]
    #[case("CNYX1", None)]
    #[case("1", None)]
    fn a_sign_stands_before(#[case] amount: &str, #[case] expected: Option<(Sign, &str)>) {
        assert_eq!(leading(amount), expected);
    }

    #[rstest]
    #[case("1元", Some((one("CNY"), "1")))]
    #[case("1 EUR", Some((one("EUR"), "1")))]
    #[case("1¥", Some((Sign::Yuan, "1")))]
    #[case("1", None)]
    fn or_behind(#[case] amount: &str, #[case] expected: Option<(Sign, &str)>) {
        assert_eq!(trailing(amount), expected);
    }
}
