//! A late charge in few words: the policy that makes it, and what it comes to.
//! Never a figure of its own.

use huikuan::id::Key;
use huikuan::money::Rate;
use huikuan::policy::Policy;
use huikuan::record::{
    LateChargeDecision, LateChargeOutcome, LateChargePolicy, LateChargeRate, ReferenceRate,
    SettingFields, YearDays,
};
use huikuan::rule::incentive::{LateCharge, late_charge, late_charge_so_far};
use huikuan::workbook::Command;

use crate::laptop::{Laptop, date, item, money};

pub(crate) fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

/// `none`, `daily 0.0005`, `annual 0.10`, `fixed 1.5` or `floating 1.5`, with actual/365 and no
/// grace.
pub(crate) fn rules(text: &str) -> LateChargePolicy {
    let (kind, number) = text.split_once(' ').unwrap_or((text, "0"));
    let multiple = rate(number);
    LateChargePolicy {
        rate: match kind {
            "none" => LateChargeRate::None,
            "daily" => LateChargeRate::Daily(multiple),
            "annual" => LateChargeRate::Annual(multiple),
            "fixed" => LateChargeRate::Reference { multiple, floating: false },
            "floating" => LateChargeRate::Reference { multiple, floating: true },
            _ => panic!("{text}"),
        },
        ..Policy::default().late_charge
    }
}

pub(crate) fn by_360(rules: LateChargePolicy) -> LateChargePolicy {
    LateChargePolicy { year: YearDays::Days360, ..rules }
}

/// A laptop whose firm charges like this.
pub(crate) fn charging(rules: LateChargePolicy) -> Laptop {
    let mut mei = Laptop::begins("mei");
    mei.charges(rules);
    mei
}

/// A laptop with one invoice, issued on its due day.
pub(crate) fn owed(rules: LateChargePolicy, due_on: &str, amount: &str) -> Laptop {
    let mut mei = charging(rules);
    mei.invoices("C1", "A", [due_on, due_on, amount]);
    mei
}

impl Laptop {
    pub(crate) fn charges(&mut self, rules: LateChargePolicy) {
        let fields = SettingFields { late_charge: Some(rules), ..SettingFields::default() };
        if self.book.ledger().policy().late_charge != fields.late_charge.clone().unwrap() {
            self.does(Command::SetPolicy(fields));
        }
    }

    /// Reference rates; one reads `2024-07-22 0.0335`.
    pub(crate) fn reference(&mut self, table: &[&str]) {
        let one = |line: &&str| {
            let (on, annual) = line.split_once(' ').unwrap();
            ReferenceRate { on: date(on), rate: rate(annual) }
        };
        let reference_rates = Some(table.iter().map(one).collect());
        self.does(Command::SetPolicy(SettingFields {
            reference_rates,
            ..SettingFields::default()
        }));
    }

    /// What was decided of the charge of one item.
    pub(crate) fn decides(&mut self, number: &str, on: &str, outcome: LateChargeOutcome) {
        self.does(Command::DecideLateCharge(LateChargeDecision {
            customer: Key::of("C1"),
            items: vec![item("C1", number, 0)],
            on: date(on),
            amount: money("1"),
            outcome,
            debit_note: None,
            by: "总监".to_owned(),
            reason: "老客户".to_owned(),
        }));
    }

    pub(crate) fn charge(&self, number: &str, as_of: &str) -> Option<LateCharge> {
        let ledger = self.book.ledger();
        let account = ledger.account(&Key::of("C1")).unwrap();
        let part = account.document(&item("C1", number, 0).document).unwrap().parts.start;
        let charge = late_charge(account, part, ledger.policy(), date(as_of), &mut ());
        let listed = late_charge_so_far(ledger, account, date(as_of));
        assert_eq!(listed.iter().find(|held| held.part == part), charge.as_ref());
        charge
    }

    /// The total of invoice A, `—` when nothing is charged.
    pub(crate) fn total(&self, as_of: &str) -> String {
        match self.charge("A", as_of) {
            None => "—".to_owned(),
            Some(charge) => match charge.total {
                Ok(total) => total.amount_text(),
                Err(problem) => format!("{problem:?}"),
            },
        }
    }

    /// From, to, days and balance of each period of invoice A.
    pub(crate) fn periods(&self, as_of: &str) -> Vec<String> {
        let charge = self.charge("A", as_of);
        let periods = charge.iter().flat_map(|charge| &charge.periods);
        let line = |period: &huikuan::rule::incentive::Period| {
            let (from, to, days) = (period.from, period.to, period.days);
            format!("{from} {to} {days} {} {}", period.balance.amount_text(), period.rate.rate)
        };
        periods.map(line).collect()
    }
}
