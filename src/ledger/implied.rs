//! Receipts that successive running totals of imported tables imply (DESIGN 1).
//! Never sums totals: a later total stands in the place of the earlier one.

use super::account::NEVER;
use super::gather::Place;
use crate::calendar::Date;
use crate::id::FactId;
use crate::money::Currency;
use crate::record::Progress;

/// A receipt, or part of one, that a rise of the running total implies.
#[derive(Clone, Copy, Debug)]
pub(super) struct ImpliedReceipt {
    pub(super) day: i32,
    /// The day on which a later fall of the total took it back, or never.
    pub(super) ended_day: i32,
    pub(super) amount_minor: i64,
    pub(super) currency: Currency,
    pub(super) undated: bool,
    /// The fact that stated the total, and its place.
    pub(super) fact: FactId,
    pub(super) place: Place,
}

/// A running total that a table stated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Total {
    pub(super) progress: Progress,
    /// The day that its table speaks about: the later table knows better.
    pub(super) file_day: Date,
    /// The fact that stated it, and its place.
    pub(super) fact: FactId,
    pub(super) place: Place,
}

/// The totals that still hold, by day, of those given in the order in which they were recorded: a
/// total takes the place of every total for its day or a later one that an earlier table stated.
/// Of one table's day, the later total counts, and of one day the one that was recorded later.
pub(super) fn standing_totals(totals: &[Total]) -> Vec<&Total> {
    let mut told: Vec<&Total> = totals.iter().collect();
    told.sort_by_key(|total| (total.file_day, total.progress.on));
    let mut standing: Vec<&Total> = Vec::new();
    for total in told {
        standing.retain(|held| held.progress.on < total.progress.on);
        standing.push(total);
    }
    standing
}

/// The receipts behind these totals, given in the order in which they were recorded. A rise is a
/// receipt of its day, a fall takes back the latest receipts first. What still runs comes before
/// what was taken back on the same day, so that a reference to that day finds money.
pub(super) fn implied_receipts(totals: &[Total]) -> Vec<ImpliedReceipt> {
    let mut receipts: Vec<ImpliedReceipt> = Vec::new();
    let mut received = 0;
    for Total { progress: now, fact, place, .. } in standing_totals(totals) {
        let rise = now.received.minor().abs() - received;
        received += rise;
        let day = now.on.number();
        if rise > 0 {
            receipts.push(ImpliedReceipt {
                day,
                ended_day: NEVER,
                amount_minor: rise,
                currency: now.received.currency(),
                undated: now.undated,
                fact: *fact,
                place: *place,
            });
        } else {
            take_back(&mut receipts, -rise, day);
        }
    }
    receipts.sort_by_key(|receipt| (receipt.day, std::cmp::Reverse(receipt.ended_day)));
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
            rest.push(ImpliedReceipt { amount_minor: kept, ..*receipt });
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

    /// Totals as `day:received` of a table of the 31st, or `day:received@day of the table`;
    /// receipts as `day:amount` or `day:amount-ended`.
    #[rstest]
    #[case("01:40 20:100", "01:40 20:60")]
    #[case("20:100 01:40", "01:40 20:60")]
    #[case("01:40 01:50", "01:50")]
    #[case("01:40 10:40", "01:40")]
    #[case("01:100 10:0", "01:100-10")]
    #[case("01:40 10:100 20:70", "01:40 10:30 10:30-20")]
    #[case("01:40 10:100 20:10 25:20", "01:10 01:30-20 10:60-20 25:10")]
    // A later table knows the day of a receipt that an earlier one only knew to be there.
    #[case("20:40@20 12:100@30", "12:100")]
    #[case("12:100@30 20:40@20", "12:100")]
    // An older table taken in late changes nothing that a newer one said.
    #[case("30:100@30 20:40@20", "20:40 30:60")]
    fn totals_imply_receipts(#[case] totals: &str, #[case] expected: &str) {
        let fact: FactId = "k3f9q2ma-1/0".parse().unwrap();
        let at = "2025-03-31T09:00:00Z".parse().unwrap();
        let order = crate::journal::Entry::seal(fact.entry, 1, at, "", Vec::new()).unwrap().order();
        let place = Place { recorded: order, stands: order };
        let day = |text: &str| format!("2025-03-{text}").parse::<crate::calendar::Date>().unwrap();
        let totals: Vec<_> = totals
            .split(' ')
            .map(|total| {
                let (on, received) = total.split_once(':').unwrap();
                let (received, file) = received.split_once('@').unwrap_or((received, "31"));
                let received = format!("{received}.00 CNY").parse().unwrap();
                let progress = Progress { received, on: day(on), undated: false };
                Total { progress, file_day: day(file), fact, place }
            })
            .collect();
        let text = |number: i32| {
            crate::calendar::Date::from_number(number).unwrap().to_string()[8..].to_owned()
        };
        let receipts: Vec<String> = implied_receipts(&totals)
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
