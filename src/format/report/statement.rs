//! Statements of account as a file: open items with their arithmetic, and the aging line (A6).
//! Never leaves a cent out: the items of a currency add up to its balance.

use serde::Serialize;

use super::aging::Amounts;
use super::column_name;
use super::sheet::{Align, Sheet, one_line};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, EffectKind, FundSource, Ledger};
use crate::money::{Currency, amount_text};
use crate::record::DocumentKind;
use crate::rule::balance::bucket::Buckets;
use crate::rule::balance::statement::statement;
use crate::say::{Language, ReportWord, column, explanation, position, report_word, step};
use crate::view::aging::Within;
use crate::view::amount::figure;
use crate::view::drill::{Sum, What, Worked, WorkedStep, drill};

/// The statements of all customers with anything open, or of one.
#[derive(Clone, Debug, Serialize)]
pub struct Statements {
    as_of: AsOf,
    customers: Vec<Customer>,
    #[serde(skip)]
    buckets: Buckets,
}

/// A customer's statement.
#[derive(Clone, Debug, Serialize)]
struct Customer {
    code: String,
    name: String,
    currencies: Vec<Section>,
}

/// A customer's statement in one currency.
#[derive(Clone, Debug, Serialize)]
struct Section {
    currency: Currency,
    items: Vec<Item>,
    aging: Amounts,
}

/// An open position; amounts are decimal texts, negative when owed to the customer.
#[derive(Clone, Debug, Serialize)]
struct Item {
    kind: &'static str,
    number: String,
    /// Which part of how many, from 1, when the document falls due in parts.
    part: Option<(u32, u32)>,
    /// Invoice date, or day of receipt.
    on: Option<Date>,
    due_on: Option<Date>,
    overdue_days: Option<i32>,
    amount: String,
    outstanding: String,
    disputed: String,
    column: String,
    effects: Vec<Effect>,
    explanation: Vec<String>,
    #[serde(skip)]
    worked: Worked,
}

/// Something that happened to a position, with the change of what is open.
#[derive(Clone, Debug, Serialize)]
struct Effect {
    on: Option<Date>,
    kind: &'static str,
    amount: String,
    fact: String,
    sentence: String,
}

impl Statements {
    /// Draws up the statements at the close of `as_of`; of one customer only, when one is named.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, customer: Option<&Key>, language: Language) -> Self {
        let buckets = Buckets::of(&ledger.policy().aging);
        let mut customers = Vec::new();
        for account in ledger.accounts() {
            let key = &account.customer.key;
            if customer.is_some_and(|wanted| wanted != key) {
                continue;
            }
            let currencies = sections(ledger, account, &buckets, as_of, language);
            if !currencies.is_empty() {
                customers.push(Customer {
                    code: account.customer.code.clone(),
                    name: account.customer.name().to_owned(),
                    currencies,
                });
            }
        }
        Self { as_of, customers, buckets }
    }

    /// The statements as aligned text, one after the other.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let word = |word| report_word(word, language);
        let mut out = format!("{} {}\n", word(ReportWord::Statement), self.as_of);
        if self.customers.is_empty() {
            out.push_str(&format!("\n{}\n", word(ReportWord::NothingOpen)));
        }
        for customer in &self.customers {
            let name = if customer.name == customer.code { "" } else { customer.name.as_str() };
            let title = one_line(&format!("{} {name}", customer.code));
            out.push_str(&format!("\n{}\n", title.trim_end()));
            for section in &customer.currencies {
                section.sheet(&self.buckets, language).write(&mut out);
                for item in &section.items {
                    item.steps(section.currency, language, &mut out);
                }
            }
        }
        out
    }
}

fn sections(
    ledger: &Ledger,
    account: &Account,
    buckets: &Buckets,
    as_of: AsOf,
    language: Language,
) -> Vec<Section> {
    let customers = [account.customer.key.clone()];
    let sections = statement(account, buckets, as_of).into_iter().map(|held| {
        let currency = held.currency;
        let worked =
            drill(ledger, buckets, as_of, currency, (&customers, &Within::All), Sum::Balance);
        let item = |worked: Worked| {
            let lines = explanation(&worked, currency, buckets, as_of, language);
            Item::of(worked, currency, buckets, lines, language)
        };
        let items = worked.into_iter().map(item).collect();
        Section { currency, items, aging: Amounts::of(&held.figures, currency, buckets) }
    });
    sections.collect()
}

impl Item {
    fn of(
        worked: Worked,
        currency: Currency,
        buckets: &Buckets,
        explanation: Vec<String>,
        language: Language,
    ) -> Self {
        let amount = |amount_minor| amount_text(amount_minor, currency);
        let effects = worked.steps.iter().map(|held| Effect {
            on: held.on,
            kind: effect_kind(held),
            amount: amount(held.amount_minor),
            fact: held.fact.to_string(),
            sentence: step(held, &worked, currency, language),
        });
        Self {
            kind: position_kind(worked.what),
            number: worked.number.clone(),
            part: worked.part,
            on: worked.on,
            due_on: worked.due_on,
            overdue_days: worked.overdue_days.map(|days| days.max(0)),
            amount: amount(worked.amount_minor),
            outstanding: amount(worked.open_minor),
            disputed: amount(worked.disputed_minor),
            column: column_name(worked.column, buckets),
            effects: effects.collect(),
            explanation,
            worked,
        }
    }

    /// What happened to the item, a line each, below the table.
    fn steps(&self, currency: Currency, language: Language, out: &mut String) {
        for held in &self.worked.steps {
            let number = one_line(&self.number);
            let sentence = step(held, &self.worked, currency, language);
            out.push_str(&format!("  {number}: {sentence}\n"));
        }
    }
}

impl Section {
    fn sheet(&self, buckets: &Buckets, language: Language) -> Sheet {
        let word = |align, word| (align, report_word(word, language).to_owned());
        let mut sheet = Sheet::new(vec![
            word(Align::Left, ReportWord::Kind),
            word(Align::Left, ReportWord::Number),
            word(Align::Left, ReportWord::On),
            word(Align::Left, ReportWord::DueOn),
            word(Align::Right, ReportWord::OverdueDays),
            word(Align::Right, ReportWord::Amount),
            (
                Align::Right,
                format!("{} {}", report_word(ReportWord::Outstanding, language), self.currency),
            ),
            word(Align::Right, ReportWord::Disputed),
            word(Align::Left, ReportWord::AgingColumn),
        ]);
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let mut sum = 0_i64;
        for Item { worked, .. } in &self.items {
            let part = worked.part.map(|(part, of)| format!(" ({part}/{of})")).unwrap_or_default();
            let overdue = worked.overdue_days.filter(|days| *days > 0);
            let disputed = Some(worked.disputed_minor).filter(|disputed| *disputed != 0);
            sum = sum.saturating_add(worked.open_minor);
            sheet.push(vec![
                position(worked.what, language).to_owned(),
                format!("{}{part}", worked.number),
                day(worked.on),
                day(worked.due_on),
                overdue.map_or_else(String::new, |days| days.to_string()),
                figure(worked.amount_minor, self.currency),
                figure(worked.open_minor, self.currency),
                disputed.map_or_else(String::new, |minor| figure(minor, self.currency)),
                column(worked.column, buckets, language),
            ]);
        }
        let mut total = vec![String::new(); 9];
        if let [first, .., outstanding, _, _] = total.as_mut_slice() {
            report_word(ReportWord::Balance, language).clone_into(first);
            *outstanding = figure(sum, self.currency);
        }
        sheet.push(total);
        sheet
    }
}

const fn position_kind(what: What) -> &'static str {
    match what {
        What::Document(DocumentKind::Invoice) => "invoice",
        What::Document(DocumentKind::DebitNote) => "debit_note",
        What::Document(DocumentKind::CreditNote) | What::Money(FundSource::CreditNote) => {
            "credit_note"
        }
        What::Money(FundSource::Receipt) => "receipt",
        What::Money(FundSource::Implied { .. }) => "implied_receipt",
        What::Money(FundSource::Recovery) => "recovery",
    }
}

const fn effect_kind(step: &WorkedStep) -> &'static str {
    match step.kind {
        EffectKind::Allocated { .. } => "allocated",
        EffectKind::Refunded => "refunded",
        EffectKind::WrittenOff => "written_off",
        EffectKind::Discounted => "discounted",
        EffectKind::Recovered => "recovered",
        EffectKind::Reversed => "reversed",
    }
}
