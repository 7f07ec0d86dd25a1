//! Random discounts, late charges, longer terms and perks; some are refused.
//! Never knows which: the workbook answers.

use huikuan::id::Key;
use huikuan::money::Money;
use huikuan::record::{
    Discount, DiscountAccepted, LateChargeDecision, LateChargeOutcome, Perk, PerkFulfilled,
    PerkKind, TakenDiscount, TermsExtension,
};
use huikuan::workbook::{Command, LateChargeClaim};

use crate::command::Draw;

impl Draw<'_> {
    /// A random command about what pays for itself.
    pub(crate) fn incentive(&mut self) -> Option<Command> {
        let customer = self.account?.customer.key.clone();
        match self.dice.below(10) {
            0..4 => self.discount(customer),
            4 => self.accepted(customer),
            5 | 6 => self.late_charge(customer),
            7 => Some(self.extension(customer)),
            8 => Some(self.perk(customer)),
            _ => self.fulfilled(customer),
        }
    }

    /// A discount of a few units; its base is sometimes too small.
    pub(crate) fn taken(&mut self, like: Money) -> TakenDiscount {
        let base = if self.dice.chance(95) { 10_000 } else { 1 };
        TakenDiscount {
            amount: self.money(50, like.currency()),
            base: like.with_minor(base).unwrap(),
            offer: "早付优惠".to_owned(),
            rate: None,
            last_on: None,
        }
    }

    /// A discount by itself, or with an allocation of some time ago.
    fn discount(&mut self, customer: Key) -> Option<Command> {
        let (item, part) = self.item()?;
        let allocation = if self.dice.chance(50) { Some(self.fact(None)?.0) } else { None };
        let taken = self.taken(part.balance.money(1));
        let (on, reason, approver) = (self.dice.day(), String::new(), String::new());
        let discount = Discount { customer, item, on, allocation, taken, reason, approver };
        Some(Command::GrantDiscount(discount))
    }

    fn accepted(&mut self, customer: Key) -> Option<Command> {
        let discount = self.dice.pick(&self.account?.dealings.discounts)?.fact;
        let (on, by, reason) = (self.dice.day(), String::new(), "合作多年".to_owned());
        Some(Command::AcceptDiscount(DiscountAccepted { customer, discount, on, by, reason }))
    }

    fn late_charge(&mut self, customer: Key) -> Option<Command> {
        let (item, part) = self.item()?;
        let outcomes = [LateChargeOutcome::Waived, LateChargeOutcome::Kept];
        let reason = if self.dice.chance(80) { "客户困难".to_owned() } else { String::new() };
        if self.dice.chance(30) {
            let on = self.dice.day();
            return Some(Command::ClaimLateCharge(LateChargeClaim {
                customer,
                items: vec![item],
                on,
                amount: self.money(50, part.balance.currency),
                number: self.dice.chance(50).then(|| format!("DN-{}", self.dice.below(3))),
                due_on: on.plus_days(7),
                by: String::new(),
                reason,
            }));
        }
        Some(Command::DecideLateCharge(LateChargeDecision {
            customer,
            items: vec![item],
            on: self.dice.day(),
            amount: self.money(500, part.balance.currency),
            outcome: *self.dice.pick(&outcomes)?,
            debit_note: None,
            by: String::new(),
            reason,
        }))
    }

    fn extension(&mut self, customer: Key) -> Command {
        let from = self.dice.day();
        Command::ExtendTerms(TermsExtension {
            customer,
            from_days: 30,
            to_days: 30 + self.dice.below(60) as u32,
            from,
            until: from.plus_days(self.dice.below(200) as i32 - 1),
            by: if self.dice.chance(90) { "刘总".to_owned() } else { String::new() },
            reason: String::new(),
        })
    }

    fn perk(&mut self, customer: Key) -> Command {
        let value = Some(self.money(500, huikuan::money::Currency::CNY));
        Command::GrantPerk(Perk {
            customer,
            kind: PerkKind::Reward,
            name: if self.dice.chance(90) { "礼品".to_owned() } else { String::new() },
            value,
            condition: String::new(),
            granted_on: self.dice.day(),
            by: String::new(),
        })
    }

    fn fulfilled(&mut self, customer: Key) -> Option<Command> {
        let perk = self.dice.pick(&self.account?.dealings.perks)?.fact;
        let (on, cost, memo) = (self.dice.day(), None, String::new());
        Some(Command::FulfillPerk(PerkFulfilled { customer, perk, on, cost, memo }))
    }
}
