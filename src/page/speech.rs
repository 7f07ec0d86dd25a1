//! The language of the screen, switched in place and remembered on this laptop.
//! Never translates: labels and the library's `say` hold the texts.

use huikuan::say::Language;
use leptos::prelude::*;

use crate::page::browser::{document, preference};
use crate::page::label::{self, Label};

const PREFERENCE: &str = "language";

/// The language as a signal, passed down as a context.
#[derive(Clone, Copy)]
pub(crate) struct Speech(RwSignal<Language>);

impl Speech {
    /// Takes the remembered language, else the browser's: Chinese when it asks for any Chinese
    /// before English, else English. The document follows.
    pub(crate) fn provide() -> Self {
        let speech = Self(RwSignal::new(preferred()));
        provide_context(speech);
        Effect::new(move |_| document::set_language(tag_of(speech.language())));
        speech
    }

    /// The present language; whoever asks is run again when it changes.
    pub(crate) fn language(self) -> Language {
        self.0.get()
    }

    /// A label in the present language; whoever asks is run again when it changes.
    pub(crate) fn now(self, label: Label) -> &'static str {
        label.text(self.language())
    }

    /// A label as a text that follows the language: for views and for text properties.
    pub(crate) fn text(
        self,
        label: Label,
    ) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || self.now(label)
    }

    /// A label with its places filled, in the present language.
    pub(crate) fn fill(self, label: Label, values: &[&str]) -> String {
        label.fill(self.language(), values)
    }

    /// Changes to the other language and remembers it.
    pub(crate) fn switch(self) {
        let other = match self.0.get_untracked() {
            Language::Zh => Language::En,
            Language::En => Language::Zh,
        };
        preference::set(PREFERENCE, tag_of(other));
        self.0.set(other);
    }
}

/// The remembered language, else the first that the browser asks for and the page speaks.
pub(crate) fn preferred() -> Language {
    let remembered = preference::get(PREFERENCE).and_then(|tag| language_of(&tag));
    let asked = || preference::browser_languages().iter().find_map(|tag| language_of(tag));
    remembered.or_else(asked).unwrap_or(Language::En)
}

/// The language of the screen.
pub(crate) fn use_speech() -> Speech {
    // Only a view outside the page lacks it; English then.
    use_context::<Speech>().unwrap_or_else(|| Speech(RwSignal::new(Language::En)))
}

/// Keeps the tab's title at `what · Huikuan`, in the present language.
pub(crate) fn keep_title(what: impl Fn() -> String + 'static) {
    let speech = use_speech();
    Effect::new(move |_| {
        let (what, name) = (what(), speech.now(label::frame::APP));
        let title = if what.is_empty() { name.to_owned() } else { format!("{what} · {name}") };
        document::set_title(&title);
    });
}

fn tag_of(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

fn language_of(tag: &str) -> Option<Language> {
    match tag.split('-').next()?.to_ascii_lowercase().as_str() {
        "zh" => Some(Language::Zh),
        "en" => Some(Language::En),
        _ => None,
    }
}
