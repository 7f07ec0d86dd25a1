//! The page as a folder of files: made by Trunk, finished here, served to browsers and weighed.
//! Nothing here knows what the page shows.

pub(crate) mod bundle;
pub(crate) mod policy;
pub(crate) mod server;
pub(crate) mod weight;
