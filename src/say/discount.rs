//! Offers of discounts, why none is open, and what became of one, as sentences (E1–E3).
//! Never decides any of it.

use super::Language;
use super::credit::class;
use crate::record::{
    CreditClass, DiscountBase, DiscountGain, DiscountOffer, DiscountStep, DiscountWindow, PerkKind,
    Tier,
};
use crate::rule::incentive::discount::{GrantState, NoDiscount};
use crate::view::amount::{rate_percent, with_currency};
use crate::view::discount::PerkState;

/// A step in words: `2% for receipts 30 days or more before the due day`.
#[must_use]
pub fn discount_step(step: &DiscountStep, language: Language) -> String {
    let gain = match step.gain {
        DiscountGain::Rate(rate) => rate_percent(rate),
        DiscountGain::Fixed(amount) => with_currency(amount),
    };
    match (step.window, language) {
        (DiscountWindow::BeforeDue(days), Language::Zh) => {
            format!("到期前 {days} 天及以上付款优惠 {gain}")
        }
        (DiscountWindow::BeforeDue(days), Language::En) => {
            format!("{gain} when paid {days} days or more before the due day")
        }
        (DiscountWindow::AfterIssue(days), Language::Zh) => {
            format!("开票后 {days} 天内付款优惠 {gain}")
        }
        (DiscountWindow::AfterIssue(days), Language::En) => {
            format!("{gain} when paid within {days} days of the invoice date")
        }
    }
}

/// An offer as one readable sentence (SCREENS, Discounts).
#[must_use]
pub fn discount_offer(offer: &DiscountOffer, language: Language) -> String {
    let steps: Vec<String> = offer.steps.iter().map(|step| discount_step(step, language)).collect();
    let mut parts = vec![steps.join(if language == Language::Zh { "，" } else { ", " })];
    parts.push(whom(&offer.classes, &offer.tiers, language));
    parts.extend(period(offer, language));
    parts.push(pick(
        match offer.base {
            DiscountBase::WithoutTax => ("按不含税金额计算", "of the amount without tax"),
            DiscountBase::WithTax => ("按含税金额计算", "of the amount with tax"),
        },
        language,
    ));
    if offer.full_payment_only {
        parts.push(pick(("仅限一次付清整笔", "only when the whole item is paid"), language));
    }
    parts.push(match offer.while_overdue {
        true => pick(("另有逾期也可享受", "also while other items are overdue"), language),
        false => pick(("另有逾期不享受", "not while another item stays overdue"), language),
    });
    if offer.as_rebate {
        parts.push(pick(("付款后返现", "paid back afterwards"), language));
    }
    if let Some(budget) = offer.budget {
        let budget = with_currency(budget);
        parts.push(match language {
            Language::Zh => format!("预算 {budget}"),
            Language::En => format!("budget {budget}"),
        });
    }
    match language {
        Language::Zh => format!("{}。", parts.join("；")),
        Language::En => format!("{}.", parts.join("; ")),
    }
}

fn whom(classes: &[CreditClass], tiers: &[Tier], language: Language) -> String {
    if classes.is_empty() && tiers.is_empty() {
        return pick(("适用所有客户", "for all customers"), language);
    }
    let classes = classes.iter().map(|held| self::class(*held, language).to_owned());
    let tiers = tiers.iter().map(|tier| match language {
        Language::Zh => format!("{tier:?} 级"),
        Language::En => format!("tier {tier:?}"),
    });
    let named: Vec<String> = classes.chain(tiers).collect();
    match language {
        Language::Zh => format!("适用{}客户", named.join("、")),
        Language::En => format!("for {} customers", named.join(", ")),
    }
}

fn period(offer: &DiscountOffer, language: Language) -> Option<String> {
    let (zh, en) = match (offer.from, offer.until) {
        (None, None) => return None,
        (Some(from), None) => (format!("{from} 起的收款"), format!("receipts from {from}")),
        (None, Some(until)) => (format!("{until} 前的收款"), format!("receipts until {until}")),
        (Some(from), Some(until)) => {
            (format!("{from} 至 {until} 的收款"), format!("receipts from {from} to {until}"))
        }
    };
    Some(match language {
        Language::Zh => zh,
        Language::En => en,
    })
}

/// Why no discount is open for an item.
#[must_use]
pub fn no_discount(why: NoDiscount, language: Language) -> String {
    let both = match why {
        NoDiscount::Lapsed { last_on } => {
            return match language {
                Language::Zh => format!("折扣期已过（到 {last_on}）"),
                Language::En => format!("lapsed on {last_on}"),
            };
        }
        NoDiscount::NoOffer => ("没有优惠", "nothing is offered"),
        NoDiscount::Settled => ("已结清", "settled"),
        NoDiscount::Disputed => ("有争议", "disputed"),
        NoDiscount::OverdueElsewhere => ("另有逾期", "another item stays overdue"),
        NoDiscount::OtherClass => ("客户分类不适用", "not for this class"),
        NoDiscount::OtherTier => ("逾期分级不适用", "not for this tier"),
        NoDiscount::BudgetUsed => ("预算已用完", "the budget is used up"),
    };
    pick(both, language)
}

/// What became of a discount.
#[must_use]
pub const fn grant_state(state: GrantState, language: Language) -> &'static str {
    let (zh, en) = match state {
        GrantState::Earned => ("应享", "earned"),
        GrantState::TakenLate => ("超期扣取", "taken late"),
        GrantState::Accepted => ("超期已认可", "late, accepted"),
        GrantState::Ended => ("已追回或失效", "claimed back or ended"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// What a kind of perk is called.
#[must_use]
pub const fn perk_kind(kind: PerkKind, language: Language) -> &'static str {
    let (zh, en) = match kind {
        PerkKind::Service => ("增值服务", "service"),
        PerkKind::Reward => ("守约奖励", "reward"),
        PerkKind::Rebate => ("返现", "rebate"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// Where a perk stands.
#[must_use]
pub const fn perk_state(state: PerkState, language: Language) -> &'static str {
    let (zh, en) = match state {
        PerkState::Due => ("待兑现", "to be given"),
        PerkState::Fulfilled => ("已兑现", "given"),
        PerkState::Withdrawn => ("已取消", "taken back"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

fn pick((zh, en): (&str, &str), language: Language) -> String {
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}
