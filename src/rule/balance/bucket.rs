//! Columns of the aging and the rule that puts an item into one (B1, B5; FIGURES, days and
//! buckets).
//! Never looks at amounts.

use crate::ledger::{NEVER, Part};
use crate::record::{AgingBasis, AgingConvention, AgingPolicy};

/// Most buckets that an aging can have.
pub const BUCKET_COUNT_MAX: usize = 12;

/// A column of the aging; in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Not yet due; the due day itself belongs here.
    NotDue,
    /// Overdue (or old) by this many buckets, from 0.
    Bucket(u8),
    /// Without a due date.
    NoDueDate,
    /// Retention before its day.
    Retention,
    /// Unapplied cash, negative.
    Unapplied,
    /// Prepayments, negative.
    Prepayment,
    /// Credit notes that stand alone, negative.
    StandingCredit,
}

impl Column {
    /// Its place in a row of figures.
    #[must_use]
    pub const fn place(self) -> usize {
        match self {
            Self::NotDue => 0,
            Self::Bucket(index) => 1 + index as usize,
            Self::NoDueDate => BUCKET_COUNT_MAX + 1,
            Self::Retention => BUCKET_COUNT_MAX + 2,
            Self::Unapplied => BUCKET_COUNT_MAX + 3,
            Self::Prepayment => BUCKET_COUNT_MAX + 4,
            Self::StandingCredit => BUCKET_COUNT_MAX + 5,
        }
    }
}

/// How many columns there can be.
pub const COLUMN_COUNT: usize = BUCKET_COUNT_MAX + 6;

/// One bucket with its edges in days, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// First day.
    pub from: u32,
    /// Last day; the open bucket has none.
    pub to: Option<u32>,
}

/// The buckets of a policy, ready to be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Buckets {
    basis: AgingBasis,
    /// Days from which an item is overdue: 1, or 0 by the convention that counts the due day.
    first_day: i32,
    /// Last day of each bucket but the open one, inclusive.
    upper: Vec<i32>,
}

impl Buckets {
    /// The buckets of that policy. Edges that do not rise and edges beyond
    /// [`BUCKET_COUNT_MAX`] are left out, so that any journal can be read.
    #[must_use]
    pub fn of(policy: &AgingPolicy) -> Self {
        let mut upper: Vec<i32> = Vec::new();
        for &day in policy.upper_days.iter().take(BUCKET_COUNT_MAX - 1) {
            let day = i32::try_from(day).unwrap_or(NEVER);
            let edge = match policy.convention {
                AgingConvention::UpperInclusive | AgingConvention::ZeroInFirst => day,
                AgingConvention::LowerInclusive => day - 1,
            };
            if upper.last().is_none_or(|last| *last < edge) && edge > 0 {
                upper.push(edge);
            }
        }
        let by_due = policy.basis == AgingBasis::DueOn;
        let zero_in_first = policy.convention == AgingConvention::ZeroInFirst;
        let first_day = i32::from(by_due && !zero_in_first);
        Self { basis: policy.basis, first_day, upper }
    }

    /// The basis of the ages.
    #[must_use]
    pub const fn basis(&self) -> AgingBasis {
        self.basis
    }

    /// The edges of every bucket, in order.
    #[must_use]
    pub fn edges(&self) -> Vec<Bucket> {
        let mut from = self.first_day;
        let mut edges = Vec::with_capacity(self.upper.len() + 1);
        for &to in &self.upper {
            edges.push(Bucket { from: from.unsigned_abs(), to: Some(to.unsigned_abs()) });
            from = to + 1;
        }
        edges.push(Bucket { from: from.unsigned_abs(), to: None });
        edges
    }

    /// The columns in which an item can stand, in the order of the report.
    pub fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        let buckets = (0..=u8::try_from(self.upper.len()).unwrap_or(u8::MAX)).map(Column::Bucket);
        let not_due = (self.basis == AgingBasis::DueOn).then_some(Column::NotDue);
        not_due.into_iter().chain(buckets).chain([
            Column::NoDueDate,
            Column::Retention,
            Column::Unapplied,
            Column::Prepayment,
            Column::StandingCredit,
        ])
    }

    /// The column of an open part at the close of a day.
    #[must_use]
    pub fn column(&self, part: &Part, day: i32) -> Column {
        if part.retention && part.due_day > day {
            return Column::Retention;
        }
        let since = match self.basis {
            AgingBasis::DueOn if part.due_day == NEVER => return Column::NoDueDate,
            AgingBasis::DueOn => part.due_day,
            AgingBasis::IssuedOn => part.issued_day,
        };
        let days = day - since;
        if days < self.first_day {
            return Column::NotDue;
        }
        let index = self.upper.iter().take_while(|upper| **upper < days).count();
        Column::Bucket(u8::try_from(index).unwrap_or(u8::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Balance, Span};
    use crate::money::Currency;
    use rstest::rstest;

    fn part(due_day: i32, retention: bool) -> Part {
        Part {
            document: 0,
            index: 0,
            issued_day: 1_000,
            due_day,
            retention,
            balance: Balance {
                from_day: 1_000,
                amount_minor: 1,
                currency: Currency::CNY,
                used_minor: 0,
                last_day: 1_000,
                effects: Span::default(),
            },
        }
    }

    /// Day 1,030 by due date 1,030 − days overdue; by invoice date the part is 30 days old.
    #[rstest]
    #[case("due upper", 0, "not due")]
    #[case("due upper", 1, "1-30")]
    #[case("due upper", 30, "1-30")]
    #[case("due upper", 31, "31-60")]
    #[case("due upper", 180, "91-180")]
    #[case("due upper", 181, "181-")]
    #[case("due zero", 0, "0-30")]
    #[case("due zero", -1, "not due")]
    #[case("due lower", 29, "1-29")]
    #[case("due lower", 30, "30-59")]
    #[case("due lower", 180, "180-")]
    #[case("issued upper", 99, "0-30")]
    fn an_item_stands_in_the_bucket_of_its_age(
        #[case] rule: &str,
        #[case] overdue: i32,
        #[case] expected: &str,
    ) {
        let (basis, convention) = rule.split_once(' ').unwrap();
        let buckets = Buckets::of(&AgingPolicy {
            basis: if basis == "due" { AgingBasis::DueOn } else { AgingBasis::IssuedOn },
            upper_days: vec![30, 60, 90, 180],
            convention: match convention {
                "zero" => AgingConvention::ZeroInFirst,
                "lower" => AgingConvention::LowerInclusive,
                _ => AgingConvention::UpperInclusive,
            },
        });
        let text = match buckets.column(&part(1_030 - overdue, false), 1_030) {
            Column::Bucket(index) => {
                let bucket = buckets.edges()[usize::from(index)];
                format!("{}-{}", bucket.from, bucket.to.map_or(String::new(), |to| to.to_string()))
            }
            Column::NotDue => "not due".to_owned(),
            other => format!("{other:?}"),
        };
        assert_eq!(text, expected);
    }

    #[test]
    fn no_due_date_and_retention_have_their_own_columns() {
        let buckets = Buckets::of(&crate::policy::Policy::default().aging);
        assert_eq!(buckets.column(&part(NEVER, false), 1_030), Column::NoDueDate);
        assert_eq!(buckets.column(&part(1_031, true), 1_030), Column::Retention);
        assert_eq!(buckets.column(&part(1_029, true), 1_030), Column::Bucket(0));
    }
}
