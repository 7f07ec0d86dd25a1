//! Refusals as sentences: what is the matter and what to do.
//! Never decides whether something is refused.

use super::Language;
use super::record_field::setting_field;
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
            format!("承诺付款日 {promised_on} 早于作出承诺的日期 {given_on}。")
        }
        R::InstalmentsMissing => "请填写至少一期。".into(),
        R::InstalmentsNotRising { due_on, after } => {
            format!("分期日期 {due_on} 不能早于 {after}。")
        }
        R::PlanDoesNotAddUp { instalments, owed } => {
            let (sum, owed) = (with_currency(*instalments), with_currency(*owed));
            format!("各期合计 {sum}，与所选单据的未收金额 {owed} 不符。")
        }
        R::LevelOutOfOrder { level, stands } => {
            format!("催款策略第 {level} 步与当前催款等级 {stands} 不衔接，请按顺序进行。")
        }
        R::NextBeforeContact { next_on, on } => format!("日期 {next_on} 早于 {on}。"),
        R::PersonGone { person, until } => format!("{person} 已于 {until} 离开，请另选一人。"),
        R::EndsBeforeItBegins { until, from } => {
            format!("截止日 {until} 早于开始日 {from}。")
        }
        R::TextMissing => "请填写名称或内容。".into(),
        R::PolicyNotUsable(field) => {
            format!("这样的{}无法使用，请检查数值。", setting_field(*field, Language::Zh))
        }
        R::StepsNotRising { step } => {
            format!("第 {step} 步的逾期天数小于前一步，请调整顺序。")
        }
        R::NothingChanged => "没有变化。".into(),
        R::NothingToUndo => "没有可撤销的操作。".into(),
        R::NothingToRedo => "没有可恢复的操作。".into(),
        R::BucketsNotRising => "账龄区间的上限须逐个增大，至少一个，至多十一个。".into(),
        R::RateNotUsable => "汇率须大于零，且不能是本位币。".into(),
        R::CounterUsedUp => "本页的记录编号已用完，请重新载入页面。".into(),
    }
}

fn en(rejection: &Rejection) -> String {
    use Rejection as R;
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
            let (wanted, left) = (with_currency(*wanted), with_currency(*outstanding));
            format!("{wanted} is more than the {left} that the item still owes.")
        }
        R::BeyondRemaining { wanted, remaining } => {
            let (wanted, left) = (with_currency(*wanted), with_currency(*remaining));
            format!("{wanted} is more than the {left} that is left.")
        }
        R::BeyondTolerance { wanted, tolerance } => {
            let (wanted, most) = (with_currency(*wanted), with_currency(*tolerance));
            format!("{wanted} exceeds the tolerance of {most} for small differences.")
        }
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
        R::PromiseInPast { promised_on, given_on } => {
            format!("The promised day {promised_on} lies before the promise, {given_on}.")
        }
        R::InstalmentsMissing => "Enter at least one instalment.".into(),
        R::InstalmentsNotRising { due_on, after } => {
            format!("The instalment of {due_on} must not lie before {after}.")
        }
        R::PlanDoesNotAddUp { instalments, owed } => {
            let (sum, owed) = (with_currency(*instalments), with_currency(*owed));
            format!("The instalments come to {sum}, but the items owe {owed}.")
        }
        R::LevelOutOfOrder { level, stands } => {
            format!("Step {level} does not follow level {stands}, which stands: keep the order.")
        }
        R::NextBeforeContact { next_on, on } => format!("{next_on} lies before {on}."),
        R::PersonGone { person, until } => {
            format!("{person} left on {until}; choose somebody else.")
        }
        R::EndsBeforeItBegins { until, from } => {
            format!("The last day {until} lies before the first, {from}.")
        }
        R::TextMissing => "Enter a name or a text.".into(),
        R::PolicyNotUsable(field) => {
            let name = setting_field(*field, Language::En);
            format!("The {name} cannot be used like this; check the numbers.")
        }
        R::StepsNotRising { step } => {
            format!("Step {step} is due earlier than the one before it; change the order.")
        }
        R::NothingChanged => "Nothing would change.".into(),
        R::NothingToUndo => "There is nothing to undo.".into(),
        R::NothingToRedo => "There is nothing to redo.".into(),
        R::BucketsNotRising => {
            "Upper days of buckets must rise; at least one, at most eleven.".into()
        }
        R::RateNotUsable => "A rate must be more than zero and not of the base currency.".into(),
        R::CounterUsedUp => "This page has used up its record numbers; reload it.".into(),
    }
}
