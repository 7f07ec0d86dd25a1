//! Lines of a customer's timeline as sentences: a heading, and what stands under it (D4).
//! Never says by whom and when: the timeline shows those beside it.

use super::Language;
use super::contact::{channel, contact_result};
use super::dealing::dealing;
use super::entry::told as told_fact;
use super::explanation::position;
use super::finding::document_kind;
use crate::calendar::Date;
use crate::ledger::FundSource;
use crate::money::{Decimal, Money, Rate};
use crate::record::{Appointment, CaseOpened, CaseStageReached, Contact, Fact, Plan, Promise};
use crate::rule::agreement::{Fate, PlanState, PlanStatus, PromiseState};
use crate::view::amount::with_currency;
use crate::view::drill::What;
use crate::view::timeline::Told;

/// What became of a promise: 未到期, `open`.
#[must_use]
pub const fn fate(fate: Fate, language: Language) -> &'static str {
    let both = match fate {
        Fate::Open => ("未到期", "open"),
        Fate::Kept => ("已履行", "kept"),
        Fate::PartlyKept => ("部分履行", "partly kept"),
        Fate::Broken => ("违约", "broken"),
        Fate::Withdrawn => ("已撤回", "withdrawn"),
    };
    in_language(both, language)
}

/// How a plan stands: 按期履行, `on track`.
#[must_use]
pub const fn plan_status(status: PlanStatus, language: Language) -> &'static str {
    let both = match status {
        PlanStatus::OnTrack => ("按期履行", "on track"),
        PlanStatus::Broken { .. } => ("违约", "broken"),
        PlanStatus::Completed => ("已完成", "completed"),
        PlanStatus::Ended => ("已终止", "ended"),
    };
    in_language(both, language)
}

/// A line of the timeline: what happened, and more about it line by line.
#[must_use]
pub fn timeline(told: &Told<'_>, language: Language) -> (String, Vec<String>) {
    match told {
        Told::Contact(held) => {
            let (how, what) =
                (channel(held.channel, language), contact_result(held.result, language));
            (joined(how, what, language), contact(held, language))
        }
        Told::Promise(held, state) => promise(held, state, language),
        Told::Plan(held, state) => plan(held, state, language),
        Told::Approval(held, subject) => {
            let what = dealing(subject, language).unwrap_or_default();
            let (zh, en) = super::approval::verdict(held);
            let head = match language {
                Language::Zh => format!("{zh}：{what}"),
                Language::En => format!("{en}: {what}"),
            };
            (head, noted(&[("意见", "Note", &held.note)], language))
        }
        Told::Fact(fact) => {
            let head = dealing(fact, language).unwrap_or_else(|| told_fact(fact, language));
            (head, details(fact, language))
        }
        Told::Ended(fact, reason) => {
            let what = dealing(fact, language).unwrap_or_else(|| told_fact(fact, language));
            let head = match language {
                Language::Zh => format!("提前结束：{what}"),
                Language::En => format!("ended: {what}"),
            };
            (head, noted(&[("原因", "Reason", reason)], language))
        }
        Told::Document(held, amount) => {
            let kind = document_kind(held.kind, language);
            let memo = held.fields.memo.as_deref().unwrap_or_default();
            let head = format!("{kind} {} {}", held.number, with_currency(*amount));
            (head, noted(&[("备注", "Memo", memo)], language))
        }
        Told::Money(fund) => {
            let what = match fund.source {
                FundSource::CreditNote => What::Document(crate::record::DocumentKind::CreditNote),
                source => What::Money(source),
            };
            let amount = fund.balance.money(fund.balance.amount_minor);
            let head = format!("{} {}", position(what, language), with_currency(amount));
            (head, noted(&[("", "", &fund.note)], language))
        }
    }
}

fn promise(held: &Promise, state: &PromiseState, language: Language) -> (String, Vec<String>) {
    let (amount, on) = (with_currency(held.amount), held.promised_on);
    let became = fate(state.fate, language);
    let head = match language {
        Language::Zh => format!("承诺 {on} 付 {amount}：{became}"),
        Language::En => format!("promise of {amount} by {on}: {became}"),
    };
    let received = received(held.amount, state.received_minor);
    let level = if state.level > 1 { state.level.to_string() } else { String::new() };
    let written = if held.written { in_language(("是", "yes"), language) } else { "" };
    let rows = [
        ("期内收到", "Received in time", received.as_str()),
        ("第几次承诺", "Promise number", &level),
        ("承诺人", "Given by", &held.person),
        ("书面", "In writing", written),
        ("备注", "Memo", &held.memo),
    ];
    (head, noted(&rows, language))
}

fn received(like: Money, minor: i64) -> String {
    if minor == 0 {
        return String::new();
    }
    like.with_minor(minor).map(with_currency).unwrap_or_default()
}

fn plan(held: &Plan, state: &PlanState, language: Language) -> (String, Vec<String>) {
    let status = plan_status(state.status, language);
    let count = held.instalments.len();
    let head = match language {
        Language::Zh => format!("还款计划，{count} 期：{status}"),
        Language::En => format!("plan of {count} instalments: {status}"),
    };
    let like = held.instalments.first().map(|instalment| instalment.amount);
    let received = like.map(|like| received(like, state.received_minor)).unwrap_or_default();
    let next = state.next.and_then(|place| held.instalments.get(place));
    let next = next.map(|next| format!("{} {}", next.due_on, with_currency(next.amount)));
    let missed = match state.status {
        PlanStatus::Broken { instalment, day } => {
            let since = Date::from_number(day).map(|day| day.to_string()).unwrap_or_default();
            format!("{} · {since}", instalment + 1)
        }
        PlanStatus::OnTrack | PlanStatus::Completed | PlanStatus::Ended => String::new(),
    };
    let next = next.unwrap_or_default();
    let rate = held.annual_rate.map(percent).unwrap_or_default();
    let rows = [
        ("已收到", "Received", received.as_str()),
        ("下一期", "Next", &next),
        ("未付的一期", "Missed instalment", &missed),
        ("附加条件", "Conditions", &held.conditions),
        ("违约后果", "When one is missed", &held.consequence),
        ("计划期内违约金/年", "Late charge while on track, a year", &rate),
        ("提前还款优惠", "For early payment", &held.reward),
    ];
    (head, noted(&rows, language))
}

fn contact(held: &Contact, language: Language) -> Vec<String> {
    let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let time = held.time.map(|time| time.to_string()).unwrap_or_default();
    let next = [held.next_step.clone(), day(held.follow_up_on)];
    let next = next.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
    let cost = held.cost.map(with_currency).unwrap_or_default();
    let important = if held.important { in_language(("是", "yes"), language) } else { "" };
    let (answer_by, delivered_on) = (day(held.answer_by), day(held.delivered_on));
    noted(
        &[
            ("时间", "Time", &time),
            ("跟进人", "By", &held.made_by),
            ("对方", "Person", &held.person),
            ("沟通", "Said", &held.said),
            ("反馈", "Reply", &held.reply),
            ("下一步", "Next", &next),
            ("答复期限", "Answer by", &answer_by),
            ("快递单号", "Courier number", &held.tracking_no),
            ("妥投", "Delivered", &delivered_on),
            ("费用", "Cost", &cost),
            ("报主管", "To the lead", important),
        ],
        language,
    )
}

/// More about what a person recorded.
fn details(fact: &Fact, language: Language) -> Vec<String> {
    match fact {
        Fact::Appointment(held) => appointment(held, language),
        Fact::CaseOpened(held) => case(held, language),
        Fact::CaseStageReached(held) => stage(held, language),
        Fact::Evidence(held) => noted(
            &[
                ("文件", "File", &held.file_name),
                ("保管", "Kept at", &held.kept_at),
                ("SHA-256", "SHA-256", &held.file_hash),
            ],
            language,
        ),
        Fact::StatementSent(held) => {
            let balances = held.balances.iter().map(|balance| with_currency(*balance));
            let balances = balances.collect::<Vec<_>>().join(" · ");
            let rows =
                [("余额", "Balance", balances.as_str()), ("发出人", "Sent by", &held.sent_by)];
            noted(&rows, language)
        }
        Fact::StatementAnswered(held) if held.signed => {
            noted(&[("签章", "Signed", in_language(("是", "yes"), language))], language)
        }
        Fact::CreditDecision(held) => noted(
            &[("原因", "Reason", &held.reason), ("批准人", "Approved by", &held.approver)],
            language,
        ),
        Fact::Evaluation(held) => noted(&[("评估人", "By", &held.by)], language),
        Fact::AlertAnswer(held) => noted(&[("原因", "Reason", &held.reason)], language),
        Fact::Assessment(held) => noted(&[("原因", "Reason", &held.reason)], language),
        _ => Vec::new(),
    }
}

fn appointment(held: &Appointment, language: Language) -> Vec<String> {
    let time = held.time.map(|time| time.to_string()).unwrap_or_default();
    let prepare = held.preparation.join(" · ");
    let rows = [
        ("时间", "Time", time.as_str()),
        ("前往", "Who goes", &held.who),
        ("拜访", "To meet", &held.person),
        ("准备", "To prepare", &prepare),
    ];
    noted(&rows, language)
}

fn case(held: &CaseOpened, language: Language) -> Vec<String> {
    let cost = held.cost.map(with_currency).unwrap_or_default();
    let fee = held.fee_rate.map(percent).unwrap_or_default();
    let rows = [
        ("律师或机构", "Counsel or agency", held.handler.as_str()),
        ("案情", "Facts", &held.facts),
        ("预计费用", "Estimated cost", &cost),
        ("费率", "Fee", &fee),
    ];
    noted(&rows, language)
}

fn percent(rate: Rate) -> String {
    format!("{}%", (rate.0 * Decimal::ONE_HUNDRED).normalize())
}

fn stage(held: &CaseStageReached, language: Language) -> Vec<String> {
    let deadline = held.deadline.map(|on| on.to_string()).unwrap_or_default();
    let rows = [("下一期限", "Next deadline", deadline.as_str()), ("备注", "Memo", &held.memo)];
    noted(&rows, language)
}

/// `name: text` of every row that has a text.
fn noted(rows: &[(&str, &str, &str)], language: Language) -> Vec<String> {
    let filled = rows.iter().filter(|(_, _, text)| !text.trim().is_empty());
    let line = |(zh, en, text): &(&str, &str, &str)| {
        let name = match language {
            Language::Zh => zh,
            Language::En => en,
        };
        if name.is_empty() { (*text).to_owned() } else { joined(name, text, language) }
    };
    filled.map(line).collect()
}

fn joined(name: &str, text: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{name}：{text}"),
        Language::En => format!("{name}: {text}"),
    }
}

const fn in_language((zh, en): (&'static str, &'static str), language: Language) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
