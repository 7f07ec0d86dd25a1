//! The page: what a person sees and does. Everything it shows comes from the library.
//! Never computes a figure of its own.

pub(crate) mod action;
pub(crate) mod app;
pub(crate) mod browser;
pub(crate) mod finding;
pub(crate) mod frame;
pub(crate) mod job;
pub(crate) mod label;
pub(crate) mod navigation;
pub(crate) mod panic;
pub(crate) mod part;
pub(crate) mod route;
pub(crate) mod screen;
pub(crate) mod session;
pub(crate) mod speech;
pub(crate) mod theme;
