//! The late charges of a day as a file: per item its periods and its total (E7; DESIGN 8).
//! Never leaves out an item of which the charge cannot be computed: it says why.

use serde::Serialize;

use super::sheet::{Align, Sheet};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::{Account, Ledger};
use crate::money::{Currency, Money, Rate};
use crate::rule::incentive::{
    LateCharge, LateChargeLine, Period, RateSource, late_charge, late_charge_so_far,
    late_charge_sums,
};
use crate::say::{self, Language, ReportWord, report_word};
use crate::view::amount::with_currency;

/// The columns of the report as text.
const COLUMNS: [(Align, ReportWord); 8] = [
    (Align::Left, ReportWord::Code),
    (Align::Left, ReportWord::Number),
    (Align::Left, ReportWord::DueOn),
    (Align::Left, ReportWord::Period),
    (Align::Right, ReportWord::Days),
    (Align::Right, ReportWord::Balance),
    (Align::Left, ReportWord::Rate),
    (Align::Right, ReportWord::Amount),
];

/// Every late charge, by customer and due date.
#[derive(Clone, Debug, Serialize)]
pub struct LateCharges {
    as_of: AsOf,
    policy: String,
    totals: Vec<Sum>,
    items: Vec<Item>,
}

/// A sum in one currency.
#[derive(Clone, Debug, Serialize)]
struct Sum {
    currency: Currency,
    total: String,
}

/// The charge of one item.
#[derive(Clone, Debug, Serialize)]
struct Item {
    code: String,
    name: String,
    number: String,
    part: u32,
    due_on: Date,
    currency: Currency,
    days: i32,
    periods: Vec<Days>,
    fee: Option<String>,
    minimum: Option<String>,
    cap: Option<String>,
    total: Option<String>,
    problem: Option<String>,
    explanation: Vec<String>,
    #[serde(skip)]
    charge: LateCharge,
}

/// A period of an item.
#[derive(Clone, Debug, Serialize)]
struct Days {
    from: Date,
    to: Date,
    days: i32,
    balance: String,
    rate: String,
    multiple: Option<String>,
    year_days: Option<u32>,
    source: &'static str,
}

/// A fraction with four decimals, or with all of its own when it has more.
fn fraction(rate: Rate) -> String {
    let rate = rate.0.normalize();
    if rate.scale() <= 4 { format!("{rate:.4}") } else { rate.to_string() }
}

impl LateCharges {
    /// The late charges of all customers, or of one, up to and including `as_of`.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, customer: Option<&Key>, language: Language) -> Self {
        let (mut items, mut all) = (Vec::new(), Vec::new());
        let accounts = ledger.accounts();
        for account in accounts.filter(|held| customer.is_none_or(|key| held.customer.key == *key))
        {
            for charge in late_charge_so_far(ledger, account, as_of) {
                items.extend(Item::of(ledger, account, charge.clone(), as_of, language));
                all.push(charge);
            }
        }
        let sum = |total: Money| Sum { currency: total.currency(), total: total.amount_text() };
        let totals = late_charge_sums(&all).into_iter().map(sum).collect();
        let policy = say::late_charge_policy(&ledger.policy().late_charge, language);
        Self { as_of, policy, totals, items }
    }

    /// The report as aligned text: a line for each period, and one for the total of each item.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let word = |word| report_word(word, language);
        let title = word(ReportWord::LateCharges);
        let mut out = format!("{title} {}\n{}\n\n", self.as_of, self.policy);
        if self.items.is_empty() {
            out.push_str(&format!("{}\n", word(ReportWord::NothingCharged)));
            return out;
        }
        let mut sheet = Sheet::headed(&COLUMNS, language);
        for item in &self.items {
            item.write(&mut sheet, language);
        }
        sheet.write(&mut out);
        for total in late_charge_sums(&self.charges()) {
            out.push_str(&format!("{} {}\n", word(ReportWord::Total), with_currency(total)));
        }
        out
    }

    fn charges(&self) -> Vec<LateCharge> {
        self.items.iter().map(|item| item.charge.clone()).collect()
    }
}

impl Item {
    fn of(
        ledger: &Ledger,
        account: &Account,
        charge: LateCharge,
        as_of: AsOf,
        language: Language,
    ) -> Option<Self> {
        let part = account.parts.get(charge.part as usize)?;
        let document = account.documents.get(part.document as usize)?;
        let mut lines: Vec<LateChargeLine> = Vec::new();
        late_charge(account, charge.part, ledger.policy(), as_of, &mut lines);
        let text = |sum: Option<Money>| sum.map(Money::amount_text);
        let problem = charge.total.err();
        Some(Self {
            code: account.customer.code.clone(),
            name: account.customer.name().to_owned(),
            number: document.number.clone(),
            part: part.index,
            due_on: charge.due_on,
            currency: part.balance.currency,
            days: charge.days(),
            periods: charge.periods.iter().map(Days::of).collect(),
            fee: text(charge.fee),
            minimum: text(charge.minimum),
            cap: text(charge.cap),
            total: text(charge.total.ok()),
            problem: problem.map(|problem| say::late_charge_problem(problem, language)),
            explanation: lines.iter().map(|line| say::late_charge_line(line, language)).collect(),
            charge,
        })
    }

    fn write(&self, sheet: &mut Sheet, language: Language) {
        let head = || vec![self.code.clone(), self.number.clone(), self.due_on.to_string()];
        for (days, period) in self.periods.iter().zip(&self.charge.periods) {
            let mut row = head();
            row.push(format!("{} → {}", days.from, days.to));
            row.push(days.days.to_string());
            row.push(with_currency(period.balance));
            row.push(days.rate_text());
            row.push(String::new());
            sheet.push(row);
        }
        let mut row = head();
        row.push(report_word(ReportWord::Total, language).to_owned());
        row.push(self.days.to_string());
        row.push(String::new());
        row.push(self.problem.clone().unwrap_or_default());
        row.push(self.charge.total.map(with_currency).unwrap_or_else(|_| "—".to_owned()));
        sheet.push(row);
    }
}

impl Days {
    fn of(period: &Period) -> Self {
        let rate = period.rate;
        Self {
            from: period.from,
            to: period.to,
            days: period.days,
            balance: period.balance.amount_text(),
            rate: fraction(rate.rate),
            multiple: rate.multiple.map(fraction),
            year_days: rate.year.map(crate::record::YearDays::days),
            source: match rate.source {
                RateSource::Policy => "policy",
                RateSource::Contract => "contract",
                RateSource::Plan => "plan",
                RateSource::Reference { .. } => "reference",
            },
        }
    }

    /// `0.0345 × 1.5000 ÷ 365`.
    fn rate_text(&self) -> String {
        let mut text = self.rate.clone();
        if let Some(multiple) = &self.multiple {
            text.push_str(&format!(" × {multiple}"));
        }
        if let Some(year) = self.year_days {
            text.push_str(&format!(" ÷ {year}"));
        }
        text
    }
}
