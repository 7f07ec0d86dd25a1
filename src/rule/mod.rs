//! Pure rules on ledger, policy and day: each yields a figure, and the explanation of that figure.
//! Never mutates anything, and never reads what is not passed in.

pub mod agreement;
pub mod balance;
pub mod collection;
pub mod credit;
pub mod incentive;
pub mod kpi;
pub mod memory;
pub mod trace;
