//! Huikuan, a collections workbook: journal, ledger, aging and what stands on them.
//! Never reads a clock, a locale or randomness, and never touches a browser.
#![warn(missing_docs)]

pub mod calendar;
pub mod format;
pub mod id;
pub mod journal;
pub mod money;
pub mod policy;
pub mod record;
pub mod say;
pub mod workbook;
