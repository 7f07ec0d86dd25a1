//! The list of customers, and the page of one.
//! Never shows currencies in one sum.

mod case;
mod contact;
mod contract;
mod credit;
mod deed;
mod details;
mod late_charge;
mod list;
mod new;
mod page;
mod paper;
mod report;
mod sent;
mod statement;
mod timeline;
mod tracking;

pub(crate) use case::prospects as prospects_of;
pub(crate) use list::CustomerList;
pub(crate) use page::CustomerPage;
