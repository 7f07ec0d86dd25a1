//! The playbook as a person edits it: numbers, steps of each tier, and what a change does to
//! today's list (D1, D2).
//! Never changes a policy: the workbook checks and records it.

mod preview;

pub use preview::{Moved, Preview, preview};

use super::typed;
use crate::money::{Currency, Money};
use crate::record::Language;
use crate::record::{Bilingual, Channel, Playbook, Step, Tier};
use crate::view::amount::figure;

/// A number of the playbook that stands by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// The switch of the whole playbook, in percent.
    Intensity,
    /// Quiet days between any two contacts.
    QuietDays,
    /// Grace of quality customers.
    GraceQuality,
    /// Grace of regular customers.
    GraceRegular,
    /// Grace of risk customers.
    GraceRisk,
    /// Tolerance of promises.
    Tolerance,
    /// Days overdue up to which the early interval holds.
    EarlyUntil,
    /// Days between contacts by then.
    EarlyEvery,
    /// Days between contacts later.
    LateEvery,
    /// At least so often a call in tier A.
    CallA,
    /// The same in tier B.
    CallB,
    /// The same in tier C.
    CallC,
}

impl Number {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 12] = [
        Self::Intensity,
        Self::QuietDays,
        Self::GraceQuality,
        Self::GraceRegular,
        Self::GraceRisk,
        Self::Tolerance,
        Self::EarlyUntil,
        Self::EarlyEvery,
        Self::LateEvery,
        Self::CallA,
        Self::CallB,
        Self::CallC,
    ];

    fn of(self, playbook: &mut Playbook) -> &mut u32 {
        let [quality, regular, risk] = &mut playbook.grace_days;
        let follow_up = &mut playbook.follow_up;
        let [a, b, c] = &mut follow_up.phone_every_days;
        match self {
            Self::Intensity => &mut playbook.intensity_percent,
            Self::QuietDays => &mut playbook.quiet_days,
            Self::GraceQuality => quality,
            Self::GraceRegular => regular,
            Self::GraceRisk => risk,
            Self::Tolerance => &mut playbook.promise_tolerance_days,
            Self::EarlyUntil => &mut follow_up.early_until_days,
            Self::EarlyEvery => &mut follow_up.early_every_days,
            Self::LateEvery => &mut follow_up.late_every_days,
            Self::CallA => a,
            Self::CallB => b,
            Self::CallC => c,
        }
    }
}

/// A step as it is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepForm {
    /// The step before the edit; what the form does not show of it stays.
    pub step: Step,
    /// Its title in the language of the screen.
    pub title: String,
    /// Days overdue from which it is due.
    pub overdue_days: String,
    /// The channel that is proposed.
    pub channel: Channel,
    /// Working days for an answer; empty for none.
    pub answer_days: String,
    /// Only for large amounts.
    pub large: bool,
    /// Only for key accounts.
    pub key_account: bool,
    /// Only when the step before was not answered.
    pub unanswered: bool,
}

/// The form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaybookForm {
    /// The numbers, in the order of [`Number::ALL`].
    pub numbers: Vec<String>,
    /// From which amount on items are large.
    pub large_amount: String,
    /// The steps of tiers A, B and C.
    pub ladders: [Vec<StepForm>; 3],
}

/// What cannot be read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaybookMistake {
    /// Not a whole number.
    Number(Number),
    /// Not an amount.
    LargeAmount,
    /// The days of a step are no whole number.
    StepDays {
        /// Its tier.
        tier: Tier,
        /// Its place, from 0.
        place: usize,
    },
    /// The answer days of a step are no whole number.
    AnswerDays {
        /// Its tier.
        tier: Tier,
        /// Its place, from 0.
        place: usize,
    },
    /// A step needs a title.
    Title {
        /// Its tier.
        tier: Tier,
        /// Its place, from 0.
        place: usize,
    },
}

impl StepForm {
    /// The form of a step.
    #[must_use]
    pub fn of(step: &Step, language: Language) -> Self {
        Self {
            title: step.title.text(language).to_owned(),
            overdue_days: step.when.overdue_days_min.max(1).to_string(),
            channel: step.channels.first().copied().unwrap_or(Channel::Phone),
            answer_days: step.answer_working_days.map(|days| days.to_string()).unwrap_or_default(),
            large: step.applies.large,
            key_account: step.applies.key_account,
            unanswered: step.applies.unanswered,
            step: step.clone(),
        }
    }

    /// A new step after another.
    #[must_use]
    pub fn after(last: Option<&Self>, name: String, language: Language) -> Self {
        let mut step = last.map(|last| last.step.clone()).unwrap_or_else(|| Step {
            name: String::new(),
            title: Bilingual::default(),
            channels: vec![Channel::Phone],
            when: crate::record::Condition::default(),
            applies: crate::record::Applies::default(),
            script: Bilingual::default(),
            role: String::new(),
            prepare: Vec::new(),
            answer_working_days: None,
        });
        step.name = name;
        step.title = Bilingual::default();
        let days = last.map_or_else(|| "1".to_owned(), |last| last.overdue_days.clone());
        Self { overdue_days: days, ..Self::of(&step, language) }
    }

    fn read(
        &self,
        (tier, place): (Tier, usize),
        language: Language,
        mistakes: &mut Vec<PlaybookMistake>,
    ) -> Step {
        let mut step = self.step.clone();
        let title = self.title.trim();
        if title.is_empty() {
            mistakes.push(PlaybookMistake::Title { tier, place });
        } else if title != step.title.text(language) {
            // Words of one's own stand in both languages until somebody translates them.
            step.title = Bilingual { zh: title.to_owned(), en: title.to_owned() };
        }
        match self.overdue_days.trim().parse() {
            Ok(days) => step.when.overdue_days_min = days,
            Err(_) => mistakes.push(PlaybookMistake::StepDays { tier, place }),
        }
        step.channels.retain(|channel| *channel != self.channel);
        step.channels.insert(0, self.channel);
        step.answer_working_days = match self.answer_days.trim() {
            "" => None,
            days => match days.parse() {
                Ok(days) => Some(days),
                Err(_) => {
                    mistakes.push(PlaybookMistake::AnswerDays { tier, place });
                    None
                }
            },
        };
        step.applies.large = self.large;
        step.applies.key_account = self.key_account;
        step.applies.unanswered = self.unanswered;
        step
    }
}

impl PlaybookForm {
    /// The form of a playbook.
    #[must_use]
    pub fn of(playbook: &Playbook, language: Language) -> Self {
        let mut held = playbook.clone();
        let ladder = |steps: &[Step]| -> Vec<StepForm> {
            steps.iter().map(|step| StepForm::of(step, language)).collect()
        };
        let large = playbook.large_amount;
        Self {
            numbers: Number::ALL.map(|number| number.of(&mut held).to_string()).to_vec(),
            large_amount: figure(large.minor(), large.currency()),
            ladders: [ladder(&playbook.a), ladder(&playbook.b), ladder(&playbook.c)],
        }
    }

    /// The playbook that the form says; else everything that cannot be read.
    pub fn read(
        &self,
        shown: &Playbook,
        base: Currency,
        language: Language,
    ) -> Result<Playbook, Vec<PlaybookMistake>> {
        let (mut playbook, mut mistakes) = (shown.clone(), Vec::new());
        for (number, typed) in Number::ALL.into_iter().zip(&self.numbers) {
            match typed.trim().parse() {
                Ok(value) => *number.of(&mut playbook) = value,
                Err(_) => mistakes.push(PlaybookMistake::Number(number)),
            }
        }
        match typed::amount(&self.large_amount, base).filter(|amount: &Money| amount.minor() >= 0) {
            Some(amount) => playbook.large_amount = amount,
            None => mistakes.push(PlaybookMistake::LargeAmount),
        }
        let ladders = Tier::ALL.into_iter().zip(&self.ladders);
        for (tier, forms) in ladders {
            let steps = forms.iter().enumerate();
            let steps =
                steps.map(|(place, form)| form.read((tier, place), language, &mut mistakes));
            let steps: Vec<Step> = steps.collect();
            match tier {
                Tier::A => playbook.a = steps,
                Tier::B => playbook.b = steps,
                Tier::C => playbook.c = steps,
            }
        }
        if mistakes.is_empty() { Ok(playbook) } else { Err(mistakes) }
    }
}

#[cfg(test)]
mod tests;
