//! The aging as a file, with the keys of DESIGN 8.
//! Never nets a column into another: the signs are those of the rule.

use serde::Serialize;

use super::sheet::{Align, Sheet};
use crate::calendar::AsOf;
use crate::id::Key;
use crate::ledger::Ledger;
use crate::money::{Currency, amount_text};
use crate::record::AgingBasis;
use crate::rule::balance::aging::{CurrencyAging, Figures, aging};
use crate::rule::balance::bucket::{Buckets, Column};
use crate::say::{Language, ReportWord, column, report_word};
use crate::view::amount::figure;

/// The aging of all customers, or of one.
#[derive(Clone, Debug, Serialize)]
pub struct Aging {
    as_of: AsOf,
    basis: AgingBasis,
    currencies: Vec<Section>,
    #[serde(skip)]
    buckets: Buckets,
}

/// The aging in one currency.
#[derive(Clone, Debug, Serialize)]
struct Section {
    currency: Currency,
    total: Amounts,
    customers: Vec<Customer>,
}

/// A customer's line.
#[derive(Clone, Debug, Serialize)]
struct Customer {
    code: String,
    name: String,
    #[serde(flatten)]
    amounts: Amounts,
}

/// A line of amounts: decimal texts with the currency's decimals, negative when owed to the
/// customer.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Amounts {
    not_due: String,
    buckets: Vec<BucketAmount>,
    no_due_date: String,
    retention: String,
    unapplied: String,
    prepayment: String,
    standing_credit: String,
    balance: String,
    open_items: u32,
    #[serde(skip)]
    figures: Figures,
}

/// The amount in a bucket, with the bucket's days, both ends in.
#[derive(Clone, Debug, Serialize)]
struct BucketAmount {
    from: u32,
    to: Option<u32>,
    amount: String,
}

impl Aging {
    /// Draws up the aging at the close of `as_of`; of one customer only, when one is named.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, customer: Option<&Key>) -> Self {
        let buckets = Buckets::of(&ledger.policy().aging);
        let report = aging(ledger, &buckets, as_of);
        let sections = report.currencies.into_iter();
        let currencies = sections
            .filter_map(|section| Section::of(ledger, section, &buckets, customer))
            .collect();
        Self { as_of, basis: buckets.basis(), currencies, buckets }
    }

    /// The report as aligned text; columns in which nothing stands are left out.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let word = |word| report_word(word, language);
        let basis = match self.basis {
            AgingBasis::DueOn => word(ReportWord::ByDueDate),
            AgingBasis::IssuedOn => word(ReportWord::ByInvoiceDate),
        };
        let mut out = format!("{} {} · {basis}\n", word(ReportWord::Aging), self.as_of);
        if self.currencies.is_empty() {
            out.push_str(&format!("\n{}\n", word(ReportWord::NothingOpen)));
        }
        for section in &self.currencies {
            out.push_str(&format!("\n{}\n", section.currency));
            section.sheet(&self.buckets, language).write(&mut out);
        }
        out
    }
}

impl Section {
    fn of(
        ledger: &Ledger,
        section: CurrencyAging,
        buckets: &Buckets,
        customer: Option<&Key>,
    ) -> Option<Self> {
        let currency = section.currency;
        let mut total = Figures::default();
        let mut customers = Vec::new();
        for line in section.customers {
            if customer.is_some_and(|wanted| *wanted != line.customer) {
                continue;
            }
            let held = ledger.account(&line.customer).map(|account| &account.customer);
            total.add_line(&line.figures);
            customers.push(Customer {
                code: held.map_or_else(|| line.customer.to_string(), |held| held.code.clone()),
                name: held.map_or_else(String::new, |held| held.name().to_owned()),
                amounts: Amounts::of(&line.figures, currency, buckets),
            });
        }
        let total = Amounts::of(&total, currency, buckets);
        (!customers.is_empty()).then_some(Self { currency, total, customers })
    }

    fn sheet(&self, buckets: &Buckets, language: Language) -> Sheet {
        let word = |word| report_word(word, language).to_owned();
        let columns: Vec<Column> =
            buckets.columns().filter(|held| self.total.shows(*held, &self.customers)).collect();
        let mut headings =
            vec![(Align::Left, word(ReportWord::Code)), (Align::Left, word(ReportWord::Name))];
        headings
            .extend(columns.iter().map(|held| (Align::Right, column(*held, buckets, language))));
        headings.push((Align::Right, word(ReportWord::Balance)));
        headings.push((Align::Right, word(ReportWord::OpenItems)));
        let mut sheet = Sheet::new(headings);
        for customer in &self.customers {
            let names = [customer.code.clone(), customer.name.clone()];
            sheet.push(customer.amounts.row(names, &columns, self.currency));
        }
        let names = [word(ReportWord::Total), String::new()];
        sheet.push(self.total.row(names, &columns, self.currency));
        sheet
    }
}

impl Amounts {
    pub(super) fn of(figures: &Figures, currency: Currency, buckets: &Buckets) -> Self {
        let text = |column| amount_text(figures.amount(column), currency);
        let edges = (0..).zip(buckets.edges());
        Self {
            not_due: text(Column::NotDue),
            buckets: edges
                .map(|(index, edge)| BucketAmount {
                    from: edge.from,
                    to: edge.to,
                    amount: text(Column::Bucket(index)),
                })
                .collect(),
            no_due_date: text(Column::NoDueDate),
            retention: text(Column::Retention),
            unapplied: text(Column::Unapplied),
            prepayment: text(Column::Prepayment),
            standing_credit: text(Column::StandingCredit),
            balance: amount_text(figures.balance(), currency),
            open_items: figures.open_items,
            figures: *figures,
        }
    }

    /// True for the columns of age, and for any other in which something stands.
    fn shows(&self, column: Column, customers: &[Customer]) -> bool {
        let aged = matches!(column, Column::NotDue | Column::Bucket(_));
        aged || customers.iter().any(|held| held.amounts.figures.amount(column) != 0)
    }

    fn row(&self, names: [String; 2], columns: &[Column], currency: Currency) -> Vec<String> {
        let amounts = columns.iter().map(|held| figure(self.figures.amount(*held), currency));
        let mut row: Vec<String> = names.into_iter().chain(amounts).collect();
        row.push(figure(self.figures.balance(), currency));
        row.push(self.open_items.to_string());
        row
    }
}
