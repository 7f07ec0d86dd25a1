//! Whom to contact today, how, about what and why (D1–D3).
//! Never records anything, and never looks at a clock: the day is passed in.

mod demand;
mod guard;
mod ladder;
mod line;
mod notice;
mod reach;
mod record;
mod task;
mod worklist;

pub use demand::{Demand, Demands, demands};
pub use guard::{ReceiptMemory, Warning, warnings, words_to_avoid};
pub use line::{Line, NotApplicable, StepCondition};
pub use record::Spacing;
pub use task::{Action, Standing, Task, TaskState, task};
pub use worklist::{TaskMemory, Worklist, standing, worklist};
