//! The level of the playbook that a customer stands on, day by day (D2).
//! Never looks at policy: a contact says which step it completed.

use super::Builder;
use crate::ledger::account::{Account, NEVER};
use crate::ledger::dealing::LevelChange;
use crate::ledger::finding::Finding;

impl Builder {
    /// Draws up the levels: a step lifts the level while anything is overdue, and the first day on
    /// which nothing is ends it. A step below the level that stands raises a finding: whoever did
    /// it did not know how far others had gone. One that skips steps raises none, since a receipt
    /// or a due date that is recorded late can end a level under it.
    pub(super) fn levels(&mut self) {
        let dealings = &self.account.dealings;
        if dealings.contacts.iter().all(|contact| contact.what.step.is_none()) {
            return;
        }
        let customer = &self.account.customer.key;
        let mut levels: Vec<LevelChange> = Vec::new();
        let mut findings = Vec::new();
        for (from, to) in overdue_spans(&self.account) {
            let mut level = 0;
            let within = dealings.contacts.iter().filter(|held| from <= held.day && held.day < to);
            for contact in within.filter(|held| held.ended_day == NEVER) {
                let Some(step) = contact.what.step.as_ref() else { continue };
                if step.level < level {
                    findings.push(Finding::LevelsContradict {
                        customer: customer.clone(),
                        fact: contact.fact,
                        recorded: step.level,
                        stands: level,
                    });
                }
                if step.level > level {
                    level = step.level;
                    let (day, contact) = (contact.day, Some(contact.fact));
                    levels.push(LevelChange { day, level, contact });
                }
            }
            if level > 0 && to != NEVER {
                levels.push(LevelChange { day: to, level: 0, contact: None });
            }
        }
        self.account.dealings.levels = levels;
        self.account.findings.extend(findings);
    }
}

/// The spans of days on which anything is overdue, in order: first day, and the day after the
/// last.
fn overdue_spans(account: &Account) -> Vec<(i32, i32)> {
    let mut spans: Vec<(i32, i32)> = Vec::new();
    for part in account.parts.iter().filter(|part| part.due_day != NEVER) {
        let overdue_from = part.due_day.saturating_add(1).max(part.balance.from_day);
        let effects = part.balance.effects.of(&account.part_effects);
        let mut left = part.balance.amount_minor;
        let mut since = (left > 0).then_some(overdue_from);
        for (place, effect) in effects.iter().enumerate() {
            left -= effect.amount_minor;
            // Within a day only its close counts.
            if effects.get(place + 1).is_some_and(|next| next.day == effect.day) {
                continue;
            }
            match since {
                Some(from) if left <= 0 => {
                    spans.extend((from < effect.day).then_some((from, effect.day)));
                    since = None;
                }
                None if left > 0 => since = Some(overdue_from.max(effect.day)),
                Some(_) | None => {}
            }
        }
        spans.extend(since.map(|from| (from, NEVER)));
    }
    spans.sort_unstable();
    let mut joined: Vec<(i32, i32)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            Some(_) | None => joined.push((from, to)),
        }
    }
    joined
}
