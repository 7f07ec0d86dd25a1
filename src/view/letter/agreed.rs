//! Promise, plan, appointment and latest receipt as a letter tells them.
//! Never judges a promise: the rule does.

use super::gather::Gathering;
use super::words::{amount, day, in_capitals, sums};
use crate::ledger::{Account, Effect, EffectKind, FundSource};
use crate::letter::field::{
    AppointmentFacts, PlanFacts, PlanInstalment, PromiseFacts, ReceiptFacts,
};
use crate::money::Money;
use crate::rule::agreement::{Fate, promises};

/// The latest promise.
pub(super) fn promise(gathering: &Gathering<'_>, account: &Account) -> Option<PromiseFacts> {
    let tolerance = gathering.ledger.policy().playbook.promise_tolerance_days;
    let state = promises(account, tolerance, gathering.as_of).pop()?;
    let what = &state.of(account)?.what;
    let fate = match state.fate {
        Fate::Open => "open",
        Fate::Kept => "kept",
        Fate::PartlyKept => "partly_kept",
        Fate::Broken => "broken",
        Fate::Withdrawn => "withdrawn",
    };
    Some(PromiseFacts {
        amount: amount(what.amount, gathering.language),
        amount_capital: in_capitals(&[what.amount]),
        promised_on: day(what.promised_on, gathering.language),
        given_on: day(what.given_on, gathering.language),
        person: what.person.clone(),
        fate: fate.to_owned(),
    })
}

/// The latest plan that stands.
pub(super) fn plan(gathering: &Gathering<'_>, account: &Account) -> Option<PlanFacts> {
    let today = gathering.as_of.number();
    let standing = account.dealings.plans.iter().rev();
    let what = &standing.clone().find(|plan| plan.stands(today))?.what;
    let language = gathering.language;
    let mut total: Option<Money> = None;
    for instalment in &what.instalments {
        let minor = total.map_or(0, Money::minor).saturating_add(instalment.amount.minor());
        total = instalment.amount.with_minor(minor).ok();
    }
    let total: Vec<Money> = total.into_iter().collect();
    let rows = (1..).zip(&what.instalments).map(|(place, instalment)| PlanInstalment {
        place: Some(place),
        due: day(instalment.due_on, language),
        amount: amount(instalment.amount, language),
    });
    Some(PlanFacts {
        agreed_on: day(what.agreed_on, language),
        total: sums(&total, language),
        total_capital: in_capitals(&total),
        count: i64::try_from(what.instalments.len()).ok(),
        conditions: what.conditions.clone(),
        consequence: what.consequence.clone(),
        instalments: rows.collect(),
    })
}

/// The next appointment, from the day of the letter on.
pub(super) fn appointment(
    gathering: &Gathering<'_>,
    account: &Account,
) -> Option<AppointmentFacts> {
    let today = gathering.as_of;
    let all = account.dealings.appointments.iter();
    let standing = all.filter(|held| held.stands(today.number()) && held.what.on >= today);
    let what = &standing.min_by_key(|held| held.what.on)?.what;
    Some(AppointmentFacts {
        on: day(what.on, gathering.language),
        time: what.time.map(|time| time.to_string()).unwrap_or_default(),
        place: what.place.clone(),
        who: what.who.clone(),
    })
}

/// The latest receipt that somebody recorded.
pub(super) fn receipt(gathering: &Gathering<'_>, account: &Account) -> Option<ReceiptFacts> {
    let today = gathering.as_of.number();
    let is_receipt = |fund: &&crate::ledger::Fund| match fund.source {
        FundSource::Receipt => fund.day <= today && today < fund.ended_day,
        FundSource::Implied { .. } | FundSource::Recovery | FundSource::CreditNote => false,
    };
    let fund = account.funds.iter().filter(is_receipt).max_by_key(|fund| fund.day)?;
    let number = |effect: &Effect| {
        let EffectKind::Allocated { other } = effect.kind else { return None };
        let part = account.parts.get(other as usize)?;
        Some(account.documents.get(part.document as usize)?.number.clone())
    };
    let effects = fund.balance.effects_until(today, &account.fund_effects);
    let mut settled: Vec<String> = effects.filter_map(number).collect();
    settled.sort_unstable();
    settled.dedup();
    let whole = fund.balance.money(fund.balance.amount_minor);
    Some(ReceiptFacts {
        on: crate::calendar::Date::from_number(fund.day)
            .map(|on| day(on, gathering.language))
            .unwrap_or_default(),
        amount: amount(whole, gathering.language),
        amount_capital: in_capitals(&[whole]),
        settled: settled.join(", "),
    })
}
