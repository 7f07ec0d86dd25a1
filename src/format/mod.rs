//! Bytes to facts and back.
//! Never holds a rule of the ledger: what a file says is handed on, not interpreted.

pub mod json;
pub mod message;
pub mod policy;
pub mod report;
pub mod segment;
pub mod table;

#[cfg(test)]
pub(crate) mod sample;
