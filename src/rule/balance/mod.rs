//! What is open on a day: aging, statements of open items, automatic allocation, integrity checks,
//! roll rates, provision.
//! Never nets what a customer owes against what it is owed: each has a column (B3).

pub mod aging;
pub mod allocation;
pub mod bucket;
pub mod check;
pub mod provision;
pub mod roll;
pub mod statement;
