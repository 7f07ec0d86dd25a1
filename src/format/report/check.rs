//! Integrity checks and findings as a file, each with its name, subject and sentence (I4).
//! Never repairs anything.

use serde::Serialize;

use super::sheet::one_line;
use crate::calendar::AsOf;
use crate::ledger::{Finding, Ledger};
use crate::rule::balance::bucket::Buckets;
use crate::rule::balance::check::{CHECKS, Check, check};
use crate::say::{self, Language, ReportWord, report_word};

/// What does not hold, and what a person should settle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checks {
    as_of: AsOf,
    /// The checks that were made, in order.
    checks: Vec<&'static str>,
    /// The checks that do not hold.
    failed: Vec<Named>,
    findings: Vec<Named>,
}

/// A finding or a failed check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Named {
    name: &'static str,
    subject: String,
    sentence: String,
}

impl Checks {
    /// Makes every check at the close of `as_of` and lists what a person should settle.
    #[must_use]
    pub fn of(ledger: &Ledger, as_of: AsOf, language: Language) -> Self {
        let buckets = Buckets::of(&ledger.policy().aging);
        let failed = check(ledger, &buckets, as_of).into_iter().map(|failure| {
            let account = ledger.account(&failure.customer);
            Named {
                name: check_name(failure.check),
                subject: account.map_or_else(String::new, |held| held.customer.code.clone()),
                sentence: say::failure(&failure, language),
            }
        });
        let findings = ledger.findings().map(|finding| Named {
            name: finding_name(finding),
            subject: say::finding_subject(finding, ledger, language),
            sentence: say::finding(finding, language),
        });
        Self {
            as_of,
            checks: CHECKS.map(check_name).to_vec(),
            failed: failed.collect(),
            findings: findings.collect(),
        }
    }

    /// The list as text, a line each.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let word = |word| report_word(word, language);
        let mut out = format!("{} {}\n\n", word(ReportWord::Checks), self.as_of);
        for check in CHECKS {
            let failed = self.failed.iter().filter(|held| held.name == check_name(check));
            let failed: Vec<&Named> = failed.collect();
            let title = say::check(check, language);
            if failed.is_empty() {
                out.push_str(&format!("{title}: {}\n", word(ReportWord::Holds)));
            }
            for held in failed {
                out.push_str(&format!("{title}: {}\n", one_line(&held.sentence)));
            }
        }
        out.push('\n');
        if self.findings.is_empty() {
            out.push_str(&format!("{}\n", word(ReportWord::NoFinding)));
        }
        for held in &self.findings {
            out.push_str(&one_line(&format!("{}: {}", held.subject, held.sentence)));
            out.push('\n');
        }
        out
    }
}

const fn check_name(check: Check) -> &'static str {
    match check {
        Check::BalanceAddsUp => "balance_adds_up",
        Check::NothingUsedTwice => "nothing_used_twice",
        Check::BothSidesAgree => "both_sides_agree",
    }
}

const fn finding_name(finding: &Finding) -> &'static str {
    match finding {
        Finding::FieldConflict { .. } => "field_conflict",
        Finding::Contested { .. } => "contested",
        Finding::Inert { .. } => "inert",
        Finding::OverridesContradict { .. } => "overrides_contradict",
        Finding::ApprovalsContradict { .. } => "approvals_contradict",
        Finding::LevelsContradict { .. } => "levels_contradict",
        Finding::DiscountTakenLate { .. } => "discount_taken_late",
        Finding::IncompleteDocument { .. } => "incomplete_document",
        Finding::UnknownContent { .. } => "unknown_content",
        Finding::RivalContent { .. } => "rival_content",
        Finding::ClockBeyondLimit { .. } => "clock_beyond_limit",
        Finding::MissingEntry { .. } => "missing_entry",
    }
}
