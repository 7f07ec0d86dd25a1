//! Huikuan, a collections workbook: journal, ledger, aging and what stands on them.
//! Never reads a clock, a locale or randomness, and never touches a browser.
#![warn(missing_docs)]

pub mod calendar;
pub mod id;
pub mod money;
pub mod record;
