//! What a person is asked once per layout while a table is read (A7).
//! Never guesses in silence: each question names the default that holds until it is answered.

use std::collections::BTreeMap;

use crate::money::Currency;
use crate::record::MissingItem;

/// A decision that a table leaves open.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Question {
    /// No date of the file shows whether day or month comes first. Default: month first.
    DayOrder {
        /// Heading of a column that can be read both ways.
        column: String,
        /// A date in it.
        example: String,
    },
    /// Rows repeat a number with different content. Default: all rows of that number are refused.
    RepeatedNumbers {
        /// A repeated number.
        number: String,
        /// The row where it stands first, as the spreadsheet counts.
        row: u32,
        /// The row where it stands again.
        again: u32,
        /// How many numbers are repeated so.
        count: u32,
    },
    /// What it means that an item known from before is missing in a table of this layout.
    /// Default: nothing.
    MissingItems,
    /// No column and no sign says which currency. Default: the one given, the base currency.
    Currency {
        /// The currency in force.
        assumed: Currency,
    },
}

/// Which comes first where a date is written with two small numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum DayOrder {
    /// 31/12/2013.
    DayFirst,
    /// 12/31/2013.
    MonthFirst,
}

/// What rows mean that repeat a number with different content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum RepeatedNumbers {
    /// A mistake: none of them is taken.
    Refuse,
    /// Lines of one document: their amounts add up.
    SumLines,
}

/// The answers that somebody gave for a layout; `None` where nobody did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Answers {
    /// Whether day or month comes first; when `None`, the file's own evidence decides.
    pub day_order: Option<DayOrder>,
    /// What repeated numbers mean.
    pub repeated: Option<RepeatedNumbers>,
    /// What a missing item means.
    pub missing: Option<MissingItem>,
    /// The currency of rows that name none.
    pub currency: Option<Currency>,
}

impl Answers {
    /// These answers, and for questions without one the other's.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            day_order: self.day_order.or(other.day_order),
            repeated: self.repeated.or(other.repeated),
            missing: self.missing.or(other.missing),
            currency: self.currency.or(other.currency),
        }
    }

    /// The answers as a layout remembers them: question and answer as texts.
    #[must_use]
    pub fn texts(&self) -> BTreeMap<String, String> {
        let day_order = self.day_order.map(|order| match order {
            DayOrder::DayFirst => "day_first",
            DayOrder::MonthFirst => "month_first",
        });
        let repeated = self.repeated.map(|repeated| match repeated {
            RepeatedNumbers::Refuse => "refuse",
            RepeatedNumbers::SumLines => "sum_lines",
        });
        let missing = self.missing.map(|missing| match missing {
            MissingItem::Nothing => "nothing",
            MissingItem::Settled => "settled",
        });
        let currency = self.currency.as_ref().map(Currency::code);
        [(DAY_ORDER, day_order), (REPEATED, repeated), (MISSING, missing), (CURRENCY, currency)]
            .into_iter()
            .filter_map(|(question, answer)| Some((question.to_owned(), answer?.to_owned())))
            .collect()
    }

    /// The answers that a layout remembered; a text that this version does not know answers
    /// nothing, so that its question is asked again.
    #[must_use]
    pub fn of(texts: &BTreeMap<String, String>) -> Self {
        let answer = |question: &str| texts.get(question).map(String::as_str);
        Self {
            day_order: match answer(DAY_ORDER) {
                Some("day_first") => Some(DayOrder::DayFirst),
                Some("month_first") => Some(DayOrder::MonthFirst),
                _ => None,
            },
            repeated: match answer(REPEATED) {
                Some("refuse") => Some(RepeatedNumbers::Refuse),
                Some("sum_lines") => Some(RepeatedNumbers::SumLines),
                _ => None,
            },
            missing: match answer(MISSING) {
                Some("nothing") => Some(MissingItem::Nothing),
                Some("settled") => Some(MissingItem::Settled),
                _ => None,
            },
            currency: answer(CURRENCY).and_then(Currency::parse),
        }
    }
}

const DAY_ORDER: &str = "day_order";
const REPEATED: &str = "repeated_numbers";
const MISSING: &str = "missing_items";
const CURRENCY: &str = "currency";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_remembers_every_answer() {
        let days = [None, Some(DayOrder::DayFirst), Some(DayOrder::MonthFirst)];
        let repeats = [None, Some(RepeatedNumbers::Refuse), Some(RepeatedNumbers::SumLines)];
        let missings = [None, Some(MissingItem::Nothing), Some(MissingItem::Settled)];
        for day_order in days {
            for repeated in repeats {
                for missing in missings {
                    for currency in [None, Currency::parse("USD")] {
                        let answers = Answers { day_order, repeated, missing, currency };
                        assert_eq!(Answers::of(&answers.texts()), answers);
                    }
                }
            }
        }
    }

    #[test]
    fn an_unknown_answer_is_asked_again() {
        let texts = [(DAY_ORDER.to_owned(), "week_first".to_owned())].into();
        assert_eq!(Answers::of(&texts), Answers::default());
    }
}
