//! Findings as sentences: what is the matter, and what settles it (I4).
//! Never settles anything, and never blames a person.

use super::Language;
use super::record_field::{
    article_field, contract_field, customer_field, document_field, setting_field,
};
use crate::ledger::{ConflictField, Finding, Inert, Ledger};
use crate::record::{DocumentKind, DocumentRef};
use crate::view::amount::with_currency;

/// What a finding concerns: a customer, a document, an entry or the workbook.
#[must_use]
pub fn finding_subject(finding: &Finding, ledger: &Ledger, language: Language) -> String {
    let of_entry = |entry| match language {
        Language::Zh => format!("记录 {entry}"),
        Language::En => format!("entry {entry}"),
    };
    match finding {
        Finding::FieldConflict { field: ConflictField::Customer(customer, _), .. }
        | Finding::Contested { customer, .. }
        | Finding::OverridesContradict { customer, .. }
        | Finding::ApprovalsContradict { customer, .. }
        | Finding::LevelsContradict { customer, .. }
        | Finding::DiscountTakenLate { customer, .. }
        | Finding::Inert { customer, .. } => named(customer, ledger, language),
        Finding::FieldConflict { field: ConflictField::Document(document, _), .. }
        | Finding::IncompleteDocument { document } => document_name(document, ledger, language),
        Finding::FieldConflict { field: ConflictField::Contract(customer, number, _), .. } => {
            let customer = named(customer, ledger, language);
            match language {
                Language::Zh => format!("{customer}的合同 {number}"),
                Language::En => format!("contract {number} of {customer}"),
            }
        }
        Finding::FieldConflict { field: ConflictField::Article(article, _), .. } => {
            match language {
                Language::Zh => format!("知识库条目 {article}"),
                Language::En => format!("article {article} of the handbook"),
            }
        }
        Finding::FieldConflict { field: ConflictField::Setting(_), .. } => match language {
            Language::Zh => "工作簿设置".to_owned(),
            Language::En => "settings of the workbook".to_owned(),
        },
        Finding::UnknownContent { entry }
        | Finding::RivalContent { entry }
        | Finding::ClockBeyondLimit { entry }
        | Finding::MissingEntry { entry } => of_entry(*entry),
    }
}

fn named(customer: &crate::id::Key, ledger: &Ledger, language: Language) -> String {
    let code = ledger.account(customer).map_or(customer.as_str(), |held| &held.customer.code);
    match language {
        Language::Zh => format!("客户 {code}"),
        Language::En => format!("customer {code}"),
    }
}

/// `invoice 12 of customer C-017`, with code and number as they were written.
fn document_name(document: &DocumentRef, ledger: &Ledger, language: Language) -> String {
    let customer = named(document.customer(), ledger, language);
    let held = ledger.account(document.customer()).and_then(|account| account.document(document));
    let (kind, number) = match (held, document) {
        (Some(held), _) => (Some(held.kind), held.number.as_str()),
        (None, DocumentRef::Numbered { kind, number, .. }) => (Some(*kind), number.as_str()),
        (None, DocumentRef::Recorded { .. }) => (None, ""),
    };
    let kind = kind.map_or_else(|| any_document(language), |kind| document_kind(kind, language));
    match language {
        Language::Zh => format!("{customer}的{kind} {number}").trim_end().to_owned(),
        Language::En if number.is_empty() => format!("{kind} without a number of {customer}"),
        Language::En => format!("{kind} {number} of {customer}"),
    }
}

const fn any_document(language: Language) -> &'static str {
    match language {
        Language::Zh => "单据",
        Language::En => "document",
    }
}

/// What a kind of document is called in a sentence.
#[must_use]
pub const fn document_kind(kind: DocumentKind, language: Language) -> &'static str {
    match (kind, language) {
        (DocumentKind::Invoice, Language::Zh) => "应收单据",
        (DocumentKind::Invoice, Language::En) => "invoice",
        (DocumentKind::DebitNote, Language::Zh) => "应收调增单",
        (DocumentKind::DebitNote, Language::En) => "debit note",
        (DocumentKind::CreditNote, Language::Zh) => "红字应收单",
        (DocumentKind::CreditNote, Language::En) => "credit note",
    }
}

/// The sentence for a finding, without its subject, and with what settles it.
#[must_use]
pub fn finding(finding: &Finding, language: Language) -> String {
    match language {
        Language::Zh => zh(finding),
        Language::En => en(finding),
    }
}

fn field(field: &ConflictField, language: Language) -> &'static str {
    match field {
        ConflictField::Customer(_, field) => customer_field(*field, language),
        ConflictField::Document(_, field) => document_field(*field, language),
        ConflictField::Contract(_, _, field) => contract_field(*field, language),
        ConflictField::Article(_, field) => article_field(*field, language),
        ConflictField::Setting(field) => setting_field(*field, language),
    }
}

fn en(finding: &Finding) -> String {
    match finding {
        Finding::FieldConflict { field: of, heads } => format!(
            "the {} was given {} values by people who did not know of each other; the last one is \
             shown: choose one",
            field(of, Language::En),
            heads.len()
        ),
        Finding::Contested { wanted, granted, .. } => format!(
            "{} was to be applied, but only {} was there; the rest is not applied: allocate it anew",
            with_currency(*wanted),
            with_currency(*granted)
        ),
        Finding::Inert { fact, why, .. } => {
            format!("entry {fact} has no effect for now, since {}", inert(*why, Language::En))
        }
        Finding::OverridesContradict { .. } => {
            "two people set its class or tier differently without knowing of each other; the later \
             one counts: end one of them"
                .to_owned()
        }
        Finding::ApprovalsContradict { .. } => {
            "two people decided on a proposal, one yes and one no, without knowing of each other; \
             the earlier one counts: retract one of them"
                .to_owned()
        }
        Finding::LevelsContradict { recorded, stands, .. } => format!(
            "a contact recorded step {recorded} of the playbook while level {stands} stood; the \
             higher one counts: look at its contacts"
        ),
        Finding::DiscountTakenLate { amount, last_on, on, .. } => format!(
            "a discount of {} was taken by a receipt of {on}, after its last day {last_on}: accept it \
             or claim it back",
            with_currency(*amount)
        ),
        Finding::IncompleteDocument { .. } => {
            "without its amount or its date it does not count yet: enter both".to_owned()
        }
        Finding::UnknownContent { .. } => {
            "written by a newer version of this page; it is kept, but figures may be incomplete: \
             update the page"
                .to_owned()
        }
        Finding::RivalContent { .. } => {
            "two contents stand under this name; one counts and the other is kept: compare them \
             with whoever recorded them"
                .to_owned()
        }
        Finding::ClockBeyondLimit { .. } => {
            "its counter is beyond the limit; it is kept and does not count: ask where it comes \
             from"
                .to_owned()
        }
        Finding::MissingEntry { .. } => {
            "it is missing, since later ones of the same origin are here: ask for a fresh export"
                .to_owned()
        }
    }
}

fn zh(finding: &Finding) -> String {
    match finding {
        Finding::FieldConflict { field: of, heads } => format!(
            "{}有 {} 个互不知情而填写的值，现显示最后一个，请选定一个",
            field(of, Language::Zh),
            heads.len()
        ),
        Finding::Contested { wanted, granted, .. } => format!(
            "有一笔核销要 {}，只有 {} 可用，其余未核销，请重新核销",
            with_currency(*wanted),
            with_currency(*granted)
        ),
        Finding::Inert { fact, why, .. } => {
            format!("登记 {fact} 暂不生效，因为{}", inert(*why, Language::Zh))
        }
        Finding::OverridesContradict { .. } => {
            "两人互不知情而人工设定了不同的分类或分级，现按较后的一个，请终止其中之一".to_owned()
        }
        Finding::ApprovalsContradict { .. } => {
            "两人互不知情而对同一提议一个批准、一个不批准，现按较早的一个，请撤销其中之一"
                .to_owned()
        }
        Finding::LevelsContradict { recorded, stands, .. } => format!(
            "有一条跟进记录做了催款策略第 {recorded} 步，而当时的催款等级是 {stands}，现按较高者，请核对跟进记录"
        ),
        Finding::DiscountTakenLate { amount, last_on, on, .. } => format!(
            "{on} 的收款超期扣取了折扣 {}，折扣期到 {last_on} 为止，请认可或追回",
            with_currency(*amount)
        ),
        Finding::IncompleteDocument { .. } => "缺少金额或日期，暂不计入，请补齐".to_owned(),
        Finding::UnknownContent { .. } => {
            "由较新版本的页面写成，已保留，但数字可能不完整，请更新页面".to_owned()
        }
        Finding::RivalContent { .. } => {
            "同一编号下有两份内容，一份计入，另一份保留，请与记录人核对".to_owned()
        }
        Finding::ClockBeyondLimit { .. } => "序号超出上限，已保留但不计入，请核实来源".to_owned(),
        Finding::MissingEntry { .. } => {
            "缺失，而同一来源的后续记录已在，请索取新的导出文件".to_owned()
        }
    }
}

const fn inert(why: Inert, language: Language) -> &'static str {
    match (why, language) {
        (Inert::FundMissing, Language::Zh) => "它所用的收款或红字单不存在或已撤销",
        (Inert::FundMissing, Language::En) => {
            "the receipt or credit note that it uses is not recorded or was retracted"
        }
        (Inert::ItemMissing, Language::Zh) => "它所涉及的单据不存在或已撤销",
        (Inert::ItemMissing, Language::En) => {
            "the item that it concerns is not recorded or was retracted"
        }
        (Inert::SubjectMissing, Language::Zh) => "它所冲销或解决的事项不存在或已撤销",
        (Inert::SubjectMissing, Language::En) => {
            "what it reverses or resolves is not recorded or was retracted"
        }
        (Inert::RefersToLater, Language::Zh) => "它引用了后来才记录的事项",
        (Inert::RefersToLater, Language::En) => "it refers to something recorded later",
        (Inert::OtherCurrency, Language::Zh) => "款项与单据的币种不同",
        (Inert::OtherCurrency, Language::En) => "money and item are of different currencies",
        (Inert::NotPositive, Language::Zh) => "金额不大于零",
        (Inert::NotPositive, Language::En) => "its amount is not more than zero",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Key;
    use crate::record::DocumentField;
    use expect_test::expect;

    #[test]
    fn a_conflict_names_document_field_and_how_many_values() {
        let document = DocumentRef::Numbered {
            kind: DocumentKind::Invoice,
            customer: Key::of("c-017"),
            number: Key::of("12"),
        };
        let heads = ["k3f9q2ma-4/0", "k3f9q2mb-9/0"].map(|id| id.parse().unwrap()).to_vec();
        let field = ConflictField::Document(document, DocumentField::Schedule);
        let conflict = Finding::FieldConflict { field, heads };
        let said = [Language::En, Language::Zh].map(|language| {
            let subject = finding_subject(&conflict, &Ledger::default(), language);
            format!("{subject}: {}\n", finding(&conflict, language))
        });
        expect![[r#"
            invoice 12 of customer C-017: the due date or payment terms was given 2 values by people who did not know of each other; the last one is shown: choose one
            客户 C-017的应收单据 12: 到期日或付款条件有 2 个互不知情而填写的值，现显示最后一个，请选定一个
        "#]]
        .assert_eq(&said.concat());
    }
}
