//! The cash of one customer as it can serve promises and plans, each cent once.
//! Never a credit note: only money that was received.

use crate::ledger::{Account, EffectKind, FundSource};
use crate::money::Currency;

/// What was received and what of it is still free to serve a promise.
pub(super) struct Cash {
    /// By fund: what of it was received and is there at the close of the day.
    free: Vec<i64>,
    /// What of each fund settles which part.
    allocated: Vec<Allocated>,
}

/// Money of one fund on one part.
struct Allocated {
    part: u32,
    fund: u32,
    free_minor: i64,
}

impl Cash {
    /// The cash of an account as it stood at the close of a day: what bounced or went back by then
    /// was not received.
    pub(super) fn of(account: &Account, day: i32) -> Self {
        let free = account.funds.iter().map(|fund| {
            let is_cash = match fund.source {
                FundSource::Receipt | FundSource::Implied { .. } | FundSource::Recovery => true,
                FundSource::CreditNote => false,
            };
            if !is_cash || fund.day > day || fund.ended_day <= day {
                return 0;
            }
            let effects = fund.balance.effects_until(day, &account.fund_effects);
            let refunds = effects.filter(|effect| effect.kind == EffectKind::Refunded);
            fund.balance.amount_minor - refunds.map(|effect| effect.amount_minor).sum::<i64>()
        });
        let free: Vec<i64> = free.collect();
        let mut allocated: Vec<Allocated> = Vec::new();
        for (index, part) in (0..).zip(&account.parts) {
            for effect in part.balance.effects_until(day, &account.part_effects) {
                let EffectKind::Allocated { other } = effect.kind else { continue };
                let same = |held: &&mut Allocated| held.part == index && held.fund == other;
                match allocated.iter_mut().rev().find(same) {
                    Some(held) => held.free_minor += effect.amount_minor,
                    None => allocated.push(Allocated {
                        part: index,
                        fund: other,
                        free_minor: effect.amount_minor,
                    }),
                }
            }
        }
        Self { free, allocated }
    }

    /// Takes up to `wanted_minor` of what was received from `from_day` to `to_day`: of what settles
    /// these parts, or of anything when none is named. Gives what it got, with the day of each
    /// receipt.
    pub(super) fn take(
        &mut self,
        account: &Account,
        parts: &[u32],
        currency: Currency,
        (from_day, to_day): (i32, i32),
        wanted_minor: i64,
    ) -> Vec<(i32, i64)> {
        let mut funds: Vec<usize> = (0..account.funds.len()).collect();
        funds.sort_by_key(|fund| account.funds.get(*fund).map(|fund| fund.day));
        let (mut taken, mut wanted) = (Vec::new(), wanted_minor);
        for index in funds {
            let (Some(fund), Some(free)) = (account.funds.get(index), self.free.get_mut(index))
            else {
                continue;
            };
            let in_time = from_day <= fund.day && fund.day <= to_day;
            if !in_time || fund.balance.currency != currency {
                continue;
            }
            let mut got = 0;
            if parts.is_empty() {
                got = wanted.min(*free);
            } else {
                let on_parts = self
                    .allocated
                    .iter_mut()
                    .filter(|held| held.fund as usize == index && parts.contains(&held.part));
                for held in on_parts {
                    let share = (wanted - got).min(held.free_minor).min(*free - got).max(0);
                    held.free_minor -= share;
                    got += share;
                }
            }
            *free -= got;
            wanted -= got;
            if got > 0 {
                taken.push((fund.day, got));
            }
        }
        taken
    }
}
