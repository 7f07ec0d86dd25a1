//! The playbook's form and its preview.
//! Never the rules behind them, which have their own tests.

use super::*;
use crate::policy::Policy;

fn playbook() -> Playbook {
    Policy::default().playbook
}

#[test]
fn a_form_that_was_not_touched_says_the_same_playbook() {
    for language in [Language::Zh, Language::En] {
        let form = PlaybookForm::of(&playbook(), language);
        assert_eq!(form.read(&playbook(), Currency::CNY, language), Ok(playbook()));
    }
}

#[test]
fn what_cannot_be_read_is_named_at_its_place() {
    let mut form = PlaybookForm::of(&playbook(), Language::Zh);
    form.numbers[1] = "soon".to_owned();
    form.large_amount = "much".to_owned();
    form.ladders[0][1].overdue_days = String::new();
    form.ladders[2][0].title = " ".to_owned();
    let mistakes = form.read(&playbook(), Currency::CNY, Language::Zh).unwrap_err();
    assert_eq!(
        mistakes,
        [
            PlaybookMistake::Number(Number::QuietDays),
            PlaybookMistake::LargeAmount,
            PlaybookMistake::StepDays { tier: Tier::A, place: 1 },
            PlaybookMistake::Title { tier: Tier::C, place: 0 },
        ]
    );
}

#[test]
fn a_title_of_ones_own_stands_in_both_languages() {
    let mut form = PlaybookForm::of(&playbook(), Language::En);
    form.ladders[1][0].title = "Ring them up".to_owned();
    form.ladders[1][0].channel = Channel::Wechat;
    let read = form.read(&playbook(), Currency::CNY, Language::En).unwrap();
    assert_eq!(read.b[0].title.zh, "Ring them up");
    assert_eq!(read.b[0].channels, [Channel::Wechat, Channel::Phone]);
    assert_eq!(read.a, playbook().a);
}
