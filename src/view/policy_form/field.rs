//! The fields of the policy cards, and how each is filled in.
//! Never what a field is called: the page words that.

/// A field of a policy card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyField {
    /// Months that a score looks back.
    WindowMonths,
    /// Weight of the share paid on time.
    PaidOnTimeWeight,
    /// Weight of the days late.
    DaysLateWeight,
    /// Days late that come to 0.
    DaysLateZero,
    /// Weight of the worst days overdue.
    WorstOverdueWeight,
    /// Days overdue that come to 0.
    WorstOverdueZero,
    /// Weight of the promises kept.
    PromisesKeptWeight,
    /// Weight of the use of the limit.
    LimitUsedWeight,
    /// Use of the limit in percent up to which it is 100.
    LimitUsedFull,
    /// Use of the limit in percent from which it is 0.
    LimitUsedZero,
    /// Score from which the class is quality.
    QualityFrom,
    /// Score below which it is risk.
    RiskBelow,
    /// Due parts below which the class is regular.
    PartsMin,
    /// Days after which a debt is old.
    OldDebtDays,
    /// Amount above which an old debt is a risk.
    OldDebtMin,
    /// Months after which an evaluation is due again.
    EvaluationMonths,
    /// Whether amounts of tiers are shares of the book or fixed.
    TierBasis,
    /// Large while the sum before is below this percentage.
    LargeBelowPercent,
    /// Medium while it is below this one.
    MediumBelowPercent,
    /// Large from this amount on.
    LargeFrom,
    /// Medium from this amount on.
    MediumFrom,
    /// Days above which they are long.
    LongOver,
    /// Days above which they are medium.
    MediumOver,
    /// Weight of the amount.
    AmountWeight,
    /// Weight of the days.
    DaysWeight,
    /// Weight of the class.
    ClassWeight,
    /// Points from which the tier is A.
    AFrom,
    /// Points from which it is B.
    BFrom,
    /// Amount below which it is C.
    TierMin,
    /// Suggested limit of a quality customer, in months of sales.
    QualityMonths,
    /// Its longest terms in days.
    QualityDays,
    /// Suggested limit of a regular customer, in months of sales.
    RegularMonths,
    /// Its longest terms in days.
    RegularDays,
    /// Suggested limit of a risk customer, in months of sales.
    RiskMonths,
    /// Its longest terms in days.
    RiskDays,
    /// Years of the limitation period.
    Years,
    /// Years after which nothing interrupts it.
    YearsMax,
    /// Days left at which an alert is raised.
    AlertDays,
    /// Alert above so many days overdue.
    OverdueDays,
    /// Alert above this overdue amount.
    OverdueAmount,
    /// Alert after so many days without a confirmed statement.
    StatementDays,
    /// Warning above this percentage of all receivables.
    ConcentrationPercent,
    /// Warning after so many days without a receipt.
    NoReceiptDays,
    /// Warning after so many days without a sign-off.
    SignOffDays,
    /// No contact before.
    HoursFrom,
    /// No contact after.
    HoursUntil,
    /// Hours in which people are best reached.
    PreferredHours,
    /// Most contacts in a day.
    DayMax,
    /// Most contacts in seven days.
    WeekMax,
    /// Words that sound like a threat.
    WordsToAvoid,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyKind {
    /// A number or an amount.
    Figure,
    /// A line of text.
    Text,
    /// A line for each entry.
    Lines,
    /// Shares of the book or fixed amounts.
    Basis,
}

impl PolicyField {
    /// How it is filled in.
    #[must_use]
    pub const fn kind(self) -> PolicyKind {
        match self {
            Self::TierBasis => PolicyKind::Basis,
            Self::WordsToAvoid => PolicyKind::Lines,
            Self::AlertDays | Self::HoursFrom | Self::HoursUntil | Self::PreferredHours => {
                PolicyKind::Text
            }
            _ => PolicyKind::Figure,
        }
    }
}
