//! Why a customer is on the worklist with what it is on it: the lines of the explanation (D3).
//! Never a text: `say` words them.

use super::record::Spacing;
use crate::money::Money;
use crate::record::{ApprovalKind, Channel, ContactResult, CreditClass, Role, Tier};

/// One line of the arithmetic behind an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The oldest item of which anything is demanded.
    Oldest {
        /// Day number of its due date.
        due_day: i32,
        /// Days overdue.
        overdue_days: i32,
    },
    /// Not demanded, since it is disputed.
    Disputed(Money),
    /// Not demanded, since it is on hold.
    Held {
        /// How much.
        amount: Money,
        /// Day number of the last day.
        until_day: i32,
    },
    /// Not demanded, since a plan is on track.
    Planned(Money),
    /// Not demanded, since a promise runs.
    Promised(Money),
    /// A plan, hold or handover changes nothing yet, since it waits for an approval (D8).
    AwaitsApproval {
        /// What it is.
        kind: ApprovalKind,
        /// Whose turn it is.
        role: Role,
    },
    /// What is demanded.
    Demanded(Money),
    /// The list of steps that applies, and the level that stands.
    Level {
        /// The tier whose list it is.
        tier: Tier,
        /// The level.
        level: u32,
        /// Day number on which it was reached; none before the first step.
        since_day: Option<i32>,
    },
    /// A step that does not apply to this customer.
    PassedOver {
        /// Its place in the list, from 1.
        place: u32,
        /// Why.
        why: NotApplicable,
    },
    /// The step that comes next.
    NextStep {
        /// Its place in the list, from 1.
        place: u32,
    },
    /// A condition of it, and the day number from which it holds.
    StepFrom {
        /// The condition.
        condition: StepCondition,
        /// Day number.
        day: i32,
    },
    /// The last contact.
    LastContact {
        /// Day number.
        day: i32,
        /// How.
        channel: Channel,
        /// What came of it.
        result: ContactResult,
    },
    /// The next contact may take place from this day number on.
    Spaced {
        /// Why.
        why: Spacing,
        /// Day number.
        day: i32,
    },
    /// Contacts between the steps.
    FollowUp {
        /// Every so many days.
        every_days: i32,
        /// Day number on which the next is due.
        day: i32,
    },
    /// A call is due, since the last one lies too far back.
    CallDue {
        /// At least every so many days.
        every_days: i32,
        /// Day number of the last call; none when there was none.
        last_day: Option<i32>,
    },
    /// A due day that comes closer.
    BeforeDue {
        /// Day number of the due date.
        due_day: i32,
        /// Day number from which the notice is due.
        from_day: i32,
    },
    /// A promise was not kept.
    Unkept {
        /// Its amount.
        amount: Money,
        /// Day number of the promised day.
        promised_day: i32,
        /// How many promises before it were not kept.
        before: u32,
    },
    /// A plan was broken.
    PlanBroken {
        /// Day number from which it was.
        day: i32,
    },
    /// A number was wrong, and what is recorded of the customer's people was not checked since.
    WrongNumber {
        /// Day number of the contact that found it.
        day: i32,
    },
    /// It was due before and was missed.
    Missed {
        /// Day number on which it became due.
        since_day: i32,
    },
}

/// Why a step does not apply to a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotApplicable {
    /// It is for other classes.
    Class(CreditClass),
    /// Too little is demanded.
    Amount,
    /// It is for key accounts.
    KeyAccount,
    /// The step before was answered.
    Answered,
}

/// A condition of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepCondition {
    /// Overdue for this many days.
    Overdue(i32),
    /// The grace of the class is over.
    Grace {
        /// The class.
        class: CreditClass,
        /// Its days.
        days: i32,
    },
    /// The deadline of the step before is over.
    Answer,
    /// So many days since the last contact.
    SinceContact(i32),
    /// The last days of a month, so many.
    MonthEnd(i32),
}
