//! The figures that people look at: aging and key figures on some days, line by line; and what
//! stands of what was agreed.
//! Never how they came about: a journal may be longer and its figures the same.

use huikuan::calendar::Date;
use huikuan::ledger::Ledger;
use huikuan::policy::Policy;
use huikuan::record::{AgingBasis, AgingPolicy};
use huikuan::rule::balance::aging::aging;
use huikuan::rule::balance::bucket::Buckets;
use huikuan::rule::kpi::{Window, kpi};

use crate::dealing::{proposals, standing};

/// What reports of these days say, by due date and by invoice date, in buckets that no setting
/// changes; a text for each line.
pub(crate) fn figures(ledger: &Ledger, days: &[Date]) -> Vec<String> {
    let mut lines = Vec::new();
    for basis in [AgingBasis::DueOn, AgingBasis::IssuedOn] {
        let buckets = Buckets::of(&AgingPolicy { basis, ..Policy::default().aging });
        for day in days {
            for section in aging(ledger, &buckets, *day).currencies {
                let currency = section.currency;
                for line in section.customers {
                    let amounts: Vec<i64> =
                        buckets.columns().map(|column| line.figures.amount(column)).collect();
                    let open = line.figures.open_items;
                    lines.push(format!(
                        "{basis:?} {day} {currency} {} {amounts:?} {open}",
                        line.customer
                    ));
                }
            }
        }
    }
    for account in ledger.accounts() {
        let key = &account.customer.key;
        let on = |day: &Date| {
            let standing = standing(account, day.number())?;
            Some(format!("{day} {key} {standing}"))
        };
        lines.extend(days.iter().filter_map(on));
        let waits = |day: &Date| {
            let states = proposals(account, ledger.policy(), day.number());
            (!states.is_empty()).then(|| format!("{day} {key} {states:?}"))
        };
        lines.extend(days.iter().filter_map(waits));
    }
    for day in days {
        let kpi = kpi(ledger, Window::ending(*day, 90));
        lines.extend(kpi.iter().map(|kpi| format!("{day} {} {:?}", kpi.currency, kpi.inputs)));
    }
    lines
}

/// The lines that only one of the two has.
pub(crate) fn differences(one: &[String], other: &[String]) -> Vec<String> {
    let gone = one.iter().filter(|line| !other.contains(line)).map(|line| format!("− {line}"));
    let new = other.iter().filter(|line| !one.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(new).collect()
}
