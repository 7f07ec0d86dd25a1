//! Quotes 优惠测算: what to pay by which day, and what that saves (E2).
//! Never promises more than an allocation of that amount on that day would give.

use super::offered::{Asking, NoDiscount, Offered, offered};
use crate::money::Money;
use crate::record::ItemRef;

/// What an item costs when it is paid on the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The item.
    pub item: ItemRef,
    /// Its part in the account.
    pub part: u32,
    /// What is open.
    pub open: Money,
    /// What is to be paid.
    pub payable: Money,
    /// What is taken off, or paid back afterwards.
    pub discount: Money,
    /// The step, or why there is none.
    pub offered: Result<Offered, NoDiscount>,
}

/// Quotes for some parts that one receipt on the day settles together; what is not open is left
/// out. All of them when `parts` is empty.
#[must_use]
pub fn quotes(asking: &Asking<'_>, parts: &[u32]) -> Vec<Quote> {
    let account = asking.account;
    let day = asking.on.number();
    let all: Vec<u32> = match parts.is_empty() {
        true => (0..).zip(&account.parts).map(|(index, _)| index).collect(),
        false => parts.to_vec(),
    };
    let asking = Asking { settles: &all, ..*asking };
    let quote = |index: u32| {
        let part = account.parts.get(index as usize)?;
        let open_minor = part.balance.free_from(day, &account.part_effects);
        (open_minor > 0 && part.issued_day <= day).then_some(())?;
        let offered = offered(&asking, index);
        let discount_minor = offered.as_ref().map_or(0, |held| held.whole.discount_minor);
        let as_rebate = offered.as_ref().is_ok_and(|held| held.as_rebate);
        let payable_minor = if as_rebate { open_minor } else { open_minor - discount_minor };
        Some(Quote {
            item: account.item(part)?,
            part: index,
            open: part.balance.money(open_minor),
            payable: part.balance.money(payable_minor),
            discount: part.balance.money(discount_minor),
            offered,
        })
    };
    all.iter().filter_map(|index| quote(*index)).collect()
}
