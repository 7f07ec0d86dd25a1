//! The list of customers with their figures (SCREENS, Customers).
//! Never nets currencies: a customer has a line for each, or one without figures.

use std::cmp::Ordering;

use super::{Sorting, matches};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, Ledger, NEVER};
use crate::money::Currency;
use crate::record::Terms;
use crate::rule::balance::aging::{Figures, customer_aging};
use crate::rule::balance::bucket::Buckets;

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerLine {
    /// The customer.
    pub customer: Key,
    /// The code as written.
    pub code: String,
    /// The name, or the code.
    pub name: String,
    /// The person responsible.
    pub owner: String,
    /// Region.
    pub region: String,
    /// Currency of the figures.
    pub currency: Currency,
    /// The aging line.
    pub figures: Figures,
    /// Days of the oldest overdue item; 0 when nothing is overdue.
    pub oldest_days: i32,
    /// Findings to settle.
    pub findings: usize,
}

/// What the list is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerOrder {
    /// Code.
    Code,
    /// Name.
    Name,
    /// The person responsible.
    Owner,
    /// Region.
    Region,
    /// Balance.
    Balance,
    /// Overdue amount.
    Overdue,
    /// Days of the oldest overdue item.
    OldestDays,
}

/// Every customer with its figures at the close of `as_of`; those without any stand in `base`.
#[must_use]
pub fn lines(ledger: &Ledger, buckets: &Buckets, as_of: AsOf, base: Currency) -> Vec<CustomerLine> {
    let mut lines = Vec::new();
    for account in ledger.accounts() {
        let figures = customer_aging(account, buckets, as_of);
        if figures.is_empty() {
            lines.push(line(account, base, Figures::default(), as_of));
        }
        lines.extend(
            figures.into_iter().map(|(currency, held)| line(account, currency, held, as_of)),
        );
    }
    lines
}

fn line(account: &Account, currency: Currency, figures: Figures, as_of: AsOf) -> CustomerLine {
    let customer = &account.customer;
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    CustomerLine {
        customer: customer.key.clone(),
        code: customer.code.clone(),
        name: customer.name().to_owned(),
        owner: text(&customer.fields.owner),
        region: text(&customer.fields.region),
        currency,
        figures,
        oldest_days: oldest_days(account, currency, as_of),
        findings: account.findings.len(),
    }
}

/// Days overdue of the oldest open item in a currency; 0 when nothing is overdue.
#[must_use]
pub fn oldest_days(account: &Account, currency: Currency, as_of: AsOf) -> i32 {
    let day = as_of.number();
    let open = account.parts.iter().filter(|part| {
        part.balance.currency == currency
            && part.due_day != NEVER
            && part.due_day < day
            && account.outstanding(part, day) > 0
    });
    open.map(|part| day - part.due_day).max().unwrap_or(0)
}

/// The code of the customer that a person means by a code in any case and width, or by a name that
/// only one customer has. `None` when there is no such customer.
#[must_use]
pub fn meant(ledger: &Ledger, typed: &str) -> Option<String> {
    if let Some(account) = ledger.account(&Key::of(typed)) {
        return Some(account.customer.code.clone());
    }
    let mut named = ledger.accounts().filter(|account| account.customer.name() == typed.trim());
    let code = named.next()?.customer.code.clone();
    named.next().is_none().then_some(code)
}

/// The terms proposed for a customer's next invoice: its own, else those of the workbook (A3).
#[must_use]
pub fn proposed_terms(ledger: &Ledger, code: &str) -> Terms {
    let own = ledger.account(&Key::of(code)).and_then(|held| held.customer.fields.terms.clone());
    own.unwrap_or_else(|| ledger.policy().default_terms.clone())
}

/// Places of the lines that match `query`, in the order asked for; equal ones by code.
#[must_use]
pub fn ordered(lines: &[CustomerLine], query: &str, sorting: Sorting<CustomerOrder>) -> Vec<u32> {
    let mut places: Vec<(u32, &CustomerLine)> = (0..)
        .zip(lines)
        .filter(|(_, line)| matches(query, &[&line.code, &line.name, &line.owner, &line.region]))
        .collect();
    places.sort_by(|(_, a), (_, b)| {
        let ordering = compare(a, b, sorting.column);
        let ordering = if sorting.descending { ordering.reverse() } else { ordering };
        ordering.then_with(|| a.customer.cmp(&b.customer))
    });
    places.into_iter().map(|(place, _)| place).collect()
}

fn compare(a: &CustomerLine, b: &CustomerLine, order: CustomerOrder) -> Ordering {
    match order {
        CustomerOrder::Code => a.customer.cmp(&b.customer),
        CustomerOrder::Name => a.name.cmp(&b.name),
        CustomerOrder::Owner => a.owner.cmp(&b.owner),
        CustomerOrder::Region => a.region.cmp(&b.region),
        CustomerOrder::Balance => a.figures.balance().cmp(&b.figures.balance()),
        CustomerOrder::Overdue => a.figures.overdue().cmp(&b.figures.overdue()),
        CustomerOrder::OldestDays => a.oldest_days.cmp(&b.oldest_days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::demo::{Size, book};
    use crate::record::Language;

    #[test]
    fn a_customer_is_meant_by_code_or_by_a_name_of_its_own() {
        let today = Date::new(2026, 11, 21).unwrap();
        let book = book(Size::SMALL, 1, Language::Zh, today).unwrap();
        let ledger = book.ledger();
        let first = ledger.accounts().next().unwrap();
        let code = &first.customer.code;
        assert_eq!(meant(ledger, &format!(" {} ", code.to_lowercase())).as_ref(), Some(code));
        assert_eq!(meant(ledger, first.customer.name()).as_ref(), Some(code));
        assert_eq!(meant(ledger, "nobody"), None);
    }

    #[test]
    fn terms_are_the_customers_own_or_the_workbooks() {
        let today = Date::new(2026, 11, 21).unwrap();
        let book = book(Size::SMALL, 1, Language::Zh, today).unwrap();
        let ledger = book.ledger();
        let own = ledger.accounts().find_map(|held| {
            Some((held.customer.code.clone(), held.customer.fields.terms.clone()?))
        });
        let (code, terms) = own.unwrap();
        assert_eq!(proposed_terms(ledger, &code), terms);
        assert_eq!(proposed_terms(ledger, "nobody"), ledger.policy().default_terms);
    }
}
