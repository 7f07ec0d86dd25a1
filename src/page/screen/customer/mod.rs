//! The list of customers, and the page of one.
//! Never shows currencies in one sum.

mod list;
mod new;

pub(crate) use list::CustomerList;
