//! Refusals of discounts and longer terms as sentences (E1, E5).
//! Never decides whether something is refused.

use super::Language;
use crate::money::Money;
use crate::view::amount::with_currency;

pub(super) fn beyond_base(discount: Money, base: Money, language: Language) -> String {
    let (discount, base) = (with_currency(discount), with_currency(base));
    match language {
        Language::Zh => format!("折扣 {discount} 超过了折扣基数 {base}。"),
        Language::En => format!("A discount of {discount} is more than its base of {base}."),
    }
}

pub(super) fn twice(language: Language) -> String {
    match language {
        Language::Zh => "这笔核销已享受过折扣。".into(),
        Language::En => "This allocation has taken a discount already.".into(),
    }
}

pub(super) fn longer(from_days: u32, to_days: u32, language: Language) -> String {
    match language {
        Language::Zh => format!("延长后的账期 {to_days} 天须长于原账期 {from_days} 天。"),
        Language::En => {
            format!("Extended terms of {to_days} days must be longer than the {from_days} before.")
        }
    }
}
