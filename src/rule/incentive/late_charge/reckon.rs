//! The charge of one item: its days cut into periods, each unrounded, the sum rounded once.
//! Never charges a day twice: what was waived or claimed begins anew.

use std::collections::BTreeSet;

use super::rate::{Basis, OnTrack, on_track};
use super::{LateCharge, LateChargeLine, LateChargeProblem, Period, PeriodRate, RateSource};
use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, Document, NEVER, Part};
use crate::money::{Currency, Decimal, Money, round_minor};
use crate::policy::Policy;
use crate::record::{LateChargeOutcome, LateChargePolicy, YearDays};
use crate::rule::incentive::extended_due_day;
use crate::rule::trace::Trace;

/// What the charges of one customer's items have in common.
pub(super) struct Reckoning<'a> {
    account: &'a Account,
    policy: &'a Policy,
    day: i32,
    plans: Vec<OnTrack>,
}

/// An item on the way to its charge.
struct Item<'a> {
    index: u32,
    part: &'a Part,
    due_day: i32,
    /// The last day of the grace.
    grace_day: i32,
    basis: Basis,
    /// What is disputed on the day of the report, in minor units.
    disputed_minor: i64,
}

/// The periods of a span of days, and why some are missing.
struct Reckoned {
    periods: Vec<Period>,
    problem: Option<LateChargeProblem>,
}

impl<'a> Reckoning<'a> {
    pub(super) fn of(account: &'a Account, policy: &'a Policy, as_of: AsOf) -> Self {
        let plans = on_track(account, policy, as_of);
        Self { account, policy, day: as_of.number(), plans }
    }

    pub(super) fn item(
        &self,
        index: u32,
        trace: &mut impl Trace<LateChargeLine>,
    ) -> Option<LateCharge> {
        let item = self.overdue(index)?;
        let due_on = Date::from_number(item.due_day)?;
        let extended_from = item.part.due_on().filter(|original| *original != due_on);
        trace.note(|| LateChargeLine::Due { due_on, extended_from });
        let rules = &self.policy.late_charge;
        if rules.grace_days > 0 {
            let (days, spared) = (rules.grace_days, rules.spares_grace);
            trace.note(|| LateChargeLine::Grace { days, spared });
        }
        if item.disputed_minor > 0 {
            let disputed = item.part.balance.money(item.disputed_minor);
            trace.note(|| LateChargeLine::Disputed(disputed));
        }
        let start = if rules.spares_grace { item.grace_day } else { item.due_day } + 1;
        let before = self.decided(&item, start, trace);
        let reckoned = self.periods(&item, before.next_day, self.day);
        let total = match reckoned.problem {
            Some(problem) => Err(problem),
            None if reckoned.periods.is_empty() => return None,
            None => rounded(&reckoned.periods, item.part.balance.currency),
        };
        for period in &reckoned.periods {
            trace.note(|| LateChargeLine::Period(*period));
        }
        let mut charge = LateCharge {
            part: index,
            item: self.account.item(item.part)?,
            due_on,
            periods: reckoned.periods,
            fee: None,
            minimum: None,
            cap: None,
            kept_until: before.kept_until,
            total: Err(LateChargeProblem::BeyondLimit),
        };
        let total = total.and_then(|sum| {
            trace.note(|| sum.line(charge.days()));
            limited(&mut charge, sum.total, (rules, item.part, &before), trace)
        });
        if let Err(problem) = total {
            trace.note(|| LateChargeLine::Problem(problem));
        }
        charge.total = total;
        Some(charge)
    }

    /// The item, when any of it was open after the grace.
    fn overdue(&self, index: u32) -> Option<Item<'a>> {
        let part = self.account.parts.get(index as usize)?;
        let due_day = extended_due_day(self.account, part, self.day);
        let grace = i32::try_from(self.policy.late_charge.grace_days).unwrap_or(i32::MAX);
        let grace_day = due_day.saturating_add(grace);
        if due_day == NEVER || self.day <= grace_day {
            return None;
        }
        let balance = &part.balance;
        if balance.last_day <= grace_day && balance.used_minor >= balance.amount_minor {
            return None;
        }
        let document = self.account.documents.get(part.document as usize)?;
        if self.is_free(document) {
            return None;
        }
        let first = Date::from_number(due_day)?.plus_days(1);
        let basis = Basis::of(self.account, part, self.policy, first);
        let outstanding = self.account.outstanding(part, self.day);
        let disputed_minor = self.account.disputed(index, outstanding, self.day).max(0);
        Some(Item { index, part, due_day, grace_day, basis, disputed_minor })
    }

    /// True for a document that was reversed, and for a debit note that claims a late charge: no
    /// charge is charged on a charge.
    fn is_free(&self, document: &Document) -> bool {
        let is_reversed = document.reversed_on.is_some_and(|on| on.number() <= self.day);
        let claims = |note: &Option<_>| note.as_ref() == Some(&document.reference);
        let mut decisions = self.account.dealings.late_charges.iter();
        is_reversed || decisions.any(|held| claims(&held.what.debit_note))
    }

    /// What was decided of the charge by the day of the report.
    fn decided(
        &self,
        item: &Item<'_>,
        start: i32,
        trace: &mut impl Trace<LateChargeLine>,
    ) -> Before {
        let mut before = Before { next_day: start, is_anew: false, kept_until: None, claimed: 0 };
        let caps = self.policy.late_charge.cap.is_some();
        for held in &self.account.dealings.late_charges {
            if !held.stands(self.day) || !held.parts.contains(&item.index) {
                continue;
            }
            let (on, outcome, amount) = (held.what.on, held.what.outcome, held.what.amount);
            trace.note(|| LateChargeLine::Decided { on, outcome, amount });
            match outcome {
                LateChargeOutcome::Kept => {
                    before.kept_until = before.kept_until.max(Some(on));
                    continue;
                }
                LateChargeOutcome::Claimed if held.parts.len() == 1 => {
                    before.claimed += amount.minor();
                }
                // One sum for several items: this item's share of it is reckoned again.
                LateChargeOutcome::Claimed if caps => {
                    let share = self.periods(item, before.next_day, held.day).periods;
                    let share = rounded(&share, item.part.balance.currency);
                    before.claimed += share.map_or(0, |share| share.total.minor());
                }
                LateChargeOutcome::Claimed | LateChargeOutcome::Waived => {}
            }
            if before.next_day <= held.day {
                before.next_day = held.day.saturating_add(1);
                before.is_anew = true;
            }
        }
        before
    }

    /// The days from `begin` to `end`, both charged, cut wherever balance or rate changes.
    fn periods(&self, item: &Item<'_>, begin: i32, end: i32) -> Reckoned {
        let mut cuts: BTreeSet<i32> = BTreeSet::from([begin, item.grace_day + 1]);
        let effects = item.part.balance.effects.of(&self.account.part_effects);
        cuts.extend(effects.iter().map(|effect| effect.day + 1));
        cuts.insert(item.part.balance.from_day + 1);
        for plan in self.plans_of(item.index) {
            cuts.extend([plan.from_day, plan.until_day]);
        }
        if let Basis::Floating(_) = item.basis {
            cuts.extend(self.policy.reference_rates.iter().map(|held| held.on.number()));
        }
        let inner: Vec<i32> = cuts.into_iter().filter(|c| (begin..=end).contains(c)).collect();
        let ends = inner.iter().skip(1).map(|next| next - 1).chain([end]);
        let (mut periods, mut problem) = (Vec::new(), None);
        for (from, to) in inner.iter().copied().zip(ends) {
            let balance_minor = self.charged_minor(item, from);
            if balance_minor <= 0 {
                continue;
            }
            match self.span(item, (from, to), balance_minor) {
                Ok(Some(span)) => join(&mut periods, span),
                Ok(None) => {}
                Err(why) => problem = problem.or(Some(why)),
            }
        }
        let mut reckoned = Reckoned { periods: Vec::new(), problem };
        for span in periods {
            match span.period() {
                Some(period) => reckoned.periods.push(period),
                None => reckoned.problem = Some(LateChargeProblem::BeyondLimit),
            }
        }
        reckoned
    }

    fn plans_of(&self, part: u32) -> impl Iterator<Item = &OnTrack> {
        self.plans.iter().filter(move |plan| plan.covers(self.account, part))
    }

    /// What is charged on a day: what was open at its beginning, within the grace only what
    /// outlasted it, without what is disputed.
    fn charged_minor(&self, item: &Item<'_>, day: i32) -> i64 {
        let open = self.account.outstanding(item.part, day - 1);
        let open = match day <= item.grace_day {
            true => open.min(self.account.outstanding(item.part, item.grace_day)),
            false => open,
        };
        open - item.disputed_minor
    }

    fn span(
        &self,
        item: &Item<'_>,
        (from_day, to_day): (i32, i32),
        balance_minor: i64,
    ) -> Result<Option<Span>, LateChargeProblem> {
        let Some(from) = Date::from_number(from_day) else { return Ok(None) };
        let runs = |plan: &&OnTrack| plan.from_day <= from_day && from_day < plan.until_day;
        let rate = match self.plans_of(item.index).find(runs) {
            Some(plan) => Some(plan.rate(self.account, self.policy.late_charge.year)),
            None => item.basis.on(self.policy, from)?,
        };
        let balance = item.part.balance.money(balance_minor);
        Ok(rate.map(|rate| Span { from_day, to_day, balance, rate }))
    }
}

/// What was decided before.
struct Before {
    /// The first day that is charged.
    next_day: i32,
    /// The charge began anew: fee and minimum were claimed or waived before.
    is_anew: bool,
    kept_until: Option<Date>,
    /// Claimed before, in minor units.
    claimed: i64,
}

/// A period before it is computed.
struct Span {
    from_day: i32,
    to_day: i32,
    balance: Money,
    rate: PeriodRate,
}

/// Adds a span, to the last one where nothing changed between them.
fn join(spans: &mut Vec<Span>, span: Span) {
    match spans.last_mut() {
        Some(last)
            if last.to_day + 1 == span.from_day
                && last.balance == span.balance
                && last.rate == span.rate =>
        {
            last.to_day = span.to_day;
        }
        Some(_) | None => spans.push(span),
    }
}

impl Span {
    fn period(&self) -> Option<Period> {
        let days = self.to_day - self.from_day + 1;
        let mut period = Period {
            from: Date::from_number(self.from_day)?,
            to: Date::from_number(self.to_day)?,
            days,
            balance: self.balance,
            rate: self.rate,
            amount_minor: Decimal::ZERO,
        };
        period.amount_minor = over_year(dividend(&period)?, self.rate.year)?;
        Some(period)
    }
}

/// balance × days × rate × multiple, in minor units.
fn dividend(period: &Period) -> Option<Decimal> {
    let rate = period.rate;
    let balance = Decimal::from(period.balance.minor()).checked_mul(Decimal::from(period.days))?;
    let yearly = balance.checked_mul(rate.rate.0)?;
    rate.multiple.map_or(Some(yearly), |multiple| yearly.checked_mul(multiple.0))
}

fn over_year(dividend: Decimal, year: Option<YearDays>) -> Option<Decimal> {
    year.map_or(Some(dividend), |year| dividend.checked_div(Decimal::from(year.days())))
}

/// The periods added up.
struct Sum {
    amount_minor: Decimal,
    total: Money,
    year: Option<YearDays>,
}

impl Sum {
    const fn line(&self, days: i32) -> LateChargeLine {
        let Self { amount_minor, total, year } = *self;
        LateChargeLine::Rounded { amount_minor, total, days, year }
    }
}

/// Adds the periods up exactly and rounds once: rates of a year are divided after adding.
fn rounded(periods: &[Period], currency: Currency) -> Result<Sum, LateChargeProblem> {
    let year = periods.iter().find_map(|period| period.rate.year);
    let sum = |of_year: bool| {
        let those = periods.iter().filter(|period| period.rate.year.is_some() == of_year);
        let mut those = those.map(dividend);
        those.try_fold(Decimal::ZERO, |sum, dividend| sum.checked_add(dividend?))
    };
    let total = || {
        let amount_minor = over_year(sum(true)?, year)?.checked_add(sum(false)?)?;
        let total = Money::new(round_minor(amount_minor)?, currency).ok()?;
        Some(Sum { amount_minor, total, year })
    };
    total().ok_or(LateChargeProblem::BeyondLimit)
}

/// The rounded sum with fee, minimum and cap, in that order. A charge of which every day lies in a
/// plan has neither fee nor minimum.
fn limited(
    charge: &mut LateCharge,
    sum: Money,
    (rules, part, before): (&LateChargePolicy, &Part, &Before),
    trace: &mut impl Trace<LateChargeLine>,
) -> Result<Money, LateChargeProblem> {
    let beyond = |_| LateChargeProblem::BeyondLimit;
    let is_planned = charge.periods.iter().all(|period| period.rate.source == RateSource::Plan);
    let of_item = |money: &Money| money.currency() == sum.currency();
    let once = |money: Option<Money>| money.filter(of_item).filter(|_| !before.is_anew);
    let mut total = sum;
    if let Some(fee) = once(rules.fixed_fee).filter(|_| !is_planned) {
        total = sum.with_minor(total.minor().saturating_add(fee.minor())).map_err(beyond)?;
        charge.fee = Some(fee);
        trace.note(|| LateChargeLine::Fee(fee));
    }
    if let Some(minimum) = once(rules.minimum).filter(|least| !is_planned && total < *least) {
        total = minimum;
        charge.minimum = Some(minimum);
        trace.note(|| LateChargeLine::Minimum(minimum));
    }
    if let Some(rate) = rules.cap {
        let amount = Decimal::from(part.balance.amount_minor);
        let most = amount.checked_mul(rate.0).and_then(round_minor).unwrap_or(i64::MAX);
        let most = most.saturating_sub(before.claimed).max(0);
        if total.minor() > most {
            total = sum.with_minor(most).map_err(beyond)?;
            charge.cap = Some(total);
            let of = part.balance.money(part.balance.amount_minor);
            let claimed = part.balance.money(before.claimed);
            trace.note(|| LateChargeLine::Cap { rate, of, claimed, total });
        }
    }
    Ok(total)
}
