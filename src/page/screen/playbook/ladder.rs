//! The steps of one tier, in order: a sentence each, to change, move, take out and add.
//! Never renames a step that contacts already refer to.

use huikuan::record::{Channel, Tier};
use huikuan::say;
use huikuan::view::deed::CHANNELS;
use huikuan::view::playbook_form::{PlaybookForm, PlaybookMistake, StepForm};
use leptos::prelude::*;

use super::Editor;
use super::sentence::{Blank, input};
use crate::page::label::{self, Label};
use crate::page::part::button::{Button, ButtonLook};
use crate::page::part::chip::choice;
use crate::page::part::live::{act, live};
use crate::page::part::select::Select;

/// The steps of a tier.
pub(super) fn ladder(editor: Editor, tier: Tier) -> AnyView {
    let speech = editor.speech;
    let names = Memo::new(move |_| {
        editor.form.with(|form| {
            steps_of(form, tier).iter().map(|step| step.step.name.clone()).collect::<Vec<_>>()
        })
    });
    let add = UnsyncCallback::new(move |()| {
        let language = untrack(|| speech.language());
        editor.form.update(|form| {
            let steps = steps_of_mut(form, tier);
            let name = free_name(steps);
            let step = StepForm::after(steps.last(), name, language);
            steps.push(step);
        });
    });
    view! {
        <ol class="ladder">
            <For each=move || names.get() key=String::clone let:name>
                {step(editor, tier, name)}
            </For>
        </ol>
        <div class="actions">
            <Button label=speech.text(label::playbook::ADD_STEP) on_press=add/>
        </div>
    }
    .into_any()
}

fn steps_of(form: &PlaybookForm, tier: Tier) -> &[StepForm] {
    let [a, b, c] = &form.ladders;
    match tier {
        Tier::A => a,
        Tier::B => b,
        Tier::C => c,
    }
}

fn steps_of_mut(form: &mut PlaybookForm, tier: Tier) -> &mut Vec<StepForm> {
    let [a, b, c] = &mut form.ladders;
    match tier {
        Tier::A => a,
        Tier::B => b,
        Tier::C => c,
    }
}

/// A name that no step has yet.
fn free_name(steps: &[StepForm]) -> String {
    let is_taken = |name: &String| steps.iter().any(|step| step.step.name == *name);
    let mut names = (1..).map(|number: u32| format!("own-step-{number}"));
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

/// One step of the form, by its name.
#[derive(Clone, Copy)]
struct Edited {
    editor: Editor,
    tier: Tier,
    name: StoredValue<String>,
}

impl Edited {
    fn read<T>(self, read: impl Fn(usize, &StepForm) -> T) -> Option<T> {
        self.editor.form.with(|form| {
            let steps = steps_of(form, self.tier);
            let place = self
                .name
                .with_value(|name| steps.iter().position(|step| step.step.name == *name))?;
            steps.get(place).map(|step| read(place, step))
        })
    }

    fn change(self, change: impl FnOnce(&mut StepForm)) {
        self.editor.form.update(|form| {
            let steps = steps_of_mut(form, self.tier);
            let step =
                self.name.with_value(|name| steps.iter_mut().find(|step| step.step.name == *name));
            if let Some(step) = step {
                change(step);
            }
        });
    }

    /// Moves the step up or down, or takes it out.
    fn reorder(self, change: impl FnOnce(&mut Vec<StepForm>, usize)) {
        let place = untrack(|| self.read(|place, _| place));
        if let Some(place) = place {
            self.editor.form.update(|form| change(steps_of_mut(form, self.tier), place));
        }
    }

    fn blank(
        self,
        words: Label,
        read: fn(&StepForm) -> String,
        write: fn(&mut StepForm, String),
        mistake: fn(Tier, usize) -> PlaybookMistake,
    ) -> Blank {
        Blank {
            words,
            value: Signal::derive(move || self.read(|_, step| read(step)).unwrap_or_default()),
            write: UnsyncCallback::new(move |(text,): (String,)| {
                self.change(|step| write(step, text));
            }),
            wrong: Signal::derive(move || {
                let place = self.read(|place, _| place);
                let wrong = |place| mistake(self.tier, place);
                place.is_some_and(|place| {
                    self.editor.mistakes.with(|all| all.contains(&wrong(place)))
                })
            }),
        }
    }
}

fn step(editor: Editor, tier: Tier, name: String) -> AnyView {
    let speech = editor.speech;
    let edited = Edited { editor, tier, name: StoredValue::new(name) };
    let title = edited.blank(
        label::playbook::STEP_TITLE,
        |step| step.title.clone(),
        |step, text| step.title = text,
        |tier, place| PlaybookMistake::Title { tier, place },
    );
    let days = edited.blank(
        label::playbook::STEP_DAYS,
        |step| step.overdue_days.clone(),
        |step, text| step.overdue_days = text,
        |tier, place| PlaybookMistake::StepDays { tier, place },
    );
    let answer = edited.blank(
        label::playbook::ANSWER_DAYS,
        |step| step.answer_days.clone(),
        |step, text| step.answer_days = text,
        |tier, place| PlaybookMistake::AnswerDays { tier, place },
    );
    let button = move |label: Label, run: fn(&mut Vec<StepForm>, usize)| {
        let on_press = UnsyncCallback::new(move |()| edited.reorder(run));
        view! { <Button label=speech.text(label) on_press look=ButtonLook::Quiet/> }.into_any()
    };
    view! {
        <li>
            <p class="sentence">
                <span class="title">{input(title)}</span>
                <span>{speech.text(label::playbook::FROM_DAY)}</span>
                {input(days)}
                <span>{speech.text(label::playbook::DAYS_BY)}</span>
                {channel(edited)}
                <span>{speech.text(label::playbook::ANSWER_IN)}</span>
                {input(answer)}
                <span>{speech.text(label::playbook::WORKING_DAYS)}</span>
            </p>
            <div class="actions">
                {flag(edited, label::playbook::LARGE_ONLY, |step| &mut step.large)}
                {flag(edited, label::playbook::KEY_ONLY, |step| &mut step.key_account)}
                {flag(edited, label::playbook::UNANSWERED_ONLY, |step| &mut step.unanswered)}
                <span class="push"></span>
                {button(label::playbook::UP, |steps, at| {
                    if at > 0 && at < steps.len() {
                        steps.swap(at, at - 1);
                    }
                })}
                {button(label::playbook::DOWN, |steps, at| {
                    if at + 1 < steps.len() {
                        steps.swap(at, at + 1);
                    }
                })}
                {button(label::playbook::TAKE_OUT, |steps, at| {
                    if at < steps.len() {
                        steps.remove(at);
                    }
                })}
            </div>
        </li>
    }
    .into_any()
}

fn channel(edited: Edited) -> AnyView {
    let speech = edited.editor.speech;
    let choices = Signal::derive(move || {
        let name = |held: Channel| say::channel(held, speech.language());
        CHANNELS.iter().map(|held| choice(*held, name(*held))).collect::<Vec<_>>()
    });
    let chosen =
        Signal::derive(move || edited.read(|_, step| step.channel).unwrap_or(Channel::Phone));
    let on_choose = UnsyncCallback::new(move |(held,): (Channel,)| {
        edited.change(|step| step.channel = held);
    });
    view! { <Select label=speech.text(label::today::CHANNEL) choices chosen on_choose bare=true/> }
        .into_any()
}

fn flag(edited: Edited, words: Label, of: fn(&mut StepForm) -> &mut bool) -> AnyView {
    let speech = edited.editor.speech;
    let is_set = move || edited.read(|_, step| *of(&mut step.clone())).unwrap_or(false);
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=live(is_set)
                on:change=act(move |event| {
                    let set = event_target_checked(&event);
                    edited.change(|step| *of(step) = set);
                })
            />
            <span>{speech.text(words)}</span>
        </label>
    }
    .into_any()
}
