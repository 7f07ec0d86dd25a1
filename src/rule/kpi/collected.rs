//! Money collected in a window, in total and on items that were due (FIGURES, collection rate).
//! Never counts a credit note or a write-off as money.

use super::{Inputs, Window};
use crate::ledger::{Account, EffectKind, Fund, FundSource, NEVER, Part};

/// Receipts of the window, less receipts that bounced in it.
pub(super) fn add_fund(fund: &Fund, window: Window, inputs: &mut Inputs) {
    match fund.source {
        FundSource::CreditNote => {}
        FundSource::Receipt | FundSource::Implied { .. } | FundSource::Recovery => {
            if window.has(fund.day) {
                inputs.collected += fund.balance.amount_minor;
            }
            if window.has(fund.ended_day) {
                inputs.collected -= fund.balance.amount_minor;
            }
        }
    }
}

/// What was collectable of an item that was due by the end of the window, and what was collected
/// on it in the window.
pub(super) fn add_part(account: &Account, part: &Part, window: Window, inputs: &mut Inputs) {
    let (from, to) = (window.from.number(), window.to.number());
    let effects = part.balance.effects_until(to, &account.part_effects);
    let in_window = effects.filter(|effect| window.has(effect.day));
    let due = part.due_day != NEVER && part.due_day <= to && part.balance.from_day <= to;
    if due {
        inputs.collectable += match part.balance.from_day < from {
            true => account.outstanding(part, from - 1),
            false => part.balance.amount_minor,
        };
    }
    for effect in in_window {
        match effect.kind {
            EffectKind::Allocated { other } => {
                let fund = account.funds.get(other as usize).map(|fund| fund.source);
                if due && fund != Some(FundSource::CreditNote) {
                    inputs.collected_on_due += effect.amount_minor;
                }
            }
            EffectKind::WrittenOff | EffectKind::Recovered => {
                inputs.written_off += effect.amount_minor;
            }
            EffectKind::Discounted | EffectKind::Refunded | EffectKind::Reversed => {}
        }
    }
}
