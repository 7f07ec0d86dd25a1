//! What is wrong with a filled-in form as a sentence at its field (SCREENS, manners).
//! Never says how to find the field: it stands there.

use super::Language;
use super::rejection::rejection;
use crate::view::deed::Fault;
use crate::view::policy_form::PolicyFault;

/// What is wrong with a field, and what to write instead.
#[must_use]
pub fn fault(fault: &Fault, language: Language) -> String {
    let (zh, en) = match fault {
        Fault::NotADay => (
            "请填写日期，例如 2026-3-5、明天、+7",
            "Enter a date, such as 2026-3-5, tomorrow or +7",
        ),
        Fault::NotATime => ("请填写时间，例如 9:30", "Enter a time, such as 9:30"),
        Fault::NotAnAmount => ("请填写金额，例如 1,200 或 1.2万", "Enter an amount, such as 1,200"),
        Fault::NotWhole => ("请填写整数", "Enter a whole number"),
        Fault::NotAPercentage => ("请填写 0 到 100 的百分数", "Enter a percentage from 0 to 100"),
        Fault::NotChosen => ("请选择一项", "Choose one"),
        Fault::AfterToday => ("这一天还没有到", "That day has not come yet"),
        Fault::Refused(refused) => return rejection(refused, language),
    };
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}

/// What is wrong with a field of a policy, and what to write instead.
#[must_use]
pub const fn policy_fault(fault: PolicyFault, language: Language) -> &'static str {
    let (zh, en) = match fault {
        PolicyFault::NotWhole => {
            ("请填写 0 到 36500 的整数", "Enter a whole number from 0 to 36500")
        }
        PolicyFault::NotAboveZero => ("请填写大于 0 的整数", "Enter a whole number above 0"),
        PolicyFault::Above100 => ("不能超过 100", "At most 100"),
        PolicyFault::NotAnAmount => {
            ("请填写金额，例如 1,200 或 1.2万", "Enter an amount, such as 1,200")
        }
        PolicyFault::NotMonths => {
            ("请填写 0 到 100 的数字，例如 1.5", "Enter a number from 0 to 100, such as 1.5")
        }
        PolicyFault::NotARate => {
            ("请填写 0 到 100 的数字，例如 0.05", "Enter a number from 0 to 100, such as 0.05")
        }
        PolicyFault::NotDays => {
            ("请填写整数，例如 180, 90, 30", "Enter whole numbers, such as 180, 90, 30")
        }
        PolicyFault::NotATime => ("请填写时间，例如 9:30", "Enter a time, such as 9:30"),
        PolicyFault::NotHours => (
            "请填写时段，例如 10:00–12:00, 14:00–17:00",
            "Enter hours, such as 10:00–12:00, 14:00–17:00",
        ),
        PolicyFault::NoWeight => ("至少一项权重要大于 0", "At least one weight has to be above 0"),
        PolicyFault::BelowBefore => ("不能小于前一栏", "Not less than the field before it"),
        PolicyFault::AboveBefore => ("不能大于前一栏", "Not more than the field before it"),
        PolicyFault::NotBeyondBefore => {
            ("必须大于前一栏", "Has to be more than the field before it")
        }
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
