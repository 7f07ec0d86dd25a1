//! Tables that accounting packages export, read into drafts (A7).
//! Never records anything.
