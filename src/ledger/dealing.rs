//! What people did and agreed with one customer, beside its money: contacts, promises, plans,
//! holds, cases, statements, contracts, decisions (A2, A6, C1–C4, D4–D7).
//! Never judges any of it: rules say whether a promise was kept.

use super::account::NEVER;
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::journal::Order;
use crate::record::{
    AlertAnswer, Appointment, Approval, Assessment, CaseOpened, CaseStageReached, Contact,
    ContractFields, CreditDecision, Discount, DiscountAccepted, Evaluation, Evidence, Hold,
    LateChargeDecision, Override, Perk, PerkFulfilled, Plan, Promise, Role, StatementAnswered,
    StatementSent, TermsExtension,
};

/// Everything that people did and agreed with a customer; each list by day, then as recorded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dealings {
    /// Contacts, by the day of the contact.
    pub contacts: Vec<Dealing<Contact>>,
    /// Appointments, by the day on which they were agreed.
    pub appointments: Vec<Dealing<Appointment>>,
    /// Promises, by the day on which they were given.
    pub promises: Vec<Dealing<Promise>>,
    /// Plans, by the day on which they were agreed.
    pub plans: Vec<Dealing<Plan>>,
    /// Holds, by their first day.
    pub holds: Vec<Dealing<Hold>>,
    /// Cases, by the day on which they were opened.
    pub cases: Vec<Dealing<CaseOpened>>,
    /// Stages of cases.
    pub case_stages: Vec<Dealing<CaseStageReached>>,
    /// Decisions of the approval chain on plans, holds and cases.
    pub approvals: Vec<Dealing<Approval>>,
    /// Evidence.
    pub evidence: Vec<Dealing<Evidence>>,
    /// Statements of account, by the day on which they were sent.
    pub statements: Vec<Dealing<StatementSent>>,
    /// Their return slips.
    pub statement_answers: Vec<Dealing<StatementAnswered>>,
    /// Overrides of class and tier, by their first day.
    pub overrides: Vec<Dealing<Override>>,
    /// Evaluations.
    pub evaluations: Vec<Dealing<Evaluation>>,
    /// Decisions on credit.
    pub decisions: Vec<Dealing<CreditDecision>>,
    /// Alerts dismissed or put off.
    pub alert_answers: Vec<Dealing<AlertAnswer>>,
    /// Individual assessments.
    pub assessments: Vec<Dealing<Assessment>>,
    /// Early-payment discounts that were taken, by the day of the receipt.
    pub discounts: Vec<Dealing<Discount>>,
    /// Discounts taken late that were accepted.
    pub discounts_accepted: Vec<Dealing<DiscountAccepted>>,
    /// Decisions on late charges.
    pub late_charges: Vec<Dealing<LateChargeDecision>>,
    /// Longer terms, by their first day.
    pub extensions: Vec<Dealing<TermsExtension>>,
    /// Perks, by the day on which they were granted.
    pub perks: Vec<Dealing<Perk>>,
    /// Perks that were given.
    pub perks_fulfilled: Vec<Dealing<PerkFulfilled>>,
    /// Contracts, by number.
    pub contracts: Vec<Contract>,
    /// The levels that were reached and left (D2).
    pub levels: Vec<LevelChange>,
}

/// One dated act or agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Dealing<T> {
    /// The fact that recorded it.
    pub fact: FactId,
    /// Where it was recorded.
    pub recorded: Order,
    /// Day number on which it happened.
    pub day: i32,
    /// Day number on which it was withdrawn, released or otherwise reversed, or
    /// [`NEVER`](super::NEVER).
    pub ended_day: i32,
    /// The parts in [`Account::parts`](super::Account::parts) that it names and that are there.
    pub parts: Vec<u32>,
    /// What was recorded.
    pub what: T,
}

/// A contract with its resolved fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// Its number, normalised.
    pub key: Key,
    /// The number as first written.
    pub number: String,
    /// The fact that first recorded it.
    pub fact: FactId,
    /// The shown values of its fields.
    pub fields: ContractFields,
}

/// From a day on the customer stands on another level of the playbook (D2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelChange {
    /// Day number.
    pub day: i32,
    /// The level; 0 when nothing is overdue any more.
    pub level: u32,
    /// The contact that reached it; none where it ended.
    pub contact: Option<FactId>,
}

impl<T> Dealing<T> {
    /// True when it had happened by the close of a day and was not reversed by then.
    #[must_use]
    pub const fn stands(&self, day: i32) -> bool {
        self.day <= day && day < self.ended_day
    }

    /// The day on which it happened.
    #[must_use]
    pub fn on(&self) -> Option<Date> {
        Date::from_number(self.day)
    }
}

impl Dealings {
    /// True when nothing was done or agreed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// From when to when a promise, plan, hold, override, appointment, assessment, late-charge
    /// decision, extension or perk stands, by day
    /// numbers: what can come to an end on a day (DESIGN 1, taking back).
    #[must_use]
    pub fn standing_from(&self, fact: FactId) -> Option<(i32, i32)> {
        fn of<T>(list: &[Dealing<T>], fact: FactId) -> Option<(i32, i32)> {
            let held = list.iter().find(|held| held.fact == fact)?;
            Some((held.day, held.ended_day))
        }
        of(&self.promises, fact)
            .or_else(|| of(&self.plans, fact))
            .or_else(|| of(&self.holds, fact))
            .or_else(|| of(&self.overrides, fact))
            .or_else(|| of(&self.appointments, fact))
            .or_else(|| of(&self.assessments, fact))
            .or_else(|| of(&self.late_charges, fact))
            .or_else(|| of(&self.extensions, fact))
            .or_else(|| of(&self.perks, fact))
    }

    /// Contacts that had happened by the close of a day, in order; a reversed one never happened.
    pub fn contacts_until(&self, day: i32) -> impl DoubleEndedIterator<Item = &Dealing<Contact>> {
        let until = self.contacts.partition_point(|contact| contact.day <= day);
        let contacts = self.contacts.get(..until).unwrap_or(&[]).iter();
        contacts.filter(move |contact| contact.stands(day))
    }

    /// The level that stands at the close of a day (D2); 0 before the first step.
    #[must_use]
    pub fn level(&self, day: i32) -> u32 {
        self.last_level(day).map_or(0, |change| change.level)
    }

    /// The last change of level by the close of a day.
    #[must_use]
    pub fn last_level(&self, day: i32) -> Option<&LevelChange> {
        let until = self.levels.partition_point(|change| change.day <= day);
        self.levels.get(..until)?.last()
    }

    /// The stages that a case had reached by the close of a day, in order.
    pub fn stages_of(
        &self,
        case: FactId,
        day: i32,
    ) -> impl Iterator<Item = &Dealing<CaseStageReached>> {
        self.case_stages.iter().filter(move |stage| stage.what.case == case && stage.stands(day))
    }

    /// The decision of a duty on a proposal, whatever its day: of several the one of the earliest
    /// day, of one day the first in canonical order. One that is dated later changes no past day.
    #[must_use]
    pub fn decision_of(&self, subject: FactId, role: Role) -> Option<&Dealing<Approval>> {
        self.approvals.iter().find(|held| {
            held.what.subject == subject && held.what.role == role && held.ended_day == NEVER
        })
    }

    /// What had come back of a statement by the close of a day.
    #[must_use]
    pub fn answer_of(&self, statement: FactId, day: i32) -> Option<&Dealing<StatementAnswered>> {
        let mut answers = self.statement_answers.iter().rev();
        answers.find(|answer| answer.what.statement == statement && answer.stands(day))
    }

    /// When and how a perk was given to the customer, as far as is known on a day number.
    #[must_use]
    pub fn fulfilment_of(&self, perk: FactId, day: i32) -> Option<&Dealing<PerkFulfilled>> {
        self.perks_fulfilled.iter().find(|given| given.what.perk == perk && given.stands(day))
    }
}
