//! The meeting pack 周例会 of the seven days that end on a day, and the daily report 日报 of one:
//! what came in, how the overdue moved, what was done and missed, which promises broke, whom to
//! discuss, what was decided (D8).
//! Never a sum of two currencies, and never an opinion: the meeting has those.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::worklist::{Day, Row};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, FundSource, Ledger};
use crate::money::{Currency, Money};
use crate::record::{Contact, CreditDecision, MeetingDecision, SignOff, Tier};
use crate::rule::agreement::{Fate, Waiting, promises, waiting};
use crate::rule::balance::aging::aging;
use crate::rule::balance::bucket::Buckets;
use crate::rule::collection::TaskState;
use crate::rule::credit::{Cause, alerts};

/// The days of a pack, both ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The day itself: the daily report.
    Day,
    /// The seven days that end on it: the meeting pack.
    Week,
}

impl Span {
    const fn days(self) -> i32 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
        }
    }
}

/// The most customers to discuss.
const DISCUSSED_MAX: usize = 12;

/// The pack.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingPack {
    /// First day.
    pub from: Date,
    /// Last day.
    pub as_of: AsOf,
    /// What moved, a line for each currency.
    pub currencies: Vec<Movement>,
    /// What each person did, by name; an empty name for contacts without one.
    pub people: Vec<Workload>,
    /// Tasks that were due before the last day and are not done.
    pub missed: Vec<Arc<Row>>,
    /// Promises that were decided in the week.
    pub promises: Vec<Decided>,
    /// Customers to discuss: of tier A by urgency, then those of whom something important was said.
    pub discussed: Vec<Discussed>,
    /// What meetings of the week decided.
    pub decisions: Vec<MeetingDecision>,
    /// Customers without a confirmed statement for longer than policy allows, by code (A6).
    pub unconfirmed: Vec<Unconfirmed>,
    /// The last day up to which finance had checked the receipts, and who did (D3).
    pub checked: Option<SignOff>,
    /// What waits for an approval at the close of the last day, the earliest first (D8).
    pub waiting: Vec<Proposal>,
    /// Decisions on credit in the week, with the customer's name.
    pub credit_decisions: Vec<(String, CreditDecision)>,
}

/// What moved in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The currency of every amount here, in minor units.
    pub currency: Currency,
    /// Received in the week, what bounced by its end left out.
    pub collected_minor: i64,
    /// How many receipts.
    pub receipt_count: usize,
    /// Overdue at the close of the day before the week.
    pub overdue_before_minor: i64,
    /// Overdue at its end.
    pub overdue_minor: i64,
    /// Everything open at its end.
    pub balance_minor: i64,
}

/// What one person has to do, and did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workload {
    /// The name.
    pub name: String,
    /// Customers with anything overdue that the person is responsible for.
    pub customer_count: usize,
    /// What they owe overdue, in base currency.
    pub overdue_minor: i64,
    /// Contacts made in the week.
    pub contact_count: usize,
    /// Tasks that are due and were missed.
    pub missed_count: usize,
    /// Received in the week from the person's customers, in base currency.
    pub collected_minor: i64,
    /// What to collect in a month.
    pub month_target: Option<Money>,
}

/// A promise that was decided in the week.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub name: String,
    /// How much.
    pub amount: Money,
    /// By when.
    pub promised_on: Date,
    /// What came of it.
    pub fate: Fate,
    /// Which unkept promise it would be.
    pub level: u32,
}

/// A customer that has not confirmed a statement for too long.
#[derive(Clone, Debug, PartialEq)]
pub struct Unconfirmed {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub name: String,
    /// What it owes, overdue or not, an amount for each currency.
    pub open: Vec<Money>,
    /// When it last confirmed one; none when it never did.
    pub confirmed_on: Option<Date>,
    /// When the last one was sent; none when none was.
    pub sent_on: Option<Date>,
}

/// A plan, hold or handover that waits for an approval.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The customer.
    pub customer: Key,
    /// Its name.
    pub name: String,
    /// What waits, since when, and for whom.
    pub waiting: Waiting,
}

/// A customer to discuss.
#[derive(Clone, Debug, PartialEq)]
pub struct Discussed {
    /// Its row on the worklist of the last day, if it is on it.
    pub row: Option<Arc<Row>>,
    /// Its name.
    pub name: String,
    /// What was said of importance in the week.
    pub important: Option<Contact>,
}

/// Draws up the pack of the days that end on a day, from the worklist of that day.
#[must_use]
pub fn meeting_pack(ledger: &Ledger, day: &Day, span: Span, as_of: AsOf) -> MeetingPack {
    let from = as_of.plus_days(1 - span.days());
    let week = from.number()..=as_of.number();
    let is_missed =
        |row: &&Arc<Row>| row.task.state == TaskState::Due && row.task.due_day < as_of.number();
    let missed: Vec<Arc<Row>> = day.rows.iter().filter(is_missed).cloned().collect();
    let decided = ledger.accounts().flat_map(|account| decided(ledger, account, as_of, &week));
    let credit = ledger.accounts().flat_map(|account| {
        let decisions = account.dealings.decisions.iter().filter(|held| week.contains(&held.day));
        decisions.map(|held| (account.customer.name().to_owned(), held.what.clone()))
    });
    let office = ledger.office().decisions.iter().map(|(_, decision)| decision);
    let of_week = office.filter(|held| week.contains(&held.on.number()));
    MeetingPack {
        from,
        as_of,
        currencies: movements(ledger, from.plus_days(-1), as_of, &week),
        people: workloads(ledger, day, &missed, from, &week),
        missed,
        promises: decided.collect(),
        discussed: discussed(ledger, day, &week),
        unconfirmed: unconfirmed(ledger, day, as_of),
        checked: checked(ledger, as_of),
        waiting: proposals(ledger, as_of),
        decisions: of_week.cloned().collect(),
        credit_decisions: credit.collect(),
    }
}

type Week = std::ops::RangeInclusive<i32>;

/// Money that came in the week: currency and minor units of each receipt that stands at its end.
fn received<'a>(
    account: &'a Account,
    week: &'a Week,
) -> impl Iterator<Item = (Currency, i64)> + 'a {
    let funds = account.funds.iter().filter(move |fund| {
        let is_cash = fund.source != FundSource::CreditNote;
        is_cash && week.contains(&fund.day) && fund.ended_day > *week.end()
    });
    funds.map(|fund| (fund.balance.currency, fund.balance.amount_minor))
}

/// `before` is the day before the first.
fn movements(ledger: &Ledger, before: AsOf, as_of: AsOf, week: &Week) -> Vec<Movement> {
    let buckets = Buckets::of(&ledger.policy().aging);
    let mut moved: BTreeMap<Currency, Movement> = BTreeMap::new();
    let empty = |currency| Movement {
        currency,
        collected_minor: 0,
        receipt_count: 0,
        overdue_before_minor: 0,
        overdue_minor: 0,
        balance_minor: 0,
    };
    for section in aging(ledger, &buckets, as_of).currencies {
        let line = moved.entry(section.currency).or_insert_with(|| empty(section.currency));
        line.overdue_minor = section.total.overdue();
        line.balance_minor = section.total.balance();
    }
    for section in aging(ledger, &buckets, before).currencies {
        let line = moved.entry(section.currency).or_insert_with(|| empty(section.currency));
        line.overdue_before_minor = section.total.overdue();
    }
    for (currency, minor) in ledger.accounts().flat_map(|account| received(account, week)) {
        let line = moved.entry(currency).or_insert_with(|| empty(currency));
        line.collected_minor = line.collected_minor.saturating_add(minor);
        line.receipt_count += 1;
    }
    moved.into_values().collect()
}

/// Whoever left the team before the first day stands there only with what is still theirs.
fn workloads(
    ledger: &Ledger,
    day: &Day,
    missed: &[Arc<Row>],
    from: Date,
    week: &Week,
) -> Vec<Workload> {
    let policy = ledger.policy();
    let base = policy.base_currency;
    let mut people: BTreeMap<String, Workload> = BTreeMap::new();
    fn of<'p>(people: &'p mut BTreeMap<String, Workload>, name: &str) -> &'p mut Workload {
        let fresh = || Workload { name: name.to_owned(), ..Workload::default() };
        people.entry(name.to_owned()).or_insert_with(fresh)
    }
    for member in policy.team.iter().filter(|it| it.until.is_none_or(|until| until >= from)) {
        of(&mut people, &member.name).month_target = member.month_target;
    }
    for row in day.rows.iter().filter(|row| row.oldest_days > 0) {
        let person = of(&mut people, &row.owner);
        person.customer_count += 1;
        let in_base = row.amounts.iter().filter(|sum| sum.currency() == base);
        person.overdue_minor += in_base.map(|sum| sum.minor()).sum::<i64>();
    }
    for row in missed {
        of(&mut people, &row.owner).missed_count += 1;
    }
    for (account, credit) in ledger.accounts().zip(&day.credit.customers) {
        let contacts = account.dealings.contacts.iter().filter(|held| week.contains(&held.day));
        for contact in contacts {
            of(&mut people, contact.what.made_by.trim()).contact_count += 1;
        }
        let in_base = received(account, week).filter(|(currency, _)| *currency == base);
        let collected: i64 = in_base.map(|(_, minor)| minor).sum();
        if collected != 0 {
            let owner = crate::rule::credit::owner(account, credit, policy, day.credit.as_of);
            of(&mut people, owner.unwrap_or_default()).collected_minor += collected;
        }
    }
    people.into_values().collect()
}

fn decided(ledger: &Ledger, account: &Account, as_of: AsOf, week: &Week) -> Vec<Decided> {
    let tolerance = ledger.policy().playbook.promise_tolerance_days;
    let states = promises(account, tolerance, as_of).into_iter();
    let of_week = states.filter(|state| {
        state.fate.is_decided() && week.contains(&state.last_day.saturating_add(1))
    });
    let told = of_week.filter_map(|state| {
        let promise = &state.of(account)?.what;
        Some(Decided {
            customer: account.customer.key.clone(),
            name: account.customer.name().to_owned(),
            amount: promise.amount,
            promised_on: promise.promised_on,
            fate: state.fate,
            level: state.level,
        })
    });
    told.collect()
}

/// Whoever an alert stands of: one that was dismissed or put off is left out, as on the alerts.
fn unconfirmed(ledger: &Ledger, day: &Day, as_of: AsOf) -> Vec<Unconfirmed> {
    let raised = alerts(ledger, &day.credit).into_iter().filter_map(|alert| match alert.cause {
        Cause::StatementUnconfirmed { confirmed_on } => Some((alert.customer, confirmed_on)),
        _ => None,
    });
    let told = raised.filter_map(|(customer, confirmed_on)| {
        let account = ledger.account(&customer)?;
        let sent = account.dealings.statements.iter().filter(|it| it.stands(as_of.number()));
        let open = account.briefs_by_currency().filter_map(|(currency, briefs)| {
            let parts = briefs.iter().filter(|brief| brief.kind.is_part());
            let minor = parts.map(|brief| account.left(brief, as_of.number())).sum::<i64>();
            Money::new(minor, currency).ok().filter(|open| open.minor() != 0)
        });
        Some(Unconfirmed {
            name: account.customer.name().to_owned(),
            open: open.collect(),
            confirmed_on,
            sent_on: sent.map(|held| held.what.sent_on).max(),
            customer,
        })
    });
    let mut told: Vec<Unconfirmed> = told.collect();
    told.sort_by(|a, b| a.customer.cmp(&b.customer));
    told
}

fn proposals(ledger: &Ledger, as_of: AsOf) -> Vec<Proposal> {
    let of = |account: &Account| {
        let (customer, name) = (account.customer.key.clone(), account.customer.name().to_owned());
        let held = waiting(account, ledger.policy(), as_of).into_iter();
        let named =
            move |waiting| Proposal { customer: customer.clone(), name: name.clone(), waiting };
        held.map(named).collect::<Vec<_>>()
    };
    let mut found: Vec<Proposal> = ledger.accounts().flat_map(of).collect();
    found.sort_by_key(|held| held.waiting.day);
    found
}

/// Of several for the same day the last one recorded.
fn checked(ledger: &Ledger, as_of: AsOf) -> Option<SignOff> {
    let until = ledger.office().signed_off_until(as_of)?;
    let mut all = ledger.office().sign_offs.iter().rev();
    all.find(|(_, held)| held.on == until).map(|(_, held)| held.clone())
}

fn discussed(ledger: &Ledger, day: &Day, week: &Week) -> Vec<Discussed> {
    let important = |customer: &Key| {
        let account = ledger.account(customer)?;
        let mut contacts = account.dealings.contacts.iter().rev();
        let held = contacts.find(|held| week.contains(&held.day) && held.what.important)?;
        Some(held.what.clone())
    };
    let grave = day.rows.iter().filter(|row| row.tier == Some(Tier::A)).map(|row| Discussed {
        name: row.name.clone(),
        important: important(&row.customer),
        row: Some(row.clone()),
    });
    let others = ledger.accounts().filter_map(|account| {
        let key = &account.customer.key;
        let row = day.row(key);
        if row.is_some_and(|row| row.tier == Some(Tier::A)) {
            return None;
        }
        let important = Some(important(key)?);
        Some(Discussed { name: account.customer.name().to_owned(), row: row.cloned(), important })
    });
    grave.chain(others).take(DISCUSSED_MAX).collect()
}

#[cfg(test)]
mod tests;
