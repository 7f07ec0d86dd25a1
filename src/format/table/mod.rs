//! Tables that accounting packages export, read into drafts (A7).
//! Never records anything.

mod csv;
mod decode;
mod grid;
mod heading;
mod value;

pub use grid::{Grid, Nature, Row};
