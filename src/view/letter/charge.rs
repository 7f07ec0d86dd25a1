//! The late charge of a customer as the rows of a letter (E7).
//! Never computes a figure: the rule does. A period stands unrounded, to four decimals, since only
//! the total of an item is rounded.

use super::gather::Gathering;
use super::words::{amount, day, in_capitals, sums};
use crate::ledger::Account;
use crate::letter::field::{LateChargeFacts, LatePeriod};
use crate::money::{Decimal, Money};
use crate::record::{Language, LateChargeNature};
use crate::rule::incentive::{
    LateCharge, Period, PeriodRate, late_charge_so_far, late_charge_sums,
};
use crate::view::amount::rate_percent;

/// The late charge of a customer's items to the day of the letter, period by period, with its total
/// by currency. `None` while nothing is charged.
pub(super) fn late_charge_of(
    gathering: &Gathering<'_>,
    account: &Account,
) -> Option<(LateChargeFacts, Vec<Money>)> {
    let language = gathering.language;
    let charges = late_charge_so_far(gathering.ledger, account, gathering.as_of);
    let total = late_charge_sums(&charges);
    if total.iter().all(|sum| sum.minor() == 0) {
        return None;
    }
    let nature = match gathering.ledger.policy().late_charge.nature {
        LateChargeNature::Penalty => "penalty",
        LateChargeNature::Interest => "interest",
    };
    let charged = charges.iter().filter(|charge| charge.total.is_ok());
    let facts = LateChargeFacts {
        nature: nature.to_owned(),
        until: day(gathering.as_of, language),
        total: sums(&total, language),
        total_capital: in_capitals(&total),
        periods: charged.flat_map(|charge| periods(charge, account, language)).collect(),
    };
    Some((facts, total))
}

/// The late charge of one item in words; empty where there is none.
pub(super) fn of_item(charges: &[LateCharge], part: u32, language: Language) -> String {
    let own = charges.iter().find(|charge| charge.part == part);
    let total = own.and_then(|charge| charge.total.ok()).filter(|total| total.minor() > 0);
    total.map(|total| amount(total, language)).unwrap_or_default()
}

fn periods(charge: &LateCharge, account: &Account, language: Language) -> Vec<LatePeriod> {
    let part = account.parts.get(charge.part as usize);
    let document = part.and_then(|part| account.documents.get(part.document as usize));
    let number = document.map(|document| document.number.clone()).unwrap_or_default();
    let one = |period: &Period| LatePeriod {
        number: number.clone(),
        from: day(period.from, language),
        until: day(period.to, language),
        days: Some(i64::from(period.days)),
        base: amount(period.balance, language),
        rate: rate(&period.rate, language),
        amount: unrounded(period),
    };
    charge.periods.iter().map(one).collect()
}

/// Major units to four decimals.
fn unrounded(period: &Period) -> String {
    let unit = Decimal::from(10_i64.pow(period.balance.currency().decimals()));
    let major = period.amount_minor.checked_div(unit).unwrap_or_default();
    format!("{:.4}", major.round_dp(4))
}

fn rate(rate: &PeriodRate, language: Language) -> String {
    let own = rate_percent(rate.rate);
    let times = rate.multiple.map(|times| format!(" × {}", times.0.normalize()));
    let times = times.unwrap_or_default();
    match (rate.year, language) {
        (None, Language::Zh) => format!("每日 {own}"),
        (None, Language::En) => format!("{own} a day"),
        (Some(year), Language::Zh) => format!("年 {own}{times} ÷ {}", year.days()),
        (Some(year), Language::En) => format!("{own}{times} a year ÷ {}", year.days()),
    }
}
