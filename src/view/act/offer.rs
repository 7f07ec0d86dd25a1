//! Which acts a position offers on a day.
//! Never offers what would be refused for want of a subject; amounts and days are checked later.

use super::Act;
use crate::calendar::AsOf;
use crate::id::{EntryId, FactId};
use crate::ledger::{Account, Effect, EffectKind, FundSource, NEVER};
use crate::record::Fact;
use crate::rule::balance::aging::PositionSource;
use crate::workbook::Workbook;

/// What can be done to a position of an account at the close of a day: first what settles it, then
/// what ends or mends it.
#[must_use]
pub fn offered(
    workbook: &Workbook,
    account: &Account,
    source: PositionSource,
    as_of: AsOf,
) -> Vec<Act> {
    match source {
        PositionSource::Part(index) => of_part(workbook, account, index, as_of),
        PositionSource::Fund(index) => of_fund(workbook, account, index, as_of),
    }
    .unwrap_or_default()
}

fn of_part(workbook: &Workbook, account: &Account, index: u32, as_of: AsOf) -> Option<Vec<Act>> {
    let part = account.parts.get(index as usize)?;
    let document = account.documents.get(part.document as usize)?;
    let item = account.item(part)?;
    let day = as_of.number();
    let mut acts = Vec::new();
    let disputed = account.disputes.iter().filter(|held| held.part == index);
    let running = disputed.filter(|held| held.to_day == NEVER && held.from_day <= day);
    let running: Vec<FactId> = running
        .map(|held| held.fact)
        .filter(|fact| matches!(workbook.journal().fact(*fact), Some(Fact::Dispute(_))))
        .collect();
    if account.outstanding(part, day) > 0 {
        acts.push(Act::WriteOff(item.clone()));
        acts.push(Act::Discount(item.clone()));
        if running.is_empty() {
            acts.push(Act::Dispute(item));
        }
    }
    acts.extend(running.into_iter().map(Act::Resolve));
    let effects = part.balance.effects.of(&account.part_effects);
    acts.extend(undoable(workbook, effects));
    if document.reversed_on.is_none() {
        acts.push(Act::ReverseDocument(document.reference.clone()));
        acts.push(Act::Amend(document.reference.clone()));
    }
    acts.extend(retractable(workbook, &document.brought_by));
    Some(acts)
}

fn of_fund(workbook: &Workbook, account: &Account, index: u32, as_of: AsOf) -> Option<Vec<Act>> {
    let fund = account.funds.get(index as usize)?;
    let mut acts = Vec::new();
    if account.remaining(fund, as_of.number()) > 0 {
        acts.push(Act::Allocate(fund.reference.clone()));
        acts.push(Act::Refund(fund.reference.clone()));
    }
    acts.extend(undoable(workbook, fund.balance.effects.of(&account.fund_effects)));
    if fund.ended_day == NEVER {
        acts.push(Act::Bounce(fund.reference.clone()));
    }
    if fund.source == FundSource::CreditNote
        && let crate::record::FundRef::CreditNote(document) = &fund.reference
    {
        acts.push(Act::Amend(document.clone()));
    }
    acts.extend(retractable(workbook, &fund.brought_by));
    Some(acts)
}

/// Allocations, refunds and recoveries that still hold, to be undone on a day; and write-offs,
/// which money that came after all undoes in part.
fn undoable(workbook: &Workbook, effects: &[Effect]) -> Vec<Act> {
    let mut facts: Vec<(FactId, EffectKind, i64)> = Vec::new();
    for effect in effects {
        match facts.iter_mut().find(|(fact, ..)| *fact == effect.fact) {
            Some((_, _, sum)) => *sum += effect.amount_minor,
            None => facts.push((effect.fact, effect.kind, effect.amount_minor)),
        }
    }
    let act = |(fact, kind, sum): (FactId, EffectKind, i64)| {
        let recorded = workbook.journal().fact(fact)?;
        match (kind, recorded) {
            (EffectKind::WrittenOff, Fact::WriteOff(_)) if sum > 0 => Some(Act::Recover(fact)),
            (EffectKind::Allocated { .. }, Fact::Allocation(_))
            | (EffectKind::Refunded, Fact::Refund(_))
            | (EffectKind::Discounted, Fact::Discount(_))
                if sum > 0 =>
            {
                Some(Act::Undo(fact))
            }
            _ => None,
        }
    };
    facts.into_iter().filter_map(act).collect()
}

/// The entries that recorded it by hand; those of an import are taken back with their import.
fn retractable(workbook: &Workbook, brought_by: &[FactId]) -> Vec<Act> {
    let mut entries: Vec<EntryId> = Vec::new();
    for fact in brought_by {
        let by_hand = matches!(
            workbook.journal().fact(*fact),
            Some(Fact::Document(_) | Fact::Receipt(_) | Fact::Recovery(_))
        );
        if by_hand && !entries.contains(&fact.entry) {
            entries.push(fact.entry);
        }
    }
    entries.into_iter().map(Act::Retract).collect()
}
