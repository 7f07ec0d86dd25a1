//! The discounts of a day as a file: per item the step, its last day, what to pay, and what that is
//! worth (E1, E2, E4; DESIGN 8).
//! Never leaves out an item for which nothing is offered: it says why.

use serde::Serialize;

use super::sheet::{Align, Sheet};
use crate::calendar::{AsOf, Date};
use crate::id::Key;
use crate::ledger::Ledger;
use crate::money::{Currency, Decimal, ratio_text};
use crate::rule::incentive::discount::{Quote, annualised, days_gained};
use crate::say::{self, Language, ReportWord, report_word};
use crate::view::discount::Desk;

/// The columns of the report as text.
const COLUMNS: [(Align, ReportWord); 9] = [
    (Align::Left, ReportWord::Code),
    (Align::Left, ReportWord::Number),
    (Align::Left, ReportWord::DueOn),
    (Align::Right, ReportWord::Outstanding),
    (Align::Right, ReportWord::Payable),
    (Align::Right, ReportWord::Discount),
    (Align::Left, ReportWord::LastDay),
    (Align::Right, ReportWord::Annualised),
    (Align::Left, ReportWord::Why),
];

/// The quotes of every open item, by customer and in the order of the account.
#[derive(Clone, Debug, Serialize)]
pub struct Discounts {
    as_of: AsOf,
    items: Vec<Item>,
}

/// What an item costs when it is paid on the day.
#[derive(Clone, Debug, Serialize)]
struct Item {
    code: String,
    name: String,
    number: String,
    part: u32,
    due_on: Option<Date>,
    currency: Currency,
    open: String,
    /// The offer by its name; empty when the document itself offers it.
    offer: Option<String>,
    step: Option<String>,
    last_on: Option<Date>,
    payable: String,
    discount: String,
    /// Rate × base ÷ gross, four decimals.
    effective_rate: Option<String>,
    days_gained: Option<u32>,
    /// rate ÷ (1 − rate) × 365 ÷ days gained, four decimals.
    annualised: Option<String>,
    /// Why nothing is offered.
    reason: Option<String>,
}

impl Discounts {
    /// The quotes of all customers, or of one, for receipts of that day.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, customer: Option<&Key>, language: Language) -> Self {
        let mut items = Vec::new();
        for account in ledger.accounts() {
            let key = &account.customer.key;
            if customer.is_some_and(|wanted| wanted != key) {
                continue;
            }
            let Some(desk) = Desk::of(ledger, key, as_of) else { continue };
            let quotes = desk.quotes(&[]);
            items.extend(quotes.iter().filter_map(|held| Item::of(&desk, held, as_of, language)));
        }
        Self { as_of, items }
    }

    /// The report as aligned text, a line for each item.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let word = |word| report_word(word, language);
        let mut out = format!("{} {}\n\n", word(ReportWord::Discounts), self.as_of);
        if self.items.is_empty() {
            out.push_str(&format!("{}\n", word(ReportWord::NothingOpen)));
            return out;
        }
        let mut sheet = Sheet::headed(&COLUMNS, language);
        let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
        for item in &self.items {
            sheet.push(vec![
                item.code.clone(),
                item.number.clone(),
                day(item.due_on),
                format!("{} {}", item.currency, item.open),
                item.payable.clone(),
                item.discount.clone(),
                day(item.last_on),
                item.annualised.clone().unwrap_or_else(|| "—".to_owned()),
                item.step.clone().or_else(|| item.reason.clone()).unwrap_or_default(),
            ]);
        }
        sheet.write(&mut out);
        out
    }
}

impl Item {
    fn of(desk: &Desk<'_>, quote: &Quote, as_of: AsOf, language: Language) -> Option<Self> {
        let account = desk.account();
        let part = account.parts.get(quote.part as usize)?;
        let document = account.documents.get(part.document as usize)?;
        let offered = quote.offered.as_ref().ok();
        let gained = offered.and_then(|_| days_gained(part, as_of.number()));
        let rate = offered.and_then(|held| {
            let of_open =
                || Decimal::from(quote.discount.minor()).checked_div(quote.open.minor().into());
            held.reduction.effective_rate().or_else(of_open)
        });
        let annual = rate.zip(gained).and_then(|(rate, gained)| annualised(rate, gained));
        Some(Self {
            code: account.customer.code.clone(),
            name: account.customer.name().to_owned(),
            number: document.number.clone(),
            part: part.index,
            due_on: part.due_on(),
            currency: quote.open.currency(),
            open: quote.open.amount_text(),
            offer: offered.map(|held| held.offer.clone()),
            step: offered.map(|held| say::discount_step(&held.step, language)),
            last_on: offered.map(|held| held.last_on),
            payable: quote.payable.amount_text(),
            discount: quote.discount.amount_text(),
            effective_rate: rate.map(ratio_text),
            days_gained: gained,
            annualised: annual.map(ratio_text),
            reason: quote.offered.as_ref().err().map(|why| say::no_discount(*why, language)),
        })
    }
}
