//! Forms for what is done and agreed with a customer: a contact with what it led to, a promise, a
//! plan, a decision. The customer page and the worklist share them.
//! Never records anything by itself: the workbook checks.

mod field;
mod form;
mod instalment;
mod result;
mod typed;
mod word;

pub(crate) use form::{Asked, form};
pub(crate) use word::deed_name;
