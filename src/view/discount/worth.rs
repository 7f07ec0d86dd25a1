//! Whether an offer is worth it, on the workbook's own open items (E4).
//! Never a forecast: the take-up of each class is what a person assumes.

use crate::calendar::AsOf;
use crate::ledger::Ledger;
use crate::money::{Currency, Decimal, Rate};
use crate::record::{CreditClass, DiscountBase};
use crate::rule::credit::CreditReport;
use crate::rule::incentive::discount::{
    CurvePoint, Simulated, TakeUp, breakeven_of, curve, days_gained, simulate,
};

/// Points of the curve beside the first.
const STEPS: u32 = 40;

/// What a person assumes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// The rate of the discount.
    pub rate: Rate,
    /// What is taken of: with tax or without.
    pub base: DiscountBase,
    /// The share of each class that pays early, in the order of [`CreditClass::ALL`].
    pub shares: [Rate; 3],
    /// What the firm's own money costs, a year.
    pub cost_of_money: Rate,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// What is not yet due and undisputed, in minor units of the base currency, by class.
    pub open_minor: [i64; 3],
    /// How many items that are.
    pub items: usize,
    /// Days by which the money comes earlier, weighted by amount; one decimal.
    pub days: Decimal,
    /// What the rate brings.
    pub simulated: Simulated,
    /// The rate at which nothing is won or lost, unrounded.
    pub breakeven: Option<Decimal>,
    /// Net benefit from no discount to twice the larger of rate and break-even.
    pub curve: Vec<CurvePoint>,
}

/// The items in the base currency that are not yet due, as of the day: each would be paid on it.
#[must_use]
pub fn taken_up(
    ledger: &Ledger,
    credit: &CreditReport,
    as_of: AsOf,
    assumed: &Assumed,
) -> Vec<TakeUp> {
    let (day, base) = (as_of.number(), ledger.policy().base_currency);
    let mut all = Vec::new();
    for (account, held) in ledger.accounts().zip(&credit.customers) {
        let class = held.class.class;
        let place = CreditClass::ALL.iter().position(|one| *one == class);
        let share = place.and_then(|place| assumed.shares.get(place).copied());
        for (index, part) in (0..).zip(&account.parts) {
            let is_own = part.balance.currency == base && part.issued_day <= day;
            let open_minor = account.outstanding(part, day);
            let days = days_gained(part, day).filter(|days| *days > 0);
            let (Some(days_gained), true) = (days, is_own && open_minor > 0) else { continue };
            if account.disputed(index, open_minor, day) > 0 {
                continue;
            }
            let document = account.documents.get(part.document as usize);
            let claim = document.and_then(|document| document.fields.claim);
            let gross = claim.map_or(1, |claim| claim.amount.minor().abs());
            let tax = claim.and_then(|claim| claim.tax).map_or(0, |tax| tax.minor().abs());
            let net = match assumed.base {
                DiscountBase::WithTax => gross,
                DiscountBase::WithoutTax => gross - tax,
            };
            let share = share.unwrap_or(Rate(Decimal::ZERO));
            let base_of_gross_minor = (net, gross);
            all.push(TakeUp { class, open_minor, base_of_gross_minor, days_gained, share });
        }
    }
    all
}

/// What the assumptions come to; `None` where nothing is open that could be paid early, or a figure
/// is beyond what can be reckoned.
#[must_use]
pub fn worth(assumed: &Assumed, all: &[TakeUp]) -> Option<Worth> {
    if all.is_empty() {
        return None;
    }
    let of_class = |class: CreditClass| {
        all.iter().filter(|held| held.class == class).map(|held| held.open_minor).sum()
    };
    let (mut weighted, mut open) = (Decimal::ZERO, Decimal::ZERO);
    for held in all {
        let amount = Decimal::from(held.open_minor);
        weighted = weighted.checked_add(amount.checked_mul(held.days_gained.into())?)?;
        open = open.checked_add(amount)?;
    }
    let breakeven = breakeven_of(assumed.cost_of_money, all);
    let widest = breakeven.unwrap_or_default().max(assumed.rate.0);
    let rate_max = Rate(widest.checked_mul(Decimal::TWO)?.min(Decimal::ONE));
    Some(Worth {
        open_minor: CreditClass::ALL.map(of_class),
        items: all.len(),
        days: weighted.checked_div(open)?.round_dp(1),
        simulated: simulate(assumed.rate, assumed.cost_of_money, all)?,
        breakeven,
        curve: curve(rate_max, STEPS, assumed.cost_of_money, all),
    })
}

/// The currency in which it is reckoned.
#[must_use]
pub fn currency(ledger: &Ledger) -> Currency {
    ledger.policy().base_currency
}
