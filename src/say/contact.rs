//! The names of channels, results of contacts, stages of cases, evidence and duties (D4, D7, D8).
//! Never decides anything.

use super::Language;
use crate::record::{
    ArticleTopic, CaseKind, CaseStage, Channel, ContactResult, EvidenceKind, Role,
};

/// What a channel is called: 电话, `phone`.
#[must_use]
pub const fn channel(channel: Channel, language: Language) -> &'static str {
    let both = match channel {
        Channel::Phone => ("电话", "phone"),
        Channel::Sms => ("短信", "SMS"),
        Channel::Email => ("邮件", "email"),
        Channel::Wechat => ("微信", "WeChat"),
        Channel::Letter => ("信函", "letter"),
        Channel::Statement => ("对账单", "statement"),
        Channel::Visit => ("上门", "visit"),
        Channel::Meeting => ("会面", "meeting"),
    };
    in_language(both, language)
}

/// What came of a contact: 承诺付款, `promises to pay`.
#[must_use]
pub const fn contact_result(result: ContactResult, language: Language) -> &'static str {
    let both = match result {
        ContactResult::Promises => ("承诺付款", "promises to pay"),
        ContactResult::Disputes => ("有争议", "disputes"),
        ContactResult::Refuses => ("拒付", "refuses"),
        ContactResult::AsksForPlan => ("要求分期", "asks for a plan"),
        ContactResult::NoAnswer => ("无人接听", "no answer"),
        ContactResult::WrongNumber => ("号码有误", "wrong number"),
        ContactResult::InvoiceNotReceived => ("未收到发票", "invoice not received"),
        ContactResult::WaitingForApproval => ("待审批", "waiting for approval"),
        ContactResult::SaysPaid => ("称已付", "says it was paid"),
        ContactResult::VisitedMet => ("上门见到", "visited, met"),
        ContactResult::VisitedNotMet => ("上门未见", "visited, not met"),
        ContactResult::Sent => ("已发出", "sent"),
        ContactResult::LetterDelivered => ("信函已妥投", "letter delivered"),
        ContactResult::LetterReturned => ("信函退回", "letter returned"),
        ContactResult::Acknowledged => ("确认收到", "acknowledged"),
    };
    in_language(both, language)
}

/// To whom a customer was handed over.
#[must_use]
pub const fn case_kind(kind: CaseKind, language: Language) -> &'static str {
    let both = match kind {
        CaseKind::Legal => ("法律程序", "legal case"),
        CaseKind::Agency => ("委外催收", "agency placement"),
    };
    in_language(both, language)
}

/// What a stage of a case is called.
#[must_use]
pub const fn case_stage(stage: CaseStage, language: Language) -> &'static str {
    let both = match stage {
        CaseStage::PreActionLetter => ("诉前催告函", "pre-action letter"),
        CaseStage::LawyersLetter => ("律师函", "lawyer's letter"),
        CaseStage::Preservation => ("财产保全", "preservation"),
        CaseStage::Suit => ("起诉", "suit"),
        CaseStage::Mediation => ("调解", "mediation"),
        CaseStage::Judgment => ("判决", "judgment"),
        CaseStage::Enforcement => ("强制执行", "enforcement"),
        CaseStage::Placed => ("已委外", "placed with an agency"),
        CaseStage::Recalled => ("已收回委托", "recalled"),
        CaseStage::Closed => ("结案", "closed"),
    };
    in_language(both, language)
}

/// What a piece of evidence proves.
#[must_use]
pub const fn evidence_kind(kind: EvidenceKind, language: Language) -> &'static str {
    let both = match kind {
        EvidenceKind::Contract => ("合同或订单", "contract or order"),
        EvidenceKind::Delivery => ("送货签收", "proof of delivery"),
        EvidenceKind::Invoice => ("发票", "invoice"),
        EvidenceKind::Statement => ("对账单及回执", "statement with its slip"),
        EvidenceKind::Correspondence => ("往来函件", "correspondence"),
        EvidenceKind::Promise => ("书面承诺或还款计划", "written promise or plan"),
        EvidenceKind::Other => ("其他", "other"),
    };
    in_language(both, language)
}

/// What a duty in the team is called.
#[must_use]
pub const fn role(role: Role, language: Language) -> &'static str {
    let both = match role {
        Role::Collections => ("催款", "collections"),
        Role::Sales => ("销售", "sales"),
        Role::Service => ("客服", "service"),
        Role::Marketing => ("市场", "marketing"),
        Role::Finance => ("财务", "finance"),
        Role::Legal => ("法务", "legal"),
        Role::Audit => ("审计", "audit"),
        Role::Lead => ("主管", "lead"),
    };
    in_language(both, language)
}

/// What an article of the handbook is.
#[must_use]
pub const fn article_topic(topic: ArticleTopic, language: Language) -> &'static str {
    let both = match topic {
        ArticleTopic::Objection => ("异议应答", "objections and answers"),
        ArticleTopic::Script => ("话术", "scripts"),
        ArticleTopic::Case => ("成功案例", "cases that worked"),
        ArticleTopic::Legal => ("法律提示", "legal notes"),
        ArticleTopic::Template => ("信函模板", "templates of letters"),
    };
    in_language(both, language)
}

const fn in_language((zh, en): (&'static str, &'static str), language: Language) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
