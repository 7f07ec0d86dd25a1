//! What the cells of a table tell together: day and month, decimal marks, codes as floats (A7).
//! Never changes a cell: it decides once how all of them are read.

use std::collections::BTreeMap;

use super::grid::Row;
use super::plan::Plan;
use super::value::amount::Marks;
use super::value::date::{self, DateReading, Spelling};
use super::value::text::IdColumn;
use crate::workbook::question::{Answers, DayOrder};

/// What has been learnt of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Survey {
    /// Dates that can only be read day first, and only month first.
    order: [u32; 2],
    /// The same of dates with three short numbers, if their year stands last.
    short_order: [u32; 2],
    short_first: Distinct,
    short_last: Distinct,
    /// A date that can be read both ways.
    pub(super) ambiguous: Option<Example>,
    /// Cells that may count days, and filled cells, by column.
    serials: BTreeMap<usize, [u32; 2]>,
    /// Which decimal mark the amounts use.
    pub(super) marks: Marks,
    /// Codes, by column.
    pub(super) ids: BTreeMap<usize, IdColumn>,
}

/// A cell that shows what a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Example {
    pub(super) line: u32,
    pub(super) column: usize,
    pub(super) cell: String,
}

/// Which numbers below 100 occurred.
#[derive(Clone, Copy, Debug, Default)]
struct Distinct(u128);

impl Distinct {
    fn add(&mut self, number: u32) {
        self.0 |= 1_u128.checked_shl(number).unwrap_or(0);
    }

    fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// True when a number occurred that is no day of a month.
    fn has_other_than_days(self) -> bool {
        self.0 & !(((1_u128 << 31) - 1) << 1) != 0
    }
}

impl Survey {
    /// Learns from one more row.
    pub(super) fn learn(&mut self, row: Row<'_>, plan: &Plan) {
        for (field, column) in &plan.columns {
            let cell = row.cell(*column);
            if cell.is_empty() {
                continue;
            }
            if field.is_date() {
                self.learn_date(row, *column, cell);
            } else if field.is_amount() {
                self.marks.learn(cell, row.nature(*column));
            } else if field.is_id() {
                self.ids.entry(*column).or_default().learn(cell);
            }
        }
    }

    fn learn_date(&mut self, row: Row<'_>, column: usize, cell: &str) {
        let spelling = date::spelling(cell);
        let [serials, filled] = self.serials.entry(column).or_default();
        *filled += u32::from(spelling != Spelling::Blank);
        let ([first, second], year, order) = match spelling {
            Spelling::Serial(_) => {
                *serials += 1;
                return;
            }
            Spelling::Pair { numbers, year } => (numbers, year, &mut self.order),
            Spelling::Short([a, b, c]) => {
                self.short_first.add(a);
                self.short_last.add(c);
                ([a, b], date::full_year(c), &mut self.short_order)
            }
            Spelling::Blank | Spelling::Plain(_) | Spelling::Destroyed | Spelling::Not => return,
        };
        let [day_first, month_first] = order;
        match date::orders([first, second], year) {
            (true, false) => *day_first += 1,
            (false, true) => *month_first += 1,
            (true, true) if first != second && self.ambiguous.is_none() => {
                let cell = cell.to_owned();
                self.ambiguous = Some(Example { line: row.line(), column, cell });
            }
            (true | false, _) => {}
        }
    }

    /// How dates are read: as answered, else as the file's own dates show. A handful of slips
    /// among very many dates does not count; two orders side by side leave it open.
    pub(super) fn dates(&self, answers: Answers) -> DateReading {
        let short_year_first = self.short_first.has_other_than_days()
            || !self.short_last.has_other_than_days()
                && self.short_first.count() < self.short_last.count();
        let [mut day_first, mut month_first] = self.order;
        if !short_year_first {
            let [short_day_first, short_month_first] = self.short_order;
            day_first += short_day_first;
            month_first += short_month_first;
        }
        let order = if day_first > month_first.saturating_mul(SLIPS) {
            Some(DayOrder::DayFirst)
        } else if month_first > day_first.saturating_mul(SLIPS) {
            Some(DayOrder::MonthFirst)
        } else {
            None
        };
        let order = answers.day_order.or(order);
        let mixed = order.is_none() && day_first > 0;
        DateReading { order, mixed, short_year_first }
    }

    /// True when most of a column's cells are bare numbers that can count days.
    pub(super) fn has_serials(&self, column: usize) -> bool {
        self.serials.get(&column).is_some_and(|[serials, filled]| serials * 2 > *filled)
    }
}

/// One order decides when it is so many times as frequent as the other.
const SLIPS: u32 = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::table::{Options, csv};
    use crate::money::Currency;
    use rstest::rstest;

    fn survey(dates: &[&str]) -> Survey {
        let text = format!("invoice_no,invoice_date,amount\n1,{},5\n", dates.join(",5\n1,"));
        let grid = csv::read(&text).unwrap();
        let day = crate::calendar::Date::new(2024, 1, 1).unwrap();
        let plan = Plan::of(&grid, &Options::new("x", day, Currency::CNY)).unwrap();
        let mut survey = Survey::default();
        grid.rows_from(1).for_each(|row| survey.learn(row, &plan));
        survey
    }

    #[rstest]
    #[case::day(&["1/2/2013", "13/2/2013"], Some(DayOrder::DayFirst), false)]
    #[case::month(&["1/2/2013", "2/13/2013"], Some(DayOrder::MonthFirst), false)]
    #[case::nothing_tells(&["1/2/2013", "2/1/2013"], None, false)]
    #[case::both(&["13/2/2013", "2/13/2013"], None, true)]
    #[case::no_date_at_all(&["13/13/2013", "2/1/2013"], None, false)]
    #[case::short(&["13/2/13", "2/1/13"], Some(DayOrder::DayFirst), false)]
    fn the_dates_of_a_file_show_their_order(
        #[case] dates: &[&str],
        #[case] order: Option<DayOrder>,
        #[case] mixed: bool,
    ) {
        let reading = survey(dates).dates(Answers::default());
        assert_eq!((reading.order, reading.mixed), (order, mixed));
    }

    #[test]
    fn a_slip_among_many_does_not_count() {
        let mut dates = vec!["2/13/2013"; 40];
        dates.push("13/2/2013");
        let reading = survey(&dates).dates(Answers::default());
        assert_eq!(reading.order, Some(DayOrder::MonthFirst));
    }

    #[test]
    fn an_answer_goes_before_the_evidence() {
        let answers = Answers { day_order: Some(DayOrder::DayFirst), ..Answers::default() };
        assert_eq!(survey(&["2/13/2013"]).dates(answers).order, Some(DayOrder::DayFirst));
    }

    #[rstest]
    #[case(&["20-02-27", "20-02-28"], true)]
    #[case(&["99/12/31"], true)]
    #[case(&["1/15/13", "2/15/13"], false)]
    #[case(&["01/02/45"], false)]
    fn short_years_stand_first_or_last(#[case] dates: &[&str], #[case] first: bool) {
        assert_eq!(survey(dates).dates(Answers::default()).short_year_first, first);
    }

    #[rstest]
    #[case(&["43888", "43903.0"], true)]
    #[case(&["43888", "2020-02-27"], false)]
    fn a_column_counts_days_when_most_of_it_does(#[case] dates: &[&str], #[case] serials: bool) {
        assert_eq!(survey(dates).has_serials(1), serials);
    }
}
