//! Columns of the aging and the rule that puts an item into one (B1, B5; FIGURES, days and
//! buckets).
//! Never looks at amounts.

use crate::ledger::{Brief, BriefKind, NEVER};
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

/// Places in a row of figures; the buckets stand between the first and the second.
const NOT_DUE: usize = 0;
const NO_DUE_DATE: usize = BUCKET_COUNT_MAX + 1;
const RETENTION: usize = BUCKET_COUNT_MAX + 2;
const UNAPPLIED: usize = BUCKET_COUNT_MAX + 3;
const PREPAYMENT: usize = BUCKET_COUNT_MAX + 4;
const STANDING_CREDIT: usize = BUCKET_COUNT_MAX + 5;

impl Column {
    /// Its place in a row of figures.
    #[must_use]
    pub const fn place(self) -> usize {
        match self {
            Self::NotDue => NOT_DUE,
            Self::Bucket(index) => NOT_DUE + 1 + index as usize,
            Self::NoDueDate => NO_DUE_DATE,
            Self::Retention => RETENTION,
            Self::Unapplied => UNAPPLIED,
            Self::Prepayment => PREPAYMENT,
            Self::StandingCredit => STANDING_CREDIT,
        }
    }

    /// True for columns of what the customer owes, false for money of the customer's.
    #[must_use]
    pub const fn is_claim(self) -> bool {
        match self {
            Self::NotDue | Self::Bucket(_) | Self::NoDueDate | Self::Retention => true,
            Self::Unapplied | Self::Prepayment | Self::StandingCredit => false,
        }
    }

    /// The column at a place in a row of figures.
    pub(super) fn at(place: usize) -> Self {
        match place {
            NOT_DUE => Self::NotDue,
            NO_DUE_DATE => Self::NoDueDate,
            RETENTION => Self::Retention,
            UNAPPLIED => Self::Unapplied,
            PREPAYMENT => Self::Prepayment,
            STANDING_CREDIT.. => Self::StandingCredit,
            bucket => Self::Bucket(u8::try_from(bucket - 1).unwrap_or(u8::MAX)),
        }
    }
}

/// How many columns there can be.
pub const COLUMN_COUNT: usize = STANDING_CREDIT + 1;

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
    /// The last day of those that stand in no bucket.
    first: i32,
    /// Last day of each bucket but the open one, inclusive.
    upper: Vec<i32>,
    /// The place of every age from `first` until the open bucket: comparing each of 100,000 items
    /// with every edge takes twice as long as looking it up.
    places: Vec<u8>,
}

/// No two days of the calendar are further apart.
const AGE_MAX: i32 = 1_100 * 366;

impl Buckets {
    /// The buckets of that policy. Edges that do not rise and edges beyond
    /// [`BUCKET_COUNT_MAX`] are left out, so that any journal can be read.
    #[must_use]
    pub fn of(policy: &AgingPolicy) -> Self {
        let by_due = policy.basis == AgingBasis::DueOn;
        let zero_in_first = policy.convention == AgingConvention::ZeroInFirst;
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
        // Overdue from 1 day on, or from 0 by the convention that counts the due day.
        let first = if by_due && !zero_in_first { 0 } else { -1 };
        let until = upper.last().map_or(first, |last| AGE_MAX.min(*last)) + 1;
        let place = |days| match u8::try_from(upper.partition_point(|upper| *upper < days)) {
            Ok(bucket) if days > first => bucket + 1,
            _ => 0,
        };
        let places = (first..=until).map(place).collect();
        Self { basis: policy.basis, first, upper, places }
    }

    /// The basis of the ages.
    #[must_use]
    pub const fn basis(&self) -> AgingBasis {
        self.basis
    }

    /// The edges of every bucket, in order.
    #[must_use]
    pub fn edges(&self) -> Vec<Bucket> {
        let starts = [self.first].into_iter().chain(self.upper.iter().copied());
        let from = starts.map(|before| before.saturating_add(1).unsigned_abs());
        let to = self.upper.iter().map(|to| Some(to.unsigned_abs())).chain([None]);
        from.zip(to).map(|(from, to)| Bucket { from, to }).collect()
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

    /// The column of what is open at the close of a day.
    #[must_use]
    pub fn column(&self, brief: &Brief, day: i32) -> Column {
        Column::at(self.place(brief, day))
    }

    /// The place of its column in a row of figures.
    pub(super) fn place(&self, brief: &Brief, day: i32) -> usize {
        match brief.kind {
            BriefKind::Unapplied => return UNAPPLIED,
            BriefKind::Prepayment => return PREPAYMENT,
            BriefKind::StandingCredit => return STANDING_CREDIT,
            BriefKind::Retention if brief.due_day > day => return RETENTION,
            BriefKind::Retention | BriefKind::Part => {}
        }
        let since = match self.basis {
            AgingBasis::DueOn if brief.due_day == NEVER => return NO_DUE_DATE,
            AgingBasis::DueOn => brief.due_day,
            AgingBasis::IssuedOn => brief.from_day,
        };
        let days = (day - since - self.first).max(0).unsigned_abs() as usize;
        self.places.get(days.min(self.places.len() - 1)).map_or(NOT_DUE, |place| *place as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use rstest::rstest;

    fn part(due_day: i32, kind: BriefKind) -> Brief {
        let (index, currency) = (0, Currency::CNY);
        Brief { left_minor: 1, from_day: 1_000, last_day: 1_000, due_day, index, currency, kind }
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
    fn every_column_has_a_place_of_its_own() {
        let policy = AgingPolicy {
            upper_days: (1..BUCKET_COUNT_MAX as u32).collect(),
            ..crate::policy::Policy::default().aging
        };
        let columns: Vec<Column> = Buckets::of(&policy).columns().collect();
        let places: Vec<usize> = columns.iter().map(|column| column.place()).collect();
        assert_eq!(places, (0..COLUMN_COUNT).collect::<Vec<_>>());
        let back: Vec<Column> = places.into_iter().map(Column::at).collect();
        assert_eq!(back, columns);
    }

    #[test]
    fn no_due_date_and_retention_have_their_own_columns() {
        let buckets = Buckets::of(&crate::policy::Policy::default().aging);
        assert_eq!(buckets.column(&part(NEVER, BriefKind::Part), 1_030), Column::NoDueDate);
        assert_eq!(buckets.column(&part(1_031, BriefKind::Retention), 1_030), Column::Retention);
        assert_eq!(buckets.column(&part(1_029, BriefKind::Retention), 1_030), Column::Bucket(0));
    }
}
