//! The provision matrix as a file: rates, allowances, individual assessments (B4; DESIGN 8).
//! Never nets a column into another.

use serde::Serialize;

use super::column_name;
use super::sheet::{Align, Sheet};
use crate::calendar::AsOf;
use crate::ledger::Ledger;
use crate::money::{Currency, amount_text};
use crate::record::AgingBasis;
use crate::rule::balance::bucket::Buckets;
use crate::rule::balance::provision::{self, Individual, ProvisionRow, provision};
use crate::say::{Language, ReportWord, column, report_word};
use crate::view::amount::figure;

/// The provision in every currency.
#[derive(Clone, Debug, Serialize)]
pub struct Provision {
    as_of: AsOf,
    basis: AgingBasis,
    currencies: Vec<Section>,
    #[serde(skip)]
    buckets: Buckets,
}

/// The provision in one currency.
#[derive(Clone, Debug, Serialize)]
struct Section {
    currency: Currency,
    open: String,
    allowance: String,
    rows: Vec<Row>,
    individual: Vec<Assessed>,
    #[serde(skip)]
    shown: provision::Provision,
}

/// A row of the matrix.
#[derive(Clone, Debug, Serialize)]
struct Row {
    column: String,
    open: String,
    rate_percent: Option<String>,
    allowance: String,
}

/// An individual assessment.
#[derive(Clone, Debug, Serialize)]
struct Assessed {
    code: String,
    name: String,
    number: Option<String>,
    part: Option<u32>,
    open: String,
    allowance: String,
    reason: String,
}

impl Provision {
    /// The provision at the close of `as_of`.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf) -> Self {
        let buckets = Buckets::of(&ledger.policy().aging);
        let sections = provision(ledger, &buckets, as_of).into_iter();
        let currencies = sections.map(|held| Section::of(ledger, held, &buckets)).collect();
        Self { as_of, basis: buckets.basis(), currencies, buckets }
    }

    /// The report as aligned text.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let word = |word| report_word(word, language).to_owned();
        let mut out = format!("{} {}\n", word(ReportWord::Provision), self.as_of);
        if self.currencies.is_empty() {
            out.push_str(&format!("\n{}\n", word(ReportWord::NothingOpen)));
        }
        for section in &self.currencies {
            let currency = section.currency;
            let mut sheet = Sheet::new(vec![
                (Align::Left, currency.to_string()),
                (Align::Right, word(ReportWord::Outstanding)),
                (Align::Right, "%".to_owned()),
                (Align::Right, word(ReportWord::Allowance)),
            ]);
            for row in &section.shown.rows {
                sheet.push(vec![
                    column(row.column, &self.buckets, language),
                    figure(row.open_minor, currency),
                    row.rate_percent.map_or_else(|| "—".to_owned(), |rate| rate.to_string()),
                    figure(row.allowance_minor, currency),
                ]);
            }
            for (held, shown) in section.individual.iter().zip(&section.shown.individual) {
                let number = held.number.clone().unwrap_or_default();
                sheet.push(vec![
                    format!("{} {number}", held.code).trim_end().to_owned(),
                    figure(shown.open_minor, currency),
                    String::new(),
                    figure(shown.allowance_minor, currency),
                ]);
            }
            sheet.push(vec![
                word(ReportWord::Total),
                figure(section.shown.open_minor(), currency),
                String::new(),
                figure(section.shown.allowance_minor(), currency),
            ]);
            out.push('\n');
            sheet.write(&mut out);
        }
        out
    }
}

impl Section {
    fn of(ledger: &Ledger, shown: provision::Provision, buckets: &Buckets) -> Self {
        let currency = shown.currency;
        let text = |minor| amount_text(minor, currency);
        let row = |row: &ProvisionRow| Row {
            column: column_name(row.column, buckets),
            open: text(row.open_minor),
            rate_percent: row.rate_percent.map(|rate| rate.to_string()),
            allowance: text(row.allowance_minor),
        };
        Self {
            currency,
            open: text(shown.open_minor()),
            allowance: text(shown.allowance_minor()),
            rows: shown.rows.iter().map(row).collect(),
            individual: shown
                .individual
                .iter()
                .filter_map(|held| Assessed::of(ledger, held, currency))
                .collect(),
            shown,
        }
    }
}

impl Assessed {
    fn of(ledger: &Ledger, held: &Individual, currency: Currency) -> Option<Self> {
        let account = ledger.account(&held.customer)?;
        let part = held.part.and_then(|part| account.parts.get(part as usize));
        let document = part.and_then(|part| account.documents.get(part.document as usize));
        let facts = account.dealings.assessments.iter();
        let fact = facts.into_iter().find(|fact| fact.fact == held.fact);
        Some(Self {
            code: account.customer.code.clone(),
            name: account.customer.name().to_owned(),
            number: document.map(|document| document.number.clone()),
            part: part.map(|part| part.index),
            open: amount_text(held.open_minor, currency),
            allowance: amount_text(held.allowance_minor, currency),
            reason: fact.map_or_else(String::new, |fact| fact.what.reason.clone()),
        })
    }
}
