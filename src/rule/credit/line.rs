//! The lines of an explanation: what went into a score, a class, a tier, an exposure, and how.
//! Never a sentence: `say` words them.

use crate::calendar::Date;
use crate::money::{Currency, Decimal, Money};
use crate::record::{CreditClass, Tier};

/// The five parts of a score (FIGURES, score and class).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScorePart {
    /// Share of amount paid by the due day.
    PaidOnTime,
    /// Days late, weighted by amount.
    DaysLate,
    /// Worst days overdue now.
    WorstOverdue,
    /// Share of promises kept.
    PromisesKept,
    /// Use of the credit limit.
    LimitUsed,
}

impl ScorePart {
    /// All of them, in the order of the definition.
    pub const ALL: [Self; 5] =
        [Self::PaidOnTime, Self::DaysLate, Self::WorstOverdue, Self::PromisesKept, Self::LimitUsed];
}

/// What earns points for a tier (FIGURES, tier).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Large, long or risk: 3.
    High,
    /// Medium or regular: 2.
    Medium,
    /// Small, short or quality: 1.
    Low,
}

impl Grade {
    /// Its points.
    #[must_use]
    pub const fn points(self) -> u32 {
        match self {
            Self::High => 3,
            Self::Medium => 2,
            Self::Low => 1,
        }
    }
}

/// One step of the arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// Of a score.
    Score(ScoreLine),
    /// Of a class.
    Class(ClassLine),
    /// Of a tier.
    Tier(TierLine),
    /// An amount in another currency was converted.
    Converted {
        /// What it was.
        amount: Money,
        /// Units for one unit.
        rate: Decimal,
        /// Into which currency.
        into: Currency,
    },
    /// No rate is known: amounts in this currency are left out.
    NotConverted {
        /// The currency.
        currency: Currency,
    },
    /// What is owed, against the limit if there is one.
    Exposure {
        /// Open parts.
        outstanding: Money,
        /// The limit.
        limit: Option<Money>,
    },
}

/// One step of a score.
#[derive(Clone, Debug, PartialEq)]
pub enum ScoreLine {
    /// The parts considered: fallen due after the first and by the second day, and all overdue.
    Window {
        /// The day before the window.
        after: Date,
        /// Its last day.
        to: Date,
    },
    /// A portion of a part that counts.
    Portion {
        /// Number of the document; empty when it has none.
        number: String,
        /// Due date.
        due_on: Option<Date>,
        /// The day of its payment; none when it is open.
        paid_on: Option<Date>,
        /// How much.
        amount: Money,
        /// Days after the due day, 0 when earlier.
        late_days: i32,
    },
    /// How many parts were considered.
    Considered {
        /// How many.
        parts: u32,
    },
    /// P1: paid by the due day ÷ all portions.
    PaidOnTime {
        /// Paid by the due day.
        paid: Money,
        /// All portions.
        of: Money,
        /// 0–100, unrounded.
        points: Decimal,
        /// Weight.
        weight: u32,
    },
    /// P2: days late, weighted by amount.
    DaysLate {
        /// The mean, unrounded.
        days: Decimal,
        /// Where it comes to 0.
        zero_at: u32,
        /// 0–100, unrounded.
        points: Decimal,
        /// Weight.
        weight: u32,
    },
    /// P3: worst days overdue now.
    WorstOverdue {
        /// Days.
        days: i32,
        /// Where it comes to 0.
        zero_at: u32,
        /// 0–100, unrounded.
        points: Decimal,
        /// Weight.
        weight: u32,
    },
    /// P4: promises kept ÷ decided.
    PromisesKept {
        /// Kept.
        kept: u32,
        /// Decided in the window.
        decided: u32,
        /// 0–100, unrounded.
        points: Decimal,
        /// Weight.
        weight: u32,
    },
    /// P5: exposure ÷ limit.
    LimitUsed {
        /// In percent, unrounded.
        percent: Decimal,
        /// 0–100, unrounded.
        points: Decimal,
        /// Weight.
        weight: u32,
    },
    /// A part of the score does not apply: its weight drops out.
    DropsOut {
        /// Which.
        part: ScorePart,
    },
    /// The weighted mean.
    Score {
        /// Sum of points × weights, unrounded.
        sum: Decimal,
        /// Sum of weights.
        weights: u32,
        /// The score, one decimal.
        score: Decimal,
    },
    /// Nothing was considered: there is no score.
    NoScore,
}

/// One step of a class.
#[derive(Clone, Debug, PartialEq)]
pub enum ClassLine {
    /// The class by the score.
    ByScore {
        /// The score.
        score: Decimal,
        /// Quality from here on.
        quality_from: u32,
        /// Risk below.
        risk_below: u32,
        /// The class.
        class: CreditClass,
    },
    /// Regular, since too few parts were considered.
    TooLittleHistory {
        /// How many.
        parts: u32,
        /// How many it takes.
        parts_min: u32,
    },
    /// Risk, since too much is overdue for too long.
    OldDebt {
        /// How much is overdue for longer than that.
        amount: Money,
        /// Longer than so many days.
        over_days: u32,
        /// More than this.
        over: Money,
        /// The oldest of it.
        worst_days: i32,
    },
    /// A person's own class stands in the place of the computed one.
    Override {
        /// The person's.
        class: CreditClass,
        /// The computed one.
        computed: CreditClass,
        /// The last day.
        until: Date,
        /// Why.
        reason: String,
    },
}

/// One step of a tier.
#[derive(Clone, Debug, PartialEq)]
pub enum TierLine {
    /// The amount among all customers, by what larger ones make up.
    Rank {
        /// Overdue and undisputed.
        overdue: Money,
        /// What larger ones make up.
        before: Money,
        /// All of them.
        total: Money,
        /// Large, medium or small.
        grade: Grade,
        /// Weight.
        weight: u32,
    },
    /// The amount against fixed limits.
    AgainstLimits {
        /// Overdue and undisputed.
        overdue: Money,
        /// Large from here on.
        large_from: Money,
        /// Medium from here on.
        medium_from: Money,
        /// Large, medium or small.
        grade: Grade,
        /// Weight.
        weight: u32,
    },
    /// The days of the worst undisputed item.
    Days {
        /// Days.
        days: i32,
        /// Long above.
        long_over: u32,
        /// Medium above.
        medium_over: u32,
        /// Long, medium or short.
        grade: Grade,
        /// Weight.
        weight: u32,
    },
    /// The class.
    Class {
        /// The class in force.
        class: CreditClass,
        /// Its grade.
        grade: Grade,
        /// Weight.
        weight: u32,
    },
    /// The tier by points.
    ByPoints {
        /// Their sum.
        points: u32,
        /// A from here on.
        a_from: u32,
        /// B from here on.
        b_from: u32,
        /// The tier.
        tier: Tier,
    },
    /// Too little is overdue for more than C.
    BelowMinimum {
        /// Overdue and undisputed.
        overdue: Money,
        /// The minimum.
        amount_min: Money,
    },
    /// A person's own tier stands in the place of the computed one.
    Override {
        /// The person's.
        tier: Tier,
        /// The computed one.
        computed: Tier,
        /// The last day.
        until: Date,
        /// Why.
        reason: String,
    },
}

impl From<ScoreLine> for Line {
    fn from(line: ScoreLine) -> Self {
        Self::Score(line)
    }
}

impl From<ClassLine> for Line {
    fn from(line: ClassLine) -> Self {
        Self::Class(line)
    }
}

impl From<TierLine> for Line {
    fn from(line: TierLine) -> Self {
        Self::Tier(line)
    }
}
