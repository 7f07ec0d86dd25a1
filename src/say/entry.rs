//! Entries of the journal as sentences: what was recorded (I4).
//! Never says by whom and when: the history shows those beside it.

use super::Language;
use super::dealing::dealing;
use super::finding::document_kind;
use crate::id::EntryId;
use crate::journal::{Entry, Journal};
use crate::record::{AmendSubject, Fact, WriteOffKind};
use crate::view::amount::with_currency;

/// What an entry records: its first fact in words, and how many more there are.
#[must_use]
pub fn entry(entry: &Entry, language: Language) -> String {
    let told = entry.facts.iter().filter(|fact| !matches!(fact, Fact::Rows(_) | Fact::Layout(_)));
    let mut sentences = told.map(|told| fact(told, language));
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

/// What a fact records.
pub(super) fn told(told: &Fact, language: Language) -> String {
    fact(told, language)
}

fn fact(fact: &Fact, language: Language) -> String {
    match language {
        Language::Zh => zh(fact),
        Language::En => en(fact),
    }
}

fn zh(fact: &Fact) -> String {
    match fact {
        Fact::Contact(_)
        | Fact::Appointment(_)
        | Fact::Promise(_)
        | Fact::Plan(_)
        | Fact::Hold(_)
        | Fact::CaseOpened(_)
        | Fact::CaseStageReached(_)
        | Fact::Evidence(_)
        | Fact::StatementSent(_)
        | Fact::StatementAnswered(_)
        | Fact::Contract(_)
        | Fact::Override(_)
        | Fact::Evaluation(_)
        | Fact::CreditDecision(_)
        | Fact::AlertAnswer(_)
        | Fact::Assessment(_) => told_of(fact, Language::Zh),
        Fact::Article(held) => format!("登记知识库条目 {}", held.article),
        Fact::Training(held) => format!("登记培训：{}，{}", held.person, held.topic),
        Fact::MeetingDecision(held) => format!("会议决定：{}", held.decision),
        Fact::SignOff(held) => format!("财务核对到 {}", held.on),
        Fact::Created(_) => "新建工作簿".to_owned(),
        Fact::Customer(customer) => format!("登记客户 {}", customer.code),
        Fact::Document(document) => format!(
            "登记{} {}，客户 {}",
            document_kind(document.kind, Language::Zh),
            document.number.as_deref().unwrap_or("（无单号）"),
            document.customer
        ),
        Fact::Receipt(receipt) => format!(
            "登记收款 {}，客户 {}，{}",
            with_currency(receipt.amount),
            receipt.customer,
            receipt.received_on
        ),
        Fact::Allocation(held) => {
            format!("核销 {}，客户 {}", with_currency(held.amount), held.customer)
        }
        Fact::Refund(held) => {
            format!("退款 {}，客户 {}", with_currency(held.amount), held.customer)
        }
        Fact::WriteOff(held) => format!(
            "{} {}，客户 {}",
            write_off(held.kind, Language::Zh),
            with_currency(held.amount),
            held.customer
        ),
        Fact::Recovery(held) => {
            format!("坏账收回 {}，客户 {}", with_currency(held.amount), held.customer)
        }
        Fact::Dispute(held) => format!("登记争议，客户 {}：{}", held.customer, held.reason),
        Fact::DisputeResolved(held) => format!("解决争议，客户 {}", held.customer),
        Fact::Rows(_) => "导入的表格行".to_owned(),
        Fact::Imported(held) => format!("导入 {}，{} 行", held.source, held.rows),
        Fact::Layout(_) => "记住表格布局".to_owned(),
        Fact::ExchangeRate(held) => format!("登记汇率 {} {}", held.currency, held.rate),
        Fact::Amend(held) => amended(&held.subject, Language::Zh),
        Fact::Reverse(held) => format!("红冲，客户 {}，{}", held.customer, held.on),
        Fact::Retract(held) => format!("撤销记录 {}", held.target),
        Fact::Restore(held) => format!("恢复记录 {}", held.target),
        Fact::Unknown(held) => format!("较新版本的内容（{}）", held.kind),
    }
}

/// What was done or agreed with a customer, and with whom.
fn told_of(fact: &Fact, language: Language) -> String {
    let told = dealing(fact, language).unwrap_or_default();
    let customer = fact.customer().map(|key| key.to_string()).unwrap_or_default();
    match language {
        Language::Zh => format!("{told}，客户 {customer}"),
        Language::En => format!("{told}, customer {customer}"),
    }
}

fn en(fact: &Fact) -> String {
    match fact {
        Fact::Contact(_)
        | Fact::Appointment(_)
        | Fact::Promise(_)
        | Fact::Plan(_)
        | Fact::Hold(_)
        | Fact::CaseOpened(_)
        | Fact::CaseStageReached(_)
        | Fact::Evidence(_)
        | Fact::StatementSent(_)
        | Fact::StatementAnswered(_)
        | Fact::Contract(_)
        | Fact::Override(_)
        | Fact::Evaluation(_)
        | Fact::CreditDecision(_)
        | Fact::AlertAnswer(_)
        | Fact::Assessment(_) => told_of(fact, Language::En),
        Fact::Article(held) => format!("recorded article {}", held.article),
        Fact::Training(held) => format!("recorded training of {}: {}", held.person, held.topic),
        Fact::MeetingDecision(held) => format!("meeting decided: {}", held.decision),
        Fact::SignOff(held) => format!("finance checked until {}", held.on),
        Fact::Created(_) => "created the workbook".to_owned(),
        Fact::Customer(customer) => format!("recorded customer {}", customer.code),
        Fact::Document(document) => format!(
            "recorded {} {} of customer {}",
            document_kind(document.kind, Language::En),
            document.number.as_deref().unwrap_or("(no number)"),
            document.customer
        ),
        Fact::Receipt(receipt) => format!(
            "recorded a receipt of {} from customer {} on {}",
            with_currency(receipt.amount),
            receipt.customer,
            receipt.received_on
        ),
        Fact::Allocation(held) => {
            format!("allocated {} of customer {}", with_currency(held.amount), held.customer)
        }
        Fact::Refund(held) => {
            format!("refunded {} to customer {}", with_currency(held.amount), held.customer)
        }
        Fact::WriteOff(held) => format!(
            "{} of {}, customer {}",
            write_off(held.kind, Language::En),
            with_currency(held.amount),
            held.customer
        ),
        Fact::Recovery(held) => {
            format!("recovered {} from customer {}", with_currency(held.amount), held.customer)
        }
        Fact::Dispute(held) => format!("dispute of customer {}: {}", held.customer, held.reason),
        Fact::DisputeResolved(held) => format!("resolved a dispute of customer {}", held.customer),
        Fact::Rows(_) => "rows of an imported table".to_owned(),
        Fact::Imported(held) => format!("imported {} ({} rows)", held.source, held.rows),
        Fact::Layout(_) => "remembered the layout of a table".to_owned(),
        Fact::ExchangeRate(held) => format!("exchange rate {} {}", held.currency, held.rate),
        Fact::Amend(held) => amended(&held.subject, Language::En),
        Fact::Reverse(held) => format!("reversal for customer {} on {}", held.customer, held.on),
        Fact::Retract(held) => format!("retracted entry {}", held.target),
        Fact::Restore(held) => format!("restored entry {}", held.target),
        Fact::Unknown(held) => format!("content of a newer version ({})", held.kind),
    }
}

fn amended(subject: &AmendSubject, language: Language) -> String {
    let (zh, en) = match subject {
        AmendSubject::Settings(_) => ("修改设置".to_owned(), "changed the settings".to_owned()),
        AmendSubject::Customer { customer, .. } => {
            (format!("修改客户 {customer}"), format!("changed customer {customer}"))
        }
        AmendSubject::Document { document, .. } => {
            let customer = document.customer();
            let zh = format!("修改单据，客户 {customer}");
            (zh, format!("changed a document of customer {customer}"))
        }
        AmendSubject::Contract { customer, number, .. } => {
            let zh = format!("修改合同 {number}，客户 {customer}");
            (zh, format!("changed contract {number} of customer {customer}"))
        }
        AmendSubject::Article { article, .. } => {
            (format!("修改知识库条目 {article}"), format!("changed article {article}"))
        }
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

const fn write_off(kind: WriteOffKind, language: Language) -> &'static str {
    let (zh, en) = match kind {
        WriteOffKind::BadDebt => ("坏账核销", "bad-debt write-off"),
        WriteOffKind::SmallDifference => ("小额差异", "small difference"),
        WriteOffKind::BankFee => ("银行手续费", "bank fee"),
        WriteOffKind::ExchangeDifference => ("汇兑差额", "exchange difference"),
        WriteOffKind::Deduction => ("扣款", "deduction"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
