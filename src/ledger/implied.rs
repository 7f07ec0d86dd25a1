//! Receipts that successive running totals of imported tables imply (DESIGN 1).
//! Never sums totals: a later total stands in the place of the earlier one.

use super::account::NEVER;
use crate::id::FactId;
use crate::money::Currency;
use crate::record::Progress;

/// A receipt, or part of one, that a rise of the running total implies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ImpliedReceipt {
    pub(super) day: i32,
    /// The day on which a later fall of the total took it back, or never.
    pub(super) ended_day: i32,
    pub(super) amount_minor: i64,
    pub(super) currency: Currency,
    pub(super) undated: bool,
    /// The fact that stated the total.
    pub(super) fact: FactId,
}

/// The receipts behind these totals, given in the order in which they stand. Of several totals for
/// one day the last one counts; a fall takes back the latest receipts first.
pub(super) fn implied_receipts(progress: &[(Progress, FactId)]) -> Vec<ImpliedReceipt> {
    let mut stated: Vec<&(Progress, FactId)> = progress.iter().collect();
    stated.sort_by_key(|(total, _)| total.on);
    let mut receipts: Vec<ImpliedReceipt> = Vec::new();
    let mut total = 0;
    let mut stated = stated.into_iter().peekable();
    while let Some((now, fact)) = stated.next() {
        if stated.peek().is_some_and(|(next, _)| next.on == now.on) {
            continue;
        }
        let rise = now.received.minor().abs() - total;
        total += rise;
        let day = now.on.number();
        if rise > 0 {
            receipts.push(ImpliedReceipt {
                day,
                ended_day: NEVER,
                amount_minor: rise,
                currency: now.received.currency(),
                undated: now.undated,
                fact: *fact,
            });
        } else {
            take_back(&mut receipts, -rise, day);
        }
    }
    receipts
}

fn take_back(receipts: &mut Vec<ImpliedReceipt>, mut fall: i64, day: i32) {
    let mut rest = Vec::new();
    for receipt in receipts.iter_mut().rev().filter(|receipt| receipt.ended_day == NEVER) {
        if fall <= 0 {
            break;
        }
        let kept = (receipt.amount_minor - fall).max(0);
        fall -= receipt.amount_minor - kept;
        if kept > 0 {
            rest.push(ImpliedReceipt { amount_minor: kept, ..receipt.clone() });
        }
        receipt.amount_minor -= kept;
        receipt.ended_day = day;
    }
    receipts.append(&mut rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Totals as `day:received`, receipts as `day:amount` or `day:amount-ended`.
    #[rstest]
    #[case("01:40 20:100", "01:40 20:60")]
    #[case("20:100 01:40", "01:40 20:60")]
    #[case("01:40 01:50", "01:50")]
    #[case("01:40 10:40", "01:40")]
    #[case("01:100 10:0", "01:100-10")]
    #[case("01:40 10:100 20:70", "01:40 10:30-20 10:30")]
    #[case("01:40 10:100 20:10 25:20", "01:30-20 10:60-20 01:10 25:10")]
    fn totals_imply_receipts(#[case] totals: &str, #[case] expected: &str) {
        let fact: FactId = "k3f9q2ma-1/0".parse().unwrap();
        let day = |text: &str| format!("2025-03-{text}").parse::<crate::calendar::Date>().unwrap();
        let progress: Vec<_> = totals
            .split(' ')
            .map(|total| {
                let (on, received) = total.split_once(':').unwrap();
                let received = format!("{received}.00 CNY").parse().unwrap();
                (Progress { received, on: day(on), undated: false }, fact)
            })
            .collect();
        let text = |number: i32| {
            crate::calendar::Date::from_number(number).unwrap().to_string()[8..].to_owned()
        };
        let receipts: Vec<String> = implied_receipts(&progress)
            .iter()
            .map(|receipt| {
                let end = match receipt.ended_day {
                    NEVER => String::new(),
                    ended => format!("-{}", text(ended)),
                };
                format!("{}:{}{end}", text(receipt.day), receipt.amount_minor / 100)
            })
            .collect();
        assert_eq!(receipts.join(" "), expected);
    }
}
