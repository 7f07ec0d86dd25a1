//! The late charge as a letter tells it: period by period, with its total.
//! Never computes a figure: the rule does.

use super::gather::Gathering;
use super::money::add;
use super::words::{amount, day, in_capitals, sums};
use crate::ledger::Account;
use crate::letter::field::{LateChargeFacts, LatePeriod, LetterItem};
use crate::money::{Decimal, Money};
use crate::record::{Language, LateChargeNature};
use crate::rule::incentive::{LateCharge, Period, PeriodRate, late_charge_so_far};
use crate::view::amount::grouped;

/// The late charge of a customer's items to the day of the letter, with its sums by currency, and
/// each item's own share written into its row. `None` while nothing is charged.
pub(super) fn late_charge_of(
    gathering: &Gathering<'_>,
    account: &Account,
    items: &mut [LetterItem],
) -> Option<(LateChargeFacts, Vec<Money>)> {
    let language = gathering.language;
    let (mut total, mut periods) = (Vec::new(), Vec::new());
    for charge in late_charge_so_far(gathering.ledger, account, gathering.as_of) {
        // What cannot be computed is not claimed; the customer's page says why.
        let Ok(money) = charge.total else { continue };
        if money.minor() <= 0 {
            continue;
        }
        // A letter claims it only on what it asks for: not on what is held, planned or promised.
        let number = number(account, &charge);
        let Some(item) = items.iter_mut().find(|item| item.number == number) else { continue };
        item.late_charge = amount(money, language);
        periods.extend(charge.periods.iter().map(|it| period(&number, it, language)));
        add(&mut total, money.minor(), money.currency());
    }
    let nature = match gathering.ledger.policy().late_charge.nature {
        LateChargeNature::Penalty => "penalty",
        LateChargeNature::Interest => "interest",
    };
    let facts = LateChargeFacts {
        nature: nature.to_owned(),
        until: day(gathering.as_of, language),
        total: sums(&total, language),
        total_capital: in_capitals(&total),
        periods,
    };
    (!total.is_empty()).then_some((facts, total))
}

fn number(account: &Account, charge: &LateCharge) -> String {
    let part = account.parts.get(charge.part as usize);
    let document = part.and_then(|part| account.documents.get(part.document as usize));
    document.map(|document| document.number.clone()).unwrap_or_default()
}

fn period(number: &str, period: &Period, language: Language) -> LatePeriod {
    LatePeriod {
        number: number.to_owned(),
        from: day(period.from, language),
        until: day(period.to, language),
        days: Some(i64::from(period.days)),
        base: amount(period.balance, language),
        rate: rate(&period.rate, language),
        amount: unrounded(period),
    }
}

/// `0.05%/日`, `3.45%/年 × 1.5 ÷ 365`.
fn rate(held: &PeriodRate, language: Language) -> String {
    let percent = (held.rate.0 * Decimal::ONE_HUNDRED).normalize();
    let multiple = held.multiple.map(|it| format!(" × {}", it.0.normalize())).unwrap_or_default();
    let (per, year) = match (held.year, language) {
        (Some(year), Language::Zh) => ("年", format!(" ÷ {}", year.days())),
        (Some(year), Language::En) => ("year", format!(" ÷ {}", year.days())),
        (None, Language::Zh) => ("日", String::new()),
        (None, Language::En) => ("day", String::new()),
    };
    format!("{percent}%/{per}{multiple}{year}")
}

/// What a period comes to, to the hundredth of a minor unit: only the total is rounded.
fn unrounded(period: &Period) -> String {
    let currency = period.balance.currency();
    let decimals = currency.decimals();
    let minor_units = Decimal::from(10_i64.pow(decimals));
    let whole = (period.amount_minor / minor_units).round_dp(decimals + 2);
    let text = format!("{whole:.places$}", places = decimals as usize + 2);
    match text.split_once('.') {
        Some((digits, rest)) => format!("{}.{rest}", grouped(digits)),
        None => grouped(&text),
    }
}
