//! The tables that a larger demo book imports, quarter by quarter, and such a table as CSV.
//! Never more than what a table says: customers, invoices, receipts with the number they name.

use super::cast::{self, Cast};
use super::chance::Chance;
use super::clerk::{Clerk, code, money};
use super::errand::Errand;
use super::{STORY_INVOICES, Size, story};
use crate::calendar::Date;
use crate::money::{Currency, Money};
use crate::record::{
    Claim, CustomerFields, CustomerStatement, DocumentFields, DocumentKind, DocumentRow, Layout,
    MissingItem, Receipt, ReceiptRow, Schedule,
};
use crate::say::Language;
use crate::workbook::draft::{Draft, TableKind};
use crate::workbook::field::Field;
use crate::workbook::{Command, Rejection};

/// By how many days the tables reach back beyond the story.
pub(super) const DAYS: i32 = 330;

/// Customers of the story have the numbers before those of the tables.
pub(super) const STORY_CUSTOMERS: u32 = 18;

pub(super) const QUARTER_DAYS: i32 = 91;

/// An invoice of a table.
struct Bill {
    customer: u32,
    number: String,
    issued_on: Date,
    due_on: Date,
    amount: Money,
}

/// A receipt of a table, for a bill by its place.
struct Paid {
    bill: usize,
    received_on: Date,
    amount: Money,
    /// False when the payer named no invoice.
    named: bool,
}

/// Who buys and over which days.
struct Trade {
    first_customer: u32,
    customers: u32,
    first_day: Date,
    days: i32,
    currency: Currency,
}

/// Puts the imports on the agenda, and what people do by hand between them.
pub(super) fn plan(clerk: &mut Clerk, size: Size) {
    let days = DAYS + story::DAYS;
    let trade = Trade {
        first_customer: STORY_CUSTOMERS,
        customers: size.customers.saturating_sub(STORY_CUSTOMERS).max(1),
        first_day: clerk.today.plus_days(-days),
        days,
        currency: clerk.base(),
    };
    let count = size.invoices.saturating_sub(STORY_INVOICES);
    let bills = bills(&mut clerk.chance, clerk.cast, &trade, count);
    let wanted = size.receipts.saturating_sub(STORY_INVOICES);
    let paid = receipts(&mut clerk.chance, &bills, wanted, clerk.today);
    let mut from = trade.first_day;
    while from < clerk.today {
        let to = from.plus_days(QUARTER_DAYS).min(clerk.today);
        for draft in [
            invoice_draft(clerk.cast, &bills, from, to),
            receipt_draft(clerk.cast, &bills, &paid, from, to),
        ] {
            if draft.rows_total > 0 {
                clerk.plan(to.plus_days(-1), Errand::Import(Box::new(draft)));
            }
        }
        from = to;
    }
    for _ in 0..count / 25 {
        let back = clerk.chance.between(1, days - QUARTER_DAYS - 7);
        clerk.plan(clerk.today.plus_days(-back), Errand::Chore);
    }
}

/// Records what a table changed.
pub(super) fn import(clerk: &mut Clerk, draft: &Draft) -> Result<(), Rejection> {
    let plan = clerk.workbook.plan_import(draft);
    if plan.is_empty() {
        return Ok(());
    }
    clerk.give(Command::ImportDocuments(Box::new(plan))).map(drop)
}

/// A table of so many invoices as CSV in UTF-8 with a heading, for measuring an import.
#[must_use]
pub fn invoice_table(rows: u32, seed: u64, language: Language, today: Date) -> String {
    let cast = cast::of(language);
    let trade = Trade {
        first_customer: 0,
        customers: (rows / 50).max(1),
        first_day: today.plus_days(-365),
        days: 365,
        currency: Currency::parse(cast.base_currency).unwrap_or(Currency::CNY),
    };
    let mut table = cast.invoice_headings.join(",");
    table.push('\n');
    for bill in bills(&mut Chance::new(seed), cast, &trade, rows) {
        let fields = customer_fields(cast, bill.customer);
        let cells = [
            code(bill.customer),
            fields.name.unwrap_or_default(),
            bill.number,
            bill.issued_on.to_string(),
            bill.due_on.to_string(),
            bill.amount.amount_text(),
            fields.owner.unwrap_or_default(),
            fields.region.unwrap_or_default(),
        ];
        table.push_str(&cells.join(","));
        table.push('\n');
    }
    table
}

/// Invoices in the order of their days.
fn bills(chance: &mut Chance, cast: &Cast, trade: &Trade, count: u32) -> Vec<Bill> {
    let scales = [90_000, 240_000, 600_000, 1_500_000, 4_200_000, 9_500_000];
    let bill = |at: u32| {
        let share = i64::from(trade.days) * i64::from(at) / i64::from(count.max(1));
        let issued_on = trade.first_day.plus_days(i32::try_from(share).unwrap_or(0));
        // Everybody buys at least once; of the rest, few buy much.
        let customer = if at.is_multiple_of(8) && at / 8 < trade.customers {
            at / 8
        } else {
            let wide = u64::from(chance.below(trade.customers));
            let scaled = wide * u64::from(chance.below(1_000)) / 1_000;
            u32::try_from(scaled).unwrap_or(0)
        };
        let minor = chance.pick(&scales, 90_000) * i64::from(chance.between(40, 190)) / 100;
        let (year, ..) = issued_on.ymd();
        let prefix = cast.words.invoice_prefix;
        let customer = trade.first_customer + customer;
        Bill {
            customer,
            number: format!("{prefix}{:02}{:06}", year % 100, at + 1),
            issued_on,
            due_on: issued_on.plus_days(credit_days(customer)),
            amount: money(minor + i64::from(chance.between(0, 99)), trade.currency),
        }
    };
    (0..count).map(bill).collect()
}

fn credit_days(customer: u32) -> i32 {
    match customer % 5 {
        0 | 1 => 30,
        2 => 45,
        3 => 60,
        _ => 90,
    }
}

/// So many receipts in the order of their days: most invoices are paid once, some in two, and what
/// is not due yet hardly ever.
fn receipts(chance: &mut Chance, bills: &[Bill], count: u32, today: Date) -> Vec<Paid> {
    let mut paid: Vec<Paid> = Vec::new();
    for (at, bill) in bills.iter().enumerate() {
        let habit = match bill.customer % 7 {
            0..3 => -4,
            3 | 4 => 6,
            5 => 20,
            _ => 55,
        };
        let received_on = bill.due_on.plus_days(habit + chance.between(-6, 14));
        if received_on < today && !chance.percent(2) {
            let named = !chance.percent(4);
            paid.push(Paid { bill: at, received_on, amount: bill.amount, named });
        }
    }
    let wanted = (count as usize).saturating_sub(paid.len());
    let mut rests: Vec<Paid> = Vec::new();
    for first in paid.iter_mut() {
        if rests.len() >= wanted {
            break;
        }
        let received_on = first.received_on.plus_days(chance.between(5, 40));
        let rest = first.amount.minor() * i64::from(chance.between(25, 60)) / 10_000 * 100;
        if received_on < today && rest > 0 {
            let currency = first.amount.currency();
            let amount = money(rest, currency);
            first.amount = money(first.amount.minor() - rest, currency);
            rests.push(Paid { received_on, amount, ..*first });
        }
    }
    paid.append(&mut rests);
    paid.sort_by_key(|held| held.received_on);
    paid.truncate(count as usize);
    paid
}

fn customer_fields(cast: &Cast, customer: u32) -> CustomerFields {
    let of = |list: &[&'static str], at: u32| {
        let at = at as usize % list.len().max(1);
        list.get(at).map(|word| (*word).to_owned())
    };
    CustomerFields {
        name: Some(cast::name(cast, customer)),
        owner: of(&cast.owners, customer / 3),
        region: of(cast.regions, customer),
        ..CustomerFields::default()
    }
}

/// A table that was read, before its rows are put in.
fn draft(cast: &Cast, kind: TableKind, to: Date) -> Draft {
    use Field::{
        Amount, CustomerCode, CustomerName, DueOn, IssuedOn, Number, Owner, ReceivedOn, Reference,
        Region,
    };
    let invoices =
        [CustomerCode, CustomerName, Number, IssuedOn, DueOn, Amount, Owner, Region].as_slice();
    let receipts = [CustomerCode, Number, ReceivedOn, Amount, Reference].as_slice();
    let (fields, headings, name) = match kind {
        TableKind::Invoices | TableKind::Customers => {
            (invoices, cast.invoice_headings.as_slice(), cast.words.table_name)
        }
        TableKind::Receipts => {
            (receipts, cast.receipt_headings.as_slice(), cast.words.receipt_table_name)
        }
    };
    let columns = fields.iter().map(|field| field.name().to_owned()).zip(0..).collect();
    let layout = Layout {
        headings: headings.iter().map(ToString::to_string).collect(),
        columns,
        answers: std::collections::BTreeMap::new(),
    };
    Draft {
        source: format!("{name}-{to}.csv"),
        day: to.plus_days(-1),
        kind,
        layout,
        customers: Vec::new(),
        documents: Vec::new(),
        receipts: Vec::new(),
        problems: Vec::new(),
        questions: Vec::new(),
        missing: MissingItem::Nothing,
        rows_total: 0,
        rows_taken: 0,
        rows_refused: 0,
        rows_skipped: 0,
    }
}

/// The invoices issued from one day until before another.
fn invoice_draft(cast: &Cast, bills: &[Bill], from: Date, to: Date) -> Draft {
    let mut draft = draft(cast, TableKind::Invoices, to);
    let mut named = std::collections::BTreeSet::new();
    let within = bills.iter().filter(|bill| from <= bill.issued_on && bill.issued_on < to);
    for (row, bill) in (2..).zip(within) {
        if named.insert(bill.customer) {
            let fields = customer_fields(cast, bill.customer);
            draft.customers.push(CustomerStatement { code: code(bill.customer), fields });
        }
        let schedule = Schedule { due_on: Some(bill.due_on), ..Schedule::default() };
        draft.documents.push(DocumentRow {
            row,
            kind: DocumentKind::Invoice,
            customer: code(bill.customer),
            number: bill.number.clone(),
            fields: DocumentFields {
                issued_on: Some(bill.issued_on),
                claim: Some(Claim { amount: bill.amount, tax: None }),
                schedule: Some(schedule),
                ..DocumentFields::default()
            },
            progress: None,
        });
        draft.rows_total += 1;
    }
    draft.rows_taken = draft.rows_total;
    draft
}

/// The receipts of the days from one until before another.
fn receipt_draft(cast: &Cast, bills: &[Bill], paid: &[Paid], from: Date, to: Date) -> Draft {
    let mut draft = draft(cast, TableKind::Receipts, to);
    let first = paid.partition_point(|held| held.received_on < from);
    let within = paid.iter().enumerate().skip(first);
    let within = within.take_while(|(_, held)| held.received_on < to);
    for (row, (at, held)) in (2..).zip(within) {
        let Some(bill) = bills.get(held.bill) else { continue };
        draft.receipts.push(ReceiptRow {
            row,
            ordinal: 1,
            receipt: Receipt {
                customer: code(bill.customer),
                received_on: held.received_on,
                amount: held.amount,
                method: String::new(),
                reference: format!("{}{:06}", cast.words.receipt_prefix, at + 1),
                designation: held.named.then(|| bill.number.clone()),
                prepayment_for: None,
                memo: String::new(),
            },
        });
        draft.rows_total += 1;
    }
    draft.rows_taken = draft.rows_total;
    draft
}
