//! The page as a whole: contexts, frame, and the screen that the address names.
//! Never holds what only one screen needs.

use leptos::prelude::*;

use crate::page::navigation::Navigation;
use crate::page::part::toast::Toaster;
use crate::page::speech::{Speech, keep_title};
use crate::page::theme::Theme;

/// The page.
#[component]
pub(crate) fn App() -> impl IntoView {
    Speech::provide();
    provide_context(Theme::provide());
    Navigation::provide();
    Toaster::provide();
    keep_title(String::new);
}
