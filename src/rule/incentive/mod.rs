//! What pays for itself: early-payment discounts, their worth, longer terms (E1–E5).
//! Never books anything: a person records what was taken and decided.

pub mod discount;
pub mod extension;
