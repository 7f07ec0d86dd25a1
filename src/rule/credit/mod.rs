//! Scores, classes, exposure, tiers, limitation and alerts (C1–C5).
//! Never records anything: a person evaluates and decides.

mod alert;
mod assignment;
mod class;
mod evaluation;
mod exchange;
mod exposure;
mod limitation;
mod line;
mod memory;
mod overdue;
mod reading;
mod recovery;
mod report;
mod score;
mod suggestion;
mod tier;

pub use alert::{ALERT_KINDS, Alert, Cause, alert_counts, alerts, alerts_of};
pub use assignment::owner;
pub use class::{ClassReason, ClassVerdict};
pub use evaluation::{EvaluationDue, evaluation_due, last_evaluation};
pub use exposure::Exposure;
pub use limitation::{
    Limitation, LimitationLine, Restart, explain_limitation, limitation, limitations,
};
pub use line::{ClassLine, Grade, Line, ScoreLine, ScorePart, TierLine};
pub use memory::CreditMemory;
pub use overdue::Overdue;
pub use recovery::{Recovery, RecoveryLine, Spending, case_parts, recovery};
pub use report::{
    CreditReport, CustomerCredit, credit, credit_of, explain_class, explain_exposure,
    explain_score, explain_tier, rank,
};
pub use score::Score;
pub use suggestion::{SuggestedAction, Suggestion, Warning, Watch, receivables, suggestion};
pub use tier::{TierReason, TierSet, TierVerdict};
