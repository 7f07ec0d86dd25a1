//! One pass through the days of an account that decides what every application of money gets.
//! Never changes an earlier day for the sake of a later one: a past day reads the same whatever is
//! recorded later with a later date (B2).

mod contest;
mod grant;

use std::collections::BTreeMap;

use super::account::{Account, Balance, Effect, EffectKind, NEVER, Span};
use crate::id::FactId;
use crate::journal::Order;
use grant::{Grant, Grants, Holder};

/// An act that uses up a part, a fund, or both, from `start` until `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Application {
    pub(super) fact: FactId,
    pub(super) purpose: Purpose,
    /// The fold derived it from a designation or a table: it takes what there is, and yields to
    /// what people had decided before it was known.
    pub(super) derived: bool,
    pub(super) fund: Option<u32>,
    pub(super) target: Target,
    /// What it wants; [`i64::MAX`] for as much as there is.
    pub(super) amount_minor: i64,
    pub(super) start: i32,
    pub(super) end: i32,
    pub(super) fund_day: i32,
    pub(super) due_day: i32,
    /// Where it, or what it leans on, was restored: it takes nothing that was given elsewhere in
    /// between.
    pub(super) restored: Option<Order>,
    /// Where it stands.
    pub(super) recorded: Order,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Allocated,
    Refund,
    WriteOff,
    Discount,
    Recovery { write_off: FactId },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Nothing,
    Part(u32),
    Document(u32),
}

/// What happens on a day, in the order in which it is handled: first everything that ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    End(u32),
    CloseFund(u32),
    CloseDocument(u32),
}

struct Sweep<'a> {
    account: &'a mut Account,
    applications: Vec<Application>,
    grants: Grants,
    /// Which application a recovered write-off is.
    write_offs: BTreeMap<FactId, u32>,
    /// What contested applications got in the end.
    contested: BTreeMap<u32, i64>,
    part_left: Vec<i64>,
    fund_left: Vec<i64>,
    part_effects: Vec<(u32, Effect)>,
    fund_effects: Vec<(u32, Effect)>,
}

/// Decides all applications and writes the effects into the account. Of several that start on one
/// day, the earlier receipt comes first, then the earlier due part, then the canonical order; what
/// was restored comes after all others (DESIGN 1).
pub(super) fn sweep(account: &mut Account, applications: Vec<Application>) {
    let runs = |application: &Application| application.start < application.end;
    let mut steps = closings(account);
    let mut starts: Vec<(u32, &Application)> =
        (0..).zip(&applications).filter(|(_, application)| runs(application)).collect();
    starts.sort_by_key(|(_, application)| priority(application));
    let ending = starts.iter().filter(|(_, application)| application.end != NEVER);
    steps.extend(ending.map(|(index, application)| (application.end, Step::End(*index))));
    steps.sort_unstable();
    let starts: Vec<(i32, u32)> =
        starts.into_iter().map(|(index, application)| (application.start, index)).collect();
    let mut sweep = Sweep {
        grants: Grants::new(applications.len(), account.parts.len(), account.funds.len()),
        write_offs: recovered_write_offs(&applications),
        contested: BTreeMap::new(),
        part_left: account.parts.iter().map(|part| part.balance.amount_minor).collect(),
        fund_left: account.funds.iter().map(|fund| fund.balance.amount_minor).collect(),
        part_effects: Vec::with_capacity(applications.len()),
        fund_effects: Vec::with_capacity(applications.len()),
        account,
        applications,
    };
    let mut steps = steps.into_iter().peekable();
    for (start, index) in starts {
        while let Some((day, step)) = steps.next_if(|(day, _)| *day <= start) {
            sweep.take(day, step);
        }
        sweep.start(start, index);
    }
    for (day, step) in steps {
        sweep.take(day, step);
    }
    sweep.finish();
}

fn closings(account: &Account) -> Vec<(i32, Step)> {
    let documents = (0..).zip(&account.documents).filter_map(|(index, document)| {
        document.reversed_on.map(|day| (day.number(), Step::CloseDocument(index)))
    });
    let funds = (0..).zip(&account.funds).filter(|(_, fund)| fund.ended_day != NEVER);
    documents.chain(funds.map(|(index, fund)| (fund.ended_day, Step::CloseFund(index)))).collect()
}

fn recovered_write_offs(applications: &[Application]) -> BTreeMap<FactId, u32> {
    let recovered = |application: &Application| match application.purpose {
        Purpose::Recovery { write_off } => Some(write_off),
        Purpose::Allocated | Purpose::Refund | Purpose::WriteOff | Purpose::Discount => None,
    };
    let named: std::collections::BTreeSet<FactId> =
        applications.iter().filter_map(recovered).collect();
    let is_named = |application: &Application| {
        application.purpose == Purpose::WriteOff && named.contains(&application.fact)
    };
    let indexed = (0..).zip(applications).filter(|(_, application)| is_named(application));
    indexed.map(|(index, application)| (application.fact, index)).collect()
}

type Priority = (i32, Option<Order>, u8, i32, i32, Order);

/// Start, then what was not restored, then what a person decided (a recovery after the write-off
/// that it undoes), then FIFO, then the order.
const fn priority(application: &Application) -> Priority {
    let rank = match (application.derived, application.purpose) {
        (true, _) => 2,
        (false, Purpose::Recovery { .. }) => 1,
        (false, Purpose::Allocated | Purpose::Refund) => 0,
        (false, Purpose::WriteOff | Purpose::Discount) => 0,
    };
    (
        application.start,
        application.restored,
        rank,
        application.fund_day,
        application.due_day,
        application.recorded,
    )
}

impl Sweep<'_> {
    fn take(&mut self, day: i32, step: Step) {
        match step {
            Step::End(index) => self.release(day, Holder::Application(index)),
            Step::CloseFund(fund) => {
                self.contest_refunds(fund);
                self.release(day, Holder::Fund(fund));
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
            self.release(day, Holder::Part(part));
            let left = self.part_left.get(part as usize).copied().unwrap_or(0);
            self.use_part(part, day, left, EffectKind::Reversed, fact);
        }
    }

    fn start(&mut self, day: i32, index: u32) {
        let Some(application) = self.applications.get(index as usize).copied() else { return };
        let wanted = application.amount_minor;
        let part = match application.target {
            Target::Document(document) => return self.start_oldest_first(day, index, document),
            Target::Part(part) => Some(part),
            Target::Nothing => None,
        };
        if let Purpose::Recovery { write_off } = application.purpose {
            let undone = self.undo_write_off(day, write_off, wanted);
            self.grant(day, index, part, undone);
        } else if application.derived {
            self.grant(day, index, part, wanted);
        } else {
            self.preempt(day, &application, part);
            let granted = self.grant(day, index, part, wanted);
            if granted < wanted {
                self.contested.insert(index, granted);
            }
        }
    }

    fn start_oldest_first(&mut self, day: i32, index: u32, document: u32) {
        let Some(held) = self.account.documents.get(document as usize) else { return };
        let mut parts: Vec<u32> = held.parts.indexes().collect();
        parts.sort_by_key(|&part| self.account.parts.get(part as usize).map(|part| part.due_day));
        for part in parts {
            self.grant(day, index, Some(part), i64::MAX);
        }
    }

    /// Gives what is there of what is wanted.
    fn grant(&mut self, day: i32, index: u32, part: Option<u32>, wanted: i64) -> i64 {
        let fund = self.applications.get(index as usize).and_then(|held| held.fund);
        let amount_minor = wanted.min(self.available(fund, part));
        if amount_minor <= 0 {
            return 0;
        }
        let grant = Grant { application: index, part, fund, amount_minor };
        self.grants.add(grant);
        self.change(day, &grant, 1);
        amount_minor
    }

    fn available(&self, fund: Option<u32>, part: Option<u32>) -> i64 {
        self.fund_left(fund).into_iter().chain(self.part_left(part)).min().unwrap_or(0)
    }

    fn fund_left(&self, fund: Option<u32>) -> Option<i64> {
        fund.map(|fund| self.fund_left.get(fund as usize).copied().unwrap_or(0))
    }

    fn part_left(&self, part: Option<u32>) -> Option<i64> {
        part.map(|part| self.part_left.get(part as usize).copied().unwrap_or(0))
    }

    fn undo_write_off(&mut self, day: i32, write_off: FactId, wanted: i64) -> i64 {
        let Some(&index) = self.write_offs.get(&write_off) else { return 0 };
        let mut undone = 0;
        for number in self.grants.running(Holder::Application(index)) {
            let Some(taken) = self.grants.take(number, wanted - undone) else { continue };
            undone += taken.amount_minor;
            if let Some(part) = taken.part {
                let amount = -taken.amount_minor;
                self.use_part(part, day, amount, EffectKind::Recovered, Some(write_off));
            }
        }
        undone
    }

    /// Ends every running grant of a holder.
    fn release(&mut self, day: i32, holder: Holder) {
        for number in self.grants.running(holder) {
            if let Some(taken) = self.grants.take(number, i64::MAX) {
                self.change(day, &taken, -1);
            }
        }
    }

    /// Notes that a grant was given, or with the sign −1 that it was taken back.
    fn change(&mut self, day: i32, grant: &Grant, sign: i64) {
        let Some(held) = self.applications.get(grant.application as usize) else { return };
        let (purpose, fact, amount_minor) = (held.purpose, held.fact, sign * grant.amount_minor);
        let kind = |other: Option<u32>| match purpose {
            Purpose::Refund => EffectKind::Refunded,
            Purpose::WriteOff => EffectKind::WrittenOff,
            Purpose::Discount => EffectKind::Discounted,
            Purpose::Allocated | Purpose::Recovery { .. } => {
                EffectKind::Allocated { other: other.unwrap_or(u32::MAX) }
            }
        };
        if let Some(part) = grant.part {
            self.use_part(part, day, amount_minor, kind(grant.fund), Some(fact));
        }
        if let Some(fund) = grant.fund {
            self.use_fund(fund, day, amount_minor, kind(grant.part), Some(fact));
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
        if let (Some(left), Some(fact)) = (self.part_left.get_mut(part as usize), fact)
            && amount_minor != 0
        {
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
        if let (Some(left), Some(fact)) = (self.fund_left.get_mut(fund as usize), fact)
            && amount_minor != 0
        {
            *left -= amount_minor;
            self.fund_effects.push((fund, Effect { day, amount_minor, kind, fact }));
        }
    }

    fn finish(mut self) {
        self.name_contested();
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
