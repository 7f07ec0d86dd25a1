//! Items fully settled in a window and how late their money came (FIGURES, days late).
//! Never counts what was given up or reversed last as settled.

use std::collections::BTreeMap;

use super::{Inputs, Window};
use crate::ledger::{Account, Effect, EffectKind, FundSource, NEVER, Part};

/// Adds an item that was fully settled in the window: settled at its end, the last cent within it.
pub(super) fn add_part(account: &Account, part: &Part, window: Window, inputs: &mut Inputs) {
    if part.due_day == NEVER || part.balance.amount_minor <= 0 {
        return;
    }
    let end = window.to.number();
    let settled = settled_on(account, part, end);
    let Some(day) = settled.filter(|day| window.has(*day)) else { return };
    let late = i64::from(day - part.due_day);
    inputs.settled_items += 1;
    inputs.days_late += late;
    inputs.days_late_floored += late.max(0);
    let amount = i128::from(part.balance.amount_minor);
    inputs.amount_days_late += amount * i128::from(late);
    inputs.amount_days_late_floored += amount * i128::from(late.max(0));
    inputs.settled_amount += amount;
}

/// The day on which the last cent came, if the item is settled at the close of `end` and money
/// came on that day. In which order things happened on one day is nobody's business: it changes
/// when one of them is undone and redone.
///
/// Money that the row of the item itself states came on the day that the row says, even before
/// the invoice date: such an item is settled from that day. Other money settles an item when it is
/// effective, on the later of receipt and item (B2).
fn settled_on(account: &Account, part: &Part, end: i32) -> Option<i32> {
    let mut left = part.balance.amount_minor;
    // What money, and what anything else, settled on each day.
    let mut days: BTreeMap<i32, (i64, i64)> = BTreeMap::new();
    for effect in part.balance.effects.of(&account.part_effects) {
        let day = money_day(account, effect);
        if day > end {
            continue;
        }
        left -= effect.amount_minor;
        let (money, other) = days.entry(day).or_default();
        match effect.kind {
            EffectKind::Allocated { .. } => *money += effect.amount_minor,
            EffectKind::WrittenOff
            | EffectKind::Discounted
            | EffectKind::Recovered
            | EffectKind::Refunded
            | EffectKind::Reversed => *other += effect.amount_minor,
        }
    }
    let last = days.into_iter().rev().find(|(_, (money, other))| *money != 0 || *other != 0);
    last.filter(|(_, (money, _))| left == 0 && *money > 0).map(|(day, _)| day)
}

/// The day that counts for an effect on a part.
fn money_day(account: &Account, effect: &Effect) -> i32 {
    let EffectKind::Allocated { other } = effect.kind else { return effect.day };
    let fund = account.funds.get(other as usize).filter(|_| effect.amount_minor > 0);
    let by_its_row = fund.filter(|fund| {
        matches!(fund.source, FundSource::Implied { .. }) && fund.brought_by.contains(&effect.fact)
    });
    by_its_row.map_or(effect.day, |fund| fund.day)
}
