//! What is set for this browser only: language and theme.
//! Never recorded in a workbook.

use huikuan::say::Language;
use leptos::prelude::*;

use super::Desk;
use crate::page::label;
use crate::page::part::card::Card;
use crate::page::part::chip::{ChipGroup, choice};
use crate::page::theme::Theme;

/// The card.
pub(super) fn browser(desk: Desk) -> AnyView {
    let speech = desk.speech;
    let theme = use_context::<RwSignal<Theme>>().unwrap_or_else(Theme::provide);
    let languages =
        Signal::derive(|| vec![choice(Language::Zh, "中文"), choice(Language::En, "English")]);
    let language = Signal::derive(move || speech.language());
    let on_language = UnsyncCallback::new(move |(wanted,): (Language,)| {
        if untrack(|| speech.language()) != wanted {
            speech.switch();
        }
    });
    let themes = Signal::derive(move || {
        let all = [Theme::System, Theme::Light, Theme::Dark];
        all.into_iter().map(|held| choice(held, speech.now(held.label()))).collect::<Vec<_>>()
    });
    let on_theme = UnsyncCallback::new(move |(wanted,): (Theme,)| theme.set(wanted));
    view! {
        <Card title=speech.text(label::setting::SCREEN)>
            <div class="stack">
                <p class="hint">{speech.text(label::setting::SCREEN_HINT)}</p>
                <ChipGroup
                    label=speech.text(label::setting::LANGUAGE)
                    choices=languages chosen=language on_choose=on_language
                />
                <ChipGroup
                    label=speech.text(label::frame::THEME)
                    choices=themes chosen=theme on_choose=on_theme
                />
            </div>
        </Card>
    }
    .into_any()
}
