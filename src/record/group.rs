//! What kind of thing a fact is, for those who treat many facts alike.
//! Never says what a fact means for an account: the fold does.

use super::Fact;

/// Facts of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactGroup {
    /// Who owes, and under which contract (A1, A2).
    Customer,
    /// Invoices and notes (A3).
    Document,
    /// Money and what it was used for (A4, A5).
    Money,
    /// Disputes and their ends (A5).
    Dispute,
    /// What was done or agreed with a customer (A6, D4–D7, E5–E7).
    Dealing,
    /// What a person decided or found of a customer's credit (C1–C4, B4).
    Credit,
    /// What concerns the team and no customer (D3, D8).
    Office,
    /// Settings, rates and the handbook.
    Setting,
    /// New values for fields of anything.
    Amend,
    /// Rows of a table, which an import makes count (A7).
    Rows,
    /// An import that is complete (A7).
    Import,
    /// How a table is read (A7).
    Layout,
    /// What happened and was undone in the world on a day.
    Reversal,
    /// What was recorded in error, and what counts again.
    TakenBack,
    /// A fact of a newer version.
    Unknown,
}

impl Fact {
    /// Which kind of fact it is.
    #[must_use]
    pub const fn group(&self) -> FactGroup {
        match self {
            Self::Customer(_) | Self::Contract(_) => FactGroup::Customer,
            Self::Document(_) => FactGroup::Document,
            Self::Receipt(_)
            | Self::Allocation(_)
            | Self::Refund(_)
            | Self::WriteOff(_)
            | Self::Recovery(_)
            | Self::Discount(_)
            | Self::DiscountAccepted(_) => FactGroup::Money,
            Self::Dispute(_) | Self::DisputeResolved(_) => FactGroup::Dispute,
            Self::Contact(_)
            | Self::Appointment(_)
            | Self::Promise(_)
            | Self::Plan(_)
            | Self::Hold(_)
            | Self::CaseOpened(_)
            | Self::CaseStageReached(_)
            | Self::Approval(_)
            | Self::Evidence(_)
            | Self::StatementSent(_)
            | Self::StatementAnswered(_)
            | Self::AlertAnswer(_)
            | Self::LateChargeDecision(_)
            | Self::TermsExtension(_)
            | Self::Perk(_)
            | Self::PerkFulfilled(_) => FactGroup::Dealing,
            Self::Override(_)
            | Self::Evaluation(_)
            | Self::CreditDecision(_)
            | Self::Assessment(_) => FactGroup::Credit,
            Self::Training(_) | Self::MeetingDecision(_) | Self::SignOff(_) => FactGroup::Office,
            Self::Created(_) | Self::ExchangeRate(_) | Self::Article(_) => FactGroup::Setting,
            Self::Amend(_) => FactGroup::Amend,
            Self::Rows(_) => FactGroup::Rows,
            Self::Imported(_) => FactGroup::Import,
            Self::Layout(_) => FactGroup::Layout,
            Self::Reverse(_) => FactGroup::Reversal,
            Self::Retract(_) | Self::Restore(_) => FactGroup::TakenBack,
            Self::Unknown(_) => FactGroup::Unknown,
        }
    }
}
