//! Decisions of the approval chain on what somebody proposed (D8).
//! Never whether it counts: that follows from the decisions of the whole chain.

use serde::{Deserialize, Serialize};

use super::Role;
use crate::calendar::Date;
use crate::id::{FactId, Key};

/// Somebody of the chain said yes or no to a plan, a hold or a handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The customer.
    pub customer: Key,
    /// The fact that is decided on.
    pub subject: FactId,
    /// The duty in which it was decided.
    pub role: Role,
    /// Who decided.
    pub by: String,
    /// True for a yes.
    pub approved: bool,
    /// The day.
    pub on: Date,
    /// Why, or on which condition; a no always has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
