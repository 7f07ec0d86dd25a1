//! Published key figures, and the examples of FIGURES on ledgers small enough to add up by hand.
//! Never a figure without the case that it comes from.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use huikuan::calendar::Date;
use huikuan::id::{Key, Letters};
use huikuan::money::{Currency, Decimal, Money, ratio_text};
use huikuan::record::{
    Claim, DocumentFields, DocumentKind, DocumentRef, DocumentRow, FundRef, ItemRef, Layout,
    MissingItem, Progress, Receipt, ReverseSubject, Schedule, WriteOff, WriteOffKind,
};
use huikuan::rule::kpi::{Inputs, Kpi, Window, kpi};
use huikuan::workbook::draft::{Draft, TableKind};
use huikuan::workbook::{Command, Stamp, Workbook};
use rstest::rstest;

fn of(inputs: Inputs, days: u32) -> Kpi {
    Kpi { currency: Currency::CNY, window: Window::ending(day("2026-03-31"), days), inputs }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn money(minor: i64) -> Money {
    Money::new(minor, Currency::CNY).unwrap()
}

fn shown(ratio: Option<Decimal>) -> String {
    ratio.map_or_else(|| "—".to_owned(), ratio_text)
}

#[test]
fn a_published_quarter() {
    let kpi = of(
        Inputs {
            receivables_before: 40_000_000,
            sales: 120_000_000,
            receivables: 35_000_000,
            not_due: 28_000_000,
            ..Inputs::default()
        },
        90,
    );
    assert_eq!(shown(kpi.cei().map(|cei| cei.round_dp(1))), "94.7000");
    let days = [kpi.dso(), kpi.best_possible_dso(), kpi.average_days_delinquent()];
    assert_eq!(days.map(shown), ["26.2500", "21.0000", "5.2500"]);
}

#[test]
fn a_denominator_of_zero_gives_no_figure() {
    let kpi = of(Inputs { receivables: 100, not_due: 0, ..Inputs::default() }, 90);
    let figures = [
        kpi.dso(),
        kpi.best_possible_dso(),
        kpi.average_days_delinquent(),
        of(Inputs::default(), 90).cei(),
        kpi.collection_rate(),
        kpi.days_late_signed(),
        kpi.days_late_floored(),
        kpi.days_late_weighted(),
        kpi.days_late_weighted_floored(),
    ];
    assert_eq!(figures, [None; 9]);
}

/// A workbook with one customer.
struct Book(Workbook);

impl Book {
    fn new() -> Self {
        let name = Letters::from_bits(7);
        Self(Workbook::create(name, name, "", Currency::CNY, &stamp()))
    }

    fn apply(&mut self, command: Command) {
        self.0.apply(command, &stamp()).unwrap();
    }

    /// `A 2026-01-01 2026-01-31 100`: number, invoice date, due date, whole yuan.
    fn invoice(&mut self, text: &str) {
        let words: Vec<&str> = text.split(' ').collect();
        let fields = fields(words[1], words[2], 100 * words[3].parse::<i64>().unwrap());
        self.apply(Command::RecordDocument {
            kind: DocumentKind::Invoice,
            customer: "C".to_owned(),
            number: Some(words[0].to_owned()),
            fields,
        });
    }

    /// Money for the invoice of that number; without one it stays unapplied.
    fn receipt(&mut self, on: &str, yuan: i64, number: &str) -> FundRef {
        let receipt = Receipt {
            customer: "C".to_owned(),
            received_on: day(on),
            amount: money(100 * yuan),
            method: String::new(),
            reference: String::new(),
            designation: Some(number.to_owned()).filter(|number| !number.is_empty()),
            prepayment_for: None,
            memo: String::new(),
        };
        self.apply(Command::RecordReceipt { receipt, allocations: Vec::new() });
        let account = self.0.ledger().account(&Key::of("C")).unwrap();
        account.funds.last().unwrap().reference.clone()
    }

    fn write_off(&mut self, on: &str, yuan: i64, number: &str) {
        let document = DocumentRef::Numbered {
            kind: DocumentKind::Invoice,
            customer: Key::of("C"),
            number: Key::of(number),
        };
        self.apply(Command::WriteOff(WriteOff {
            customer: Key::of("C"),
            item: ItemRef { document, part: 0 },
            amount: money(100 * yuan),
            on: day(on),
            kind: WriteOffKind::BadDebt,
            reason: "insolvent".to_owned(),
            approver: "lead".to_owned(),
        }));
    }

    /// A row that states the invoice and what was received on it.
    fn row(&mut self, text: &str, received_on: &str) {
        let words: Vec<&str> = text.split(' ').collect();
        let minor = 100 * words[3].parse::<i64>().unwrap();
        let progress = Progress { received: money(minor), on: day(received_on), undated: false };
        let row = DocumentRow {
            row: 2,
            kind: DocumentKind::Invoice,
            customer: "C".to_owned(),
            number: words[0].to_owned(),
            fields: fields(words[1], words[2], minor),
            progress: Some(progress),
        };
        let draft = Draft {
            source: "table".to_owned(),
            day: day("2026-12-31"),
            kind: TableKind::Invoices,
            layout: Layout {
                headings: Vec::new(),
                columns: Default::default(),
                answers: Default::default(),
            },
            customers: Vec::new(),
            documents: vec![row],
            receipts: Vec::new(),
            problems: Vec::new(),
            questions: Vec::new(),
            missing: MissingItem::Nothing,
            rows_total: 1,
            rows_taken: 1,
            rows_refused: 0,
            rows_skipped: 0,
        };
        let plan = self.0.plan_import(&draft);
        self.apply(Command::ImportDocuments(Box::new(plan)));
    }

    fn inputs(&self, from: &str, to: &str) -> (Kpi, Inputs) {
        let all = kpi(self.0.ledger(), Window { from: day(from), to: day(to) });
        (all[0], all[0].inputs)
    }
}

fn stamp() -> Stamp {
    Stamp { at: "2026-12-31T09:00:00Z".parse().unwrap(), by: "Anna".to_owned() }
}

fn fields(issued_on: &str, due_on: &str, minor: i64) -> DocumentFields {
    let schedule = Schedule { due_on: Some(day(due_on)), ..Schedule::default() };
    DocumentFields {
        issued_on: Some(day(issued_on)),
        claim: Some(Claim { amount: money(minor), tax: None }),
        schedule: Some(schedule),
        ..DocumentFields::default()
    }
}

#[test]
fn half_of_what_was_collectable_was_collected() {
    let mut book = Book::new();
    book.invoice("OVERDUE 2025-11-01 2025-12-01 100000");
    book.invoice("FALLING 2025-12-10 2026-01-20 200000");
    book.invoice("LATER 2026-01-02 2026-04-30 90000");
    book.receipt("2026-01-10", 100_000, "OVERDUE");
    book.receipt("2026-01-25", 50_000, "FALLING");
    book.receipt("2026-02-01", 80_000, "LATER");
    book.receipt("2026-02-02", 20_000, "");
    let (kpi, inputs) = book.inputs("2026-01-01", "2026-03-31");
    assert_eq!(shown(kpi.collection_rate()), "50.0000");
    assert_eq!(inputs.collected, 25_000_000);
    assert_eq!(inputs.receivables, 16_000_000, "unapplied cash is not taken off");
}

#[test]
fn what_bounced_in_the_window_is_not_collected() {
    let mut book = Book::new();
    book.invoice("A 2025-12-10 2026-01-20 100");
    let fund = book.receipt("2026-01-25", 100, "A");
    let reversal = Command::Reverse {
        customer: Key::of("C"),
        subject: ReverseSubject::Fund(fund),
        on: day("2026-04-02"),
        reason: "bounced".to_owned(),
    };
    book.apply(reversal);
    let (_, march) = book.inputs("2026-01-01", "2026-03-31");
    assert_eq!((march.collected, march.settled_items), (10_000, 1));
    let (_, april) = book.inputs("2026-01-01", "2026-04-30");
    assert_eq!((april.collected, april.settled_items), (0, 0));
}

#[rstest]
#[case::late("A 2026-01-01 2026-01-31 100", "2026-02-10", "2026-02-10", Some(10))]
#[case::early("A 2026-01-01 2026-01-31 100", "2026-01-21", "2026-01-21", Some(-10))]
#[case::outside("A 2026-01-01 2026-01-31 100", "2026-04-01", "2026-03-31", None)]
#[case::stated_before_the_invoice("A 2026-03-05 2026-03-05 100", "2026-03-02", "2026-03-31", Some(-3))]
#[case::stated_before_and_not_yet_issued(
    "A 2026-04-05 2026-04-05 100",
    "2026-03-30",
    "2026-03-31",
    Some(-6)
)]
fn a_row_with_its_settlement_counts_on_that_day(
    #[case] invoice: &str,
    #[case] settled_on: &str,
    #[case] to: &str,
    #[case] late: Option<i64>,
) {
    let mut book = Book::new();
    book.row(invoice, settled_on);
    let (_, inputs) = book.inputs("2026-01-01", to);
    assert_eq!((inputs.settled_items == 1).then_some(inputs.days_late), late);
    assert_eq!(inputs.days_late_floored, late.unwrap_or(0).max(0));
    assert_eq!(inputs.amount_days_late, i128::from(late.unwrap_or(0)) * 10_000);
}

#[test]
fn other_money_settles_from_the_later_of_receipt_and_item() {
    let mut book = Book::new();
    book.receipt("2026-02-20", 100, "A");
    book.invoice("A 2026-03-05 2026-03-10 100");
    assert_eq!(book.inputs("2026-01-01", "2026-02-28").1.settled_items, 0);
    let (_, inputs) = book.inputs("2026-03-01", "2026-03-31");
    assert_eq!((inputs.settled_items, inputs.days_late), (1, -5));
}

#[test]
fn what_was_given_up_last_is_not_settled_with_money() {
    let mut book = Book::new();
    book.invoice("A 2026-01-01 2026-01-31 100");
    book.receipt("2026-02-10", 60, "A");
    book.write_off("2026-02-20", 40, "A");
    book.invoice("B 2026-01-01 2026-01-31 100");
    book.write_off("2026-02-01", 40, "B");
    book.receipt("2026-02-03", 60, "B");
    let (_, inputs) = book.inputs("2026-01-01", "2026-03-31");
    assert_eq!((inputs.settled_items, inputs.days_late, inputs.written_off), (1, 3, 8_000));
}
