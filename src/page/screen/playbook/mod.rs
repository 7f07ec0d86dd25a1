//! The playbook 催款策略 in words with fields in its sentences, and what a change does to today.
//! Never saves what cannot be read, and never changes today's list before it is saved.

mod ladder;
mod preview;
mod sentence;

use huikuan::record::{SettingFields, Tier};
use huikuan::view::playbook_form::{Number, PlaybookForm, PlaybookMistake};
use huikuan::view::policy_form::avoided_words;
use huikuan::workbook::{Command, Rejection};
use leptos::prelude::*;

use self::ladder::ladder;
use self::preview::preview;
use self::sentence::{Blank, sentence};
use crate::page::label::{self, Label};
use crate::page::navigation::use_navigation;
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::card::Card;
use crate::page::part::chip::choice;
use crate::page::part::live::maybe;
use crate::page::part::notice::{Notice, Tone};
use crate::page::part::tab::Tabs;
use crate::page::part::toast::use_toaster;
use crate::page::screen::setting::policy::found_words;
use crate::page::session::{Session, refusal, use_session};
use crate::page::speech::{Speech, keep_title, use_speech};

/// The setting of the address that names the tier whose steps are shown.
const TIER: &str = "tier";

/// What all parts of the screen share; copies are the same.
#[derive(Clone, Copy)]
struct Editor {
    session: Session,
    speech: Speech,
    form: RwSignal<PlaybookForm>,
    mistakes: Memo<Vec<PlaybookMistake>>,
}

impl Editor {
    /// Begins with the playbook in force; a change of it elsewhere begins anew.
    fn begin() -> Option<Self> {
        let (session, speech) = (use_session(), use_speech());
        let shown = Memo::new(move |_| {
            let language = speech.language();
            session.read(|book| PlaybookForm::of(&book.ledger().policy().playbook, language))
        });
        let form = RwSignal::new(shown.get_untracked()?);
        Effect::new(move |_| {
            if let Some(shown) = shown.get() {
                form.set(shown);
            }
        });
        let mistakes = Memo::new(move |_| {
            let language = speech.language();
            let read = session.read(|book| {
                let policy = book.ledger().policy();
                form.with(|form| form.read(&policy.playbook, policy.base_currency, language))
            });
            read.and_then(Result::err).unwrap_or_default()
        });
        Some(Self { session, speech, form, mistakes })
    }

    /// A number of the form as a blank of a sentence.
    fn number(self, number: Number, words: Label) -> Blank {
        let place = Number::ALL.iter().position(|held| *held == number).unwrap_or(0);
        let form = self.form;
        Blank {
            words,
            value: Signal::derive(move || {
                form.with(|form| form.numbers.get(place).cloned().unwrap_or_default())
            }),
            write: UnsyncCallback::new(move |(text,): (String,)| {
                form.update(|form| {
                    if let Some(held) = form.numbers.get_mut(place) {
                        *held = text;
                    }
                });
            }),
            wrong: self.wrong(PlaybookMistake::Number(number)),
        }
    }

    fn wrong(self, mistake: PlaybookMistake) -> Signal<bool> {
        Signal::derive(move || self.mistakes.with(|all| all.contains(&mistake)))
    }

    /// Records what is read, or says why not.
    fn save(self, refused: RwSignal<Option<String>>, said: impl Fn() + 'static) {
        let language = untrack(|| self.speech.language());
        let read = self.session.read_untracked(|book| {
            let policy = book.ledger().policy();
            self.form
                .with_untracked(|form| form.read(&policy.playbook, policy.base_currency, language))
        });
        let Some(Ok(playbook)) = read else {
            let words = untrack(|| self.speech.now(label::playbook::NOT_READABLE).to_owned());
            return refused.set(Some(words));
        };
        let fields = SettingFields { playbook: Some(playbook), ..SettingFields::default() };
        match self.session.apply(Command::SetPolicy(fields)) {
            Ok(()) | Err(Rejection::NothingChanged) => {
                refused.set(None);
                said();
            }
            Err(rejection) => refused.set(Some(untrack(|| refusal(self.speech, &rejection)))),
        }
    }
}

/// The screen.
#[component]
pub(crate) fn PlaybookScreen() -> impl IntoView {
    let (speech, toaster) = (use_speech(), use_toaster());
    keep_title(move || speech.now(label::playbook::TITLE).to_owned());
    let Some(editor) = Editor::begin() else { return ().into_any() };
    let refused = RwSignal::new(None::<String>);
    let save = UnsyncCallback::new(move |()| {
        editor.save(refused, move || {
            toaster.say(untrack(|| speech.now(label::setting::SAVED).to_owned()));
        });
    });
    let notice = maybe(move || {
        refused.get().map(|why| view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any())
    });
    view! {
        <Card main=true title=speech.text(label::playbook::TITLE)>
            <div class="stack playbook">
                <p class="hint">{speech.text(label::playbook::HINT)}</p>
                {numbers(editor)}
                {steps(editor)}
                {wording(editor)}
                {notice}
                <div class="actions">
                    <Button
                        label=speech.text(label::part::SAVE) on_press=save look=ButtonLook::Main
                    />
                </div>
            </div>
        </Card>
        {preview(editor)}
    }
    .into_any()
}

/// Which titles and scripts hold words that sound like a threat, as the form is filled in or, while
/// it cannot be read, as recorded; nothing when none does.
fn wording(editor: Editor) -> AnyView {
    let speech = editor.speech;
    maybe(move || {
        let language = speech.language();
        let found = editor.session.read(|book| {
            let policy = book.ledger().policy();
            let read = editor
                .form
                .with(|form| form.read(&policy.playbook, policy.base_currency, language));
            let playbook = read.as_ref().unwrap_or(&policy.playbook);
            avoided_words(playbook, &policy.compliance, language)
        });
        let found = found.filter(|found| !found.is_empty())?;
        let words = found_words(&found, speech);
        Some(view! { <Notice tone=Tone::Warn>{words}</Notice> }.into_any())
    })
    .into_any()
}

fn numbers(editor: Editor) -> AnyView {
    use label::playbook as words;
    let blank = move |number, words| editor.number(number, words);
    let large = {
        let form = editor.form;
        Blank {
            words: words::LARGE_AMOUNT,
            value: Signal::derive(move || form.with(|form| form.large_amount.clone())),
            write: UnsyncCallback::new(move |(text,): (String,)| {
                form.update(|form| form.large_amount = text);
            }),
            wrong: editor.wrong(PlaybookMistake::LargeAmount),
        }
    };
    view! {
        {sentence(words::INTENSITY, vec![blank(Number::Intensity, words::INTENSITY_NAME)])}
        {sentence(words::QUIET, vec![blank(Number::QuietDays, words::QUIET_NAME)])}
        {sentence(words::TOLERANCE, vec![blank(Number::Tolerance, words::TOLERANCE_NAME)])}
        {sentence(words::GRACE, vec![
            blank(Number::GraceQuality, words::GRACE_QUALITY),
            blank(Number::GraceRegular, words::GRACE_REGULAR),
            blank(Number::GraceRisk, words::GRACE_RISK),
        ])}
        {sentence(words::FOLLOW_UP, vec![
            blank(Number::EarlyUntil, words::EARLY_UNTIL),
            blank(Number::EarlyEvery, words::EARLY_EVERY),
            blank(Number::LateEvery, words::LATE_EVERY),
        ])}
        {sentence(words::CALLS, vec![
            blank(Number::CallA, words::CALL_A),
            blank(Number::CallB, words::CALL_B),
            blank(Number::CallC, words::CALL_C),
        ])}
        {sentence(words::LARGE, vec![large])}
    }
    .into_any()
}

fn steps(editor: Editor) -> AnyView {
    let (speech, navigation) = (editor.speech, use_navigation());
    let chosen = navigation.aspect(|route| match route.parameter(TIER) {
        "b" => Tier::B,
        "c" => Tier::C,
        _ => Tier::A,
    });
    let choices = Signal::derive(move || {
        let name = |tier: Tier| speech.fill(label::playbook::OF_TIER, &[&format!("{tier:?}")]);
        Tier::ALL.map(|tier| choice(tier, name(tier))).to_vec()
    });
    let on_choose = UnsyncCallback::new(move |(tier,): (Tier,)| {
        let word = match tier {
            Tier::A => "",
            Tier::B => "b",
            Tier::C => "c",
        };
        navigation.change(|route| route.with(TIER, word));
    });
    view! {
        <Tabs label=speech.text(label::playbook::STEPS) choices chosen on_choose>
            {move || ladder(editor, chosen.get())}
        </Tabs>
    }
    .into_any()
}
