//! What the workbook holds beside customers: the handbook, training, decisions of meetings,
//! sign-offs (D3, D8, D10).
//! Never a figure.

use std::collections::BTreeMap;

use super::finding::{ConflictField, Finding};
use crate::calendar::Date;
use crate::id::{FactId, Key};
use crate::journal::{Replaces, Said, resolve};
use crate::record::{ArticleFields, Fact, MeetingDecision, SignOff, Training};

/// Facts of the whole workbook that are no settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Office {
    /// The handbook, by the names of its articles.
    pub articles: BTreeMap<Key, ArticleFields>,
    /// Who was trained, in the order in which it was recorded.
    pub trainings: Vec<(FactId, Training)>,
    /// What meetings decided, in the order in which it was recorded.
    pub decisions: Vec<(FactId, MeetingDecision)>,
    /// The receipts that finance checked, in the order in which it was recorded.
    pub sign_offs: Vec<(FactId, SignOff)>,
}

/// What was said of every article.
pub(super) type SaidOfArticles<'a> = BTreeMap<Key, Vec<Said<'a, ArticleFields>>>;

impl Office {
    /// Takes note of a fact that counts.
    pub(super) fn take(&mut self, id: FactId, fact: &Fact) {
        match fact {
            Fact::Training(training) => self.trainings.push((id, *training.clone())),
            Fact::MeetingDecision(decision) => self.decisions.push((id, *decision.clone())),
            Fact::SignOff(sign_off) => self.sign_offs.push((id, *sign_off.clone())),
            _ => {}
        }
    }

    /// Resolves the articles, and gives a finding for each field of which several values remain.
    pub(super) fn resolve_articles(&mut self, said: &SaidOfArticles<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (article, said) in said {
            let is_recorded =
                said.iter().any(|one| one.counts && matches!(one.replaces, Replaces::Nothing));
            if !is_recorded {
                continue;
            }
            let resolved = resolve(said);
            findings.extend(resolved.conflicts.into_iter().map(|conflict| {
                let field = ConflictField::Article(article.clone(), conflict.field);
                Finding::FieldConflict { field, heads: conflict.heads }
            }));
            self.articles.insert(article.clone(), resolved.fields);
        }
        findings
    }

    /// The last day up to which finance had checked the receipts, as signed off by that day.
    #[must_use]
    pub fn signed_off_until(&self, as_of: Date) -> Option<Date> {
        self.sign_offs.iter().map(|(_, sign_off)| sign_off.on).filter(|on| *on <= as_of).max()
    }
}
