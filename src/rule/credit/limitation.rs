//! The limitation period 诉讼时效 of each open item: its last day, and what restarted it (C5;
//! FIGURES, limitation period; Civil Code 188, 189, 195, 201–203).
//! Never legal advice: it is an aid, and the screen says so.

use super::reading::each_payment;
use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, Dealing, FundSource, NEVER, Part};
use crate::policy::{Policy, next_working_day};
use crate::record::{ApprovalKind, LimitationPolicy, Plan};
use crate::rule::agreement::approval;
use crate::rule::trace::Trace;

/// How the limitation period of an open item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limitation {
    /// The part in [`Account::parts`].
    pub part: u32,
    /// The last day on which the claim can be brought.
    pub last_on: Date,
    /// Days from the day of the report to it; negative when it is over.
    pub days_left: i32,
    /// What restarted it last, and when; nothing when it runs from the due day.
    pub restarted: Option<(Restart, Date)>,
}

/// What restarts a limitation period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Restart {
    /// A demand that was delivered.
    Demand,
    /// A part payment on the item.
    PartPayment,
    /// A signed return slip of a statement that held the item.
    Statement,
    /// A promise in writing.
    Promise,
    /// A plan; it runs from the last instalment.
    Plan,
}

impl Restart {
    /// True for what the debtor acknowledges: it makes a new claim of one whose period is over. A
    /// demand and a part payment come too late then.
    const fn revives(self) -> bool {
        match self {
            Self::Statement | Self::Promise | Self::Plan => true,
            Self::Demand | Self::PartPayment => false,
        }
    }
}

/// One step of the arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitationLine {
    /// The due day from which it runs, and its last day.
    Due {
        /// Due date.
        on: Date,
        /// Years.
        years: u32,
        /// The last day.
        last_on: Date,
    },
    /// It was restarted.
    Restarted {
        /// By what.
        by: Restart,
        /// On which day.
        on: Date,
        /// From which day it runs: that day, or the last instalment.
        from: Date,
        /// The last day.
        last_on: Date,
    },
    /// Something came after its last day and changed nothing.
    TooLate {
        /// What.
        by: Restart,
        /// On which day.
        on: Date,
    },
    /// Nothing helps beyond this day.
    Longest {
        /// Years from the due day.
        years: u32,
        /// The last day.
        last_on: Date,
    },
    /// What is left.
    Left {
        /// The last day.
        last_on: Date,
        /// Days from the day of the report; negative when it is over.
        days: i32,
    },
}

/// The limitation periods of all open items with a due date at the close of a day, in the order of
/// the account; of an item that is not due yet, the period to come.
#[must_use]
pub fn limitations(account: &Account, policy: &Policy, as_of: AsOf) -> Vec<Limitation> {
    let open = (0..)
        .zip(&account.parts)
        .filter(|(_, part)| part.due_day != NEVER && account.outstanding(part, as_of.number()) > 0);
    open.filter_map(|(index, _)| limitation(account, index, policy, as_of)).collect()
}

/// The limitation period of one part; `None` for a part without a due date.
#[must_use]
pub fn limitation(
    account: &Account,
    part: u32,
    policy: &Policy,
    as_of: AsOf,
) -> Option<Limitation> {
    run(account, part, policy, as_of, &mut ())
}

/// The arithmetic of a part's limitation period.
#[must_use]
pub fn explain_limitation(
    account: &Account,
    part: u32,
    policy: &Policy,
    as_of: AsOf,
) -> Vec<LimitationLine> {
    let mut lines = Vec::new();
    run(account, part, policy, as_of, &mut lines);
    lines
}

/// What may restart a period: on which day, and from which day it runs then.
type Event = (Date, Restart, Date);

fn run(
    account: &Account,
    index: u32,
    policy: &Policy,
    as_of: AsOf,
    trace: &mut impl Trace<LimitationLine>,
) -> Option<Limitation> {
    let part = account.parts.get(index as usize)?;
    let due_on = part.due_on()?;
    let LimitationPolicy { years, years_max, .. } = policy.limitation;
    let until = |from: Date, years: u32| {
        next_working_day(&policy.holidays, from.plus_months(years.saturating_mul(12)))
    };
    let (mut from, mut last_on) = (due_on, until(due_on, years));
    let longest_on = until(due_on, years_max);
    trace.note(|| LimitationLine::Due { on: due_on, years, last_on });
    let mut restarted = None;
    for (on, by, runs_from) in events(account, index, policy, as_of) {
        if on > last_on && !by.revives() {
            trace.note(|| LimitationLine::TooLate { by, on });
        } else if runs_from > from {
            from = runs_from;
            last_on = until(from, years);
            restarted = Some((by, on));
            trace.note(|| LimitationLine::Restarted { by, on, from, last_on });
        }
    }
    if last_on > longest_on {
        last_on = longest_on;
        trace.note(|| LimitationLine::Longest { years: years_max, last_on });
    }
    let days_left = last_on.days_since(as_of);
    trace.note(|| LimitationLine::Left { last_on, days: days_left });
    Some(Limitation { part: index, last_on, days_left, restarted })
}

/// What happened to a part by the close of a day that may restart its period, by day.
fn events(account: &Account, index: u32, policy: &Policy, as_of: AsOf) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let Some(part) = account.parts.get(index as usize) else { return events };
    demands(account, index, as_of, &mut events);
    payments(account, part, as_of, &mut events);
    statements(account, part, as_of, &mut events);
    let day = as_of.number();
    for held in account.dealings.promises.iter().filter(|held| held.day <= day) {
        if held.what.written && covers(held, held.what.items.is_empty(), index, part) {
            events.push((held.what.given_on, Restart::Promise, held.what.given_on));
        }
    }
    for held in account.dealings.plans.iter().filter(|held| held.day <= day) {
        // A plan that waits for an approval is no agreement yet.
        let is_agreed = approval(account, policy, ApprovalKind::Plan, held, day).counts();
        if is_agreed && covers(held, false, index, part) {
            let agreed_on = held.what.agreed_on;
            events.push((agreed_on, Restart::Plan, runs_from(held, agreed_on, day)));
        }
    }
    events.sort_by_key(|(on, by, _)| (*on, *by));
    events
}

/// True when an act names a part, or names none and the part was there.
fn covers<T>(held: &Dealing<T>, names_none: bool, index: u32, part: &Part) -> bool {
    if names_none { part.issued_day <= held.day } else { held.parts.contains(&index) }
}

/// A plan that stands runs from its last instalment; one that was ended counts as acknowledged on
/// the day of the agreement.
fn runs_from(held: &Dealing<Plan>, agreed_on: Date, day: i32) -> Date {
    let last = held.what.instalments.iter().map(|instalment| instalment.due_on).max();
    last.filter(|_| held.stands(day)).unwrap_or(agreed_on).max(agreed_on)
}

/// Demands that arrived, from the day of delivery where it is known.
fn demands(account: &Account, index: u32, as_of: AsOf, events: &mut Vec<Event>) {
    for held in account.dealings.contacts_until(as_of.number()) {
        let contact = &held.what;
        let names_it = contact.items.is_empty() || held.parts.contains(&index);
        let on = contact.delivered_on.unwrap_or(contact.on);
        if contact.is_delivered_demand() && names_it && on <= as_of {
            events.push((on, Restart::Demand, on));
        }
    }
}

/// Money on the item, from the day on which it came. Of money whose day no table tells, nobody can
/// show when it came: it restarts nothing, and neither does a credit note.
fn payments(account: &Account, part: &Part, as_of: AsOf, events: &mut Vec<Event>) {
    each_payment(account, part, as_of.number(), |paid| {
        let crate::ledger::EffectKind::Allocated { other } = paid.kind else { return };
        let fund = account.funds.get(other as usize).filter(|fund| match fund.source {
            FundSource::Receipt | FundSource::Recovery => true,
            FundSource::Implied { undated } => !undated,
            FundSource::CreditNote => false,
        });
        if let Some(on) = fund.and_then(|fund| Date::from_number(fund.day)) {
            events.push((on, Restart::PartPayment, on));
        }
    });
}

/// Signed slips of statements on whose day the part was open.
fn statements(account: &Account, part: &Part, as_of: AsOf, events: &mut Vec<Event>) {
    let day = as_of.number();
    for answer in account.dealings.statement_answers.iter().filter(|held| held.stands(day)) {
        let sent = account.dealings.statements.iter();
        let statement = sent.into_iter().find(|held| held.fact == answer.what.statement);
        let held_it =
            statement.is_some_and(|held| account.outstanding(part, held.what.as_of.number()) > 0);
        if answer.what.signed && held_it {
            events.push((answer.what.on, Restart::Statement, answer.what.on));
        }
    }
}
