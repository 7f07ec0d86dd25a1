//! The templates of a workbook: by purpose, in order, and the one that fits a task.
//! Never a text of its own.

use crate::id::Key;
use crate::ledger::Office;
use crate::record::{ArticleFields, ArticleStatement, ArticleTopic, Bilingual, Channel, Playbook};

/// A template with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// Its name.
    pub key: Key,
    /// What it is called; the subject of a mail and the heading of a letter.
    pub title: Bilingual,
    /// Its text in both languages.
    pub text: Bilingual,
    /// How it is sent.
    pub channel: Channel,
    /// Names of the steps, notices and purposes that it is for.
    pub applies_to: Vec<String>,
}

/// What templates are for, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Before the due day.
    BeforeDue,
    /// The steps of the playbook, and between them.
    Collection,
    /// Plans and promises.
    Agreement,
    /// Discounts.
    Discount,
    /// Statements, confirmations, receipts, thanks.
    Account,
    /// Something that the firm thought of itself.
    Other,
}

impl Template {
    fn of(key: &Key, fields: &ArticleFields) -> Option<Self> {
        let text = fields.text.clone().unwrap_or_default();
        let is_template = fields.topic == Some(ArticleTopic::Template);
        let is_there = !(text.zh.trim().is_empty() && text.en.trim().is_empty());
        (is_template && is_there).then(|| Self {
            key: key.clone(),
            title: fields.title.clone().unwrap_or_default(),
            text,
            channel: fields.channel.unwrap_or(Channel::Letter),
            applies_to: fields.applies_to.clone().unwrap_or_default(),
        })
    }

    /// What it is for.
    #[must_use]
    pub fn purpose(&self, playbook: &Playbook) -> Purpose {
        let is_for =
            |names: &[&str]| self.applies_to.iter().any(|name| names.contains(&name.as_str()));
        let notices: Vec<&str> = playbook.before_due.iter().map(|it| it.name.as_str()).collect();
        let ladders = [&playbook.a, &playbook.b, &playbook.c].into_iter().flatten();
        let steps: Vec<&str> = ladders.map(|step| step.name.as_str()).collect();
        if is_for(&["plan", "promise"]) {
            Purpose::Agreement
        } else if is_for(&["discount"]) {
            Purpose::Discount
        } else if is_for(&["statement", "audit", "receipt", "thanks"]) {
            Purpose::Account
        } else if is_for(&steps) || is_for(&["follow-up"]) {
            Purpose::Collection
        } else if is_for(&notices) {
            Purpose::BeforeDue
        } else {
            Purpose::Other
        }
    }

    /// True when it asks for payment of what is overdue.
    #[must_use]
    pub fn is_demand(&self, playbook: &Playbook) -> bool {
        self.purpose(playbook) == Purpose::Collection
    }

    fn is_for(&self, name: &str) -> bool {
        self.applies_to.iter().any(|held| held == name)
    }
}

/// The templates of a workbook by purpose, those of a purpose by name.
#[must_use]
pub fn templates(office: &Office, playbook: &Playbook) -> Vec<Template> {
    let all = office.articles.iter();
    let mut found: Vec<Template> =
        all.filter_map(|(key, fields)| Template::of(key, fields)).collect();
    found.sort_by_key(|template| template.purpose(playbook));
    found
}

/// The template for a step, notice or purpose by that channel: one for both first, then one for
/// the step by another channel that is written, then one for the channel.
#[must_use]
pub fn proposed<'t>(
    templates: &'t [Template],
    purpose: &str,
    channel: Option<Channel>,
) -> Option<&'t Template> {
    let by = |template: &&Template| Some(template.channel) == channel;
    let fits = || templates.iter().filter(|template| template.is_for(purpose));
    let is_written = |template: &&Template| template.channel != Channel::Phone;
    fits().find(by).or_else(|| fits().find(is_written)).or_else(|| fits().next())
}

/// Those of the first templates that a workbook does not have at all.
#[must_use]
pub fn lacking(office: &Office, first: &[ArticleStatement]) -> Vec<ArticleStatement> {
    let is_lacking = |held: &&ArticleStatement| !office.articles.contains_key(&held.article);
    first.iter().filter(is_lacking).cloned().collect()
}
