//! Early-payment discounts as screens show them: who asks, quotes, grants, what an offer is worth
//! (E1–E4).
//! Never a figure of its own: the rules give them.

mod desk;

pub use desk::Desk;
