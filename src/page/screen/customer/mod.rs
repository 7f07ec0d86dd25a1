//! The list of customers, and the page of one.
//! Never shows currencies in one sum.

mod contact;
mod contract;
mod credit;
mod deed;
mod details;
mod list;
mod new;
mod page;
mod paper;
mod sent;
mod statement;
mod timeline;
mod tracking;

pub(crate) use list::CustomerList;
pub(crate) use page::CustomerPage;
