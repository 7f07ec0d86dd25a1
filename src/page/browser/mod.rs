//! The page's hold on the browser, one file per capability; the only files that touch web-sys.
//! Knows nothing of receivables and decides nothing: it passes values in and out.

pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod document;
pub(crate) mod element;
pub(crate) mod event;
pub(crate) mod file;
pub(crate) mod file_picker;
pub(crate) mod history;
pub(crate) mod indexed_db;
pub(crate) mod last_card;
pub(crate) mod local_storage;
pub(crate) mod once;
pub(crate) mod persistence;
pub(crate) mod preference;
pub(crate) mod row;
pub(crate) mod service_worker;
pub(crate) mod task;
pub(crate) mod worker;
