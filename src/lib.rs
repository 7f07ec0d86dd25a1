//! Huikuan, a collections workbook: journal, ledger, aging and what stands on them.
//! Never reads a clock, a locale or randomness, and never touches a browser.
//!
//! The modules stand in reading order; each uses only those above it.
#![warn(missing_docs)]

pub mod money;

pub mod calendar;

pub mod id;

pub mod record;

pub mod journal;

pub mod policy;

pub mod ledger;

pub mod rule;

pub mod letter;

pub mod workbook;

pub mod search;

pub mod view;

pub mod say;

pub mod format;

pub mod store;

pub mod demo;

pub mod job;
