//! A day worth looking at when nothing is open on the day that is asked for.
//! Never a default: the screen offers it, the person goes there.

use crate::calendar::{AsOf, Date};
use crate::ledger::Ledger;

/// The day nearest to `as_of` on which something may have been open: the day of the first document
/// when all of them come later, else the day before the last payment or other settlement. `None`
/// when no document was ever recorded.
#[must_use]
pub fn nearest(ledger: &Ledger, as_of: AsOf) -> Option<Date> {
    let parts = || ledger.accounts().flat_map(|account| &account.parts);
    let first = parts().map(|part| part.issued_day).min()?;
    if first > as_of.number() {
        return Date::from_number(first);
    }
    let effects = ledger.accounts().flat_map(|account| &account.part_effects);
    let last = effects.map(|effect| effect.day).filter(|day| *day <= as_of.number()).max();
    Date::from_number(last.map_or(first, |last| (last - 1).max(first)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{Size, book};
    use crate::record::Language;
    use crate::rule::balance::aging::aging;
    use crate::rule::balance::bucket::Buckets;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn before_the_first_document_its_day_is_offered_and_then_something_is_open() {
        let book = book(Size::SMALL, 1, Language::Zh, date("2026-11-21")).unwrap();
        let ledger = book.ledger();
        let buckets = Buckets::of(&ledger.policy().aging);
        let early = date("2001-01-01");
        assert!(aging(ledger, &buckets, early).currencies.is_empty());
        let day = nearest(ledger, early).unwrap();
        assert!(day > early);
        assert!(!aging(ledger, &buckets, day).currencies.is_empty());
        assert!(aging(ledger, &buckets, day.plus_days(-1)).currencies.is_empty());
    }

    #[test]
    fn afterwards_the_day_before_the_last_settlement_is_offered() {
        let book = book(Size::SMALL, 1, Language::Zh, date("2026-11-21")).unwrap();
        let day = nearest(book.ledger(), date("2030-01-01")).unwrap().plus_days(1);
        let effects = book.ledger().accounts().flat_map(|account| &account.part_effects);
        assert_eq!(effects.map(|effect| effect.day).max(), Some(day.number()));
    }

    #[test]
    fn an_empty_ledger_has_no_day() {
        assert_eq!(nearest(&Ledger::default(), date("2026-01-01")), None);
    }
}
