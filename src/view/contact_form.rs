//! The form of a contact: what is proposed, what it shows as the result asks, and the contact with
//! its outcomes that it states (D4–D6; SCREENS, Today).
//! Never proposes a step by itself: the worklist does.

use super::deed::{CHANNELS, Form, FormField as F, RESULTS};
use crate::calendar::{Date, TimeOfDay};
use crate::id::FactId;
use crate::money::Money;
use crate::record::{Channel, ContactResult, StepDone};

/// How many results have a key of their own, from 1 on.
pub const KEYED_RESULTS: usize = 9;

/// What the form begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The way to reach the customer.
    pub channel: Channel,
    /// The step of the playbook that the contact does.
    pub step: Option<StepDone>,
    /// The text that is said or sent.
    pub said: String,
    /// What is to be done next.
    pub next_step: String,
    /// The day on which the customer comes back.
    pub follow_up_on: Option<Date>,
    /// The day by which an answer is asked for.
    pub answer_by: Option<Date>,
    /// True when it asks for payment.
    pub demand: bool,
    /// The appointment that it keeps.
    pub appointment: Option<FactId>,
    /// The time of day, in the firm's own time zone.
    pub time: Option<TimeOfDay>,
    /// Who makes it.
    pub made_by: String,
}

impl Default for Proposal {
    fn default() -> Self {
        Self {
            channel: Channel::Phone,
            step: None,
            said: String::new(),
            next_step: String::new(),
            follow_up_on: None,
            answer_by: None,
            demand: true,
            appointment: None,
            time: None,
            made_by: String::new(),
        }
    }
}

/// The result that is chosen; none as long as nobody chose.
#[must_use]
pub fn result(form: &Form) -> Option<ContactResult> {
    let place = form.places.get(&F::Result)?;
    RESULTS.get(*place).copied()
}

/// What a result leads to, recorded with the contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeadsTo {
    Promise,
    Plan,
    Dispute,
}

/// What a contact with that result leads to; none for a result that stands for itself.
pub(super) const fn leads_to(result: ContactResult) -> Option<LeadsTo> {
    match result {
        ContactResult::Promises => Some(LeadsTo::Promise),
        ContactResult::AsksForPlan => Some(LeadsTo::Plan),
        ContactResult::Disputes => Some(LeadsTo::Dispute),
        ContactResult::Refuses
        | ContactResult::NoAnswer
        | ContactResult::WrongNumber
        | ContactResult::InvoiceNotReceived
        | ContactResult::WaitingForApproval
        | ContactResult::SaysPaid
        | ContactResult::VisitedMet
        | ContactResult::VisitedNotMet
        | ContactResult::Sent
        | ContactResult::LetterDelivered
        | ContactResult::LetterReturned
        | ContactResult::Acknowledged => None,
    }
}

/// The fields as result and channel ask for them.
pub(super) fn shown(form: &Form) -> Vec<F> {
    let mut fields = vec![F::Result, F::Channel, F::Person, F::Said, F::Reply];
    match result(form).and_then(leads_to) {
        Some(LeadsTo::Promise) => fields.extend([F::Amount, F::PromisedOn, F::Items]),
        Some(LeadsTo::Plan) => fields.extend(super::deed::plan_fields()),
        Some(LeadsTo::Dispute) => fields.extend([F::DisputedItem, F::DisputedAmount, F::Reason]),
        None => {}
    }
    match CHANNELS.get(form.place(F::Channel)) {
        Some(Channel::Letter | Channel::Statement) => {
            fields.extend([F::TrackingNo, F::DeliveredOn, F::Cost]);
        }
        Some(Channel::Visit | Channel::Meeting) => fields.push(F::Cost),
        Some(Channel::Phone | Channel::Sms | Channel::Email | Channel::Wechat) | None => {}
    }
    fields.extend([F::NextStep, F::FollowUpOn, F::On, F::Time, F::MadeBy]);
    fields.extend([F::Demand, F::Important]);
    if result(form) == Some(ContactResult::Promises) {
        fields.push(F::Written);
    }
    fields
}

/// A sum in `count` equal monthly parts from `first_on` on; what does not divide is in the last.
/// Nothing for no parts.
#[must_use]
pub fn equal_parts(sum: Money, count: u32, first_on: Date) -> Vec<(Date, Money)> {
    let Some(each) = sum.minor().checked_div(i64::from(count)) else { return Vec::new() };
    let part = |place: u32| {
        let is_last = place + 1 == count;
        let minor = if is_last { sum.minor() - each * i64::from(place) } else { each };
        (first_on.plus_months(place), sum.with_minor(minor).unwrap_or(sum))
    };
    (0..count).map(part).collect()
}
