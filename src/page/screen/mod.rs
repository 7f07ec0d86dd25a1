//! The screens, one for each place that an address can name.
//! Never know storage or the browser.

pub(crate) mod aging;
pub(crate) mod alert;
mod book_list;
pub(crate) mod contact;
pub(crate) mod customer;
pub(crate) mod discount;
mod explanation;
pub(crate) mod handbook;
pub(crate) mod import;
pub(crate) mod item;
pub(crate) mod letter;
pub(crate) mod meeting;
pub(crate) mod opening;
pub(crate) mod playbook;
pub(crate) mod setting;
pub(crate) mod share;
pub(crate) mod today;
pub(crate) mod welcome;
