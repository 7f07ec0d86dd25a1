//! Key figures over a window of days (H2; FIGURES, KPIs).
//! Never shows a figure for a zero denominator: there is none.

mod collected;
mod settled;

use std::collections::BTreeMap;

use crate::calendar::AsOf;
use crate::ledger::{Account, Ledger, NEVER, Part};
use crate::money::{Currency, Decimal, ratio};
use crate::record::DocumentKind;

/// A window of whole days, both ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: AsOf,
    /// Last day.
    pub to: AsOf,
}

impl Window {
    /// The window of `days` days that ends with `to`.
    #[must_use]
    pub fn ending(to: AsOf, days: u32) -> Self {
        let before = i32::try_from(days.saturating_sub(1)).unwrap_or(i32::MAX);
        Self { from: to.plus_days(before.saturating_neg()), to }
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> i32 {
        self.to.days_since(self.from) + 1
    }

    fn has(self, day: i32) -> bool {
        (self.from.number()..=self.to.number()).contains(&day)
    }
}

/// The inputs of the key figures in one currency, in minor units, days or counts: what a figure is
/// computed from is shown beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    /// Open items at the close of the day before the window.
    pub receivables_before: i64,
    /// Open items at the end.
    pub receivables: i64,
    /// Of them not yet due.
    pub not_due: i64,
    /// Invoices and debit notes issued in the window, with tax.
    pub sales: i64,
    /// Receipts of the window, less those of it or before that bounced in it.
    pub collected: i64,
    /// Collected in the window on items due by its end.
    pub collected_on_due: i64,
    /// Overdue when the window began, and what fell due in it.
    pub collectable: i64,
    /// Items fully settled in the window.
    pub settled_items: i64,
    /// Sum of settlement day − due day over them.
    pub days_late: i64,
    /// The same, each floored at zero.
    pub days_late_floored: i64,
    /// Sum of amount × days late over them.
    pub amount_days_late: i128,
    /// The same, days floored at zero.
    pub amount_days_late_floored: i128,
    /// Sum of their amounts.
    pub settled_amount: i128,
    /// Written off in the window.
    pub written_off: i64,
}

/// The key figures in one currency, unrounded; `None` where the denominator is zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kpi {
    /// Currency of the inputs.
    pub currency: Currency,
    /// The window.
    pub window: Window,
    /// What they are computed from.
    pub inputs: Inputs,
}

impl Kpi {
    fn per_day_sales(&self, amount: i64) -> Option<Decimal> {
        let days = Decimal::from(self.window.days());
        ratio(Decimal::from(amount).checked_mul(days)?, Decimal::from(self.inputs.sales))
    }

    /// DSO in days: receivables at the end ÷ sales × days of the window.
    #[must_use]
    pub fn dso(&self) -> Option<Decimal> {
        self.per_day_sales(self.inputs.receivables)
    }

    /// Best possible DSO in days: not due ÷ sales × days of the window.
    #[must_use]
    pub fn best_possible_dso(&self) -> Option<Decimal> {
        self.per_day_sales(self.inputs.not_due)
    }

    /// Average days delinquent: DSO − best possible DSO.
    #[must_use]
    pub fn average_days_delinquent(&self) -> Option<Decimal> {
        self.dso()?.checked_sub(self.best_possible_dso()?)
    }

    /// Collection effectiveness index in percent:
    /// (B + S − E) ÷ (B + S − E not due) × 100.
    #[must_use]
    pub fn cei(&self) -> Option<Decimal> {
        let Inputs { receivables_before, sales, receivables, not_due, .. } = self.inputs;
        let begun = Decimal::from(receivables_before) + Decimal::from(sales);
        let collected = begun - Decimal::from(receivables);
        ratio(collected * Decimal::ONE_HUNDRED, begun - Decimal::from(not_due))
    }

    /// Collection rate in percent.
    #[must_use]
    pub fn collection_rate(&self) -> Option<Decimal> {
        let collected = Decimal::from(self.inputs.collected_on_due) * Decimal::ONE_HUNDRED;
        ratio(collected, Decimal::from(self.inputs.collectable))
    }

    /// Plain mean of days late, early payments negative.
    #[must_use]
    pub fn days_late_signed(&self) -> Option<Decimal> {
        ratio(Decimal::from(self.inputs.days_late), Decimal::from(self.inputs.settled_items))
    }

    /// Plain mean of days late, early payments as zero.
    #[must_use]
    pub fn days_late_floored(&self) -> Option<Decimal> {
        ratio(
            Decimal::from(self.inputs.days_late_floored),
            Decimal::from(self.inputs.settled_items),
        )
    }

    /// Mean of days late weighted by amount, early payments negative.
    #[must_use]
    pub fn days_late_weighted(&self) -> Option<Decimal> {
        self.weighted(self.inputs.amount_days_late)
    }

    /// Mean of days late weighted by amount, early payments as zero.
    #[must_use]
    pub fn days_late_weighted_floored(&self) -> Option<Decimal> {
        self.weighted(self.inputs.amount_days_late_floored)
    }

    fn weighted(&self, amount_days: i128) -> Option<Decimal> {
        let amount = Decimal::try_from_i128_with_scale(self.inputs.settled_amount, 0).ok()?;
        ratio(Decimal::try_from_i128_with_scale(amount_days, 0).ok()?, amount)
    }
}

/// The key figures of the window for each currency, by its code.
#[must_use]
pub fn kpi(ledger: &Ledger, window: Window) -> Vec<Kpi> {
    let net = ledger.policy().sales_net_of_credit_notes;
    let mut inputs: BTreeMap<Currency, Inputs> = BTreeMap::new();
    for account in ledger.accounts() {
        add_sales(account, window, net, &mut inputs);
        for part in &account.parts {
            let of_currency = inputs.entry(part.balance.currency).or_default();
            add_open(account, part, window, of_currency);
            settled::add_part(account, part, window, of_currency);
            collected::add_part(account, part, window, of_currency);
        }
        for fund in &account.funds {
            collected::add_fund(fund, window, inputs.entry(fund.balance.currency).or_default());
        }
    }
    // A currency that only later days know does not show.
    inputs.retain(|_, inputs| *inputs != Inputs::default());
    inputs.into_iter().map(|(currency, inputs)| Kpi { currency, window, inputs }).collect()
}

fn add_sales(
    account: &Account,
    window: Window,
    net_of_credit_notes: bool,
    inputs: &mut BTreeMap<Currency, Inputs>,
) {
    for document in &account.documents {
        let (Some(issued_on), Some(claim)) = (document.fields.issued_on, document.fields.claim)
        else {
            continue;
        };
        let opening = document.fields.opening == Some(true);
        if opening || !window.has(issued_on.number()) {
            continue;
        }
        let amount = claim.amount.minor();
        let sales = match document.kind {
            DocumentKind::Invoice | DocumentKind::DebitNote if amount > 0 => amount,
            _ if net_of_credit_notes => -amount.abs(),
            DocumentKind::Invoice | DocumentKind::DebitNote | DocumentKind::CreditNote => 0,
        };
        inputs.entry(claim.amount.currency()).or_default().sales += sales;
    }
}

fn add_open(account: &Account, part: &Part, window: Window, inputs: &mut Inputs) {
    let (before, end) = (window.from.number() - 1, window.to.number());
    inputs.receivables_before += account.outstanding(part, before);
    let outstanding = account.outstanding(part, end);
    inputs.receivables += outstanding;
    if part.due_day != NEVER && part.due_day >= end {
        inputs.not_due += outstanding;
    }
}
