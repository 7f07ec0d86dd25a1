//! The late charges of a customer as its page lists them, each with its arithmetic (E7).
//! Never computes a charge: the rule does.

use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, Ledger};
use crate::money::Money;
use crate::record::{ItemRef, LateChargePolicy};
use crate::rule::incentive::{
    LateCharge, LateChargeLine, LateChargeProblem, late_charge, late_charge_so_far,
    late_charge_sums,
};

/// What a customer's page shows of late charges.
#[derive(Clone, Debug, PartialEq)]
pub struct LateChargeSheet {
    /// What the firm charges, and what it calls it.
    pub policy: LateChargePolicy,
    /// A row for each item that is charged, by due date.
    pub rows: Vec<LateChargeRow>,
    /// The sum of each currency; rows that cannot be computed are left out.
    pub sums: Vec<Money>,
}

/// One item with its charge.
#[derive(Clone, Debug, PartialEq)]
pub struct LateChargeRow {
    /// Which.
    pub item: ItemRef,
    /// Number of its document; empty when it has none.
    pub number: String,
    /// The last day that cost nothing.
    pub due_on: Date,
    /// How many days are charged.
    pub days: i32,
    /// What it comes to, or why it is not known.
    pub total: Result<Money, LateChargeProblem>,
    /// Until which day a person decided to keep it.
    pub kept_until: Option<Date>,
    /// The arithmetic, step by step.
    pub lines: Vec<LateChargeLine>,
}

/// The late charges of a customer up to and including a day.
#[must_use]
pub fn late_charge_sheet(ledger: &Ledger, account: &Account, as_of: AsOf) -> LateChargeSheet {
    let charges = late_charge_so_far(ledger, account, as_of);
    let sums = late_charge_sums(&charges);
    let rows = charges.into_iter().map(|charge| row(ledger, account, charge, as_of));
    let policy = ledger.policy().late_charge.clone();
    LateChargeSheet { policy, rows: rows.collect(), sums }
}

fn row(ledger: &Ledger, account: &Account, charge: LateCharge, as_of: AsOf) -> LateChargeRow {
    let mut lines: Vec<LateChargeLine> = Vec::new();
    late_charge(account, charge.part, ledger.policy(), as_of, &mut lines);
    let document = account.document(&charge.item.document);
    LateChargeRow {
        number: document.map(|document| document.number.clone()).unwrap_or_default(),
        due_on: charge.due_on,
        days: charge.days(),
        total: charge.total,
        kept_until: charge.kept_until,
        lines,
        item: charge.item,
    }
}

/// What the charge of one item comes to up to and including a day; nothing where there is none, or
/// where it cannot be computed.
#[must_use]
pub fn charge_of(ledger: &Ledger, account: &Account, item: &ItemRef, as_of: AsOf) -> Option<Money> {
    let charges = late_charge_so_far(ledger, account, as_of);
    charges.into_iter().find(|charge| charge.item == *item)?.total.ok()
}
