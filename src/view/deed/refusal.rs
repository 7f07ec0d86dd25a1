//! What is wrong with a filled-in form, and at which field (SCREENS, manners).
//! Never a sentence: `say` words faults and rejections.

use super::{Deed, Form, FormField as F, shown};
use crate::workbook::Rejection;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The field.
    pub field: F,
    /// The cell of a row, by row and column, where the field has rows.
    pub cell: Option<(usize, usize)>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No day.
    NotADay,
    /// No time of day.
    NotATime,
    /// No amount.
    NotAnAmount,
    /// No whole number.
    NotWhole,
    /// No percentage from 0 to 100.
    NotAPercentage,
    /// Nothing is chosen.
    NotChosen,
    /// A contact that has not happened yet.
    AfterToday,
    /// A rule of the workbook.
    Refused(Rejection),
}

/// The field at which a rejection of a form's command is shown; `None` when it belongs to the form
/// as a whole.
#[must_use]
pub fn refused(deed: &Deed, form: &Form, rejection: &Rejection) -> Option<Mistake> {
    use Rejection as R;
    let is_shown = |field: &F| shown(deed, form).contains(field);
    let first = |fields: &[F]| fields.iter().copied().find(is_shown);
    let field = match rejection {
        R::AmountMissing | R::AmountNotPositive(_) | R::BeyondOutstanding { .. } => {
            first(&[F::Amount, F::DisputedAmount, F::Instalments, F::Difference, F::Cost])
        }
        R::CurrencyDiffers { .. } | R::ItemUnknown => {
            first(&[F::Items, F::DisputedItem, F::AssessedItem, F::Amount])
        }
        R::ReasonMissing => first(&[F::Reason]),
        R::ApproverMissing | R::NotOfRole { .. } => first(&[F::Approver]),
        R::BeforeItHappened { .. } => first(&[F::DeliveredOn, F::On]),
        R::PromiseInPast { .. } => first(&[F::PromisedOn]),
        R::InstalmentsMissing | R::InstalmentsNotRising { .. } | R::PlanDoesNotAddUp { .. } => {
            first(&[F::Instalments])
        }
        R::NextBeforeContact { .. } => first(&[F::FollowUpOn, F::MeetOn, F::Deadline]),
        R::PersonGone { person, .. } => {
            let people = [F::Person, F::MadeBy, F::Who, F::Approver, F::SentBy];
            people.into_iter().find(|field| is_shown(field) && form.text(*field) == person)
        }
        R::EndsBeforeItBegins { .. } => first(&[F::Until]),
        R::TextMissing => first(&[F::Number, F::Title, F::ReportSource]),
        R::DocumentExists(_) => first(&[F::Number]),
        R::DueBeforeIssue { .. } => first(&[F::Deadline]),
        R::TermsWithoutRest | R::TermsNotLonger { .. } => first(&[F::TermsDays]),
        R::NothingToApprove
        | R::AlreadyDecided { .. }
        | R::ApprovalOutOfOrder { .. }
        | R::CodeMissing
        | R::CustomerExists(_)
        | R::CustomerUnknown(_)
        | R::DocumentUnknown
        | R::IssueDateMissing
        | R::TaxBeyondAmount(_)
        | R::FundUnknown
        | R::BeyondRemaining { .. }
        | R::BeyondTolerance { .. }
        | R::DiscountBeyondBase { .. }
        | R::DiscountTwice
        | R::SubjectUnknown
        | R::AlreadyReversed
        | R::AlreadyRetracted
        | R::NotRetracted
        | R::CannotRetractCreation
        | R::ImportIsFollowed
        | R::LevelOutOfOrder { .. }
        | R::StepTwice(_)
        | R::PolicyNotUsable(_)
        | R::StepsNotRising { .. }
        | R::NothingChanged
        | R::NothingToUndo
        | R::NothingToRedo
        | R::BucketsNotRising
        | R::RateNotUsable
        | R::CounterUsedUp => None,
    }?;
    Some(Mistake { field, cell: None, fault: Fault::Refused(rejection.clone()) })
}
