//! Contacts, promises, plans, decisions and their kin as sentences: what was recorded (I4).
//! Never says by whom and when: the history and the timeline show those beside it.

use super::Language;
use super::approval;
use super::contact::{case_kind, case_stage, channel, contact_result, evidence_kind};
use super::credit::{alert_kind, class, credit_action};
use super::discount::perk_kind;
use crate::record::{
    AlertAnswer, Appointment, CaseOpened, Contact, CreditAction, Evaluation, Evidence, Fact, Hold,
    LateChargeDecision, LateChargeOutcome, Override, OverrideValue, Perk, Plan, Promise,
    StatementAnswer, StatementSent, TermsExtension,
};
use crate::view::amount::with_currency;

/// What such a fact records, without its customer; `None` for facts of any other kind.
#[must_use]
pub fn dealing(fact: &Fact, language: Language) -> Option<String> {
    let (zh, en) = match fact {
        Fact::Contact(it) => contact(it, language),
        Fact::Appointment(it) => appointment(it),
        Fact::Promise(it) => promise(it),
        Fact::Plan(it) => plan(it),
        Fact::Hold(it) => hold(it),
        Fact::CaseOpened(it) => case(it, language),
        Fact::CaseStageReached(it) => same(case_stage(it.stage, language)),
        Fact::Approval(it) => approval::decision(it),
        Fact::Evidence(it) => evidence(it, language),
        Fact::StatementSent(it) => statement(it),
        Fact::StatementAnswered(it) => slip(&it.answer),
        Fact::Contract(it) => {
            (format!("登记合同 {}", it.number), format!("recorded contract {}", it.number))
        }
        Fact::Override(it) => by_hand(it, language),
        Fact::Evaluation(it) => evaluation(it, language),
        Fact::CreditDecision(it) => decision(&it.action, language),
        Fact::AlertAnswer(it) => alert(it, language),
        Fact::Assessment(it) => {
            let amount = with_currency(it.amount);
            (format!("单项计提 {amount}"), format!("individual assessment of {amount}"))
        }
        Fact::DiscountAccepted(_) => both_of("超期折扣已认可", "late discount accepted"),
        Fact::LateChargeDecision(it) => late_charge(it),
        Fact::TermsExtension(it) => extension(it),
        Fact::Perk(it) => perk(it),
        Fact::PerkFulfilled(_) => both_of("权益已兑现", "perk given"),
        Fact::Created(_)
        | Fact::Customer(_)
        | Fact::Document(_)
        | Fact::Receipt(_)
        | Fact::Allocation(_)
        | Fact::Refund(_)
        | Fact::WriteOff(_)
        | Fact::Recovery(_)
        | Fact::Discount(_)
        | Fact::Dispute(_)
        | Fact::DisputeResolved(_)
        | Fact::Article(_)
        | Fact::Training(_)
        | Fact::MeetingDecision(_)
        | Fact::SignOff(_)
        | Fact::Rows(_)
        | Fact::Imported(_)
        | Fact::Layout(_)
        | Fact::ExchangeRate(_)
        | Fact::Amend(_)
        | Fact::Reverse(_)
        | Fact::Retract(_)
        | Fact::Restore(_)
        | Fact::Unknown(_) => return None,
    };
    Some(match language {
        Language::Zh => zh.trim_end().to_owned(),
        Language::En => en.trim_end().to_owned(),
    })
}

/// A sentence in Chinese and in English.
type Both = (String, String);

fn same(name: &str) -> Both {
    (name.to_owned(), name.to_owned())
}

fn both_of(zh: &str, en: &str) -> Both {
    (zh.to_owned(), en.to_owned())
}

fn contact(it: &Contact, language: Language) -> Both {
    let how = channel(it.channel, language);
    let result = contact_result(it.result, language);
    (format!("{how}：{result}"), format!("{how}: {result}"))
}

fn appointment(it: &Appointment) -> Both {
    let (on, place) = (it.on, &it.place);
    (format!("约定 {on} 拜访 {place}"), format!("appointment on {on} {place}"))
}

fn promise(it: &Promise) -> Both {
    let (amount, on) = (with_currency(it.amount), it.promised_on);
    (format!("承诺 {on} 付 {amount}"), format!("promise of {amount} by {on}"))
}

fn plan(it: &Plan) -> Both {
    let count = it.instalments.len();
    (format!("还款计划，{count} 期"), format!("plan of {count} instalments"))
}

fn hold(it: &Hold) -> Both {
    let (until, reason) = (it.until, &it.reason);
    (format!("暂缓催款至 {until}：{reason}"), format!("on hold until {until}: {reason}"))
}

fn case(it: &CaseOpened, language: Language) -> Both {
    let kind = case_kind(it.kind, language);
    (format!("移交：{kind}"), format!("handed over: {kind}"))
}

fn evidence(it: &Evidence, language: Language) -> Both {
    let (kind, title) = (evidence_kind(it.kind, language), &it.title);
    (format!("证据：{kind} {title}"), format!("evidence: {kind} {title}"))
}

fn statement(it: &StatementSent) -> Both {
    let as_of = it.as_of;
    (format!("发出对账单，截至 {as_of}"), format!("statement as of {as_of} sent"))
}

fn slip(answer: &StatementAnswer) -> Both {
    match answer {
        StatementAnswer::Confirmed => ("对账单已确认".to_owned(), "statement confirmed".to_owned()),
        StatementAnswer::Differs { amount, reason } => {
            let amount = with_currency(*amount);
            let zh = format!("对账有差异 {amount}：{reason}");
            (zh, format!("statement differs by {amount}: {reason}"))
        }
    }
}

fn by_hand(it: &Override, language: Language) -> Both {
    let value = match it.value {
        OverrideValue::Class(held) => class(held, language).to_owned(),
        OverrideValue::Tier(tier) => format!("{tier:?}"),
    };
    let (until, reason) = (it.until, &it.reason);
    let zh = format!("人工定为 {value}，至 {until}：{reason}");
    (zh, format!("set to {value} until {until}: {reason}"))
}

fn evaluation(it: &Evaluation, language: Language) -> Both {
    let to = class(it.to, language);
    let score = it.score.map(|score| format!(" {}", score.0)).unwrap_or_default();
    (format!("信用评估：{to}{score}"), format!("credit evaluated: {to}{score}"))
}

fn decision(action: &CreditAction, language: Language) -> Both {
    let action = credit_action(action, language);
    (format!("信用决定：{action}"), format!("credit decision: {action}"))
}

fn late_charge(it: &LateChargeDecision) -> Both {
    let (amount, on) = (with_currency(it.amount), it.on);
    match it.outcome {
        LateChargeOutcome::Waived => (
            format!("豁免截至 {on} 的违约金 {amount}"),
            format!("late charge of {amount} up to {on} waived"),
        ),
        LateChargeOutcome::Kept => (
            format!("保留截至 {on} 的违约金 {amount}"),
            format!("late charge of {amount} up to {on} kept"),
        ),
        LateChargeOutcome::Claimed => (
            format!("开具应收调增单，收取截至 {on} 的违约金 {amount}"),
            format!("late charge of {amount} up to {on} claimed by a debit note"),
        ),
    }
}

fn extension(it: &TermsExtension) -> Both {
    let (from, to, until) = (it.from_days, it.to_days, it.until);
    let zh = format!("账期由 {from} 天延长到 {to} 天，至 {until}");
    (zh, format!("terms extended from {from} to {to} days until {until}"))
}

fn perk(it: &Perk) -> Both {
    let value = it.value.map(|value| format!(" {}", with_currency(value))).unwrap_or_default();
    let name = &it.name;
    let [zh, en] = [Language::Zh, Language::En].map(|language| perk_kind(it.kind, language));
    let (zh_for, en_for) = match it.condition.as_str() {
        "" => Both::default(),
        condition => (format!("（{condition}）"), format!(" ({condition})")),
    };
    (format!("给予{zh}：{name}{value}{zh_for}"), format!("{en} granted: {name}{value}{en_for}"))
}

fn alert(it: &AlertAnswer, language: Language) -> Both {
    let kind = alert_kind(it.alert, language);
    match it.until {
        Some(until) => {
            let zh = format!("预警“{kind}”推迟到 {until}");
            (zh, format!("alert “{kind}” put off to {until}"))
        }
        None => (format!("预警“{kind}”已处理"), format!("alert “{kind}” dismissed")),
    }
}
