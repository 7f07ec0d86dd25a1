//! The worklist in words: what is to be done, why, and what to know before (D2, D3).
//! Never decides anything: rules did.

use super::Language;
use super::approval::awaits;
use super::contact::{channel, contact_result};
use super::credit::class;
use crate::calendar::{Date, TimeOfDay};
use crate::policy::Policy;
use crate::rule::collection::{Action, Line, NotApplicable, Spacing, StepCondition, Task, Warning};
use crate::view::amount::with_currency;

/// What is to be done: the title of the step or notice, or the channel of a follow-up.
#[must_use]
pub fn action(task: &Task, policy: &Policy, language: Language) -> String {
    match task.action {
        None => match language {
            Language::Zh => "暂不催款".to_owned(),
            Language::En => "nothing to demand".to_owned(),
        },
        Some(Action::Step(_)) => {
            task.step(policy).map_or("", |step| step.title.text(language)).to_owned()
        }
        Some(Action::FollowUp(_)) if matches!(task.reason, Line::WrongNumber { .. }) => {
            match language {
                Language::Zh => "核实联系方式".to_owned(),
                Language::En => "check the contact data".to_owned(),
            }
        }
        Some(Action::FollowUp(how)) => match language {
            Language::Zh => format!("跟进：{}", channel(how, language)),
            Language::En => format!("follow-up: {}", channel(how, language)),
        },
        Some(Action::Notice(index)) => {
            let notice = policy.playbook.before_due.get(index);
            notice.map_or("", |notice| notice.title.text(language)).to_owned()
        }
    }
}

fn day(number: i32) -> String {
    Date::from_number(number).map_or_else(|| "—".to_owned(), |on| on.to_string())
}

/// A line of the explanation of an action.
#[must_use]
pub fn worklist_line(line: &Line, language: Language) -> String {
    match language {
        Language::Zh => zh(line),
        Language::En => en(line),
    }
}

fn zh(line: &Line) -> String {
    match line {
        Line::Oldest { due_day, overdue_days } => {
            format!("最早到期 {}，逾期 {overdue_days} 天", day(*due_day))
        }
        Line::Disputed(amount) => format!("争议 {}，不催", with_currency(*amount)),
        Line::Held { amount, until_day } => {
            format!("暂缓 {} 至 {}，不催", with_currency(*amount), day(*until_day))
        }
        Line::Planned(amount) => format!("还款计划正常 {}，不催", with_currency(*amount)),
        Line::Promised(amount) => format!("承诺未到期 {}，不催", with_currency(*amount)),
        Line::AwaitsApproval { kind, role } => awaits(*kind, *role, Language::Zh),
        Line::Demanded(amount) => format!("应催 {}", with_currency(*amount)),
        Line::Level { tier, level, since_day: Some(since) } => {
            format!("{tier:?} 级策略，已做到第 {level} 步（{}）", day(*since))
        }
        Line::Level { tier, since_day: None, .. } => format!("{tier:?} 级策略，尚未开始"),
        Line::PassedOver { place, why } => {
            format!("第 {place} 步不适用：{}", not_applicable(*why, Language::Zh))
        }
        Line::NextStep { place } => format!("下一步：第 {place} 步"),
        Line::StepFrom { condition, day: from } => {
            format!("{}：{} 起", condition_words(*condition, Language::Zh), day(*from))
        }
        Line::LastContact { day: on, channel: how, result } => format!(
            "上次联系 {}，{}，{}",
            day(*on),
            channel(*how, Language::Zh),
            contact_result(*result, Language::Zh)
        ),
        Line::Spaced { why, day: from } => spaced(*why, *from, Language::Zh),
        Line::FollowUp { every_days, day: on } => {
            format!("每 {every_days} 天跟进：{}", day(*on))
        }
        Line::CallDue { every_days, last_day: Some(last) } => {
            format!("每 {every_days} 天至少一次电话，上次 {}", day(*last))
        }
        Line::CallDue { every_days, last_day: None } => {
            format!("每 {every_days} 天至少一次电话，还没有打过")
        }
        Line::BeforeDue { due_day, from_day } => {
            format!("{} 到期，{} 起提醒", day(*due_day), day(*from_day))
        }
        Line::Unkept { amount, promised_day, before: 0 } => {
            format!("承诺 {} 付 {} 未兑现", day(*promised_day), with_currency(*amount))
        }
        Line::Unkept { amount, promised_day, before } => format!(
            "承诺 {} 付 {} 未兑现，此前还有 {before} 次",
            day(*promised_day),
            with_currency(*amount)
        ),
        Line::PlanBroken { day: on } => format!("还款计划于 {} 违约", day(*on)),
        Line::WrongNumber { day: on } => format!("{} 号码有误，先核实联系方式", day(*on)),
        Line::Missed { since_day } => format!("{} 起应做，漏办", day(*since_day)),
    }
}

fn en(line: &Line) -> String {
    match line {
        Line::Oldest { due_day, overdue_days } => {
            format!("oldest item due {}, {}", day(*due_day), days(*overdue_days, "overdue"))
        }
        Line::Disputed(amount) => format!("{} disputed, not demanded", with_currency(*amount)),
        Line::Held { amount, until_day } => {
            format!("{} on hold until {}, not demanded", with_currency(*amount), day(*until_day))
        }
        Line::Planned(amount) => {
            format!("{} in a plan on track, not demanded", with_currency(*amount))
        }
        Line::Promised(amount) => {
            format!("{} promised, not demanded yet", with_currency(*amount))
        }
        Line::AwaitsApproval { kind, role } => awaits(*kind, *role, Language::En),
        Line::Demanded(amount) => format!("demanded {}", with_currency(*amount)),
        Line::Level { tier, level, since_day: Some(since) } => {
            format!("playbook of tier {tier:?}, step {level} done on {}", day(*since))
        }
        Line::Level { tier, since_day: None, .. } => {
            format!("playbook of tier {tier:?}, not begun")
        }
        Line::PassedOver { place, why } => {
            format!("step {place} does not apply: {}", not_applicable(*why, Language::En))
        }
        Line::NextStep { place } => format!("next is step {place}"),
        Line::StepFrom { condition, day: from } => {
            format!("{}: from {}", condition_words(*condition, Language::En), day(*from))
        }
        Line::LastContact { day: on, channel: how, result } => format!(
            "last contact {}, {}, {}",
            day(*on),
            channel(*how, Language::En),
            contact_result(*result, Language::En)
        ),
        Line::Spaced { why, day: from } => spaced(*why, *from, Language::En),
        Line::FollowUp { every_days, day: on } => {
            format!("follow-up every {}: {}", days(*every_days, ""), day(*on))
        }
        Line::CallDue { every_days, last_day: Some(last) } => {
            format!("a call at least every {}, last {}", days(*every_days, ""), day(*last))
        }
        Line::CallDue { every_days, last_day: None } => {
            format!("a call at least every {}, none so far", days(*every_days, ""))
        }
        Line::BeforeDue { due_day, from_day } => {
            format!("due {}, notice from {}", day(*due_day), day(*from_day))
        }
        Line::Unkept { amount, promised_day, before: 0 } => {
            format!("{} promised for {} did not come", with_currency(*amount), day(*promised_day))
        }
        Line::Unkept { amount, promised_day, before } => format!(
            "{} promised for {} did not come, after {before} more",
            with_currency(*amount),
            day(*promised_day)
        ),
        Line::PlanBroken { day: on } => format!("the plan was broken on {}", day(*on)),
        Line::WrongNumber { day: on } => {
            format!("the number was wrong on {}: check the contact data first", day(*on))
        }
        Line::Missed { since_day } => format!("was due on {} and missed", day(*since_day)),
    }
}

/// `1 day overdue`, `3 days`.
fn days(count: i32, after: &str) -> String {
    let unit = if count == 1 { "day" } else { "days" };
    format!("{count} {unit} {after}").trim_end().to_owned()
}

fn not_applicable(why: NotApplicable, language: Language) -> String {
    let (zh, en) = match why {
        NotApplicable::Class(held) => {
            return match language {
                Language::Zh => format!("客户为{}", class(held, language)),
                Language::En => format!("the customer is {}", class(held, language)),
            };
        }
        NotApplicable::Amount => ("金额不够大", "the amount is not large enough"),
        NotApplicable::KeyAccount => ("不是重点客户", "no key account"),
        NotApplicable::Answered => ("上一步已得到答复", "the step before was answered"),
    };
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}

fn condition_words(condition: StepCondition, language: Language) -> String {
    match (condition, language) {
        (StepCondition::Overdue(count), Language::Zh) => format!("逾期满 {count} 天"),
        (StepCondition::Overdue(count), Language::En) => days(count, "overdue"),
        (StepCondition::Grace { class: held, days: 0 }, Language::Zh) => {
            format!("{}客户没有宽限", class(held, language))
        }
        (StepCondition::Grace { class: held, days: 0 }, Language::En) => {
            format!("no grace for {}", class(held, language))
        }
        (StepCondition::Grace { class: held, days: count }, Language::Zh) => {
            format!("{}客户宽限 {count} 天已过", class(held, language))
        }
        (StepCondition::Grace { class: held, days: count }, Language::En) => {
            format!("grace of {} for {} over", days(count, ""), class(held, language))
        }
        (StepCondition::Answer, Language::Zh) => "答复期限已过".to_owned(),
        (StepCondition::Answer, Language::En) => "deadline for an answer over".to_owned(),
        (StepCondition::SinceContact(count), Language::Zh) => format!("距上次联系 {count} 天"),
        (StepCondition::SinceContact(count), Language::En) => days(count, "since the last contact"),
        (StepCondition::MonthEnd(count), Language::Zh) => format!("月末最后 {count} 天"),
        (StepCondition::MonthEnd(count), Language::En) => {
            format!("last {} of the month", days(count, ""))
        }
    }
}

fn spaced(why: Spacing, from: i32, language: Language) -> String {
    let from = day(from);
    match (why, language) {
        (Spacing::Free, Language::Zh) => "随时可联系".to_owned(),
        (Spacing::Free, Language::En) => "may be contacted at any time".to_owned(),
        (Spacing::Quiet, Language::Zh) => format!("两次联系之间留间隔，{from} 起可再联系"),
        (Spacing::Quiet, Language::En) => format!("quiet days kept, next contact from {from}"),
        (Spacing::Result(result), Language::Zh) => {
            format!("上次“{}”，{from} 再联系", contact_result(result, language))
        }
        (Spacing::Result(result), Language::En) => {
            format!("last time “{}”, next contact {from}", contact_result(result, language))
        }
        (Spacing::Agreed, Language::Zh) => format!("约定 {from} 再联系"),
        (Spacing::Agreed, Language::En) => format!("next contact agreed for {from}"),
    }
}

/// What a collector should know before contacting a customer.
#[must_use]
pub fn warning(warning: &Warning, language: Language) -> String {
    let is_zh = language == Language::Zh;
    let text = |zh: String, en: String| if is_zh { zh } else { en };
    match warning {
        Warning::UnappliedCash(amount) => {
            let amount = with_currency(*amount);
            text(
                format!("未核销收款 {amount}，催收前先核销。"),
                format!("{amount} of unapplied cash: allocate it before asking for money."),
            )
        }
        Warning::Disputed(amount) => {
            let amount = with_currency(*amount);
            text(
                format!("逾期中有争议 {amount}，不要催这部分。"),
                format!("{amount} of what is overdue is disputed: do not ask for it."),
            )
        }
        Warning::NoReceipts { last_day: Some(last) } => text(
            format!("自 {} 起没有登记过收款，先核对银行到账。", day(*last)),
            format!("No receipt recorded since {}: check the bank first.", day(*last)),
        ),
        Warning::NoReceipts { last_day: None } => text(
            "还没有登记过收款，先核对银行到账。".to_owned(),
            "No receipt is recorded at all: check the bank first.".to_owned(),
        ),
        Warning::NotSignedOff { last_day } => {
            let last = last_day.map_or_else(|| "—".to_owned(), day);
            text(
                format!("财务核对只到 {last}。"),
                format!("Finance has checked the figures until {last} only."),
            )
        }
        Warning::WrongNumber { person } => text(
            format!("号码有误，先核实联系方式 {person}").trim_end().to_owned() + "。",
            format!("The number was wrong: verify it first {person}").trim_end().to_owned() + ".",
        ),
        Warning::ManyToday(count) => text(
            format!("今天已联系 {count} 次，已达上限。"),
            format!("Contacted {count} times today already: that is the limit."),
        ),
        Warning::ManyThisWeek(count) => text(
            format!("七天内已联系 {count} 次，已达上限。"),
            format!("Contacted {count} times in seven days: that is the limit."),
        ),
        Warning::OutsideHours { from, until } => text(
            format!("现在不在联系时段 {from}–{until}。"),
            format!("Outside the hours for contacts, {from}–{until}."),
        ),
        Warning::NotPreferred(hours) => {
            let span = |[from, until]: &[TimeOfDay; 2]| format!("{from}–{until}");
            let best: Vec<String> = hours.iter().map(span).collect();
            text(
                format!("{}较容易联系到人。", best.join("、")),
                format!("People are best reached at {}.", best.join(", ")),
            )
        }
        Warning::SupplySuspended => {
            text("已暂停供货。".to_owned(), "Supply is suspended.".to_owned())
        }
    }
}
