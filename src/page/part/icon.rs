//! Line icons of 16 × 16, drawn in the color of the text around them.
//! Never carry meaning alone: a word or an accessible name stands with each.

use leptos::prelude::*;

/// An icon by what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Today,
    Customers,
    Items,
    Aging,
    Discounts,
    Share,
    Settings,
    Undo,
    Redo,
    Check,
    Warning,
    Close,
    Down,
    Calendar,
    Upload,
    Theme,
    Collapse,
    Search,
}

impl Icon {
    /// The strokes, as an SVG path.
    fn path(self) -> &'static str {
        match self {
            Self::Today => "M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3M5 10.5l2 2 4-4",
            Self::Customers => {
                "M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4\
                 M11 3a2.3 2.3 0 0 1 0 4.5M12.5 9.9c1.3.6 2 1.8 2 3.6"
            }
            Self::Items => "M3 1.5h7l3 3v10H3zM10 1.5v3h3M5.5 7.5h5M5.5 10h5M5.5 12.5h3",
            Self::Aging => "M2 14V9h3v5M6.5 14V5.5h3V14M11 14V2h3v12M1 14h14",
            Self::Discounts => {
                "M8 1.5H14.5V8L8 14.5 1.5 8zM11.5 4.5v.1M6 7l4 4M9.5 7v.1M6.5 10.5v.1"
            }
            Self::Share => "M5 6 2.5 3.5 0 6M2.5 3.5V12h5M11 10l2.5 2.5L16 10M13.5 12.5V4h-5",
            Self::Settings => "M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.5v4M5 9.5v4",
            Self::Undo => "M5 3 2 6l3 3M2 6h7.5a4 4 0 0 1 0 8H6",
            Self::Redo => "M11 3l3 3-3 3M14 6H6.5a4 4 0 0 0 0 8H10",
            Self::Check => "M2.5 8.5 6 12l7.5-8",
            Self::Warning => "M8 2 1 14h14zM8 6.5V10M8 12v.2",
            Self::Close => "M3.5 3.5l9 9M12.5 3.5l-9 9",
            Self::Down => "M4 6l4 4 4-4",
            Self::Calendar => "M2 3.5h12V14H2zM2 7h12M5 1.5v3M11 1.5v3",
            Self::Upload => "M8 11V2M4.5 5.5 8 2l3.5 3.5M2 11v3h12v-3",
            Self::Theme => {
                "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 1.5v13M8 4l5 2M8 8h6.5M8 12l5-2"
            }
            Self::Collapse => "M8.5 3.5 4 8l4.5 4.5M13 3.5 8.5 8l4.5 4.5",
            Self::Search => "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14.5 14.5",
        }
    }
}

/// Draws an icon; screen readers pass over it.
pub(crate) fn draw(icon: Icon) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
    .into_any()
}
