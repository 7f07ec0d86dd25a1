//! What was said to a customer and by it: contacts and appointments (D4).
//! Never amended: such facts are only added, retracted or reversed.

use serde::{Deserialize, Serialize};

use super::ItemRef;
use crate::calendar::{Date, TimeOfDay};
use crate::id::{FactId, Key};
use crate::money::Money;

/// One call, message, letter or visit 跟进记录.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The customer.
    pub customer: Key,
    /// The day of the contact.
    pub on: Date,
    /// The time of day, in the firm's own time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeOfDay>,
    /// How.
    pub channel: Channel,
    /// What came of it.
    pub result: ContactResult,
    /// Who made it, of our own people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub made_by: String,
    /// Whom it reached, of the customer's people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub person: String,
    /// What was said, or the exact text of what was sent.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// What the customer answered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reply: String,
    /// True when it asks for payment of what is overdue.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demand: bool,
    /// The items that it is about; all that are overdue when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemRef>,
    /// The step of the playbook that was done with it (D2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepDone>,
    /// The day by which an answer was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Date>,
    /// What is to be done next, in the person's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next_step: String,
    /// The day on which the customer comes back to the worklist 下次跟进日.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up_on: Option<Date>,
    /// For the eyes of the lead.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub important: bool,
    /// The appointment that it kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<FactId>,
    /// What it cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// The courier's number of a letter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tracking_no: String,
    /// The day on which a letter was delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_on: Option<Date>,
}

/// A step of the playbook that a contact completed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDone {
    /// Its place in the list of the customer's tier, from 1: the level that is reached.
    pub level: u32,
    /// The level that stood before, as the person saw it.
    pub after: u32,
    /// The name of the step in the playbook.
    pub step: String,
}

/// A way to reach a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Telephone.
    Phone,
    /// Short message.
    Sms,
    /// E-mail.
    Email,
    /// WeChat.
    Wechat,
    /// A letter by courier or registered mail.
    Letter,
    /// A statement of account 对账单.
    Statement,
    /// A visit at the customer's.
    Visit,
    /// A meeting elsewhere.
    Meeting,
}

/// What came of a contact (D4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactResult {
    /// Reached: promises to pay.
    Promises,
    /// Reached: contests the claim.
    Disputes,
    /// Reached: refuses.
    Refuses,
    /// Reached: asks for a plan.
    AsksForPlan,
    /// Nobody answered.
    NoAnswer,
    /// The number is wrong.
    WrongNumber,
    /// The customer says that it never got the invoice.
    InvoiceNotReceived,
    /// Somebody there still has to approve the payment.
    WaitingForApproval,
    /// The customer says that it has paid.
    SaysPaid,
    /// Visited, and met somebody.
    VisitedMet,
    /// Visited, and met nobody.
    VisitedNotMet,
    /// Sent; nothing is known of it yet.
    Sent,
    /// The letter was delivered.
    LetterDelivered,
    /// The letter came back.
    LetterReturned,
    /// The customer confirmed that it got the message.
    Acknowledged,
}

impl ContactResult {
    /// True when somebody at the customer answered.
    #[must_use]
    pub const fn is_answer(self) -> bool {
        match self {
            Self::Promises
            | Self::Disputes
            | Self::Refuses
            | Self::AsksForPlan
            | Self::InvoiceNotReceived
            | Self::WaitingForApproval
            | Self::SaysPaid
            | Self::VisitedMet
            | Self::Acknowledged => true,
            Self::NoAnswer
            | Self::WrongNumber
            | Self::VisitedNotMet
            | Self::Sent
            | Self::LetterDelivered
            | Self::LetterReturned => false,
        }
    }

    /// True when what was said or sent reached nobody, so that its step is not done.
    #[must_use]
    pub const fn is_failed(self) -> bool {
        match self {
            Self::NoAnswer | Self::WrongNumber | Self::VisitedNotMet | Self::LetterReturned => true,
            Self::Promises
            | Self::Disputes
            | Self::Refuses
            | Self::AsksForPlan
            | Self::InvoiceNotReceived
            | Self::WaitingForApproval
            | Self::SaysPaid
            | Self::VisitedMet
            | Self::Acknowledged
            | Self::Sent
            | Self::LetterDelivered => false,
        }
    }
}

impl Contact {
    /// A contact of which only this is known: no demand, no step, every other field empty.
    #[must_use]
    pub const fn new(customer: Key, on: Date, channel: Channel, result: ContactResult) -> Self {
        Self {
            customer,
            on,
            time: None,
            channel,
            result,
            made_by: String::new(),
            person: String::new(),
            said: String::new(),
            reply: String::new(),
            demand: false,
            items: Vec::new(),
            step: None,
            answer_by: None,
            next_step: String::new(),
            follow_up_on: None,
            important: false,
            appointment: None,
            cost: None,
            tracking_no: String::new(),
            delivered_on: None,
        }
    }

    /// True for a demand that can be shown to have arrived (C5): in writing or face to face, and
    /// delivered or answered. A telephone call leaves nothing to show.
    #[must_use]
    pub const fn is_delivered_demand(&self) -> bool {
        let is_shown = !matches!(self.channel, Channel::Phone);
        let arrived = self.result.is_answer()
            || matches!(self.result, ContactResult::LetterDelivered)
            || (self.delivered_on.is_some() && !self.result.is_failed());
        self.demand && is_shown && arrived
    }
}

/// A visit or meeting that was agreed (D4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The customer.
    pub customer: Key,
    /// The day.
    pub on: Date,
    /// The time of day, in the firm's own time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeOfDay>,
    /// Where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who goes, of our own people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Whom they meet, of the customer's people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub person: String,
    /// What to bring along, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preparation: Vec<String>,
    /// The day on which it was agreed.
    pub agreed_on: Date,
}
