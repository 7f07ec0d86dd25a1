//! The fields of the forms, and how each is filled in.
//! Never what a field is called: the page words that.

/// A field of a form; the forms share them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormField {
    /// The day on which it happens.
    On,
    /// The time of day.
    Time,
    /// How the customer was reached.
    Channel,
    /// What came of the contact.
    Result,
    /// Whom it reached or who gave it, of the customer's people.
    Person,
    /// Who did it, of our own people.
    MadeBy,
    /// What was said.
    Said,
    /// What the customer answered.
    Reply,
    /// What is to be done next.
    NextStep,
    /// When the customer comes back to the worklist.
    FollowUpOn,
    /// For the eyes of the lead.
    Important,
    /// It asks for payment.
    Demand,
    /// The courier's number.
    TrackingNo,
    /// When the letter was delivered.
    DeliveredOn,
    /// What it cost.
    Cost,
    /// An amount: promised, disputed, of a contract.
    Amount,
    /// By when the money is promised.
    PromisedOn,
    /// Open items, any number of them.
    Items,
    /// In writing and signed.
    Written,
    /// Anything else.
    Memo,
    /// Into how many instalments it is split.
    InstalmentCount,
    /// When the first instalment is due.
    FirstOn,
    /// The instalments.
    Instalments,
    /// Days of grace of a plan.
    GraceDays,
    /// What was agreed besides.
    Conditions,
    /// What follows when an instalment is missed.
    Consequence,
    /// What the customer gets for paying early.
    Reward,
    /// The late charge of a plan while it is on track, in percent a year.
    PlanPercent,
    /// The one item that is contested.
    DisputedItem,
    /// The one item that is assessed by itself; everything owed when none is.
    AssessedItem,
    /// How much of it; all of it when nothing is typed.
    DisputedAmount,
    /// Why.
    Reason,
    /// The last day.
    Until,
    /// The day of a visit or meeting.
    MeetOn,
    /// Where.
    Place,
    /// Who goes.
    Who,
    /// What to bring along, a line each.
    Preparation,
    /// A class.
    Class,
    /// A tier.
    Tier,
    /// What is decided on credit.
    Action,
    /// A credit limit.
    Limit,
    /// The kind of payment terms.
    TermsKind,
    /// The days of payment terms.
    TermsDays,
    /// The days of payment terms before.
    TermsBefore,
    /// A share in percent.
    SharePercent,
    /// A guarantee or other security.
    Security,
    /// Who approved it.
    Approver,
    /// Yes or no to a proposal.
    Verdict,
    /// Lawyers or an agency.
    CaseKind,
    /// The counsel or the agency.
    Handler,
    /// The facts of the case.
    Facts,
    /// An agency's fee in percent.
    FeePercent,
    /// A stage of a case.
    Stage,
    /// The next deadline.
    Deadline,
    /// What a piece of evidence proves.
    EvidenceKind,
    /// What it is.
    Title,
    /// Name of a file.
    FileName,
    /// SHA-256 of a file.
    FileHash,
    /// Where the original is kept.
    KeptAt,
    /// The day as of which a statement is drawn up.
    AsOf,
    /// Who sent it.
    SentBy,
    /// What a return slip says.
    Answer,
    /// By how much the customer's books differ.
    Difference,
    /// Signed or stamped.
    Signed,
    /// Number of a contract.
    Number,
    /// Day of signature.
    SignedOn,
    /// What a contract says of payment.
    PaymentClause,
    /// What it says of late payment, in percent a year.
    LatePercent,
    /// The share kept back, in percent.
    RetentionPercent,
    /// Who reported on the customer's credit.
    ReportSource,
    /// The rating in the words of the report.
    Rating,
    /// How to find a report again.
    Reference,
    /// A service, a reward or a rebate.
    PerkKind,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// Several lines.
    Lines,
    /// A number or an amount.
    Figure,
    /// A day.
    Day,
    /// One of the customer's people.
    Theirs,
    /// One of our own people.
    Ours,
    /// A box to tick.
    Flag,
    /// One of a list.
    Choice,
    /// Open items to tick.
    Items,
    /// One open item.
    OneItem,
    /// Rows of day and amount.
    Instalments,
}

impl FormField {
    /// All of them, each at the place of its own number.
    pub const ALL: [Self; 73] = [
        Self::On,
        Self::Time,
        Self::Channel,
        Self::Result,
        Self::Person,
        Self::MadeBy,
        Self::Said,
        Self::Reply,
        Self::NextStep,
        Self::FollowUpOn,
        Self::Important,
        Self::Demand,
        Self::TrackingNo,
        Self::DeliveredOn,
        Self::Cost,
        Self::Amount,
        Self::PromisedOn,
        Self::Items,
        Self::Written,
        Self::Memo,
        Self::InstalmentCount,
        Self::FirstOn,
        Self::Instalments,
        Self::GraceDays,
        Self::Conditions,
        Self::Consequence,
        Self::Reward,
        Self::PlanPercent,
        Self::DisputedItem,
        Self::AssessedItem,
        Self::DisputedAmount,
        Self::Reason,
        Self::Until,
        Self::MeetOn,
        Self::Place,
        Self::Who,
        Self::Preparation,
        Self::Class,
        Self::Tier,
        Self::Action,
        Self::Limit,
        Self::TermsKind,
        Self::TermsDays,
        Self::TermsBefore,
        Self::SharePercent,
        Self::Security,
        Self::Approver,
        Self::Verdict,
        Self::CaseKind,
        Self::Handler,
        Self::Facts,
        Self::FeePercent,
        Self::Stage,
        Self::Deadline,
        Self::EvidenceKind,
        Self::Title,
        Self::FileName,
        Self::FileHash,
        Self::KeptAt,
        Self::AsOf,
        Self::SentBy,
        Self::Answer,
        Self::Difference,
        Self::Signed,
        Self::Number,
        Self::SignedOn,
        Self::PaymentClause,
        Self::LatePercent,
        Self::RetentionPercent,
        Self::ReportSource,
        Self::Rating,
        Self::Reference,
        Self::PerkKind,
    ];

    /// Its place in [`ALL`](Self::ALL).
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }

    /// How it is filled in.
    #[must_use]
    pub const fn kind(self) -> FieldKind {
        use FormField as F;
        match self {
            F::On
            | F::FollowUpOn
            | F::DeliveredOn
            | F::PromisedOn
            | F::FirstOn
            | F::Until
            | F::MeetOn
            | F::Deadline
            | F::AsOf
            | F::SignedOn => FieldKind::Day,
            F::Cost
            | F::Amount
            | F::DisputedAmount
            | F::InstalmentCount
            | F::GraceDays
            | F::Limit
            | F::TermsDays
            | F::TermsBefore
            | F::SharePercent
            | F::FeePercent
            | F::Difference
            | F::LatePercent
            | F::PlanPercent
            | F::RetentionPercent => FieldKind::Figure,
            F::Said | F::Reply | F::Preparation | F::Facts => FieldKind::Lines,
            F::Person => FieldKind::Theirs,
            F::MadeBy | F::Who | F::Approver | F::SentBy => FieldKind::Ours,
            F::Important | F::Demand | F::Written | F::Signed => FieldKind::Flag,
            F::Channel
            | F::Result
            | F::Class
            | F::Tier
            | F::Action
            | F::TermsKind
            | F::Verdict
            | F::CaseKind
            | F::Stage
            | F::EvidenceKind
            | F::PerkKind
            | F::Answer => FieldKind::Choice,
            F::Items => FieldKind::Items,
            F::DisputedItem | F::AssessedItem => FieldKind::OneItem,
            F::Instalments => FieldKind::Instalments,
            F::Time
            | F::NextStep
            | F::TrackingNo
            | F::Memo
            | F::Conditions
            | F::Consequence
            | F::Reward
            | F::Reason
            | F::Place
            | F::Security
            | F::Handler
            | F::Title
            | F::FileName
            | F::FileHash
            | F::KeptAt
            | F::Number
            | F::PaymentClause
            | F::ReportSource
            | F::Rating
            | F::Reference => FieldKind::Text,
        }
    }
}
