//! Checks of contacts, promises, plans, holds, appointments, cases, evidence and statements
//! (A6, D2, D4–D7).
//! Never judges whether something is wise: only whether it can be so.

use std::collections::BTreeSet;

use super::money::{item, not_before, positive};
use crate::calendar::Date;
use crate::ledger::{Account, NEVER};
use crate::money::Money;
use crate::record::{
    Appointment, CaseOpened, CaseStageReached, Contact, Evidence, Fact, Hold, ItemRef, Plan,
    Promise, StatementAnswer, StatementAnswered, StatementSent, StepDone,
};
use crate::workbook::{Outcome, Rejection, Workbook};

type Facts = Result<Vec<Fact>, Rejection>;

impl Workbook {
    /// A contact with what it led to, recorded as one.
    pub(super) fn log_contact(&self, contact: Contact, outcomes: Vec<Outcome>) -> Facts {
        let mut facts = self.contact(contact)?;
        for outcome in outcomes {
            facts.extend(match outcome {
                Outcome::Promise(promise) => self.record_promise(promise)?,
                Outcome::Plan(plan) => self.agree_plan(plan)?,
                Outcome::Dispute(dispute) => self.raise_dispute(dispute)?,
                Outcome::Hold(hold) => self.place_hold(hold)?,
                Outcome::Appointment(appointment) => self.make_appointment(appointment)?,
            });
        }
        Ok(facts)
    }

    pub(super) fn log_contacts(&self, contacts: Vec<Contact>) -> Facts {
        if contacts.is_empty() {
            return Err(Rejection::NothingChanged);
        }
        // Each is checked against the level that stands now: the second cannot follow the first.
        let mut stepped = BTreeSet::new();
        for contact in contacts.iter().filter(|contact| contact.step.is_some()) {
            if !stepped.insert(&contact.customer) {
                return Err(Rejection::StepTwice(contact.customer.clone()));
            }
        }
        let facts: Result<Vec<Vec<Fact>>, Rejection> =
            contacts.into_iter().map(|contact| self.contact(contact)).collect();
        Ok(facts?.into_iter().flatten().collect())
    }

    fn contact(&self, contact: Contact) -> Facts {
        let account = self.account_of(&contact.customer)?;
        named_items(account, &contact.items)?;
        if let Some(step) = &contact.step {
            in_order(account, step, contact.on)?;
        }
        if let Some(follow_up_on) = contact.follow_up_on.filter(|on| *on < contact.on) {
            return Err(Rejection::NextBeforeContact { next_on: follow_up_on, on: contact.on });
        }
        if let Some(answer_by) = contact.answer_by.filter(|by| *by < contact.on) {
            return Err(Rejection::NextBeforeContact { next_on: answer_by, on: contact.on });
        }
        if let Some(delivered_on) = contact.delivered_on {
            not_before(delivered_on, contact.on.number())?;
        }
        if let Some(cost) = contact.cost.filter(|cost| cost.minor() < 0) {
            return Err(Rejection::AmountNotPositive(cost));
        }
        self.is_here(&contact.made_by, contact.on)?;
        is_there(account, &contact.person, contact.on)?;
        if let Some(appointment) = contact.appointment {
            let mut held = account.dealings.appointments.iter();
            held.find(|held| held.fact == appointment).ok_or(Rejection::SubjectUnknown)?;
        }
        Ok(vec![Fact::Contact(Box::new(contact))])
    }

    pub(super) fn make_appointment(&self, appointment: Appointment) -> Facts {
        let account = self.account_of(&appointment.customer)?;
        if appointment.on < appointment.agreed_on {
            let (next_on, on) = (appointment.on, appointment.agreed_on);
            return Err(Rejection::NextBeforeContact { next_on, on });
        }
        self.is_here(&appointment.who, appointment.on)?;
        is_there(account, &appointment.person, appointment.on)?;
        Ok(vec![Fact::Appointment(Box::new(appointment))])
    }

    pub(super) fn record_promise(&self, promise: Promise) -> Facts {
        let account = self.account_of(&promise.customer)?;
        positive(promise.amount)?;
        if promise.promised_on < promise.given_on {
            let Promise { promised_on, given_on, .. } = promise;
            return Err(Rejection::PromiseInPast { promised_on, given_on });
        }
        is_there(account, &promise.person, promise.given_on)?;
        let owed = owed(account, &promise.items, promise.amount, promise.given_on)?;
        if promise.amount.minor() > owed.minor() {
            let (wanted, outstanding) = (promise.amount, owed);
            return Err(Rejection::BeyondOutstanding { wanted, outstanding });
        }
        Ok(vec![Fact::Promise(Box::new(promise))])
    }

    pub(super) fn agree_plan(&self, plan: Plan) -> Facts {
        let account = self.account_of(&plan.customer)?;
        let first = plan.instalments.first().ok_or(Rejection::InstalmentsMissing)?;
        let mut total = Money::zero(first.amount.currency());
        let mut last_on = plan.agreed_on;
        for instalment in &plan.instalments {
            positive(instalment.amount)?;
            if instalment.due_on < last_on {
                let (due_on, after) = (instalment.due_on, last_on);
                return Err(Rejection::InstalmentsNotRising { due_on, after });
            }
            last_on = instalment.due_on;
            let (money, item) = (instalment.amount, first.amount);
            if money.currency() != item.currency() {
                return Err(Rejection::CurrencyDiffers { money, item });
            }
            let sum = total.minor().saturating_add(money.minor());
            total = total.with_minor(sum).unwrap_or(total);
        }
        if plan.items.is_empty() {
            return Err(Rejection::ItemUnknown);
        }
        let owed = owed(account, &plan.items, total, plan.agreed_on)?;
        if owed != total {
            return Err(Rejection::PlanDoesNotAddUp { instalments: total, owed });
        }
        Ok(vec![Fact::Plan(Box::new(plan))])
    }

    pub(super) fn place_hold(&self, hold: Hold) -> Facts {
        let account = self.account_of(&hold.customer)?;
        named_items(account, &hold.items)?;
        ends_after(hold.from, hold.until)?;
        reasoned(&hold.reason)?;
        Ok(vec![Fact::Hold(Box::new(hold))])
    }

    pub(super) fn open_case(&self, case: CaseOpened) -> Facts {
        let account = self.account_of(&case.customer)?;
        named_items(account, &case.items)?;
        if let Some(cost) = case.cost.filter(|cost| cost.minor() < 0) {
            return Err(Rejection::AmountNotPositive(cost));
        }
        Ok(vec![Fact::CaseOpened(Box::new(case))])
    }

    pub(super) fn reach_case_stage(&self, stage: CaseStageReached) -> Facts {
        let account = self.account_of(&stage.customer)?;
        let case = account.dealings.cases.iter().find(|case| case.fact == stage.case);
        let case = case.ok_or(Rejection::SubjectUnknown)?;
        not_before(stage.on, case.day)?;
        if let Some(deadline) = stage.deadline.filter(|deadline| *deadline < stage.on) {
            return Err(Rejection::NextBeforeContact { next_on: deadline, on: stage.on });
        }
        Ok(vec![Fact::CaseStageReached(Box::new(stage))])
    }

    pub(super) fn add_evidence(&self, evidence: Evidence) -> Facts {
        let account = self.account_of(&evidence.customer)?;
        named_items(account, &evidence.items)?;
        if evidence.title.trim().is_empty() && evidence.file_name.trim().is_empty() {
            return Err(Rejection::TextMissing);
        }
        Ok(vec![Fact::Evidence(Box::new(evidence))])
    }

    pub(super) fn send_statements(&self, statements: Vec<StatementSent>) -> Facts {
        let mut facts = Vec::new();
        for statement in statements {
            self.account_of(&statement.customer)?;
            not_before(statement.sent_on, statement.as_of.number())?;
            facts.push(Fact::StatementSent(Box::new(statement)));
        }
        if facts.is_empty() { Err(Rejection::NothingChanged) } else { Ok(facts) }
    }

    pub(super) fn answer_statement(&self, answered: StatementAnswered) -> Facts {
        let account = self.account_of(&answered.customer)?;
        let mut statements = account.dealings.statements.iter();
        let sent = statements.find(|held| held.fact == answered.statement);
        not_before(answered.on, sent.ok_or(Rejection::SubjectUnknown)?.day)?;
        if let StatementAnswer::Differs { amount, reason } = &answered.answer {
            reasoned(reason)?;
            if amount.minor() == 0 {
                return Err(Rejection::AmountMissing);
            }
        }
        Ok(vec![Fact::StatementAnswered(Box::new(answered))])
    }

    /// Refuses somebody who had left the team by that day; a name that is not in the team passes.
    pub(super) fn is_here(&self, person: &str, on: Date) -> Result<(), Rejection> {
        let mut team = self.ledger.policy().team.iter().filter(|member| member.name == person);
        match team.find_map(|member| member.until).filter(|until| *until < on) {
            Some(until) => Err(Rejection::PersonGone { person: person.to_owned(), until }),
            None => Ok(()),
        }
    }
}

/// Refuses somebody of the customer's who had left by that day.
fn is_there(account: &Account, person: &str, on: Date) -> Result<(), Rejection> {
    let contacts = account.customer.fields.contacts.as_deref().unwrap_or_default();
    let mut named = contacts.iter().filter(|held| held.name == person);
    match named.find_map(|held| held.until).filter(|until| *until < on) {
        Some(until) => Err(Rejection::PersonGone { person: person.to_owned(), until }),
        None => Ok(()),
    }
}

/// A step follows the level that stands: it is above it, and was recorded knowing it. One that is
/// recorded late is not above what was done after its day, before the level ended (D2).
fn in_order(account: &Account, step: &StepDone, on: Date) -> Result<(), Rejection> {
    let (dealings, day, level) = (&account.dealings, on.number(), step.level);
    let stands = dealings.level(day);
    if step.after != stands || level <= stands {
        return Err(Rejection::LevelOutOfOrder { level, stands });
    }
    let mut ends = dealings.levels.iter().filter(|change| change.day > day && change.level == 0);
    let end_day = ends.next().map_or(NEVER, |change| change.day);
    let later = dealings
        .contacts
        .iter()
        .filter(|held| day < held.day && held.day < end_day && held.ended_day == NEVER);
    let mut levels = later.filter_map(|held| held.what.step.as_ref()).map(|step| step.level);
    match levels.find(|done| *done < level) {
        Some(stands) => Err(Rejection::LevelOutOfOrder { level, stands }),
        None => Ok(()),
    }
}

fn named_items(account: &Account, items: &[ItemRef]) -> Result<(), Rejection> {
    items.iter().try_for_each(|named| item(account, named).map(drop))
}

/// What the items owe on a day, or everything that the customer owes when none is named, in the
/// currency of `like`.
fn owed(account: &Account, items: &[ItemRef], like: Money, on: Date) -> Result<Money, Rejection> {
    let day = on.number();
    let mut owed_minor = 0_i64;
    for named in items {
        let part = item(account, named)?;
        let money = part.balance.money(account.outstanding(part, day));
        if money.currency() != like.currency() {
            return Err(Rejection::CurrencyDiffers { money: like, item: money });
        }
        owed_minor = owed_minor.saturating_add(money.minor());
    }
    if items.is_empty() {
        let parts = account.parts.iter();
        let parts = parts.filter(|part| part.balance.currency == like.currency());
        owed_minor = parts.map(|part| account.outstanding(part, day)).sum();
    }
    Ok(like.with_minor(owed_minor).unwrap_or(like))
}

pub(super) fn ends_after(from: Date, until: Date) -> Result<(), Rejection> {
    if until < from { Err(Rejection::EndsBeforeItBegins { until, from }) } else { Ok(()) }
}

pub(super) fn reasoned(reason: &str) -> Result<(), Rejection> {
    if reason.trim().is_empty() { Err(Rejection::ReasonMissing) } else { Ok(()) }
}
