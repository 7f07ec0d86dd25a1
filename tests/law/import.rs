//! Random tables: successive exports of one ledger, some of them imported by several people.
//! Never a file: drafts as reading one gives them.

use std::collections::BTreeMap;

use huikuan::calendar::Date;
use huikuan::money::{Currency, Money};
use huikuan::record::{
    Claim, CustomerFields, CustomerStatement, DocumentFields, DocumentKind, DocumentRow, Layout,
    MissingItem, Progress, Receipt, ReceiptRow, Schedule,
};
use huikuan::workbook::draft::{Draft, TableKind};

use crate::command::Scope;
use crate::dice::Dice;

/// An export of one of three ledgers on one of three days; the same choice gives the same table.
pub(crate) fn draft(dice: &mut Dice, scope: Scope) -> Draft {
    let ledger = dice.below(3);
    let version = dice.below(3);
    // After a given day only ledgers that began after it can be told of.
    let prefix = if scope.after.is_some() { "NEU" } else { "INV" };
    let begin = scope.after.unwrap_or_else(|| Date::new(2024, 3, 1).unwrap()).plus_days(1);
    let day = begin.plus_days(30 * (1 + version as i32));
    let mut content = Dice::new(ledger as u64);
    let rows = 1 + content.below(4);
    let customer = ["C1", "C2", "华美"][ledger].to_owned();
    let mut documents = Vec::new();
    for row in 0..rows {
        let issued_on = begin.plus_days(content.below(20) as i32);
        let amount = 10_000 * (1 + content.below(3) as i64);
        let (paid, dated, due) = (content.below(4), content.chance(50), content.below(40));
        // Each later export has more received; sometimes another due date; sometimes less.
        let received = [0, amount / 4, amount / 2, amount + 500][paid] * version as i64 / 2;
        let due_on = issued_on.plus_days(due as i32 + if paid == 1 { version as i32 } else { 0 });
        let on = if dated { issued_on.plus_days(7 * version as i32) } else { day };
        documents.push(DocumentRow {
            row: row as u32 + 2,
            kind: DocumentKind::Invoice,
            customer: customer.clone(),
            number: format!("{prefix}-{}", row + ledger),
            fields: DocumentFields {
                issued_on: Some(issued_on),
                claim: Some(Claim { amount: cny(amount), tax: None }),
                schedule: Some(Schedule { due_on: Some(due_on), ..Schedule::default() }),
                ..DocumentFields::default()
            },
            progress: (version > 0).then(|| Progress {
                received: cny(received),
                on,
                undated: !dated,
            }),
        });
    }
    let dropped = dice.below(3);
    documents.retain(|row| row.row as usize != dropped + 2 || version < 2);
    let full_list = version == 2 && ledger == 1;
    Draft {
        source: format!("台账{ledger}-{version}.csv"),
        day,
        kind: TableKind::Invoices,
        layout: Layout {
            headings: vec!["客户".to_owned(), "发票号".to_owned()],
            columns: BTreeMap::new(),
            answers: BTreeMap::new(),
        },
        customers: vec![CustomerStatement {
            code: customer.clone(),
            fields: CustomerFields { name: Some("公司".to_owned()), ..CustomerFields::default() },
        }],
        receipts: receipts(&customer, begin, version),
        problems: Vec::new(),
        questions: Vec::new(),
        missing: if full_list { MissingItem::Settled } else { MissingItem::Nothing },
        rows_total: documents.len() as u32,
        rows_taken: documents.len() as u32,
        rows_refused: 0,
        rows_skipped: 0,
        documents,
    }
}

/// Two equal receipts in the first export, one more in each later one.
fn receipts(customer: &str, begin: Date, version: usize) -> Vec<ReceiptRow> {
    let receipt = |ordinal: u32, days: i32, designation: Option<&str>| ReceiptRow {
        row: 20 + ordinal,
        ordinal,
        receipt: Receipt {
            customer: customer.to_owned(),
            received_on: begin.plus_days(days),
            amount: cny(2_500),
            method: String::new(),
            reference: String::new(),
            designation: designation.map(str::to_owned),
            prepayment_for: None,
            memo: String::new(),
        },
    };
    let mut receipts = vec![receipt(1, 5, None), receipt(2, 5, None)];
    receipts.extend((0..version).map(|more| receipt(1, 40 + more as i32, Some("INV-1"))));
    receipts
}

fn cny(minor: i64) -> Money {
    Money::new(minor, Currency::CNY).unwrap()
}
