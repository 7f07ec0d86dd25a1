//! The playbook 催款策略 as recorded: steps, conditions, intervals (D1, D2), and what messages must
//! keep to (D9).
//! Never evaluated here: `rule::collection` does.

use serde::{Deserialize, Serialize};

use crate::calendar::TimeOfDay;
use crate::money::Money;
use crate::record::{Bilingual, Channel, ContactResult, CreditClass};

/// The whole playbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Playbook {
    /// How hard it presses, in percent: above 100 every number of days shrinks in proportion,
    /// below it grows (D1, one switch).
    pub intensity_percent: u32,
    /// Days between any two contacts (D2).
    pub quiet_days: u32,
    /// Days overdue before the first contact, by class: quality, regular, risk.
    pub grace_days: [u32; 3],
    /// Days after a promised day within which the money still counts as on time (D5).
    pub promise_tolerance_days: u32,
    /// What is done before a due day.
    pub before_due: Vec<Notice>,
    /// The steps of tier A.
    pub a: Vec<Step>,
    /// The steps of tier B.
    pub b: Vec<Step>,
    /// The steps of tier C.
    pub c: Vec<Step>,
    /// Contacts between the steps.
    pub follow_up: FollowUp,
    /// After how many days the next contact is due when something came of one, by result.
    pub after_result: Vec<AfterResult>,
    /// Items from this open amount on are large: they are visited.
    pub large_amount: Money,
}

/// A step of the playbook: done once while anything is overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its name, unique in its list: contacts refer to it.
    pub name: String,
    /// What it is called on screen.
    pub title: Bilingual,
    /// How; the first is proposed.
    pub channels: Vec<Channel>,
    /// What has to hold before it is due.
    #[serde(default)]
    pub when: Condition,
    /// To whom it applies; others go on to the next step.
    #[serde(default)]
    pub applies: Applies,
    /// What to say or write; `{{ field }}` stands for a figure of the customer.
    #[serde(default)]
    pub script: Bilingual,
    /// Who does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What to prepare, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prepare: Vec<Bilingual>,
    /// Working days for an answer; the next step waits for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_working_days: Option<u32>,
}

/// What has to hold before a step is due. All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Condition {
    /// The oldest demanded item is overdue for this many days or more.
    #[serde(skip_serializing_if = "is_zero")]
    pub overdue_days_min: u32,
    /// The grace of the customer's class is over as well.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub after_grace: bool,
    /// So many days lie between the last done contact and this step.
    #[serde(skip_serializing_if = "is_zero")]
    pub days_since_contact_min: u32,
    /// Only on the last days of a month, so many of them; on any day when 0.
    #[serde(skip_serializing_if = "is_zero")]
    pub month_end_days: u32,
}

/// To whom a step applies. All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Applies {
    /// Only to these classes; to any when empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<CreditClass>,
    /// Only when this much is demanded or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_min: Option<Money>,
    /// Only when what is demanded is large.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub large: bool,
    /// Only to key accounts.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub key_account: bool,
    /// Only when the step before was not answered by its deadline.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unanswered: bool,
}

/// A contact before a due day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Its name.
    pub name: String,
    /// What it is called on screen.
    pub title: Bilingual,
    /// How; the first is proposed.
    pub channels: Vec<Channel>,
    /// To whom it applies.
    #[serde(default)]
    pub applies: Applies,
    /// Days before the due day, in working days when `working` says so.
    pub days_before: u32,
    /// Count working days.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub working: bool,
    /// What to say or write.
    #[serde(default)]
    pub script: Bilingual,
}

/// Contacts between the steps (D1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Days overdue up to which the early interval holds.
    pub early_until_days: u32,
    /// Days between contacts by then.
    pub early_every_days: u32,
    /// Days between contacts later.
    pub late_every_days: u32,
    /// At least so often a telephone call, by tier A, B, C.
    pub phone_every_days: [u32; 3],
    /// The channels of those that need not be a call; the first is proposed.
    pub channels: Vec<Channel>,
    /// What to say or write.
    #[serde(default)]
    pub script: Bilingual,
}

/// When the next contact is due after one with that result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterResult {
    /// The result.
    pub result: ContactResult,
    /// Days later.
    pub days: u32,
    /// Count working days.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub working: bool,
}

/// What contacts have to keep to (D9). It warns and records; it does not block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompliancePolicy {
    /// No contact before.
    pub hours_from: TimeOfDay,
    /// No contact after.
    pub hours_until: TimeOfDay,
    /// Hours in which people are best reached, each from and until.
    pub preferred_hours: Vec<[TimeOfDay; 2]>,
    /// Most contacts with a customer in a day.
    pub contact_count_day_max: u32,
    /// Most contacts with a customer in seven days.
    pub contact_count_week_max: u32,
    /// Words that sound like a threat.
    pub words_to_avoid: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(days: &u32) -> bool {
    *days == 0
}
