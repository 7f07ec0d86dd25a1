//! Columns of the aging and the rule that puts an item into one (B1, B5; FIGURES, days and
//! buckets).
//! Never looks at amounts.

use crate::ledger::{Brief, BriefKind, FundColumn, NEVER};
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

    /// The column of the age at that place: not due, or a bucket.
    const fn of_age(place: u8) -> Self {
        match place {
            0 => Self::NotDue,
            _ => Self::Bucket(place - 1),
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
    /// The day before each bucket begins, rising: an item of more days stands in that bucket or a
    /// later one.
    before: Vec<i32>,
}

impl Buckets {
    /// The buckets of that policy. Edges that do not rise and edges beyond
    /// [`BUCKET_COUNT_MAX`] are left out, so that any journal can be read.
    #[must_use]
    pub fn of(policy: &AgingPolicy) -> Self {
        let by_due = policy.basis == AgingBasis::DueOn;
        let zero_in_first = policy.convention == AgingConvention::ZeroInFirst;
        // Overdue from 1 day on, or from 0 by the convention that counts the due day.
        let mut before = vec![if by_due && !zero_in_first { 0 } else { -1 }];
        for &day in policy.upper_days.iter().take(BUCKET_COUNT_MAX - 1) {
            let day = i32::try_from(day).unwrap_or(NEVER);
            let edge = match policy.convention {
                AgingConvention::UpperInclusive | AgingConvention::ZeroInFirst => day,
                AgingConvention::LowerInclusive => day - 1,
            };
            if edge > 0 && before.last().is_none_or(|last| *last < edge) {
                before.push(edge);
            }
        }
        Self { basis: policy.basis, before }
    }

    /// The basis of the ages.
    #[must_use]
    pub const fn basis(&self) -> AgingBasis {
        self.basis
    }

    /// The edges of every bucket, in order.
    #[must_use]
    pub fn edges(&self) -> Vec<Bucket> {
        let from = self.before.iter().map(|before| before.saturating_add(1).unsigned_abs());
        let to = self.before.iter().skip(1).map(|to| Some(to.unsigned_abs())).chain([None]);
        from.zip(to).map(|(from, to)| Bucket { from, to }).collect()
    }

    /// The columns in which an item can stand, in the order of the report.
    pub fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        let buckets = (0..u8::try_from(self.before.len()).unwrap_or(u8::MAX)).map(Column::Bucket);
        let not_due = (self.basis == AgingBasis::DueOn).then_some(Column::NotDue);
        not_due.into_iter().chain(buckets).chain([
            Column::NoDueDate,
            Column::Retention,
            Column::Unapplied,
            Column::Prepayment,
            Column::StandingCredit,
        ])
    }

    /// The column of what is open at the close of a day.
    #[must_use]
    pub fn column(&self, brief: &Brief, day: i32) -> Column {
        match brief.kind {
            BriefKind::Fund(FundColumn::Unapplied) => return Column::Unapplied,
            BriefKind::Fund(FundColumn::Prepayment) => return Column::Prepayment,
            BriefKind::Fund(FundColumn::StandingCredit) => return Column::StandingCredit,
            BriefKind::Retention if brief.due_day > day => return Column::Retention,
            BriefKind::Retention | BriefKind::Part => {}
        }
        let since = match self.basis {
            AgingBasis::DueOn if brief.due_day == NEVER => return Column::NoDueDate,
            AgingBasis::DueOn => brief.due_day,
            AgingBasis::IssuedOn => brief.from_day,
        };
        let days = day - since;
        // Counted without a branch: ages come in no order, and a processor guesses badly.
        Column::of_age(self.before.iter().map(|before| u8::from(*before < days)).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn part(due_day: i32, kind: BriefKind) -> Brief {
        Brief { left_minor: 1, from_day: 1_000, last_day: 1_000, due_day, index: 0, kind }
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
        let text = match buckets.column(&part(1_030 - overdue, BriefKind::Part), 1_030) {
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
        assert_eq!(buckets.column(&part(NEVER, BriefKind::Part), 1_030), Column::NoDueDate);
        assert_eq!(buckets.column(&part(1_031, BriefKind::Retention), 1_030), Column::Retention);
        assert_eq!(buckets.column(&part(1_029, BriefKind::Retention), 1_030), Column::Bucket(0));
    }
}
