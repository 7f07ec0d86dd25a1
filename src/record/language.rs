//! Languages of the screen, and texts of the workbook in both of them.
//! Never a sentence of the program's own: `say` words those.

use serde::{Deserialize, Serialize};

/// A language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// Chinese, zh-CN.
    Zh,
    /// English.
    En,
}

/// A text of the workbook in both languages of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in a language, or in the other where it has none.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        let (own, other) = match language {
            Language::Zh => (&self.zh, &self.en),
            Language::En => (&self.en, &self.zh),
        };
        if own.is_empty() { other } else { own }
    }
}
