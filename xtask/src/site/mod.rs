//! The page as a folder of files: made by Trunk, finished here, served to browsers and weighed.
//! Nothing here knows what the page shows.

pub(crate) mod bundle;
mod offline;
pub(crate) mod policy;
pub(crate) mod server;
mod single_file;
pub(crate) mod split;
pub(crate) mod start;
mod tag;
pub(crate) mod visit;
pub(crate) mod weight;
