//! The list of customers with their figures (SCREENS, Customers).
//! Never nets currencies: a customer has a line for each, or one without figures.

use std::cmp::Ordering;

use super::customer_state::{CustomerState, states};
use super::worklist::Day;
use super::{Sorting, matches};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::{Account, Ledger};
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
    /// Region.
    pub region: String,
    /// What credit and collection say of it.
    pub state: CustomerState,
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
    /// Class, from the best.
    Class,
    /// Tier, from the gravest; customers without one last.
    Tier,
    /// Use of the credit limit; customers without one first.
    LimitUsed,
    /// How much attention a promise wants, then its day; customers without one first.
    Promise,
    /// Day of the next action; customers without one last.
    Next,
}

/// Every customer with its figures at the close of a day; those without any stand in base currency.
#[must_use]
pub fn lines(ledger: &Ledger, buckets: &Buckets, day: &Day) -> Vec<CustomerLine> {
    let (as_of, base) = (day.credit.as_of, ledger.policy().base_currency);
    let mut states = states(ledger, day);
    let mut lines = Vec::new();
    for account in ledger.accounts() {
        let Some(state) = states.remove(&account.customer.key) else { continue };
        let mut figures = customer_aging(account, buckets, as_of);
        if figures.is_empty() {
            figures.push((base, Figures::default()));
        }
        let of = |(currency, held)| line(account, &state, currency, held, as_of);
        lines.extend(figures.into_iter().map(of));
    }
    lines
}

fn line(
    account: &Account,
    state: &CustomerState,
    currency: Currency,
    figures: Figures,
    as_of: AsOf,
) -> CustomerLine {
    let customer = &account.customer;
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    CustomerLine {
        customer: customer.key.clone(),
        code: customer.code.clone(),
        name: customer.name().to_owned(),
        state: state.clone(),
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
            && part.is_overdue(day)
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
    let mut places: Vec<(u32, &CustomerLine)> =
        (0..).zip(lines).filter(|(_, line)| matches(query, &words(line))).collect();
    places.sort_by(|(_, a), (_, b)| {
        let ordering = compare(a, b, sorting.column);
        let ordering = if sorting.descending { ordering.reverse() } else { ordering };
        ordering.then_with(|| a.customer.cmp(&b.customer))
    });
    places.into_iter().map(|(place, _)| place).collect()
}

/// What a query is looked for in.
fn words(line: &CustomerLine) -> [&str; 4] {
    [&line.code, &line.name, &line.state.owner, &line.region]
}

fn compare(a: &CustomerLine, b: &CustomerLine, order: CustomerOrder) -> Ordering {
    match order {
        CustomerOrder::Code => a.customer.cmp(&b.customer),
        CustomerOrder::Name => a.name.cmp(&b.name),
        CustomerOrder::Owner => a.state.owner.cmp(&b.state.owner),
        CustomerOrder::Region => a.region.cmp(&b.region),
        CustomerOrder::Balance => a.figures.balance().cmp(&b.figures.balance()),
        CustomerOrder::Overdue => a.figures.overdue().cmp(&b.figures.overdue()),
        CustomerOrder::OldestDays => a.oldest_days.cmp(&b.oldest_days),
        CustomerOrder::Class => a.state.class.cmp(&b.state.class),
        CustomerOrder::Tier => {
            let rank = |line: &CustomerLine| (line.state.tier.is_none(), line.state.tier);
            rank(a).cmp(&rank(b))
        }
        CustomerOrder::LimitUsed => a.state.limit_used.cmp(&b.state.limit_used),
        CustomerOrder::Promise => {
            let rank = |line: &CustomerLine| {
                line.state.promise.map(|held| (held.gravity(), held.promised_on))
            };
            rank(a).cmp(&rank(b))
        }
        CustomerOrder::Next => a.state.next_day.cmp(&b.state.next_day),
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
    fn every_column_orders_the_list() {
        let today = Date::new(2026, 11, 21).unwrap();
        let book = book(Size::SMALL, 1, Language::Zh, today).unwrap();
        let ledger = book.ledger();
        let buckets = Buckets::of(&ledger.policy().aging);
        let lines = lines(ledger, &buckets, &Day::of(ledger, today));
        let by = |column, descending| -> Vec<&CustomerLine> {
            let places = ordered(&lines, "", Sorting { column, descending });
            places.into_iter().map(|place| &lines[place as usize]).collect()
        };
        let classes = by(CustomerOrder::Class, true);
        assert!(classes.is_sorted_by(|a, b| a.state.class >= b.state.class));
        assert!(classes[0].state.class > classes[lines.len() - 1].state.class);
        let tiers = by(CustomerOrder::Tier, false);
        let first_without = tiers.iter().position(|line| line.state.tier.is_none()).unwrap();
        assert!(first_without > 0 && tiers[0].state.tier == Some(crate::record::Tier::A));
        assert!(tiers[first_without..].iter().all(|line| line.state.tier.is_none()));
        let used = by(CustomerOrder::LimitUsed, true);
        assert!(used.is_sorted_by(|a, b| a.state.limit_used >= b.state.limit_used));
        let next = by(CustomerOrder::Next, false);
        assert!(next.is_sorted_by(|a, b| a.state.next_day <= b.state.next_day));
        assert!(next[0].state.task.is_some());
        let promises = by(CustomerOrder::Promise, true);
        let gravity = |line: &CustomerLine| line.state.promise.map(|held| held.gravity());
        assert!(promises.is_sorted_by(|a, b| gravity(a) >= gravity(b)));
        assert!(gravity(promises[0]).is_some());
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
