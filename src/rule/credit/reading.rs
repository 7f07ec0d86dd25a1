//! One pass over an account that gathers what score, class, tier and exposure need.
//! Never allocates per part, and never looks at another account.

use super::exchange::money;
use super::line::{Line, ScoreLine};
use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, Brief, Effect, EffectKind, NEVER, Part};
use crate::money::Currency;
use crate::record::ScorePolicy;
use crate::rule::trace::Trace;

/// What the parts of an account come to on a day.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The sums of each currency.
    pub(super) sums: Vec<Sums>,
    /// How many parts were considered: those with a portion that counts.
    pub(super) parts: u32,
    /// Days of the oldest overdue part.
    pub(super) worst_days: i32,
    /// Days of the oldest overdue part of which something is undisputed.
    pub(super) worst_undisputed_days: i32,
}

/// Sums in one currency, in minor units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sums {
    pub(super) currency: Currency,
    /// All open parts.
    pub(super) outstanding: i64,
    /// Open parts after their due day.
    pub(super) overdue: i64,
    /// Of them what is not disputed.
    pub(super) undisputed: i64,
    /// Undisputed amount × days overdue.
    pub(super) urgency: i128,
    /// Overdue for longer than policy says.
    pub(super) old_debt: i64,
    /// Portions that were paid by their due day.
    pub(super) on_time: i64,
    /// All portions that count.
    pub(super) counted: i64,
    /// Amount × days late over all portions that count, early ones as 0.
    pub(super) late: i128,
}

impl Sums {
    const fn of(currency: Currency) -> Self {
        Self {
            currency,
            outstanding: 0,
            overdue: 0,
            undisputed: 0,
            urgency: 0,
            old_debt: 0,
            on_time: 0,
            counted: 0,
            late: 0,
        }
    }
}

/// The days that a reading looks at.
#[derive(Clone, Copy)]
pub(super) struct Days {
    as_of: AsOf,
    /// The day before the window.
    after: Date,
    day: i32,
    after_day: i32,
    /// A debt overdue for more days than this is old.
    old_debt_days: i32,
}

impl Days {
    /// The window of policy that ends on that day.
    pub(super) fn of(policy: &ScorePolicy, as_of: AsOf) -> Self {
        let after = as_of.minus_months(policy.window_months);
        Self {
            as_of,
            after,
            day: as_of.number(),
            after_day: after.number(),
            old_debt_days: i32::try_from(policy.old_debt_days).unwrap_or(NEVER),
        }
    }

    /// True for a day in the window: the first day is the one after `after`.
    pub(super) const fn in_window(self, day: i32) -> bool {
        self.after_day < day && day <= self.day
    }
}

/// Reads the parts of an account.
pub(super) fn read(account: &Account, days: Days, trace: &mut impl Trace<Line>) -> Reading {
    trace.note(|| ScoreLine::Window { after: days.after, to: days.as_of }.into());
    let mut reading = Reading::default();
    for (currency, briefs) in account.briefs_by_currency() {
        let mut sums = Sums::of(currency);
        for brief in briefs.iter().filter(|brief| brief.kind.is_part()) {
            if brief.from_day <= days.day {
                reading.take(account, brief, days, &mut sums, trace);
            }
        }
        reading.sums.push(sums);
    }
    reading
}

impl Reading {
    fn take(
        &mut self,
        account: &Account,
        brief: &Brief,
        days: Days,
        sums: &mut Sums,
        trace: &mut impl Trace<Line>,
    ) {
        let open = account.left(brief, days.day);
        sums.outstanding += open;
        let is_overdue = open > 0 && brief.due_day < days.day;
        if is_overdue {
            self.take_overdue(account, brief, days, open, sums);
        }
        if is_overdue || days.in_window(brief.due_day) {
            let is_counted = take_portions(account, brief, days.day, open, sums, trace);
            self.parts += u32::from(is_counted);
        }
    }

    fn take_overdue(
        &mut self,
        account: &Account,
        brief: &Brief,
        days: Days,
        open: i64,
        sums: &mut Sums,
    ) {
        let overdue_days = days.day - brief.due_day;
        sums.overdue += open;
        self.worst_days = self.worst_days.max(overdue_days);
        if overdue_days > days.old_debt_days {
            sums.old_debt += open;
        }
        let disputed = account.disputed(brief.index, open, days.day);
        let undisputed = open - disputed;
        if undisputed > 0 {
            sums.undisputed += undisputed;
            sums.urgency += i128::from(undisputed) * i128::from(overdue_days);
            self.worst_undisputed_days = self.worst_undisputed_days.max(overdue_days);
        }
    }
}

/// Adds the portions of a part that count: what was paid on the day of its payment, and what is
/// open as of today. What was written off or reversed is left out. False when nothing counts.
fn take_portions(
    account: &Account,
    brief: &Brief,
    day: i32,
    open: i64,
    sums: &mut Sums,
    trace: &mut impl Trace<Line>,
) -> bool {
    let Some(part) = account.parts.get(brief.index as usize) else { return false };
    let mut is_counted = false;
    let mut take = |paid_day: Option<i32>, amount_minor: i64| {
        is_counted = true;
        let late_days = (paid_day.unwrap_or(day) - brief.due_day).max(0);
        sums.counted += amount_minor;
        sums.late += i128::from(amount_minor) * i128::from(late_days);
        if paid_day.is_some() && late_days == 0 {
            sums.on_time += amount_minor;
        }
        trace.note(|| {
            ScoreLine::Portion {
                number: number(account, part),
                due_on: part.due_on(),
                paid_on: paid_day.and_then(Date::from_number),
                amount: money(amount_minor, brief.currency),
                late_days,
            }
            .into()
        });
    };
    each_payment(account, part, day, |paid| take(Some(paid.day), paid.amount_minor));
    if open > 0 {
        take(None, open);
    }
    is_counted
}

/// The number of a part's document.
pub(super) fn number(account: &Account, part: &Part) -> String {
    let document = account.documents.get(part.document as usize);
    document.map_or_else(String::new, |document| document.number.clone())
}

/// Hands out what settles a part at the close of a day, allocation by allocation. What was
/// un-allocated by then never was.
pub(super) fn each_payment(account: &Account, part: &Part, day: i32, take: impl FnMut(&Effect)) {
    let effects = part.balance.effects.of(&account.part_effects).iter();
    let effects = || {
        let until = effects.clone().take_while(|effect| effect.day <= day);
        until.filter(|effect| matches!(effect.kind, EffectKind::Allocated { .. }))
    };
    if effects().all(|effect| effect.amount_minor > 0) {
        effects().for_each(take);
        return;
    }
    let mut held: Vec<Effect> = Vec::new();
    for effect in effects() {
        if effect.amount_minor > 0 {
            held.push(*effect);
            continue;
        }
        let mut undone = effect.amount_minor.saturating_neg();
        let same =
            |earlier: &&mut Effect| earlier.fact == effect.fact && earlier.kind == effect.kind;
        for earlier in held.iter_mut().rev().filter(same) {
            let share = undone.min(earlier.amount_minor);
            earlier.amount_minor -= share;
            undone -= share;
        }
    }
    let left = held.iter().filter(|effect| effect.amount_minor > 0);
    left.for_each(take);
}
