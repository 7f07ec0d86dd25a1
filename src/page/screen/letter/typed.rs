//! A template as it is typed: the letter that it makes of a real customer, saving, and its standard
//! text.
//! Never loses what was typed when the workbook refuses it.

use huikuan::id::Key;
use huikuan::letter::field::LetterData;
use huikuan::record::{ArticleFields, ArticleStatement, Bilingual};
use huikuan::say::Language;
use huikuan::view::letter::Template;
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::page::label;
use crate::page::session::refusal;

/// A template as it is typed; copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) desk: Desk,
    pub(super) key: StoredValue<Key>,
    pub(super) titles: [RwSignal<String>; 2],
    pub(super) texts: [RwSignal<String>; 2],
    /// The language that is typed and shown.
    pub(super) language: RwSignal<Language>,
    /// The customer of the preview.
    pub(super) sample: RwSignal<String>,
    pub(super) fault: RwSignal<Option<String>>,
    pub(super) refused: RwSignal<Option<String>>,
    pub(super) letter: RwSignal<Option<(String, LetterData)>>,
    pub(super) absent: RwSignal<Vec<String>>,
    turn: StoredValue<u32>,
}

impl Typed {
    /// A template as it stands, ready to be changed.
    pub(super) fn of(desk: Desk, template: &Template) -> Self {
        let text = |text: &String| RwSignal::new(text.clone());
        let Bilingual { zh: title_zh, en: title_en } = &template.title;
        let typed = Self {
            desk,
            key: StoredValue::new(template.key.clone()),
            titles: [text(title_zh), text(title_en)],
            texts: [text(&template.text.zh), text(&template.text.en)],
            language: RwSignal::new(untrack(|| desk.speech.language())),
            sample: RwSignal::new(String::new()),
            fault: RwSignal::new(None),
            refused: RwSignal::new(None),
            letter: RwSignal::new(None),
            absent: RwSignal::new(Vec::new()),
            turn: StoredValue::new(0),
        };
        typed.follow();
        typed
    }

    /// What belongs to the language that is typed; whoever asks is run again when it changes.
    pub(super) fn in_language<T: Copy>(self, [zh, en]: [T; 2]) -> T {
        match self.language.get() {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    /// Shows the letter anew as one types: a letter that is asked for while one is being written
    /// waits for it, and only the last one counts.
    fn follow(self) {
        let data = Memo::new(move |_| {
            let customer = Key::of(&self.sample.get());
            Some(self.desk.known(&customer, self.language.get())?.data)
        });
        let wanted = Memo::new(move |_| Some((self.in_language(self.texts).get(), data.get()?)));
        Effect::new(move |_| {
            let Some((text, data)) = wanted.get() else { return };
            self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
            let turn = self.turn.get_value();
            spawn_local(async move {
                let written = self.desk.write(text, data.clone()).await;
                if self.turn.try_get_value() != Some(turn) {
                    return;
                }
                match written {
                    Ok(letter) => {
                        self.absent.set(letter.missing);
                        self.letter.set(Some((letter.text, data)));
                        self.fault.set(None);
                    }
                    Err(why) => self.fault.set(Some(why)),
                }
            });
        });
    }

    /// Records what was typed.
    pub(super) fn save(self) {
        let both = |[zh, en]: [RwSignal<String>; 2]| Bilingual {
            zh: zh.get_untracked().trim_end().to_owned(),
            en: en.get_untracked().trim_end().to_owned(),
        };
        let fields = ArticleFields {
            title: Some(both(self.titles)),
            text: Some(both(self.texts)),
            ..ArticleFields::default()
        };
        self.give(fields, label::letter::SAVED);
    }

    /// Gives it its standard text again.
    pub(super) fn reset(self, standard: &ArticleStatement) {
        let Bilingual { zh, en } = standard.fields.text.clone().unwrap_or_default();
        let title = standard.fields.title.clone().unwrap_or_default();
        for (typed, text) in self.texts.into_iter().zip([zh, en]) {
            typed.set(text);
        }
        for (typed, text) in self.titles.into_iter().zip([title.zh, title.en]) {
            typed.set(text);
        }
        self.give(standard.fields.clone(), label::letter::RESET_DONE);
    }

    fn give(self, fields: ArticleFields, done: label::Label) {
        let desk = self.desk;
        let article = self.key.get_value().to_string();
        match desk.session.apply(Command::RecordArticle { article: article.clone(), fields }) {
            Ok(()) | Err(Rejection::NothingChanged) => {
                self.refused.set(None);
                let name = untrack(|| self.in_language(self.titles).get());
                let name = if name.is_empty() { article } else { name };
                desk.toaster.say(untrack(|| desk.speech.fill(done, &[&name])));
            }
            Err(why) => self.refused.set(Some(untrack(|| refusal(desk.speech, &why)))),
        }
    }
}
