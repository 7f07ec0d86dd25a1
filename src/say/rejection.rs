//! Refusals as sentences: what is the matter and what to do.
//! Never decides whether something is refused.

use super::Language;
use super::approval::{already_decided, not_of_role, nothing_to_approve, out_of_turn};
use super::refused_collection::{
    days, instalment, instalments_missing, next_date, out_of_order, person_gone, plan, policy,
    promise, step_twice, steps, text_missing,
};
use super::refused_incentive::{beyond_base, longer, twice};
use crate::money::Money;
use crate::view::amount::with_currency;
use crate::workbook::Rejection;

/// A refusal as a sentence.
#[must_use]
pub fn rejection(rejection: &Rejection, language: Language) -> String {
    match language {
        Language::Zh => zh(rejection),
        Language::En => en(rejection),
    }
}

#[expect(clippy::too_many_lines, reason = "a sentence for each refusal")]
fn zh(rejection: &Rejection) -> String {
    use Rejection as R;
    match rejection {
        R::CodeMissing => "请填写客户编号。".into(),
        R::CustomerExists(code) => format!("客户“{code}”已经存在。"),
        R::CustomerUnknown(code) => format!("没有客户“{code}”。"),
        R::DocumentExists(number) => format!("该客户已有单据“{number}”，请修改原单据。"),
        R::DocumentUnknown => "没有这张单据，或它已被撤销。".into(),
        R::IssueDateMissing => "请填写开票日期。".into(),
        R::AmountMissing => "请填写金额。".into(),
        R::AmountNotPositive(money) => format!("金额须大于零，现为 {}。", with_currency(*money)),
        R::TaxBeyondAmount(tax) => format!("税额 {} 超出金额或币种不同。", with_currency(*tax)),
        R::TermsWithoutRest => "付款条件的最后一行须为“其余”。".into(),
        R::DueBeforeIssue { due_on, issued_on } => {
            format!("到期日 {due_on} 早于开票日期 {issued_on}。")
        }
        R::FundUnknown => "没有这笔收款或红字单，或它已被撤销。".into(),
        R::ItemUnknown => "没有这张未结清单据，或它已被撤销。".into(),
        R::CurrencyDiffers { money, item } => {
            format!("币种不同：款项为 {}，单据为 {}。", money.currency(), item.currency())
        }
        R::BeyondOutstanding { wanted, outstanding } => {
            let (wanted, left) = (with_currency(*wanted), with_currency(*outstanding));
            format!("{wanted} 超过单据未收金额 {left}。")
        }
        R::BeyondRemaining { wanted, remaining } => {
            let (wanted, left) = (with_currency(*wanted), with_currency(*remaining));
            format!("{wanted} 超过可用余额 {left}。")
        }
        R::BeyondTolerance { wanted, tolerance } => {
            let (wanted, most) = (with_currency(*wanted), with_currency(*tolerance));
            format!("{wanted} 超过小额差异上限 {most}。")
        }
        R::DiscountBeyondBase { discount, base } => beyond_base(*discount, *base, Language::Zh),
        R::DiscountTwice => twice(Language::Zh),
        R::TermsNotLonger { from_days, to_days } => longer(*from_days, *to_days, Language::Zh),
        R::ReasonMissing => "请填写原因。".into(),
        R::ApproverMissing => "请填写审批人。".into(),
        R::SubjectUnknown => "没有这条记录，或它不再有效。".into(),
        R::AlreadyReversed => "它已经被冲销或解决。".into(),
        R::BeforeItHappened { on, happened_on } => {
            format!("日期 {on} 早于发生日 {happened_on}。")
        }
        R::AlreadyRetracted => "这条记录已经撤销。".into(),
        R::NotRetracted => "这条记录没有被撤销。".into(),
        R::CannotRetractCreation => "工作簿的第一条记录不能撤销。".into(),
        R::ImportIsFollowed => "后来的导入以它为基础，请先撤销后来的导入。".into(),
        R::PromiseInPast { promised_on, given_on } => {
            promise(*promised_on, *given_on, Language::Zh)
        }
        R::InstalmentsMissing => instalments_missing(Language::Zh),
        R::InstalmentsNotRising { due_on, after } => instalment(*due_on, *after, Language::Zh),
        R::PlanDoesNotAddUp { instalments, owed } => plan(*instalments, *owed, Language::Zh),
        R::LevelOutOfOrder { level, stands } => out_of_order(*level, *stands, Language::Zh),
        R::StepTwice(customer) => step_twice(customer, Language::Zh),
        R::NextBeforeContact { next_on, on } => next_date(*next_on, *on, Language::Zh),
        R::PersonGone { person, until } => person_gone(person, *until, Language::Zh),
        R::EndsBeforeItBegins { until, from } => days(*until, *from, Language::Zh),
        R::TextMissing => text_missing(Language::Zh),
        R::NothingToApprove => nothing_to_approve(Language::Zh),
        R::AlreadyDecided { role, by } => already_decided(*role, by, Language::Zh),
        R::ApprovalOutOfOrder { role, awaited } => out_of_turn(*role, *awaited, Language::Zh),
        R::NotOfRole { person, role } => not_of_role(person, *role, Language::Zh),
        R::PolicyNotUsable(field) => policy(*field, Language::Zh),
        R::StepsNotRising { step } => steps(*step, Language::Zh),
        R::NothingChanged => "没有变化。".into(),
        R::NothingToUndo => "没有可撤销的操作。".into(),
        R::NothingToRedo => "没有可恢复的操作。".into(),
        R::BucketsNotRising => "账龄区间的上限须逐个增大，至少一个，至多十一个。".into(),
        R::RateNotUsable => "汇率须大于零，且不能是本位币。".into(),
        R::CounterUsedUp => "本页的记录编号已用完，请重新载入页面。".into(),
    }
}

#[expect(clippy::too_many_lines, reason = "a sentence for each refusal")]
fn en(rejection: &Rejection) -> String {
    use Rejection as R;
    let english = Language::En;
    match rejection {
        R::CodeMissing => "Enter the customer's code.".into(),
        R::CustomerExists(code) => format!("Customer “{code}” exists already."),
        R::CustomerUnknown(code) => format!("There is no customer “{code}”."),
        R::DocumentExists(number) => {
            format!("This customer has a document “{number}” already; change that one.")
        }
        R::DocumentUnknown => "There is no such document, or it was retracted.".into(),
        R::IssueDateMissing => "Enter the invoice date.".into(),
        R::AmountMissing => "Enter the amount.".into(),
        R::AmountNotPositive(money) => {
            format!("The amount must be more than zero; it is {}.", with_currency(*money))
        }
        R::TaxBeyondAmount(tax) => {
            format!("Tax of {} exceeds the amount or is of another currency.", with_currency(*tax))
        }
        R::TermsWithoutRest => "The last line of payment terms must take the rest.".into(),
        R::DueBeforeIssue { due_on, issued_on } => {
            format!("The due date {due_on} lies before the invoice date {issued_on}.")
        }
        R::FundUnknown => "There is no such receipt or credit note, or it was retracted.".into(),
        R::ItemUnknown => "There is no such open item, or it was retracted.".into(),
        R::CurrencyDiffers { money, item } => {
            format!("Currencies differ: {} and {}.", money.currency(), item.currency())
        }
        R::BeyondOutstanding { wanted, outstanding } => {
            format!("{} that the item still owes.", beyond(*wanted, *outstanding))
        }
        R::BeyondRemaining { wanted, remaining } => {
            format!("{} that is left.", beyond(*wanted, *remaining))
        }
        R::BeyondTolerance { wanted, tolerance } => {
            format!("{} that small differences may be.", beyond(*wanted, *tolerance))
        }
        R::DiscountBeyondBase { discount, base } => beyond_base(*discount, *base, Language::En),
        R::DiscountTwice => twice(Language::En),
        R::TermsNotLonger { from_days, to_days } => longer(*from_days, *to_days, Language::En),
        R::ReasonMissing => "Enter the reason.".into(),
        R::ApproverMissing => "Enter the name of who approved it.".into(),
        R::SubjectUnknown => "There is no such record, or it no longer counts.".into(),
        R::AlreadyReversed => "It is reversed or resolved already.".into(),
        R::BeforeItHappened { on, happened_on } => {
            format!("{on} lies before the day it happened, {happened_on}.")
        }
        R::AlreadyRetracted => "This record is retracted already.".into(),
        R::NotRetracted => "This record is not retracted.".into(),
        R::CannotRetractCreation => "The first record of a workbook cannot be retracted.".into(),
        R::ImportIsFollowed => "A later import builds on this one; retract that first.".into(),
        R::PromiseInPast { promised_on, given_on } => promise(*promised_on, *given_on, english),
        R::InstalmentsMissing => instalments_missing(english),
        R::InstalmentsNotRising { due_on, after } => instalment(*due_on, *after, english),
        R::PlanDoesNotAddUp { instalments, owed } => plan(*instalments, *owed, english),
        R::LevelOutOfOrder { level, stands } => out_of_order(*level, *stands, english),
        R::StepTwice(customer) => step_twice(customer, english),
        R::NextBeforeContact { next_on, on } => next_date(*next_on, *on, english),
        R::PersonGone { person, until } => person_gone(person, *until, english),
        R::EndsBeforeItBegins { until, from } => days(*until, *from, english),
        R::TextMissing => text_missing(english),
        R::NothingToApprove => nothing_to_approve(english),
        R::AlreadyDecided { role, by } => already_decided(*role, by, english),
        R::ApprovalOutOfOrder { role, awaited } => out_of_turn(*role, *awaited, english),
        R::NotOfRole { person, role } => not_of_role(person, *role, english),
        R::PolicyNotUsable(field) => policy(*field, english),
        R::StepsNotRising { step } => steps(*step, english),
        R::NothingChanged => "Nothing would change.".into(),
        R::NothingToUndo => "There is nothing to undo.".into(),
        R::NothingToRedo => "There is nothing to redo.".into(),
        R::BucketsNotRising => "Upper days of buckets must rise; enter one to eleven.".into(),
        R::RateNotUsable => "A rate must be more than zero and not of the base currency.".into(),
        R::CounterUsedUp => "This page has used up its record numbers; reload it.".into(),
    }
}

fn beyond(wanted: Money, most: Money) -> String {
    format!("{} is more than the {}", with_currency(wanted), with_currency(most))
}
