//! Tells a person's stories to the built page in a real browser. Never part of the page, and
//! never compiled by the library's own tests.

fn main() {}
