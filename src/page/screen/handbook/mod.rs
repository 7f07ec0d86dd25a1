//! The handbook: articles by topic, found as one types, read, changed and added (D10).
//! Never formats a text: it is shown as it was written.

mod form;

use huikuan::id::Key;
use huikuan::record::{Bilingual, Playbook};
use huikuan::say::{self, Language};
use huikuan::view::deed::RESULTS;
use huikuan::view::handbook::{Article, ArticleForm, articles, result_name};
use leptos::prelude::*;

use self::form::article_dialog;
use crate::page::label;
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::field::{TextField, TextKind};
use crate::page::part::live::{each, live, maybe};
use crate::page::session::use_session;
use crate::page::speech::{Speech, keep_title, use_speech};

/// The parameter that names the article that is read.
pub(crate) const ARTICLE: &str = "article";

/// An article as it is listed and read.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    key: Key,
    topic: String,
    title: String,
    text: String,
    applies_to: String,
    form: ArticleForm,
}

/// The screen.
#[component]
pub(crate) fn HandbookScreen() -> impl IntoView {
    let (session, speech, navigation) = (use_session(), use_speech(), use_navigation());
    keep_title(move || speech.now(label::handbook::TITLE).to_owned());
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let language = speech.language();
        let found = session.read(|workbook| {
            let ledger = workbook.ledger();
            let found = query.with(|query| articles(ledger.office(), query));
            let playbook = &ledger.policy().playbook;
            found.iter().map(|article| of(article, playbook, language)).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let asked = navigation.aspect(|route| route.parameter(ARTICLE).to_owned());
    let read = Memo::new(move |_| {
        let asked = Key::of(&asked.get());
        let language = speech.language();
        let article = session.read(|workbook| {
            let (office, playbook) =
                (workbook.ledger().office(), &workbook.ledger().policy().playbook);
            let all = articles(office, "");
            let found = all.iter().find(|article| *article.key == asked);
            found.map(|held| of(held, playbook, language))
        });
        article.flatten()
    });
    let edited = RwSignal::new(None::<ArticleForm>);
    let new = UnsyncCallback::new(move |()| edited.set(Some(ArticleForm::default())));
    let list = each(move || {
        let mut last = String::new();
        let items = found.get().into_iter().map(|article| {
            let head = (article.topic != last).then(|| {
                last.clone_from(&article.topic);
                view! { <h2>{article.topic.clone()}</h2> }.into_any()
            });
            let key = article.key.to_string();
            let to = navigation.route().with(ARTICLE, &key).hash();
            let is_read = live(move || {
                read.with(|read| read.as_ref().is_some_and(|read| read.key.as_str() == key))
                    .then_some("true")
            });
            view! {
                <li>{head} <a href=to aria-current=is_read>{article.title}</a></li>
            }
            .into_any()
        });
        items.collect()
    });
    let nothing = maybe(move || {
        let words = speech.text(label::handbook::NOTHING);
        found.with(Vec::is_empty).then(|| view! { <p class="hint">{words}</p> }.into_any())
    });
    let article = maybe(move || {
        Some(match read.get() {
            Some(article) => reading(article, edited, speech),
            None => view! { <p class="hint">{speech.text(label::handbook::CHOOSE)}</p> }.into_any(),
        })
    });
    let head =
        move || view! { <Button label=speech.text(label::handbook::NEW) on_press=new/> }.into_any();
    view! {
        <Card title=speech.text(label::handbook::TITLE) head main=true>
            <div class="handbook">
                <div class="handbook-list">
                    <TextField
                        label=speech.text(label::handbook::SEARCH)
                        value=query
                        kind=TextKind::Search
                    />
                    <ul>{list}</ul>
                    {nothing}
                </div>
                <article aria-live="polite">{article}</article>
            </div>
        </Card>
        {article_dialog(edited)}
    }
    .into_any()
}

fn of(article: &Article<'_>, playbook: &Playbook, language: Language) -> Shown {
    let both = |text: &Option<Bilingual>| in_language(&text.clone().unwrap_or_default(), language);
    let title = both(&article.fields.title);
    Shown {
        key: article.key.clone(),
        topic: say::article_topic(article.topic(), language).to_owned(),
        title: if title.is_empty() { article.key.to_string() } else { title },
        text: both(&article.fields.text),
        applies_to: applies_to(article, playbook, language),
        form: ArticleForm::of(article),
    }
}

/// The steps and results to which an article applies, as they are called; a name that nothing has
/// as it stands.
fn applies_to(article: &Article<'_>, playbook: &Playbook, language: Language) -> String {
    let named = article.fields.applies_to.as_deref().unwrap_or_default();
    let word = |name: &String| {
        if let Some(result) = RESULTS.into_iter().find(|held| result_name(*held) == name) {
            return say::contact_result(result, language).to_owned();
        }
        let ladders = [&playbook.a, &playbook.b, &playbook.c].into_iter().flatten();
        let steps = ladders.map(|step| (&step.name, &step.title));
        let notices = playbook.before_due.iter().map(|notice| (&notice.name, &notice.title));
        let title = steps.chain(notices).find(|(held, _)| *held == name);
        title.map_or_else(|| name.clone(), |(_, title)| in_language(title, language))
    };
    let words: Vec<String> = named.iter().map(word).collect();
    words.join(" · ")
}

/// The text in a language, or in the other where it has none.
fn in_language(text: &Bilingual, language: Language) -> String {
    let (own, other) = match language {
        Language::Zh => (&text.zh, &text.en),
        Language::En => (&text.en, &text.zh),
    };
    if own.is_empty() { other.clone() } else { own.clone() }
}

fn reading(article: Shown, edited: RwSignal<Option<ArticleForm>>, speech: Speech) -> AnyView {
    let paragraph = |text: &str| view! { <p>{text.to_owned()}</p> }.into_any();
    let lines = article.text.lines().filter(|line| !line.trim().is_empty());
    let paragraphs: Vec<AnyView> = lines.map(paragraph).collect();
    let applies = (!article.applies_to.is_empty())
        .then(|| speech.fill(label::handbook::APPLIES, &[&article.applies_to]));
    let applies = applies.map(|words| view! { <p class="hint">{words}</p> }.into_any());
    let form = article.form;
    let edit = UnsyncCallback::new(move |()| edited.set(Some(form.clone())));
    view! {
        <h2>{article.title}</h2>
        <p class="hint">{article.topic}</p>
        {paragraphs}
        {applies}
        <div class="actions">
            <Button
                label=speech.text(label::handbook::EDIT) on_press=edit look=ButtonLook::Plain
            />
        </div>
    }
    .into_any()
}
