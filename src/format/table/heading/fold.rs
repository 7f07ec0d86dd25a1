//! Headings and names to a form in which spellings of one word are equal.
//! Never for data: customers and numbers keep their spelling, `id::Key` compares those.

use crate::id::narrow;

/// Letters and digits only, in lower case, full-width forms narrowed, traditional characters of
/// bookkeeping simplified: `Invoice_Date`, `InvoiceDate` and `INVOICE DATE` are `invoicedate`.
/// A number sign after a word stands for `no`.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().map(narrow) {
        if c.is_alphanumeric() {
            folded.extend(simplified(c).to_lowercase());
        } else if matches!(c, '#' | '№') && !folded.is_empty() {
            folded.push_str("no");
        }
    }
    folded
}

/// The spellings under which a heading may be known, likeliest first: as it stands, without what
/// is in brackets, and each half of `客户 / Customer`; each with the currency or unit dropped.
pub(super) fn spellings(heading: &str) -> Vec<String> {
    let plain: String = heading.chars().map(narrow).collect();
    let mut spellings = vec![fold(&plain), fold(&without_brackets(&plain))];
    spellings.extend(plain.split(['/', '\n', '|']).map(|half| fold(&without_brackets(half))));
    spellings.retain(|spelling| !spelling.is_empty());
    spellings.dedup();
    spellings
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '{' | '【' | '〔' => depth += 1,
            ')' | ']' | '}' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// What stands in the first brackets of a heading: `USD` in `Amount (USD)`.
pub(crate) fn bracketed(heading: &str) -> Option<String> {
    let plain: String = heading.chars().map(narrow).collect();
    let (_, rest) = plain.split_once(['(', '[', '【', '〔'])?;
    let (inside, _) = rest.split_once([')', ']', '】', '〕'])?;
    Some(inside.trim().to_owned())
}

/// Traditional characters that headings of ledgers use, each before its simplified form.
const TRADITIONAL: &str = "戶户號号單单據据應应額额餘余幣币種种類类稱称編编碼码帳账賬账業业務务員员開开\
    發发憑凭證证條条註注備备約约結结實实區区門门總总計计項项價价稅税買买賣卖購购貨货債债權权請请時时間间\
    聯联絡络電电話话郵邮箱箱爭争議议負负責责來来銀银轉转訂订評评說说產产與与關关圓圆萬万億亿別别";

fn simplified(c: char) -> char {
    if !('\u{4e00}'..='\u{9fff}').contains(&c) {
        return c;
    }
    let mut pairs = TRADITIONAL.chars().filter(|c| !c.is_whitespace());
    while let (Some(traditional), Some(simple)) = (pairs.next(), pairs.next()) {
        if traditional == c {
            return simple;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("InvoiceDate", "invoicedate")]
    #[case("invoice_date", "invoicedate")]
    #[case(" Invoice Date ", "invoicedate")]
    #[case("Ｉｎｖ．　Ｄａｔｅ", "invdate")]
    #[case("Inv #", "invno")]
    #[case("#", "")]
    #[case("*客户.编码", "客户编码")]
    #[case("發票號碼", "发票号码")]
    fn spellings_of_one_word_fold_alike(#[case] text: &str, #[case] folded: &str) {
        assert_eq!(fold(text), folded);
    }

    #[rstest]
    #[case("金额（元）", &["金额元", "金额"])]
    #[case("客户 / Customer", &["客户customer", "客户", "customer"])]
    #[case("Amount", &["amount"])]
    fn a_heading_has_spellings(#[case] heading: &str, #[case] expected: &[&str]) {
        assert_eq!(spellings(heading), expected);
    }

    #[rstest]
    #[case("Amount (USD)", Some("USD"))]
    #[case("金额【港币】", Some("港币"))]
    #[case("Amount", None)]
    fn brackets_hold_the_currency(#[case] heading: &str, #[case] inside: Option<&str>) {
        assert_eq!(bracketed(heading).as_deref(), inside);
    }

    #[test]
    fn traditional_characters_come_in_pairs() {
        let count = TRADITIONAL.chars().filter(|c| !c.is_whitespace()).count();
        assert_eq!(count % 2, 0);
        assert_eq!((simplified('億'), simplified('單')), ('亿', '单'));
    }
}
