//! Refusals of contacts, promises, plans and policy as sentences (D1–D6).
//! Never decides whether something is refused.

use super::Language;
use super::record_field::setting_field;
use crate::calendar::Date;
use crate::id::Key;
use crate::money::Money;
use crate::record::SettingField;
use crate::view::amount::with_currency;

pub(super) fn promise(promised_on: Date, given_on: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("承诺付款日 {promised_on} 早于作出承诺的日期 {given_on}。"),
        Language::En => {
            format!("The promised day {promised_on} lies before the promise, {given_on}.")
        }
    }
}

pub(super) fn instalments_missing(language: Language) -> String {
    match language {
        Language::Zh => "请填写至少一期。".into(),
        Language::En => "Enter at least one instalment.".into(),
    }
}

pub(super) fn instalment(due_on: Date, after: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("分期日期 {due_on} 不能早于 {after}。"),
        Language::En => format!("The instalment of {due_on} must not lie before {after}."),
    }
}

pub(super) fn plan(instalments: Money, owed: Money, language: Language) -> String {
    let (sum, owed) = (with_currency(instalments), with_currency(owed));
    match language {
        Language::Zh => format!("各期合计 {sum}，与所选单据的未收金额 {owed} 不符。"),
        Language::En => format!("The instalments come to {sum}, but the items owe {owed}."),
    }
}

pub(super) fn out_of_order(level: u32, stands: u32, language: Language) -> String {
    match language {
        Language::Zh => {
            format!("催款策略第 {level} 步与当前催款等级 {stands} 不衔接，请按顺序进行。")
        }
        Language::En => {
            format!("Step {level} does not follow level {stands}, which stands: keep the order.")
        }
    }
}

pub(super) fn step_twice(customer: &Key, language: Language) -> String {
    match language {
        Language::Zh => format!("客户 {customer} 一次只能完成一个步骤，请只保留一条。"),
        Language::En => {
            format!("Customer {customer} can only complete one step at a time; keep one contact.")
        }
    }
}

pub(super) fn next_date(next_on: Date, on: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("日期 {next_on} 早于 {on}。"),
        Language::En => format!("{next_on} lies before {on}."),
    }
}

pub(super) fn person_gone(person: &str, until: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("{person} 已于 {until} 离开，请另选一人。"),
        Language::En => format!("{person} left on {until}; choose somebody else."),
    }
}

pub(super) fn days(until: Date, from: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("截止日 {until} 早于开始日 {from}。"),
        Language::En => format!("The last day {until} lies before the first, {from}."),
    }
}

pub(super) fn text_missing(language: Language) -> String {
    match language {
        Language::Zh => "请填写名称或内容。".into(),
        Language::En => "Enter a name or a text.".into(),
    }
}

pub(super) fn policy(field: SettingField, language: Language) -> String {
    let name = setting_field(field, language);
    match language {
        Language::Zh => format!("这样的{name}无法使用，请检查数值。"),
        Language::En => format!("The {name} cannot be used like this; check the numbers."),
    }
}

pub(super) fn steps(step: u32, language: Language) -> String {
    match language {
        Language::Zh => format!("第 {step} 步的逾期天数小于前一步，请调整顺序。"),
        Language::En => {
            format!("Step {step} is due earlier than the one before it; change the order.")
        }
    }
}
