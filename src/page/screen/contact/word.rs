//! What deeds, fields and choices are called on the screen.
//! Never a sentence: `say` words those.

use huikuan::record::{CreditClass, LateChargeOutcome, Tier};
use huikuan::say;
use huikuan::view::deed::{
    ANSWERS, Action, Answer, CASE_KINDS, CASE_STAGES, CHANNELS, CREDIT_ACTIONS, Deed,
    EVIDENCE_KINDS, FormField, PERK_KINDS, RESULTS, VERDICTS, Verdict,
};

use crate::page::label::{Label, deed, late_charge};
use crate::page::screen::setting::term::TERMS_KINDS;
use crate::page::speech::Speech;

/// What a deed is called.
pub(crate) const fn deed_name(of: &Deed) -> Label {
    match of {
        Deed::Contact(_) => deed::CONTACT,
        Deed::Promise => deed::PROMISE,
        Deed::Plan => deed::PLAN,
        Deed::Hold => deed::HOLD,
        Deed::Appointment => deed::APPOINTMENT,
        Deed::SetClass => deed::SET_CLASS,
        Deed::SetTier => deed::SET_TIER,
        Deed::Decide => deed::DECIDE,
        Deed::Assess => deed::ASSESS,
        Deed::OpenCase => deed::OPEN_CASE,
        Deed::ReachStage(_) => deed::REACH_STAGE,
        Deed::AddEvidence => deed::ADD_EVIDENCE,
        Deed::SendStatement => deed::SEND_STATEMENT,
        Deed::AnswerStatement(_) => deed::ANSWER_STATEMENT,
        Deed::Contract(None) => deed::CONTRACT,
        Deed::Contract(Some(_)) => deed::CHANGE_CONTRACT,
        Deed::AddCreditReport => deed::ADD_CREDIT_REPORT,
        Deed::Approve(_) => deed::APPROVE,
        Deed::LateCharge { outcome: LateChargeOutcome::Waived, .. } => late_charge::WAIVE,
        Deed::LateCharge { outcome: LateChargeOutcome::Kept, .. } => late_charge::KEEP,
        Deed::LateCharge { outcome: LateChargeOutcome::Claimed, .. } => late_charge::CLAIM,
        Deed::ExtendTerms => deed::EXTEND_TERMS,
        Deed::GrantPerk => deed::GRANT_PERK,
        Deed::FulfillPerk(_) => deed::FULFILL_PERK,
        Deed::End(_) => deed::END,
    }
}

/// The words of the choices of a field, in order, in the present language.
pub(super) fn choices(field: FormField, speech: Speech) -> Vec<String> {
    let language = speech.language();
    let owned = |text: &str| text.to_owned();
    match field {
        FormField::Channel => {
            CHANNELS.iter().map(|held| owned(say::channel(*held, language))).collect()
        }
        FormField::Result => {
            RESULTS.iter().map(|held| owned(say::contact_result(*held, language))).collect()
        }
        FormField::Class => {
            CreditClass::ALL.iter().map(|held| owned(say::class(*held, language))).collect()
        }
        FormField::Tier => Tier::ALL.iter().map(|tier| format!("{tier:?}")).collect(),
        FormField::Action => {
            CREDIT_ACTIONS.iter().map(|held| owned(speech.now(action(*held)))).collect()
        }
        FormField::TermsKind => {
            TERMS_KINDS.iter().map(|(_, words)| owned(speech.now(*words))).collect()
        }
        FormField::CaseKind => {
            CASE_KINDS.iter().map(|held| owned(say::case_kind(*held, language))).collect()
        }
        FormField::Stage => {
            CASE_STAGES.iter().map(|held| owned(say::case_stage(*held, language))).collect()
        }
        FormField::EvidenceKind => {
            EVIDENCE_KINDS.iter().map(|held| owned(say::evidence_kind(*held, language))).collect()
        }
        FormField::PerkKind => {
            PERK_KINDS.iter().map(|held| owned(say::perk_kind(*held, language))).collect()
        }
        FormField::Verdict => {
            let word = |verdict: &Verdict| match verdict {
                Verdict::Approve => deed::VERDICT_YES,
                Verdict::Refuse => deed::VERDICT_NO,
            };
            VERDICTS.iter().map(|held| owned(speech.now(word(held)))).collect()
        }
        FormField::Answer => {
            let word = |answer: &Answer| match answer {
                Answer::Confirmed => deed::CONFIRMED,
                Answer::Differs => deed::DIFFERS,
            };
            ANSWERS.iter().map(|held| owned(speech.now(word(held)))).collect()
        }
        _ => Vec::new(),
    }
}

const fn action(of: Action) -> Label {
    match of {
        Action::Limit => deed::ACTION_LIMIT,
        Action::Terms => deed::ACTION_TERMS,
        Action::Prepayment => deed::ACTION_PREPAYMENT,
        Action::Security => deed::ACTION_SECURITY,
        Action::Restrict => deed::ACTION_RESTRICT,
        Action::Suspend => deed::ACTION_SUSPEND,
        Action::Resume => deed::ACTION_RESUME,
        Action::Blacklist => deed::ACTION_BLACKLIST,
        Action::TakeOffBlacklist => deed::ACTION_TAKE_OFF,
        Action::Keep => deed::ACTION_KEEP,
    }
}

/// What a field is called in the form of a deed.
pub(super) const fn field_name_in(of: &Deed, field: FormField) -> Label {
    match (of, field) {
        (Deed::OpenCase, FormField::Cost) => crate::page::label::timeline::COST,
        (Deed::LateCharge { .. }, FormField::Number) => late_charge::NOTE_NUMBER,
        (Deed::LateCharge { .. }, FormField::Deadline) => late_charge::NOTE_DUE_ON,
        (Deed::ExtendTerms, FormField::TermsDays) => deed::TERMS_LONGER,
        (Deed::ExtendTerms, FormField::On) => deed::COVERS_FROM,
        (Deed::ExtendTerms, FormField::Until) => deed::COVERS_UNTIL,
        (Deed::GrantPerk, FormField::Amount) => deed::PERK_VALUE,
        (Deed::GrantPerk, FormField::Conditions) => deed::PERK_CONDITION,
        (Deed::GrantPerk, FormField::Approver) => deed::PERK_GRANTED_BY,
        (Deed::FulfillPerk(_), FormField::Cost) => deed::PERK_COST,
        _ => field_name(field),
    }
}

/// What a field is called.
pub(super) const fn field_name(of: FormField) -> Label {
    match of {
        FormField::On => deed::ON,
        FormField::Time => deed::TIME,
        FormField::Channel => deed::CHANNEL,
        FormField::Result => deed::RESULT,
        FormField::Person => deed::PERSON,
        FormField::MadeBy => deed::MADE_BY,
        FormField::Said => deed::SAID,
        FormField::Reply => deed::REPLY,
        FormField::NextStep => deed::NEXT_STEP,
        FormField::FollowUpOn => deed::FOLLOW_UP_ON,
        FormField::Important => deed::IMPORTANT,
        FormField::Demand => deed::DEMAND,
        FormField::TrackingNo => deed::TRACKING_NO,
        FormField::DeliveredOn => deed::DELIVERED_ON,
        FormField::Cost => deed::COST,
        FormField::Amount => deed::AMOUNT,
        FormField::PromisedOn => deed::PROMISED_ON,
        FormField::Items => deed::ITEMS,
        FormField::Written => deed::WRITTEN,
        FormField::Memo => deed::MEMO,
        FormField::InstalmentCount => deed::INSTALMENT_COUNT,
        FormField::FirstOn => deed::FIRST_ON,
        FormField::Instalments => deed::INSTALMENTS,
        FormField::GraceDays => deed::GRACE_DAYS,
        FormField::Conditions => deed::CONDITIONS,
        FormField::Consequence => deed::CONSEQUENCE,
        FormField::Reward => deed::REWARD,
        FormField::PlanPercent => deed::PLAN_PERCENT,
        FormField::DisputedItem => deed::DISPUTED_ITEM,
        FormField::AssessedItem => deed::ASSESSED_ITEM,
        FormField::DisputedAmount => deed::DISPUTED_AMOUNT,
        FormField::Reason => deed::REASON,
        FormField::Until => deed::UNTIL,
        FormField::MeetOn => deed::MEET_ON,
        FormField::Place => deed::PLACE,
        FormField::Who => deed::WHO,
        FormField::Preparation => deed::PREPARATION,
        FormField::Class => deed::CLASS,
        FormField::Tier => deed::TIER,
        FormField::Action => deed::ACTION,
        FormField::Limit => deed::LIMIT,
        FormField::TermsKind => deed::TERMS_KIND,
        FormField::TermsDays => deed::TERMS_DAYS,
        FormField::TermsBefore => deed::TERMS_BEFORE,
        FormField::PerkKind => deed::PERK_KIND,
        FormField::SharePercent => deed::SHARE_PERCENT,
        FormField::Security => deed::SECURITY,
        FormField::Approver => deed::APPROVER,
        FormField::Verdict => deed::ACTION,
        FormField::CaseKind => deed::CASE_KIND,
        FormField::Handler => deed::HANDLER,
        FormField::Facts => deed::FACTS,
        FormField::FeePercent => deed::FEE_PERCENT,
        FormField::Stage => deed::STAGE,
        FormField::Deadline => deed::DEADLINE,
        FormField::EvidenceKind => deed::EVIDENCE_KIND,
        FormField::Title => deed::EVIDENCE_TITLE,
        FormField::FileName => deed::FILE_NAME,
        FormField::FileHash => deed::FILE_HASH,
        FormField::KeptAt => deed::KEPT_AT,
        FormField::AsOf => deed::AS_OF,
        FormField::SentBy => deed::SENT_BY,
        FormField::Answer => deed::ANSWER,
        FormField::Difference => deed::DIFFERENCE,
        FormField::Signed => deed::SIGNED,
        FormField::Number => deed::NUMBER,
        FormField::SignedOn => deed::SIGNED_ON,
        FormField::PaymentClause => deed::PAYMENT_CLAUSE,
        FormField::LatePercent => deed::LATE_PERCENT,
        FormField::RetentionPercent => deed::RETENTION_PERCENT,
        FormField::ReportSource => deed::REPORT_SOURCE,
        FormField::Rating => deed::RATING,
        FormField::Reference => deed::REFERENCE,
    }
}
