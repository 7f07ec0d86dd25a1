//! Entries of the journal as sentences: what was recorded (I4).
//! Never says by whom and when: the history shows those beside it.

use std::fmt::Display;

use super::Language;
use super::dealing::dealing;
use super::finding::document_kind;
use crate::id::{EntryId, Key};
use crate::journal::{Entry, Journal};
use crate::money::Money;
use crate::record::{AmendSubject, DocumentStatement, Fact, Receipt, WriteOff, WriteOffKind};
use crate::view::amount::with_currency;

/// What an entry records: its first fact in words, and how many more there are.
#[must_use]
pub fn entry(entry: &Entry, language: Language) -> String {
    let told = entry.facts.iter().filter(|fact| !matches!(fact, Fact::Rows(_) | Fact::Layout(_)));
    let mut sentences = told.map(|fact| self::told(fact, language));
    let Some(first) = sentences.next() else {
        return match language {
            Language::Zh => "导入的表格行".to_owned(),
            Language::En => "rows of an imported table".to_owned(),
        };
    };
    match (sentences.count(), language) {
        (0, _) => first,
        (more, Language::Zh) => format!("{first}，另 {more} 项"),
        (more, Language::En) => format!("{first}, and {more} more"),
    }
}

/// The same, where a retraction or restoration tells in words what it speaks of, and why.
#[must_use]
pub fn entry_within(held: &Entry, journal: &Journal, language: Language) -> String {
    let told = |id: EntryId| match journal.get(id) {
        Some(target) => entry(target, language),
        None => id.to_string(),
    };
    match (held.facts.first(), language) {
        (Some(Fact::Retract(held)), Language::Zh) if held.reason.is_empty() => {
            format!("撤销“{}”", told(held.target))
        }
        (Some(Fact::Retract(held)), Language::Zh) => {
            format!("撤销“{}”：{}", told(held.target), held.reason)
        }
        (Some(Fact::Retract(held)), Language::En) if held.reason.is_empty() => {
            format!("retracted “{}”", told(held.target))
        }
        (Some(Fact::Retract(held)), Language::En) => {
            format!("retracted “{}”: {}", told(held.target), held.reason)
        }
        (Some(Fact::Restore(held)), Language::Zh) => format!("恢复“{}”", told(held.target)),
        (Some(Fact::Restore(held)), Language::En) => format!("restored “{}”", told(held.target)),
        (Some(_) | None, _) => entry(held, language),
    }
}

/// A sentence in Chinese and in English.
type Both = (String, String);

/// What a fact records.
pub(super) fn told(fact: &Fact, language: Language) -> String {
    let (zh, en) = match fact {
        Fact::Contact(_)
        | Fact::Appointment(_)
        | Fact::Promise(_)
        | Fact::Plan(_)
        | Fact::Hold(_)
        | Fact::CaseOpened(_)
        | Fact::CaseStageReached(_)
        | Fact::Approval(_)
        | Fact::Evidence(_)
        | Fact::StatementSent(_)
        | Fact::StatementAnswered(_)
        | Fact::Contract(_)
        | Fact::Override(_)
        | Fact::Evaluation(_)
        | Fact::CreditDecision(_)
        | Fact::AlertAnswer(_)
        | Fact::Assessment(_)
        | Fact::DiscountAccepted(_)
        | Fact::LateChargeDecision(_)
        | Fact::TermsExtension(_)
        | Fact::Perk(_)
        | Fact::PerkFulfilled(_) => told_of(fact, language),
        Fact::Customer(it) => both(["登记客户", "recorded customer"], &it.code),
        Fact::Document(it) => document(it),
        Fact::Receipt(it) => receipt(it),
        Fact::Allocation(it) => money(["核销", "allocated"], it.amount, "of", &it.customer),
        Fact::Refund(it) => money(["退款", "refunded"], it.amount, "to", &it.customer),
        Fact::WriteOff(it) => write_off(it),
        Fact::Recovery(it) => money(["坏账收回", "recovered"], it.amount, "from", &it.customer),
        Fact::Discount(it) => {
            money(["现金折扣", "early-payment discount of"], it.taken.amount, "to", &it.customer)
        }
        Fact::Dispute(it) => {
            let (of, why) = (&it.customer, &it.reason);
            (format!("登记争议，客户 {of}：{why}"), format!("dispute of customer {of}: {why}"))
        }
        Fact::DisputeResolved(it) => {
            both(["解决争议，客户", "resolved a dispute of customer"], &it.customer)
        }
        Fact::Reverse(it) => {
            let (of, on) = (&it.customer, it.on);
            (format!("红冲，客户 {of}，{on}"), format!("reversal for customer {of} on {on}"))
        }
        Fact::Article(it) => both(["登记知识库条目", "recorded article"], &it.article),
        Fact::Training(_) | Fact::MeetingDecision(_) | Fact::SignOff(_) => office(fact),
        Fact::Created(_) => both(["新建工作簿", "created the workbook"], ""),
        Fact::Rows(_) => both(["导入的表格行", "rows of an imported table"], ""),
        Fact::Imported(it) => {
            let (source, rows) = (&it.source, it.rows);
            (format!("导入 {source}，{rows} 行"), format!("imported {source} ({rows} rows)"))
        }
        Fact::Layout(_) => both(["记住表格布局", "remembered the layout of a table"], ""),
        Fact::ExchangeRate(it) => {
            let (currency, rate) = (it.currency, it.rate);
            (format!("登记汇率 {currency} {rate}"), format!("exchange rate {currency} {rate}"))
        }
        Fact::Amend(it) => amended(&it.subject),
        Fact::Retract(it) => both(["撤销记录", "retracted entry"], it.target),
        Fact::Restore(it) => both(["恢复记录", "restored entry"], it.target),
        Fact::Unknown(it) => {
            let kind = &it.kind;
            (format!("较新版本的内容（{kind}）"), format!("content of a newer version ({kind})"))
        }
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// What concerns the team and no customer.
fn office(fact: &Fact) -> Both {
    match fact {
        Fact::Training(it) => {
            let (who, what) = (&it.person, &it.topic);
            (format!("登记培训：{who}，{what}"), format!("recorded training of {who}: {what}"))
        }
        Fact::MeetingDecision(it) => {
            let what = &it.decision;
            (format!("会议决定：{what}"), format!("meeting decided: {what}"))
        }
        Fact::SignOff(it) => both(["财务核对到", "finance checked until"], it.on),
        _ => Both::default(),
    }
}

/// Words, and what they speak of behind them.
fn both([zh, en]: [&str; 2], what: impl Display) -> Both {
    let told = |words: &str| format!("{words} {what}").trim_end().to_owned();
    (told(zh), told(en))
}

/// What was done or agreed with a customer, and with whom.
fn told_of(fact: &Fact, language: Language) -> Both {
    let told = dealing(fact, language).unwrap_or_default();
    let customer = fact.customer().map(|key| key.to_string()).unwrap_or_default();
    (format!("{told}，客户 {customer}"), format!("{told}, customer {customer}"))
}

fn document(it: &DocumentStatement) -> Both {
    let [zh, en] = [Language::Zh, Language::En].map(|language| document_kind(it.kind, language));
    let (of, number) = (&it.customer, it.number.as_deref());
    let zh = format!("登记{zh} {}，客户 {of}", number.unwrap_or("（无单号）"));
    (zh, format!("recorded {en} {} of customer {of}", number.unwrap_or("(no number)")))
}

fn receipt(it: &Receipt) -> Both {
    let (sum, of, on) = (with_currency(it.amount), &it.customer, it.received_on);
    let zh = format!("登记收款 {sum}，客户 {of}，{on}");
    (zh, format!("recorded a receipt of {sum} from customer {of} on {on}"))
}

/// Money that moved: how, how much, and of, to or from whom.
fn money([zh, en]: [&str; 2], amount: Money, whose: &str, customer: &Key) -> Both {
    let sum = with_currency(amount);
    let zh = format!("{zh} {sum}，客户 {customer}");
    (zh, format!("{en} {sum} {whose} customer {customer}"))
}

fn amended(subject: &AmendSubject) -> Both {
    match subject {
        AmendSubject::Settings(_) => both(["修改设置", "changed the settings"], ""),
        AmendSubject::Customer { customer, .. } => both(["修改客户", "changed customer"], customer),
        AmendSubject::Document { document, .. } => {
            both(["修改单据，客户", "changed a document of customer"], document.customer())
        }
        AmendSubject::Contract { customer, number, .. } => {
            let zh = format!("修改合同 {number}，客户 {customer}");
            (zh, format!("changed contract {number} of customer {customer}"))
        }
        AmendSubject::Article { article, .. } => {
            both(["修改知识库条目", "changed article"], article)
        }
    }
}

fn write_off(it: &WriteOff) -> Both {
    let (zh, en) = match it.kind {
        WriteOffKind::BadDebt => ("坏账核销", "bad-debt write-off"),
        WriteOffKind::SmallDifference => ("小额差异", "small difference"),
        WriteOffKind::BankFee => ("银行手续费", "bank fee"),
        WriteOffKind::ExchangeDifference => ("汇兑差额", "exchange difference"),
        WriteOffKind::Deduction => ("扣款", "deduction"),
    };
    let (of, sum) = (&it.customer, with_currency(it.amount));
    (format!("{zh} {sum}，客户 {of}"), format!("{en} of {sum}, customer {of}"))
}
