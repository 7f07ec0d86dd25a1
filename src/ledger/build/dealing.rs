//! Contacts, promises, plans and their kin: what they refer to, and from when to when they stand.
//! Never drops one whose item is gone: it stands without it, and a finding says so.

use std::collections::BTreeSet;

use super::Builder;
use crate::calendar::Date;
use crate::id::FactId;
use crate::journal::resolve;
use crate::ledger::dealing::{Contract, Dealing, Dealings};
use crate::ledger::finding::{ConflictField, Finding, Inert};
use crate::ledger::gather::{Gathered, Told};
use crate::record::{Approval, Fact, ItemRef, Override};

impl Builder {
    pub(super) fn dealings(&mut self, gathered: &Gathered<'_>) {
        self.contracts(gathered);
        for told in &gathered.dealings {
            self.acts.insert(told.fact, told.recorded);
        }
        let mut dealings = std::mem::take(&mut self.account.dealings);
        for told in &gathered.dealings {
            self.dealing(told, &mut dealings);
        }
        dealings.sort();
        self.unanswered_references(&mut dealings);
        self.contradicting_overrides(&dealings.overrides);
        self.late_discounts(&dealings);
        self.contradicting_approvals(&dealings);
        self.account.dealings = dealings;
    }

    fn contracts(&mut self, gathered: &Gathered<'_>) {
        for (key, facts) in &gathered.contracts {
            let Some((number, fact)) = facts.written else {
                for said in facts.said.iter().filter(|said| said.counts) {
                    self.inert(said.fact, Inert::SubjectMissing);
                }
                continue;
            };
            let resolved = resolve(&facts.said);
            let customer = self.account.customer.key.clone();
            self.account.findings.extend(resolved.conflicts.into_iter().map(|conflict| {
                let field = ConflictField::Contract(customer.clone(), key.clone(), conflict.field);
                Finding::FieldConflict { field, heads: conflict.heads }
            }));
            let (key, number, fields) = (key.clone(), number.to_owned(), resolved.fields);
            self.account.dealings.contracts.push(Contract { key, number, fact, fields });
        }
    }

    fn dealing(&mut self, told: &Told<'_, Fact>, dealings: &mut Dealings) {
        let none = Vec::new();
        match told.what {
            Fact::Contact(it) => dealings.contacts.extend(self.dated(told, it.on, &it.items, it)),
            Fact::Appointment(it) => {
                dealings.appointments.extend(self.dated(told, it.agreed_on, &none, it));
            }
            Fact::Promise(it) => {
                dealings.promises.extend(self.dated(told, it.given_on, &it.items, it));
            }
            Fact::Plan(it) => dealings.plans.extend(self.dated(told, it.agreed_on, &it.items, it)),
            Fact::Hold(it) => dealings.holds.extend(self.dated(told, it.from, &it.items, it)),
            Fact::CaseOpened(it) => {
                dealings.cases.extend(self.dated(told, it.on, &it.items, it));
            }
            Fact::CaseStageReached(it) => {
                dealings.case_stages.extend(self.dated(told, it.on, &none, it));
            }
            Fact::Approval(it) => dealings.approvals.extend(self.dated(told, it.on, &none, it)),
            Fact::Evidence(it) => {
                dealings.evidence.extend(self.dated(told, it.on, &it.items, it));
            }
            Fact::StatementSent(it) => {
                dealings.statements.extend(self.dated(told, it.sent_on, &none, it));
            }
            Fact::StatementAnswered(it) => {
                dealings.statement_answers.extend(self.dated(told, it.on, &none, it));
            }
            Fact::Override(it) => dealings.overrides.extend(self.dated(told, it.from, &none, it)),
            Fact::Evaluation(it) => {
                dealings.evaluations.extend(self.dated(told, it.on, &none, it));
            }
            Fact::CreditDecision(it) => {
                dealings.decisions.extend(self.dated(told, it.on, &none, it));
            }
            Fact::AlertAnswer(it) => {
                let items: Vec<ItemRef> = it.item.iter().cloned().collect();
                dealings.alert_answers.extend(self.dated(told, it.on, &items, it));
            }
            Fact::Assessment(it) => {
                let items: Vec<ItemRef> = it.item.iter().cloned().collect();
                dealings.assessments.extend(self.dated(told, it.on, &items, it));
            }
            Fact::DiscountAccepted(it) => {
                dealings.discounts_accepted.extend(self.dated(told, it.on, &none, it));
            }
            Fact::LateChargeDecision(it) => {
                dealings.late_charges.extend(self.dated(told, it.on, &it.items, it));
            }
            Fact::TermsExtension(it) => {
                dealings.extensions.extend(self.dated(told, it.from, &none, it));
            }
            Fact::Perk(it) => dealings.perks.extend(self.dated(told, it.granted_on, &none, it)),
            Fact::PerkFulfilled(it) => {
                dealings.perks_fulfilled.extend(self.dated(told, it.on, &none, it));
            }
            _ => {}
        }
    }

    /// The act with the parts that it names. One that names items of which none is there has no
    /// effect until one is.
    #[expect(clippy::borrowed_box, reason = "facts hold what they record in boxes")]
    fn dated<T: Clone>(
        &mut self,
        told: &Told<'_, Fact>,
        on: Date,
        items: &[ItemRef],
        what: &Box<T>,
    ) -> Option<Dealing<T>> {
        let mut parts: Vec<u32> = Vec::new();
        for item in items {
            match self.part_named(item) {
                Some(part) if !parts.contains(&part) => parts.push(part),
                Some(_) => {}
                None => self.inert(told.fact, Inert::ItemMissing),
            }
        }
        if parts.is_empty() && !items.is_empty() {
            return None;
        }
        let ended_day = self.ends.of_fact(told.fact, told.recorded);
        Some(Dealing {
            fact: told.fact,
            recorded: told.recorded,
            day: on.number(),
            ended_day,
            parts,
            what: T::clone(what),
        })
    }

    fn part_named(&self, item: &ItemRef) -> Option<u32> {
        let (index, _) = self.documents.get(&item.document)?;
        let document = self.account.documents.get(*index as usize)?;
        document.parts.indexes().nth(item.part as usize)
    }

    /// Slips of statements, stages of cases, perks given, discounts accepted and decisions on
    /// proposals, where what they speak of is not there.
    fn unanswered_references(&mut self, dealings: &mut Dealings) {
        let mut missing: Vec<FactId> = Vec::new();
        let facts = facts_of(&dealings.statements);
        keep(&mut dealings.statement_answers, |it| facts.contains(&it.statement), &mut missing);
        let facts = facts_of(&dealings.cases);
        keep(&mut dealings.case_stages, |it| facts.contains(&it.case), &mut missing);
        let facts = facts_of(&dealings.perks);
        keep(&mut dealings.perks_fulfilled, |it| facts.contains(&it.perk), &mut missing);
        let facts = facts_of(&dealings.discounts);
        keep(&mut dealings.discounts_accepted, |it| facts.contains(&it.discount), &mut missing);
        let proposals =
            [facts_of(&dealings.plans), facts_of(&dealings.holds), facts_of(&dealings.cases)];
        let is_proposed = |it: &Approval| proposals.iter().any(|all| all.contains(&it.subject));
        keep(&mut dealings.approvals, is_proposed, &mut missing);
        for fact in missing {
            self.inert(fact, Inert::SubjectMissing);
        }
    }

    /// Overrides that say different things of the same days while none replaces the other, and no
    /// third replaces both.
    fn contradicting_overrides(&mut self, overrides: &[Dealing<Override>]) {
        for (place, later) in overrides.iter().enumerate() {
            for earlier in overrides.iter().take(place) {
                let facts = [earlier.fact, later.fact];
                if contradict(earlier, later) && !settled(overrides, facts) {
                    let customer = self.account.customer.key.clone();
                    self.account.findings.push(Finding::OverridesContradict { customer, facts });
                }
            }
        }
    }

    /// Decisions of one duty on one proposal of which one says yes and another no: whoever recorded
    /// the later one did not know of the earlier.
    fn contradicting_approvals(&mut self, dealings: &Dealings) {
        for held in &dealings.approvals {
            let (subject, role) = (held.what.subject, held.what.role);
            let Some(first) = dealings.decision_of(subject, role) else { continue };
            if first.what.approved != held.what.approved {
                let customer = self.account.customer.key.clone();
                let facts = [first.fact, held.fact];
                self.account.findings.push(Finding::ApprovalsContradict { customer, facts });
            }
        }
    }
}

/// The facts that recorded these.
fn facts_of<T>(list: &[Dealing<T>]) -> BTreeSet<FactId> {
    list.iter().map(|held| held.fact).collect()
}

/// Keeps the dealings of which `is_there` says that what they speak of is there; the facts of the
/// others are added to `missing`.
fn keep<T>(list: &mut Vec<Dealing<T>>, is_there: impl Fn(&T) -> bool, missing: &mut Vec<FactId>) {
    list.retain(|held| {
        let is_kept = is_there(&held.what);
        if !is_kept {
            missing.push(held.fact);
        }
        is_kept
    });
}

fn contradict(one: &Dealing<Override>, other: &Dealing<Override>) -> bool {
    use crate::record::OverrideValue::{Class, Tier};
    let differ = match (one.what.value, other.what.value) {
        (Class(one), Class(other)) => one != other,
        (Tier(one), Tier(other)) => one != other,
        (Class(_), Tier(_)) | (Tier(_), Class(_)) => false,
    };
    let end = |held: &Dealing<Override>| held.ended_day.min(held.what.until.number() + 1);
    let from = one.day.max(other.day);
    differ && from < end(one).min(end(other))
}

/// True when one of the two replaces the other, or a third replaces both: whoever set it has seen
/// them, and decided.
fn settled(overrides: &[Dealing<Override>], pair: [FactId; 2]) -> bool {
    overrides.iter().any(|held| {
        let replaced = replaced_by(overrides, held);
        pair.iter().all(|fact| *fact == held.fact || replaced.contains(fact))
    })
}

/// What an override replaces, directly or by way of others.
fn replaced_by(overrides: &[Dealing<Override>], held: &Dealing<Override>) -> Vec<FactId> {
    let mut replaced: Vec<FactId> = held.what.replaces.clone();
    let mut seen = 0;
    while let Some(&next) = replaced.get(seen) {
        seen += 1;
        let further = overrides.iter().filter(|held| held.fact == next);
        for fact in further.flat_map(|held| &held.what.replaces) {
            if !replaced.contains(fact) {
                replaced.push(*fact);
            }
        }
    }
    replaced
}

impl Dealings {
    fn sort(&mut self) {
        fn by_day<T>(list: &mut [Dealing<T>]) {
            list.sort_by_key(|held| (held.day, held.recorded, held.fact.index));
        }
        by_day(&mut self.contacts);
        by_day(&mut self.appointments);
        by_day(&mut self.promises);
        by_day(&mut self.plans);
        by_day(&mut self.holds);
        by_day(&mut self.cases);
        by_day(&mut self.case_stages);
        by_day(&mut self.approvals);
        by_day(&mut self.evidence);
        by_day(&mut self.statements);
        by_day(&mut self.statement_answers);
        by_day(&mut self.overrides);
        by_day(&mut self.evaluations);
        by_day(&mut self.decisions);
        by_day(&mut self.alert_answers);
        by_day(&mut self.assessments);
        by_day(&mut self.discounts);
        by_day(&mut self.discounts_accepted);
        by_day(&mut self.late_charges);
        by_day(&mut self.extensions);
        by_day(&mut self.perks);
        by_day(&mut self.perks_fulfilled);
    }
}
