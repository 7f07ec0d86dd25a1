//! Early-payment discounts: with which allocation they begin and end, which were taken late (E3).
//! Never says whether one was due: a receipt after its last day raises a finding.

use std::collections::BTreeMap;

use super::Builder;
use super::act::Act;
use crate::id::FactId;
use crate::ledger::account::NEVER;
use crate::ledger::dealing::{Dealing, Dealings};
use crate::ledger::finding::{Finding, Inert};
use crate::ledger::gather::{Gathered, Told};
use crate::ledger::sweep::{Application, Purpose};
use crate::record::Discount;

impl Builder {
    /// Hands the discounts to the sweep; each ends with the allocation that earned it, so that a
    /// bounce gives the whole claim back.
    pub(super) fn discounts(&mut self, gathered: &Gathered<'_>) {
        if gathered.discounts.is_empty() {
            return;
        }
        let allocated = |held: &&Application| held.purpose == Purpose::Allocated && !held.derived;
        let allocations: BTreeMap<FactId, Application> =
            self.applications.iter().filter(allocated).map(|held| (held.fact, *held)).collect();
        for told in &gathered.discounts {
            let with = told.what.allocation.map(|fact| allocations.get(&fact).copied());
            self.discount(told, with);
        }
    }

    fn discount(&mut self, told: &Told<'_, Discount>, with: Option<Option<Application>>) {
        let what = told.what;
        if with.is_some_and(|with| with.is_none()) {
            self.acts.insert(told.fact, told.recorded);
            return self.inert(told.fact, Inert::SubjectMissing);
        }
        let with = with.flatten();
        let before = self.applications.len();
        let (purpose, amount) = (Purpose::Discount, what.taken.amount);
        let (on, item) = (Some(what.on), Some(&what.item));
        self.act(told, &Act { purpose, amount, on, fund: None, item, with });
        let Some(application) = self.applications.get(before) else { return };
        let part = match application.target {
            crate::ledger::sweep::Target::Part(part) => Some(part),
            _ => None,
        };
        let held = Dealing {
            fact: told.fact,
            recorded: told.recorded,
            day: application.start,
            ended_day: application.end,
            parts: part.into_iter().collect(),
            what: what.clone(),
        };
        self.account.dealings.discounts.push(held);
    }

    /// Discounts that a receipt took after their last day, until a person accepts them or claims
    /// them back.
    pub(super) fn late_discounts(&mut self, dealings: &Dealings) {
        for held in dealings.discounts.iter().filter(|held| held.ended_day == NEVER) {
            let is_accepted = dealings
                .discounts_accepted
                .iter()
                .any(|accepted| accepted.what.discount == held.fact && accepted.ended_day == NEVER);
            let (on, last_on) = (held.what.on, held.what.taken.last_on);
            if let Some(last_on) = last_on.filter(|last_on| on > *last_on && !is_accepted) {
                let (customer, amount) =
                    (self.account.customer.key.clone(), held.what.taken.amount);
                let fact = held.fact;
                let finding = Finding::DiscountTakenLate { customer, fact, amount, last_on, on };
                self.account.findings.push(finding);
            }
        }
    }
}
