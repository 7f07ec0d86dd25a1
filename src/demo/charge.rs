//! What a demo firm charges for paying late, and what it decides of single charges.
//! Never drawn by lot: the rest of the book is the same without it.

use super::clerk::{Clerk, key};
use super::errand::Errand;
use super::role::ROLES;
use crate::money::{Decimal, Rate};
use crate::record::{
    LateChargeDecision, LateChargeOutcome, LateChargePolicy, LateChargeRate, SettingFields,
};
use crate::rule::incentive::late_charge_so_far;
use crate::workbook::{Command, Rejection};

type Done = Result<(), Rejection>;

/// Puts both on the agenda.
pub(super) fn plan(clerk: &mut Clerk) {
    clerk.plan(clerk.today.plus_days(-395), Errand::Charge);
    clerk.plan(clerk.today.plus_days(-6), Errand::DecideCharges);
}

/// 0.05 % a day after three days of grace, at most a fifth of the item.
pub(super) fn agree(clerk: &mut Clerk) -> Done {
    let late_charge = LateChargePolicy {
        rate: LateChargeRate::Daily(Rate(Decimal::new(5, 4))),
        grace_days: 3,
        cap: Some(Rate(Decimal::new(2, 1))),
        ..clerk.workbook.ledger().policy().late_charge.clone()
    };
    let fields = SettingFields { late_charge: Some(late_charge), ..SettingFields::default() };
    let by = clerk.cast.words.manager;
    clerk.give_as(by, Command::SetPolicy(fields)).map(drop)
}

/// The first charge of one customer is waived, that of the next one kept.
pub(super) fn decide(clerk: &mut Clerk) -> Done {
    let talk = &clerk.cast.talk;
    let outcomes = [(LateChargeOutcome::Waived, talk.waived), (LateChargeOutcome::Kept, talk.kept)];
    let (mut outcomes, by) = (outcomes.into_iter(), clerk.cast.words.manager);
    for player in 0..ROLES.len() {
        let ledger = clerk.workbook.ledger();
        let Some(account) = clerk.account(&key(player)) else { continue };
        let charges = late_charge_so_far(ledger, account, clerk.day);
        let positive = charges.into_iter().find_map(|charge| {
            let amount = charge.total.ok().filter(|total| total.minor() > 0)?;
            Some((charge.item, amount))
        });
        let Some((item, amount)) = positive else { continue };
        let Some((outcome, reason)) = outcomes.next() else { return Ok(()) };
        let decision = LateChargeDecision {
            customer: key(player),
            items: vec![item],
            on: clerk.day,
            amount,
            outcome,
            debit_note: None,
            by: by.to_owned(),
            reason: reason.to_owned(),
        };
        clerk.give_as(by, Command::DecideLateCharge(decision))?;
    }
    Ok(())
}
