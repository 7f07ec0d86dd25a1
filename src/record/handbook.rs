//! Articles of the handbook (D10), records of training and of meetings (D8), sign-offs (D3).
//! Never a text of the program's own once a workbook has begun: creation writes the first ones.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Channel, statement_fields};
use crate::calendar::Date;
use crate::id::Key;

/// An article as somebody recorded it; its name identifies it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleStatement {
    /// Its name.
    pub article: Key,
    /// What is stated of it.
    pub fields: ArticleFields,
}

statement_fields! {
    /// What can be stated of an article; a text empty in both languages takes it out of the
    /// handbook.
    ArticleFields / ArticleField {
        /// Heading.
        title / Title: Bilingual,
        /// What it is.
        topic / Topic: ArticleTopic,
        /// The text, in paragraphs.
        text / Text: Bilingual,
        /// Names of the playbook's steps, and of results of contacts, to which it applies.
        applies_to / AppliesTo: Vec<String>,
        /// How a template is sent (F1); none for what is only read.
        channel / Channel: Channel,
    }
}

/// What an article is (D10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleTopic {
    /// An objection and its answers.
    Objection,
    /// What to say at a stage.
    Script,
    /// A case that worked.
    Case,
    /// A legal note.
    Legal,
    /// A template of letters and messages with fields to be filled in (F1).
    Template,
}

/// Somebody was trained (D8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// Who.
    pub person: String,
    /// When.
    pub on: Date,
    /// In what.
    pub topic: String,
    /// Anything else: hours, result, trainer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
}

/// What a meeting decided (D8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingDecision {
    /// The day of the meeting.
    pub on: Date,
    /// The customer that it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Key>,
    /// What was decided.
    pub decision: String,
    /// Who does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
}

/// Finance says that receipts up to a day are all recorded (D3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOff {
    /// Up to and including this day.
    pub on: Date,
    /// Who checked.
    pub by: String,
}
