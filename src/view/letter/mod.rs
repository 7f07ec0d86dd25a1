//! Letters as the screen makes them (F1–F3): what their fields say of a customer on a day, which
//! template fits, and the contact that records one as sent.
//! Never fills a template in: the worker does.

mod agreed;
mod charge;
mod gather;
mod link;
mod money;
mod sent;
mod template;
mod words;

pub use gather::Gathering;
pub use link::{mail_link, phone_link, sms_link};
pub use sent::{purpose, sent, stage};
pub use template::{Purpose, Template, lacking, proposed, templates};

#[cfg(test)]
mod tests;
