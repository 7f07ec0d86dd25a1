//! Rules and settings of the workbook, and what they compute from plain data.
//! Never looks at the ledger: rules that need it stand above.

mod default;
mod settings;
pub mod terms;
mod working_day;

pub use default::{articles, templates};
pub use settings::{BUCKETS_BY_DAYS, BUCKETS_BY_YEARS, Policy};
pub use working_day::{is_working_day, next_working_day, plus_working_days};
