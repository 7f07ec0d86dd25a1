//! Contacts, promises, plans, decisions and their kin as sentences: what was recorded (I4).
//! Never says by whom and when: the history and the timeline show those beside it.

use super::Language;
use super::contact::{case_kind, case_stage, channel, contact_result, evidence_kind};
use super::credit::{alert_kind, class, credit_action};
use crate::record::{Fact, OverrideValue, StatementAnswer};
use crate::view::amount::with_currency;

/// What such a fact records, without its customer; `None` for facts of any other kind.
#[must_use]
pub fn dealing(fact: &Fact, language: Language) -> Option<String> {
    let is_zh = language == Language::Zh;
    let text = |zh: String, en: String| if is_zh { zh } else { en };
    Some(match fact {
        Fact::Contact(it) => {
            let how = channel(it.channel, language);
            let result = contact_result(it.result, language);
            text(format!("{how}：{result}"), format!("{how}: {result}"))
        }
        Fact::Appointment(it) => text(
            format!("约定 {} 拜访 {}", it.on, it.place).trim_end().to_owned(),
            format!("appointment on {} {}", it.on, it.place).trim_end().to_owned(),
        ),
        Fact::Promise(it) => {
            let (amount, on) = (with_currency(it.amount), it.promised_on);
            text(format!("承诺 {on} 付 {amount}"), format!("promise of {amount} by {on}"))
        }
        Fact::Plan(it) => {
            let count = it.instalments.len();
            text(format!("还款计划，{count} 期"), format!("plan of {count} instalments"))
        }
        Fact::Hold(it) => text(
            format!("暂缓催款至 {}：{}", it.until, it.reason),
            format!("on hold until {}: {}", it.until, it.reason),
        ),
        Fact::CaseOpened(it) => {
            let kind = case_kind(it.kind, language);
            text(format!("移交：{kind}"), format!("handed over: {kind}"))
        }
        Fact::CaseStageReached(it) => case_stage(it.stage, language).to_owned(),
        Fact::Evidence(it) => {
            let kind = evidence_kind(it.kind, language);
            text(format!("证据：{kind} {}", it.title), format!("evidence: {kind} {}", it.title))
                .trim_end()
                .to_owned()
        }
        Fact::StatementSent(it) => text(
            format!("发出对账单，截至 {}", it.as_of),
            format!("statement as of {} sent", it.as_of),
        ),
        Fact::StatementAnswered(it) => match &it.answer {
            StatementAnswer::Confirmed => {
                text("对账单已确认".to_owned(), "statement confirmed".to_owned())
            }
            StatementAnswer::Differs { amount, reason } => {
                let amount = with_currency(*amount);
                text(
                    format!("对账有差异 {amount}：{reason}"),
                    format!("statement differs by {amount}: {reason}"),
                )
            }
        },
        Fact::Contract(it) => {
            text(format!("登记合同 {}", it.number), format!("recorded contract {}", it.number))
        }
        Fact::Override(it) => {
            let value = match it.value {
                OverrideValue::Class(held) => class(held, language).to_owned(),
                OverrideValue::Tier(tier) => format!("{tier:?}"),
            };
            let (until, reason) = (it.until, &it.reason);
            text(
                format!("人工定为 {value}，至 {until}：{reason}"),
                format!("set to {value} until {until}: {reason}"),
            )
        }
        Fact::Evaluation(it) => {
            let to = class(it.to, language);
            let score = it.score.map(|score| format!(" {}", score.0)).unwrap_or_default();
            text(format!("信用评估：{to}{score}"), format!("credit evaluated: {to}{score}"))
        }
        Fact::CreditDecision(it) => {
            let action = credit_action(&it.action, language);
            text(format!("信用决定：{action}"), format!("credit decision: {action}"))
        }
        Fact::AlertAnswer(it) => {
            let kind = alert_kind(it.alert, language);
            match it.until {
                Some(until) => text(
                    format!("预警“{kind}”推迟到 {until}"),
                    format!("alert “{kind}” put off to {until}"),
                ),
                None => text(format!("预警“{kind}”已处理"), format!("alert “{kind}” dismissed")),
            }
        }
        Fact::Assessment(it) => {
            let amount = with_currency(it.amount);
            text(format!("单项计提 {amount}"), format!("individual assessment of {amount}"))
        }
        _ => return None,
    })
}
