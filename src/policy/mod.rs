//! Rules and settings of the workbook, and what they compute from plain data.
//! Never looks at the ledger: rules that need it stand above.

mod default;
mod settings;
pub mod terms;

pub use default::articles;
pub use settings::{BUCKETS_BY_DAYS, BUCKETS_BY_YEARS, Policy};
