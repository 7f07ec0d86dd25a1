//! Sentences for people, in Chinese and English: screen, print and command line share them.
//! Never decides anything, and never asks the browser which language it prefers.

mod approval;
mod check;
mod column;
mod contact;
mod credit;
mod credit_line;
mod credit_notice;
mod damage;
mod dealing;
mod discount;
mod entry;
mod explanation;
mod field;
mod finding;
mod kpi;
mod late_charge;
mod letter;
mod mistake;
mod problem;
mod record_field;
mod recovery;
mod refused_collection;
mod refused_incentive;
mod rejection;
mod report;
mod table;
mod timeline;
mod undoable;
mod worklist;

pub use approval::{approval_kind, approval_state};
pub use check::{check, failure};
pub use column::{bucket, column};
pub use contact::{
    article_topic, case_kind, case_stage, channel, contact_result, evidence_kind, role,
};
pub use credit::{alert_kind, class, credit_action};
pub use credit_line::{credit_line, score_part};
pub use credit_notice::{
    alert_cause, credit_warning, credit_watch, evaluation_due, limitation_line, restart,
    suggested_action,
};
pub use damage::{damage, file_error, store_fault};
pub use dealing::dealing;
pub use discount::{
    discount_offer, discount_step, grant_state, no_discount, perk_kind, perk_state,
};
pub use entry::{entry, entry_within};
pub use explanation::{explanation, position, step};
pub use field::field_label;
pub use finding::{document_kind, finding, finding_subject};
pub use kpi::{KpiName, kpi_formula, kpi_name};
pub use late_charge::{late_charge_line, late_charge_policy, late_charge_problem};
pub use letter::{
    LetterColumn, LetterTable, letter_lines, letter_table, letter_text, purpose, required,
    template_error,
};
pub use mistake::{fault, policy_fault};
pub use problem::problem;
pub use record_field::{
    article_field, contract_field, customer_field, document_field, setting_field,
};
pub use recovery::recovery_line;
pub use rejection::rejection;
pub use report::{ReportWord, report_word};
pub use table::{question, table_error};
pub use timeline::{fate, plan_status, timeline};
pub use undoable::{undo_step, undoable};
pub use worklist::{action, warning, worklist_line};

pub use crate::record::Language;
