//! What to say: the script of the step, what is amiss with it, and what the handbook says.
//! Never sends anything: it copies.

use huikuan::view::worklist::{CardArticle, Script};
use leptos::prelude::*;

use super::Desk;
use super::card::Told;
use crate::page::browser::clipboard;
use crate::page::label::{self, Label};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::live::maybe;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::toast::use_toaster;
use crate::page::route::Screen;
use crate::page::screen::handbook::ARTICLE;
use crate::page::speech::use_speech;

/// The script, with what is missing in it, and a button that copies it.
pub(super) fn script(told: Memo<Option<Told>>) -> AnyView {
    let (speech, toaster) = (use_speech(), use_toaster());
    let text = Memo::new(move |_| {
        told.with(|told| {
            told.as_ref().map(|told| told.card.script.text.clone()).unwrap_or_default()
        })
    });
    let warned = move |words: Label, of: fn(&Script) -> &[String]| {
        maybe(move || {
            let named =
                told.with(|told| told.as_ref().map(|told| of(&told.card.script).join(", ")))?;
            let words = (!named.is_empty()).then(|| speech.fill(words, &[&named]))?;
            Some(view! { <Notice tone=Tone::Warn>{words}</Notice> }.into_any())
        })
    };
    let copy = UnsyncCallback::new(move |()| {
        clipboard::write(&text.get_untracked(), move |is_copied| {
            let word = if is_copied { label::today::COPIED } else { label::today::NOT_COPIED };
            toaster.say(untrack(|| speech.now(word).to_owned()));
        });
    });
    maybe(move || {
        (!text.with(String::is_empty)).then(|| {
            view! {
                <blockquote aria-label=speech.text(label::today::SCRIPT)>
                    {move || text.get()}
                </blockquote>
                {warned(label::today::MISSING, |script| &script.missing)}
                {warned(label::today::TO_AVOID, |script| &script.to_avoid)}
                <div class="actions">
                    <Button
                        label=speech.text(label::today::COPY)
                        on_press=copy
                        look=ButtonLook::Plain
                    />
                </div>
            }
            .into_any()
        })
    })
    .into_any()
}

/// What the handbook says about the step and about what the customer said last: links to it.
pub(super) fn articles(desk: Desk, told: Memo<Option<Told>>) -> AnyView {
    let speech = use_speech();
    let found = Memo::new(move |_| {
        told.with(|told| told.as_ref().map(|told| told.card.articles.clone()).unwrap_or_default())
    });
    let handbook = desk.navigation.aspect(|route| route.turn(Screen::Handbook));
    maybe(move || {
        let handbook = handbook.get();
        let link = |article: CardArticle| {
            let to = handbook.with(ARTICLE, article.key.as_str()).hash();
            view! { <li><a href=to>{article.title}</a></li> }.into_any()
        };
        let links: Vec<AnyView> = found.get().into_iter().map(link).collect();
        (!links.is_empty()).then(|| {
            view! {
                <div>
                    <h3>{speech.now(label::handbook::TITLE)}</h3>
                    <ul>{links}</ul>
                </div>
            }
            .into_any()
        })
    })
    .into_any()
}
