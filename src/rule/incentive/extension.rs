//! Longer terms of a customer: the due day that late charges reckon from, what they cost, and who
//! uses them without ever paying early (E5).
//! Never moves the aging, which stays on the original due date (FIGURES, days and buckets).

use crate::calendar::{AsOf, Date};
use crate::ledger::{Account, Brief, Dealing, EffectKind, NEVER, Part};
use crate::money::{Decimal, Money, Rate, round_minor};
use crate::record::TermsExtension;

/// The day number on which a part falls due with the longer terms that its customer has by the
/// close of `day`; the original one when none covers it.
///
/// An extension covers what falls due from its first to its last day, and once it was ended early
/// only what fell due before. Of several the longest counts.
#[must_use]
pub fn extended_due_day(account: &Account, part: &Part, day: i32) -> i32 {
    if part.due_day == NEVER {
        return NEVER;
    }
    let known = account.dealings.extensions.iter().filter(|held| held.day <= day);
    let covering = known.filter(|held| covers(held, part.due_day, day));
    let longer = covering.map(|held| i32::try_from(added_days(&held.what)).unwrap_or(0));
    part.due_day.saturating_add(longer.max().unwrap_or(0))
}

/// The day number from which an entry of an account is late for the worklist: of a due part with
/// the longer terms that cover it ([`extended_due_day`]), of anything else its own (FIGURES, days
/// and buckets).
#[must_use]
pub fn collection_due_day(account: &Account, brief: &Brief, day: i32) -> i32 {
    let part = match account.dealings.extensions.is_empty() || !brief.kind.is_part() {
        true => None,
        false => account.parts.get(brief.index as usize),
    };
    part.map_or(brief.due_day, |part| extended_due_day(account, part, day))
}

/// True when the extension covers what falls due on `due_day`, as far as is known on `day`.
fn covers(held: &Dealing<TermsExtension>, due_day: i32, day: i32) -> bool {
    let is_ended = held.ended_day <= day && held.ended_day <= due_day;
    held.what.from.number() <= due_day && due_day <= held.what.until.number() && !is_ended
}

fn added_days(extension: &TermsExtension) -> u32 {
    extension.to_days.saturating_sub(extension.from_days)
}

/// How an extension is used by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtensionUse {
    /// Items that fell due under it.
    pub items: u32,
    /// Items of which something was paid, or is open, after the original due day.
    pub used_items: u32,
    /// Items that were paid whole by the original due day.
    pub early_items: u32,
    /// What the days beyond the original due day cost, one sum of one currency each.
    pub costs: Vec<Money>,
    /// To be looked at: it is used, and nothing was ever paid by the original due day.
    pub is_for_review: bool,
}

/// How an extension is used: each portion that is paid, or still open, after the original due day
/// costs amount × days beyond it × cost of money ÷ 365; days beyond the new due day are late, not
/// used. Each currency is rounded once.
#[must_use]
pub fn extension_use(
    account: &Account,
    extension: &Dealing<TermsExtension>,
    cost_of_money: Rate,
    as_of: AsOf,
) -> ExtensionUse {
    let what = &extension.what;
    let mut used = ExtensionUse {
        items: 0,
        used_items: 0,
        early_items: 0,
        costs: Vec::new(),
        is_for_review: false,
    };
    let mut sums: Vec<(crate::money::Currency, Decimal)> = Vec::new();
    let within = |part: &&Part| {
        Date::from_number(part.due_day)
            .is_some_and(|due_on| (what.from..=what.until).contains(&due_on))
    };
    for part in account.parts.iter().filter(within) {
        used.items += 1;
        let added = i32::try_from(added_days(what)).unwrap_or(0);
        let (amount_days, is_used) = amount_days(account, part, added, as_of.number());
        used.used_items += u32::from(is_used);
        let left_when_due = account.outstanding(part, part.due_day);
        used.early_items += u32::from(left_when_due == 0 && part.due_day <= as_of.number());
        let currency = part.balance.currency;
        match sums.iter_mut().find(|(held, _)| *held == currency) {
            Some((_, sum)) => *sum += amount_days,
            None => sums.push((currency, amount_days)),
        }
    }
    let cost = |(currency, amount_days): (crate::money::Currency, Decimal)| {
        let cost = amount_days.checked_mul(cost_of_money.0)?.checked_div(365.into())?;
        Money::new(round_minor(cost)?, currency).ok()
    };
    used.costs = sums.into_iter().filter_map(cost).filter(|cost| cost.minor() > 0).collect();
    used.is_for_review = used.used_items > 0 && used.early_items == 0;
    used
}

/// Minor units × days for which a part was open beyond its original due day, and at most until the
/// new one; and whether there were any.
fn amount_days(account: &Account, part: &Part, added: i32, day: i32) -> (Decimal, bool) {
    let last = (part.due_day + added).min(day);
    let mut at = part.due_day;
    let mut sum = Decimal::ZERO;
    let effects = part.balance.effects.of(&account.part_effects).iter();
    let changes = effects.filter(|effect| effect.day > part.due_day && effect.day < last);
    let mut days: Vec<i32> = changes
        .filter(|effect| !matches!(effect.kind, EffectKind::Reversed))
        .map(|effect| effect.day)
        .collect();
    days.push(last);
    for next in days {
        if next > at {
            let open = account.outstanding(part, at).max(0);
            sum += Decimal::from(open) * Decimal::from(next - at);
            at = next;
        }
    }
    (sum, sum > Decimal::ZERO)
}
