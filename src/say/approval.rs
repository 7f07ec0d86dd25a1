//! The approval chain in words: what waits for whom, who decided what, and why not (D8).
//! Never decides anything.

use super::Language;
use super::contact::role as duty;
use crate::record::{Approval, ApprovalKind, Role};
use crate::rule::agreement::ApprovalState;

/// What can need an approval: 还款计划, `plan`.
#[must_use]
pub const fn approval_kind(kind: ApprovalKind, language: Language) -> &'static str {
    match (kind, language) {
        (ApprovalKind::Plan, Language::Zh) => "还款计划",
        (ApprovalKind::Plan, Language::En) => "plan",
        (ApprovalKind::Hold, Language::Zh) => "暂缓催款",
        (ApprovalKind::Hold, Language::En) => "hold",
        (ApprovalKind::Case, Language::Zh) => "移交法务或委外",
        (ApprovalKind::Case, Language::En) => "handover",
    }
}

/// What waits for whom, on the explanation of an action.
pub(super) fn awaits(kind: ApprovalKind, role: Role, language: Language) -> String {
    let (what, who) = (approval_kind(kind, language), duty(role, language));
    match language {
        Language::Zh => format!("{what}待“{who}”批准，批准前不影响催款"),
        Language::En => format!("a {what} waits for approval by {who}, and changes nothing yet"),
    }
}

/// Where a proposal stands in the chain, with the people of the duty that is awaited; `None` when
/// nobody is asked.
#[must_use]
pub fn approval_state(
    state: ApprovalState,
    people: &[String],
    language: Language,
) -> Option<String> {
    let people = people.join(if language == Language::Zh { "、" } else { ", " });
    Some(match (state, language) {
        (ApprovalState::NotWanted, _) => return None,
        (ApprovalState::Waiting { role }, Language::Zh) if people.is_empty() => {
            format!("待“{}”批准，批准前不生效；团队中还没有这一职责的人", duty(role, language))
        }
        (ApprovalState::Waiting { role }, Language::En) if people.is_empty() => format!(
            "waiting for approval by {}, without effect until then; nobody of the team has that \
             duty",
            duty(role, language)
        ),
        (ApprovalState::Waiting { role }, Language::Zh) => {
            format!("待“{}”批准（{people}），批准前不生效", duty(role, language))
        }
        (ApprovalState::Waiting { role }, Language::En) => format!(
            "waiting for approval by {} ({people}), without effect until then",
            duty(role, language)
        ),
        (ApprovalState::Approved { .. }, Language::Zh) => "已批准".to_owned(),
        (ApprovalState::Approved { .. }, Language::En) => "approved".to_owned(),
        (ApprovalState::Refused { .. }, Language::Zh) => "未获批准，不生效".to_owned(),
        (ApprovalState::Refused { .. }, Language::En) => "refused, without effect".to_owned(),
    })
}

/// Who said yes or no, and in which duty, in Chinese and in English.
pub(super) fn verdict(it: &Approval) -> (String, String) {
    let (zh, en) = if it.approved { ("批准", "approved") } else { ("不批准", "refused") };
    let by = &it.by;
    let [duty_zh, duty_en] = [Language::Zh, Language::En].map(|language| duty(it.role, language));
    (format!("{by}（{duty_zh}）{zh}"), format!("{en} by {by} ({duty_en})"))
}

/// The same, with the note.
pub(super) fn decision(it: &Approval) -> (String, String) {
    let ((zh, en), note) = (verdict(it), it.note.trim());
    if note.is_empty() { (zh, en) } else { (format!("{zh}：{note}"), format!("{en}: {note}")) }
}

pub(super) fn nothing_to_approve(language: Language) -> String {
    match language {
        Language::Zh => "这一项不需要批准。".into(),
        Language::En => "This needs no approval.".into(),
    }
}

pub(super) fn already_decided(role: Role, by: &str, language: Language) -> String {
    let who = duty(role, language);
    match language {
        Language::Zh => format!("{by}（{who}）已经作出决定；如要改变，请先撤销那一条。"),
        Language::En => format!("{by} ({who}) has decided already; to change it, retract that."),
    }
}

pub(super) fn out_of_turn(role: Role, awaited: Role, language: Language) -> String {
    let (who, first) = (duty(role, language), duty(awaited, language));
    match language {
        Language::Zh => format!("还没有轮到“{who}”，请先由“{first}”决定。"),
        Language::En => format!("It is not the turn of {who} yet: {first} decides first."),
    }
}

pub(super) fn not_of_role(person: &str, role: Role, language: Language) -> String {
    let who = duty(role, language);
    match language {
        Language::Zh => format!("{person} 在团队中的职责不是“{who}”，请由“{who}”决定。"),
        Language::En => format!("{person} is not {who} in the team; {who} has to decide."),
    }
}
