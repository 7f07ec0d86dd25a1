//! Who yields when money or an item does not suffice for all (DESIGN 1).
//! Never takes from an act that a person recorded before and that was never taken back.

use super::grant::Holder;
use super::{Application, Purpose, Sweep};
use crate::ledger::finding::Finding;
use crate::money::{Currency, Money};

impl Sweep<'_> {
    /// Takes back what this application lacks from what came to stand only after it was recorded:
    /// a restoration cannot keep what was given elsewhere in between, nor can a designation whose
    /// receipt or invoice was not known yet. Of several the latest yields first, and nothing is
    /// taken back that would not help.
    pub(super) fn preempt(&mut self, day: i32, application: &Application, part: Option<u32>) {
        if application.amount_minor <= self.available(application.fund, part) {
            return;
        }
        let of_fund = self.yielding(application, application.fund.map(Holder::Fund));
        let of_part = self.yielding(application, part.map(Holder::Part));
        let fund_left = self.fund_left(application.fund).unwrap_or(i64::MAX);
        let part_left = self.part_left(part).unwrap_or(i64::MAX);
        let goal = application
            .amount_minor
            .min(fund_left.saturating_add(self.sum(&of_fund)))
            .min(part_left.saturating_add(self.sum(&of_part)));
        for number in of_fund {
            let lacking = goal - self.fund_left(application.fund).unwrap_or(i64::MAX);
            self.take_back(day, number, lacking);
        }
        for number in of_part {
            let lacking = goal - self.part_left(part).unwrap_or(i64::MAX);
            self.take_back(day, number, lacking);
        }
    }

    /// Running grants of a holder that yield to an application, the last to come first.
    fn yielding(&self, application: &Application, holder: Option<Holder>) -> Vec<u32> {
        let Some(holder) = holder else { return Vec::new() };
        let stands = |number: &u32| {
            let grant = self.grants.get(*number)?;
            let held = self.applications.get(grant.application as usize)?;
            if held.derived { Some(held.recorded) } else { held.restored }
        };
        let mut yielding = self.grants.running(holder);
        yielding.retain(|number| stands(number) > Some(application.recorded));
        yielding.sort_by_key(|number| std::cmp::Reverse(stands(number)));
        yielding
    }

    fn sum(&self, numbers: &[u32]) -> i64 {
        let amounts = numbers.iter().filter_map(|number| self.grants.get(*number));
        amounts.fold(0, |sum: i64, grant| sum.saturating_add(grant.amount_minor))
    }

    fn take_back(&mut self, day: i32, number: u32, lacking: i64) {
        if lacking <= 0 {
            return;
        }
        let Some(taken) = self.grants.take(number, lacking) else { return };
        self.change(day, &taken, -1);
        let index = taken.application;
        if let Some(held) = self.applications.get(index as usize).filter(|held| !held.derived) {
            let granted = *self.contested.get(&index).unwrap_or(&held.amount_minor);
            self.contested.insert(index, granted - taken.amount_minor);
        }
    }

    /// Money that bounced cannot have gone back to the customer: somebody must look at it.
    pub(super) fn contest_refunds(&mut self, fund: u32) {
        for number in self.grants.running(Holder::Fund(fund)) {
            let Some(grant) = self.grants.get(number) else { continue };
            let held = self.applications.get(grant.application as usize);
            if held.is_some_and(|held| held.purpose == Purpose::Refund && !held.derived) {
                self.contested.insert(grant.application, 0);
            }
        }
    }

    /// A finding for every application that got less than it asked for.
    pub(super) fn name_contested(&mut self) {
        for (index, granted) in std::mem::take(&mut self.contested) {
            let Some(held) = self.applications.get(index as usize) else { continue };
            let currency = self.currency(held);
            let money = |minor| Money::new(minor, currency).unwrap_or(Money::zero(currency));
            self.account.findings.push(Finding::Contested {
                fact: held.fact,
                customer: self.account.customer.key.clone(),
                wanted: money(held.amount_minor),
                granted: money(granted),
            });
        }
    }

    fn currency(&self, application: &Application) -> Currency {
        let of_fund = application.fund.and_then(|fund| self.account.funds.get(fund as usize));
        let of_part = match application.target {
            super::Target::Part(part) => self.account.parts.get(part as usize),
            super::Target::Nothing | super::Target::Document(_) => None,
        };
        of_part
            .map(|part| part.balance.currency)
            .or(of_fund.map(|fund| fund.balance.currency))
            .unwrap_or(Currency::CNY)
    }
}
