//! The lists that fields choose from, in the order in which they are shown.
//! Never a name: `say` words them.

use crate::record::{CaseKind, CaseStage, Channel, ContactResult, EvidenceKind, PerkKind};
use crate::view::setting::TermsKind;

/// Ways to reach a customer.
pub const CHANNELS: [Channel; 8] = [
    Channel::Phone,
    Channel::Sms,
    Channel::Email,
    Channel::Wechat,
    Channel::Letter,
    Channel::Statement,
    Channel::Visit,
    Channel::Meeting,
];

/// What can come of a contact: the nine commonest in the order of their keys 1–9, then the rest
/// (SCREENS, Today).
pub const RESULTS: [ContactResult; 15] = [
    ContactResult::Promises,
    ContactResult::Disputes,
    ContactResult::AsksForPlan,
    ContactResult::NoAnswer,
    ContactResult::SaysPaid,
    ContactResult::Refuses,
    ContactResult::WaitingForApproval,
    ContactResult::InvoiceNotReceived,
    ContactResult::WrongNumber,
    ContactResult::Sent,
    ContactResult::Acknowledged,
    ContactResult::LetterDelivered,
    ContactResult::LetterReturned,
    ContactResult::VisitedMet,
    ContactResult::VisitedNotMet,
];

/// What can be decided on credit, without its values (C3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A new credit limit.
    Limit,
    /// New terms.
    Terms,
    /// A share to be paid before delivery.
    Prepayment,
    /// A guarantee or other security.
    Security,
    /// Supply only within the limit.
    Restrict,
    /// No supply.
    Suspend,
    /// Supply again.
    Resume,
    /// On the firm's own blacklist.
    Blacklist,
    /// Off the blacklist.
    TakeOffBlacklist,
    /// Nothing changes.
    Keep,
}

/// What can be decided on credit.
pub const CREDIT_ACTIONS: [Action; 10] = [
    Action::Limit,
    Action::Terms,
    Action::Prepayment,
    Action::Security,
    Action::Restrict,
    Action::Suspend,
    Action::Resume,
    Action::Blacklist,
    Action::TakeOffBlacklist,
    Action::Keep,
];

/// Kinds of new payment terms.
pub const SUPPLY_TERMS: [TermsKind; 3] =
    [TermsKind::Net, TermsKind::MonthEnd, TermsKind::NextMonthEnd];

/// To whom a customer is handed over.
pub const CASE_KINDS: [CaseKind; 2] = [CaseKind::Legal, CaseKind::Agency];

/// The stages of a case, in their usual order.
pub const CASE_STAGES: [CaseStage; 10] = [
    CaseStage::PreActionLetter,
    CaseStage::LawyersLetter,
    CaseStage::Preservation,
    CaseStage::Suit,
    CaseStage::Mediation,
    CaseStage::Judgment,
    CaseStage::Enforcement,
    CaseStage::Placed,
    CaseStage::Recalled,
    CaseStage::Closed,
];

/// What evidence proves.
pub const EVIDENCE_KINDS: [EvidenceKind; 7] = [
    EvidenceKind::Contract,
    EvidenceKind::Delivery,
    EvidenceKind::Invoice,
    EvidenceKind::Statement,
    EvidenceKind::Correspondence,
    EvidenceKind::Promise,
    EvidenceKind::Other,
];

/// What a customer gets for paying early or on time (E6).
pub const PERK_KINDS: [PerkKind; 3] = [PerkKind::Service, PerkKind::Reward, PerkKind::Rebate];

/// What the approval chain says to a proposal (D8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Approve,
    /// No.
    Refuse,
}

/// What can be said to a proposal.
pub const VERDICTS: [Verdict; 2] = [Verdict::Approve, Verdict::Refuse];

/// What a return slip says, without its values (A6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The customer agrees.
    Confirmed,
    /// The customer's books differ.
    Differs,
}

/// What a return slip can say.
pub const ANSWERS: [Answer; 2] = [Answer::Confirmed, Answer::Differs];
