//! The views of the aging agree with each other and with what an opened figure lists.
//! Never a browser.

use super::due::{DUES, Due, DueOrder, due_lines, due_sums, due_total};
use super::movement::{Became, MovedOrder, items as rolled_items, moved as moved_groups, rates};
use super::provision::{Behind, assessed, items as provided_items};
use super::*;
use crate::calendar::{Date, Instant};
use crate::demo::{Size, book};
use crate::ledger::Account;
use crate::money::{Money, Rate};
use crate::record::{
    Assessment, DocumentFields, DocumentRef, Language, ProvisionPolicy, SettingFields,
};
use crate::rule::balance::aging::aging;
use crate::rule::balance::provision::provision;
use crate::rule::credit::credit;
use crate::view::drill::{Sum, drill};
use crate::view::item::{ItemAsked, ItemOrder, ItemTable, Quick, Segment};
use crate::workbook::{Command, Stamp, Workbook};

const GROUPINGS: [Grouping; 6] = [
    Grouping::Customer,
    Grouping::Owner,
    Grouping::Region,
    Grouping::Class,
    Grouping::Tier,
    Grouping::Contract,
];

fn today() -> Date {
    "2026-11-21".parse().unwrap()
}

fn by_name<C>(column: C) -> Sorting<C> {
    Sorting { column, descending: false }
}

/// The small demo book; of each customer the first document names a contract.
fn demo() -> Workbook {
    let mut book = book(Size::SMALL, 1, Language::Zh, today()).unwrap();
    let named = |account: &Account| account.documents.first().map(|held| held.reference.clone());
    let documents: Vec<DocumentRef> = book.ledger().accounts().filter_map(named).collect();
    for document in documents {
        let fields =
            DocumentFields { contract: Some("HT-1".to_owned()), ..DocumentFields::default() };
        apply(&mut book, Command::AmendDocument { document, fields, reason: None });
    }
    book
}

fn apply(book: &mut Workbook, command: Command) {
    let stamp = Stamp { at: Instant::of_day(today(), 0), by: "Ann".to_owned() };
    book.apply(command, &stamp).unwrap();
}

#[test]
fn groups_add_up_to_the_report_and_to_their_positions() {
    let book = demo();
    let ledger = book.ledger();
    let buckets = Buckets::of(&ledger.policy().aging);
    let (report, credit) = (aging(ledger, &buckets, today()), credit(ledger, today()));
    for grouping in GROUPINGS {
        let dimension = Dimension { grouping, credit: Some(&credit), query: "" };
        for section in &report.currencies {
            let currency = section.currency;
            let sorting = by_name(AgingOrder::Name);
            let lines = lines(ledger, &report, currency, &dimension, sorting);
            assert_eq!(total(&lines), section.total, "{grouping:?}");
            for line in &lines {
                let behind = (line.customers.as_slice(), &line.group.within());
                let worked = drill(ledger, &buckets, today(), currency, behind, Sum::Balance);
                let sum: i64 = worked.iter().map(|item| item.open_minor).sum();
                assert_eq!(sum, line.figures.balance(), "{:?}", line.group);
            }
            let largest = report
                .currencies
                .iter()
                .all(|other| other.customers.len() <= section.customers.len());
            assert!(lines.len() > 1 || !largest, "{grouping:?}");
        }
    }
}

#[test]
fn a_query_leaves_out_whom_it_does_not_name() {
    let book = demo();
    let ledger = book.ledger();
    let buckets = Buckets::of(&ledger.policy().aging);
    let report = aging(ledger, &buckets, today());
    let section = &report.currencies[0];
    let customer = &ledger.account(&section.customers[0].customer).unwrap().customer;
    for grouping in GROUPINGS {
        let dimension = Dimension { grouping, credit: None, query: &customer.code };
        let order = by_name(AgingOrder::Name);
        let lines = lines(ledger, &report, section.currency, &dimension, order);
        assert!(!lines.is_empty(), "{grouping:?}");
        for line in lines {
            assert_eq!(line.customers, std::slice::from_ref(&customer.key));
        }
    }
}

#[test]
fn due_lists_are_the_filters_of_the_items() {
    let book = demo();
    let ledger = book.ledger();
    let (buckets, credit) = (Buckets::of(&ledger.policy().aging), credit(ledger, today()));
    let currency = ledger.policy().base_currency;
    for grouping in GROUPINGS {
        let dimension = Dimension { grouping, credit: Some(&credit), query: "" };
        let order = Sorting { column: DueOrder::Sum(Due::Past), descending: true };
        let lines = due_lines(ledger, currency, today(), &dimension, order);
        assert!(lines.is_sorted_by(|a, b| a.minor(Due::Past) >= b.minor(Due::Past)));
        let (sums, counts) = due_total(&lines);
        assert_eq!(sums, due_sums(ledger, currency, today()));
        for ((due, quick), (sum, count)) in DUES
            .into_iter()
            .zip([Quick::DueSoon, Quick::Overdue, Quick::Over90])
            .zip(sums.into_iter().zip(counts))
        {
            let asked = ItemAsked {
                as_of: today(),
                segment: Segment::Claims,
                quick,
                query: String::new(),
                customer: None,
                sorting: by_name(ItemOrder::Due),
            };
            let totals = ItemTable::of(ledger, asked).totals();
            let total = totals.iter().find(|total| total.currency == currency).unwrap();
            assert_eq!((sum, count), (total.open_minor, total.count), "{due:?}");
            for line in &lines {
                let behind = (line.customers.as_slice(), &line.group.within());
                let worked = drill(ledger, &buckets, today(), currency, behind, Sum::Due(due));
                let listed: i64 = worked.iter().map(|item| item.open_minor).sum();
                assert_eq!(listed, line.minor(due), "{:?}", line.group);
            }
        }
        assert!(sums.iter().all(|sum| *sum > 0), "{sums:?}");
    }
}

#[test]
fn what_moved_is_the_difference_of_two_reports() {
    let book = demo();
    let ledger = book.ledger();
    let buckets = Buckets::of(&ledger.policy().aging);
    let earlier = today().minus_months(1);
    let (before, after) = (aging(ledger, &buckets, earlier), aging(ledger, &buckets, today()));
    let credit = credit(ledger, today());
    let currency = ledger.policy().base_currency;
    let total_of = |report: &AgingReport| {
        report.currencies.iter().find(|held| held.currency == currency).unwrap().total
    };
    for grouping in GROUPINGS {
        let dimension = Dimension { grouping, credit: Some(&credit), query: "" };
        let order = Sorting { column: MovedOrder::BalanceChange, descending: true };
        let groups = moved_groups(ledger, (&before, &after), currency, &dimension, order);
        let change: i64 = groups.iter().map(|held| held.balance_change()).sum();
        assert_eq!(change, total_of(&after).balance() - total_of(&before).balance());
        let overdue: i64 = groups.iter().map(|held| held.overdue_change()).sum();
        assert_eq!(overdue, total_of(&after).overdue() - total_of(&before).overdue());
        assert!(groups.is_sorted_by(|a, b| a.balance_change() >= b.balance_change()));
    }
}

#[test]
fn the_items_behind_a_roll_rate_add_up_to_it() {
    let book = demo();
    let ledger = book.ledger();
    let buckets = Buckets::of(&ledger.policy().aging);
    let (days, currency) = ((today().minus_months(1), today()), ledger.policy().base_currency);
    let region = ledger.accounts().find_map(|held| held.customer.fields.region.clone()).unwrap();
    let mut of_all = 0;
    for (grouping, query) in [
        (Grouping::Customer, ""),
        (Grouping::Region, region.as_str()),
        (Grouping::Contract, "HT-1"),
    ] {
        let dimension = Dimension { grouping, credit: None, query };
        let rates = rates(ledger, &buckets, days, currency, &dimension);
        let sum = |from, became| -> i64 {
            let items = rolled_items(ledger, &buckets, days, currency, &dimension, (from, became));
            items.iter().map(|item| item.amount_minor).sum()
        };
        let mut whole = 0;
        for row in &rates.rows {
            assert_eq!(sum(row.from, Became::Anything), row.amount_minor);
            assert_eq!(sum(row.from, Became::Settled), row.settled_minor);
            for (column, minor) in rates.columns.iter().zip(&row.to_minor) {
                assert_eq!(sum(row.from, Became::In(*column)), *minor);
            }
            whole += row.amount_minor;
        }
        let total = rates.total();
        let open: i64 = total.to_minor.iter().sum();
        assert_eq!(total.amount_minor, whole);
        assert_eq!(open + total.settled_minor, whole, "every amount is somewhere");
        assert!(whole > 0, "{grouping:?}");
        if query.is_empty() {
            of_all = whole;
        } else {
            assert!(whole < of_all, "{query} leaves somebody out");
        }
    }
}

#[test]
fn the_items_behind_a_provision_add_up_to_it_and_assessments_stand_apart() {
    let mut book = demo();
    let currency = book.ledger().policy().base_currency;
    let rates_percent = vec![Rate(crate::money::Decimal::ONE); 6];
    let fields = SettingFields {
        provision: Some(ProvisionPolicy { rates_percent }),
        ..SettingFields::default()
    };
    apply(&mut book, Command::SetPolicy(fields));
    let buckets = Buckets::of(&book.ledger().policy().aging);
    let report = aging(book.ledger(), &buckets, today());
    let first = report.currencies.iter().find(|held| held.currency == currency).unwrap();
    let customer = first.customers[0].customer.clone();
    apply(
        &mut book,
        Command::Assess(Assessment {
            customer: customer.clone(),
            item: None,
            amount: Money::new(100, currency).unwrap(),
            on: today(),
            reason: "insolvent".to_owned(),
        }),
    );
    let ledger = book.ledger();
    let all = provision(ledger, &buckets, today());
    let held = all.iter().find(|held| held.currency == currency).unwrap();
    let sum = |behind| -> i64 {
        let items = provided_items(ledger, &buckets, today(), currency, behind);
        items.iter().map(|item| item.open_minor).sum()
    };
    for row in &held.rows {
        assert_eq!(sum(Behind::Row(row.column)), row.open_minor);
    }
    let lines = assessed(ledger, held);
    assert_eq!(lines.len(), 1);
    let line = &lines[0];
    assert_eq!((&line.customer, line.allowance_minor), (&customer, 100));
    assert_eq!((line.reason.as_str(), line.on), ("insolvent", today()));
    assert_eq!(sum(Behind::Assessed(line.fact)), line.open_minor);
    assert!(line.open_minor > 0);
}

#[rstest::rstest]
#[case(-8, &[])]
#[case(-7, &[Due::Soon])]
#[case(0, &[Due::Soon])]
#[case(1, &[Due::Past])]
#[case(90, &[Due::Past])]
#[case(91, &[Due::Past, Due::Long])]
fn the_due_day_is_not_overdue_and_90_days_are_not_long(#[case] days: i32, #[case] lists: &[Due]) {
    let held: Vec<Due> = DUES.into_iter().filter(|due| due.holds(days)).collect();
    assert_eq!(held, lists);
}
