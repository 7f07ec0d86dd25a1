//! Amounts in capital figures 人民币大写 (F1), as the rules for filling in bills and settlement
//! vouchers 正确填写票据和结算凭证的基本规定 ask.
//! Never another currency than yuan.
//!
//! Where those rules leave a choice: zeros at the end of a group before another digit are written
//! (107,000 is 壹拾万零柒仟元整), a zero before the decimal point is not, and 整 follows 元 and 角.

use crate::money::{Currency, Money};

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// Names of the places within a group of four digits, the highest first.
const PLACES: [&str; 4] = ["仟", "佰", "拾", ""];

/// Names of the groups of four digits, the lowest first.
const GROUPS: [&str; 3] = ["", "万", "亿"];

/// The least amount, in fen, for which there is no name: a trillion yuan.
const FEN_END: i64 = 1_000_000_000_000 * 100;

/// `人民币壹仟贰佰元伍角整` for 1,200.50 yuan, exact to the fen. `None` for another currency, for an
/// amount below zero and from 1,000,000,000,000 yuan on.
#[must_use]
pub fn capital(amount: Money) -> Option<String> {
    let fen = amount.minor();
    if amount.currency() != Currency::CNY || !(0..FEN_END).contains(&fen) {
        return None;
    }
    let mut out = "人民币".to_owned();
    let (yuan, jiao, rest) = (fen / 100, fen / 10 % 10, fen % 10);
    if yuan > 0 || fen == 0 {
        out.push_str(&whole(yuan));
        out.push('元');
    }
    if jiao > 0 {
        out.push(digit(jiao));
        out.push('角');
    } else if rest > 0 && yuan > 0 {
        out.push('零');
    }
    if rest > 0 {
        out.push(digit(rest));
        out.push('分');
    } else {
        out.push('整');
    }
    Some(out)
}

fn digit(value: i64) -> char {
    usize::try_from(value).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or('零')
}

/// A whole number of yuan without its unit.
fn whole(yuan: i64) -> String {
    if yuan == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    // A run of zeros between two digits is one 零.
    let mut skipped = false;
    for (group, name) in (0_u32..).zip(GROUPS).collect::<Vec<_>>().into_iter().rev() {
        let four = yuan / 10_000_i64.pow(group) % 10_000;
        for (place, unit) in (0_u32..4).rev().zip(PLACES) {
            let value = four / 10_i64.pow(place) % 10;
            if value == 0 {
                skipped = !out.is_empty();
                continue;
            }
            if skipped {
                out.push('零');
                skipped = false;
            }
            out.push(digit(value));
            out.push_str(unit);
        }
        if four > 0 {
            out.push_str(name);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn yuan(text: &str) -> Option<String> {
        capital(format!("{text} CNY").parse().unwrap())
    }

    #[rstest]
    #[case("0.00", "零元整")]
    #[case("0.01", "壹分")]
    #[case("0.10", "壹角整")]
    #[case("0.58", "伍角捌分")]
    #[case("1.00", "壹元整")]
    #[case("10.00", "壹拾元整")]
    #[case("325.04", "叁佰贰拾伍元零肆分")]
    #[case("1409.50", "壹仟肆佰零玖元伍角整")]
    #[case("1680.32", "壹仟陆佰捌拾元叁角贰分")]
    #[case("6007.14", "陆仟零柒元壹角肆分")]
    #[case("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    #[case("107000.53", "壹拾万零柒仟元伍角叁分")]
    #[case("100000000.00", "壹亿元整")]
    #[case("100000001.00", "壹亿零壹元整")]
    #[case("1000100000.00", "壹拾亿零壹拾万元整")]
    #[case("20000010500.00", "贰佰亿零壹万零伍佰元整")]
    #[case("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
    fn as_the_rules_for_vouchers_write_it(#[case] amount: &str, #[case] written: &str) {
        assert_eq!(yuan(amount).unwrap(), format!("人民币{written}"));
    }

    #[rstest]
    #[case("-1.00 CNY")]
    #[case("1000000000000.00 CNY")]
    #[case("5.00 USD")]
    fn what_has_no_capital_figures(#[case] amount: &str) {
        assert_eq!(capital(amount.parse().unwrap()), None);
    }

    /// The same the way it is said aloud: the largest scale first, then what is left, with 零 where
    /// the rest does not begin at the next scale.
    fn said(yuan: i64) -> String {
        let scales = [(100_000_000, "亿"), (10_000, "万"), (1_000, "仟"), (100, "佰"), (10, "拾")];
        let Some((scale, name)) = scales.into_iter().find(|(scale, _)| yuan >= *scale) else {
            return DIGITS[usize::try_from(yuan).unwrap()].to_string();
        };
        let (above, rest) = (yuan / scale, yuan % scale);
        let gap = if rest < scale / 10 || above % 10 == 0 { "零" } else { "" };
        match rest {
            0 => said(above) + name,
            _ => said(above) + name + gap + &said(rest),
        }
    }

    fn said_with_cents(fen: i64) -> String {
        let cents = match (fen / 10 % 10, fen % 10) {
            (0, 0) => "整".to_owned(),
            (0, rest) if fen > 9 => format!("零{}分", said(rest)),
            (0, rest) => format!("{}分", said(rest)),
            (jiao, 0) => format!("{}角整", said(jiao)),
            (jiao, rest) => format!("{}角{}分", said(jiao), said(rest)),
        };
        let yuan = if fen >= 100 || fen == 0 { said(fen / 100) + "元" } else { String::new() };
        format!("人民币{yuan}{cents}")
    }

    proptest! {
        #[test]
        fn agrees_with_the_rule_written_another_way(
            digits in 0_u32..14, scale in 0_u32..12, seed in 0_i64..FEN_END,
        ) {
            // Numbers of every length, many of them with zeros inside and at their ends.
            let cut = 10_i64.pow(scale);
            let fen = seed % 10_i64.pow(digits + 1) / cut * cut + seed % 7;
            let amount = Money::new(fen, Currency::CNY).unwrap();
            prop_assert_eq!(capital(amount).unwrap(), said_with_cents(fen), "{}", fen);
        }
    }
}
