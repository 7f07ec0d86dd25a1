//! Key figures of a window as a file, each with what it is computed from (DESIGN 8, H2).
//! Never writes a number for a zero denominator: there is none.

use serde::Serialize;

use super::sheet::{Align, Sheet};
use crate::calendar::{AsOf, Date};
use crate::ledger::Ledger;
use crate::money::{Currency, Decimal, amount_text, ratio_text};
use crate::rule::kpi::{Kpi, Window, kpi};
use crate::say::{KpiName, Language, ReportWord, kpi_formula, kpi_name, report_word};
use crate::view::amount::figure;

/// The key figures of every currency.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFigures {
    as_of: AsOf,
    window: Days,
    currencies: Vec<Section>,
}

/// The window, both ends in.
#[derive(Clone, Copy, Debug, Serialize)]
struct Days {
    days: i32,
    from: Date,
    to: Date,
}

/// The key figures in one currency: days, percents and amounts as decimal texts; `null` where a
/// denominator is zero.
#[derive(Clone, Debug, Serialize)]
struct Section {
    currency: Currency,
    dso: Option<String>,
    best_possible_dso: Option<String>,
    average_days_delinquent: Option<String>,
    cei: Option<String>,
    collected: String,
    collection_rate: Option<String>,
    days_late_signed: Option<String>,
    days_late_floored: Option<String>,
    days_late_weighted: Option<String>,
    days_late_weighted_floored: Option<String>,
    sales: String,
    receivables_before: String,
    receivables: String,
    not_due: String,
    collectable: String,
    collected_on_due: String,
    settled_items: i64,
    written_off: String,
    #[serde(skip)]
    kpi: Kpi,
}

impl KeyFigures {
    /// The key figures of the `days` days that end with `as_of`.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, days: u32) -> Self {
        let window = Window::ending(as_of, days);
        let currencies = kpi(ledger, window).into_iter().map(Section::of).collect();
        let window = Days { days: window.days(), from: window.from, to: window.to };
        Self { as_of, window, currencies }
    }

    /// The report as aligned text, a figure a line with its formula.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let word = |word| report_word(word, language);
        let Days { from, to, .. } = self.window;
        let mut out = format!("{} {from} – {to}\n", word(ReportWord::KeyFigures));
        if self.currencies.is_empty() {
            out.push_str(&format!("\n{}\n", word(ReportWord::NothingOpen)));
        }
        for section in &self.currencies {
            let currency = section.currency.to_string();
            let mut sheet = Sheet::new(vec![
                (Align::Left, currency),
                (Align::Right, word(ReportWord::Figure).to_owned()),
                (Align::Left, word(ReportWord::Formula).to_owned()),
            ]);
            for name in KpiName::ALL {
                sheet.push(vec![
                    kpi_name(name, language).to_owned(),
                    section.shown(name),
                    kpi_formula(name, language).to_owned(),
                ]);
            }
            out.push('\n');
            sheet.write(&mut out);
        }
        out
    }
}

impl Section {
    fn of(kpi: Kpi) -> Self {
        let Kpi { currency, inputs, .. } = kpi;
        let amount = |amount_minor| amount_text(amount_minor, currency);
        Self {
            currency,
            dso: kpi.dso().map(ratio_text),
            best_possible_dso: kpi.best_possible_dso().map(ratio_text),
            average_days_delinquent: kpi.average_days_delinquent().map(ratio_text),
            cei: kpi.cei().map(ratio_text),
            collected: amount(inputs.collected),
            collection_rate: kpi.collection_rate().map(ratio_text),
            days_late_signed: kpi.days_late_signed().map(ratio_text),
            days_late_floored: kpi.days_late_floored().map(ratio_text),
            days_late_weighted: kpi.days_late_weighted().map(ratio_text),
            days_late_weighted_floored: kpi.days_late_weighted_floored().map(ratio_text),
            sales: amount(inputs.sales),
            receivables_before: amount(inputs.receivables_before),
            receivables: amount(inputs.receivables),
            not_due: amount(inputs.not_due),
            collectable: amount(inputs.collectable),
            collected_on_due: amount(inputs.collected_on_due),
            settled_items: inputs.settled_items,
            written_off: amount(inputs.written_off),
            kpi,
        }
    }

    /// A figure as people read it; a dash where there is none.
    fn shown(&self, name: KpiName) -> String {
        let Kpi { currency, inputs, .. } = self.kpi;
        let amount = |amount_minor| figure(amount_minor, currency);
        match name {
            KpiName::Dso => ratio_or_dash(self.kpi.dso()),
            KpiName::BestPossibleDso => ratio_or_dash(self.kpi.best_possible_dso()),
            KpiName::AverageDaysDelinquent => ratio_or_dash(self.kpi.average_days_delinquent()),
            KpiName::Cei => ratio_or_dash(self.kpi.cei()),
            KpiName::Collected => amount(inputs.collected),
            KpiName::CollectionRate => ratio_or_dash(self.kpi.collection_rate()),
            KpiName::DaysLateSigned => ratio_or_dash(self.kpi.days_late_signed()),
            KpiName::DaysLateFloored => ratio_or_dash(self.kpi.days_late_floored()),
            KpiName::DaysLateWeighted => ratio_or_dash(self.kpi.days_late_weighted()),
            KpiName::DaysLateWeightedFloored => {
                ratio_or_dash(self.kpi.days_late_weighted_floored())
            }
            KpiName::Sales => amount(inputs.sales),
            KpiName::ReceivablesBefore => amount(inputs.receivables_before),
            KpiName::Receivables => amount(inputs.receivables),
            KpiName::NotDue => amount(inputs.not_due),
            KpiName::Collectable => amount(inputs.collectable),
            KpiName::CollectedOnDue => amount(inputs.collected_on_due),
            KpiName::SettledItems => inputs.settled_items.to_string(),
            KpiName::WrittenOff => amount(inputs.written_off),
        }
    }
}

fn ratio_or_dash(ratio: Option<Decimal>) -> String {
    ratio.map_or_else(|| "—".to_owned(), |ratio| ratio_text(ratio).replace('-', "\u{2212}"))
}
