//! The dialog that writes an article or changes one.
//! Never loses what was typed when the workbook refuses it.

use huikuan::id::Key;
use huikuan::say;
use huikuan::view::handbook::{ArticleForm, TOPICS, step_names, unknown_names};
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;

use super::ARTICLE;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::chip::choice;
use crate::page::part::dialog::{Dialog, ending, open_while};
use crate::page::part::field::{TextArea, TextField};
use crate::page::part::live::maybe;
use crate::page::part::select::Select;
use crate::page::part::toast::use_toaster;
use crate::page::session::{refusal, use_session};
use crate::page::speech::use_speech;

/// The dialog, open while something is edited.
pub(super) fn article_dialog(edited: RwSignal<Option<ArticleForm>>) -> AnyView {
    let speech = use_speech();
    let open = open_while(edited);
    let title = move || {
        let is_new = edited.with(|form| form.as_ref().is_none_or(|form| form.name.is_empty()));
        speech.now(if is_new { label::handbook::NEW } else { label::handbook::EDIT })
    };
    view! {
        <Dialog title open>
            {maybe(move || edited.get().map(|begun| fields(begun, open)))}
        </Dialog>
    }
    .into_any()
}

fn fields(begun: ArticleForm, open: RwSignal<bool>) -> AnyView {
    let (session, speech, toaster) = (use_session(), use_speech(), use_toaster());
    let navigation = use_navigation();
    let text = |text: &String| RwSignal::new(text.clone());
    let ArticleForm { name, title: [title_zh, title_en], topic, text: [zh, en], applies_to } =
        &begun;
    let is_new = name.is_empty();
    let (name, title_zh, title_en) = (text(name), text(title_zh), text(title_en));
    let (zh, en, applies_to) = (text(zh), text(en), text(applies_to));
    let topic = RwSignal::new(*topic);
    let refused = RwSignal::new(None::<String>);
    let form = move || ArticleForm {
        name: name.get(),
        title: [title_zh.get(), title_en.get()],
        topic: topic.get(),
        text: [zh.get(), en.get()],
        applies_to: applies_to.get(),
    };
    let error = Signal::derive(move || {
        let steps = session.read(|book| step_names(&book.ledger().policy().playbook))?;
        let unknown = unknown_names(&form(), &steps);
        (!unknown.is_empty())
            .then(|| speech.fill(label::handbook::UNKNOWN_NAMES, &[&unknown.join(", ")]))
    });
    let save = UnsyncCallback::new(move |()| {
        let form = untrack(form);
        let read = session.read_untracked(|workbook| {
            let shown = workbook.ledger().office().articles.get(&Key::of(&form.name));
            form.read(shown)
        });
        let Some((article, fields)) = read else { return };
        match session.apply(Command::RecordArticle { article: article.clone(), fields }) {
            Ok(()) | Err(Rejection::NothingChanged) => {
                toaster.say(untrack(|| speech.fill(label::handbook::SAVED, &[&article])));
                open.set(false);
                let article = Key::of(&article);
                navigation.change(|route| route.with(ARTICLE, article.as_str()));
            }
            Err(rejection) => refused.set(Some(untrack(|| refusal(speech, &rejection)))),
        }
    });
    let topics = Signal::derive(move || {
        let all = TOPICS.into_iter().enumerate();
        let language = speech.language();
        all.map(|(at, held)| choice(at, say::article_topic(held, language))).collect::<Vec<_>>()
    });
    let on_choose = UnsyncCallback::new(move |(at,): (usize,)| topic.set(at));
    let name_field = is_new.then(|| {
        view! { <TextField label=speech.text(label::handbook::NAME) value=name on_enter=save/> }
            .into_any()
    });
    view! {
        {name_field}
        <Select label=speech.text(label::handbook::TOPIC) choices=topics chosen=topic on_choose/>
        <TextField label=speech.text(label::handbook::TITLE_ZH) value=title_zh on_enter=save/>
        <TextField label=speech.text(label::handbook::TITLE_EN) value=title_en on_enter=save/>
        <TextArea label=speech.text(label::handbook::TEXT_ZH) value=zh rows=6/>
        <TextArea label=speech.text(label::handbook::TEXT_EN) value=en rows=6/>
        <TextField
            label=speech.text(label::handbook::APPLIES_TO) value=applies_to error on_enter=save
        />
        {ending(refused, open, save)}
    }
    .into_any()
}
