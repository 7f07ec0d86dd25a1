//! Which fields a form shows, in order; some follow what is chosen in others.
//! Never a field that the command does not take.

use super::choice::{ANSWERS, Action, Answer, CASE_KINDS, CREDIT_ACTIONS, VERDICTS, Verdict};
use super::{Deed, Form, FormField as F};
use crate::record::{CaseKind, LateChargeOutcome};
use crate::view::contact_form;

/// The fields of a form of that deed as it is filled in.
#[must_use]
pub fn shown(deed: &Deed, form: &Form) -> Vec<F> {
    match deed {
        Deed::Contact(_) => contact_form::shown(form),
        Deed::Promise => {
            vec![F::Amount, F::PromisedOn, F::Items, F::Person, F::On, F::Written, F::Memo]
        }
        Deed::Plan => {
            let mut fields = vec![F::On];
            fields.extend(plan());
            fields
        }
        Deed::Hold => vec![F::Until, F::Reason, F::On, F::Items],
        Deed::Appointment => {
            vec![F::MeetOn, F::Time, F::Place, F::Who, F::Person, F::Preparation, F::On]
        }
        Deed::SetClass => vec![F::Class, F::Until, F::Reason, F::On],
        Deed::SetTier => vec![F::Tier, F::Until, F::Reason, F::On],
        Deed::Decide => decide(form),
        Deed::Assess => vec![F::AssessedItem, F::Amount, F::Reason, F::On],
        Deed::OpenCase => {
            let fee = match CASE_KINDS.get(form.place(F::CaseKind)) {
                Some(CaseKind::Agency) => F::FeePercent,
                Some(CaseKind::Legal) | None => F::Cost,
            };
            vec![F::CaseKind, F::On, F::Handler, fee, F::Facts, F::Items]
        }
        Deed::ReachStage(_) => vec![F::Stage, F::On, F::Deadline, F::Memo],
        Deed::AddEvidence => {
            vec![F::EvidenceKind, F::Title, F::FileName, F::FileHash, F::KeptAt, F::On, F::Items]
        }
        Deed::SendStatement => vec![F::AsOf, F::On, F::SentBy],
        Deed::AnswerStatement(_) => match ANSWERS.get(form.place(F::Answer)) {
            Some(Answer::Differs) => {
                vec![F::Answer, F::Difference, F::Reason, F::On, F::Signed]
            }
            Some(Answer::Confirmed) | None => vec![F::Answer, F::On, F::Signed],
        },
        Deed::Contract(number) => contract(number.is_none()),
        Deed::AddCreditReport => vec![F::ReportSource, F::Rating, F::On, F::Reference],
        Deed::Approve(_) => {
            let note = match VERDICTS.get(form.place(F::Verdict)) {
                Some(Verdict::Refuse) => F::Reason,
                Some(Verdict::Approve) | None => F::Memo,
            };
            vec![F::Verdict, F::Approver, note, F::On]
        }
        Deed::LateCharge { outcome: LateChargeOutcome::Claimed, .. } => {
            vec![F::On, F::Amount, F::Number, F::Deadline, F::Reason, F::Approver]
        }
        Deed::LateCharge {
            outcome: LateChargeOutcome::Waived | LateChargeOutcome::Kept, ..
        } => vec![F::On, F::Amount, F::Reason, F::Approver],
        Deed::ExtendTerms => {
            vec![F::TermsBefore, F::TermsDays, F::On, F::Until, F::Approver, F::Reason]
        }
        Deed::GrantPerk => {
            vec![F::PerkKind, F::Title, F::Amount, F::Conditions, F::On, F::Approver]
        }
        Deed::FulfillPerk(_) => vec![F::On, F::Cost, F::Memo],
        Deed::End(_) => vec![F::On, F::Reason],
    }
}

/// The fields of a plan.
pub(in crate::view) const fn plan() -> [F; 9] {
    [
        F::Items,
        F::InstalmentCount,
        F::FirstOn,
        F::Instalments,
        F::GraceDays,
        F::Conditions,
        F::Consequence,
        F::PlanPercent,
        F::Reward,
    ]
}

fn contract(is_new: bool) -> Vec<F> {
    let own = is_new.then_some(F::Number);
    let others = [
        F::SignedOn,
        F::Amount,
        F::PaymentClause,
        F::LatePercent,
        F::RetentionPercent,
        F::KeptAt,
        F::FileName,
        F::FileHash,
        F::Memo,
    ];
    own.into_iter().chain(others).collect()
}

fn decide(form: &Form) -> Vec<F> {
    let mut fields = vec![F::Action];
    match CREDIT_ACTIONS.get(form.place(F::Action)) {
        Some(Action::Limit) => fields.push(F::Limit),
        Some(Action::Terms) => fields.extend([F::TermsKind, F::TermsDays]),
        Some(Action::Prepayment) => fields.push(F::SharePercent),
        Some(Action::Security) => fields.push(F::Security),
        Some(
            Action::Restrict
            | Action::Suspend
            | Action::Resume
            | Action::Blacklist
            | Action::TakeOffBlacklist
            | Action::Keep,
        )
        | None => {}
    }
    fields.extend([F::Reason, F::Approver, F::On]);
    fields
}
