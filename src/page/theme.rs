//! Light or dark: as the system says, or as the person chose on this laptop.
//! Never holds a color; `style/token.css` does.

use leptos::prelude::*;

use crate::page::browser::{document, preference};
use crate::page::label::{Label, frame};

const PREFERENCE: &str = "theme";

/// What decides between light and dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    /// The remembered theme, which the document follows from now on.
    pub(crate) fn provide() -> RwSignal<Self> {
        let theme = RwSignal::new(match preference::get(PREFERENCE).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        });
        Effect::new(move |before: Option<()>| {
            let name = theme.get().name();
            document::set_theme(name);
            // The first run only shows what is remembered.
            if before.is_some() {
                preference::set(PREFERENCE, name.unwrap_or("system"));
            }
        });
        theme
    }

    /// The one after this when a person steps through them: first what differs from what is seen.
    pub(crate) fn next(self) -> Self {
        match (self, preference::system_is_dark()) {
            (Self::System, true) | (Self::Dark, false) => Self::Light,
            (Self::System, false) | (Self::Light, true) => Self::Dark,
            (Self::Light, false) | (Self::Dark, true) => Self::System,
        }
    }

    /// Its word on screen.
    pub(crate) fn label(self) -> Label {
        match self {
            Self::System => frame::THEME_SYSTEM,
            Self::Light => frame::THEME_LIGHT,
            Self::Dark => frame::THEME_DARK,
        }
    }

    fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}
