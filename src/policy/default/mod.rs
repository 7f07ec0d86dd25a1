//! The first content of a new workbook: rules of credit, playbook, hours, handbook.
//! Never read once a workbook states them: creation writes all of it into the journal (DESIGN 1).

mod credit;
mod handbook;
mod incentive;
mod playbook;
mod step;

pub(super) use credit::{alerts, credit_terms, limitation, score, tiering};
pub(super) use incentive::{cost_of_money, late_charge};
pub(super) use playbook::{compliance, playbook};

pub use handbook::{articles, templates};
