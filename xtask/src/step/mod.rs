//! The commands themselves, each from its first tool to its last line.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod profile;
pub(crate) mod serve;
mod teller;
pub(crate) mod test;
