//! A line that says something is good, needs care or is wrong; and the small badge.
//! Never says it by color alone: an icon or a word stands with it.

use leptos::prelude::*;

use super::icon::{self, Icon};

/// How something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    #[default]
    Neutral,
    Good,
    Warn,
    Bad,
}

impl Tone {
    /// The class that colors a notice, a badge or a cell.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

impl Tone {
    /// The classes of a badge.
    pub(crate) fn badge_class(self) -> &'static str {
        match self {
            Self::Neutral => "badge neutral",
            Self::Good => "badge good",
            Self::Warn => "badge warn",
            Self::Bad => "badge bad",
        }
    }
}

/// A notice with any content: a sentence, and what to do.
#[component]
pub(crate) fn Notice(#[prop(optional)] tone: Tone, children: Children) -> impl IntoView {
    let icon = match tone {
        Tone::Neutral => None,
        Tone::Good => Some(Icon::Check),
        Tone::Warn | Tone::Bad => Some(Icon::Warning),
    };
    view! {
        <div class=format!("notice {}", tone.class()) role="note">
            {icon.map(icon::draw)}
            <div>{children()}</div>
        </div>
    }
    .into_any()
}

/// A letter or short word in a box, such as a tier.
#[component]
pub(crate) fn Badge(
    #[prop(into)] text: String,
    #[prop(optional)] tone: Tone,
    /// What the letter means, for hover and screen readers.
    #[prop(optional, into)]
    meaning: Option<String>,
) -> impl IntoView {
    view! { <span class=tone.badge_class() title=meaning>{text}</span> }.into_any()
}
