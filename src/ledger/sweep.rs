//! One pass through the days of an account that decides what every application of money gets.
//! Never changes an earlier day for the sake of a later one: a past day reads the same whatever is
//! recorded later with a later date (B2).

use super::account::{Account, Balance, Effect, EffectKind, NEVER, Span};
use super::finding::Finding;
use crate::id::FactId;
use crate::journal::Order;
use crate::money::{Currency, Money};

/// An act that uses up a part, a fund, or both, from `start` until `end`.
#[derive(Clone, Debug)]
pub(super) struct Application {
    pub(super) fact: FactId,
    pub(super) purpose: Purpose,
    pub(super) fund: Option<u32>,
    pub(super) target: Target,
    /// What it wants; [`i64::MAX`] for as much as there is.
    pub(super) amount_minor: i64,
    pub(super) start: i32,
    pub(super) end: i32,
    pub(super) fund_day: i32,
    pub(super) due_day: i32,
    /// Where it was restored: it takes nothing that was given elsewhere in between.
    pub(super) restored: Option<Order>,
    /// Where it stands; absent for what the fold itself derives.
    pub(super) recorded: Option<Order>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Allocated,
    Designated,
    Refund,
    WriteOff,
    Recovery { write_off: FactId },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Nothing,
    Part(u32),
    Document(u32),
}

/// What an application got of one part and one fund, as long as it runs.
#[derive(Clone, Copy, Debug)]
struct Grant {
    application: usize,
    part: Option<u32>,
    fund: Option<u32>,
    amount_minor: i64,
}

/// What happens on a day, in the order in which it is handled: first everything that ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    End(usize),
    CloseFund(u32),
    CloseDocument(u32),
    Start(usize),
}

struct Sweep<'a> {
    account: &'a mut Account,
    applications: Vec<Application>,
    grants: Vec<Grant>,
    part_left: Vec<i64>,
    fund_left: Vec<i64>,
    part_effects: Vec<(u32, Effect)>,
    fund_effects: Vec<(u32, Effect)>,
}

/// Decides all applications and writes the effects into the account. Of several that start on one
/// day, the earlier receipt comes first, then the earlier due part, then the canonical order; what
/// was restored comes after all others (DESIGN 1).
pub(super) fn sweep(account: &mut Account, applications: Vec<Application>) {
    let mut steps: Vec<(i32, Step)> = Vec::with_capacity(applications.len());
    let mut starts: Vec<usize> = Vec::with_capacity(applications.len());
    for (index, application) in applications.iter().enumerate() {
        if application.start < application.end {
            starts.push(index);
            if application.end != NEVER {
                steps.push((application.end, Step::End(index)));
            }
        }
    }
    starts.sort_by_key(|&index| applications.get(index).map(priority));
    for (index, document) in (0..).zip(&account.documents) {
        if let Some(day) = document.reversed_on {
            steps.push((day.number(), Step::CloseDocument(index)));
        }
    }
    for (index, fund) in (0..).zip(&account.funds) {
        if fund.ended_day != NEVER {
            steps.push((fund.ended_day, Step::CloseFund(index)));
        }
    }
    steps.sort_unstable();
    let mut sweep = Sweep {
        grants: Vec::with_capacity(applications.len()),
        part_left: account.parts.iter().map(|part| part.balance.amount_minor).collect(),
        fund_left: account.funds.iter().map(|fund| fund.balance.amount_minor).collect(),
        part_effects: Vec::with_capacity(applications.len()),
        fund_effects: Vec::with_capacity(applications.len()),
        account,
        applications,
    };
    let mut steps = steps.into_iter().peekable();
    for index in starts {
        let start = sweep.applications.get(index).map_or(NEVER, |held| held.start);
        while let Some((day, step)) = steps.next_if(|(day, _)| *day <= start) {
            sweep.take(day, step);
        }
        sweep.take(start, Step::Start(index));
    }
    for (day, step) in steps {
        sweep.take(day, step);
    }
    sweep.finish();
}

type Priority = (i32, Option<Order>, bool, i32, i32, Option<Order>);

/// Start, then what was not restored, then what a person decided, then FIFO, then the order.
const fn priority(application: &Application) -> Priority {
    let derived = matches!(application.purpose, Purpose::Designated);
    (
        application.start,
        application.restored,
        derived,
        application.fund_day,
        application.due_day,
        application.recorded,
    )
}

impl Sweep<'_> {
    fn take(&mut self, day: i32, step: Step) {
        match step {
            Step::Start(index) => self.start(day, index),
            Step::End(index) => self.release(day, |grant, _| grant.application == index),
            Step::CloseFund(fund) => {
                self.release(day, |grant, _| grant.fund == Some(fund));
                let left = self.fund_left.get(fund as usize).copied().unwrap_or(0);
                self.use_fund(fund, day, left, EffectKind::Reversed, self.fund_fact(fund));
            }
            Step::CloseDocument(document) => self.close_document(day, document),
        }
    }

    fn fund_fact(&self, fund: u32) -> Option<FactId> {
        self.account.funds.get(fund as usize)?.brought_by.first().copied()
    }

    fn close_document(&mut self, day: i32, document: u32) {
        let Some(held) = self.account.documents.get(document as usize) else { return };
        let (parts, fact) = (held.parts.indexes(), held.brought_by.first().copied());
        for part in parts {
            self.release(day, |grant, _| grant.part == Some(part));
            let left = self.part_left.get(part as usize).copied().unwrap_or(0);
            self.use_part(part, day, left, EffectKind::Reversed, fact);
        }
    }

    fn start(&mut self, day: i32, index: usize) {
        let Some(application) = self.applications.get(index).cloned() else { return };
        match (application.target, application.purpose) {
            (Target::Document(document), _) => {
                let Some(held) = self.account.documents.get(document as usize) else { return };
                let mut parts: Vec<u32> = held.parts.indexes().collect();
                parts.sort_by_key(|&part| {
                    self.account.parts.get(part as usize).map(|part| part.due_day)
                });
                for part in parts {
                    self.grant(day, index, &application, Some(part), application.amount_minor);
                }
            }
            (Target::Part(part), Purpose::Recovery { write_off }) => {
                let taken = self.undo_write_off(day, write_off, application.amount_minor);
                self.grant(day, index, &application, Some(part), taken);
            }
            (Target::Part(_) | Target::Nothing, _) => {
                let part = match application.target {
                    Target::Part(part) => Some(part),
                    Target::Document(_) | Target::Nothing => None,
                };
                let wanted = application.amount_minor;
                self.preempt(day, &application, part);
                let granted = self.grant(day, index, &application, part, wanted);
                if granted < wanted {
                    self.contested(&application, part, granted);
                }
            }
        }
    }

    /// Gives what is there of what is wanted.
    fn grant(
        &mut self,
        day: i32,
        index: usize,
        application: &Application,
        part: Option<u32>,
        wanted: i64,
    ) -> i64 {
        let granted = wanted.min(self.available(application.fund, part));
        if granted <= 0 {
            return 0;
        }
        let grant =
            Grant { application: index, part, fund: application.fund, amount_minor: granted };
        self.grants.push(grant);
        self.change(day, &grant, granted, application);
        granted
    }

    fn available(&self, fund: Option<u32>, part: Option<u32>) -> i64 {
        let fund = fund.map(|fund| self.fund_left.get(fund as usize).copied().unwrap_or(0));
        let part = part.map(|part| self.part_left.get(part as usize).copied().unwrap_or(0));
        fund.into_iter().chain(part).min().unwrap_or(0)
    }

    /// Takes money back from what was restored after this application was recorded: a restoration
    /// cannot keep what was given elsewhere in between.
    fn preempt(&mut self, day: i32, application: &Application, part: Option<u32>) {
        let lacking =
            |sweep: &Self| application.amount_minor > sweep.available(application.fund, part);
        while lacking(self) {
            let holder = self.grants.iter().position(|grant| {
                let shares = (grant.part == part && part.is_some())
                    || (grant.fund == application.fund && application.fund.is_some());
                let restored =
                    self.applications.get(grant.application).and_then(|held| held.restored);
                shares && restored > application.recorded && restored.is_some()
            });
            let Some(holder) = holder else { return };
            let taken = self.grants.remove(holder);
            if let Some(held) = self.applications.get(taken.application).cloned() {
                self.change(day, &taken, -taken.amount_minor, &held);
                self.contested(&held, taken.part, 0);
            }
        }
    }

    fn undo_write_off(&mut self, day: i32, write_off: FactId, wanted: i64) -> i64 {
        let is_it = |grant: &Grant| {
            self.applications.get(grant.application).is_some_and(|held| held.fact == write_off)
        };
        let Some(at) = self.grants.iter().position(is_it) else { return 0 };
        let Some(grant) = self.grants.get_mut(at) else { return 0 };
        let taken = grant.amount_minor.min(wanted);
        grant.amount_minor -= taken;
        if let Some(part) = grant.part {
            self.use_part(part, day, -taken, EffectKind::Recovered, Some(write_off));
        }
        taken
    }

    /// Ends every running grant that `ends` names.
    fn release(&mut self, day: i32, ends: impl Fn(&Grant, &Application) -> bool) {
        let mut at = 0;
        while let Some(grant) = self.grants.get(at).copied() {
            let application = self.applications.get(grant.application).cloned();
            match application.filter(|application| ends(&grant, application)) {
                Some(application) => {
                    self.grants.remove(at);
                    self.change(day, &grant, -grant.amount_minor, &application);
                }
                None => at += 1,
            }
        }
    }

    fn change(&mut self, day: i32, grant: &Grant, amount_minor: i64, application: &Application) {
        let kind = |other: Option<u32>| match application.purpose {
            Purpose::Refund => EffectKind::Refunded,
            Purpose::WriteOff => EffectKind::WrittenOff,
            Purpose::Allocated | Purpose::Designated | Purpose::Recovery { .. } => {
                EffectKind::Allocated { other: other.unwrap_or(u32::MAX) }
            }
        };
        let fact = Some(application.fact);
        if let Some(part) = grant.part {
            self.use_part(part, day, amount_minor, kind(grant.fund), fact);
        }
        if let Some(fund) = grant.fund {
            self.use_fund(fund, day, amount_minor, kind(grant.part), fact);
        }
    }

    fn use_part(
        &mut self,
        part: u32,
        day: i32,
        amount_minor: i64,
        kind: EffectKind,
        fact: Option<FactId>,
    ) {
        let (Some(left), Some(fact)) = (self.part_left.get_mut(part as usize), fact) else {
            return;
        };
        if amount_minor != 0 {
            *left -= amount_minor;
            self.part_effects.push((part, Effect { day, amount_minor, kind, fact }));
        }
    }

    fn use_fund(
        &mut self,
        fund: u32,
        day: i32,
        amount_minor: i64,
        kind: EffectKind,
        fact: Option<FactId>,
    ) {
        let (Some(left), Some(fact)) = (self.fund_left.get_mut(fund as usize), fact) else {
            return;
        };
        if amount_minor != 0 {
            *left -= amount_minor;
            self.fund_effects.push((fund, Effect { day, amount_minor, kind, fact }));
        }
    }

    fn contested(&mut self, application: &Application, part: Option<u32>, granted: i64) {
        let currency = self.currency(application.fund, part);
        let money = |minor| Money::new(minor, currency).unwrap_or(Money::zero(currency));
        self.account.findings.push(Finding::Contested {
            fact: application.fact,
            customer: self.account.customer.key.clone(),
            wanted: money(application.amount_minor),
            granted: money(granted),
        });
    }

    fn currency(&self, fund: Option<u32>, part: Option<u32>) -> Currency {
        let of_part = part.and_then(|part| self.account.parts.get(part as usize));
        let of_fund = fund.and_then(|fund| self.account.funds.get(fund as usize));
        of_part
            .map(|part| part.balance.currency)
            .or(of_fund.map(|fund| fund.balance.currency))
            .unwrap_or(Currency::CNY)
    }

    fn finish(self) {
        let account = self.account;
        let parts = account.parts.iter_mut().map(|part| &mut part.balance);
        account.part_effects = settle(parts, self.part_effects);
        let funds = account.funds.iter_mut().map(|fund| &mut fund.balance);
        account.fund_effects = settle(funds, self.fund_effects);
    }
}

/// Sorts effects by what they happened to, keeping the order of days, and notes the ranges.
fn settle<'a>(
    balances: impl Iterator<Item = &'a mut Balance>,
    mut effects: Vec<(u32, Effect)>,
) -> Vec<Effect> {
    effects.sort_by_key(|(index, effect)| (*index, effect.day));
    let mut at = 0;
    for (index, balance) in (0_u32..).zip(balances) {
        let start = at;
        while let Some((_, effect)) = effects.get(at).filter(|(held, _)| *held == index) {
            balance.used_minor += effect.amount_minor;
            balance.last_day = balance.last_day.max(effect.day);
            at += 1;
        }
        let span = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        balance.effects = Span { start: span(start), len: span(at - start) };
    }
    effects.into_iter().map(|(_, effect)| effect).collect()
}
