//! What is wrong with a filled-in form as a sentence at its field (SCREENS, manners).
//! Never says how to find the field: it stands there.

use super::Language;
use super::rejection::rejection;
use crate::view::deed::Fault;

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
