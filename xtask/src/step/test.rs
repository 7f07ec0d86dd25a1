//! `cargo xtask test`: every check, then a summary.

use crate::failure::{Failure, Outcome};
use crate::order::TestChoice;

pub(crate) fn run(_choice: &TestChoice) -> Outcome<()> {
    Err(Failure::new("the checks are not written yet."))
}
